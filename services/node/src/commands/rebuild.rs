//! `entraide rebuild`: the read models again from the journal, or the proof that it is not needed.

use std::sync::Arc;

use anyhow::bail;
use journal::{Journal, Ledger};

use crate::adapters::SystemClock;
use crate::node;
use crate::options::Rebuild;

pub(crate) async fn run(rebuild: Rebuild) -> anyhow::Result<()> {
    let place = &rebuild.place;
    let engine = node::engine_that_is_there(place).await?;
    // A verification reads beside a running node; a rebuild must be alone.
    let _lock = if rebuild.verify { None } else { Some(node::lock(&place.data)?) };
    let ledger = Ledger::aside(engine, Arc::new(SystemClock)).await?;
    let model = node::read_models(place)?;
    if rebuild.verify {
        let verified = model.verify(&*ledger).await?;
        for (projection, rows) in &verified.rows {
            println!("{projection:<28}{rows:>10} versions of rows, equal");
        }
    } else {
        let made = model.rebuild(&*ledger).await?;
        println!("{} events into {}", made.position, made.file.display());
    }
    let parked = model.parked().await?;
    for event in &parked {
        println!("parked: {}", parked_line(event));
    }
    if !parked.is_empty() {
        bail!("{} events are parked: they could not be folded", parked.len());
    }
    let head = ledger.head().await?;
    ledger.close().await;
    println!("{} at position {head}", if rebuild.verify { "verified: no difference" } else { "rebuilt" });
    Ok(())
}

/// A parked event, in one line.
pub(crate) fn parked_line(event: &readmodel::Parked) -> String {
    format!("{} {} at {}: {}", event.projection, event.stream, event.position, event.cause)
}
