//! Reading connections: they see committed transactions only and never hold the writer up.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use kernel::{ActorId, CommandId, Meta, NetworkId, Position, StreamId, Version};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use uuid::Uuid;

use crate::cache::Generations;
use crate::engine::{Audit, Recorded};
use crate::error::JournalError;
use crate::sqlite::outcome::{command, outcome};
use crate::sqlite::sql;
use crate::stored::StoredEvent;

/// Streams whose names are kept in memory.
const NAMES: usize = 50_000;

const EVENT: &str =
    "SELECT e.position, e.stream, e.version, e.name, e.shape, e.payload, e.recorded_at, e.occurred_at,
    e.command, e.actor, e.role, e.device, e.causation, e.correlation, e.trace, e.provenance FROM events e";

/// A reading connection and the names it has seen.
pub(crate) struct Reader {
    connection: Connection,
    streams: Generations<i64, StreamId>,
    names: HashMap<String, Arc<str>>,
}

impl Reader {
    pub(crate) fn new(connection: Connection) -> Self {
        Self { connection, streams: Generations::new(NAMES), names: HashMap::new() }
    }

    pub(crate) fn head(&mut self) -> Result<Position, JournalError> {
        let head: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(max(position), 0) FROM events")
            .and_then(|mut select| select.query_row([], |row| row.get(0)))
            .map_err(sql)?;
        Ok(Position(head.unsigned_abs()))
    }

    pub(crate) fn identity(&mut self) -> Result<Uuid, JournalError> {
        let id: [u8; 16] =
            self.connection.query_row("SELECT id FROM identity", [], |row| row.get(0)).map_err(sql)?;
        Ok(Uuid::from_bytes(id))
    }

    pub(crate) fn all(
        &mut self,
        after: Position,
        until: Option<Position>,
        kind: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let until = until.map_or(i64::MAX, |until| signed(until.0));
        let range = "WHERE e.position > ?1 AND e.position <= ?2";
        match kind {
            None => self.events(
                &format!("{EVENT} {range} ORDER BY e.position LIMIT ?3"),
                params![signed(after.0), until, count(limit)],
            ),
            Some(kind) => self.events(
                &format!("{EVENT} JOIN streams s ON s.key = e.stream {range} AND s.kind = ?4 ORDER BY e.position LIMIT ?3"),
                params![signed(after.0), until, count(limit), kind],
            ),
        }
    }

    pub(crate) fn back(&mut self, before: Position, limit: usize) -> Result<Vec<StoredEvent>, JournalError> {
        self.events(
            &format!("{EVENT} WHERE e.position < ?1 ORDER BY e.position DESC LIMIT ?2"),
            params![signed(before.0), count(limit)],
        )
    }

    pub(crate) fn stream(
        &mut self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let Some(key) = self.key(stream)? else { return Ok(Vec::new()) };
        self.events(
            &format!("{EVENT} WHERE e.stream = ?1 AND e.version > ?2 ORDER BY e.version LIMIT ?3"),
            params![key, signed(after), count(limit)],
        )
    }

    pub(crate) fn stream_back(
        &mut self,
        stream: &StreamId,
        before: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        let Some(key) = self.key(stream)? else { return Ok(Vec::new()) };
        self.events(
            &format!("{EVENT} WHERE e.stream = ?1 AND e.version < ?2 ORDER BY e.version DESC LIMIT ?3"),
            params![key, signed(before), count(limit)],
        )
    }

    pub(crate) fn version(&mut self, stream: &StreamId) -> Result<Version, JournalError> {
        let Some(key) = self.key(stream)? else { return Ok(0) };
        let version: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(max(version), 0) FROM events WHERE stream = ?1")
            .and_then(|mut select| select.query_row([key], |row| row.get(0)))
            .map_err(sql)?;
        Ok(version.unsigned_abs())
    }

    pub(crate) fn names(&mut self, first: Position, last: Position) -> Result<Vec<String>, JournalError> {
        let mut select = self
            .connection
            .prepare_cached("SELECT name FROM events WHERE position BETWEEN ?1 AND ?2 ORDER BY position")
            .map_err(sql)?;
        let names = select.query_map([signed(first.0), signed(last.0)], |row| row.get(0)).map_err(sql)?;
        names.collect::<Result<_, _>>().map_err(sql)
    }

