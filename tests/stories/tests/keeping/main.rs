//! What was recorded is kept: backups come back whole or as it was then, a doctor finds what is damaged, and
//! what an earlier version stored can be read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod backup;
mod deep;
mod upgrade;

use std::path::Path;

use serde_json::{Value, json};
use stories::running::run;
use stories::{World, binary, new_id};
use support::personal::Watch;
use tokio::process::Command;

const OPENED: &str = "2023-06-05T07:00:00Z";

/// Runs the binary; what it said, and whether it succeeded.
async fn entraide(arguments: &[&str]) -> (String, bool) {
    let mut command = Command::new(binary());
    command.args(arguments);
    let output = run(command, &Watch::default()).await;
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (said, output.status.success())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Somebody has a file opened and gives a name; their id.
async fn confides(world: &World, name: &str) -> String {
    let (nora, person) = (world.as_("nora"), new_id());
    nora.done("openPerson", &person, "", Value::Null).await;
    nora.done("givePersonName", &person, "GivePersonNameInput!", json!({ "name": name })).await;
    person
}

/// The name a coordinator reads of somebody, for a stated purpose; null when nobody can any more.
async fn name_of(world: &World, person: &str) -> Value {
    let odile = world.as_("odile");
    let ask = json!({ "object": { "kind": "person", "id": person }, "purpose": "RECEPTION" });
    let outcome = odile.ask("revealIdentity", &new_id(), "RevealIdentityInput!", ask).await;
    let listed = "query($at: Position) { disclosures(first: 1, atLeast: $at) { totalCount } }";
    odile.read(listed, json!({ "at": outcome["position"] })).await;
    let query = "query($id: UUID!) { person(id: $id) { name } }";
    let read = odile.read(query, json!({ "id": person })).await;
    read["person"]["name"].clone()
}

/// How many visits there are.
async fn visits(world: &World) -> u64 {
    let read = world.as_("odile").read("{ visits(first: 1) { totalCount } }", json!({})).await;
    read["visits"]["totalCount"].as_u64().unwrap()
}
