//! Appending: one call of `journal_append`, and what it means when the connection breaks in it.

use kernel::{Position, Version};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, PgRow};
use sqlx::{Executor, Postgres, Row};
use uuid::Uuid;

use crate::engine::{Batch, NoVerdict, Recorded, Verdict};
use crate::error::JournalError;
use crate::postgres::{read, unavailable};
use crate::stored::StoredEvent;

const APPEND: &str =
    "SELECT what, a, b FROM journal_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
    $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)";

/// The connection that appends: kept between commits, because one from the pool is tried first,
/// which is another round trip. A commit it breaks in is indeterminate, and looked up.
pub(crate) type Appender = tokio::sync::Mutex<Option<PoolConnection<Postgres>>>;

/// Takes a batch whole, or says what is in the way.
pub(crate) async fn commit(pool: &PgPool, appender: &Appender, batch: &Batch) -> Result<Verdict, NoVerdict> {
    let mut kept = appender.lock().await;
    let mut connection = match kept.take() {
        Some(connection) => connection,
        None => pool.acquire().await.map_err(|error| NoVerdict::Failed(unavailable(error)))?,
    };
    let columns = Columns::of(batch);
    let rows = columns.query(batch).fetch_all(&mut *connection).await;
    let rows = rows.map_err(|error| {
        if certain(&error) {
            NoVerdict::Failed(unavailable(error))
        } else {
            NoVerdict::Indeterminate(error.to_string())
        }
    })?;
    *kept = Some(connection);
    drop(kept);
    verdict(pool, batch, &rows).await.map_err(NoVerdict::Failed)
}

/// Writes the head as it is. Its flush, and its standby's, come after everything that can be read: a
/// transaction is seen after a restart although no standby has it yet.
pub(crate) async fn secure(pool: &PgPool) -> Result<(), JournalError> {
    sqlx::query("UPDATE journal_head SET position = position").execute(pool).await.map_err(unavailable)?;
    Ok(())
}

/// Whether the error says that nothing was committed. A statement the server refused was rolled
/// back; a connection that broke, or a server that was stopping, says nothing.
fn certain(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(database) => {
            database.code().is_some_and(|code| !code.starts_with("57P") && !code.starts_with("08"))
        }
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        _ => false,
    }
}

async fn verdict(pool: &PgPool, batch: &Batch, rows: &[PgRow]) -> Result<Verdict, JournalError> {
    let (mut moved, mut asked) = (Vec::new(), Vec::new());
    for row in rows {
        let what: String = row.try_get(0).map_err(unavailable)?;
        let (a, b): (i64, i64) = (row.try_get(1).map_err(unavailable)?, row.try_get(2).map_err(unavailable)?);
        let index = usize::try_from(a).unwrap_or(0).saturating_sub(1);
        match what.as_str() {
            "committed" => {
                let recorded_at = read::instant(b)?;
                return Ok(Verdict::Committed { before: Position(a.unsigned_abs()), recorded_at });
            }
            "over" => return Ok(Verdict::TermOver),
            "moved" => {
                moved.extend(batch.streams.get(index).map(|(stream, _)| (stream.clone(), b.unsigned_abs())));
            }
            _ => asked.extend(batch.commands.get(index).map(|command| (command.network.clone(), command.id))),
        }
    }
    let repeated = read::recorded(pool, &asked).await?;
    Ok(Verdict::InTheWay { moved, repeated })
}

/// A batch as the arrays that `unnest` takes.
#[derive(Default)]
struct Columns<'a> {
    s_network: Vec<&'a str>,
    s_kind: Vec<&'a str>,
    s_id: Vec<&'a str>,
    s_version: Vec<i64>,
    s_after: Vec<i64>,
    c_network: Vec<&'a str>,
    c_id: Vec<Uuid>,
    c_digest: Vec<&'a [u8]>,
    c_offset: Vec<i64>,
    c_count: Vec<i64>,
    c_version: Vec<i64>,
    c_facts: Vec<Option<String>>,
    e_stream: Vec<i32>,
    e_version: Vec<i64>,
    e_name: Vec<&'a str>,
    e_shape: Vec<i32>,
    e_payload: Vec<&'a [u8]>,
    e_occurred: Vec<i64>,
    e_command: Vec<Uuid>,
    e_actor: Vec<Uuid>,
    e_role: Vec<&'static str>,
    e_device: Vec<Option<String>>,
    e_causation: Vec<Option<Uuid>>,
    e_correlation: Vec<Option<Uuid>>,
    e_trace: Vec<Option<&'a str>>,
    e_provenance: Vec<Option<&'a str>>,
}

