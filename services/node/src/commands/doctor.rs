//! `entraide doctor`: is everything as it must be? Exit status 0 only when it is.

use std::sync::Arc;

use anyhow::bail;
use journal::Ledger;
use readmodel::Standing;

use crate::adapters::SystemClock;
use crate::commands::rebuild::parked_line;
use crate::node;
use crate::options::Doctor;

pub(crate) async fn run(doctor: Doctor) -> anyhow::Result<()> {
    let place = &doctor.place;
    if !place.data.is_dir() {
        bail!("{} is not a folder", place.data.display());
    }
    let engine = node::engine(place).await?;
    let audit = engine.audit().await?;
    println!("engine       {}", audit.engine);
    for (name, value) in &audit.settings {
        println!("  {name} = {value}");
    }
    println!(
        "journal      head {}, {} events, {} streams, {} commands",
        audit.head, audit.events, audit.streams, audit.commands
    );
    let mut wrong = audit.damage.clone();
    if audit.settings.iter().any(|(name, value)| name == "fsync" && value == "off") {
        wrong.push("PostgreSQL runs with fsync off: a power cut loses acknowledged commands".to_owned());
    }
    let ledger = Ledger::start(engine, Arc::new(SystemClock)).await?;
    let model = node::read_models(place)?;
    match model.standing(&*ledger).await {
        Ok(Standing::Ready { position, head }) => {
            println!("read models  position {position}, lag {}", head.0.saturating_sub(position.0));
            let parked = model.parked().await?;
            println!("parked       {}", parked.len());
            wrong.extend(parked.iter().map(|event| format!("parked: {}", parked_line(event))));
        }
        Ok(Standing::NeedsRebuild { why }) => {
            println!("read models  will be rebuilt at the next start: {why}");
        }
        Err(error) => wrong.push(format!("read models: {error}")),
    }
    match vault::KeyFiles::open(place.keys()).and_then(|keys| vault::look(&place.vault(), &keys)) {
        Ok(None) => println!("vault        none yet"),
        Ok(Some(vault)) => {
            println!("vault        epoch {}, {} keys, {} erased", vault.epoch, vault.subjects, vault.erased);
            if !vault.finished {
                println!("             an erasure was cut off; the next start ends it");
            }
        }
        Err(error) => wrong.push(format!("vault: {error}")),
    }
    ledger.close().await;
    println!("disk         {} in {}", bytes(&place.data)?, place.data.display());
    for problem in &wrong {
        println!("WRONG        {problem}");
    }
    if !wrong.is_empty() {
        bail!("{} problems", wrong.len());
    }
    println!("healthy");
    Ok(())
}

/// The size of a folder, in words.
fn bytes(folder: &std::path::Path) -> std::io::Result<String> {
    fn size(folder: &std::path::Path) -> std::io::Result<u64> {
        let mut total = 0;
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.metadata()?;
            total += if kind.is_dir() { size(&entry.path())? } else { kind.len() };
        }
        Ok(total)
    }
    let total = size(folder)?;
    Ok(match total {
        0..=1_048_575 => format!("{} KiB", total / 1024),
        _ => format!("{} MiB", total / 1_048_576),
    })
}
