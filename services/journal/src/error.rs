//! What can go wrong in the journal's storage. What can go wrong with a *command* is
//! [`graph::Trouble`]: stale, repeated with another content, too large, overloaded.

use std::fmt;

use graph::Trouble;
use kernel::Position;
use thiserror::Error;

/// Why the storage did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalError {
    /// The storage cannot be reached or written now; the same may be asked again.
    #[error("the storage is unavailable: {0}")]
    Unavailable(Unavailable),
    /// What is stored contradicts itself: a gap, an unreadable row.
    #[error("the journal is damaged at position {at}: {what}")]
    Damaged {
        /// Where.
        at: Position,
        /// What is wrong.
        what: String,
    },
    /// The storage is not what it must be: another schema, a setting that loses commits, events
    /// where none should be.
    #[error("the storage cannot be used: {0}")]
    Unfit(String),
}

impl JournalError {
    /// Why, in a word that may be told to anybody.
    pub fn why(&self) -> Why {
        match self {
            Self::Unavailable(unavailable) => unavailable.why,
            Self::Damaged { .. } | Self::Unfit(_) => Why::Other,
        }
    }
}

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Unavailable(unavailable) => Self::Unavailable(unavailable.told),
            other => Self::Fault(other.to_string()),
        }
    }
}

/// What a storage that does not do its work says of it, and what may be passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unavailable {
    /// The kind, in a word that may be told to anybody.
    pub why: Why,
    /// Its own words, for the log only: they may name a machine, a path, a user.
    pub told: String,
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told)
    }
}

impl From<String> for Unavailable {
    fn from(told: String) -> Self {
        Self { why: Why::Other, told }
    }
}

impl From<&str> for Unavailable {
    fn from(told: &str) -> Self {
        told.to_owned().into()
    }
}

/// Why a storage takes no writes: words that monitors compare, so they stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no room.
    DiskFull,
    /// The disk answers with errors, or the files cannot be opened.
    IoError,
    /// Nobody answers, or the line broke.
    Unreachable,
    /// The storage is there for reading only: a standby that was not promoted, a file without the right
    /// to write.
    ReadOnlyTransaction,
    /// The standby that must have every commit is away.
    NoQuorum,
    /// Something else; the log says what.
    Other,
}

impl Why {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::IoError => "io_error",
            Self::Unreachable => "unreachable",
            Self::ReadOnlyTransaction => "read_only_transaction",
            Self::NoQuorum => "no_quorum",
            Self::Other => "other",
        }
    }
}
