//! cqrs-es on its own event stores, doing the work that ours does: one measurement a process, told
//! as `name number`, one a line.

#[path = "../../src/load.rs"]
mod load;
#[path = "../../src/work.rs"]
mod work;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::{Parser, Subcommand};
use cqrs_es::persist::{PersistedEventRepository, PersistedEventStore};
use cqrs_es::{AggregateError, CqrsFramework};
use futures_util::TryStreamExt;
use kernel::{Decider, NetworkId, Order};
use load::{Measured, Until, per_second, tell};
use postgres_es::PostgresEventRepository;
use sqlite_es::SqliteEventRepository;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Pool, Postgres, Sqlite};
use uuid::Uuid;
use work::{BOOKS, Book, BookEvent, ENTRIES};

/// Connections of a pool: what both event stores take when nothing is said.
const CONNECTIONS: u32 = 10;

const SQLITE_TABLE: &str = "CREATE TABLE events (aggregate_type text NOT NULL, aggregate_id text NOT NULL,
    sequence integer CHECK (sequence >= 0) NOT NULL, event_type text NOT NULL, event_version text NOT NULL,
    payload text NOT NULL, metadata text NOT NULL, PRIMARY KEY (aggregate_type, aggregate_id, sequence)) STRICT";
/// How many events a store has.
const COUNT: &str = "SELECT count(*) FROM events";
/// Events that a replay of the framework reads ahead.
const AHEAD: usize = 1_000;
const POSTGRES_TABLE: &str = "CREATE TABLE events (aggregate_type text NOT NULL, aggregate_id text NOT NULL,
    sequence bigint CHECK (sequence >= 0) NOT NULL, event_type text NOT NULL, event_version text NOT NULL,
    payload json NOT NULL, metadata json NOT NULL, PRIMARY KEY (aggregate_type, aggregate_id, sequence))";

/// Measures one thing and tells its numbers.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Commands on many aggregates.
    Append {
        /// Where files are made.
        folder: PathBuf,
        /// How many callers.
        callers: usize,
        /// For how long.
        seconds: f64,
        /// The database, when it is not SQLite.
        #[arg(long)]
        address: Option<String>,
        /// Connections of the pool.
        #[arg(long, default_value_t = CONNECTIONS)]
        connections: u32,
    },
    /// Commands on one aggregate, each tried again until nobody was faster.
    Hot {
        /// Where files are made.
        folder: PathBuf,
        /// How many callers.
        callers: usize,
        /// How many commands.
        calls: u64,
    },
    /// Makes an event store of log books.
    Fill {
        /// The file.
        file: PathBuf,
        /// How many events.
        events: u64,
        /// The database, when it is not SQLite.
        #[arg(long)]
        address: Option<String>,
    },
    /// Reads an event store of log books.
    Replay {
        /// The file.
        file: PathBuf,
        /// The database, when it is not SQLite.
        #[arg(long)]
        address: Option<String>,
    },
    /// Scans our journal in the database at an address.
    Scan {
        /// The database.
        address: String,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    match Cli::parse().what {
        What::Append { folder, callers, seconds, address: None, connections } => {
            let pool = sqlite(&folder.join("peer.sqlite"), connections).await?;
            fill_sqlite(&pool, BOOKS).await?;
            measure(SqliteEventRepository::new(pool), callers, Until::Seconds(seconds), BOOKS).await?.tell();
        }
        What::Append { callers, seconds, address: Some(address), connections, .. } => {
            let pool = PgPoolOptions::new().max_connections(connections).connect(&address).await?;
            fill_postgres(&pool, BOOKS).await?;
            measure(PostgresEventRepository::new(pool), callers, Until::Seconds(seconds), BOOKS)
                .await?
                .tell();
        }
        What::Hot { folder, callers, calls } => {
            let pool = sqlite(&folder.join("peer.sqlite"), CONNECTIONS).await?;
            fill_sqlite(&pool, 1).await?;
            measure(SqliteEventRepository::new(pool), callers, Until::Calls(calls), 1).await?.tell();
        }
        What::Fill { file, events, address: None } => {
            let pool = sqlite(&file, 1).await?;
            fill_sqlite(&pool, events / u64::from(ENTRIES)).await?;
            pool.close().await;
        }
        What::Fill { events, address: Some(address), .. } => {
            let pool = PgPoolOptions::new().max_connections(1).connect(&address).await?;
            fill_postgres(&pool, events / u64::from(ENTRIES)).await?;
        }
        What::Replay { file, address: None } => {
            let pool = sqlite(&file, 1).await?;
            let events: i64 = sqlx::query_scalar(COUNT).fetch_one(&pool).await?;
            replay(SqliteEventRepository::new(pool).with_streaming_channel_size(AHEAD), events).await?;
        }
        What::Replay { address: Some(address), .. } => {
            let pool = PgPoolOptions::new().max_connections(1).connect(&address).await?;
            let events: i64 = sqlx::query_scalar(COUNT).fetch_one(&pool).await?;
            replay(PostgresEventRepository::new(pool).with_streaming_channel_size(AHEAD), events).await?;
        }
        What::Scan { address } => scan(&address).await?,
    }
    Ok(())
}

