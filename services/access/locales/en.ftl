# Why somebody is not let in, or not yet, and the way out.
sign-in-wrong = The address, the password or the code is not right. Check them and try again, or ask a coordinator to give you access again.
too-many-attempts = Too many wrong tries. Try again in { $seconds } seconds, or on a device where you have signed in before.
sign-in-busy = Many people are signing in right now. Try again in { $seconds } seconds: nothing is lost.
password-too-short = The password is too short. Take at least { $least } characters: a few words that do not belong together will do.
password-too-long = The password is too long. Stay below { $most } characters.
password-too-common = This password, or what it is made of, is among the first that people try. Take a few words that do not belong together.
password-too-personal = This password is made of your name, your address or the network's name. Take words that nobody can know of you.
password-too-regular = This password repeats itself or follows the keyboard. Take a few words that do not belong together.
second-factor-wrong = This is not the code of this moment. Type the one the app shows and check that the telephone sets its clock by itself; or take a recovery code.
second-factor-used = This code was used already. Wait until the app shows the next one.
sign-in-step-expired = This step has waited for too long, or it is over. Begin to sign in again.
passkey-not-valid = The passkey could not be checked. Try again, or sign in another way.
passkey-cloned = This passkey seems to exist twice. Sign in another way, take it off your account and tell a coordinator.
passkeys-not-offered = Passkeys are not set up here. Sign in another way; whoever runs this site can set its address.
outside-sign-in-unknown = This network does not accept that outside sign-in. Choose one from the list.
outside-sign-in-declined = Signing in at your organisation was not completed. Begin again, or sign in another way.
outside-sign-in-unreachable = Your organisation's sign-in does not answer. Try again in a few minutes, or sign in another way.
outside-sign-in-not-trusted = Your organisation's answer could not be checked. Begin again at the sign-in screen; if it happens again, tell a coordinator.
session-ended = Your session is over. Sign in again; what you have recorded is kept.
session-locked = The session is locked. Type the PIN of this device, or leave the session.
pin-not-digits = A PIN has 4 to 8 digits. Choose one like that.
pin-too-simple = This PIN is among the first that people try. Avoid runs, repeats and years.
pin-missing = This session has no PIN on this device. Choose one first, or leave the session.
pin-wrong = The PIN is wrong. You have { $left } { $left ->
        [one] try
       *[other] tries
    } left; after that you have to sign in again.
pin-wiped = The PIN was wiped after too many tries and the session is over. Sign in again, then choose another one.

role-not-chosen = Choose the role you act in. A role that was withdrawn or has ended cannot be chosen any more; ask the coordination.
role-needs-second-factor = This role decides for others: add a second factor or a passkey to your account first.
request-header-missing = This request comes without the header x-entraide. Load the page again and try once more.
token-may-not = A program does not do this. Sign in yourself, or issue a token that may write.

outside-sign-in-go-on = Continue
outside-sign-in-back = Back to the start page
