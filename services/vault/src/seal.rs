//! How one text is sealed under one subject's key, so that the same text gives the same bytes.
//!
//! A command that is sent again must have the digest it had the first time; so the nonce is not
//! drawn but computed from the text itself, under a key of its own (a synthetic nonce). What this
//! shows to a reader of the journal: that a text about the same subject was said twice. Across
//! subjects nothing can be compared, because every key differs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::VaultError;

/// The first byte of everything sealed; another one is another format.
const FORMAT: u8 = 1;
const NONCE: usize = 24;
/// Texts are filled up to a multiple of this, so that a length tells little about a name.
const BLOCK: usize = 32;
/// What ends the text and begins the filling (ISO/IEC 7816-4); the rest of it is zeros.
const END: u8 = 0x80;

const FOR_SEALING: &[u8] = b"entraide vault 1: sealing";
const FOR_NONCES: &[u8] = b"entraide vault 1: nonces";

/// A 256-bit key, wiped from memory when it is dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The two keys that follow from a subject's key.
pub(crate) struct SubjectKeys {
    sealing: Key,
    nonces: Key,
}

impl SubjectKeys {
    pub(crate) fn of(subject_key: &Key) -> Self {
        Self { sealing: mac(subject_key, &[FOR_SEALING]), nonces: mac(subject_key, &[FOR_NONCES]) }
    }

    /// Seals a text; the subject is bound to it, so that it cannot be moved to another one.
    pub(crate) fn seal(&self, subject: &str, text: &str) -> Result<String, VaultError> {
        let padded = pad(text);
        // The length goes in front so that no other subject and text run together to the same bytes.
        let length = (subject.len() as u64).to_be_bytes();
        let mac = mac(&self.nonces, &[&length, subject.as_bytes(), &padded]);
        let nonce = XNonce::from_slice(&mac[..NONCE]);
        let sealed = self
            .cipher()
            .encrypt(nonce, Payload { msg: &padded, aad: subject.as_bytes() })
            .map_err(|_| VaultError::Tampered("a text too long to seal"))?;
        Ok(STANDARD.encode([&[FORMAT], nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what [`Self::seal`] made.
    pub(crate) fn open(&self, subject: &str, bytes: &str) -> Result<Zeroizing<String>, VaultError> {
        let altered = || VaultError::Tampered("a sealed text");
        let bytes = STANDARD.decode(bytes).map_err(|_| altered())?;
        let (format, rest) = bytes.split_first().ok_or_else(altered)?;
        if *format != FORMAT {
            return Err(VaultError::UnknownFormat(*format));
        }
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or_else(altered)?;
        let padded = self
            .cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: subject.as_bytes() })
            .map_err(|_| altered())?;
        unpad(&Zeroizing::new(padded)).ok_or_else(altered)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.sealing.as_slice().into())
    }
}

fn pad(text: &str) -> Zeroizing<Vec<u8>> {
    let length = (text.len() + 1).next_multiple_of(BLOCK);
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(text.as_bytes());
    padded.push(END);
    padded.resize(length, 0);
    padded
}

fn unpad(padded: &[u8]) -> Option<Zeroizing<String>> {
    let end = padded.iter().rposition(|byte| *byte != 0)?;
    if padded[end] != END {
        return None;
    }
    std::str::from_utf8(&padded[..end]).ok().map(|text| Zeroizing::new(text.to_owned()))
}

fn mac(key: &Key, parts: &[&[u8]]) -> Key {
    #[allow(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key.as_slice()).expect("HMAC takes any key");
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> SubjectKeys {
        SubjectKeys::of(&Zeroizing::new([7; 32]))
    }

    /// What is in the journal today must open tomorrow: these bytes are never to change.
    #[test]
    fn the_format_stays_as_it_is() {
        let sealed = keys().seal("brussels/visit/1", "Nora").unwrap();
        assert_eq!(sealed, include_str!("../tests/history/sealed.1.txt").trim_end());
    }

    #[test]
    fn sealing_and_nonces_have_different_keys() {
        assert_ne!(*keys().sealing, *keys().nonces);
    }

    #[test]
    fn a_text_is_filled_up_to_whole_blocks_and_comes_back() {
        for (length, blocks) in [(1, 1), (31, 1), (32, 2), (63, 2), (64, 3)] {
            let text = "n".repeat(length);
            let padded = pad(&text);
            assert_eq!(padded.len(), blocks * BLOCK);
            assert_eq!(unpad(&padded).as_deref(), Some(&text));
        }
    }

    #[test]
    fn a_filling_that_is_not_ours_is_refused() {
        assert_eq!(unpad(&[0; BLOCK]), None);
        assert_eq!(unpad(b"no end"), None);
        assert_eq!(unpad(b""), None);
    }

    #[test]
    fn a_later_format_asks_for_an_upgrade() {
        let later = STANDARD.encode([2; 80]);
        assert!(matches!(keys().open("s", &later), Err(VaultError::UnknownFormat(2))));
    }
}
