//! Two nodes of one machine on one PostgreSQL: people notice nothing, and what the platform does by itself is done once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::time::Duration;

use serde_json::{Value, json};
use stories::tilleuls::{Visit, ends_well, history, house, partner, session};
use stories::{World, new_id};

/// What every request of our pages carries.
const OURS: (&str, &str) = ("x-entraide", "1");
const CLOCK: &str = "2023-06-05T06:30:00Z";

async fn node(journal: &str, shared: &str, clock: &str) -> World {
    let arguments = ["demo", "--empty", "--clock", clock, "--shared", shared];
    World::start(&arguments, Some(journal.to_owned()), tempfile::tempdir().unwrap()).await
}

async fn acts(world: &World) -> bool {
    world.get("/metrics").await.1.contains("entraide_acts_for_all 1")
}

/// Waits until a node acts for all: a term ends by itself.
async fn takes_over(world: &World) {
    for _ in 0..200 {
        if acts(world).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nobody acts for all after twenty seconds");
}

/// Waits until something has happened to an object, as a node shows it.
async fn happens(world: &World, kind: &str, id: &str, event: &str) {
    for _ in 0..400 {
        if history(world, kind, id).await.iter().any(|happened| happened == event) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{event} has not happened to {kind} {id} after twenty seconds");
}

/// A visit at one, with a referral that is drafted at the other: the need is oriented, once, by a flow.
async fn oriented(one: &World, other: &World, session: &str, partner: &str) {
    let visit = Visit::with(&["HEA.AMU"]);
    let told = visit.told(session, "ara");
    let done = one.as_("nora").done("recordVisit", &visit.id, "RecordVisitInput!", told).await;
    let read = "query($id: UUID!, $at: Position) { visit(id: $id, atLeast: $at) { case } }";
    let read = other.as_("nora").read(read, json!({ "id": visit.id, "at": done.position })).await;
    assert_eq!(read["visit"]["case"], visit.case, "what is written at one is read at the other");
    let draft = json!({ "case": visit.case, "identity": "ANONYMOUS", "contact": "IN_PERSON",
        "needs": [visit.need("HEA.AMU")], "priority": "URGENT",
        "target": { "partner": { "partner": partner, "name": { "fr": "CPAS-Test" } } } });
    other.as_("nora").done("draftReferral", &new_id(), "DraftReferralInput!", draft).await;
    for world in [one, other] {
        happens(world, "visit", &visit.id, "NeedOriented").await;
        let happened = history(world, "visit", &visit.id).await;
        let times = happened.iter().filter(|event| *event == "NeedOriented").count();
        assert_eq!(times, 1, "{happened:?}");
    }
}

#[tokio::test]
async fn two_nodes_are_one_to_people() {
    let Some(journal) = support::postgres::database().await else { return };
    let shared = tempfile::tempdir().unwrap();
    let folder = shared.path().to_str().unwrap();
    let (one, two) = (node(&journal, folder, CLOCK).await, node(&journal, folder, CLOCK).await);
    assert_eq!((acts(&one).await, acts(&two).await), (true, false), "the first one acts for all");
    let site = house(&one, "2023-06-05T06:50:00Z").await;
    let morning = session(&one, &site, "2023-06-05T07:00:00Z").await;
    let cpas = partner(&one, "CPAS-Test", "2023-06-05T07:05:00Z").await;
    // Its clock is ahead: what it records has happened for the other one too.
    two.at("2023-06-05T07:10:00Z").await;
    oriented(&one, &two, &morning, &cpas).await;

    // Who signs in at one is in at the other; who goes out at one is out at the other.
    let (status, cookie) = signed_in(&one).await;
    assert_eq!(status, 200);
    assert_eq!(who(&two, &cookie).await, json!("HOST"));
    let out = one.post_json("/access/sign-out", &[("cookie", &cookie), OURS], &json!({})).await;
    assert!(out.status < 300, "{}: {}", out.status, out.text);
    assert_eq!(who(&two, &cookie).await, Value::Null, "the next question is asked by nobody");

    // A name that is confided at one is read at the other; erased at one, it is gone at the other.
    let person = new_id();
    one.as_("nora").done("openPerson", &person, "", Value::Null).await;
    let name = json!({ "name": "Basma Inventée" });
    let given = one.as_("nora").done("givePersonName", &person, "GivePersonNameInput!", name).await;
    assert_eq!(name_of(&two, &person, &given.position).await, "Basma Inventée");
    let reason = json!({ "reason": "PERSON_ASKED" });
    two.as_("odile").done("erasePerson", &person, "ErasePersonInput!", reason).await;
    happens(&two, "person", &person, "SubjectForgotten").await;
    happens(&one, "person", &person, "SubjectForgotten").await;
    assert_eq!(name_of(&two, &person, "0").await, Value::Null);
    assert_eq!(name_of(&one, &person, "0").await, Value::Null);

    // The one that acts is stopped: the other goes on, and acts.
    one.stop().await;
    takes_over(&two).await;
    let three = node(&journal, folder, "2023-06-05T07:20:00Z").await;
    assert!(!acts(&three).await);
    oriented(&three, &two, &morning, &cpas).await;
    ends_well_shared(&two, folder).await;
    ends_well_shared(&three, folder).await;
}

async fn ends_well_shared(world: &World, shared: &str) {
    let (said, fine) = world.command(&["rebuild", "--verify", "--shared", shared]).await;
    assert!(fine && said.contains("verified: no difference"), "{said}");
    let (said, _) = world.command(&["doctor", "--deep", "--shared", shared]).await;
    assert!(said.contains("0 faults") && said.contains("0 without a key"), "{said}");
    ends_well(world).await;
}

async fn signed_in(world: &World) -> (u16, String) {
    let answer = world.post_json("/access/demo/nora-brussels", &[OURS], &json!({})).await;
    let set = answer.headers.get_all("set-cookie").iter();
    let cookies: Vec<&str> = set.filter_map(|one| one.to_str().ok()?.split(';').next()).collect();
    (answer.status, cookies.join("; "))
}

/// The role of whoever a cookie stands for.
async fn who(world: &World, cookie: &str) -> Value {
    let headers = [("cookie", cookie), OURS];
    let answer = world.post_json("/graphql", &headers, &json!({ "query": "{ me { role } }" })).await;
    answer.body()["data"]["me"]["role"].clone()
}

async fn name_of(world: &World, person: &str, at: &str) -> Value {
    let odile = world.as_("odile");
    let ask = json!({ "object": { "kind": "person", "id": person }, "purpose": "RECEPTION" });
    let outcome = odile.ask("revealIdentity", &new_id(), "RevealIdentityInput!", ask).await;
    let at = outcome["position"].as_str().unwrap_or(at).to_owned();
    let query = "query($id: UUID!, $at: Position) { person(id: $id, atLeast: $at) { name } }";
    odile.read(query, json!({ "id": person, "at": at })).await["person"]["name"].clone()
}
