//! Tokens: 256 random bits that somebody holds, of which only the SHA-256 is ever kept.
//!
//! A random token of this length cannot be guessed or looked up in a table, so a plain digest is
//! enough; passwords and PINs are another matter ([`crate::password`]).

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::denied::Fault;

/// A token as its holder has it: 43 characters of base64url. `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(Zeroizing<String>);

/// What is kept of a token.
pub type Digest = [u8; 32];

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn random() -> Result<Self, Fault> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(bytes.as_mut())?;
        Ok(Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_slice()))))
    }

    /// As it is given to its holder, once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn digest(&self) -> Digest {
        digest(self.as_str())
    }

    /// What is kept of it, in events.
    pub fn hex(&self) -> String {
        hex(&self.digest())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// What would be kept of a text somebody shows.
pub fn digest(shown: &str) -> Digest {
    Sha256::digest(shown.as_bytes()).into()
}

/// A digest as events have it: 64 hexadecimal digits.
pub fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Fills a place with random bytes.
///
/// # Errors
/// When the machine gives none.
pub(crate) fn fill(place: &mut [u8]) -> Result<(), Fault> {
    OsRng.try_fill_bytes(place).map_err(|error| Fault::NoChance(error.to_string()))
}

/// A random id.
///
/// # Errors
/// When the machine gives no random bytes.
pub(crate) fn id() -> Result<Uuid, Fault> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_256_bits_and_is_never_the_same() {
        let (one, two) = (Token::random().unwrap(), Token::random().unwrap());
        assert_ne!(one, two);
        assert_eq!(URL_SAFE_NO_PAD.decode(one.as_str()).unwrap().len(), 32);
    }

    #[test]
    fn what_is_kept_is_its_sha256() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(hex(&digest("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn nothing_shows_it_by_accident() {
        assert_eq!(format!("{:?}", Token::random().unwrap()), "Token");
    }
}
