//! A session as the file has it.

use rusqlite::{Connection, Row};

use super::{Proof, Session};
use crate::denied::Fault;
use crate::store::{Holder, instant, millis};
use crate::token::Digest;

pub(super) const COLUMNS: &str = "id, network, account, device, shared, facet, proofs, began_at, used_at, \
                                  over_at, locked, pin IS NOT NULL";

pub(super) fn insert(database: &Connection, digest: &Digest, session: &Session) -> Result<(), Fault> {
    database
        .prepare_cached(
            "INSERT INTO sessions
                 (digest, id, network, account, device, shared, facet, proofs, began_at, used_at, over_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            digest,
            session.id.to_string(),
            session.holder.network.to_string(),
            session.holder.account.to_string(),
            session.device.as_ref().map(ToString::to_string),
            session.shared,
            &session.facet,
            proofs(&session.proofs)?,
            millis(session.began_at),
            millis(session.used_at),
            millis(session.over_at),
        ))?;
    Ok(())
}

/// Writes what may change about a session, under another token; how many rows that were.
pub(super) fn replace(
    database: &Connection,
    old: &Digest,
    new: &Digest,
    session: &Session,
) -> Result<usize, Fault> {
    Ok(database
        .prepare_cached(
            "UPDATE sessions SET digest = ?2, facet = ?3, proofs = ?4, used_at = ?5, locked = ?6
             WHERE digest = ?1",
        )?
        .execute((
            old,
            new,
            &session.facet,
            proofs(&session.proofs)?,
            millis(session.used_at),
            session.locked,
        ))?)
}

pub(super) fn by_digest(database: &Connection, digest: &Digest) -> rusqlite::Result<Session> {
    database
        .prepare_cached(&format!("SELECT {COLUMNS} FROM sessions WHERE digest = ?1"))?
        .query_row([digest], read)
}

pub(super) fn write_used(database: &Connection, digest: &Digest, used: i64) -> Result<(), Fault> {
    database.prepare_cached("UPDATE sessions SET used_at = ?2 WHERE digest = ?1")?.execute((digest, used))?;
    Ok(())
}

pub(super) fn lock(database: &Connection, digest: &Digest) -> Result<(), Fault> {
    database.prepare_cached("UPDATE sessions SET locked = 1 WHERE digest = ?1")?.execute([digest])?;
    Ok(())
}

/// Reads a row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: word(row, 0)?,
        holder: Holder { network: word(row, 1)?, account: word(row, 2)? },
        device: row.get::<_, Option<String>>(3)?.and_then(|device| device.parse().ok()),
        shared: row.get(4)?,
        facet: row.get(5)?,
        proofs: serde_json::from_str(&row.get::<_, String>(6)?).map_err(|error| unreadable(6, error))?,
        began_at: instant(row.get(7)?),
        used_at: instant(row.get(8)?),
        over_at: instant(row.get(9)?),
        locked: row.get(10)?,
        has_pin: row.get(11)?,
    })
}

fn proofs(proofs: &[Proof]) -> Result<String, Fault> {
    serde_json::to_string(proofs).map_err(|_| Fault::Unreadable("the proofs of a session"))
}

fn word<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<_, String>(column)?.parse().map_err(|error| unreadable(column, error))
}

fn unreadable(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}
