//! Appending to a journal that has grown: the same callers on the same number of log books, spread over all
//! that it holds.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use journal::engine::Recorded;
use journal::sqlite::Sqlite;
use journal::{Engine, StoredEvent};
use kernel::{Decider, Event, NetworkId, Position, StreamId};

use crate::append::{self, meta, network, write};
use crate::load::{self, Measured, Until};
use crate::work::{self, Book, BookEvent, ENTRIES};

/// Events of one transaction while it grows.
const PAGE: u64 = 10_000;
/// The log books that are written to, however many there are: what is compared is the size of the journal, not how
/// many of its streams fit into memory.
const ASKED: u64 = 1_000;

/// Gives an empty journal so many events, in the way an import does: the same tables and indexes, a command for
/// each event.
async fn grow(file: &Path, events: u64) -> Result<()> {
    let engine = Sqlite::open(file)?;
    let network = network()?;
    let mut first = 1;
    while first <= events {
        let last = events.min(first + PAGE - 1);
        let page = (first..=last).map(|position| earlier(&network, position)).collect::<Result<Vec<_>>>()?;
        let commands: Vec<Recorded> = page.iter().map(command).collect();
        engine.restore(&page, &commands).await?;
        first = last + 1;
    }
    Ok(())
}

/// The event at a position: ten entries of one log book, then ten of the next.
fn earlier(network: &NetworkId, position: u64) -> Result<StoredEvent> {
    let (book, nth) = ((position - 1) / u64::from(ENTRIES), (position - 1) % u64::from(ENTRIES) + 1);
    let event = work::earlier(u32::try_from(nth)?);
    let meta = meta(network);
    Ok(StoredEvent {
        position: Position(position),
        stream: StreamId::new(network, Book::KIND, work::book(book)),
        version: nth,
        name: Arc::from(event.name()),
        shape: BookEvent::shape(event.name()),
        payload: serde_json::to_vec(&event)?,
        recorded_at: meta.occurred_at,
        meta,
    })
}

fn command(event: &StoredEvent) -> Recorded {
    Recorded {
        network: event.stream.network.clone(),
        id: event.meta.command,
        digest: [0; 32],
        first: event.position,
        last: event.position,
        version: event.version,
        facts: Vec::new(),
    }
}

/// Callers on a journal of so many events, which is made when the folder has none.
pub async fn measure(folder: &Path, events: u64, callers: usize, seconds: f64) -> Result<Measured> {
    let file = folder.join("journal.sqlite");
    if !file.exists() {
        grow(&file, events).await?;
    }
    let ledger = append::ledger(&file, None).await?;
    let (asked, network) = (Arc::clone(&ledger), network()?);
    let apart = (events / u64::from(ENTRIES) / ASKED).max(1);
    let measured = load::callers(callers, Until::Seconds(seconds), move |dice| {
        let (ledger, network) = (Arc::clone(&asked), network.clone());
        async move { write(&ledger, &network, dice % ASKED * apart).await }
    })
    .await?;
    ledger.close().await;
    Ok(measured)
}
