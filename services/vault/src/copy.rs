//! Copies of a vault, for backups: as it was at one instant, and of no use once somebody was erased.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::path::Path;

use crate::epochs::EpochKeys;
use crate::error::VaultError;
use crate::files::{for_owner_only, unusable};
use crate::look::{Look, look_at};
use crate::schema;

/// How often to copy again when an epoch begins meanwhile.
const LOOKS: u32 = 5;

/// Copies the database of a folder into a new file, also while a node works with it, and says what the copy
/// holds; `None` when there is no vault yet. It is of the epoch of the keys: an older one would open nothing.
///
/// # Errors
/// When the vault could not be opened either, or the file cannot be written.
pub fn copy(folder: &Path, epochs: &dyn EpochKeys, to: &Path) -> Result<Option<Look>, VaultError> {
    let file = folder.join("vault.sqlite");
    if !file.exists() {
        return Ok(None);
    }
    for _ in 0..LOOKS {
        let new =
            OpenOptions::new().create(true).write(true).truncate(true).open(to).map_err(unusable(to))?;
        for_owner_only(to)?;
        let database = schema::connect_to_copy(&file)?;
        database.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
        new.sync_all().map_err(unusable(to))?;
        match look_at(to, epochs) {
            Err(VaultError::OlderCopy { .. }) => {}
            looked => return looked,
        }
    }
    Err(VaultError::InUse)
}

/// Whether a copy can be put into use with these keys, and what it holds.
///
/// # Errors
/// When it cannot, with the way out.
pub fn check_copy(file: &Path, epochs: &dyn EpochKeys) -> Result<Option<Look>, VaultError> {
    look_at(file, epochs)
}

/// Of these subjects, those the vault of a folder neither has a key of nor has erased: nobody wanted their
/// words to be lost.
///
/// # Errors
/// When the vault cannot be read.
pub fn without_key(folder: &Path, subjects: &BTreeSet<String>) -> Result<Vec<String>, VaultError> {
    let file = folder.join("vault.sqlite");
    if !file.exists() {
        return Ok(subjects.iter().cloned().collect());
    }
    let database = schema::connect_to_look(&file)?;
    let mut known = database.prepare(
        "SELECT EXISTS (SELECT 1 FROM subject_keys WHERE subject = ?1)
             OR EXISTS (SELECT 1 FROM erased WHERE subject = ?1)",
    )?;
    let mut unknown = Vec::new();
    for subject in subjects {
        if !known.query_row([subject], |row| row.get::<_, bool>(0))? {
            unknown.push(subject.clone());
        }
    }
    Ok(unknown)
}
