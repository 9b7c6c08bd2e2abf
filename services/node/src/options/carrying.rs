//! What may be said to take data in or along: `import`, `export`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::NetworkId;

use super::Place;

/// `entraide import`
#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// Visits from a CSV file; services/dropin/README.md documents the columns.
    Visits(ImportVisits),
    /// A directory of services in Open Referral HSDS 3.0, JSON or tabular CSV.
    Directory(ImportDirectory),
    /// A journal written by `entraide export`, into an empty one.
    Journal(ImportJournal),
}

/// `entraide import visits`
#[derive(Debug, Args)]
pub(crate) struct ImportVisits {
    /// The file.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
    /// The network they belong to.
    #[arg(long, env = "ENTRAIDE_NETWORK", default_value = "brussels")]
    pub(crate) network: NetworkId,
    /// Change nothing: say what would be done and what is wrong, line by line.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// `entraide import directory`
#[derive(Debug, Args)]
pub(crate) struct ImportDirectory {
    /// The folder of the files.
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
    /// The network it belongs to.
    #[arg(long, env = "ENTRAIDE_NETWORK", default_value = "brussels")]
    pub(crate) network: NetworkId,
    /// The language its texts are written in: fr, nl, ar or en. HSDS does not say.
    #[arg(long, default_value = "en")]
    pub(crate) language: String,
    /// The name of the source; the same source read again changes nothing. The folder's name when
    /// left out.
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// Change nothing: print the mapping report.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// `entraide import journal`
#[derive(Debug, Args)]
pub(crate) struct ImportJournal {
    /// The file.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

/// `entraide export`
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The file to write; `-` for standard output.
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}
