### Who may do what: signing in, accounts, people, the audit log, the API.

## Signing in

access-sign-in-title = Sign in
access-name = Name
access-password = Password
access-sign-in = Sign in
access-local-hint = On the computer where the studio runs, this command prints a link that signs you in:
access-link-title = This link lets nobody in any more
access-link-advice = It works once and only for a while. Ask whoever gave it to you for another.
access-link-advice-local = It works once, for ten minutes. On the computer where the studio runs, this command prints another:
access-accept-title = Welcome, { $name }
access-accept-lead = Choose a password. You sign in with your name and this password from now on.
access-new-password = New password
access-new-password-hint = At least { $least } characters. A few words that only you would put together are easier to keep in mind than odd signs.
access-repeat = The same again
access-accept = Set the password and go on

## Your account

access-account-title = Your account
access-language-title = Language
access-password-title = Password
access-password-none = You have no password: you sign in by the link that the studio prints at its start.
access-old-password = Present password
access-change-password = Change the password
access-set-password = Set a password
access-change-password-hint = You are signed out everywhere else.
access-tokens-title = API tokens
access-tokens-lead = A program that sends a token acts for you, with your role.
access-tokens-docs = What programs can ask for
access-tokens-none = You have no tokens.
access-token-name = What it is for
access-token-name-example = night render
access-token-days = Valid for
access-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
access-make-token = Make a token
access-token-made = The token “{ $name }”. Copy it now: it is not shown again.
access-copy = Copy
access-token-made-at = Made
access-token-expires = Valid until
access-token-used = Last used
access-token-never = never
access-token-expired = expired
access-revoke = Revoke
access-revoke-ask = Revoke the token “{ $name }”? Programs that send it are refused from then on.
access-sessions-title = Where you are signed in
access-session-browser = Browser
access-session-address = Address
access-session-begun = Since
access-session-seen = Last seen
access-session-current = this one
access-session-unknown = unknown
access-sign-out-everywhere = Sign out everywhere
access-sign-out-everywhere-ask = Sign out in all browsers, this one too?
access-done-password = Your password is changed.

## People

access-people-title = People
access-people-lead = Who may sign in, and as what.
access-person = Name
access-role = Role
access-way = Signs in by
access-seen = Last seen
access-way-password = password
access-way-local = link on this computer
access-way-invited = invitation, open until
access-way-none = nothing: invite again
access-never-seen = not signed in
access-you = you
access-add-title = Add somebody
access-add = Add
access-change-role = Change
access-role-of = Role of { $name }
access-invite = Make a link
access-remove = Remove
access-remove-ask = Remove { $name }? They are signed out at once, and their tokens end. What they did stays in the audit log.
access-invitation-title = A link for { $name }
access-invitation-lead = Give it to them over a way that you trust. It works once, for three days, and is not shown again.
access-done-role = The role is changed.
access-done-remove = The account is gone.
access-role-producer-about = writes scripts, brings footage, renders
access-role-editor-about = adjusts timing and words of subtitles, renders
access-role-channel-admin-about = approves, downloads and shares releases
access-role-owner-about = all of that, and who may do what

## The audit log

access-audit-title = Audit log
access-audit-lead = Who did what. Times are UTC.
access-audit-at = When
access-audit-person = Who
access-audit-action = Did
access-audit-subject = To
access-audit-detail = More
access-audit-address = From
access-audit-nobody = nobody known
access-audit-anybody = Everybody
access-audit-anything = Everything
access-audit-subject-part = Part of what it was done to
access-audit-filter = Show
access-audit-all = Show all
access-audit-csv = Download as CSV
access-audit-older = Older
access-audit-newest = Newest
access-audit-none = Nothing in the log fits.

## The API

access-api-title = API
access-api-lead = Programs do here what people do on the pages. A token made on the page of your account goes with every request, as in the example. What is wrong comes as problems: a list of message, remedy, file, line, column and level.
access-api-schema = The same as OpenAPI
access-api-who = Who may
access-api-everybody = everybody
access-api-signed-in = everybody who is signed in
access-api-takes = Takes
access-api-sends = Body
access-api-gives = Answers
access-api-shapes = Shapes
access-api-required = required

## What can't be done

access-refused-wrong = The name or the password is wrong
access-refused-wrong-do = Check both, and whether capital letters are on.
access-refused-wait = Too many attempts: { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} to wait
access-refused-wait-do = Wait and try again. Whoever runs the studio can set a new password.
access-refused-wrong-password = The present password is wrong
access-refused-wrong-password-do = Nothing was changed. Type it again.
access-refused-password-short = The password is shorter than { $least } characters
access-refused-password-short-do = Choose a longer one; a few words are fine.
access-refused-password-long = The password is longer than { $most } characters
access-refused-password-long-do = Choose a shorter one.
access-refused-password-name = The password is the name
access-refused-password-name-do = Choose one that nobody guesses.
access-refused-repeat = The two passwords differ
access-refused-repeat-do = Type the same one twice.
access-refused-link = The link was used already or has run out
access-refused-link-do = Ask for another one.
access-refused-nobody = There is no such account
access-refused-nobody-do = Somebody may have removed it. Reload the page.
access-refused-name-taken = There is somebody called { $name } already
access-refused-name-taken-do = Choose another name.
access-refused-name-missing = The name is missing
access-refused-name-missing-do = Give one.
access-refused-name-long = The name is longer than { $most } characters
access-refused-name-long-do = Choose a shorter one.
access-refused-name-odd = The name has characters in it that can't be seen
access-refused-name-odd-do = Type it instead of pasting it.
access-refused-last-owner = Nobody would be left who is an owner and can sign in
access-refused-last-owner-do = Make somebody else an owner first.
access-refused-language = The pages are not in this language
access-refused-language-do = Choose one of: { $languages }.
access-refused-token-name = A token needs a name of at most { $most } characters
access-refused-token-name-do = Say what it is for.
access-refused-token-days = A token is valid for 1 to { $most } days
access-refused-token-days-do = Choose another number of days.
access-refused-no-token = You have no such token
access-refused-no-token-do = It may be revoked already. Reload the page.
## What somebody did: the audit log's acts
did-messages-create = began it
did-messages-save = saved the script
did-messages-restore = brought an earlier script back
did-messages-rename = renamed it
did-subtitles-save = saved subtitles
did-subtitles-resolve = settled a conflict
did-subtitles-restore = brought earlier subtitles back
did-jobs-render = asked for a render
did-jobs-preview = asked for a preview
did-jobs-cancel = cancelled a render
did-release-approve = approved the release
did-release-withdraw = withdrew the release
did-share-create = shared the release
did-trash-restore = brought it back from the trash
did-messages-delete = deleted the message
did-settings-save = saved the shared settings
did-settings-restore = brought earlier shared settings back
did-trash-destroy = deleted it for good
did-files-upload = brought a file
did-files-refuse = brought a file that was refused
did-files-delete = deleted a file
did-release-download = downloaded
did-release-play = played
did-share-download = downloaded by a link
did-share-refuse = gave a wrong passphrase for a link
did-share-revoke = revoked a link
did-access-sign-in = signed in
did-access-sign-in-failed = failed to sign in
did-access-sign-out = signed out
did-access-sign-out-everywhere = signed out everywhere
did-account-password = changed the password
did-account-password-failed = failed to change the password
did-tokens-make = made a token
did-tokens-revoke = revoked a token
did-people-add = added somebody
did-people-invite = made a link to set a password
did-people-role = changed somebody's role
did-people-remove = removed somebody
did-audit-download = downloaded this log
