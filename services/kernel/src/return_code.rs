//! The code on the slip: the only way back to a visit of somebody who gave no name.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::text_scalar;

/// The letters and digits of a code: none that is taken for another (no 0/O, 1/I/L).
pub const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// How many characters a code has. 31^7 is 27.5 thousand million: with 100,000 codes given out,
/// one guess in 275,000 hits.
pub const LENGTH: usize = 7;

/// A return code such as `K7W-XPQR`; read without regard to case, blanks and hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReturnCode([u8; LENGTH]);

/// The text cannot be a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a return code is seven letters and digits such as K7W-XPQR, without 0, O, 1, I or L")]
pub struct NotAReturnCode;

impl ReturnCode {
    /// The code that random bytes stand for; the caller brings the chance.
    ///
    /// A byte of 248 or more is unfit (248 is 8 x 31, so the rest is unbiased): `None` says to
    /// draw again.
    pub fn from_chance(bytes: [u8; LENGTH]) -> Option<Self> {
        let mut code = [0; LENGTH];
        for (letter, byte) in code.iter_mut().zip(bytes) {
            if byte >= 248 {
                return None;
            }
            *letter = ALPHABET[usize::from(byte) % ALPHABET.len()];
        }
        Some(Self(code))
    }
}

impl fmt::Display for ReturnCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.0.iter().enumerate() {
            if place == 3 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

impl FromStr for ReturnCode {
    type Err = NotAReturnCode;
    fn from_str(text: &str) -> Result<Self, NotAReturnCode> {
        let letters: Vec<u8> =
            text.bytes().filter(|b| !matches!(b, b' ' | b'-')).map(|b| b.to_ascii_uppercase()).collect();
        match <[u8; LENGTH]>::try_from(letters) {
            Ok(code) if code.iter().all(|letter| ALPHABET.contains(letter)) => Ok(Self(code)),
            _ => Err(NotAReturnCode),
        }
    }
}

text_scalar! {
    /// A return code: seven letters and digits such as `K7W-XPQR`, without 0, O, 1, I or L. Case,
    /// blanks and hyphens do not matter.
    ReturnCode
}
