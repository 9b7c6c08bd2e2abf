//! The file's schema and the settings it must keep.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::error::JournalError;
use crate::sqlite::sql;

/// The stored format. A later one brings its migration from this one.
const FORMAT: i64 = 2;

/// What a journal of format 1 lacks: which journal it is.
const IDENTITY: &str = "
CREATE TABLE identity (one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL) STRICT;
";

/// `commands` is kept in the order of its ids: a client makes them with UUID version 7, so that
/// new ones are appended. `events` has one secondary index, which every append pays for, and no more.
const TABLES: &str = "
CREATE TABLE networks (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE streams (
    key INTEGER PRIMARY KEY,
    network INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (network, kind, id)
) STRICT;
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    shape INTEGER NOT NULL,
    payload BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    command BLOB NOT NULL,
    actor BLOB NOT NULL,
    role TEXT NOT NULL,
    device TEXT,
    causation BLOB,
    correlation BLOB,
    trace TEXT,
    provenance TEXT
) STRICT;
CREATE UNIQUE INDEX events_of_stream ON events (stream, version);
CREATE TABLE commands (
    network INTEGER NOT NULL,
    id BLOB NOT NULL,
    digest BLOB NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    version INTEGER NOT NULL,
    facts TEXT,
    PRIMARY KEY (network, id)
) STRICT, WITHOUT ROWID;
";

/// Opens the journal to write, makes it when it is not there, and asserts that it is durable.
pub(crate) fn open(path: &Path) -> Result<Connection, JournalError> {
    let connection = open_as_it_is(path)?;
    assert_durable(&connection)?;
    Ok(connection)
}

/// The same with a setting that loses commits when the power goes.
#[cfg(feature = "canary")]
pub(crate) fn open_unsafely(path: &Path) -> Result<Connection, JournalError> {
    let connection = open_as_it_is(path)?;
    connection.execute_batch("PRAGMA synchronous = NORMAL").map_err(sql)?;
    Ok(connection)
}

fn open_as_it_is(path: &Path) -> Result<Connection, JournalError> {
    let connection = Connection::open(path).map_err(sql)?;
    settings(&connection)?;
    let format: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(sql)?;
    match format {
        0 => make(&connection, &format!("{TABLES}{IDENTITY}"))?,
        1 => make(&connection, IDENTITY)?,
        FORMAT => {}
        other => {
            let what = format!("{} is of format {other}; this version reads {FORMAT}", path.display());
            return Err(JournalError::Unfit(what));
        }
    }
    Ok(connection)
}

/// Makes what a journal of today has, all of it or nothing.
fn make(connection: &Connection, tables: &str) -> Result<(), JournalError> {
    #[expect(clippy::disallowed_methods, reason = "an adapter: a journal is told from every other")]
    let id = Uuid::new_v4().simple();
    let make = format!(
        "BEGIN IMMEDIATE; {tables} INSERT INTO identity VALUES (1, x'{id}'); PRAGMA user_version = {FORMAT}; COMMIT;"
    );
    connection.execute_batch(&make).map_err(sql)
}

/// Opens the journal to read beside the writer.
pub(crate) fn open_to_read(path: &Path) -> Result<Connection, JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(sql)?;
    connection.busy_timeout(Duration::from_secs(5)).map_err(sql)?;
    connection.execute_batch("PRAGMA mmap_size = 268435456; PRAGMA query_only = ON;").map_err(sql)?;
    // Every query has one plan, whatever is bound: without this, each read of another range is
    // parsed and planned anew, which costs more than reading a stream of ten events.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(sql)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

fn settings(connection: &Connection) -> Result<(), JournalError> {
    connection.busy_timeout(Duration::from_secs(5)).map_err(sql)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA cache_size = -16384;
             PRAGMA wal_autocheckpoint = 4000;",
        )
        .map_err(sql)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(())
}

/// Reads the settings back: a file system or a build that does not keep them must not hold a journal.
fn assert_durable(connection: &Connection) -> Result<(), JournalError> {
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).map_err(sql)?;
    let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(sql)?;
    // 2 is FULL, 3 is EXTRA.
    if mode != "wal" || synchronous < 2 {
        let what =
            format!("journal_mode is {mode} and synchronous is {synchronous}; it needs wal and 2 (FULL)");
        return Err(JournalError::Unfit(what));
    }
    Ok(())
}
