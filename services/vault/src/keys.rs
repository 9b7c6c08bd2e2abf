//! `vault.sqlite` with the key of its epoch: the wrapped key of every subject, and who was erased.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::epochs::{EpochKey, EpochKeys, Wrapping, random_key};
use crate::error::VaultError;
use crate::files;
use crate::schema::{self, Layout, Stage, signed};
use crate::seal::Key;
use crate::upgrade;

/// The name under which a fixed key is wrapped, to tell whether a key is the right one.
const PROOF: &str = "entraide vault 2: proof of the key";
/// How often to look again when another process begins an epoch between two looks.
const LOOKS: u32 = 5;

/// How the vault stands to a subject.
pub(crate) enum Standing {
    /// Nothing was ever sealed for it.
    Unknown,
    /// It has a key.
    Kept(Key),
    /// It was erased.
    Forgotten,
}

/// The database, with the key of its epoch.
pub(crate) struct Keys {
    pub(crate) database: Connection,
    pub(crate) epochs: Box<dyn EpochKeys>,
    pub(crate) held: Held,
    /// Where the master key of a vault of before was.
    pub(crate) master: PathBuf,
}

/// The key of an epoch, in use.
pub(crate) struct Held {
    pub(crate) epoch: u64,
    pub(crate) key: EpochKey,
    pub(crate) wrapping: Wrapping,
}

impl Held {
    pub(crate) fn of(epoch: u64, key: EpochKey) -> Self {
        let wrapping = key.wrapping();
        Self { epoch, key, wrapping }
    }

    /// The key of the epoch in which the database is.
    pub(crate) fn read(connection: &Connection, epochs: &dyn EpochKeys) -> Result<Self, VaultError> {
        let Stage { epoch, proof, .. } =
            schema::stage(connection)?.ok_or(VaultError::Tampered("vault.sqlite"))?;
        let key =
            epochs.key(epoch)?.ok_or_else(|| VaultError::KeyMissing { epoch, place: epochs.place() })?;
        let held = Self::of(epoch, key);
        held.wrapping
            .unwrap(PROOF, &proof)
            .ok_or_else(|| VaultError::WrongKey { epoch, place: epochs.place() })?;
        Ok(held)
    }

    /// Goes over to the epoch that the database is in by now; true when it was in it already.
    pub(crate) fn follow(
        &mut self,
        connection: &Connection,
        epochs: &dyn EpochKeys,
    ) -> Result<bool, VaultError> {
        let stage = schema::stage(connection)?;
        let same = stage.is_some_and(|stage| stage.epoch == self.epoch);
        if !same {
            *self = Self::read(connection, epochs)?;
        }
        Ok(same)
    }

    /// What the database keeps to know its key by.
    pub(crate) fn proof(&self) -> Result<Vec<u8>, VaultError> {
        self.wrapping.wrap(PROOF, &Zeroizing::new([0; 32]))
    }
}

impl Keys {
    /// Opens the database and finds the key of its epoch; makes both on first use, brings a vault
    /// of before up, and ends an erasure that was cut off.
    pub(crate) fn open(folder: &Path, epochs: Box<dyn EpochKeys>) -> Result<Self, VaultError> {
        std::fs::create_dir_all(folder).map_err(files::unusable(folder))?;
        let mut database = schema::connect(&folder.join("vault.sqlite"))?;
        let master = folder.join("vault.key");
        // All under the write lock, so that two processes starting together agree.
        let transaction = begin(&mut database)?;
        let held = match schema::layout(&transaction)? {
            Layout::Empty => create(&transaction, &*epochs, &master)?,
            Layout::Before => upgrade::upgrade(&transaction, &*epochs, &master)?,
            Layout::Now => {
                refuse_older(&transaction, &*epochs)?;
                Held::read(&transaction, &*epochs)?
            }
        };
        transaction.commit()?;
        let mut keys = Self { database, epochs, held, master };
        keys.finish()?;
        Ok(keys)
    }

    /// How the vault stands to a subject.
    pub(crate) fn standing(&mut self, subject: &str) -> Result<Standing, VaultError> {
        for _ in 0..LOOKS {
            let (epoch, wrapped, erased) = self.look(subject)?;
            if epoch != signed(self.held.epoch) {
                self.held.follow(&self.database, &*self.epochs)?;
                continue;
            }
            return match wrapped {
                _ if erased => Ok(Standing::Forgotten),
                None => Ok(Standing::Unknown),
                Some(wrapped) => self
                    .held
                    .wrapping
                    .unwrap(subject, &wrapped)
                    .map(Standing::Kept)
                    .ok_or(VaultError::Tampered("a key in vault.sqlite")),
            };
        }
        Err(VaultError::InUse)
    }

