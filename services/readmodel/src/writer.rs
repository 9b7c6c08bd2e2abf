//! The one writer of a generation: folds batches, and commits rows and checkpoint together.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use journal::StoredEvent;
use kernel::{Position, StreamId};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Error, While};
use crate::fold::{Fold, Folding, Stuck};
use crate::generations::Files;
use crate::purge::{self, Purge};
use crate::schema::{position, whole};
use crate::versions::{Batch, Lines, Manifold};

/// How far a file has folded the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Checkpoint {
    /// The last position.
    pub(crate) position: Position,
    /// How many events; the same number, unless something was left out.
    pub(crate) events: u64,
    /// How many events wait parked.
    pub(crate) parked: u64,
}

impl Checkpoint {
    /// Proves that all of `1..=expected` was folded.
    pub(crate) fn prove(self, expected: Position) -> Result<(), Error> {
        if self.position == expected && self.events == expected.0 {
            return Ok(());
        }
        let reached = self.position.min(Position(self.events));
        Err(Error::ReplayCutShort { expected, reached })
    }
}

/// One projection with its table.
pub(crate) struct Desk {
    pub(crate) name: &'static str,
    pub(crate) folding: Box<dyn Folding>,
    pub(crate) lines: Lines,
}

/// The connection that writes a generation, and what it remembers between batches.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) desks: Vec<Desk>,
    /// The projections that read a category, by index.
    pub(crate) interested: HashMap<&'static str, Vec<usize>>,
    /// Streams of which a projection holds back everything until what is parked is folded.
    pub(crate) parked: HashSet<(usize, StreamId)>,
    checkpoint: Checkpoint,
    /// Whether memory agrees with the file: not before the first batch, nor after a failed one.
    pub(crate) fresh: bool,
    /// The event that says whose words are to be taken out.
    purge: Option<Purge>,
    /// Whether words were taken out that may still be in the write-ahead log.
    log_to_empty: bool,
    /// Held until after the connection is closed.
    _files: Arc<Files>,
}

impl Writer {
    /// A writer of a file that has the tables of these projections.
    pub(crate) fn new(
        connection: Connection,
        files: Arc<Files>,
        folds: &Arc<[Fold]>,
        manifold: &[Manifold],
    ) -> Self {
        let mut interested: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (at, fold) in folds.iter().enumerate() {
            for kind in fold.kinds() {
                let readers = interested.entry(kind).or_default();
                if !readers.contains(&at) {
                    readers.push(at);
                }
            }
        }
        let desks = folds.iter().zip(manifold).map(|(fold, manifold)| Desk {
            name: fold.table().name,
            folding: fold.start(),
            lines: Lines::new(fold, manifold.clone()),
        });
        let desks = desks.collect();
        let (parked, checkpoint) = (HashSet::new(), Checkpoint::default());
        let (fresh, purge, log_to_empty) = (false, None, false);
        Self { connection, desks, interested, parked, checkpoint, fresh, purge, log_to_empty, _files: files }
    }

    /// The same, with the words of subjects taken out when an event says so.
    pub(crate) fn purging(self, purge: Option<Purge>) -> Self {
        // The last one may have been cut off before it emptied the log.
        Self { purge, log_to_empty: purge.is_some(), ..self }
    }

    /// Folds the events that follow the checkpoint, all of them in one transaction.
    ///
    /// # Errors
    /// When they do not follow without a gap, or the storage fails; then nothing is changed.
    pub(crate) fn fold(&mut self, events: &[StoredEvent]) -> Result<Checkpoint, Error> {
        let remembered = self.fresh;
        // Until the commit, memory is ahead of the file: an error or a panic leaves it so.
        self.fresh = false;
        let Self { connection, desks, interested, parked, checkpoint, fresh, .. } = self;
        let mut purged = false;
        let transaction = begin(connection)?;
        let stands = read_checkpoint(&transaction)?;
        if !remembered || stands != *checkpoint {
            reload(&transaction, desks, parked)?;
        }
        dense(stands.position, events)?;
        let mut then = stands;
        for event in events {
            for &at in interested.get(event.stream.kind.as_str()).into_iter().flatten() {
                let (Some(desk), about) = (desks.get_mut(at), (at, &event.stream)) else { continue };
                if let Some(cause) = fold_one(&transaction, desk, parked, about, event)? {
                    park(&transaction, desk.name, event, &cause)?;
                    then.parked += 1;
                }
            }
            if let Some(subjects) = self.purge.and_then(|purge| purge.subjects(event)) {
                let place = (&event.stream.network, event.position);
                purge::purge(&transaction, desks, place, &subjects)?;
                purged = true;
            }
            then.position = event.position;
            then.events += 1;
        }
        for desk in &mut *desks {
            desk.lines.flush(&transaction).during("writing rows")?;
        }
        transaction
            .prepare_cached("UPDATE checkpoint SET position = ?1, events = ?2")
            .and_then(|mut update| update.execute((whole(then.position), whole(Position(then.events)))))
            .during("writing the checkpoint")?;
        transaction.commit().during("committing a batch")?;
        for desk in desks {
            desk.folding.trim();
        }
        (*checkpoint, *fresh) = (then, true);
        self.log_to_empty |= purged;
        self.empty_log();
        Ok(then)
    }