/// The event store's own defaults but for one: FULL, so that an answer survives the loss of power.
async fn sqlite(file: &Path, connections: u32) -> Result<Pool<Sqlite>> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true);
    Ok(SqlitePoolOptions::new().max_connections(connections).connect_with(options).await?)
}

/// An event as the store would have written it.
struct Earlier {
    book: String,
    number: u32,
    payload: serde_json::Value,
    metadata: serde_json::Value,
}

fn earlier(books: u64) -> Result<Vec<Earlier>> {
    let network = network()?;
    let mut events = Vec::new();
    for book in 0..books {
        for number in 1..=ENTRIES {
            let payload = serde_json::to_value(work::earlier(number))?;
            let metadata = serde_json::to_value(work::circumstances(&work::asked(&network)))?;
            events.push(Earlier { book: work::book(book), number, payload, metadata });
        }
    }
    Ok(events)
}

async fn fill_sqlite(pool: &Pool<Sqlite>, books: u64) -> Result<()> {
    sqlx::query(SQLITE_TABLE).execute(pool).await?;
    let mut transaction = pool.begin().await?;
    for event in earlier(books)? {
        sqlx::query("INSERT INTO events VALUES (?, ?, ?, 'EntryWritten', '1', ?, ?)")
            .bind(Book::KIND)
            .bind(event.book)
            .bind(event.number)
            .bind(event.payload)
            .bind(event.metadata)
            .execute(&mut *transaction)
            .await?;
    }
    Ok(transaction.commit().await?)
}

async fn fill_postgres(pool: &Pool<Postgres>, books: u64) -> Result<()> {
    sqlx::query(POSTGRES_TABLE).execute(pool).await?;
    let mut transaction = pool.begin().await?;
    for event in earlier(books)? {
        sqlx::query("INSERT INTO events VALUES ($1, $2, $3, 'EntryWritten', '1', $4, $5)")
            .bind(Book::KIND)
            .bind(event.book)
            .bind(i64::from(event.number))
            .bind(event.payload)
            .bind(event.metadata)
            .execute(&mut *transaction)
            .await?;
    }
    Ok(transaction.commit().await?)
}

fn network() -> Result<NetworkId> {
    Ok("brussels".parse()?)
}

/// Callers on some log books.
async fn measure<R: PersistedEventRepository + 'static>(
    repository: R,
    callers: usize,
    until: Until,
    books: u64,
) -> Result<Measured> {
    let store = PersistedEventStore::<R, Book>::new_event_store(repository);
    let cqrs = Arc::new(CqrsFramework::new(store, Vec::new(), ()));
    let network = network()?;
    load::callers(callers, until, move |dice| {
        let (cqrs, network) = (Arc::clone(&cqrs), network.clone());
        async move {
            let book = work::book(dice % books);
            loop {
                let asked = work::asked(&network);
                let circumstances = work::circumstances(&asked);
                let order = Order { command: work::entry(), asked };
                match cqrs.execute_with_metadata(&book, order, circumstances).await {
                    Ok(()) => return Ok(()),
                    Err(AggregateError::AggregateConflict) => {}
                    // Many writers of one file: the busy time-out ran out; tried again like a conflict.
                    Err(AggregateError::UnexpectedError(error)) if error.to_string().contains("locked") => {}
                    Err(error) => bail!("{error}"),
                }
            }
        }
    })
    .await
}

/// Reads every event in order and decodes it, as a replay of the framework does.
async fn replay<R: PersistedEventRepository>(repository: R, events: i64) -> Result<()> {
    let started = Instant::now();
    let mut stream = repository.stream_all_events::<Book>().await.context("the events can be streamed")?;
    let mut count = 0;
    while let Some(event) = stream.next::<Book>(&[]).await {
        black_box(event?);
        count += 1;
    }
    ensure!(i64::try_from(count)? == events, "every event was read");
    tell("rate", per_second(count, started.elapsed()));
    Ok(())
}

/// As somebody who knows our tables would read them: every column looked at, the payload decoded.
async fn scan(address: &str) -> Result<()> {
    let (client, connection) = tokio_postgres::connect(address, tokio_postgres::NoTls).await?;
    let connected = tokio::spawn(connection);
    let started = Instant::now();
    let none: [&str; 0] = [];
    let rows = client
        .query_raw(
            "SELECT position, stream, version, name, shape, payload, recorded_at, occurred_at, command, actor, role,
             device, causation, correlation, trace, provenance FROM events ORDER BY position",
            none,
        )
        .await?;
    let (mut rows, mut count) = (std::pin::pin!(rows), 0);
    while let Some(row) = rows.try_next().await? {
        black_box(serde_json::from_slice::<BookEvent>(row.try_get(5)?)?);
        for column in [0, 1, 2, 6, 7] {
            black_box(row.try_get::<_, i64>(column)?);
        }
        black_box(row.try_get::<_, i32>(4)?);
        for column in [3, 10, 11, 14, 15] {
            black_box(row.try_get::<_, Option<&str>>(column)?);
        }
        for column in [8, 9, 12, 13] {
            black_box(row.try_get::<_, Option<Uuid>>(column)?);
        }
        count += 1;
    }
    tell("rate", per_second(count, started.elapsed()));
    drop(client);
    Ok(connected.await??)
}
