//! A backup is made in a folder nobody takes for one, read through once more, and named when it is whole.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use journal::Engine;
use journal::portable::{self, Until};
use vault::KeyFiles;

use super::{FORMAT, JOURNAL, JournalPart, MANIFEST, Manifest, VAULT, VaultPart, files};
use crate::node;
use crate::options::Place;

/// Makes a backup of a place into a new folder in `to`, also while a node runs; answers where it is.
pub(crate) async fn make(
    place: &Place,
    to: &Path,
    now: DateTime<Utc>,
) -> anyhow::Result<(PathBuf, Manifest)> {
    node::make_folder(to)?;
    // Removed again when anything fails.
    let begun = tempfile::Builder::new()
        .prefix(".unfinished-")
        .tempdir_in(to)
        .with_context(|| format!("nothing can be written in {}", to.display()))?;
    let engine = node::engine(place).await?;
    let journal = copy_journal(&*engine, begun.path()).await?;
    let vault = copy_vault(place, begun.path())?;
    let entraide = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = Manifest { format: FORMAT, entraide, made_at: now, journal, vault };
    let mut file = files::new(&begun.path().join(MANIFEST))?;
    serde_json::to_writer_pretty(&mut file, &manifest)?;
    file.write_all(b"\n")?;
    file.sync_all()?;
    files::sync(begun.path())?;
    let name = format!("{}-position-{}", now.format("%Y-%m-%dT%H%M%S%.3fZ"), manifest.journal.position);
    let whole = to.join(name);
    std::fs::rename(begun.keep(), &whole).with_context(|| format!("{} cannot be named", whole.display()))?;
    files::sync(to)?;
    Ok((whole, manifest))
}

async fn copy_journal(engine: &dyn Engine, folder: &Path) -> anyhow::Result<JournalPart> {
    let file = folder.join(JOURNAL);
    let mut packing = files::Packing::new(&file)?;
    let carried = portable::export(engine, &mut packing).await?;
    let sha256 = packing.end()?;
    // As whoever restores it will: what cannot be read back is no backup.
    files::check(&file, &sha256)?;
    let survey = portable::survey(files::unpacking(&file)?, Until::Head)?;
    if survey.whole != carried {
        bail!("{} does not hold what was written; is the disk sound?", file.display());
    }
    Ok(JournalPart {
        sha256,
        identity: engine.identity().await?,
        position: survey.until,
        recorded_at: survey.recorded_at,
        events: carried.events,
        commands: carried.commands,
    })
}

fn copy_vault(place: &Place, folder: &Path) -> anyhow::Result<Option<VaultPart>> {
    let file = folder.join(VAULT);
    let keys = KeyFiles::open(place.keys())?;
    let copied = vault::copy(&place.vault(), &keys, &file).context("the vault")?;
    let Some(look) = copied else { return Ok(None) };
    let sha256 = files::sum(&file)?;
    Ok(Some(VaultPart { sha256, epoch: look.epoch, subjects: look.subjects, erased: look.erased }))
}

/// Removes all but the newest backups of a folder; how many went.
pub(crate) fn prune(folder: &Path, keep: NonZeroUsize) -> anyhow::Result<usize> {
    let mut all = super::all(folder)?;
    let many = all.len().saturating_sub(keep.get());
    all.truncate(many);
    for old in &all {
        std::fs::remove_dir_all(old).with_context(|| format!("{} cannot be removed", old.display()))?;
    }
    Ok(many)
}
