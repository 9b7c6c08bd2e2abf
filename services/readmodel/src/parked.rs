//! What could not be folded: listed, and folded again after a fix.
//!
//! A parked event keeps its place: folded later, its row still holds from the event's own
//! position, as in a rebuild. That is only true while nothing else has touched the same row since;
//! where it has, because a row is fed by several streams, the event stays parked for a rebuild.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use journal::{Journal, StoredEvent};
use kernel::{NetworkId, Position, StreamId};
use rusqlite::{Connection, Row, Transaction};

use crate::error::{Error, While};
use crate::fold::Stuck;
use crate::model::ReadModel;
use crate::purge;
use crate::schema::{position, whole};
use crate::versions::Batch;
use crate::writer::{BEHIND, Desk, Writer, begin, reload};

/// Events looked through at a time.
const BATCH: usize = 1_000;

/// An event that a projection could not fold, or that waits behind one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// The projection.
    pub projection: String,
    /// The event's stream.
    pub stream: StreamId,
    /// The event's place.
    pub position: Position,
    /// Why.
    pub cause: String,
    /// When the event was recorded.
    pub at: DateTime<Utc>,
}

/// What a retry did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retried {
    /// How many events were folded.
    pub folded: u64,
    /// How many are still parked.
    pub parked: u64,
    /// Of those, the streams that only a rebuild can fold, by projection.
    pub need_rebuild: Vec<(String, StreamId)>,
}

impl ReadModel {
    /// What is parked, by projection and position.
    ///
    /// # Errors
    /// When the read model cannot be read.
    pub async fn parked(&self) -> Result<Vec<Parked>, Error> {
        let read = |reader: &mut crate::generations::Reader| of(&reader.connection, None);
        self.live()?.readers.call(read).await?.during("reading what is parked")
    }

    /// Folds parked events again, in order, each stream until its first that still cannot be.
    ///
    /// # Errors
    /// When the journal or the storage fails; what was folded until then stays folded.
    pub async fn retry_parked(&self, journal: &dyn Journal) -> Result<Retried, Error> {
        self.inner.hold()?;
        let _turn = self.inner.turn.lock().await;
        let generation = self.live()?;
        let parked = self.parked().await?;
        let Some(first) = parked.iter().map(|parked| parked.position).min() else {
            return Ok(Retried::default());
        };
        let (start, until) = (Position(first.0.saturating_sub(1)), generation.stands().await?.position);

        let mut survey = Survey::default();
        let mut after = start;
        while after < until {
            let events = some(journal, after, until).await?;
            after = events.last().map_or(until, |last| last.position);
            let look = move |writer: &mut Writer| writer.survey(&events, &mut survey).map(|()| survey);
            survey = generation.writer.call(look).await??;
        }
        let mut retry = Retry { held: survey.tangled.clone(), folded: 0 };
        after = start;
        while after < until {
            let events = some(journal, after, until).await?;
            after = events.last().map_or(until, |last| last.position);
            let again = move |writer: &mut Writer| writer.refold(&events, &mut retry).map(|()| retry);
            retry = generation.writer.call(again).await??;
        }

        let stands = generation.stands().await?;
        self.publish(stands, journal.head().await?, None);
        let name = |at: usize| self.inner.folds.get(at).map_or("", |fold| fold.table().name).to_owned();
        let mut need_rebuild: Vec<_> =
            survey.tangled.into_iter().map(|(at, stream)| (name(at), stream)).collect();
        need_rebuild.sort();
        Ok(Retried { folded: retry.folded, parked: stands.parked, need_rebuild })
    }
}

async fn some(journal: &dyn Journal, after: Position, until: Position) -> Result<Vec<StoredEvent>, Error> {
    let events = journal.read_all(after, Some(until), BATCH).await?;
    if events.is_empty() {
        return Err(Error::ReplayCutShort { expected: until, reached: after });
    }
    Ok(events)
}

/// Which parked streams share a row with an event that was folded after them.
#[derive(Default)]
struct Survey {
    touched: HashMap<(usize, NetworkId, String), HashSet<StreamId>>,
    tangled: HashSet<(usize, StreamId)>,
}

/// A retry on its way: the streams that stay parked, and how many events were folded.
struct Retry {
    held: HashSet<(usize, StreamId)>,
    folded: u64,
}

impl Writer {
    /// Looks for rows that parked events of a stream touch and others have touched later.
    fn survey(&mut self, events: &[StoredEvent], survey: &mut Survey) -> Result<(), Error> {
        let parked = places(&self.connection, events)?;
        for event in events {
            for &at in self.interested.get(event.stream.kind.as_str()).into_iter().flatten() {
                let Some(desk) = self.desks.get(at) else { continue };
                // What cannot even be read touches nothing: it will stay parked.
                let keys = desk.folding.keys(event).unwrap_or_default();
                let waits = parked.contains(&(desk.name.to_owned(), event.position));
                for key in keys {
                    let row = (at, event.stream.network.clone(), key);
                    if waits {
                        survey.touched.entry(row).or_default().insert(event.stream.clone());
                    } else if let Some(streams) = survey.touched.get(&row) {
                        survey.tangled.extend(streams.iter().map(|stream| (at, stream.clone())));
                    }
                }
            }
        }
        Ok(())
    }

