//! Reading from PostgreSQL.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use kernel::{ActorId, CommandId, Meta, NetworkId, Position, StreamId, Version};
use sqlx::Row;
use sqlx::postgres::{PgPool, PgRow};
use uuid::Uuid;

use crate::engine::{Audit, Recorded};
use crate::error::JournalError;
use crate::postgres::append::signed;
use crate::postgres::unavailable;
use crate::stored::StoredEvent;

macro_rules! select_events {
    ($rest:literal) => {
        concat!(
            "SELECT e.position, e.version, e.name, e.shape, e.payload, e.recorded_at, e.occurred_at, e.command,
             e.actor, e.role, e.device, e.causation, e.correlation, e.trace, e.provenance, s.network, s.kind, s.id
             FROM events e JOIN streams s ON s.key = e.stream ",
            $rest
        )
    };
}

pub(crate) async fn head(pool: &PgPool) -> Result<Position, JournalError> {
    let head: i64 =
        sqlx::query_scalar("SELECT position FROM journal_head").fetch_one(pool).await.map_err(unavailable)?;
    Ok(Position(head.unsigned_abs()))
}

pub(crate) async fn all(
    pool: &PgPool,
    after: Position,
    until: Option<Position>,
    kind: Option<&str>,
    limit: usize,
) -> Result<Vec<StoredEvent>, JournalError> {
    let until = until.map_or(i64::MAX, |until| signed(until.0));
    let query = match kind {
        None => sqlx::query(select_events!(
            "WHERE e.position > $1 AND e.position <= $2 ORDER BY e.position LIMIT $3"
        )),
        Some(_) => sqlx::query(select_events!(
            "WHERE e.position > $1 AND e.position <= $2 AND s.kind = $4 ORDER BY e.position LIMIT $3"
        )),
    };
    let query = query.bind(signed(after.0)).bind(until).bind(count(limit));
    let query = if let Some(kind) = kind { query.bind(kind.to_owned()) } else { query };
    events(query.fetch_all(pool).await)
}

pub(crate) async fn back(
    pool: &PgPool,
    before: Position,
    limit: usize,
) -> Result<Vec<StoredEvent>, JournalError> {
    let query = sqlx::query(select_events!("WHERE e.position < $1 ORDER BY e.position DESC LIMIT $2"));
    events(query.bind(signed(before.0)).bind(count(limit)).fetch_all(pool).await)
}

pub(crate) async fn stream(
    pool: &PgPool,
    stream: &StreamId,
    after: Version,
    limit: usize,
) -> Result<Vec<StoredEvent>, JournalError> {
    let query = sqlx::query(select_events!(
        "WHERE s.network = $1 AND s.kind = $2 AND s.id = $3 AND e.version > $4 ORDER BY e.version LIMIT $5"
    ));
    let query = query.bind(stream.network.as_str()).bind(&stream.kind).bind(&stream.id);
    events(query.bind(signed(after)).bind(count(limit)).fetch_all(pool).await)
}

pub(crate) async fn stream_back(
    pool: &PgPool,
    stream: &StreamId,
    before: Version,
    limit: usize,
) -> Result<Vec<StoredEvent>, JournalError> {
    let query = sqlx::query(select_events!(
        "WHERE s.network = $1 AND s.kind = $2 AND s.id = $3 AND e.version < $4 ORDER BY e.version DESC LIMIT $5"
    ));
    let query = query.bind(stream.network.as_str()).bind(&stream.kind).bind(&stream.id);
    events(query.bind(signed(before)).bind(count(limit)).fetch_all(pool).await)
}

pub(crate) async fn streams(
    pool: &PgPool,
    wanted: &[StreamId],
) -> Result<Vec<Vec<StoredEvent>>, JournalError> {
    let (networks, kinds, ids) = columns(wanted);
    let query = sqlx::query(select_events!(
        "WHERE (s.network, s.kind, s.id) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]))
         ORDER BY e.stream, e.version"
    ));
    let found = events(query.bind(networks).bind(kinds).bind(ids).fetch_all(pool).await)?;
    let mut by_stream: HashMap<StreamId, Vec<StoredEvent>> = HashMap::new();
    for event in found {
        by_stream.entry(event.stream.clone()).or_default().push(event);
    }
    Ok(wanted.iter().map(|stream| by_stream.remove(stream).unwrap_or_default()).collect())
}

