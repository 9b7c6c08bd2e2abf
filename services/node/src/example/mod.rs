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
use serde_json::json;
use web::Network;

use crate::adapters::DemoClock;
use crate::node::Node;

pub(crate) use queries::{Ready, answerer, ready};

/// The networks as their pages present them.
pub(crate) fn networks() -> anyhow::Result<Vec<Network>> {
    let told = json!([
        { "id": "brussels", "time_zone": "Europe/Brussels",
          "name": { "fr": "Maison des Tilleuls", "nl": "Lindenhuis", "ar": "بيت الزيزفون", "en": "The Lime Tree House" } },
        { "id": "quebec", "french": "fr-CA", "time_zone": "America/Toronto",
          "name": { "fr": "Entraide de la rivière", "en": "Riverside Mutual Aid" } },
    ]);
    Ok(serde_json::from_value(told)?)
}

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
