### The timing editor: what its script says

## The top

timing-language = Language of the subtitles
timing-language-ko = Korean
timing-language-ru = Russian
timing-language-uk = Ukrainian
timing-language-en = English
timing-voice = Voice
timing-voice-of = Voice: { $language }
timing-beside-label = Another language beside it
timing-beside-none = Nothing beside
timing-beside = Beside: { $language }
timing-beside-failed = The other language could not be loaded.
timing-keymap = Keys as in
timing-keymap-aegisub = Aegisub
timing-keymap-subtitle-edit = Subtitle Edit
timing-close = Close
timing-not-loaded = The subtitles could not be loaded. Check the connection and reload the page.
timing-too-small = Timing needs a wider window
timing-too-small-advice = Open this page on a computer, in a window at least 1024 pixels wide.

## Saving

timing-state-saved = Saved
timing-state-waiting = Unsaved
timing-state-saving = Saving…
timing-state-offline = No connection: kept here, trying again
timing-state-refused = Not saved
timing-state-signed-out = Signed out: sign in in another tab, then change anything
timing-read-only = Read only
timing-merged = Somebody else saved too. Their changes are here now; cues: { $count }
timing-recovered = Edits that had not been saved are back. Undo takes them away again.
timing-recover-later = Unsaved edits are kept in this browser. They come back when the page is loaded again.
timing-undone = Undone: { $what }
timing-done = Done again: { $what }
timing-step-move = moving
timing-step-edge = a time
timing-step-shared = a shared edge
timing-step-nudge = a nudge
timing-step-shift = shifting
timing-step-snap = snapping
timing-step-add = a new cue
timing-step-split = splitting
timing-step-merge = merging
timing-step-delete = deleting
timing-step-text = words
timing-step-replace = replacing
timing-step-restore = an earlier version
timing-step-recovered = edits that came back

## Picture and playing

timing-video = The message without burned subtitles
timing-no-video = There is no picture of this shape yet, or the message has changed since it was made.
timing-transport = Playing
timing-cursor = Cursor
timing-rate = Speed
timing-shape = Shape of the picture
timing-prepare = Prepare the preview
timing-prepare-going = Preparing the preview
timing-prepare-done = The preview is ready.
timing-prepare-failed = The preview could not be made.
timing-render = Render what changed
timing-render-going = Rendering
timing-render-done = Rendered. The release has the new subtitles.
timing-render-failed = Rendering failed.
timing-job-waits = Waiting; before it: { $count }
timing-job-step = { $done } of { $total }
timing-job-left = { $seconds } s left
timing-job-stop = Stop
timing-job-stopped = Stopped.
timing-job-lost = The studio did not answer. Check the connection and try again.

## The table

timing-cues = Cues
timing-cues-none = There are no cues yet. Drag over the waveform to make one.
timing-col-number = #
timing-col-in = In
timing-col-out = Out
timing-col-length = Length
timing-col-speed = Chars/s
timing-col-marks = Found
timing-text-label = Words of the cue. Enter: done and on to the next. Shift and Enter: a new line. Escape: done.
timing-findings = Found: { $count }
timing-findings-of = Found: { $count }. { $told }
timing-next-finding = To the next cue with findings
timing-level-error = Error
timing-level-warning = Warning
timing-level-hint = Hint

## The chosen cue

timing-panel = The chosen cue
timing-panel-one = Cue { $number } of { $count }
timing-panel-several = Cues chosen: { $count }
timing-panel-none = No cue chosen
timing-speed = { $speed } of { $limit } chars/s
timing-field-start = In
timing-field-end = Out
timing-field-length = Length
timing-part-start = When the cue begins
timing-part-end = When the cue ends
timing-part-both = How long it is, and the whole of it earlier or later
timing-nudge-start = Begin { $by } ms
timing-nudge-end = End { $by } ms
timing-nudge-both = Move { $by } ms
timing-onwards = Move all from here on

## The waveform

timing-wave = Waveform with cues
timing-tools = Tools for cues
timing-handle-start = Start of cue { $number }
timing-handle-end = End of cue { $number }
timing-drag-hint = Drag a cue or an edge; drag over nothing to add one
timing-snap = Snap to
timing-snap-cues = neighbours
timing-snap-shots = shot changes
timing-snap-scenes = scenes
timing-snap-voice = the voice
timing-snap-frames = frames
timing-snap-off = Hold Shift while dragging to go where you like. Hold Ctrl to take the neighbour's edge along.
timing-follow = Follow
timing-no-room = There is no room for a cue here.
timing-no-split = Put the cursor inside a cue to split it.

