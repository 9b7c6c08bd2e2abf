//! The commands: appends of a few events to a few streams, all of them following from a seed.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use graph::ports::{Clock, Receipt, Trouble};
use journal::{Append, Engine, Ledger, Write};
use kernel::act::Fresh;
use kernel::given::{instant, monday_morning};
use kernel::{CommandId, Expected, Meta, NetworkId, StreamId};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

/// Chance that follows from a seed.
pub(crate) fn chance(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// A clock that stands still: what is recorded does not depend on when.
pub(crate) struct Still;

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        instant("2023-06-05T07:00:00Z")
    }
}

/// The network of every command.
pub(crate) fn network() -> NetworkId {
    monday_morning().network
}

/// A journal on an engine.
pub(crate) async fn ledger(engine: Arc<dyn Engine>) -> Result<Arc<Ledger>, journal::JournalError> {
    Ledger::start(engine, Arc::new(Still)).await
}

/// A command nobody else has, in the order of its number.
pub(crate) fn command(seed: u64, number: u64) -> CommandId {
    let id = (0x0190_u128 << 112) | (u128::from(number) << 80) | (0x7 << 76) | (0x8 << 60);
    CommandId(Uuid::from_u128(id | u128::from(seed & 0x0fff_ffff_ffff)))
}

/// An append of one to three events to one or two of some streams.
pub(crate) fn append(rng: &mut StdRng, seed: u64, number: u64, streams: u64, largest: usize) -> Append {
    let command = command(seed, number);
    let asked = monday_morning();
    let first = rng.random_range(0..streams);
    let mut targets = vec![first];
    if streams > 1 && rng.random_ratio(1, 4) {
        targets.push((first + 1) % streams);
    }
    let writes = targets
        .into_iter()
        .map(|target| Write {
            stream: StreamId::new(&network(), "jar", format!("jar-{target}")),
            expected: Expected::Any,
            events: (0..rng.random_range(1..=3)).map(|_| fresh(rng, largest)).collect(),
        })
        .collect();
    let meta = Meta {
        command,
        actor: asked.by,
        role: asked.role,
        device: None,
        occurred_at: asked.at + TimeDelta::seconds(i64::try_from(number).unwrap_or(0)),
        causation: None,
        correlation: Some(command.0),
        trace: None,
        provenance: None,
    };
    Append { network: network(), digest: digest(number), meta, writes }
}

fn digest(number: u64) -> [u8; 32] {
    let mut digest = [0; 32];
    digest[..8].copy_from_slice(&number.to_le_bytes());
    digest
}

fn fresh(rng: &mut StdRng, largest: usize) -> Fresh {
    let words = "x".repeat(rng.random_range(1..largest));
    Fresh { name: "BeansAdded", shape: 1, payload: format!("{{\"beans\":\"{words}\"}}").into_bytes() }
}

/// Whether the same command is to be sent again: refused for a while, nothing said about it.
pub(crate) fn again(answer: &Result<Receipt, Trouble>) -> bool {
    matches!(answer, Err(Trouble::Unavailable(_) | Trouble::Overloaded))
}
