### Messages: listed, written, their earlier versions, their files.

messages-title = Messages
messages-message = Message
messages-state = State
messages-languages = Languages
messages-language = Language
messages-language-ko = Korean
messages-language-ru = Russian
messages-language-uk = Ukrainian
messages-language-en = English
messages-release = Release
messages-last = Last
messages-go-to = Actions
messages-search = Name or title
messages-any-state = Any state
messages-look = Search
messages-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
messages-tag-rendering = Rendering
messages-tag-errors = Errors
messages-tag-conflicts = Conflicts
messages-tag-ready = To approve
messages-tag-approved = Approved
messages-tag-withdrawn = Withdrawn
messages-tag-draft = Draft
messages-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
messages-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
messages-conflicts = { $count ->
    [one] { $count } conflict
   *[other] { $count } conflicts
}
messages-no-release = none
messages-none = There is no message yet
messages-none-advice = Bring footage first, then begin a message: the template uses what is there.
messages-none-wait = A producer will begin one.
messages-none-found = Nothing like this
messages-show-all = Show all
messages-bring-files = Bring files
messages-script = Script
messages-timing = Timing
messages-render = Render
messages-cancel = Cancel
messages-delete = Delete

## A new message

messages-new = New message
messages-name = Name
messages-name-hint = Letters of any alphabet, digits, - and _, such as appeal-2026-11-22. Files are called after it.
messages-begin-with = Begin with
messages-template = The template
messages-copy-of = The words of
messages-template-hint = The template takes what lies in the files: { $films ->
    [one] { $films } film
   *[other] { $films } films
}, { $images ->
    [one] { $images } picture
   *[other] { $images } pictures
}, { $sounds ->
    [one] { $sounds } sound
   *[other] { $sounds } sounds
}.
messages-begin = Begin

## One message

messages-scenes = Scenes and words
messages-scene-footage = Footage
messages-scene-image = Picture
messages-scene-card = Card
messages-scene-clip = Clip
messages-card-title = Title
messages-card-text = Text
messages-card-steps = Steps
messages-card-contact = Contact
messages-clip-never = A program of this project draws this scene. The studio never runs such programs: render this message from the command line.
messages-optional = optional { $n }
messages-optional-hint = Left out where a channel takes only a shorter video; 1 goes first
messages-no-outline = The script has errors
messages-no-outline-advice = Its scenes are shown here once they are mended.
messages-editions = Editions
messages-channels = Channels
messages-voice = Voice
messages-changed = Changed
messages-unknown = not known yet
messages-check = Check
messages-checking = Checking…
messages-no-problems = Nothing is wrong
messages-no-release-yet = Nothing has been released yet.
messages-renders = Renders
messages-no-renders = Nothing has been rendered here yet.
messages-draft = draft
messages-job-queued = Waiting
messages-job-running = Running
messages-job-done = Done
messages-job-failed = Failed
messages-job-cancelled = Cancelled
messages-manage = Rename, copy, delete
messages-new-name = Another name
messages-rename = Rename
messages-rename-hint = Script, subtitles, recordings and earlier versions come along. What was released stays under the old name.
messages-copy = Copy
messages-delete-question = Put { $name } into the trash, with its subtitles? Films and releases stay.
messages-recordings = Recorded lines

## Earlier versions

messages-history = Earlier versions
messages-no-history = There is none yet.
messages-by-nobody = not saved here
messages-older = { $count ->
    [one] { $count } older
   *[other] { $count } older
}
messages-earlier = Earlier version
messages-restore = Bring it back
messages-restore-question = Put this version in place of the script? What is there now becomes an earlier version.
messages-differences = What differs from now
messages-no-differences = It is the same as now.
messages-line-then = Line then
messages-line-now = Line now

## What all messages share, and the trash

messages-settings = Shared settings
messages-settings-hint = What all messages share: who speaks, contacts, channels, voice, music. It is saved only without errors, because every message depends on it; allow_clips and notice are changed in the file itself.
messages-trash = Trash
messages-trash-empty = The trash is empty
messages-trash-hint = Deleted messages and files stay here until somebody has them back.
messages-what = What
messages-kind = Kind
messages-bytes = File size
messages-deleted = Deleted
messages-thrown-message = Message
messages-thrown-file = File
messages-take-back = Bring back
messages-destroy = Delete for good
messages-destroy-question = Delete { $name } for good? Nobody can have it back.

## The script's editor