impl<'a> Columns<'a> {
    fn of(batch: &'a Batch) -> Self {
        let mut columns = Self::default();
        for (stream, version) in &batch.streams {
            columns.s_network.push(stream.network.as_str());
            columns.s_kind.push(&stream.kind);
            columns.s_id.push(&stream.id);
            columns.s_version.push(signed(*version));
            columns.s_after.push(signed(*version));
        }
        for command in &batch.commands {
            columns.c_network.push(command.network.as_str());
            columns.c_id.push(command.id.0);
            columns.c_digest.push(&command.digest);
            columns.c_offset.push(signed(command.offset as u64));
            columns.c_count.push(signed(command.count as u64));
            columns.c_version.push(signed(command.version));
            columns.c_facts.push(facts(&command.facts));
        }
        for event in &batch.events {
            let meta = &event.meta;
            columns.e_stream.push(i32::try_from(event.stream).unwrap_or(i32::MAX));
            columns.e_version.push(signed(event.version));
            columns.s_after[event.stream] = signed(event.version);
            columns.e_name.push(&event.name);
            columns.e_shape.push(i32::try_from(event.shape).unwrap_or(i32::MAX));
            columns.e_payload.push(&event.payload);
            columns.e_occurred.push(meta.occurred_at.timestamp_micros());
            columns.e_command.push(meta.command.0);
            columns.e_actor.push(meta.actor.0);
            columns.e_role.push(meta.role.into());
            columns.e_device.push(meta.device.as_ref().map(ToString::to_string));
            columns.e_causation.push(meta.causation);
            columns.e_correlation.push(meta.correlation);
            columns.e_trace.push(meta.trace.as_deref());
            columns.e_provenance.push(meta.provenance.as_deref());
        }
        columns
    }

    fn query(&self, batch: &Batch) -> sqlx::query::Query<'_, sqlx::Postgres, sqlx::postgres::PgArguments> {
        sqlx::query(APPEND)
            .bind(&self.s_network)
            .bind(&self.s_kind)
            .bind(&self.s_id)
            .bind(&self.s_version)
            .bind(&self.s_after)
            .bind(&self.c_network)
            .bind(&self.c_id)
            .bind(&self.c_digest)
            .bind(&self.c_offset)
            .bind(&self.c_count)
            .bind(&self.c_version)
            .bind(&self.c_facts)
            .bind(&self.e_stream)
            .bind(&self.e_version)
            .bind(&self.e_name)
            .bind(&self.e_shape)
            .bind(&self.e_payload)
            .bind(&self.e_occurred)
            .bind(&self.e_command)
            .bind(&self.e_actor)
            .bind(&self.e_role)
            .bind(&self.e_device)
            .bind(&self.e_causation)
            .bind(&self.e_correlation)
            .bind(&self.e_trace)
            .bind(&self.e_provenance)
            .bind(batch.recorded_at.timestamp_micros())
            .bind(batch.term.map(signed))
    }
}

/// Writes a part of another journal, at its positions, in one transaction.
pub(crate) async fn restore(
    pool: &PgPool,
    events: &[StoredEvent],
    commands: &[Recorded],
) -> Result<(), JournalError> {
    let mut transaction = pool.begin().await.map_err(unavailable)?;
    let row =
        transaction.fetch_one("SELECT position FROM journal_head FOR UPDATE").await.map_err(unavailable)?;
    let mut head: i64 = row.try_get(0).map_err(unavailable)?;
    for event in events {
        head += 1;
        if signed(event.position.0) != head {
            return Err(JournalError::Unfit(format!("position {} is not {head}", event.position)));
        }
        let key: i64 = sqlx::query_scalar(
            "INSERT INTO streams (network, kind, id, version) VALUES ($1, $2, $3, $4)
             ON CONFLICT (network, kind, id) DO UPDATE SET version = excluded.version RETURNING key",
        )
        .bind(event.stream.network.as_str())
        .bind(&event.stream.kind)
        .bind(&event.stream.id)
        .bind(signed(event.version))
        .fetch_one(&mut *transaction)
        .await
        .map_err(unavailable)?;
        let meta = &event.meta;
        sqlx::query(
            "INSERT INTO events (position, stream, version, name, shape, payload, recorded_at, occurred_at, command,
             actor, role, device, causation, correlation, trace, provenance)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        )
        .bind(head)
        .bind(key)
        .bind(signed(event.version))
        .bind(&*event.name)
        .bind(i32::try_from(event.shape).unwrap_or(i32::MAX))
        .bind(&event.payload)
        .bind(event.recorded_at.timestamp_micros())
        .bind(meta.occurred_at.timestamp_micros())
        .bind(meta.command.0)
        .bind(meta.actor.0)
        .bind(<&'static str>::from(meta.role))
        .bind(meta.device.as_ref().map(ToString::to_string))
        .bind(meta.causation)
        .bind(meta.correlation)
        .bind(&meta.trace)
        .bind(&meta.provenance)
        .execute(&mut *transaction)
        .await
        .map_err(unavailable)?;
    }
    for command in commands {
        sqlx::query("INSERT INTO commands (network, id, digest, first, last, version, facts) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(command.network.as_str())
            .bind(command.id.0)
            .bind(command.digest.to_vec())
            .bind(signed(command.first.0))
            .bind(signed(command.last.0))
            .bind(signed(command.version))
            .bind(facts(&command.facts))
            .execute(&mut *transaction)
            .await
            .map_err(unavailable)?;
    }
    let recorded = events.last().map_or(i64::MIN, |event| event.recorded_at.timestamp_micros());
    sqlx::query("UPDATE journal_head SET position = $1, recorded_at = greatest(recorded_at, $2)")
        .bind(head)
        .bind(recorded)
        .execute(&mut *transaction)
        .await
        .map_err(unavailable)?;
    transaction.commit().await.map_err(unavailable)
}

fn facts(facts: &[(String, String)]) -> Option<String> {
    (!facts.is_empty()).then(|| serde_json::to_string(facts).unwrap_or_default())
}

/// PostgreSQL numbers are signed; positions and versions stay far below half of 64 bits.
pub(crate) fn signed(number: Version) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
