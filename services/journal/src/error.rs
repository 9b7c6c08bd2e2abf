//! What can go wrong in the journal's storage. What can go wrong with a *command* is
//! [`graph::Trouble`]: stale, repeated with another content, too large, overloaded.

use graph::Trouble;
use kernel::Position;
use thiserror::Error;

/// Why the storage did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalError {
    /// The storage cannot be reached or written now; the same may be asked again.
    #[error("the storage is unavailable: {0}")]
    Unavailable(String),
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

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::Unavailable(why) => Self::Unavailable(why),
            other => Self::Fault(other.to_string()),
        }
    }
}
