//! Which node acts for all: one row, by the clock of the database.

use std::time::Duration;

use sqlx::postgres::PgPool;
use uuid::Uuid;

use crate::error::JournalError;
use crate::postgres::unavailable;

/// A term begins when the one before has run out, or was left; whoever holds it may make it longer.
const LEAD: &str = "INSERT INTO journal_lead AS l (node, term, until)
    VALUES ($1, 1, clock_timestamp() + $2 * interval '1 millisecond')
    ON CONFLICT (one) DO UPDATE SET
        node = excluded.node,
        term = CASE WHEN l.node = excluded.node THEN l.term ELSE l.term + 1 END,
        until = excluded.until
    WHERE l.node = excluded.node OR l.until <= clock_timestamp()
    RETURNING term";

/// The term of a node from now on; `None` while it is another's.
pub(crate) async fn lead(pool: &PgPool, node: Uuid, lasts: Duration) -> Result<Option<u64>, JournalError> {
    let lasts = i64::try_from(lasts.as_millis()).unwrap_or(i64::MAX);
    let term: Option<i64> =
        sqlx::query_scalar(LEAD).bind(node).bind(lasts).fetch_optional(pool).await.map_err(unavailable)?;
    Ok(term.map(i64::unsigned_abs))
}

/// Ends the term of a node, if it has one.
pub(crate) async fn leave(pool: &PgPool, node: Uuid) -> Result<(), JournalError> {
    sqlx::query("UPDATE journal_lead SET until = '-infinity', node = gen_random_uuid() WHERE node = $1")
        .bind(node)
        .execute(pool)
        .await
        .map_err(unavailable)?;
    Ok(())
}
