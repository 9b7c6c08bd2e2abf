//! What can go wrong with the read models. None of it loses anything: the journal has it all.

use std::io;
use std::path::{Path, PathBuf};

use graph::ports::Trouble;
use journal::JournalError;
use kernel::Position;
use thiserror::Error;

use crate::verify::Difference;

/// Why folding, rebuilding or reading failed.
#[derive(Debug, Error)]
pub enum Error {
    /// The projections cannot be kept together or under their names; a fault in the code.
    #[error("the projection {name} cannot be kept: {why}")]
    BadProjection {
        /// Its name.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// SQLite refused.
    #[error("the read model failed while {doing}")]
    Storage {
        /// What was being done.
        doing: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The folder cannot be used.
    #[error("{} cannot be used", path.display())]
    Folder {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another process folds into this folder.
    #[error("the read models in {} are in use by another process", .0.display())]
    InUse(PathBuf),
    /// The journal cannot be read.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The journal left something out; folding on would hide it for ever.
    #[error("the journal gave position {found} where {expected} was expected")]
    Gap {
        /// The next position.
        expected: Position,
        /// What came.
        found: Position,
    },
    /// A replay did not see every event up to its end.
    #[error("the replay was cut short: {reached} of {expected} events")]
    ReplayCutShort {
        /// Position and number of events it had to reach.
        expected: Position,
        /// What it reached.
        reached: Position,
    },
    /// The read models have seen what the journal no longer holds: it was restored from a backup.
    #[error("the read models stand at {checkpoint}, the journal only at {head}: rebuild them")]
    AheadOfJournal {
        /// Where the read models stand.
        checkpoint: Position,
        /// Where the journal ends.
        head: Position,
    },
    /// There is no read model of today's projections.
    #[error("the read models must be rebuilt: {0}")]
    NeedsRebuild(String),
    /// Live and rebuilt differ.
    #[error("live and rebuilt differ: {0}")]
    Differs(Box<Difference>),
    /// Too many reads wait already.
    #[error("too many reads at once")]
    Full,
    /// The thread that held the connection is gone or gave no answer.
    #[error("the read model gave no answer")]
    NoAnswer,
}

impl Error {
    /// Whether trying again without anybody's help is of no use.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::NeedsRebuild(_) | Self::AheadOfJournal { .. } | Self::InUse(_))
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::Full => Self::Overloaded,
            Error::NeedsRebuild(_) | Error::Journal(_) => Self::Unavailable(error.to_string()),
            Error::Storage { doing, source } => Self::Fault(format!("{doing}: {source}")),
            other => Self::Fault(other.to_string()),
        }
    }
}

/// Says what was being done when SQLite refused.
pub(crate) trait While<T> {
    /// The same result with what was being done.
    fn during(self, doing: &'static str) -> Result<T, Error>;
}

impl<T> While<T> for rusqlite::Result<T> {
    fn during(self, doing: &'static str) -> Result<T, Error> {
        self.map_err(|source| Error::Storage { doing, source })
    }
}

/// Says which file it was.
pub(crate) trait At<T> {
    /// The same result with the file.
    fn at(self, path: &Path) -> Result<T, Error>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, Error> {
        self.map_err(|source| Error::Folder { path: path.to_owned(), source })
    }
}
