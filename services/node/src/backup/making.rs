//! A backup is made in a folder nobody takes for one, read through once more, and named when it is whole.

use std::collections::BTreeSet;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use journal::Engine;
use journal::portable::{self, Until};
use vault::KeyFiles;

use super::{FORMAT, JOURNAL, JournalPart, MANIFEST, Manifest, VAULT, VaultPart, files, manifest};
use crate::options::Place;
use crate::{node, words};

/// Makes a backup of a place into a new folder in `to`, also while a node runs; answers where it is.
pub(crate) async fn make(
    place: &Place,
    to: &Path,
    now: DateTime<Utc>,
) -> anyhow::Result<(PathBuf, Manifest)> {
    let engine = node::engine_that_is_there(place).await?;
    node::make_folder(to)?;
    // Removed again when anything fails.
    let begun = tempfile::Builder::new()
        .prefix(".unfinished-")
        .tempdir_in(to)
        .with_context(|| format!("nothing can be written in {}", to.display()))?;
    let (journal, subjects) = copy_journal(&*engine, begun.path()).await?;
    let vault = copy_vault(place, begun.path(), &subjects)?;
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

/// The journal, and the subjects whose words are in it.
async fn copy_journal(engine: &dyn Engine, folder: &Path) -> anyhow::Result<(JournalPart, BTreeSet<String>)> {
    let file = folder.join(JOURNAL);
    let mut packing = files::Packing::new(&file)?;
    let carried = portable::export(engine, &mut packing).await?;
    let sha256 = packing.end()?;
    // As whoever restores it will: what cannot be read back is no backup.
    files::check(&file, &sha256)?;
    let mut subjects = BTreeSet::new();
    let unpacked = files::unpacking(&file)?;
    let survey = portable::survey(unpacked, Until::Head, |event| words::of(event, &mut subjects))?;
    if survey.whole != carried {
        bail!("{} does not hold what was written; is the disk sound?", file.display());
    }
    let part = JournalPart {
        sha256,
        identity: engine.identity().await?,
        position: survey.until,
        recorded_at: survey.recorded_at,
        events: carried.events,
        commands: carried.commands,
    };
    Ok((part, subjects))
}

/// The vault. There may be none only while nobody's words are in the journal: a node makes one when it starts.
fn copy_vault(
    place: &Place,
    folder: &Path,
    subjects: &BTreeSet<String>,
) -> anyhow::Result<Option<VaultPart>> {
    let file = folder.join(VAULT);
    let copied = vault::copy(&place.vault(), &KeyFiles::at(place.keys()), &file).context("the vault")?;
    let Some(look) = copied else {
        if subjects.is_empty() {
            return Ok(None);
        }
        bail!(
            "the journal has words of {} subjects, and there is no vault in {}: say where it is, with --shared or \
             ENTRAIDE_SHARED, as the node was told",
            subjects.len(),
            place.vault().display()
        );
    };
    let sha256 = files::sum(&file)?;
    let without_key = vault::without_key(folder, subjects).context("the copy of the vault")?.len() as u64;
    Ok(Some(VaultPart {
        sha256,
        epoch: look.epoch,
        subjects: look.subjects,
        erased: look.erased,
        without_key,
    }))
}

/// Removes all but the newest backups of a journal from a folder; how many went. Backups of other journals stay,
/// and so do all when the newest cannot open words that an older one could: its vault is not the right one.
pub(crate) fn prune(folder: &Path, keep: NonZeroUsize, newest: &Manifest) -> anyhow::Result<usize> {
    let mut all = Vec::new();
    for backup in super::all(folder)? {
        // One of another format, or damaged, is not ours to remove.
        let Ok(manifest) = manifest(&backup) else { continue };
        if manifest.journal.identity == newest.journal.identity {
            all.push((backup, manifest));
        }
    }
    let lost = |manifest: &Manifest| manifest.vault.as_ref().map_or(0, |vault| vault.without_key);
    if let Some((older, _)) = all.iter().find(|(_, older)| lost(older) < lost(newest)) {
        bail!(
            "nothing was removed: the words of {} subjects cannot be read with the vault of this backup, and {} has \
             the keys of some; put the newest whole vault back (entraide doctor --deep)",
            lost(newest),
            older.display()
        );
    }
    all.truncate(all.len().saturating_sub(keep.get()));
    for (old, _) in &all {
        std::fs::remove_dir_all(old).with_context(|| format!("{} cannot be removed", old.display()))?;
    }
    Ok(all.len())
}
