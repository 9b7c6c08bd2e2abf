//! A look at a vault that changes nothing: for the operator.

use std::path::Path;

use rusqlite::Connection;

use crate::epochs::EpochKeys;
use crate::error::VaultError;
use crate::keys;
use crate::schema::{self, Layout, unsigned};

/// What a vault holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its epoch; 0 for a vault of before, which goes over to epoch 1 at the next start.
    pub epoch: u64,
    /// How many subjects have a key.
    pub subjects: u64,
    /// How many were erased.
    pub erased: u64,
    /// Whether the last erasure was ended; if not, the next start ends it.
    pub finished: bool,
}

/// Looks at the vault of a folder, also while a node works with it; `None` when there is none yet.
///
/// # Errors
/// When it could not be opened either, with the way out.
pub fn look(folder: &Path, epochs: &dyn EpochKeys) -> Result<Option<Look>, VaultError> {
    let file = folder.join("vault.sqlite");
    if !file.exists() {
        return match epochs.epochs()?.pop() {
            Some(keys) => Err(VaultError::DatabaseMissing { keys, place: epochs.place() }),
            None => Ok(None),
        };
    }
    look_at(&file, epochs)
}

/// The same of a file that is there.
pub(crate) fn look_at(file: &Path, epochs: &dyn EpochKeys) -> Result<Option<Look>, VaultError> {
    let database = schema::connect_to_look(file)?;
    match schema::layout(&database)? {
        Layout::Empty => Ok(None),
        Layout::Before => {
            let subjects = count(&database, "subject_keys WHERE wrapped IS NOT NULL")?;
            let erased = count(&database, "subject_keys WHERE wrapped IS NULL")?;
            Ok(Some(Look { epoch: 0, subjects, erased, finished: true }))
        }
        Layout::Now => {
            keys::check(&database, epochs)?;
            let stage = schema::stage(&database)?;
            let (subjects, erased) = (count(&database, "subject_keys")?, count(&database, "erased")?);
            Ok(stage.map(|stage| Look { epoch: stage.epoch, subjects, erased, finished: stage.finished }))
        }
    }
}

fn count(database: &Connection, of: &str) -> rusqlite::Result<u64> {
    database.query_row(&format!("SELECT count(*) FROM {of}"), [], |row| row.get(0)).map(unsigned)
}
