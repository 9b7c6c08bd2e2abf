//! The key of an epoch: what wraps every subject's key, until an erasure ends the epoch.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::seal::{Key, mac};

const NONCE: usize = 24;
const FOR_WRAPPING: &[u8] = b"entraide vault 2: wrapping";
const FOR_FINDING: &[u8] = b"entraide vault 2: finding";
const FINGERPRINT: &[u8] = b"entraide vault 2: fingerprint";

/// Where the keys of epochs are kept: outside the database, so that a copy of one never opens the
/// other. [`KeyFiles`](crate::KeyFiles) keeps them in files; a chip that seals 32 bytes to this
/// machine, or another process, is another implementation.
///
/// An epoch begins in three steps, and the vault may be cut off between any two of them: a key is
/// prepared, the database goes over to it, and only then it is established and those before it are
/// destroyed.
pub trait EpochKeys: Send + Sync {
    /// The epochs whose keys are established, in order.
    ///
    /// # Errors
    /// When they cannot be listed.
    fn epochs(&self) -> Result<Vec<u64>, VaultError>;

    /// The key of an epoch, established or only prepared; `None` when there is none.
    ///
    /// # Errors
    /// When it is there but cannot be used.
    fn key(&self, epoch: u64) -> Result<Option<EpochKey>, VaultError>;

    /// Makes a key for an epoch, in place of one that was only prepared. It outlives a power cut
    /// when this returns.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn prepare(&self, epoch: u64) -> Result<EpochKey, VaultError>;

    /// The database has gone over to an epoch. Asked twice, done once; also when it is over already.
    ///
    /// # Errors
    /// When that cannot be kept.
    fn establish(&self, epoch: u64) -> Result<(), VaultError>;

    /// Destroys the keys of all epochs before one, for good. Asked twice, done once.
    ///
    /// # Errors
    /// When one of them may still be there.
    fn destroy_before(&self, epoch: u64) -> Result<(), VaultError>;

    /// Where they are, for messages to an operator.
    fn place(&self) -> String;
}

/// 32 random bytes, wiped from memory when they are dropped.
pub struct EpochKey(Key);

impl EpochKey {
    /// A new one, from the operating system's chance.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn random() -> Result<Self, VaultError> {
        random_key().map(Self)
    }

    /// One that was kept.
    pub fn of(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    /// What is to be kept of it.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Tells keys apart without saying anything about them.
    pub(crate) fn fingerprint(&self) -> String {
        let digest = Sha256::new().chain_update(FINGERPRINT).chain_update(self.bytes()).finalize();
        digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key that makes the index of a network in this epoch.
    pub(crate) fn finding(&self, network: &str) -> Key {
        mac(&self.0, &[FOR_FINDING, network.as_bytes()])
    }

    /// What wraps subjects' keys.
    pub(crate) fn wrapping(&self) -> Wrapping {
        Wrapping(mac(&self.0, &[FOR_WRAPPING]))
    }
}

impl std::fmt::Debug for EpochKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EpochKey")
    }
}

/// Wraps and unwraps subjects' keys.
pub(crate) struct Wrapping(Key);

impl Wrapping {
    /// With a key as it is.
    pub(crate) fn of(key: Key) -> Self {
        Self(key)
    }

    /// Wraps a key for keeping: nonce and ciphertext, bound to its subject.
    pub(crate) fn wrap(&self, subject: &str, key: &Key) -> Result<Vec<u8>, VaultError> {
        self.enclose(subject, key.as_slice())
    }

    /// Unwraps a key; `None` when it was not wrapped by this one for this subject.
    pub(crate) fn unwrap(&self, subject: &str, wrapped: &[u8]) -> Option<Key> {
        let key = self.disclose(subject, wrapped)?;
        <[u8; 32]>::try_from(key.as_slice()).ok().map(Zeroizing::new)
    }

    /// Encrypts bytes under a random nonce, bound to what they are about.
    pub(crate) fn enclose(&self, about: &str, bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let enclosed = self
            .cipher()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: bytes, aad: about.as_bytes() })
            .map_err(|_| VaultError::Tampered("bytes too long to encrypt"))?;
        Ok([nonce.as_slice(), &enclosed].concat())
    }

    /// Decrypts what [`Self::enclose`] made.
    pub(crate) fn disclose(&self, about: &str, enclosed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, enclosed) = enclosed.split_at_checked(NONCE)?;
        self.cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: enclosed, aad: about.as_bytes() })
            .map(Zeroizing::new)
            .ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.0.as_slice().into())
    }
}

/// A new random key.
pub(crate) fn random_key() -> Result<Key, VaultError> {
    let mut key = Zeroizing::new([0; 32]);
    fill(key.as_mut_slice())?;
    Ok(key)
}

/// The one place of this crate where chance comes in: straight from the operating system.
fn fill(bytes: &mut [u8]) -> Result<(), VaultError> {
    OsRng.try_fill_bytes(bytes).map_err(|error| VaultError::NoChance(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_one_epoch_for_different_ends_differ() {
        let key = EpochKey::of(Zeroizing::new([7; 32]));
        let all = [*key.wrapping().0, *key.finding("brussels"), *key.finding("quebec"), *key.bytes()];
        for (nth, one) in all.iter().enumerate() {
            assert!(all[..nth].iter().all(|other| other != one));
        }
    }

    #[test]
    fn what_is_wrapped_for_one_subject_or_epoch_opens_for_no_other() {
        let (one, other) = (EpochKey::random().unwrap().wrapping(), EpochKey::random().unwrap().wrapping());
        let key = random_key().unwrap();
        let wrapped = one.wrap("nora", &key).unwrap();
        assert_eq!(one.unwrap("nora", &wrapped), Some(key));
        assert_eq!(one.unwrap("samir", &wrapped), None);
        assert_eq!(other.unwrap("nora", &wrapped), None);
    }

    #[test]
    fn a_fingerprint_is_no_part_of_its_key() {
        let key = EpochKey::of(Zeroizing::new([0xab; 32]));
        assert_eq!(key.fingerprint().len(), 32);
        assert!(!key.fingerprint().contains("abab"));
        assert_eq!(format!("{key:?}"), "EpochKey");
    }
}
