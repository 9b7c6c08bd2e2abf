//! Erasure: a new epoch for everybody else, and the old epoch's key is gone.
//!
//! 1. A key for the new epoch is prepared, and is safe on its medium.
//! 2. In one transaction the database goes over: every other subject's key is wrapped again, the
//!    erased ones' wraps are removed and their names listed, the index is made anew.
//! 3. The new key is established, those before it are destroyed.
//! 4. Old bytes are wiped from the database's files.
//!
//! Cut off before the end of 2, nothing was erased. Cut off later, the next start, or the next
//! erasure, goes on from there: until 3 the old key is there, from 1 on the new one.

use std::collections::BTreeSet;

use graph::Erased;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::epochs::Wrapping;
use crate::error::VaultError;
use crate::files;
use crate::index;
use crate::keys::{Held, Keys, begin, enter, erased_in};
use crate::schema::{self, signed, unsigned};
use crate::seal::Key;

/// Subjects wrapped again at a time.
const PAGE: i64 = 1_000;

impl Keys {
    /// Destroys the keys of subjects. Those erased before count again, so that asking twice
    /// answers the same.
    pub(crate) fn erase(&mut self, subjects: &BTreeSet<&str>) -> Result<Erased, VaultError> {
        self.finish()?;
        let Self { database, epochs, held, .. } = self;
        let transaction = begin(database)?;
        held.follow(&transaction, &**epochs)?;
        let mut new = Vec::new();
        for subject in subjects {
            if erased_in(&transaction, subject)?.is_none() {
                new.push(*subject);
            }
        }
        if new.is_empty() {
            return told(&transaction, subjects);
        }
        let epoch = held.epoch + 1;
        let next = Held::of(epoch, epochs.prepare(epoch)?);
        remove(&transaction, &new, epoch)?;
        rewrap(&transaction, held, &next)?;
        transaction.execute(
            "INSERT INTO erasures (epoch, fingerprint) VALUES (?1, ?2)",
            (signed(epoch), held.key.fingerprint()),
        )?;
        enter(&transaction, &next)?;
        let told = told(&transaction, subjects)?;
        transaction.commit()?;
        *held = next;
        self.finish()?;
        Ok(told)
    }

    /// Ends what the last step of an epoch left to do.
    pub(crate) fn finish(&mut self) -> Result<(), VaultError> {
        let Some(stage) = schema::stage(&self.database)? else { return Ok(()) };
        if stage.finished {
            return Ok(());
        }
        self.epochs.establish(stage.epoch)?;
        self.epochs.destroy_before(stage.epoch)?;
        files::destroy(&self.master)?;
        schema::scrub(&self.database)?;
        self.database.execute("UPDATE epoch SET finished = 1 WHERE number = ?1", [signed(stage.epoch)])?;
        schema::empty_log(&self.database)
    }
}

/// Removes what there is of subjects, and lists them.
fn remove(transaction: &Transaction<'_>, subjects: &[&str], epoch: u64) -> rusqlite::Result<()> {
    let mut list = transaction.prepare("INSERT INTO erased (subject, epoch, had_key) VALUES (?1, ?2, ?3)")?;
    let mut key = transaction.prepare("DELETE FROM subject_keys WHERE subject = ?1")?;
    let mut findable = transaction.prepare("DELETE FROM findable WHERE subject = ?1")?;
    for subject in subjects {
        let had = key.execute([subject])?;
        findable.execute([subject])?;
        list.execute((subject, signed(epoch), had > 0))?;
    }
    Ok(())
}

/// A subject as it is kept: its wrapped key, and by what it is found.
struct Kept {
    subject: String,
    wrapped: Vec<u8>,
    findable: Option<(String, Vec<u8>)>,
}

/// Wraps every key for the next epoch, and makes the index of it.
fn rewrap(transaction: &Transaction<'_>, held: &Held, next: &Held) -> Result<(), VaultError> {
    transaction.execute("DELETE FROM found_by", [])?;
    let mut update = transaction.prepare("UPDATE subject_keys SET wrapped = ?2 WHERE subject = ?1")?;
    let mut after = String::new();
    loop {
        let page = page(transaction, &after)?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.subject);
        for Kept { subject, wrapped, findable } in &page {
            let key = opened(&held.wrapping, subject, wrapped)?;
            update.execute((subject, next.wrapping.wrap(subject, &key)?))?;
            if let Some((network, words)) = findable {
                let terms = index::kept(&key, subject, words)?;
                index::put(transaction, &next.key, network, subject, &terms)?;
            }
        }
    }
}

fn page(transaction: &Transaction<'_>, after: &str) -> rusqlite::Result<Vec<Kept>> {
    transaction
        .prepare_cached(
            "SELECT subject, wrapped, network, words FROM subject_keys LEFT JOIN findable USING (subject) \
             WHERE subject > ?1 ORDER BY subject LIMIT ?2",
        )?
        .query_map((after, PAGE), |row| {
            let findable = row.get::<_, Option<_>>(2)?.zip(row.get(3)?);
            Ok(Kept { subject: row.get(0)?, wrapped: row.get(1)?, findable })
        })?
        .collect()
}

fn opened(wrapping: &Wrapping, subject: &str, wrapped: &[u8]) -> Result<Key, VaultError> {
    wrapping.unwrap(subject, wrapped).ok_or(VaultError::Tampered("a key in vault.sqlite"))
}

/// The facts of the erasure of these subjects; of the present epoch when there are none.
fn told(connection: &Connection, subjects: &BTreeSet<&str>) -> Result<Erased, VaultError> {
    let (mut epoch, mut keys) = (None, 0);
    for subject in subjects {
        if let Some((at, had)) = erased_in(connection, subject)? {
            epoch = epoch.max(Some(at));
            keys += unsigned(had);
        }
    }
    let epoch = match epoch {
        Some(epoch) => unsigned(epoch),
        None => schema::stage(connection)?.map_or(0, |stage| stage.epoch),
    };
    let fingerprint = connection
        .query_row("SELECT fingerprint FROM erasures WHERE epoch = ?1", [signed(epoch)], |row| row.get(0))
        .optional()?
        .unwrap_or_default();
    Ok(Erased { epoch, keys, fingerprint })
}