pub(crate) async fn versions(pool: &PgPool, wanted: &[StreamId]) -> Result<Vec<Version>, JournalError> {
    let (networks, kinds, ids) = columns(wanted);
    let versions: Vec<i64> = sqlx::query_scalar(
        "SELECT coalesce(s.version, 0)
         FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked (network, kind, id, ordinal)
         LEFT JOIN streams s ON s.network = asked.network AND s.kind = asked.kind AND s.id = asked.id
         ORDER BY asked.ordinal",
    )
    .bind(networks)
    .bind(kinds)
    .bind(ids)
    .fetch_all(pool)
    .await
    .map_err(unavailable)?;
    Ok(versions.into_iter().map(i64::unsigned_abs).collect())
}

pub(crate) async fn recorded(
    pool: &PgPool,
    commands: &[(NetworkId, CommandId)],
) -> Result<Vec<Recorded>, JournalError> {
    if commands.is_empty() {
        return Ok(Vec::new());
    }
    let networks: Vec<String> = commands.iter().map(|(network, _)| network.to_string()).collect();
    let ids: Vec<Uuid> = commands.iter().map(|(_, id)| id.0).collect();
    sqlx::query(
        "SELECT c.network, c.id, c.digest, c.first, c.last, c.version, c.facts FROM commands c
         JOIN unnest($1::text[], $2::uuid[]) AS asked (network, id) ON c.network = asked.network AND c.id = asked.id",
    )
    .bind(networks)
    .bind(ids)
    .fetch_all(pool)
    .await
    .map_err(unavailable)?
    .iter()
    .map(command)
    .collect()
}

pub(crate) async fn commands_after(
    pool: &PgPool,
    after: Option<(NetworkId, CommandId)>,
    limit: usize,
) -> Result<Vec<Recorded>, JournalError> {
    let (network, id) =
        after.map_or((String::new(), Uuid::nil()), |(network, id)| (network.to_string(), id.0));
    sqlx::query(
        "SELECT network, id, digest, first, last, version, facts FROM commands
         WHERE (network, id) > ($1, $2) ORDER BY network, id LIMIT $3",
    )
    .bind(network)
    .bind(id)
    .bind(count(limit))
    .fetch_all(pool)
    .await
    .map_err(unavailable)?
    .iter()
    .map(command)
    .collect()
}

pub(crate) async fn names(
    pool: &PgPool,
    first: Position,
    last: Position,
) -> Result<Vec<String>, JournalError> {
    sqlx::query_scalar("SELECT name FROM events WHERE position BETWEEN $1 AND $2 ORDER BY position")
        .bind(signed(first.0))
        .bind(signed(last.0))
        .fetch_all(pool)
        .await
        .map_err(unavailable)
}

pub(crate) async fn position_at(pool: &PgPool, instant: DateTime<Utc>) -> Result<Position, JournalError> {
    // Recorded instants never go back along positions: a search by halves needs no index.
    let wanted = instant.timestamp_micros();
    let (mut low, mut high) = (0, head(pool).await?.0);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        let recorded: i64 = sqlx::query_scalar("SELECT recorded_at FROM events WHERE position = $1")
            .bind(signed(middle))
            .fetch_one(pool)
            .await
            .map_err(unavailable)?;
        if recorded <= wanted {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Ok(Position(low))
}

pub(crate) async fn audit(pool: &PgPool) -> Result<Audit, JournalError> {
    let number = async |query: &'static str| -> Result<u64, JournalError> {
        let number: i64 = sqlx::query_scalar(query).fetch_one(pool).await.map_err(unavailable)?;
        Ok(number.unsigned_abs())
    };
    let text = async |query: &'static str| -> Result<String, JournalError> {
        sqlx::query_scalar(query).fetch_one(pool).await.map_err(unavailable)
    };
    let head = head(pool).await?;
    let events = number("SELECT count(*) FROM events").await?;
    let highest = number("SELECT coalesce(max(position), 0) FROM events").await?;
    let mut damage = Vec::new();
    if head.0 != events || highest != events {
        damage.push(format!(
            "the head is {head}, the highest position {highest}, but there are {events} events"
        ));
    }
    let uneven = number(
        "SELECT count(*) FROM (SELECT s.key FROM streams s JOIN events e ON e.stream = s.key GROUP BY s.key, s.version
         HAVING count(*) <> max(e.version) OR min(e.version) <> 1 OR max(e.version) <> s.version) AS uneven",
    )
    .await?;
    if uneven > 0 {
        damage.push(format!("{uneven} streams have gaps in their versions"));
    }
    let fsync = text("SHOW fsync").await?;
    Ok(Audit {
        engine: format!("PostgreSQL {}", text("SHOW server_version").await?),
        settings: vec![
            ("synchronous_commit".to_owned(), text("SHOW synchronous_commit").await?),
            ("fsync".to_owned(), fsync),
            ("full_page_writes".to_owned(), text("SHOW full_page_writes").await?),
        ],
        head,
        events,
        streams: number("SELECT count(*) FROM streams").await?,
        commands: number("SELECT count(*) FROM commands").await?,
        damage,
    })
}

