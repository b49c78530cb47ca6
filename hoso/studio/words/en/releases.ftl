### Releases: seen, downloaded, shared, decided about.

releases-title = Releases
releases-empty = There is no release yet
releases-empty-how = A release appears here once a message has been rendered in full, for its channels. Drafts are none.
releases-state-ready = To approve
releases-state-approved = Approved
releases-state-withdrawn = Withdrawn
releases-count-ready = { $count } to approve
releases-count-approved = { $count } approved
releases-count-withdrawn = { $count } withdrawn
releases-withheld-count = { $count ->
    [one] { $count } channel withheld
   *[other] { $count } channels withheld
}
releases-stale = Older than the script
releases-stale-why = The script has changed since this was made. Render the message again.
releases-stale-count = { $count ->
    [one] { $count } file older than the script
   *[other] { $count } files older than the script
}
releases-blockers-count = { $count ->
    [one] { $count } thing speaks against it
   *[other] { $count } things speak against it
}
releases-channels-count = { $channels ->
    [one] { $channels } channel
   *[other] { $channels } channels
} in { $editions ->
    [one] { $editions } edition
   *[other] { $editions } editions
}
releases-no-poster = No poster
releases-jump = On this page
releases-version = Version
releases-source = Source: { $name }
releases-message = Its message
releases-report = Report
releases-zip-all = Download all (ZIP)
releases-zip-shared = Download all (ZIP)
releases-zip-chosen = Download chosen (ZIP)
releases-chosen-none = Choose channels to take them together
releases-choose = Choose
releases-script-chosen = { $count } chosen, { $size }
releases-edition = Edition { $name }
releases-voice-in = Voice: { $language }, { $engine } ({ $speaker })
releases-grade = Voice grade: { $grade ->
    [draft] draft
    [approved] approved
   *[other] { $grade }
}
releases-disclosure-shown = Viewers are told that the voice is synthesized
releases-disclosure-off = Viewers are not told that the voice is synthesized
releases-disclosure-none = A person speaks
releases-fallback = Not the voice that was asked for:
releases-withheld = Withheld: { $title }
releases-language-ko = Korean
releases-language-ru = Russian
releases-language-uk = Ukrainian
releases-language-en = English

## A channel's files

releases-download = Download
releases-share = Share
releases-poster = Poster
releases-file = File
releases-copy = Copy
releases-copied = Copied ✓
releases-sha-of = the SHA-256 of { $name }
releases-post-of = the text for { $name }
releases-post-title = Title
releases-post-text = Text
releases-units = { NUMBER($count) } characters as counted there
releases-units-of = { NUMBER($count) } of { NUMBER($limit) }
releases-units-what = characters, as the channel counts
releases-size = Size
releases-size-of = of { $limit }, { $share }
releases-size-aim = aims at { $limit }, { $share }
releases-size-label = Size of { $name } against the limit
releases-unverified = This limit comes from hearsay: nobody has verified it
releases-length = Length
releases-length-of = of at most { $limit }
releases-shortened = Shortened for this channel: some optional lines are left out
releases-qc = Check
releases-qc-passed = All rules passed
releases-qc-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
releases-qc-unchecked = Not checked
releases-qc-short-passed = passed
releases-qc-short-faults = faults
releases-qc-short-unchecked = not checked
releases-no-player = Browsers do not play this kind of file. Download it to look at it.
releases-measured = What was measured
releases-measured-picture = Picture
releases-measured-picture-is = { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }, { NUMBER($rate) } frames a second
releases-measured-picture-coding = Coding of the picture
releases-measured-picture-coding-is = { $coding }
releases-measured-sound-coding = Coding of the sound
releases-measured-sound-coding-is = { $coding }, { NUMBER($rate) } kHz, { $channels ->
    [1] mono
    [2] stereo
   *[other] { $channels } channels
}
releases-measured-loudness = Loudness
releases-measured-loudness-is = { NUMBER($value, maximumFractionDigits: 1) } LUFS
releases-measured-true-peak = True peak
releases-measured-true-peak-is = { NUMBER($value, maximumFractionDigits: 1) } dBTP
releases-measured-offset = Sound later than planned by
releases-measured-offset-is = { NUMBER($value, maximumFractionDigits: 1) } ms
releases-measured-subtitles = Subtitles seen in the picture
releases-measured-subtitles-is = { $seen } of { $all }
releases-measured-qr = QR code says
releases-measured-qr-is = { $words }
releases-measured-black = Black picture
releases-measured-black-is = { $count ->
    [0] nowhere
   *[other] { $where }
}
releases-measured-frozen = Picture stands still
releases-measured-frozen-is = { $count ->
    [0] nowhere
   *[other] { $where }
}
releases-measured-silent = Silence
releases-measured-silent-is = { $count ->
    [0] nowhere
   *[other] { $where }
}
releases-measured-container = Kind of file
releases-measured-container-is = { $kind }
releases-measured-faststart = Plays while it loads
releases-measured-faststart-is = { $so ->
    [yes] yes
   *[no] no
}
releases-measured-damage = Damage
releases-measured-damage-is = { $count ->
    [0] none
   *[other] { $words }
}
releases-measured-unmeasured = Not measured
releases-measured-unmeasured-is = { $words }
releases-section-subtitles = Subtitles
releases-section-leaflets = Leaflets
releases-section-work = Editors' working video
releases-kind-subtitles = Subtitles
releases-kind-leaflet = Leaflet
releases-kind-work = Working video
releases-sha-how = With the SHA-256 anybody can find out whether a copy is this very file.

## Decisions

