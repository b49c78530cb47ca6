### Renders: the queue, one job, the form

jobs-title = Renders
jobs-number = Render { $number }
jobs-none = Nothing has been rendered here yet
jobs-none-of = { $message } has not been rendered here yet
jobs-none-advice = Open a message and choose “Render”. What you start goes on when you close the page.
jobs-message = Message
jobs-all-messages = All messages
jobs-show = Show
jobs-waiting = Waiting: { $count }
jobs-finished = Finished
jobs-more = Show more
jobs-what = What
jobs-which = Editions and channels
jobs-asker = Started by
jobs-by = started by { $name }
jobs-asked = When
jobs-ended = Ended
jobs-state = State
jobs-made = Made
jobs-took = Time
jobs-took-long = took { $time }
jobs-does = Actions
jobs-facts = What was asked for

## States

jobs-state-queued = Waiting
jobs-state-running = Running
jobs-state-stopping = Stopping
jobs-state-done = Done
jobs-state-failed = Failed
jobs-state-partly = Not complete
jobs-state-cancelled = Cancelled

## What is made

jobs-kind-draft = Draft
jobs-kind-full = Full
jobs-kind-preview = Preview for timing
jobs-revoice = spoken anew
jobs-urgent = urgent
jobs-all-editions = all editions
jobs-all-channels = all channels
jobs-channels = { $count ->
    [one] { $count } channel
   *[other] { $count } channels
}
jobs-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
jobs-lufs = { NUMBER($loudness, minimumFractionDigits: 1, maximumFractionDigits: 1) } LUFS

## Progress

jobs-progress = Progress
jobs-elapsed = Running for
jobs-stage-voice = Voice
jobs-stage-segments = Picture
jobs-stage-sound = Sound and files
jobs-stage-preview = Preview
jobs-reused = { $count } reused
jobs-left = { $time } left
jobs-pending-queued = Waiting for its turn
jobs-pending-begin = Reading the script and its footage
jobs-pending-finish = Checking and finishing
jobs-pending-stop = Stopping
jobs-pending-label = Work that can't be counted
jobs-place = In the queue
jobs-ahead-next = It is next
jobs-ahead-some = Renders that go before it: { $count }
jobs-spoken-stage = { $name }: { $percent } %
jobs-spoken-begun = The render of { $message } has begun
jobs-spoken-done = The render of { $message } is done
jobs-spoken-failed = The render of { $message } has failed
jobs-spoken-cancelled = The render of { $message } was cancelled
jobs-lost = No connection to the studio. The render goes on; this page catches up by itself.

## What came of it

jobs-wrong = { $count ->
    [one] It could not be made
   *[other] It could not be made, for { $count } reasons
}
jobs-wrong-partly = { $count ->
    [one] Something could not be made; all else was
   *[other] { $count } things could not be made; all else was
}
jobs-warned = { $count ->
    [one] Something to know
   *[other] { $count } things to know
}
jobs-attempt = Attempt
jobs-attempt-advice = Begun { $count } times: it had to make way, or the studio was restarted. What was finished before is used again.
jobs-made-title = { $count ->
    [one] { $count } file made
   *[other] { $count } files made
}
jobs-channel = Channel
jobs-edition = Edition
jobs-size = Size
jobs-length = Length
jobs-loudness = Loudness
jobs-voice = Voice
jobs-draft-voice = have it listened to
jobs-watch = Watch
jobs-draft-advice = Drafts are half the size and are never handed out. They are replaced by the next draft.
jobs-log = Log
jobs-again = Start again
jobs-to-release = To the release
jobs-to-message = To the message
jobs-to-script = To the script

## Doing

jobs-cancel = Cancel
jobs-cancel-named = Cancel the render of { $message }
jobs-cancel-sure = Cancel the render of { $message }? What is finished is kept, and used when it is started again.
jobs-cancel-yes = Cancel the render

## The form

jobs-render = Render
jobs-render-title = Render { $message }
jobs-going = This message is being rendered or waits for its turn.
jobs-going-link = Look at it
jobs-script-wrong = The script has to be mended first
jobs-quality = Quality
jobs-quality-advice = A draft is half the size and quick, to look at. Full makes the release that channel admins download.
jobs-editions = Editions
jobs-edition-about = voice { $voice }, subtitles { $subtitles }
jobs-channels-legend = Channels
jobs-tick-all = All
jobs-tick-none = None
jobs-revoice-label = Speak every line anew
jobs-revoice-advice = Otherwise lines that were spoken before keep their voice, so that editors' timing stays right.
