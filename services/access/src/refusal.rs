//! Why somebody is not let in, or not yet: one variant, one sentence in four languages, one test.

use serde::Serialize;
use strum::VariantNames;

/// Why proving who one is did not come off. Nothing here says whether an account exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AccessRefusal {
    /// The name, the password or the code is not right; which of them is not said.
    SignInWrong,
    /// Too many wrong tries; the next one counts only after this time.
    TooManyAttempts {
        /// How long to wait.
        seconds: u64,
    },
    /// Too many people sign in at this moment.
    SignInBusy {
        /// How long to wait before the same again.
        seconds: u64,
    },
    /// The password is too short.
    PasswordTooShort {
        /// How many characters it needs.
        least: usize,
    },
    /// The password is too long to be hashed safely.
    PasswordTooLong {
        /// How many bytes it may have.
        most: usize,
    },
    /// The password, or what it was made from, is among those everybody tries first.
    PasswordTooCommon,
    /// The password is made of the sign-in name, the person's name or the network's.
    PasswordTooPersonal,
    /// The password repeats itself, or follows the keyboard or the alphabet.
    PasswordTooRegular,
    /// The code of the second factor is not the one of this moment.
    SecondFactorWrong,
    /// The code was used already; each counts once.
    SecondFactorUsed,
    /// What was begun (a passkey, an outside sign-in, a second step) was left for too long, or ended.
    SignInStepExpired,
    /// The passkey's answer does not hold.
    PasskeyNotValid,
    /// Two copies of one passkey seem to exist.
    PasskeyCloned,
    /// This node was not told at which address it is found, and passkeys are bound to one.
    PasskeysNotOffered,
    /// The network trusts no such outside sign-in.
    OutsideSignInUnknown,
    /// Whoever signs in outside said no, or stopped.
    OutsideSignInDeclined,
    /// The outside sign-in does not answer, or not as it should.
    OutsideSignInUnreachable,
    /// The outside sign-in's answer cannot be trusted.
    OutsideSignInNotTrusted,
    /// No session: none was opened, it ended, or it was left alone too long.
    SessionEnded,
    /// The session waits for the PIN of this device.
    SessionLocked,
    /// A PIN is 4 to 8 digits.
    PinNotDigits,
    /// The PIN is one everybody tries first.
    PinTooSimple,
    /// This session has no PIN on this device.
    PinMissing,
    /// The PIN is wrong.
    PinWrong {
        /// How many tries are left before it is wiped.
        left: u32,
    },
    /// The PIN was wrong too often: it is wiped and the session is over.
    PinWiped,
}
