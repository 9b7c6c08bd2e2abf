//! The living example of `entraide demo`: two networks with some four months of life that end now,
//! made by real mutations at simulated times. Fictional people only.
//!
//! Read on: `brussels` and `quebec` (what is told), `desk`, `referrals`, `pairings`, `meetings`
//! and `partners` (how it goes), `asks` (how it is sent), `days` and `chance` (when, and how often).

mod appointments;
mod asks;
mod brussels;
mod chance;
mod days;
mod desk;
mod houses;
mod meetings;
mod pairings;
mod partners;
mod people;
mod plots;
mod quebec;
mod queries;
mod referrals;
mod visits;

use api::Gate;
use chrono::{DateTime, Utc};

use crate::adapters::DemoClock;
use crate::node::Node;

pub(crate) use queries::{Ready, ready};

/// Lives the months before now.
pub(crate) async fn live(
    node: &Node,
    gate: &Gate,
    clock: &DemoClock,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut script = asks::Script::default();
    brussels::write(&mut script, now);
    quebec::write(&mut script, now);
    script.live(node, gate, clock, now).await
}
