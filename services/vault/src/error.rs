//! What can go wrong with the vault: each message says what to do.

use std::path::PathBuf;

use graph::Trouble;
use thiserror::Error;

/// Why the vault cannot be opened or used. No message holds a word of what is sealed.
#[derive(Debug, Error)]
pub enum VaultError {
    /// Others than its owner may read a key.
    #[error("{file} may be read by others (mode {mode:03o}): run chmod 600 on it, then start again")]
    KeyExposed {
        /// The key file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The vault holds keys, the key that opens them is not there.
    #[error(
        "the key of epoch {epoch} is not in {place}: put its copy back, or say where it is with --keys; \
         a new one would not open what is sealed"
    )]
    KeyMissing {
        /// The epoch.
        epoch: u64,
        /// Where it was looked for.
        place: String,
    },
    /// The master key of a vault of before is not there.
    #[error("{0} is missing: put its copy back; a new one would not open what is sealed")]
    MasterKeyMissing(PathBuf),
    /// The key file is not 32 bytes.
    #[error("{file} has {length} bytes and must have 32: put its copy back")]
    KeyDamaged {
        /// The key file.
        file: PathBuf,
        /// How long it is.
        length: usize,
    },
    /// The key belongs to another vault.
    #[error("the key of epoch {epoch} in {place} is not the key of this vault: put the right copy back")]
    WrongKey {
        /// The epoch; 0 for the master key of a vault of before.
        epoch: u64,
        /// Where it is.
        place: String,
    },
    /// The database is older than an erasure that was done since.
    #[error(
        "vault.sqlite is an older copy, of epoch {database}: people were erased since, and the keys in {place} \
         are of epoch {keys}; put back the copy that was made after the last erasure"
    )]
    OlderCopy {
        /// The epoch of the database.
        database: u64,
        /// The epoch of the keys.
        keys: u64,
        /// Where the keys are.
        place: String,
    },
    /// There are keys and no database.
    #[error(
        "vault.sqlite is missing or empty, and {place} holds the key of epoch {keys}: put back the copy that was \
         made after the last erasure; to begin with an empty vault, move the keys away first"
    )]
    DatabaseMissing {
        /// The epoch of the keys.
        keys: u64,
        /// Where they are.
        place: String,
    },
    /// A database of a later version.
    #[error("vault.sqlite has layout {0}, which this version does not know: upgrade first")]
    UnknownLayout(i64),
    /// The database does not run as asked.
    #[error("vault.sqlite runs with {pragma}={value}, which may lose keys: use a disk that takes it")]
    Unsafe {
        /// The setting.
        pragma: &'static str,
        /// What it is.
        value: String,
    },
    /// The log cannot be emptied because somebody reads from it.
    #[error(
        "vault.sqlite is being read by another process: end it; what is left to do is done at the next start"
    )]
    InUse,
    /// A file cannot be read or written.
    #[error("{file} cannot be used")]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Keys that are kept elsewhere than in files cannot be reached.
    #[error("the keys of the vault cannot be reached: {0}")]
    Keys(String),
    /// The database cannot be read or written.
    #[error("vault.sqlite cannot be used")]
    Database(#[from] rusqlite::Error),
    /// The machine gives no random bytes.
    #[error("the machine gives no random bytes: {0}")]
    NoChance(String),
    /// Something sealed, or a wrapped key, is not what was written.
    #[error("{0} was altered: restore it from a backup")]
    Tampered(&'static str),
    /// A text sealed by a later version.
    #[error("a text is sealed in format {0}, which this version does not know: upgrade first")]
    UnknownFormat(u8),
    /// The subject was erased; nothing more is kept about it.
    #[error("the words about this person were erased and no new ones can be kept")]
    Forgotten,
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        match &error {
            VaultError::Forgotten => Self::BadAsk(error.to_string()),
            VaultError::Database(source) => Self::Unavailable(format!("{error}: {source}")),
            VaultError::File { source, .. } => Self::Unavailable(format!("{error}: {source}")),
            VaultError::Keys(_) | VaultError::InUse => Self::Unavailable(error.to_string()),
            _ => Self::Fault(error.to_string()),
        }
    }
}
