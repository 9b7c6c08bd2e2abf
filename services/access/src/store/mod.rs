//! `access.sqlite`: what a node must remember about who is signed in, and nothing anybody could sign
//! in with.
//!
//! It is not the journal: an ended session is gone. Read on in [`steps`] (what was begun and waits
//! for its next step); each neighbour module has its own table.

pub mod steps;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use graph::ports::Clock;
use hmac::{Hmac, Mac};
use kernel::{ActorId, NetworkId};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::denied::{Denied, Fault};
use crate::token;

pub use steps::Steps;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);

const TABLES: &str = include_str!("tables.sql");

/// An account, with its network: whose session, whose tries, whose codes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Holder {
    /// The network.
    pub network: NetworkId,
    /// The account.
    pub account: ActorId,
}

impl Holder {
    /// One word for it; opaque ids only.
    pub(crate) fn key(&self) -> String {
        format!("{}/{}", self.network, self.account)
    }
}

/// The file, shared by everything in this crate.
#[derive(Clone)]
pub struct Store {
    database: Arc<Mutex<Connection>>,
    clock: Arc<dyn Clock>,
    pepper: [u8; 32],
}

impl Store {
    /// Opens `access.sqlite` in a folder, or makes it on first use.
    ///
    /// # Errors
    /// When the file cannot be used, or would not flush every commit.
    pub fn open(folder: impl AsRef<Path>, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let folder = folder.as_ref();
        let unusable = |source| Fault::File { file: folder.to_owned(), source };
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let file = folder.join("access.sqlite");
        for_owner_only(&file)?;
        Self::of(Connection::open(&file)?, clock)
    }

    /// Only in memory: for what needs not outlive the process.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn passing(clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        Self::of(Connection::open_in_memory()?, clock)
    }

    fn of(database: Connection, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        database.busy_timeout(PATIENCE)?;
        let mode: String = database.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" && mode != "memory" {
            return Err(Fault::Unsafe { pragma: "journal_mode", value: mode });
        }
        // A session that was ended must not come back with the power.
        database.pragma_update(None, "synchronous", "FULL")?;
        database.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
        database.execute_batch(TABLES)?;
        let pepper = pepper(&database)?;
        Ok(Self { database: Arc::new(Mutex::new(database)), clock, pepper })
    }

    /// Now, by the clock this was given.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The database, for one statement or transaction.
    pub(crate) fn database(&self) -> MutexGuard<'_, Connection> {
        // Whoever panicked left nothing half done: the transaction rolled back.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A word that cannot be guessed back without this file: what somebody typed as a name, say.
    pub(crate) fn blinded(&self, parts: &[&str]) -> [u8; 32] {
        // HMAC takes a key of any length; this one is of 32 bytes.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.pepper) else { return [0; 32] };
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }

    /// How many sessions are open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sessions(&self) -> Result<u32, Denied> {
        let now = millis(self.now());
        let open = "SELECT count(*) FROM sessions WHERE over_at > ?1";
        Ok(self.database().query_row(open, [now], |row| row.get(0))?)
    }

    /// Drops what is over: sessions, steps, tries, used codes, links. To be called now and then; how many
    /// rows went.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn tidy(&self) -> Result<usize, Denied> {
        let now = millis(self.now());
        let mut database = self.database();
        let transaction = database.transaction()?;
        let mut gone = 0;
        for table in ["sessions", "steps", "tries", "codes_used", "devices", "links"] {
            gone += transaction.execute(&format!("DELETE FROM {table} WHERE over_at <= ?1"), [now])?;
        }
        transaction.commit()?;
        Ok(gone)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// An instant as the file has it.
pub(crate) fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// An instant out of the file.
pub(crate) fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

fn pepper(database: &Connection) -> Result<[u8; 32], Fault> {
    let kept = |database: &Connection| {
        database.query_row("SELECT bytes FROM pepper", [], |row| row.get::<_, [u8; 32]>(0)).optional()
    };
    if let Some(bytes) = kept(database)? {
        return Ok(bytes);
    }
    let mut bytes = [0; 32];
    token::fill(&mut bytes)?;
    // Another process may have been faster: the first one stays.
    database.execute("INSERT INTO pepper (one, bytes) VALUES (1, ?1) ON CONFLICT DO NOTHING", [bytes])?;
    kept(database)?.ok_or(Fault::Unreadable("the pepper"))
}

/// Makes the file, if it is not there, so that only its owner reads it.
fn for_owner_only(file: &Path) -> Result<(), Fault> {
    let unusable = |source| Fault::File { file: file.to_owned(), source };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop).map_err(unusable)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Noon;

    impl Clock for Noon {
        fn now(&self) -> DateTime<Utc> {
            instant(1_700_000_000_000)
        }
    }

    #[test]
    fn the_file_flushes_every_commit_and_overwrites_what_is_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), Arc::new(Noon)).unwrap();
        let read = |pragma: &str| {
            store.database().pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap()
        };
        assert_eq!((read("synchronous"), read("secure_delete")), (2, 1));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let _store = Store::open(folder.path(), Arc::new(Noon)).unwrap();
        for file in ["access.sqlite", "access.sqlite-wal"] {
            let mode = std::fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{file} has mode {mode:o}");
        }
    }

    #[test]
    fn a_blinded_word_is_the_same_after_a_restart_and_another_elsewhere() {
        let (here, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let blinded = |folder: &tempfile::TempDir, words: &[&str]| {
            Store::open(folder.path(), Arc::new(Noon)).unwrap().blinded(words)
        };
        assert_eq!(blinded(&here, &["a", "b"]), blinded(&here, &["a", "b"]));
        assert_ne!(blinded(&here, &["a", "b"]), blinded(&here, &["ab"]));
        assert_ne!(blinded(&here, &["a", "b"]), blinded(&elsewhere, &["a", "b"]));
    }
}
