//! Vaults of before: one master key in `vault.key`, beside the database, and no epochs.
//!
//! The master key wrapped subjects' keys as it is. Opening such a vault wraps them again under the
//! key of epoch 1 and destroys the master key; cut off anywhere, the next start does it, or ends it.

use std::path::Path;

use rusqlite::{OptionalExtension, Transaction};

use crate::epochs::{EpochKeys, Wrapping};
use crate::error::VaultError;
use crate::files;
use crate::keys::{Held, enter};
use crate::schema;

/// The name under which a fixed key was wrapped.
const PROOF: &str = "entraide vault 1: proof of the master key";

/// Goes over to epoch 1.
pub(crate) fn upgrade(
    transaction: &Transaction<'_>,
    epochs: &dyn EpochKeys,
    master: &Path,
) -> Result<Held, VaultError> {
    if let Some(keys) = epochs.epochs()?.pop() {
        return Err(VaultError::OlderCopy { database: 0, keys, place: epochs.place() });
    }
    let old = master_key(transaction, master)?;
    transaction.execute_batch("ALTER TABLE subject_keys RENAME TO keys_of_before")?;
    schema::create(transaction)?;
    let held = Held::of(1, epochs.prepare(1)?);
    {
        let mut select = transaction.prepare("SELECT subject, wrapped FROM keys_of_before")?;
        let mut keep = transaction.prepare("INSERT INTO subject_keys (subject, wrapped) VALUES (?1, ?2)")?;
        let mut list =
            transaction.prepare("INSERT INTO erased (subject, epoch, had_key) VALUES (?1, 1, 1)")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let subject: String = row.get(0)?;
            match row.get::<_, Option<Vec<u8>>>(1)? {
                None => list.execute([&subject])?,
                Some(wrapped) => {
                    let key = old
                        .unwrap(&subject, &wrapped)
                        .ok_or(VaultError::Tampered("a key in vault.sqlite"))?;
                    keep.execute((&subject, held.wrapping.wrap(&subject, &key)?))?
                }
            };
        }
    }
    transaction.execute_batch("DROP TABLE keys_of_before; DROP TABLE proof")?;
    enter(transaction, &held)?;
    Ok(held)
}

fn master_key(transaction: &Transaction<'_>, master: &Path) -> Result<Wrapping, VaultError> {
    let key = files::read(master)?.ok_or_else(|| VaultError::MasterKeyMissing(master.to_owned()))?;
    let key = Wrapping::of(key);
    let proof: Option<Vec<u8>> =
        transaction.query_row("SELECT wrapped FROM proof", [], |row| row.get(0)).optional()?;
    let wrong = || VaultError::WrongKey { epoch: 0, place: master.display().to_string() };
    proof.and_then(|proof| key.unwrap(PROOF, &proof)).ok_or_else(wrong)?;
    Ok(key)
}
