//! The writer: one batch, one transaction, one fsync.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use kernel::{CommandId, NetworkId, Position, StreamId, Version};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Transaction, params};

use crate::cache::Generations;
use crate::engine::{Batch, Recorded, Verdict};
use crate::error::JournalError;
use crate::sqlite::{outcome, read, sql};
use crate::stored::StoredEvent;

/// Keys of streams kept in memory.
const KEYS: usize = 50_000;

/// The writing connection and what it remembers.
pub(crate) struct Writer {
    connection: Connection,
    networks: HashMap<NetworkId, i64>,
    streams: Generations<StreamId, (i64, Version)>,
    head: Position,
    last_recorded: i64,
}

impl Writer {
    pub(crate) fn new(connection: Connection) -> Result<Self, JournalError> {
        let mut writer = Self {
            connection,
            networks: HashMap::new(),
            streams: Generations::new(KEYS),
            head: Position(0),
            last_recorded: i64::MIN,
        };
        writer.look_at_head()?;
        Ok(writer)
    }

    fn look_at_head(&mut self) -> Result<(), JournalError> {
        let (head, recorded): (i64, i64) = self
            .connection
            .query_row("SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()
            .map_err(sql)?
            .unwrap_or((0, i64::MIN));
        self.head = Position(head.unsigned_abs());
        self.last_recorded = recorded;
        Ok(())
    }

    /// Takes a batch whole, or says what is in the way.
    pub(crate) fn commit(&mut self, batch: &Batch) -> Result<Verdict, JournalError> {
        let outcome = self.try_commit(batch);
        if !matches!(outcome, Ok(Verdict::Committed { .. })) {
            // Rolled back: what was remembered of it is not so.
            self.streams.clear();
            self.networks.clear();
            self.look_at_head()?;
        }
        outcome
    }

    fn try_commit(&mut self, batch: &Batch) -> Result<Verdict, JournalError> {
        let recorded = batch.recorded_at.timestamp_micros().max(self.last_recorded);
        let before = self.head;
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sql)?;
        let mut moved = Vec::new();
        let mut keys = Vec::with_capacity(batch.streams.len());
        for (stream, expected) in &batch.streams {
            let (key, version) = stream_key(&transaction, &mut self.networks, &mut self.streams, stream)?;
            if version != *expected {
                moved.push((stream.clone(), version));
            }
            keys.push(key);
        }
        let repeated = insert_commands(&transaction, &mut self.networks, batch, before)?;
        if !moved.is_empty() || !repeated.is_empty() {
            return Ok(Verdict::InTheWay { moved, repeated });
        }
        insert_events(&transaction, batch, &keys, before, recorded)?;
        transaction.commit().map_err(sql)?;
        self.head = Position(before.0 + batch.events.len() as u64);
        self.last_recorded = recorded;
        let mut versions: Vec<Version> = batch.streams.iter().map(|(_, version)| *version).collect();
        for event in &batch.events {
            versions[event.stream] = event.version;
        }
        for (((stream, _), key), version) in batch.streams.iter().zip(keys).zip(versions) {
            self.streams.renew(stream, (key, version));
        }
        let recorded_at = read::instant(recorded)?;
        Ok(Verdict::Committed { before, recorded_at })
    }

    /// Writes what is there already: the flush behind it covers everything before it, also what a
    /// process that was killed had written and not flushed yet.
    pub(crate) fn secure(&mut self) -> Result<(), JournalError> {
        let format: i64 =
            self.connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(sql)?;
        self.connection.pragma_update(None, "user_version", format).map_err(sql)
    }

    /// Writes a part of another journal, at its positions.
    pub(crate) fn restore(
        &mut self,
        events: &[StoredEvent],
        commands: &[Recorded],
    ) -> Result<(), JournalError> {
        let head = self.head;
        let transaction = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(sql)?;
        for (offset, event) in events.iter().enumerate() {
            if event.position.0 != head.0 + 1 + offset as u64 {
                let what = format!("position {} does not follow {}", event.position, head.0 + offset as u64);
                return Err(JournalError::Unfit(what));
            }
            let (key, version) =
                stream_key(&transaction, &mut self.networks, &mut self.streams, &event.stream)?;
            if event.version != version + 1 {
                let what = format!("{} {} does not follow {version}", event.stream, event.version);
                return Err(JournalError::Unfit(what));
            }
            insert_event(&transaction, event, key)?;
            self.streams.insert(event.stream.clone(), (key, event.version));
        }
        {
            let mut insert = transaction.prepare_cached(INSERT_COMMAND).map_err(sql)?;
            for command in commands {
                let network = network_key(&transaction, &mut self.networks, &command.network)?;
                insert_command(&mut insert, network, command)?;
            }
        }
        transaction.commit().map_err(sql)?;
        self.look_at_head()
    }
}

fn network_key(
    transaction: &Transaction<'_>,
    networks: &mut HashMap<NetworkId, i64>,
    network: &NetworkId,
) -> Result<i64, JournalError> {
    if let Some(key) = networks.get(network) {
        return Ok(*key);
    }
    transaction
        .prepare_cached("INSERT INTO networks (name) VALUES (?1) ON CONFLICT DO NOTHING")
        .and_then(|mut insert| insert.execute([network.as_str()]))
        .map_err(sql)?;
    let key = transaction
        .prepare_cached("SELECT key FROM networks WHERE name = ?1")
        .and_then(|mut select| select.query_row([network.as_str()], |row| row.get(0)))
        .map_err(sql)?;
    networks.insert(network.clone(), key);
    Ok(key)
}

