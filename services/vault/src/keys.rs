//! `vault.sqlite`: the wrapped key of every subject, and who was forgotten.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::master::{self, MasterKey};
use crate::seal::Key;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often to try within that time what SQLite does not wait for by itself.
const ATTEMPTS: u32 = 100;

/// The name under which a fixed key is wrapped, to tell whether the key file is the right one.
const PROOF: &str = "entraide vault 1: proof of the master key";

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS proof (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        wrapped BLOB NOT NULL
    ) STRICT;
    -- A subject without a key was forgotten; it stays listed so that it never gets another key.
    CREATE TABLE IF NOT EXISTS subject_keys (
        subject TEXT NOT NULL PRIMARY KEY,
        wrapped BLOB
    ) STRICT, WITHOUT ROWID;
";

/// How the vault stands to a subject.
pub(crate) enum Standing {
    /// Nothing was ever sealed for it.
    Unknown,
    /// It has a key.
    Kept(Key),
    /// Its key was destroyed.
    Forgotten,
}

/// The database, with the master key that opens it.
pub(crate) struct Keys {
    database: Connection,
    master: MasterKey,
}

impl Keys {
    /// Opens both files, or makes them on first use.
    pub(crate) fn open(folder: &Path) -> Result<Self, VaultError> {
        std::fs::create_dir_all(folder).map_err(master::unusable(folder))?;
        let mut database = connect(&folder.join("vault.sqlite"))?;
        let master = with_master_key(&mut database, &folder.join("vault.key"))?;
        Ok(Self { database, master })
    }

    /// How the vault stands to a subject.
    pub(crate) fn standing(&self, subject: &str) -> Result<Standing, VaultError> {
        let found = self
            .database
            .prepare_cached("SELECT wrapped FROM subject_keys WHERE subject = ?1")?
            .query_row([subject], |row| row.get::<_, Option<Vec<u8>>>(0))
            .optional()?;
        match found {
            None => Ok(Standing::Unknown),
            Some(None) => Ok(Standing::Forgotten),
            Some(Some(wrapped)) => self
                .master
                .unwrap(subject, &wrapped)
                .map(Standing::Kept)
                .ok_or(VaultError::Tampered("a key in vault.sqlite")),
        }
    }

    /// Gives a subject a key unless it has one or was forgotten; on disk when this returns.
    pub(crate) fn begin(&self, subject: &str) -> Result<Standing, VaultError> {
        let wrapped = self.master.wrap(subject, &master::random_key()?)?;
        // Another process may have been faster: the first key stays.
        self.database
            .prepare_cached(
                "INSERT INTO subject_keys (subject, wrapped) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute((subject, wrapped))?;
        self.standing(subject)
    }

    /// Destroys a subject's key; whether it had one.
    pub(crate) fn forget(&self, subject: &str) -> Result<bool, VaultError> {
        let had = matches!(self.standing(subject), Ok(Standing::Kept(_)) | Err(VaultError::Tampered(_)));
        self.database.execute(
            "INSERT INTO subject_keys (subject, wrapped) VALUES (?1, NULL)
             ON CONFLICT (subject) DO UPDATE SET wrapped = NULL",
            [subject],
        )?;
        // Moves the change into the main file and empties the log, where the old page may still be.
        self.database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(had)
    }
}

fn connect(file: &Path) -> Result<Connection, VaultError> {
    let database = Connection::open(file)?;
    // By its name, before there is anything in it: opening and closing the file a second time in
    // this process would drop the locks that another connection holds.
    master::for_owner_only(file)?;
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
    // Deleted bytes are overwritten with zeros in the file.
    database.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
    Ok(database)
}

/// Tries again while another process opens or closes the same file: SQLite answers some of those
/// moments at once, without waiting as it was told.
fn patiently<T>(attempt: impl Fn() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    for _ in 0..ATTEMPTS {
        match attempt() {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                std::thread::sleep(PATIENCE / ATTEMPTS);
            }
            done => return done,
        }
    }
    attempt()
}

/// Reads the master key and proves that it is this vault's; makes it in a new vault. All under the
/// write lock, so that two processes starting together agree.
fn with_master_key(database: &mut Connection, file: &Path) -> Result<MasterKey, VaultError> {
    let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(TABLES)?;
    let proof: Option<Vec<u8>> =
        transaction.query_row("SELECT wrapped FROM proof", [], |row| row.get(0)).optional()?;
    let master = match (MasterKey::read(file)?, &proof) {
        (Some(master), _) => master,
        (None, None) => MasterKey::create(file)?,
        (None, Some(_)) => return Err(VaultError::KeyMissing(file.to_owned())),
    };
    if let Some(proof) = proof {
        master.unwrap(PROOF, &proof).ok_or_else(|| VaultError::WrongKey(file.to_owned()))?;
    } else {
        let proof = master.wrap(PROOF, &Zeroizing::new([0; 32]))?;
        transaction.execute("INSERT INTO proof (one, wrapped) VALUES (1, ?1)", [proof])?;
    }
    transaction.commit()?;
    Ok(master)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_only_wrapped() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        let Ok(Standing::Kept(key)) = keys.begin("brussels/visit/1") else {
            panic!("a new subject gets a key")
        };
        for file in ["vault.sqlite", "vault.sqlite-wal"] {
            let bytes = std::fs::read(folder.path().join(file)).unwrap();
            assert!(!bytes.windows(32).any(|window| window == key.as_slice()), "{file} holds a clear key");
        }
    }

    #[test]
    fn a_key_moved_to_another_subject_does_not_open() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        for subject in ["one", "two"] {
            keys.begin(subject).unwrap();
        }
        keys.database
            .execute(
                "UPDATE subject_keys SET wrapped = (SELECT wrapped FROM subject_keys WHERE subject = 'one')",
                [],
            )
            .unwrap();
        assert!(matches!(keys.standing("one"), Ok(Standing::Kept(_))));
        assert!(matches!(keys.standing("two"), Err(VaultError::Tampered(_))));
    }

    #[test]
    fn a_forgotten_key_is_in_none_of_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        keys.begin("brussels/visit/1").unwrap();
        let wrapped: Vec<u8> =
            keys.database.query_row("SELECT wrapped FROM subject_keys", [], |row| row.get(0)).unwrap();
        let held = |file: &str| {
            let bytes = std::fs::read(folder.path().join(file)).unwrap_or_default();
            bytes.windows(wrapped.len()).any(|window| window == wrapped)
        };
        assert!(held("vault.sqlite-wal") || held("vault.sqlite"), "else this test looks in the wrong place");
        assert!(keys.forget("brussels/visit/1").unwrap());
        assert!(!held("vault.sqlite-wal") && !held("vault.sqlite"));
    }

    #[test]
    fn the_database_flushes_every_commit() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(folder.path()).unwrap();
        let read = |pragma: &str| keys.database.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        assert_eq!(read("synchronous").unwrap(), 2);
        assert_eq!(read("secure_delete").unwrap(), 1);
    }
}
