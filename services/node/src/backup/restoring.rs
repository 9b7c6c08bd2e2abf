//! A backup is read through before anything is written, and put into an empty place: nothing there is lost, and
//! a restore that was cut off leaves nothing that could be taken for a journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use journal::Engine;
use journal::portable::{self, Survey, Until};
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use vault::{KeyFiles, Look};

use super::{JOURNAL, Manifest, VAULT, files, manifest, meant};
use crate::node;
use crate::options::Place;

/// What is to be restored.
pub(crate) struct Wanted {
    /// A backup, or the folder of backups.
    pub(crate) from: PathBuf,
    /// How much of its journal.
    pub(crate) until: Until,
    /// Another backup to take the vault from.
    pub(crate) vault_from: Option<PathBuf>,
    /// Leave the vault out.
    pub(crate) without_words: bool,
    /// Only look.
    pub(crate) dry_run: bool,
}

/// Where the keys of restored words come from.
pub(crate) enum Words {
    /// A copy of the vault.
    Copied(Look),
    /// The vault that is in place already: whoever was erased since stays so.
    InPlace(Look),
    /// There are none: nobody had any, or they are given up.
    None,
}

/// What was restored, or would be.
pub(crate) struct Restored {
    pub(crate) backup: PathBuf,
    pub(crate) manifest: Manifest,
    pub(crate) survey: Survey,
    pub(crate) words: Words,
}

/// Restores a backup into a place that has no journal yet.
pub(crate) async fn restore(place: &Place, wanted: Wanted) -> anyhow::Result<Restored> {
    let backup = meant(&wanted.from)?;
    let manifest = manifest(&backup)?;
    let journal = backup.join(JOURNAL);
    files::check(&journal, &manifest.journal.sha256)?;
    let survey = portable::survey(files::unpacking(&journal)?, wanted.until, |_| {})?;
    let copy = vault_copy(&backup, &manifest, &wanted)?;
    empty(place).await?;
    let words = words(place, copy.as_deref())?;
    let restored = Restored { backup, manifest, survey, words };
    if wanted.dry_run {
        return Ok(restored);
    }
    node::make_folder(&place.data)?;
    node::make_folder(place.shared())?;
    let _lock = node::lock(&place.data)?;
    if let (Words::Copied(_), Some(copy)) = (&restored.words, &copy) {
        put_vault(place, copy)?;
    }
    put_journal(place, &journal, &survey).await?;
    Ok(restored)
}

/// The copy of the vault that is meant, checked; `None` when there are no words to restore.
fn vault_copy(backup: &Path, of: &Manifest, wanted: &Wanted) -> anyhow::Result<Option<PathBuf>> {
    if wanted.without_words {
        return Ok(None);
    }
    let (folder, part) = match &wanted.vault_from {
        None => (backup.to_owned(), of.vault.clone()),
        Some(other) => {
            let other = meant(other)?;
            let part = manifest(&other)?.vault;
            (other, part)
        }
    };
    let Some(part) = part else { return Ok(None) };
    let file = folder.join(VAULT);
    files::check(&file, &part.sha256)?;
    Ok(Some(file))
}

/// Refuses a place that holds anything but a vault.
async fn empty(place: &Place) -> anyhow::Result<()> {
    let of_data = ["journal.sqlite", "read", "flows.position"].map(|name| place.data.join(name));
    let of_shared = ["access.sqlite", "mail.sqlite"].map(|name| place.shared().join(name));
    if let Some(there) = of_data.iter().chain(&of_shared).find(|path| path.exists()) {
        bail!(
            "{} is there already: stop the node and move everything but the vault and its keys away, or say \
             another folder with --data",
            there.display()
        );
    }
    if let Some(url) = &place.stores.journal
        && Postgres::found(url).await?.is_some_and(|head| head.0 > 0)
    {
        bail!("the database holds a journal already: make a new one, and say it with --journal");
    }
    Ok(())
}

/// Whether the words can be read with the keys of the place.
fn words(place: &Place, copy: Option<&Path>) -> anyhow::Result<Words> {
    let keys = KeyFiles::at(place.keys());
    if place.vault().join("vault.sqlite").exists() {
        let look = vault::look(&place.vault(), &keys).context("the vault that is in place")?;
        return Ok(look.map_or(Words::None, Words::InPlace));
    }
    let Some(copy) = copy else { return Ok(Words::None) };
    let look = vault::check_copy(copy, &keys).with_context(|| {
        format!(
            "{} cannot be put into use; --vault-from takes the vault of a later backup, --keys says where the \
             keys are, --without-words gives the words up",
            copy.display()
        )
    })?;
    Ok(look.map_or(Words::None, Words::Copied))
}

fn put_vault(place: &Place, copy: &Path) -> anyhow::Result<()> {
    let folder = place.vault();
    node::make_folder(&folder)?;
    let (new, file) = (folder.join("vault.sqlite.new"), folder.join("vault.sqlite"));
    if new.exists() {
        std::fs::remove_file(&new)?;
    }
    let mut to = files::new(&new)?;
    std::io::copy(&mut std::fs::File::open(copy)?, &mut to)?;
    to.sync_all()?;
    std::fs::rename(&new, &file)?;
    files::sync(&folder)
}

async fn put_journal(place: &Place, journal: &Path, survey: &Survey) -> anyhow::Result<()> {
    if place.stores.journal.is_some() {
        let engine = node::engine(place).await?;
        portable::import_until(&*engine, files::unpacking(journal)?, survey.until).await?;
        return Ok(());
    }
    // Beside its place, and moved there when it is whole.
    let passing = tempfile::Builder::new().prefix(".restoring-").tempdir_in(&place.data)?;
    let file = passing.path().join("journal.sqlite");
    let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(&file)?);
    portable::import_until(&*engine, files::unpacking(journal)?, survey.until).await?;
    // The last connection empties the log into the file when it is closed.
    drop(engine);
    if passing.path().join("journal.sqlite-wal").exists() {
        bail!("the journal was not closed; nothing was restored");
    }
    std::fs::File::open(&file)?.sync_all()?;
    std::fs::rename(&file, place.data.join("journal.sqlite"))?;
    files::sync(&place.data)
}