## Find and replace

timing-find-label = Find
timing-replace-label = Replace with
timing-replace-one = Replace
timing-replace-all = Replace all
timing-find-case = Match case
timing-find-regex = Regular expression
timing-find-count = { $count } in { $cues } cues
timing-find-broken = Not a regular expression

## Shifting

timing-shift-by = By how much
timing-shift-hint = Milliseconds, or seconds as 1.5s; with a minus for earlier.
timing-shift-chosen = Chosen cues
timing-shift-onwards = From the chosen cue on
timing-shift-all = All
timing-shift-go = Shift

## Conflicts and history

timing-conflicts = Conflicts
timing-conflicts-count = Conflicts: { $count }
timing-conflicts-about = Here the subtitles were edited and the script, the voice or somebody else changed the same place. Choose what stands in the file.
timing-conflict-edited = Edited
timing-conflict-generated = Generated
timing-conflict-use-edited = Use the edited one
timing-conflict-use-generated = Use the generated one
timing-conflict-kept = in the file now
timing-compare-none = No cue
timing-history = Earlier versions
timing-history-choose = Choose a version to compare it with what is there now.
timing-history-none = There are no earlier versions yet.
timing-history-then = Then
timing-history-now = Now
timing-history-alike = The same in both; cues: { $count }
timing-history-restore = Bring this version back

## Actions and keys

timing-help-title = Keys
timing-help-mouse = Mouse on the waveform: click to go there, drag cues, edges and the gap between two cues; Shift: no snapping; Ctrl: with the neighbour's edge. Wheel: scroll, Ctrl and wheel: zoom.
timing-help-fields = While words or a time are being written, only keys with Ctrl and function keys work here.
timing-help-browser = Ctrl+W, Ctrl+T and Ctrl+N stay the browser's. F5, F11, F12, Ctrl+D, Ctrl+P and Ctrl with a digit do here what stands above; where your browser keeps one for itself (F11 in full screen), use the other key beside it. F1 opens this list.
timing-group-play = Play
timing-group-go = Go
timing-group-times = Times
timing-group-cues = Cues
timing-group-view = View
timing-group-page = Page
timing-do-play-pause = Play or pause
timing-do-play-selection = Play the chosen cues
timing-do-play-before-start = 500 ms before the start
timing-do-play-after-start = 500 ms after the start
timing-do-play-before-end = 500 ms before the end
timing-do-play-after-end = 500 ms after the end
timing-do-play-on = Play from the cue on
timing-do-loop = Again and again
timing-do-slower = Slower
timing-do-faster = Faster
timing-do-previous = Previous cue
timing-do-next = Next cue
timing-do-to-start = To the cue's start
timing-do-to-end = To the cue's end
timing-do-frame-back = A frame back
timing-do-frame-forward = A frame on
timing-do-half-back = Half a second back
timing-do-half-forward = Half a second on
timing-do-second-back = A second back
timing-do-second-forward = A second on
timing-do-set-in = Begin at the cursor
timing-do-set-out = End at the cursor
timing-do-start-earlier = Start 10 ms earlier
timing-do-start-later = Start 10 ms later
timing-do-end-earlier = End 10 ms earlier
timing-do-end-later = End 10 ms later
timing-do-earlier-10 = 10 ms earlier
timing-do-later-10 = 10 ms later
timing-do-earlier-100 = 100 ms earlier
timing-do-later-100 = 100 ms later
timing-do-earlier-1000 = 1 s earlier
timing-do-later-1000 = 1 s later
timing-do-lead-in = Begin 200 ms earlier (lead-in)
timing-do-lead-out = End 300 ms later (lead-out)
timing-do-snap = Snap the chosen cues to what is near
timing-do-shift = Shift by an exact time…
timing-do-edit-text = Write the words
timing-do-add = Add a cue at the cursor
timing-do-split = Split at the cursor
timing-do-merge = Merge with the next, or all chosen
timing-do-delete = Delete
timing-do-select-all = Choose all
timing-do-undo = Undo
timing-do-redo = Do again
timing-do-zoom-in = Zoom in
timing-do-zoom-out = Zoom out
timing-do-zoom-fit = See all of it
timing-do-scroll-left = Scroll back
timing-do-scroll-right = Scroll on
timing-do-follow = Follow the cursor while playing
timing-do-find = Find
timing-do-replace = Find and replace
timing-do-find-next = Find the next
timing-do-save = Save now
timing-do-help = Keys
