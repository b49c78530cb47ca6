### What all pages share: the frame, errors, roles.

skip-to-main = Skip to the content
nav-label = Main
nav-messages = Messages
nav-files = Files
nav-jobs = Renders
nav-releases = Releases
nav-account = Your account
nav-people = People
nav-audit = Audit log
nav-api = API
nav-running = { $count ->
    [one] { $count } render
   *[other] { $count } renders
} in progress
menu-label = Language and look
menu-label-named = Account, language and look: { $name }
menu-look = Language
menu-language = Language
menu-theme = Look
menu-sign-out = Sign out
theme-auto = Auto
theme-light = Light
theme-dark = Dark
role-producer = Producer
role-editor = Editor
role-channel-admin = Channel admin
role-owner = Owner
confirm-no = Back
confirm-yes = Yes, go on
toasts-label = Notices

## Amounts

size-gb = { $n } GB
size-mb = { $n } MB
size-kb = { $n } kB
size-bytes = { $n } B
size-percent = { $n } %

## Words that scripts in every page say

script-toast-close = Close
script-copied = Copied
script-copy-failed = Could not copy: select the text and copy it yourself
script-offline = No connection to the studio. Trying again…
script-failed = That did not work. Try again.

## Errors

error-home = To the first page
error-reference = Reference:
error-cancelled = It was cancelled before it was done.
error-400-title = The studio could not understand this
error-400-advice = Go back, reload the page and try again.
error-401-title = Sign in first
error-401-advice = Sign in, or send a token with the request.
error-403-title = This is not for your role
error-403-advice = Ask an owner of the studio if you need it.
error-404-title = There is nothing here
error-404-advice = It may have been renamed or deleted, or the link is incomplete.
error-405-title = This can't be done here
error-405-advice = Go back and use the buttons on the page.
error-409-title = That did not work
error-409-advice = Nothing was lost. Mend what is named above and try again.
error-413-title = This file is too big
error-413-advice = Send a smaller one.
error-422-title = Something that was put in is wrong
error-422-advice = Mend what is named above and send it again.
error-429-title = Too many attempts
error-429-advice = Wait a minute and try again.
error-500-title = Something broke in the studio
error-500-advice = It was not your fault, and nothing that was saved is lost. Try again; if it happens again, tell whoever runs the studio the reference number.
error-outdated-title = This page is out of date
error-outdated-advice = You signed in or out in another tab. Go back, reload the page and try again.
