//! What can go wrong with the vault: each message says what to do.

use std::path::PathBuf;

use graph::Trouble;
use thiserror::Error;

/// Why the vault cannot be opened or used. No message holds a word of what is sealed.
#[derive(Debug, Error)]
pub enum VaultError {
    /// Others than its owner may read the master key.
    #[error("{file} may be read by others (mode {mode:03o}): run chmod 600 on it, then start again")]
    KeyExposed {
        /// The key file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The vault holds keys, the file that opens them is not there.
    #[error("{0} is missing: put its copy back; a new one would not open what is sealed")]
    KeyMissing(PathBuf),
    /// The key file is not 32 bytes.
    #[error("{file} has {length} bytes and must have 32: put its copy back")]
    KeyDamaged {
        /// The key file.
        file: PathBuf,
        /// How long it is.
        length: usize,
    },
    /// The key file belongs to another vault.
    #[error("{0} is not the key of this vault: put the right copy back")]
    WrongKey(PathBuf),
    /// The database does not run as asked.
    #[error("vault.sqlite runs with {pragma}={value}, which may lose keys: use a disk that takes it")]
    Unsafe {
        /// The setting.
        pragma: &'static str,
        /// What it is.
        value: String,
    },
    /// A file cannot be read or written.
    #[error("{file} cannot be used")]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
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
            _ => Self::Fault(error.to_string()),
        }
    }
}