releases-decision = Decision
releases-undecided = Nobody has decided about this release yet.
releases-decided-ready = Made ready by { $name }, { $when }
releases-decided-approved = Approved by { $name }, { $when }
releases-decided-withdrawn = Withdrawn by { $name }, { $when }
releases-blockers = This speaks against handing it out
releases-who-decides = Channel admins and owners decide.
releases-approve = Approve…
releases-approve-means = Channel admins may publish version { $version }, and links to it may be shared.
releases-approve-now = Approve { $version }
releases-withdraw = Withdraw…
releases-withdraw-means = Nobody should publish version { $version } any more. Its share links stop working at once.
releases-withdraw-now = Withdraw { $version }
releases-reason = Why?
releases-reason-optional = Why? (may stay empty)
releases-withdrawn = This release has been withdrawn
releases-withdrawn-why = Do not publish it, and take down what has been published. Its share links do not work any more.
releases-older = This is an older release
releases-older-why = Version { $version } has taken its place. This one is kept to look at and to compare.
releases-to-current = To the current one
releases-versions = Versions
releases-first = This is the first release.
releases-current = current

## Comparing

releases-compare = Comparison
releases-compare-title = { $before } and { $after } compared
releases-compare-current = Compare with the current one
releases-compare-next = What came next
releases-before = Before:
releases-after = After:
releases-same = { $count ->
    [one] { $count } file is the same
   *[other] { $count } files are the same
}
releases-no-change = Nothing changed
releases-changes-other = Beside the files
releases-changes-files = Files that changed
releases-change = Change
releases-change-state = State
releases-change-voice = Voice of edition
releases-change-withheld = Withheld
releases-change-new = new
releases-change-gone = gone
releases-change-content = changed

## Share links

releases-shares = Share links
releases-all-shares = Share links ({ $count } open)
releases-shares-none = There are no share links.
releases-shares-ended = Ended links ({ $count })
releases-shares-no-open = No link is open.
releases-shares-how = Share links are made on a release's page. Whoever has one can download without an account.
releases-share-new = New link…
releases-share-what = What
releases-share-all = The whole release
releases-share-file = One file
releases-share-note = For whom
releases-share-note-hint = Only you and your colleagues see this.
releases-share-reason = Why, although it is not approved?
releases-share-reason-hint = It is written down with your name.
releases-share-days = Days until it ends
releases-share-most = Most downloads
releases-share-most-hint = Empty: any number. A download that is taken up again counts once.
releases-share-passphrase = Passphrase
releases-share-passphrase-hint = May stay empty. Send it on another way than the link.
releases-share-make = Make the link
releases-share-made = The link is made
releases-share-once = It is shown this once. Copy it now.
releases-copy-link = Copy the link
releases-share-withdrawn = A withdrawn release is not shared.
releases-share-open = open
releases-share-used = used up
releases-share-expired = ended
releases-share-revoked = revoked
releases-share-locked = with a passphrase
releases-share-downloads = { $count ->
    [0] Never downloaded
    [one] { $count } download
   *[other] { $count } downloads
}
releases-share-downloads-of = { $count } of { $most ->
    [one] { $most } download
   *[other] { $most } downloads
}
releases-share-latest = the last { $when }
releases-share-until = Until { $when }.
releases-share-by = Made by { $name }.
releases-share-revoked-by = Revoked by { $name }, { $when }.
releases-share-unapproved = Was not approved:
releases-revoke = Revoke
releases-revoke-sure = End the link for { $name } now?
releases-refused-withdrawn = Version { $version } has been withdrawn.
releases-refused-withdrawn-do = A withdrawn release is not shared.
releases-refused-part = There is nothing like that in this release.
releases-refused-part-do = Choose something that is on the list.
releases-refused-reason = This release is not approved.
releases-refused-reason-do = Approve it first, or say why it is shared all the same.
releases-refused-note = It is not said for whom the link is.
releases-refused-note-do = Write a name, so that everybody knows later.
releases-refused-long = This is too long.
releases-refused-long-do = Take at most { $most } characters.
releases-refused-days = A link lasts 1 to { $most } days.
releases-refused-days-do = Write a number of days.
releases-refused-most = At least one download has to be allowed.
releases-refused-most-do = Write 1 or more, or leave it empty.
releases-refused-number = This is not a number.
releases-refused-number-do = Write digits only.
releases-refused-passphrase = The passphrase is too short.
releases-refused-passphrase-do = Take at least { $least } characters, or none at all.

## Behind a share link

releases-visit-until = This link works until { $when }.
releases-locked = A passphrase, please
releases-locked-why = Whoever sent you the link has it.
releases-passphrase = Passphrase
releases-passphrase-wrong = That is not it.
releases-passphrase-wait = { $seconds ->
    [one] Too many tries. Wait { $seconds } second.
   *[other] Too many tries. Wait { $seconds } seconds.
}
releases-unlock = Go on
releases-closed-unknown = This link leads nowhere
releases-closed-unknown-do = Is it complete? Ask whoever sent it to you.
releases-closed-revoked = This link has been revoked
releases-closed-revoked-do = Ask whoever sent it to you for another one.
releases-closed-expired = This link has ended
releases-closed-expired-do = Ask whoever sent it to you for another one.
releases-closed-used = This link has been used up
releases-closed-used-do = It has been downloaded as often as it was meant to. Ask whoever sent it to you for another one.
releases-closed-withdrawn = This release has been withdrawn
releases-closed-withdrawn-do = It must not be published any more. If you have published it, take it down, and ask whoever sent you the link.
releases-closed-gone = This release is not kept any more
releases-closed-gone-do = A newer one has taken its place. Ask whoever sent you the link for another one.