    pub(crate) fn recorded(
        &mut self,
        commands: &[(NetworkId, CommandId)],
    ) -> Result<Vec<Recorded>, JournalError> {
        let mut found = Vec::new();
        for (network, id) in commands {
            let key: Option<i64> = self
                .connection
                .prepare_cached("SELECT key FROM networks WHERE name = ?1")
                .and_then(|mut select| select.query_row([network.as_str()], |row| row.get(0)).optional())
                .map_err(sql)?;
            if let Some(key) = key {
                found.extend(command(&self.connection, key, network, *id)?);
            }
        }
        Ok(found)
    }

    pub(crate) fn commands_after(
        &mut self,
        after: Option<&(NetworkId, CommandId)>,
        limit: usize,
    ) -> Result<Vec<Recorded>, JournalError> {
        let (network, id) =
            after.map_or((String::new(), Uuid::nil()), |(network, id)| (network.to_string(), id.0));
        let mut select = self
            .connection
            .prepare_cached(
                "SELECT n.name, c.id, c.digest, c.first, c.last, c.version, c.facts
                 FROM commands c JOIN networks n ON n.key = c.network
                 WHERE (n.name, c.id) > (?1, ?2) ORDER BY n.name, c.id LIMIT ?3",
            )
            .map_err(sql)?;
        let rows = select
            .query_map(params![network, id.as_bytes().as_slice(), count(limit)], |row| {
                let name: String = row.get(0)?;
                let id: [u8; 16] = row.get(1)?;
                Ok((name, CommandId(Uuid::from_bytes(id)), outcome(row, 2)?))
            })
            .map_err(sql)?;
        rows.map(|row| {
            let (name, id, outcome) = row.map_err(sql)?;
            outcome.of(&network_of(&name)?, id)
        })
        .collect()
    }

    pub(crate) fn position_at(&mut self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        // Recorded instants never go back along positions: a search by halves needs no index.
        let wanted = instant.timestamp_micros();
        let (mut low, mut high) = (0, self.head()?.0);
        let mut select = self
            .connection
            .prepare_cached("SELECT recorded_at FROM events WHERE position = ?1")
            .map_err(sql)?;
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            let recorded: i64 = select.query_row([signed(middle)], |row| row.get(0)).map_err(sql)?;
            if recorded <= wanted {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Ok(Position(low))
    }

    pub(crate) fn broken(&mut self) -> Result<Vec<String>, JournalError> {
        let mut check = self.connection.prepare("PRAGMA integrity_check(20)").map_err(sql)?;
        let lines = check.query_map([], |row| row.get::<_, String>(0)).map_err(sql)?;
        let lines = lines.collect::<Result<Vec<_>, _>>().map_err(sql)?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }

    pub(crate) fn audit(&mut self) -> Result<Audit, JournalError> {
        let number = |query: &str| -> Result<u64, JournalError> {
            let number: i64 = self.connection.query_row(query, [], |row| row.get(0)).map_err(sql)?;
            Ok(number.unsigned_abs())
        };
        let head = number("SELECT coalesce(max(position), 0) FROM events")?;
        let events = number("SELECT count(*) FROM events")?;
        let mut damage = Vec::new();
        if head != events {
            damage.push(format!("the head is {head} but there are {events} events: positions have gaps"));
        }
        let uneven = number(
            "SELECT count(*) FROM (SELECT 1 FROM events GROUP BY stream
             HAVING count(*) <> max(version) OR min(version) <> 1)",
        )?;
        if uneven > 0 {
            damage.push(format!("{uneven} streams have gaps in their versions"));
        }
        let stray = number(
            "SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM streams s WHERE s.key = e.stream)",
        )?;
        if stray > 0 {
            damage.push(format!("{stray} events belong to no stream"));
        }
        let integrity: String =
            self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(sql)?;
        if integrity != "ok" {
            damage.push(format!("SQLite's own check says: {integrity}"));
        }
        Ok(Audit {
            engine: format!("SQLite {}", rusqlite::version()),
            settings: super::connection_settings(&self.connection).map_err(sql)?,
            head: Position(head),
            events,
            streams: number("SELECT count(*) FROM streams")?,
            commands: number("SELECT count(*) FROM commands")?,
            damage,
        })
    }

