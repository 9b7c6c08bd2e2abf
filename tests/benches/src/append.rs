//! Appending: a command that loads a log book, decides, and is answered after the commit.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use graph::ports::{Clock, Commands, Trail};
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use journal::{Append, Engine, Ledger, Write};
use kernel::act::Fresh;
use kernel::{Act, Decider, Event, Expected, Meta, NetworkId, StreamId};

use crate::load::{self, Measured, Until, tell};
use crate::work::{self, BOOKS, Book, BookEvent, ENTRIES};

/// The clock of the machine.
pub struct MachineClock;

impl Clock for MachineClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock adapter")]
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::Utc::now()
    }
}

/// The network of every measurement.
pub fn network() -> Result<NetworkId> {
    Ok("brussels".parse()?)
}

/// A journal in a file, or in the database at an address.
pub async fn ledger(file: &Path, address: Option<&str>) -> Result<Arc<Ledger>> {
    let engine: Arc<dyn Engine> = match address {
        Some(address) => Arc::new(Postgres::connect(address).await?),
        None => Arc::new(Sqlite::open(file)?),
    };
    Ok(Ledger::start(engine, Arc::new(MachineClock)).await?)
}

/// The circumstances of an append by hand.
pub fn meta(network: &NetworkId) -> Meta {
    let (asked, command) = (work::asked(network), work::new_command());
    Meta {
        command,
        actor: asked.by,
        role: asked.role,
        device: None,
        occurred_at: asked.at,
        causation: None,
        correlation: Some(command.0),
        trace: None,
        provenance: None,
    }
}

/// Gives log books the entries they have before anything is measured.
pub async fn fill(ledger: &Arc<Ledger>, books: u64, entries: u32) -> Result<()> {
    let network = network()?;
    let mut events = Vec::new();
    for number in 1..=entries {
        let event = work::earlier(number);
        let shape = BookEvent::shape(event.name());
        events.push(Fresh { name: event.name(), shape, payload: serde_json::to_vec(&event)? });
    }
    let mut tasks = Vec::new();
    for first in 0..32 {
        let (ledger, network, events) = (Arc::clone(ledger), network.clone(), events.clone());
        tasks.push(tokio::spawn(async move {
            for number in (first..books).step_by(32) {
                let stream = StreamId::new(&network, Book::KIND, work::book(number));
                let write = Write { stream, expected: Expected::None, events: events.clone() };
                let meta = meta(&network);
                ledger
                    .append(Append { network: network.clone(), digest: [0; 32], meta, writes: vec![write] })
                    .await?;
            }
            anyhow::Ok(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    Ok(())
}

/// One more entry in one log book.
pub(crate) async fn write(ledger: &Ledger, network: &NetworkId, book: u64) -> Result<()> {
    let stream = StreamId::new(network, Book::KIND, work::book(book));
    let act = Act::on::<Book>(work::new_command(), stream, Expected::Any, work::entry())?;
    let receipt = ledger.perform(act, work::asked(network), Trail::default()).await?;
    ensure!(receipt.events.len() == 1, "one entry, one event");
    Ok(())
}

/// Callers on many log books.
pub async fn spread(folder: &Path, address: Option<&str>, callers: usize, seconds: f64) -> Result<Measured> {
    let file = folder.join("journal.sqlite");
    let ledger = ledger(&file, address).await?;
    fill(&ledger, BOOKS, ENTRIES).await?;
    let network = network()?;
    let asked = Arc::clone(&ledger);
    let measured = load::callers(callers, Until::Seconds(seconds), move |dice| {
        let (ledger, network) = (Arc::clone(&asked), network.clone());
        async move { write(&ledger, &network, dice % BOOKS).await }
    })
    .await?;
    ledger.close().await;
    if address.is_none() {
        tell("group", groups(&file)?);
    }
    Ok(measured)
}

/// Callers on one log book after the other, each as long as the peers' one.
pub async fn hot(folder: &Path, callers: usize, calls: u64, books: u64) -> Result<Measured> {
    let ledger = ledger(&folder.join("journal.sqlite"), None).await?;
    fill(&ledger, books, ENTRIES).await?;
    let network = network()?;
    let mut measured = Vec::new();
    for book in 0..books {
        let (ledger, network) = (Arc::clone(&ledger), network.clone());
        measured.push(
            load::callers(callers, Until::Calls(calls), move |_| {
                let (ledger, network) = (Arc::clone(&ledger), network.clone());
                async move { write(&ledger, &network, book).await }
            })
            .await?,
        );
    }
    measured.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    measured.get(measured.len() / 2).copied().context("no log book")
}

/// The commands of an average group, from the instants at which they were recorded.
fn groups(file: &Path) -> Result<f64> {
    let connection = rusqlite::Connection::open(file)?;
    let query = "SELECT 1.0 * count(*) / count(DISTINCT recorded_at) FROM events WHERE position > ?1";
    let filled = i64::try_from(BOOKS * u64::from(ENTRIES))?;
    Ok(connection.query_row(query, [filled], |row| row.get(0))?)
}
