//! The master key: 32 random bytes in `vault.key`, readable by their owner only.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::TryRngCore;
use rand::rngs::OsRng;
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::seal::Key;

const NONCE: usize = 24;
/// The permission bits of group and world.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// What opens the wrapped keys.
pub(crate) struct MasterKey(Key);

impl MasterKey {
    /// Reads the key file; `None` when there is none.
    pub(crate) fn read(file: &Path) -> Result<Option<Self>, VaultError> {
        let mut opened = match File::open(file) {
            Ok(opened) => opened,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unusable(file)(error)),
        };
        refuse_exposed(file, &opened)?;
        // One byte more than a key, so that a longer file is noticed without being read whole.
        let mut bytes = Zeroizing::new(Vec::with_capacity(33));
        (&mut opened).take(33).read_to_end(&mut bytes).map_err(unusable(file))?;
        let key = <[u8; 32]>::try_from(bytes.as_slice())
            .map_err(|_| VaultError::KeyDamaged { file: file.to_owned(), length: bytes.len() })?;
        Ok(Some(Self(Zeroizing::new(key))))
    }

    /// Makes a key file where there is none. Called under the lock of the database, so by one
    /// process at a time; written beside and renamed, so that a crash leaves a whole file or none.
    pub(crate) fn create(file: &Path) -> Result<Self, VaultError> {
        let key = random_key()?;
        let beside = file.with_extension("key.new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut written = options.open(&beside).map_err(unusable(&beside))?;
        written
            .write_all(key.as_slice())
            .and_then(|()| written.sync_all())
            .and_then(|()| fs::rename(&beside, file))
            .and_then(|()| sync_folder_of(file))
            .map_err(unusable(file))?;
        // Read back, so that the permissions are checked as they are on this disk.
        Self::read(file)?.ok_or_else(|| VaultError::KeyMissing(file.to_owned()))
    }

    /// Wraps a key for keeping: nonce and ciphertext, bound to its subject.
    pub(crate) fn wrap(&self, subject: &str, key: &Key) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let wrapped = self
            .cipher()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: key.as_slice(), aad: subject.as_bytes() })
            .map_err(|_| VaultError::Tampered("a key too long to wrap"))?;
        Ok([nonce.as_slice(), &wrapped].concat())
    }

    /// Unwraps a key; `None` when it was not wrapped by this master key for this subject.
    pub(crate) fn unwrap(&self, subject: &str, wrapped: &[u8]) -> Option<Key> {
        let (nonce, wrapped) = wrapped.split_at_checked(NONCE)?;
        let key = self
            .cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: wrapped, aad: subject.as_bytes() })
            .map(Zeroizing::new)
            .ok()?;
        <[u8; 32]>::try_from(key.as_slice()).ok().map(Zeroizing::new)
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

/// Leaves a file to its owner only.
pub(crate) fn for_owner_only(file: &Path) -> Result<(), VaultError> {
    #[cfg(unix)]
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).map_err(unusable(file))?;
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

#[cfg(unix)]
fn refuse_exposed(file: &Path, opened: &File) -> Result<(), VaultError> {
    let mode = std::os::unix::fs::MetadataExt::mode(&opened.metadata().map_err(unusable(file))?) & 0o777;
    if mode & OTHERS != 0 { Err(VaultError::KeyExposed { file: file.to_owned(), mode }) } else { Ok(()) }
}

#[cfg(not(unix))]
fn refuse_exposed(_: &Path, _: &File) -> Result<(), VaultError> {
    // Access lists of other systems are for who sets the machine up.
    Ok(())
}

#[cfg(unix)]
fn sync_folder_of(file: &Path) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder_of(_: &Path) -> std::io::Result<()> {
    Ok(())
}

pub(crate) fn unusable(file: &Path) -> impl Fn(std::io::Error) -> VaultError + use<> {
    let file: PathBuf = file.to_owned();
    move |source| VaultError::File { file: file.clone(), source }
}