messages-script-editor = The script, in YAML
messages-script-save = Save
messages-script-saved = Saved
messages-script-unsaved = Not saved yet
messages-script-saving = Saving…
messages-script-failed = Not saved
messages-script-not-saved = It could not be saved. What you wrote is kept in this browser; try again.
messages-script-read-only = To read only
messages-script-checking = Checking…
messages-script-unchecked = No connection: not checked
messages-script-fine = Nothing is wrong
messages-script-errors = Errors: { $n }
messages-script-warnings = Warnings: { $n }
messages-script-line = Line { $n }
messages-script-level-error = Error
messages-script-level-warning = Warning
messages-script-level-hint = Hint
messages-script-left = There is text of { $at } in this browser that was never saved.
messages-script-restore = Go on with it
messages-script-discard = Discard it
messages-script-merged = Somebody else saved meanwhile. Both changes are in the script now.
messages-script-gone = Somebody deleted or renamed this file meanwhile. Save it all the same?
messages-script-save-anyway = Save it
messages-script-both = Somebody else has changed the same lines
messages-script-both-advice = Nothing is lost. At the left is what they saved, at the right is yours. An arrow takes one of their changes; you can write at the right, too. Then save.
messages-script-both-save = Save what is at the right
messages-script-theirs = Theirs
messages-script-mine = Yours
messages-script-take-theirs = Take theirs
messages-script-keys = Keys
messages-script-key-complete = what can stand here
messages-script-key-next = to the next problem
messages-script-key-find = find and replace
messages-script-key-comment = comment out
messages-script-key-leave = leave the editor by keyboard
messages-script-phrase-find = Find
messages-script-phrase-replacement = Replace with
messages-script-phrase-next = Next
messages-script-phrase-previous = Previous
messages-script-phrase-all = All
messages-script-phrase-case = match case
messages-script-phrase-word = whole words
messages-script-phrase-regexp = regular expression
messages-script-phrase-replace = Replace
messages-script-phrase-replace-all = Replace all
messages-script-phrase-close = Close
messages-script-phrase-current = current match
messages-script-phrase-on-line = on line
messages-script-phrase-replaced = replaced $ matches
messages-script-phrase-replaced-on-line = replaced the match on line $
messages-script-phrase-go-to-line = Go to line
messages-script-phrase-no-problems = No problems
messages-script-phrase-go = Go
messages-script-phrase-completions = What can stand here
messages-script-phrase-problems = Problems
messages-script-phrase-unchanged = $ unchanged lines

## Files

messages-files-title = Files
messages-files-drop = Drop films, pictures and music here
messages-files-drop-lines = Drop recordings here
messages-files-hint = Several at once, { $most } each at most. A file is looked at before it is taken; what it tells of place, time and device never gets into a release.
messages-files-hint-lines = Called after line and language, as hello.ko.wav, or choose a file beside its line. { $most } each at most.
messages-files-choose = Choose files
messages-files-choose-one = Choose
messages-files-uploads = Files on their way
messages-files-unfinished = { $count ->
    [one] { $count } file did not come whole
   *[other] { $count } files did not come whole
}
messages-files-unfinished-advice = Choose the same file again, and it goes on where it stopped. What nobody goes on with is discarded after a day.
messages-files-discard = Discard
messages-files-search = Name
messages-files-any-kind = All kinds
messages-files-kind-film = Film
messages-files-kind-image = Picture
messages-files-kind-sound = Sound
messages-files-none = There is no file yet
messages-files-none-advice = Films, pictures and music for messages are kept here.
messages-files-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
messages-files-file = File
messages-files-facts = Length, picture size
messages-files-used-by = Used by
messages-files-unused = nobody
messages-files-more = and { $count } more
messages-files-unreadable = Can't be read
messages-files-traces = Tells:
messages-files-traces-hint = Its metadata. None of it gets into a release, but whoever gets this file itself can read it.
messages-files-trace-place = place
messages-files-trace-time = time
messages-files-trace-device = device
messages-files-trace-author = author
messages-files-delete-question = Put { $name } into the trash?
messages-files-delete-used = { $name } is used by { $messages }. Put it into the trash all the same? These messages can't be rendered then.
messages-files-queued = Waiting for its turn
messages-files-sending = Beginning…
messages-files-sent = { $sent } of { $total }
messages-files-looking = All of it has come; looking at it…
messages-files-waiting = The connection broke. Going on in a moment…
messages-files-broken = The connection broke. What has come is kept for a day.
messages-files-again = Go on
messages-files-cancel = Cancel
messages-files-dismiss = Close
messages-files-arrived = It is here.
messages-files-renamed = It is here, as { $name }.
messages-files-replaced = The one before is in the trash.
messages-files-tells = Its metadata tells of: { $what }. None of it gets into a release.
messages-files-failed = It was refused.
messages-files-taken = There is a { $name } already.
messages-files-line-taken = This line has a recording already.
messages-files-keep-both = Keep both
messages-files-replace = Replace
messages-files-skip = Leave it

## Recorded lines

messages-recordings-hint = With engine: recorded below voice in the script, these are heard. A line goes by its id, or by its number.
messages-line = Line
messages-words = Words
messages-recording = Recording
messages-recording-missing = missing
messages-no-lines = No line of this message is spoken
