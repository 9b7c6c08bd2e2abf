//! The vault as the rest of the platform sees it.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph::{Seals, Trouble};
use kernel::{Sealed, Text};

use crate::cache::Cache;
use crate::error::VaultError;
use crate::keys::{Keys, Standing};
use crate::seal::SubjectKeys;

/// Seals and opens words about people; may be shared by any number of threads, and its folder by
/// several processes of one machine.
pub struct Vault {
    keys: Mutex<Keys>,
    // Taken while `keys` is held, never the other way round. What is forgotten under `keys` can
    // therefore not come back into the cache by a slower reader.
    cache: Mutex<Cache>,
}

impl Vault {
    /// Opens the vault in a folder (`vault.sqlite` and `vault.key`), or makes it on first use.
    ///
    /// # Errors
    /// When the key file is missing, damaged, readable by others or of another vault, and when the
    /// database cannot be used or would not flush every commit.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, VaultError> {
        let keys = Keys::open(folder.as_ref())?;
        Ok(Self { keys: Mutex::new(keys), cache: Mutex::default() })
    }

    /// Destroys a subject's key: its words can no longer be opened, here or anywhere, and it never
    /// gets another key. Says whether it had one; forgetting twice is forgetting once.
    ///
    /// The key is overwritten in `vault.sqlite`. Copies that the disk itself keeps (flash blocks,
    /// snapshots) and backups of the file are out of reach of this: keys in epochs, destroyed with
    /// the epoch's key, are what erasure in the strict sense needs, and are not built yet. Another
    /// process on the same folder may hold the key in memory until it needs the room or stops.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn forget(&self, subject: &str) -> Result<bool, VaultError> {
        let keys = lock(&self.keys);
        let had = keys.forget(subject);
        // Also when the write failed: a key that may be gone must not stay in use.
        lock(&self.cache).drop_key(subject);
        had
    }

    /// The keys of a subject, made if it has none yet.
    fn keys_to_seal(&self, subject: &str) -> Result<Arc<SubjectKeys>, VaultError> {
        if let Some(cached) = self.cached(subject) {
            return Ok(cached);
        }
        let keys = lock(&self.keys);
        let mut standing = keys.standing(subject)?;
        if matches!(standing, Standing::Unknown) {
            standing = keys.begin(subject)?;
        }
        self.usable(subject, &standing).ok_or(VaultError::Forgotten)
    }

    /// The keys of a subject; `None` when there are none.
    fn keys_to_open(&self, subject: &str) -> Result<Option<Arc<SubjectKeys>>, VaultError> {
        if let Some(cached) = self.cached(subject) {
            return Ok(Some(cached));
        }
        let keys = lock(&self.keys);
        let standing = keys.standing(subject)?;
        Ok(self.usable(subject, &standing))
    }

    fn cached(&self, subject: &str) -> Option<Arc<SubjectKeys>> {
        lock(&self.cache).get(subject)
    }

    fn usable(&self, subject: &str, standing: &Standing) -> Option<Arc<SubjectKeys>> {
        let Standing::Kept(key) = standing else { return None };
        let keys = Arc::new(SubjectKeys::of(key));
        lock(&self.cache).put(subject, Arc::clone(&keys));
        Some(keys)
    }
}

impl Seals for Vault {
    fn seal(&self, subject: &str, text: &Text) -> Result<Sealed, Trouble> {
        let bytes = self.keys_to_seal(subject)?.seal(subject, text.as_str())?;
        Ok(Sealed { subject: subject.to_owned(), bytes })
    }

    fn open(&self, sealed: &Sealed) -> Result<Option<Text>, Trouble> {
        let Some(keys) = self.keys_to_open(&sealed.subject)? else { return Ok(None) };
        let text = keys.open(&sealed.subject, &sealed.bytes)?;
        let text = text.parse().map_err(|_| VaultError::Tampered("a sealed text"))?;
        Ok(Some(text))
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// Somebody who panicked left nothing half done: the database rolled back, the cache is a cache.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
