//! What may come instead of an answer: a refusal somebody can read, or a fault of ours.

use std::path::PathBuf;

use graph::Trouble;
use kernel::Refused;
use thiserror::Error;

use crate::refusal::AccessRefusal;

/// Why there is no answer.
#[derive(Debug, Error)]
pub enum Denied {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(AccessRefusal),
    /// A fault of ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What can go wrong here. No message holds a name, a token or a code.
#[derive(Debug, Error)]
pub enum Fault {
    /// The file of sessions cannot be read or written.
    #[error("access.sqlite cannot be used")]
    Database(#[from] rusqlite::Error),
    /// The file does not run as asked.
    #[error("access.sqlite runs with {pragma}={value}; ended sessions might come back: use another disk")]
    Unsafe {
        /// The setting.
        pragma: &'static str,
        /// What it is.
        value: String,
    },
    /// A file cannot be made for its owner only.
    #[error("{file} cannot be used")]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The machine gives no random bytes.
    #[error("the machine gives no random bytes: {0}")]
    NoChance(String),
    /// What was kept cannot be read.
    #[error("{0} in the keeping of this node cannot be read")]
    Unreadable(&'static str),
    /// The configuration of a sign-in makes no sense.
    #[error("{0}")]
    Configuration(String),
    /// Hashing failed for a reason that is not the password.
    #[error("hashing failed: {0}")]
    Hashing(String),
}

impl Denied {
    /// The refusal, if it is one.
    pub fn refusal(&self) -> Option<&AccessRefusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Fault(_) => None,
        }
    }
}

impl From<AccessRefusal> for Denied {
    fn from(refusal: AccessRefusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<rusqlite::Error> for Denied {
    fn from(error: rusqlite::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl From<Denied> for Trouble {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(AccessRefusal::SignInBusy { .. }) => Self::Overloaded,
            Denied::Refused(AccessRefusal::TooManyAttempts { seconds }) => Self::TooManyGuesses { seconds },
            Denied::Refused(refusal) => Self::Refused(Refused::from(refusal)),
            Denied::Fault(fault @ (Fault::Database(_) | Fault::File { .. })) => {
                Self::Unavailable(fault.to_string())
            }
            Denied::Fault(fault) => Self::Fault(fault.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_turned_away_may_come_again_and_is_told_when() {
        let trouble = |refusal: AccessRefusal| Trouble::from(Denied::from(refusal));
        assert_eq!(trouble(AccessRefusal::SignInBusy { seconds: 2 }), Trouble::Overloaded);
        assert_eq!(
            trouble(AccessRefusal::TooManyAttempts { seconds: 15 }),
            Trouble::TooManyGuesses { seconds: 15 }
        );
        let Trouble::Refused(refused) = trouble(AccessRefusal::SessionEnded) else { panic!("a refusal") };
        assert_eq!(refused.code, "SESSION_ENDED");
    }
}
