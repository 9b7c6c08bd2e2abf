//! Reading the journal back in order and decoding it, against a plain scan of the same rows.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use journal::Journal;
use kernel::{Event, Position};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::append::{self, fill};
use crate::load::{per_second, tell};
use crate::work::{BookEvent, ENTRIES};

/// Events of one read, as in a rebuild; there, the next page is read while this one is folded, which
/// is left out here because the plain scan has one thread too.
const PAGE: usize = 4_000;

/// Makes a journal of so many events, in a file or in the database at an address.
pub async fn make(file: &Path, address: Option<&str>, events: u64) -> Result<()> {
    let ledger = append::ledger(file, address).await?;
    fill(&ledger, events / u64::from(ENTRIES), ENTRIES).await?;
    ledger.close().await;
    Ok(())
}

/// As a follower reads it.
pub async fn ours(file: &Path, address: Option<&str>) -> Result<()> {
    let ledger = append::ledger(file, address).await?;
    let head = ledger.head().await?;
    let started = Instant::now();
    let (mut after, mut count) = (Position(0), 0);
    while after < head {
        let page = ledger.read_all(after, Some(head), PAGE).await?;
        for stored in &page {
            black_box(BookEvent::read(&stored.name, stored.shape, &stored.payload)?);
            after = stored.position;
        }
        count += page.len();
    }
    ensure!(count as u64 == head.0, "every event was read");
    tell("rate", per_second(count, started.elapsed()));
    ledger.close().await;
    Ok(())
}

/// As somebody who knows the tables would: every column looked at, the payload decoded.
pub fn raw(file: &Path) -> Result<()> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.pragma_update(None, "mmap_size", 268_435_456)?;
    let mut select = connection.prepare(
        "SELECT position, stream, version, name, shape, payload, recorded_at, occurred_at, command, actor, role,
         device, causation, correlation, trace, provenance FROM events ORDER BY position",
    )?;
    let started = Instant::now();
    let (mut rows, mut count) = (select.query([])?, 0);
    while let Some(row) = rows.next()? {
        for column in 0..16 {
            match row.get_ref(column)? {
                ValueRef::Blob(payload) if column == 5 => {
                    black_box(serde_json::from_slice::<BookEvent>(payload)?);
                }
                other => {
                    black_box(other);
                }
            }
        }
        count += 1;
    }
    tell("rate", per_second(count, started.elapsed()));
    Ok(())
}
