//! `entraide backup`: the journal and the vault into a new folder, while a node runs.

use graph::ports::Clock;

use crate::adapters::SystemClock;
use crate::backup;
use crate::options::Backup;

pub(crate) async fn run(options: Backup) -> anyhow::Result<()> {
    let (folder, manifest) = backup::make(&options.place, &options.to, SystemClock.now()).await?;
    let journal = &manifest.journal;
    println!("backup       {}", folder.display());
    println!(
        "journal      {} events, {} commands, position {}",
        journal.events, journal.commands, journal.position
    );
    match &manifest.vault {
        Some(vault) => {
            println!("vault        epoch {}, {} keys, {} erased", vault.epoch, vault.subjects, vault.erased);
        }
        None => println!("vault        none yet"),
    }
    if let Some(lost) = manifest.vault.as_ref().map(|vault| vault.without_key).filter(|lost| *lost > 0) {
        println!(
            "WRONG        the words of {lost} subjects cannot be read: there is no key of theirs in the vault"
        );
    }
    if let Some(file) = &options.figures {
        backup::tell(file, &manifest)?;
    }
    println!("the keys are not in it: mirror {} apart from it", options.place.keys().display());
    if let Some(keep) = options.keep {
        println!("removed      {}", backup::prune(&options.to, keep, &manifest)?);
    }
    Ok(())
}
