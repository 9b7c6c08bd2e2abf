//! What is measured of the journal, one measurement a process: `cargo xtask bench` runs them in
//! turn with those of the peers and compares. Each tells `name number`, one a line.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use benches::load::tell;
use benches::{append, growth, limit, replay, work};
use clap::{Parser, Subcommand};

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
    },
    /// Commands on one aggregate.
    Hot {
        /// Where files are made.
        folder: PathBuf,
        /// How many callers.
        callers: usize,
        /// How many commands on each aggregate.
        calls: u64,
        /// How many aggregates, one after the other.
        books: u64,
    },
    /// Commands on a journal that holds so many events.
    Growth {
        /// Where files are made.
        folder: PathBuf,
        /// How many events there are.
        events: u64,
        /// How many callers.
        callers: usize,
        /// For how long.
        seconds: f64,
    },
    /// A plain file with the same grouping.
    Limit {
        /// Where files are made.
        folder: PathBuf,
        /// How many callers.
        callers: usize,
        /// For how long.
        seconds: f64,
        /// Bytes of a record.
        bytes: usize,
    },
    /// Makes a journal of log books.
    Fill {
        /// The journal.
        file: PathBuf,
        /// How many events.
        events: u64,
        /// The database, when it is not SQLite.
        #[arg(long)]
        address: Option<String>,
    },
    /// Reads a journal of log books.
    Replay {
        /// The journal.
        file: PathBuf,
        /// The database, when it is not SQLite.
        #[arg(long)]
        address: Option<String>,
    },
    /// Scans a journal of log books.
    Scan {
        /// The journal.
        file: PathBuf,
    },
    /// A private PostgreSQL that flushes every commit; an address for each line of its input.
    Postgres,
    /// What the numbers were measured with.
    Versions {
        /// Where files are made.
        folder: PathBuf,
        /// The database, when there is one.
        #[arg(long)]
        address: Option<String>,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    match Cli::parse().what {
        What::Append { folder, callers, seconds, address } => {
            append::spread(&folder, address.as_deref(), callers, seconds).await?.tell();
        }
        What::Hot { folder, callers, calls, books } => {
            append::hot(&folder, callers, calls, books).await?.tell();
        }
        What::Growth { folder, events, callers, seconds } => {
            growth::measure(&folder, events, callers, seconds).await?.tell();
        }
        What::Limit { folder, callers, seconds, bytes } => {
            limit::file(&folder, callers, seconds, bytes).await?.tell();
        }
        What::Fill { file, events, address } => replay::make(&file, address.as_deref(), events).await?,
        What::Replay { file, address } => replay::ours(&file, address.as_deref()).await?,
        What::Scan { file } => replay::raw(&file)?,
        What::Postgres => {
            for line in std::io::stdin().lock().lines() {
                line?;
                let address = support::postgres::durable_database().await;
                tell("address", address.context("PostgreSQL is not installed")?);
            }
        }
        What::Versions { folder, address } => {
            tell("payload", format!("{} bytes", serde_json::to_vec(&work::earlier(work::ENTRIES))?.len()));
            let file = folder.join("versions.sqlite");
            engine(&file, None).await?;
            if let Some(address) = address {
                engine(&file, Some(&address)).await?;
            }
        }
    }
    Ok(())
}

/// What an engine says of itself.
async fn engine(file: &Path, address: Option<&str>) -> Result<()> {
    let ledger = append::ledger(file, address).await?;
    let audit = ledger.engine().audit().await?;
    let settings: Vec<String> =
        audit.settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
    tell("engine", format!("{} ({})", audit.engine, settings.join(" ")));
    ledger.close().await;
    Ok(())
}
