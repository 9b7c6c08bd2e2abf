//! What a command left behind: the row of its outcome.

use kernel::{CommandId, NetworkId, Position};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::engine::Recorded;
use crate::error::JournalError;
use crate::sqlite::sql;

/// The columns of a command's outcome.
pub(crate) struct Outcome {
    digest: [u8; 32],
    first: i64,
    last: i64,
    version: i64,
    facts: Option<String>,
}

impl Outcome {
    pub(crate) fn of(self, network: &NetworkId, id: CommandId) -> Result<Recorded, JournalError> {
        let facts = match self.facts {
            Some(json) => {
                serde_json::from_str(&json).map_err(|error| JournalError::Unfit(format!("{id}: {error}")))?
            }
            None => Vec::new(),
        };
        Ok(Recorded {
            network: network.clone(),
            id,
            digest: self.digest,
            first: Position(self.first.unsigned_abs()),
            last: Position(self.last.unsigned_abs()),
            version: self.version.unsigned_abs(),
            facts,
        })
    }
}

/// Reads them, from a column on.
pub(crate) fn outcome(row: &Row<'_>, from: usize) -> rusqlite::Result<Outcome> {
    Ok(Outcome {
        digest: row.get(from)?,
        first: row.get(from + 1)?,
        last: row.get(from + 2)?,
        version: row.get(from + 3)?,
        facts: row.get(from + 4)?,
    })
}

/// What was recorded of a command.
pub(crate) fn command(
    connection: &Connection,
    key: i64,
    network: &NetworkId,
    id: CommandId,
) -> Result<Option<Recorded>, JournalError> {
    connection
        .prepare_cached(
            "SELECT digest, first, last, version, facts FROM commands WHERE network = ?1 AND id = ?2",
        )
        .and_then(|mut select| {
            select.query_row(params![key, id.0.as_bytes().as_slice()], |row| outcome(row, 0)).optional()
        })
        .map_err(sql)?
        .map(|outcome| outcome.of(network, id))
        .transpose()
}
