//! What is measured of the lists people see and of the API, one measurement a process. A program
//! of its own, so that measuring the journal does not wait for the API to be compiled.
//!
//! Read on: [`lives`] (what is recorded), [`rebuild`], [`lag`], [`listeners`], [`serve`], [`ask`] and [`sight`].

mod ask;
mod lag;
mod listeners;
mod lives;
mod rebuild;
mod serve;
mod sight;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Result;
use benches::append;
use clap::{Parser, Subcommand};

/// Measures one thing and tells its numbers.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Makes a journal of lives, and the entries of each case side by side.
    Live {
        /// The journal.
        file: PathBuf,
        /// The entries.
        rows: PathBuf,
        /// How many lives.
        lives: u64,
    },
    /// Rebuilds read models.
    Rebuild {
        /// The journal.
        file: PathBuf,
        /// Where files are made.
        folder: PathBuf,
    },
    /// Upserts the rows of read models.
    Upsert {
        /// The journal.
        file: PathBuf,
        /// Where files are made.
        folder: PathBuf,
    },
    /// Visits recorded, and how long after the commit each is in its list.
    Lag {
        /// Where files are made.
        folder: PathBuf,
        /// How many callers.
        callers: usize,
        /// For how long.
        seconds: f64,
    },
    /// Many follow one path: how long after a commit the last of them has the event.
    Listeners {
        /// Where files are made.
        folder: PathBuf,
        /// How many.
        listeners: usize,
    },
    /// Serves paths over GraphQL until its input ends.
    Serve {
        /// The journal.
        file: PathBuf,
        /// Where files are made.
        folder: PathBuf,
    },
    /// A list of a hundred visits, with policies and without.
    Sight {
        /// The journal.
        file: PathBuf,
        /// Where files are made.
        folder: PathBuf,
    },
    /// Serves the entries of each case by hand until its input ends.
    ServeByHand {
        /// The entries.
        rows: PathBuf,
    },
    /// Asks a server for paths.
    Ask {
        /// The server.
        address: SocketAddr,
        /// How many connections.
        connections: usize,
        /// For how long.
        seconds: f64,
        /// How many lives there are.
        lives: u64,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    match Cli::parse().what {
        What::Live { file, rows, lives } => {
            let ledger = append::ledger(&file, None).await?;
            lives::record(&ledger, lives).await?;
            ledger.close().await;
            serve::make_rows(&file, &rows, lives).await?;
        }
        What::Rebuild { file, folder } => rebuild::ours(&file, &folder).await?,
        What::Upsert { file, folder } => rebuild::raw(&file, &folder).await?,
        What::Lag { folder, callers, seconds } => lag::measure(&folder, callers, seconds).await?.tell(),
        What::Listeners { folder, listeners } => listeners::measure(&folder, listeners).await?.tell(),
        What::Serve { file, folder } => serve::ours(&file, &folder).await?,
        What::Sight { file, folder } => sight::measure(&file, &folder).await?,
        What::ServeByHand { rows } => serve::by_hand(&rows).await?,
        What::Ask { address, connections, seconds, lives } => {
            ask::paths(address, connections, seconds, lives).await?.tell();
        }
    }
    Ok(())
}
