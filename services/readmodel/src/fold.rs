//! A projection without its types, so that one runner folds them all.

use std::any::Any;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use graph::ports::Table;
use journal::StoredEvent;
use kernel::{NetworkId, Projection, Recorded, projection::sortable};

use crate::schema::table;
use crate::versions::{Batch, Shown};

/// Rows kept in memory between batches, for each projection: what is touched again soon.
const KEPT: usize = 4_096;

/// One projection, registered with the runner.
#[derive(Clone, Copy)]
pub struct Fold {
    table: Table,
    kinds: &'static [&'static str],
    start: fn() -> Box<dyn Folding>,
}

impl Fold {
    /// The registration of a projection.
    pub fn of<P: Projection>() -> Self {
        Self { table: table::<P>(), kinds: P::KINDS, start: || Box::new(Typed::<P>::default()) }
    }

    /// Its table.
    pub fn table(&self) -> Table {
        self.table
    }

    /// The categories of streams it reads.
    pub fn kinds(&self) -> &'static [&'static str] {
        self.kinds
    }

    pub(crate) fn start(&self) -> Box<dyn Folding> {
        (self.start)()
    }
}

/// Why an event was not folded.
pub(crate) enum Stuck {
    /// It cannot be: park it.
    Park(String),
    /// The storage failed: the batch is to be tried again.
    Storage(rusqlite::Error),
}

impl From<rusqlite::Error> for Stuck {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error)
    }
}

/// A projection at work, with the rows it remembers.
pub(crate) trait Folding: Send {
    /// Folds one event into the batch: all the rows it touches, or none.
    fn fold(&mut self, event: &StoredEvent, batch: &mut Batch<'_>) -> Result<(), Stuck>;

    /// The rows an event touches, in order, each once.
    fn keys(&self, event: &StoredEvent) -> Result<Vec<String>, String>;

    /// Forgets all rows: after a failed transaction.
    fn forget(&mut self);

    /// Forgets rows when they have become too many: after a commit.
    fn trim(&mut self);
}

/// A row as this batch left it, and the line that holds it.
struct Held<Row> {
    line: i64,
    row: Row,
}

/// Rows by key; `None` is a row that is known not to be there.
type Known<Row> = HashMap<String, Option<Held<Row>>>;

struct Typed<P: Projection> {
    rows: HashMap<NetworkId, Known<P::Row>>,
}

impl<P: Projection> Default for Typed<P> {
    fn default() -> Self {
        Self { rows: HashMap::new() }
    }
}

impl<P: Projection> Typed<P> {
    /// Brings a row from memory or from its table.
    fn load(&mut self, network: &NetworkId, key: &str, batch: &mut Batch<'_>) -> Result<(), Stuck> {
        if !self.rows.contains_key(network) {
            self.rows.insert(network.clone(), HashMap::new());
        }
        let Some(rows) = self.rows.get_mut(network) else { return Ok(()) };
        if rows.contains_key(key) {
            return Ok(());
        }
        let held = match batch.load(network, key)? {
            None => None,
            Some((line, body)) => {
                let row = serde_json::from_slice(&body)
                    .map_err(|error| Stuck::Park(format!("the row {key} cannot be read: {error}")))?;
                Some(Held { line, row })
            }
        };
        rows.insert(key.to_owned(), held);
        Ok(())
    }

    fn held(&self, network: &NetworkId, key: &str) -> Option<&Held<P::Row>> {
        self.rows.get(network)?.get(key)?.as_ref()
    }
}

/// What an event makes of one row.
enum Then<Row> {
    Same,
    Gone,
    Becomes(Row, Shown),
}

impl<P: Projection> Folding for Typed<P> {
    fn fold(&mut self, event: &StoredEvent, batch: &mut Batch<'_>) -> Result<(), Stuck> {
        let (event, keys) = read::<P>(event).map_err(Stuck::Park)?;
        let network = &event.stream.network;
        for key in &keys {
            self.load(network, key, batch)?;
        }
        let mut outcomes = Vec::with_capacity(keys.len());
        for key in keys {
            let before = self.held(network, &key).map(|held| &held.row);
            let then = guarded(|| project::<P>(before, &key, &event)).and_then(|then| then);
            outcomes.push((key, then.map_err(Stuck::Park)?));
        }
        // Only from here on is anything changed: an event is folded whole or not at all.
        for (key, then) in outcomes {
            let line = self.held(network, &key).map(|held| held.line);
            let held = match then {
                Then::Same => continue,
                Then::Gone => None,
                Then::Becomes(row, shown) => {
                    Some(Held { line: batch.begin(network, &key, event.position, shown), row })
                }
            };
            if let Some(line) = line {
                batch.end(line, event.position);
            }
            if let Some(rows) = self.rows.get_mut(network) {
                rows.insert(key, held);
            }
        }
        Ok(())
    }

    fn keys(&self, event: &StoredEvent) -> Result<Vec<String>, String> {
        read::<P>(event).map(|(_, keys)| keys)
    }

    fn forget(&mut self) {
        self.rows.clear();
    }

    fn trim(&mut self) {
        if self.rows.values().map(HashMap::len).sum::<usize>() > KEPT {
            self.rows.clear();
        }
    }
}

/// Reads an event and the keys it touches.
fn read<P: Projection>(event: &StoredEvent) -> Result<(Recorded<P::Event>, Vec<String>), String> {
    guarded(|| {
        let read = P::read(&event.stream.kind, &event.name, event.shape, &event.payload)
            .map_err(|error| error.to_string())?;
        let recorded = Recorded {
            stream: event.stream.clone(),
            version: event.version,
            position: event.position,
            recorded_at: event.recorded_at,
            meta: event.meta.clone(),
            event: read,
        };
        let mut keys = Vec::new();
        for key in P::keys(&recorded) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Ok((recorded, keys))
    })
    .and_then(|read| read)
}

/// Folds one event into one row.
fn project<P: Projection>(
    before: Option<&P::Row>,
    key: &str,
    event: &Recorded<P::Event>,
) -> Result<Then<P::Row>, String> {
    let Some(row) = P::project(before.cloned(), key, event) else {
        return Ok(if before.is_some() { Then::Gone } else { Then::Same });
    };
    if before == Some(&row) {
        return Ok(Then::Same);
    }
    let facets = P::facets(&row);
    if facets.len() != P::FACETS.len() {
        return Err(format!("{} values for {} facets", facets.len(), P::FACETS.len()));
    }
    let shown = Shown {
        order: P::order(&row),
        body: serde_json::to_vec(&row).map_err(|error| format!("the row cannot be kept: {error}"))?,
        waiting: P::waiting(&row).map(|waiting| (waiting.on.to_string(), sortable(waiting.since))),
        due: P::due(&row).map(sortable),
        facets,
    };
    Ok(Then::Becomes(row, shown))
}

/// A fold that panics is a fault of that fold, not of the runner.
fn guarded<T>(fold: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(fold)).map_err(|panic| format!("the fold panicked: {}", words(&*panic)))
}

fn words(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(words), _) => words,
        (None, Some(words)) => words,
        (None, None) => "without a word",
    }
}
