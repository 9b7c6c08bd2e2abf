//! The vault as the rest of the platform sees it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph::{Erased, Seals, Trouble};
use kernel::{NetworkId, Sealed, Text};

use crate::cache::Cache;
use crate::epochs::EpochKeys;
use crate::error::VaultError;
use crate::files::KeyFiles;
use crate::keys::{Keys, Standing};
use crate::seal::SubjectKeys;
use crate::words::Terms;

/// Seals and opens words about people; may be shared by any number of threads, and its folder by
/// several processes of one machine.
pub struct Vault {
    keys: Mutex<Keys>,
    // Taken while `keys` is held, never the other way round. What is forgotten under `keys` can
    // therefore not come back into the cache by a slower reader.
    cache: Mutex<Cache>,
}

impl Vault {
    /// Opens the vault in a folder (`vault.sqlite`) with the keys of its epochs in another
    /// (`epoch-N.key`), or makes both on first use.
    ///
    /// # Errors
    /// When the key is missing, damaged, readable by others or of another vault, when the database
    /// is an older copy than its keys, and when it cannot be used or would not flush every commit.
    pub fn open(folder: impl AsRef<Path>, keys_folder: impl Into<PathBuf>) -> Result<Self, VaultError> {
        Self::open_with(folder, Box::new(KeyFiles::open(keys_folder)?))
    }

    /// The same with keys that are kept elsewhere than in files.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_with(folder: impl AsRef<Path>, epochs: Box<dyn EpochKeys>) -> Result<Self, VaultError> {
        let keys = Keys::open(folder.as_ref(), epochs)?;
        Ok(Self { keys: Mutex::new(keys), cache: Mutex::default() })
    }

    /// The epoch in which the vault is: it began with the last erasure.
    pub fn epoch(&self) -> u64 {
        lock(&self.keys).held.epoch
    }

    /// Looks whether another process has erased somebody, and then lets go of every key in memory: one of
    /// them may be of whoever is gone. Whether somebody has.
    ///
    /// # Errors
    /// When the database or the key of its epoch cannot be read.
    pub fn look_again(&self) -> Result<bool, VaultError> {
        let mut keys = lock(&self.keys);
        let Keys { database, epochs, held, .. } = &mut *keys;
        held.follow(database, &**epochs)?;
        Ok(lock(&self.cache).enter(held.epoch))
    }

    /// The keys of a subject, made if it has none yet.
    fn keys_to_seal(&self, subject: &str) -> Result<Arc<SubjectKeys>, VaultError> {
        if let Some(cached) = self.cached(subject) {
            return Ok(cached);
        }
        let mut keys = lock(&self.keys);
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
        let mut keys = lock(&self.keys);
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

    fn index(&self, network: &NetworkId, subject: &str, words: &[Text]) -> Result<(), Trouble> {
        let terms = words.iter().flat_map(|words| Terms::of(words.as_str()).into_all()).collect();
        Ok(lock(&self.keys).index(network.as_str(), subject, &terms)?)
    }

    fn find(&self, network: &NetworkId, words: &Text) -> Result<Vec<String>, Trouble> {
        Ok(lock(&self.keys).find(network.as_str(), &Terms::of(words.as_str()))?)
    }

    /// Nobody seals, opens or finds meanwhile. Another process on the same folder may hold a key in
    /// memory until it needs the room or stops.
    fn erase(&self, subjects: &[String]) -> Result<Erased, Trouble> {
        let mut keys = lock(&self.keys);
        let erased = keys.erase(&subjects.iter().map(String::as_str).collect());
        // Also when that failed: a key that may be gone must not stay in use.
        let mut cache = lock(&self.cache);
        for subject in subjects {
            cache.drop_key(subject);
        }
        Ok(erased?)
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