    fn key(&mut self, stream: &StreamId) -> Result<Option<i64>, JournalError> {
        self.connection
            .prepare_cached(
                "SELECT s.key FROM streams s JOIN networks n ON n.key = s.network
                 WHERE n.name = ?1 AND s.kind = ?2 AND s.id = ?3",
            )
            .and_then(|mut select| {
                select
                    .query_row(params![stream.network.as_str(), stream.kind, stream.id], |row| row.get(0))
                    .optional()
            })
            .map_err(sql)
    }

    fn events(&mut self, query: &str, params: impl Params) -> Result<Vec<StoredEvent>, JournalError> {
        let mut select = self.connection.prepare_cached(query).map_err(sql)?;
        let mut rows = select.query(params).map_err(sql)?;
        let mut events = Vec::new();
        while let Some(row) = rows.next().map_err(sql)? {
            let key: i64 = row.get(1).map_err(sql)?;
            if self.streams.get(&key).is_none() {
                let stream = stream_of(&self.connection, key)?;
                self.streams.insert(key, stream);
            }
            let stream = self.streams.get(&key).cloned();
            let position = row.get::<_, i64>(0).map_err(sql)?;
            let Some(stream) = stream else {
                return Err(damaged(position, "its stream has no name"));
            };
            events.push(
                event(row, stream, &mut self.names).map_err(|error| damaged(position, &error.to_string()))?,
            );
        }
        Ok(events)
    }
}

fn damaged(position: i64, what: &str) -> JournalError {
    JournalError::Damaged { at: Position(position.unsigned_abs()), what: what.to_owned() }
}

fn stream_of(connection: &Connection, key: i64) -> Result<StreamId, JournalError> {
    let (network, kind, id): (String, String, String) = connection
        .prepare_cached(
            "SELECT n.name, s.kind, s.id FROM streams s JOIN networks n ON n.key = s.network WHERE s.key = ?1",
        )
        .and_then(|mut select| select.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))))
        .map_err(sql)?;
    Ok(StreamId { network: network_of(&network)?, kind, id })
}

fn network_of(name: &str) -> Result<NetworkId, JournalError> {
    name.parse().map_err(|error| JournalError::Unfit(format!("network {name}: {error}")))
}

fn event(
    row: &Row<'_>,
    stream: StreamId,
    names: &mut HashMap<String, Arc<str>>,
) -> rusqlite::Result<StoredEvent> {
    let name = row.get_ref(3)?.as_str()?;
    let name = if let Some(known) = names.get(name) {
        Arc::clone(known)
    } else {
        let shared: Arc<str> = Arc::from(name);
        names.insert(name.to_owned(), Arc::clone(&shared));
        shared
    };
    Ok(StoredEvent {
        position: Position(row.get::<_, i64>(0)?.unsigned_abs()),
        stream,
        version: row.get::<_, i64>(2)?.unsigned_abs(),
        name,
        shape: row.get(4)?,
        payload: row.get(5)?,
        recorded_at: at(row, 6)?,
        meta: Meta {
            occurred_at: at(row, 7)?,
            command: CommandId(uuid(row, 8)?),
            actor: ActorId(uuid(row, 9)?),
            role: row.get_ref(10)?.as_str()?.parse().map_err(|error| unreadable(10, error))?,
            device: match row.get_ref(11)?.as_str_or_null()? {
                Some(device) => Some(device.parse().map_err(|error| unreadable(11, error))?),
                None => None,
            },
            causation: maybe_uuid(row, 12)?,
            correlation: maybe_uuid(row, 13)?,
            trace: row.get(14)?,
            provenance: row.get(15)?,
        },
    })
}

fn unreadable(column: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
}

fn uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    Ok(Uuid::from_bytes(row.get::<_, [u8; 16]>(column)?))
}

fn maybe_uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Uuid>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(Uuid::from_bytes))
}

fn at(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<Utc>> {
    let micros: i64 = row.get(column)?;
    DateTime::from_timestamp_micros(micros).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, micros))
}

/// An instant kept as microseconds.
pub(crate) fn instant(micros: i64) -> Result<DateTime<Utc>, JournalError> {
    DateTime::from_timestamp_micros(micros)
        .ok_or_else(|| JournalError::Unfit(format!("{micros} is no instant")))
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
