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
const FORMAT: u8 = 2;
/// The format of before, bound to its subject only: opened for ever, no longer written.
const FORMAT_1: u8 = 1;
const NONCE: usize = 24;
/// Texts are filled up to a multiple of this, so that a length tells little about a name.
const BLOCK: usize = 32;
/// What ends the text and begins the filling (ISO/IEC 7816-4); the rest of it is zeros.
const END: u8 = 0x80;

const FOR_SEALING: &[u8] = b"entraide vault 2: sealing";
const FOR_NONCES: &[u8] = b"entraide vault 2: nonces";
const FOR_FINDING: &[u8] = b"entraide vault 2: what finds a subject";
const FOR_SEALING_1: &[u8] = b"entraide vault 1: sealing";

/// A 256-bit key, wiped from memory when it is dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// A subject's key, and the two that follow from it and are used all the time.
pub(crate) struct SubjectKeys {
    of: Key,
    sealing: Key,
    nonces: Key,
}

impl SubjectKeys {
    pub(crate) fn of(subject_key: &Key) -> Self {
        Self {
            of: subject_key.clone(),
            sealing: mac(subject_key, &[FOR_SEALING]),
            nonces: mac(subject_key, &[FOR_NONCES]),
        }
    }

    /// Seals a text; what it is about is bound to it, so that it cannot be moved elsewhere.
    pub(crate) fn seal(&self, subject: &str, text: &str) -> Result<String, VaultError> {
        let (padded, about) = (pad(text), about(subject));
        let mac = mac(&self.nonces, &[&about, &padded]);
        let nonce = XNonce::from_slice(&mac[..NONCE]);
        let sealed = cipher(&self.sealing)
            .encrypt(nonce, Payload { msg: &padded, aad: &about })
            .map_err(|_| VaultError::Tampered("a text too long to seal"))?;
        Ok(STANDARD.encode([&[FORMAT], nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what [`Self::seal`] made, now or in the format of before.
    pub(crate) fn open(&self, subject: &str, bytes: &str) -> Result<Zeroizing<String>, VaultError> {
        let altered = || VaultError::Tampered("a sealed text");
        let bytes = STANDARD.decode(bytes).map_err(|_| altered())?;
        let (format, rest) = bytes.split_first().ok_or_else(altered)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or_else(altered)?;
        let nonce = XNonce::from_slice(nonce);
        let padded = match *format {
            FORMAT => cipher(&self.sealing).decrypt(nonce, Payload { msg: sealed, aad: &about(subject) }),
            FORMAT_1 => {
                let sealing = mac(&self.of, &[FOR_SEALING_1]);
                cipher(&sealing).decrypt(nonce, Payload { msg: sealed, aad: subject.as_bytes() })
            }
            other => return Err(VaultError::UnknownFormat(other)),
        };
        unpad(&Zeroizing::new(padded.map_err(|_| altered())?)).ok_or_else(altered)
    }

    /// The key under which the vault keeps what a subject is found by.
    pub(crate) fn finding(subject_key: &Key) -> Key {
        mac(subject_key, &[FOR_FINDING])
    }
}

/// The associated data: network, stream and type, each with its length in front so that no two
/// run together to the same bytes. A subject is `network/kind/id`, perhaps with a level behind it
/// (`/private`); the type is the kind of stream with that level, because what the words are called
/// in a command is not known here.
fn about(subject: &str) -> Vec<u8> {
    let network = subject.split('/').next().unwrap_or_default();
    let stream_ends = subject.match_indices('/').nth(2).map_or(subject.len(), |(at, _)| at);
    let (stream, level) = subject.split_at(stream_ends);
    let kind = stream.split('/').nth(1).unwrap_or_default();
    [network, stream, &format!("{kind}{level}")]
        .into_iter()
        .flat_map(|part| [(part.len() as u64).to_be_bytes().as_slice(), part.as_bytes()].concat())
        .collect()
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.as_slice().into())
}

pub(crate) fn pad(text: &str) -> Zeroizing<Vec<u8>> {
    let length = (text.len() + 1).next_multiple_of(BLOCK);
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(text.as_bytes());
    padded.push(END);
    padded.resize(length, 0);
    padded
}

pub(crate) fn unpad(padded: &[u8]) -> Option<Zeroizing<String>> {
    let end = padded.iter().rposition(|byte| *byte != 0)?;
    if padded[end] != END {
        return None;
    }
    std::str::from_utf8(&padded[..end]).ok().map(|text| Zeroizing::new(text.to_owned()))
}

pub(crate) fn mac(key: &Key, parts: &[&[u8]]) -> Key {
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

    const VISIT: &str = "brussels/visit/1";

    /// What is in the journal today must open tomorrow: these bytes are never to change.
    #[test]
    fn the_format_stays_as_it_is() {
        let sealed = keys().seal(VISIT, "Nora").unwrap();
        assert_eq!(sealed, include_str!("../tests/history/sealed.2.txt").trim_end());
    }

    #[test]
    fn what_was_sealed_in_the_format_of_before_opens() {
        let sealed = include_str!("../tests/history/sealed.1.txt").trim_end();
        assert_eq!(keys().open(VISIT, sealed).unwrap().as_str(), "Nora");
        assert!(keys().open("brussels/visit/2", sealed).is_err());
    }

    #[test]
    fn keys_for_different_ends_differ() {
        let keys = keys();
        let of = [*keys.sealing, *keys.nonces, *keys.of, *SubjectKeys::finding(&keys.of)];
        for (nth, one) in of.iter().enumerate() {
            assert!(of[..nth].iter().all(|other| other != one));
        }
    }

    #[test]
    fn words_are_bound_to_network_stream_and_type() {
        let part = |text: &str| {
            [&[0, 0, 0, 0, 0, 0, 0, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
        };
        let of = |parts: [&str; 3]| parts.map(part).concat();
        assert_eq!(about(VISIT), of(["brussels", "brussels/visit/1", "visit"]));
        assert_eq!(about("brussels/visit/1/private"), of(["brussels", "brussels/visit/1", "visit/private"]));
        assert_eq!(about("odd"), of(["odd", "odd", ""]));
        // The same key and the same bytes, moved: they do not open anywhere else.
        let sealed = keys().seal(VISIT, "Nora").unwrap();
        for elsewhere in ["quebec/visit/1", "brussels/visit/2", "brussels/case/1", "brussels/visit/1/private"]
        {
            assert!(matches!(keys().open(elsewhere, &sealed), Err(VaultError::Tampered(_))), "{elsewhere}");
        }
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
        let later = STANDARD.encode([3; 80]);
        assert!(matches!(keys().open("s", &later), Err(VaultError::UnknownFormat(3))));
    }
}