    /// One look, so that key and epoch belong together.
    fn look(&self, subject: &str) -> rusqlite::Result<(i64, Option<Vec<u8>>, bool)> {
        self.database
            .prepare_cached(
                "SELECT number, (SELECT wrapped FROM subject_keys WHERE subject = ?1), \
                 EXISTS (SELECT 1 FROM erased WHERE subject = ?1) FROM epoch",
            )?
            .query_row([subject], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
    }

    /// Gives a subject a key unless it has one or was erased; on disk when this returns.
    pub(crate) fn begin(&mut self, subject: &str) -> Result<Standing, VaultError> {
        for _ in 0..LOOKS {
            let wrapped = self.held.wrapping.wrap(subject, &random_key()?)?;
            // Another process may have been faster: the first key stays. Or an epoch has begun.
            self.database
                .prepare_cached(
                    "INSERT INTO subject_keys (subject, wrapped) SELECT ?1, ?2 FROM epoch WHERE number = ?3 \
                     AND NOT EXISTS (SELECT 1 FROM erased WHERE subject = ?1) ON CONFLICT DO NOTHING",
                )?
                .execute((subject, wrapped, signed(self.held.epoch)))?;
            match self.standing(subject)? {
                Standing::Unknown => {}
                standing => return Ok(standing),
            }
        }
        Err(VaultError::InUse)
    }
}

/// A transaction that writes from its start.
pub(crate) fn begin(database: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    database.transaction_with_behavior(TransactionBehavior::Immediate)
}

/// The database goes over to an epoch, in the transaction that wraps everything for it.
pub(crate) fn enter(transaction: &Transaction<'_>, held: &Held) -> Result<(), VaultError> {
    transaction.execute(
        "INSERT INTO epoch (one, number, proof, finished) VALUES (1, ?1, ?2, 0) \
         ON CONFLICT (one) DO UPDATE SET number = ?1, proof = ?2, finished = 0",
        (signed(held.epoch), held.proof()?),
    )?;
    Ok(())
}

fn create(transaction: &Transaction<'_>, epochs: &dyn EpochKeys, master: &Path) -> Result<Held, VaultError> {
    // Keys without a database: it was lost, and a new one would hide that.
    let place = || epochs.place();
    if let Some(keys) = epochs.epochs()?.pop() {
        return Err(VaultError::DatabaseMissing { keys, place: place() });
    }
    if files::read(master)?.is_some() {
        return Err(VaultError::DatabaseMissing { keys: 0, place: master.display().to_string() });
    }
    schema::create(transaction)?;
    let held = Held::of(1, epochs.prepare(1)?);
    enter(transaction, &held)?;
    Ok(held)
}

/// An older copy of the database beside the keys of a later epoch would show erased people again
/// as soon as somebody puts an older key back too.
fn refuse_older(connection: &Connection, epochs: &dyn EpochKeys) -> Result<(), VaultError> {
    let database = schema::stage(connection)?.map_or(0, |stage| stage.epoch);
    match epochs.epochs()?.pop() {
        Some(keys) if keys > database => Err(VaultError::OlderCopy { database, keys, place: epochs.place() }),
        _ => Ok(()),
    }
}

/// Checks without changing anything that the database can be used with its keys.
pub(crate) fn check(connection: &Connection, epochs: &dyn EpochKeys) -> Result<(), VaultError> {
    refuse_older(connection, epochs)?;
    Held::read(connection, epochs).map(|_| ())
}

/// Whether a subject is one of those erased.
pub(crate) fn erased_in(connection: &Connection, subject: &str) -> rusqlite::Result<Option<(i64, i64)>> {
    connection
        .prepare_cached("SELECT epoch, had_key FROM erased WHERE subject = ?1")?
        .query_row([subject], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::KeyFiles;

    fn open(folder: &Path) -> Keys {
        Keys::open(folder, Box::new(KeyFiles::open(folder).unwrap())).unwrap()
    }

    #[test]
    fn a_key_is_kept_only_wrapped() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = open(folder.path());
        let Ok(Standing::Kept(key)) = keys.begin("brussels/visit/1") else {
            panic!("a new subject gets a key")
        };
        let mut looked = 0;
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!bytes.windows(32).any(|window| window == key.as_slice()), "a file holds a clear key");
            looked += bytes.len();
        }
        assert!(looked > 4_096, "else this test looks in the wrong place");
    }

    #[test]
    fn a_key_moved_to_another_subject_does_not_open() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = open(folder.path());
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
    fn the_database_flushes_every_commit() {
        let folder = tempfile::tempdir().unwrap();
        let keys = open(folder.path());
        let read = |pragma: &str| keys.database.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        assert_eq!(read("synchronous").unwrap(), 2);
        assert_eq!(read("secure_delete").unwrap(), 1);
    }
}