/// The key and version of a stream; a key is made for a new one.
fn stream_key(
    transaction: &Transaction<'_>,
    networks: &mut HashMap<NetworkId, i64>,
    streams: &mut Generations<StreamId, (i64, Version)>,
    stream: &StreamId,
) -> Result<(i64, Version), JournalError> {
    if let Some(known) = streams.get(stream) {
        return Ok(*known);
    }
    let network = network_key(transaction, networks, &stream.network)?;
    let found: Option<i64> = transaction
        .prepare_cached("SELECT key FROM streams WHERE network = ?1 AND kind = ?2 AND id = ?3")
        .and_then(|mut select| {
            select.query_row(params![network, stream.kind, stream.id], |row| row.get(0)).optional()
        })
        .map_err(sql)?;
    let known = if let Some(key) = found {
        let version: i64 = transaction
            .prepare_cached("SELECT coalesce(max(version), 0) FROM events WHERE stream = ?1")
            .and_then(|mut select| select.query_row([key], |row| row.get(0)))
            .map_err(sql)?;
        (key, version.unsigned_abs())
    } else {
        let key = transaction
            .prepare_cached("INSERT INTO streams (network, kind, id) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.insert(params![network, stream.kind, stream.id]))
            .map_err(sql)?;
        (key, 0)
    };
    streams.insert(stream.clone(), known);
    Ok(known)
}

/// Records the commands; gives back those that were there already.
fn insert_commands(
    transaction: &Transaction<'_>,
    networks: &mut HashMap<NetworkId, i64>,
    batch: &Batch,
    before: Position,
) -> Result<Vec<Recorded>, JournalError> {
    let mut repeated = Vec::new();
    let mut insert = transaction.prepare_cached(INSERT_COMMAND).map_err(sql)?;
    for command in &batch.commands {
        let network = network_key(transaction, networks, &command.network)?;
        let recorded = Recorded {
            network: command.network.clone(),
            id: command.id,
            digest: command.digest,
            first: Position(before.0 + command.offset as u64 + 1),
            last: Position(before.0 + (command.offset + command.count) as u64),
            version: command.version,
            facts: command.facts.clone(),
        };
        if insert_command(&mut insert, network, &recorded)? == 0
            && let Some(first) = outcome::command(transaction, network, &command.network, command.id)?
        {
            repeated.push(first);
        }
    }
    Ok(repeated)
}

fn insert_command(
    insert: &mut CachedStatement<'_>,
    network: i64,
    command: &Recorded,
) -> Result<usize, JournalError> {
    let facts =
        (!command.facts.is_empty()).then(|| serde_json::to_string(&command.facts).unwrap_or_default());
    insert
        .execute(params![
            network,
            id_bytes(command.id),
            command.digest,
            signed(command.first.0),
            signed(command.last.0),
            signed(command.version),
            facts
        ])
        .map_err(sql)
}

fn insert_events(
    transaction: &Transaction<'_>,
    batch: &Batch,
    keys: &[i64],
    before: Position,
    recorded: i64,
) -> Result<(), JournalError> {
    let mut insert = transaction.prepare_cached(INSERT_EVENT).map_err(sql)?;
    for (offset, event) in batch.events.iter().enumerate() {
        let meta = &event.meta;
        insert
            .execute(params![
                signed(before.0 + offset as u64 + 1),
                keys[event.stream],
                signed(event.version),
                event.name,
                event.shape,
                event.payload,
                recorded,
                micros(meta.occurred_at),
                id_bytes(meta.command),
                meta.actor.0.as_bytes().as_slice(),
                <&'static str>::from(meta.role),
                meta.device.as_ref().map(ToString::to_string),
                meta.causation.as_ref().map(|id| id.as_bytes().as_slice()),
                meta.correlation.as_ref().map(|id| id.as_bytes().as_slice()),
                meta.trace,
                meta.provenance,
            ])
            .map_err(sql)?;
    }
    Ok(())
}

fn insert_event(transaction: &Transaction<'_>, event: &StoredEvent, key: i64) -> Result<(), JournalError> {
    let meta = &event.meta;
    transaction
        .prepare_cached(INSERT_EVENT)
        .and_then(|mut insert| {
            insert.execute(params![
                signed(event.position.0),
                key,
                signed(event.version),
                &*event.name,
                event.shape,
                event.payload,
                micros(event.recorded_at),
                micros(meta.occurred_at),
                id_bytes(meta.command),
                meta.actor.0.as_bytes().as_slice(),
                <&'static str>::from(meta.role),
                meta.device.as_ref().map(ToString::to_string),
                meta.causation.as_ref().map(|id| id.as_bytes().as_slice()),
                meta.correlation.as_ref().map(|id| id.as_bytes().as_slice()),
                meta.trace,
                meta.provenance,
            ])
        })
        .map_err(sql)?;
    Ok(())
}

const INSERT_COMMAND: &str = "INSERT INTO commands (network, id, digest, first, last, version, facts)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING";

const INSERT_EVENT: &str =
    "INSERT INTO events (position, stream, version, name, shape, payload, recorded_at, occurred_at,
    command, actor, role, device, causation, correlation, trace, provenance)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";

fn id_bytes(id: CommandId) -> [u8; 16] {
    *id.0.as_bytes()
}

fn micros(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_micros()
}

/// SQLite numbers are signed; positions and versions stay far below half of 64 bits.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
