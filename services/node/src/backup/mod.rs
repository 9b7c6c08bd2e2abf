//! Backups: a folder each, with the journal as NDJSON, a copy of the vault, and a manifest that says what they
//! are. The keys are not in it: a copy of one opens nothing without the other.
//!
//! The journal is copied first, then the vault: it has a key for whatever the journal has words of. Who is
//! signed in and which letters were sent is not copied: after a restore everybody signs in again.

mod files;
mod making;
mod restoring;
mod told;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use kernel::Position;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) use making::{make, prune};
pub(crate) use restoring::{Wanted, Words, restore};
pub(crate) use told::tell;

/// The journal in a backup.
const JOURNAL: &str = "journal.ndjson.gz";
/// The vault in a backup.
const VAULT: &str = "vault.sqlite";
/// What a backup says of itself; written last.
const MANIFEST: &str = "manifest.json";
/// The format of backups that is written, and the only one that is read.
const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The format of this folder.
    format: u32,
    /// The version of the program that wrote it.
    entraide: String,
    /// When it was begun.
    made_at: DateTime<Utc>,
    /// The journal.
    pub(crate) journal: JournalPart,
    /// The vault; none when nobody had any words yet.
    pub(crate) vault: Option<VaultPart>,
}

/// The journal of a backup: its checkpoint, and how to know that the file is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct JournalPart {
    sha256: String,
    /// Which journal it is a copy of.
    identity: Uuid,
    /// It is whole up to here.
    pub(crate) position: Position,
    /// When that was recorded; null for an empty journal.
    pub(crate) recorded_at: Option<DateTime<Utc>>,
    pub(crate) events: u64,
    pub(crate) commands: u64,
}

/// The vault of a backup. It is of use while nobody is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VaultPart {
    sha256: String,
    pub(crate) epoch: u64,
    pub(crate) subjects: u64,
    pub(crate) erased: u64,
    /// So many subjects have words in the journal and neither a key nor an erasure: nobody can read them.
    #[serde(default)]
    pub(crate) without_key: u64,
}

/// Reads the manifest of a backup.
fn manifest(folder: &Path) -> anyhow::Result<Manifest> {
    let file = folder.join(MANIFEST);
    let text =
        std::fs::read(&file).with_context(|| format!("{} is not a backup: no manifest", folder.display()))?;
    let manifest: Manifest =
        serde_json::from_slice(&text).with_context(|| format!("{} cannot be read", file.display()))?;
    if manifest.format != FORMAT {
        bail!("{} is of format {}; this version reads {FORMAT}", file.display(), manifest.format);
    }
    Ok(manifest)
}

/// The whole backups of a folder, the oldest first. Their names begin with when they were made.
fn all(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        let named =
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| !name.starts_with('.'));
        if named && path.join(MANIFEST).is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The backup that was meant: this folder, or the newest one in it.
fn meant(folder: &Path) -> anyhow::Result<PathBuf> {
    if folder.join(MANIFEST).is_file() {
        return Ok(folder.to_owned());
    }
    all(folder)?.pop().with_context(|| format!("there is no whole backup in {}", folder.display()))
}
