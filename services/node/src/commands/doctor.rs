//! `entraide doctor`: is everything as it must be? Exit status 0 only when it is.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use journal::{Audit, Ledger, deep};
use readmodel::{ReadModel, Standing};

use crate::adapters::SystemClock;
use crate::commands::rebuild::parked_line;
use crate::node;
use crate::options::{Doctor, Place};
use crate::words;

pub(crate) async fn run(doctor: Doctor) -> anyhow::Result<()> {
    let place = &doctor.place;
    let engine = node::engine_that_is_there(place).await?;
    let audit = engine.audit().await?;
    let mut wrong = said(&audit);
    let ledger = Ledger::aside(engine, Arc::new(SystemClock)).await?;
    let model = node::read_models(place)?;
    let ready = read_models(&model, &ledger, &mut wrong).await?;
    keys(place, &mut wrong);
    if doctor.deep {
        walk(place, &ledger, &mut wrong).await?;
        checkpoints(place, &ledger, &mut wrong).await?;
        if ready {
            compare(&model, &ledger, &mut wrong).await;
        }
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

/// What the storage says of itself; what is wrong with it.
fn said(audit: &Audit) -> Vec<String> {
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
    wrong
}

/// Whether the read models can be used as they are.
async fn read_models(model: &ReadModel, ledger: &Ledger, wrong: &mut Vec<String>) -> anyhow::Result<bool> {
    match model.standing(ledger).await {
        Ok(Standing::Ready { position, head }) => {
            println!("read models  position {position}, lag {}", head.0.saturating_sub(position.0));
            let parked = model.parked().await?;
            println!("parked       {}", parked.len());
            wrong.extend(parked.iter().map(|event| format!("parked: {}", parked_line(event))));
            return Ok(true);
        }
        Ok(Standing::NeedsRebuild { why }) => {
            println!("read models  will be rebuilt at the next start: {why}");
        }
        Err(error) => wrong.push(format!("read models: {error}")),
    }
    Ok(false)
}

fn keys(place: &Place, wrong: &mut Vec<String>) {
    match vault::look(&place.vault(), &vault::KeyFiles::at(place.keys())) {
        Ok(None) => println!("vault        none yet"),
        Ok(Some(vault)) => {
            println!("vault        epoch {}, {} keys, {} erased", vault.epoch, vault.subjects, vault.erased);
            if !vault.finished {
                println!("             an erasure was cut off; the next start ends it");
            }
        }
        Err(error) => wrong.push(format!("vault: {error}")),
    }
}

/// Every byte of the storage, every event and command, and a key for every sealed word.
async fn walk(place: &Place, ledger: &Ledger, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let engine = &**ledger.engine();
    wrong.extend(engine.broken().await?.into_iter().map(|what| format!("storage: {what}")));
    let mut subjects = BTreeSet::new();
    let walked = deep::walk(engine, |event| words::of(event, &mut subjects)).await?;
    println!("walked       {} events, {} commands, {} faults", walked.events, walked.commands, walked.wrong);
    let unnamed = walked.wrong.saturating_sub(walked.faults.len() as u64);
    wrong.extend(walked.faults);
    if unnamed > 0 {
        wrong.push(format!("{unnamed} more of these"));
    }
    let lost = vault::without_key(&place.vault(), &subjects).context("the vault")?;
    println!("words        of {} subjects, {} without a key", subjects.len(), lost.len());
    if let Some(first) = lost.first() {
        wrong.push(format!(
            "the words of {} subjects cannot be read, {first} the first of them: the vault is older than the \
             journal; put back the copy made after it",
            lost.len()
        ));
    }
    Ok(())
}

/// Nobody has looked further than the journal goes.
async fn checkpoints(place: &Place, ledger: &Ledger, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    let engine = ledger.engine();
    let (journal, head) = (engine.identity().await?, engine.head().await?);
    println!("identity     {journal}");
    let path = place.data.join("flows.position");
    let flows = flows::Checkpoint { path, journal }.position()?;
    println!("flows        position {flows}");
    if flows > head {
        wrong.push(format!("the flows stand at {flows}, beyond the journal: remove flows.position"));
    }
    Ok(())
}

/// The live read models against those a rebuild would give.
async fn compare(model: &ReadModel, ledger: &Ledger, wrong: &mut Vec<String>) {
    match model.verify(ledger).await {
        Ok(verified) => {
            let rows: u64 = verified.rows.iter().map(|(_, rows)| rows).sum();
            println!("compared     {rows} versions of rows at position {}, equal", verified.position);
        }
        Err(error) => wrong.push(format!("read models: {error}; entraide rebuild makes them anew")),
    }
}

/// The size of a folder, in words.
fn bytes(folder: &Path) -> std::io::Result<String> {
    fn size(folder: &Path) -> std::io::Result<u64> {
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
