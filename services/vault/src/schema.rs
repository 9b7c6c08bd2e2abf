//! The tables of `vault.sqlite`, and how the file is opened.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};

use crate::error::VaultError;
use crate::files;

/// The layout of these tables, kept as `user_version`. Before it had a number, it was another.
const LAYOUT: i64 = 2;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to try within that time what SQLite does not wait for by itself.
const ATTEMPTS: u32 = 100;

const TABLES: &str = "
    -- In which epoch the database is; `proof` tells whether a key is the key of it. Not finished:
    -- the key is still to be established, those before it to be destroyed and old bytes wiped.
    CREATE TABLE epoch (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        number INTEGER NOT NULL,
        proof BLOB NOT NULL,
        finished INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE subject_keys (
        subject TEXT NOT NULL PRIMARY KEY,
        wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- Who was erased, as of which epoch: never gets another key.
    CREATE TABLE erased (
        subject TEXT NOT NULL PRIMARY KEY,
        epoch INTEGER NOT NULL,
        had_key INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- The epochs that began with an erasure, and a fingerprint of the key that was destroyed.
    CREATE TABLE erasures (
        epoch INTEGER PRIMARY KEY,
        fingerprint TEXT NOT NULL
    ) STRICT;
    -- What a subject is found by, under the subject's own key: tokens are made of it again in
    -- every epoch.
    CREATE TABLE findable (
        subject TEXT NOT NULL PRIMARY KEY,
        network TEXT NOT NULL,
        words BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE found_by (
        network TEXT NOT NULL,
        token INTEGER NOT NULL,
        subject TEXT NOT NULL,
        PRIMARY KEY (network, token, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX found_by__subject ON found_by (subject);
";

/// What a file holds.
pub(crate) enum Layout {
    /// Nothing yet.
    Empty,
    /// The tables of before, under one master key.
    Before,
    /// These tables.
    Now,
}

/// Where the database is.
pub(crate) struct Stage {
    pub(crate) epoch: u64,
    pub(crate) proof: Vec<u8>,
    pub(crate) finished: bool,
}

/// Makes the tables and signs the file.
pub(crate) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(TABLES)?;
    connection.pragma_update(None, "user_version", LAYOUT)
}

pub(crate) fn layout(connection: &Connection) -> Result<Layout, VaultError> {
    match connection.query_row("PRAGMA user_version", [], |row| row.get(0))? {
        LAYOUT => Ok(Layout::Now),
        0 => {
            let before = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'proof')";
            Ok(if connection.query_row(before, [], |row| row.get(0))? {
                Layout::Before
            } else {
                Layout::Empty
            })
        }
        other => Err(VaultError::UnknownLayout(other)),
    }
}

/// Where the database is; `None` when it was made and is not in any epoch.
pub(crate) fn stage(connection: &Connection) -> Result<Option<Stage>, VaultError> {
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Stage { epoch: unsigned(row.get(0)?), proof: row.get(1)?, finished: row.get(2)? })
    };
    let found = connection
        .prepare_cached("SELECT number, proof, finished FROM epoch")?
        .query_row([], read)
        .optional()?;
    Ok(found)
}

/// Opens the file, or makes it.
pub(crate) fn connect(file: &Path) -> Result<Connection, VaultError> {
    let database = Connection::open(file)?;
    // By its name, before there is anything in it: opening and closing the file a second time in
    // this process would drop the locks that another connection holds.
    files::for_owner_only(file)?;
    database.busy_timeout(PATIENCE)?;
    let mode: String = patiently(|| database.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)))?;
    if mode != "wal" {
        return Err(VaultError::Unsafe { pragma: "journal_mode", value: mode });
    }
    // A key must be on disk before the first words sealed under it are: they would be lost with it.
    database.pragma_update(None, "synchronous", "FULL")?;
    let synchronous: i64 = database.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if synchronous != 2 {
        return Err(VaultError::Unsafe { pragma: "synchronous", value: synchronous.to_string() });
    }
    // Deleted bytes are overwritten with zeros in the file; what is sorted stays in memory.
    database.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
    database.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(database)
}

/// Opens a file that is there, to look only.
pub(crate) fn connect_to_look(file: &Path) -> Result<Connection, VaultError> {
    let database = connect_to_copy(file)?;
    database.pragma_update(None, "query_only", true)?;
    Ok(database)
}

/// Opens a file that is there, to write a copy of it elsewhere.
pub(crate) fn connect_to_copy(file: &Path) -> Result<Connection, VaultError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(file, flags)?;
    database.busy_timeout(PATIENCE)?;
    Ok(database)
}

/// Leaves in the files nothing but what the tables hold: writes the database anew and empties the
/// log, where old pages may still be.
pub(crate) fn scrub(database: &Connection) -> Result<(), VaultError> {
    patiently(|| database.execute_batch("VACUUM"))?;
    empty_log(database)
}

/// Moves the log into the main file and cuts it to nothing.
pub(crate) fn empty_log(database: &Connection) -> Result<(), VaultError> {
    let busy = || -> rusqlite::Result<()> {
        match database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))? {
            0 => Ok(()),
            _ => Err(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
                None,
            )),
        }
    };
    patiently(busy).map_err(|error| if is_busy(&error) { VaultError::InUse } else { error.into() })
}

/// Tries again while another process opens or closes the same file: SQLite answers some of those
/// moments at once, without waiting as it was told.
fn patiently<T>(attempt: impl Fn() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    for _ in 0..ATTEMPTS {
        match attempt() {
            Err(error) if is_busy(&error) => std::thread::sleep(PATIENCE / ATTEMPTS),
            done => return done,
        }
    }
    attempt()
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

/// A number as SQLite holds it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number out of SQLite.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