fn columns(streams: &[StreamId]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let mut columns = (Vec::new(), Vec::new(), Vec::new());
    for stream in streams {
        columns.0.push(stream.network.to_string());
        columns.1.push(stream.kind.clone());
        columns.2.push(stream.id.clone());
    }
    columns
}

fn events(rows: Result<Vec<PgRow>, sqlx::Error>) -> Result<Vec<StoredEvent>, JournalError> {
    let mut names: HashMap<String, Arc<str>> = HashMap::new();
    rows.map_err(unavailable)?
        .iter()
        .map(|row| {
            let position = Position(row.try_get::<i64, _>(0).map_err(unavailable)?.unsigned_abs());
            event(row, position, &mut names)
                .map_err(|error| JournalError::Damaged { at: position, what: error.to_string() })
        })
        .collect()
}

fn event(
    row: &PgRow,
    position: Position,
    names: &mut HashMap<String, Arc<str>>,
) -> Result<StoredEvent, sqlx::Error> {
    let name: &str = row.try_get(2)?;
    let name = if let Some(known) = names.get(name) {
        Arc::clone(known)
    } else {
        let shared: Arc<str> = Arc::from(name);
        names.insert(name.to_owned(), Arc::clone(&shared));
        shared
    };
    let network: &str = row.try_get(15)?;
    let device: Option<&str> = row.try_get(10)?;
    Ok(StoredEvent {
        position,
        stream: StreamId { network: parsed(network)?, kind: row.try_get(16)?, id: row.try_get(17)? },
        version: row.try_get::<i64, _>(1)?.unsigned_abs(),
        name,
        shape: row.try_get::<i32, _>(3)?.unsigned_abs(),
        payload: row.try_get(4)?,
        recorded_at: stamp(row.try_get(5)?)?,
        meta: Meta {
            occurred_at: stamp(row.try_get(6)?)?,
            command: CommandId(row.try_get(7)?),
            actor: ActorId(row.try_get(8)?),
            role: parsed(row.try_get(9)?)?,
            device: device.map(parsed).transpose()?,
            causation: row.try_get(11)?,
            correlation: row.try_get(12)?,
            trace: row.try_get(13)?,
            provenance: row.try_get(14)?,
        },
    })
}

fn parsed<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    text: &str,
) -> Result<T, sqlx::Error> {
    text.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

fn stamp(micros: i64) -> Result<DateTime<Utc>, sqlx::Error> {
    DateTime::from_timestamp_micros(micros)
        .ok_or_else(|| sqlx::Error::Decode(format!("{micros} is no instant").into()))
}

/// Which journal this is.
pub(crate) async fn identity(pool: &PgPool) -> Result<Uuid, JournalError> {
    sqlx::query_scalar("SELECT id FROM journal_identity").fetch_one(pool).await.map_err(unavailable)
}

/// An instant kept as microseconds.
pub(crate) fn instant(micros: i64) -> Result<DateTime<Utc>, JournalError> {
    DateTime::from_timestamp_micros(micros)
        .ok_or_else(|| JournalError::Unfit(format!("{micros} is no instant")))
}

fn command(row: &PgRow) -> Result<Recorded, JournalError> {
    let read = || -> Result<Recorded, sqlx::Error> {
        let digest: Vec<u8> = row.try_get(2)?;
        let facts: Option<&str> = row.try_get(6)?;
        Ok(Recorded {
            network: parsed(row.try_get(0)?)?,
            id: CommandId(row.try_get(1)?),
            digest: digest.try_into().map_err(|_| sqlx::Error::Decode("a digest has 32 bytes".into()))?,
            first: Position(row.try_get::<i64, _>(3)?.unsigned_abs()),
            last: Position(row.try_get::<i64, _>(4)?.unsigned_abs()),
            version: row.try_get::<i64, _>(5)?.unsigned_abs(),
            facts: match facts {
                Some(json) => {
                    serde_json::from_str(json).map_err(|error| sqlx::Error::Decode(Box::new(error)))?
                }
                None => Vec::new(),
            },
        })
    };
    read().map_err(unavailable)
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