    /// Folds the parked ones among these events, in one transaction.
    fn refold(&mut self, events: &[StoredEvent], retry: &mut Retry) -> Result<(), Error> {
        self.fresh = false;
        let parked = places(&self.connection, events)?;
        let transaction = begin(&mut self.connection)?;
        reload(&transaction, &mut self.desks, &mut self.parked)?;
        for event in events {
            for &at in self.interested.get(event.stream.kind.as_str()).into_iter().flatten() {
                let Some(desk) = self.desks.get_mut(at) else { continue };
                if parked.contains(&(desk.name.to_owned(), event.position)) {
                    try_again(&transaction, (at, desk), event, retry)?;
                }
            }
        }
        for desk in &mut self.desks {
            desk.lines.flush(&transaction).during("writing rows")?;
        }
        // What waited may have words of somebody who was erased meanwhile.
        purge::again(&transaction, &mut self.desks)?;
        transaction.commit().during("committing a retry")
    }
}

fn try_again(
    transaction: &Transaction<'_>,
    (at, desk): (usize, &mut Desk),
    event: &StoredEvent,
    retry: &mut Retry,
) -> Result<(), Error> {
    let stream = (at, event.stream.clone());
    let mut cause = BEHIND.to_owned();
    if !retry.held.contains(&stream) {
        match desk.folding.fold(event, &mut Batch { connection: transaction, lines: &mut desk.lines }) {
            Ok(()) => {
                retry.folded += 1;
                let gone = "DELETE FROM parked WHERE projection = ?1 AND position = ?2";
                transaction.execute(gone, (desk.name, whole(event.position))).during("unparking")?;
                return Ok(());
            }
            Err(Stuck::Storage(source)) => return Err(Error::Storage { doing: "reading a row", source }),
            Err(Stuck::Park(again)) => cause = again,
        }
        retry.held.insert(stream);
    } else if first_of(transaction, desk.name, event)? {
        // It is held back for a rebuild: its own cause still stands.
        return Ok(());
    }
    let new = "UPDATE parked SET cause = ?3 WHERE projection = ?1 AND position = ?2";
    transaction.execute(new, (desk.name, whole(event.position), cause)).during("parking again")?;
    Ok(())
}

fn first_of(transaction: &Transaction<'_>, name: &str, event: &StoredEvent) -> Result<bool, Error> {
    let StreamId { network, kind, id } = &event.stream;
    transaction
        .query_row(
            "SELECT NOT EXISTS (SELECT 1 FROM parked WHERE projection = ?1 AND position < ?2 \
               AND network = ?3 AND kind = ?4 AND id = ?5)",
            (name, whole(event.position), network.as_str(), kind, id),
            |row| row.get(0),
        )
        .during("reading what is parked")
}

/// Projection and position of what is parked among these events.
fn places(connection: &Connection, events: &[StoredEvent]) -> Result<HashSet<(String, Position)>, Error> {
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return Ok(HashSet::new()) };
    let read = || {
        connection
            .prepare_cached("SELECT projection, position FROM parked WHERE position BETWEEN ?1 AND ?2")?
            .query_map((whole(first.position), whole(last.position)), |row| {
                Ok((row.get(0)?, position(row.get(1)?)))
            })?
            .collect::<rusqlite::Result<_>>()
    };
    read().during("reading what is parked")
}

/// What is parked, of one projection or of all.
pub(crate) fn of(connection: &Connection, projection: Option<&str>) -> rusqlite::Result<Vec<Parked>> {
    connection
        .prepare_cached(
            "SELECT projection, network, kind, id, position, cause, at FROM parked \
             WHERE ?1 IS NULL OR projection = ?1 ORDER BY projection, position",
        )?
        .query_map([projection], parked)?
        .collect()
}

fn parked(row: &Row<'_>) -> rusqlite::Result<Parked> {
    let network = network(&row.get::<_, String>(1)?)?;
    Ok(Parked {
        projection: row.get(0)?,
        stream: StreamId { network, kind: row.get(2)?, id: row.get(3)? },
        position: position(row.get(4)?),
        cause: row.get(5)?,
        at: row.get::<_, String>(6)?.parse().map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(6, rusqlite::types::Type::Text, Box::new(error))
        })?,
    })
}

/// A network out of SQLite.
pub(crate) fn network(text: &str) -> rusqlite::Result<NetworkId> {
    text.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, Box::new(error))
    })
}
