//! What may be said to keep data safe: `backup`, `restore`, `doctor`.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::Args;

use super::Place;

/// `entraide backup`
#[derive(Debug, Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The folder of the backups, best on another machine; each goes into a folder of its own there.
    #[arg(long, env = "ENTRAIDE_BACKUPS")]
    pub(crate) to: PathBuf,
    /// Keep so many backups, the newest ones; all of them when left out.
    #[arg(long)]
    pub(crate) keep: Option<std::num::NonZeroUsize>,
    /// Write when it was made into this file, for the textfile collector of the Prometheus node exporter.
    #[arg(long, env = "ENTRAIDE_BACKUP_FIGURES")]
    pub(crate) figures: Option<PathBuf>,
}

/// `entraide restore`
#[derive(Debug, Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    pub(crate) place: Place,
    /// A backup, or the folder of the backups: then the newest of them.
    #[arg(long, env = "ENTRAIDE_BACKUPS")]
    pub(crate) from: PathBuf,
    /// Only up to this position.
    #[arg(long, conflicts_with = "instant")]
    pub(crate) position: Option<u64>,
    /// Only what was recorded by then, such as 2026-03-02T08:30:00Z.
    #[arg(long)]
    pub(crate) instant: Option<DateTime<Utc>>,
    /// The backup to take the vault from, when it is another one: made after the last erasure.
    #[arg(long)]
    pub(crate) vault_from: Option<PathBuf>,
    /// Without the words about people, when the keys are lost: everybody is shown as erased, for good.
    #[arg(long)]
    pub(crate) without_words: bool,
    /// Change nothing: read the backup through, and say what would be restored.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// `entraide doctor`
#[derive(Debug, Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Look at every event, command and sealed word, and rebuild the read models beside the live ones to
    /// compare: minutes rather than seconds.
    #[arg(long)]
    pub(crate) deep: bool,
}
