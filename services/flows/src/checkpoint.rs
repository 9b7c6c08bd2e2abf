//! How far the flows have looked at a journal.

use std::io::ErrorKind;
use std::path::PathBuf;

use kernel::Position;
use uuid::Uuid;

use crate::runner::FlowError;

/// A small file: a position, and of which journal.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    /// The file.
    pub path: PathBuf,
    /// The journal that is followed: how far another one was looked at says nothing of it.
    pub journal: Uuid,
}

impl Checkpoint {
    /// Where the flows left off; the beginning when that is not known.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    pub fn position(&self) -> Result<Position, FlowError> {
        let text = match std::fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Position(0)),
            Err(source) => return Err(FlowError::Checkpoint { path: self.path.clone(), source }),
        };
        let mut words = text.split_whitespace();
        let position = words.next().and_then(|word| word.parse().ok());
        let journal = words.next().and_then(|word| word.parse().ok());
        Ok(position.filter(|_| journal == Some(self.journal)).unwrap_or_default())
    }

    pub(crate) fn keep(&self, position: Position) -> Result<(), FlowError> {
        let kept = self.path.with_extension("new");
        std::fs::write(&kept, format!("{position} {}\n", self.journal))
            .and_then(|()| std::fs::rename(&kept, &self.path))
            .map_err(|source| FlowError::Checkpoint { path: self.path.clone(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_another_journal_was_looked_at_says_nothing_of_this_one() {
        let folder = tempfile::tempdir().unwrap();
        let of = |journal: u128| Checkpoint {
            path: folder.path().join("flows.position"),
            journal: Uuid::from_u128(journal),
        };
        assert_eq!(of(1).position().unwrap(), Position(0), "nothing was kept yet");
        of(1).keep(Position(12)).unwrap();
        assert_eq!(of(1).position().unwrap(), Position(12));
        assert_eq!(of(2).position().unwrap(), Position(0));
        // As kept before journals had names.
        std::fs::write(&of(1).path, "12").unwrap();
        assert_eq!(of(1).position().unwrap(), Position(0));
    }
}