    /// Empties the write-ahead log when words that were taken out may still be in it. While somebody
    /// reads from it that cannot be done: then it is tried again after the next batch.
    fn empty_log(&mut self) {
        if self.log_to_empty {
            let busy = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
            let emptied = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], busy);
            self.log_to_empty = !matches!(emptied, Ok(0));
        }
    }

    /// How far the file has come.
    pub(crate) fn stands(&self) -> Result<Checkpoint, Error> {
        read_checkpoint(&self.connection)
    }
}

/// Folds an event into one projection; the cause when it is to be parked.
fn fold_one(
    connection: &Connection,
    desk: &mut Desk,
    parked: &mut HashSet<(usize, StreamId)>,
    (at, stream): (usize, &StreamId),
    event: &StoredEvent,
) -> Result<Option<String>, Error> {
    // Most of the time nothing is parked: then no key is made to look for it.
    if !parked.is_empty() && parked.contains(&(at, stream.clone())) {
        return Ok(Some(BEHIND.to_owned()));
    }
    match desk.folding.fold(event, &mut Batch { connection, lines: &mut desk.lines }) {
        Ok(()) => Ok(None),
        Err(Stuck::Storage(source)) => Err(Error::Storage { doing: "reading a row", source }),
        Err(Stuck::Park(cause)) => {
            let position = event.position;
            tracing::error!(projection = desk.name, %stream, %position, cause, "an event is parked");
            parked.insert((at, stream.clone()));
            Ok(Some(cause))
        }
    }
}

/// Why an event waits that might be in order itself.
pub(crate) const BEHIND: &str = "an earlier event of this stream is parked";

fn park(connection: &Connection, name: &str, event: &StoredEvent, cause: &str) -> Result<(), Error> {
    let StreamId { network, kind, id } = &event.stream;
    let at = kernel::projection::sortable(event.recorded_at);
    connection
        .prepare_cached(
            "INSERT INTO parked (projection, position, network, kind, id, cause, at) \
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .and_then(|mut insert| {
            insert.execute((name, whole(event.position), network.as_str(), kind, id, cause, at))
        })
        .during("parking an event")?;
    Ok(())
}

/// The next events stand right behind the checkpoint, one after the other.
fn dense(after: Position, events: &[StoredEvent]) -> Result<(), Error> {
    for (expected, event) in (after.0 + 1..).map(Position).zip(events) {
        if event.position != expected {
            return Err(Error::Gap { expected, found: event.position });
        }
    }
    Ok(())
}

/// A transaction that writes from its start, so that it never fails half-way for want of the lock.
pub(crate) fn begin(connection: &mut Connection) -> Result<Transaction<'_>, Error> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate).during("beginning a batch")
}

/// Brings memory to what the file holds.
pub(crate) fn reload(
    connection: &Connection,
    desks: &mut [Desk],
    parked: &mut HashSet<(usize, StreamId)>,
) -> Result<(), Error> {
    parked.clear();
    for (at, desk) in desks.iter_mut().enumerate() {
        desk.folding.forget();
        desk.lines.reload(connection).during("reading the last row")?;
        for waiting in crate::parked::of(connection, Some(desk.name)).during("reading what is parked")? {
            parked.insert((at, waiting.stream));
        }
    }
    Ok(())
}

/// How far a file has come.
pub(crate) fn read_checkpoint(connection: &Connection) -> Result<Checkpoint, Error> {
    connection
        .prepare_cached("SELECT position, events, (SELECT count(*) FROM parked) FROM checkpoint")
        .and_then(|mut select| {
            select.query_row([], |row| {
                let (at, events, parked): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let (events, parked) = (position(events).0, position(parked).0);
                Ok(Checkpoint { position: position(at), events, parked })
            })
        })
        .during("reading the checkpoint")
}
