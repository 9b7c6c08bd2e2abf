//! Who sees and does what: every role, tie, field, mutation and way of asking, against a table that is
//! kept by hand.
//!
//! The objects are made by the real binary; then the real schema is asked through the real gate in
//! this process, because that is some hundred thousand questions. Some are asked again over HTTP.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "authorization/acts.rs"]
mod acts;
#[path = "authorization/ground.rs"]
mod ground;
#[path = "authorization/made.rs"]
mod made;
mod objects;
#[path = "authorization/reads.rs"]
mod reads;
#[path = "authorization/rights.rs"]
mod rights;
#[path = "authorization/roots.rs"]
mod roots;
#[path = "authorization/schema.rs"]
mod schema;
mod shapes;
#[path = "authorization/ties.rs"]
mod ties;

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::Ordering;

use acts::Acts;
use ground::Stage;
use kernel::Role;
use kernel::uuid::Uuid;
use made::made;
use objects::Objects;
use reads::{Reads, Share, Tally};
use rights::Rights;
use roots::Roots;
use serde_json::{Value, json};
use shapes::Shapes;
use stories::new_id;
use ties::{Setup, Ties};

/// Threads that ask; each has a stage of its own.
const THREADS: usize = 2;

/// The stage of a test, or of one of its threads, on what was made.
async fn stage(data: &Path, own: &str, made: &Objects) -> Stage {
    let known = made.all().map(|(kind, id)| (kind.to_owned(), id.to_owned())).collect();
    Stage::on(data, own, known).await
}

/// One thread's share of the matrix.
#[tokio::main(flavor = "current_thread")]
async fn asked(data: &Path, made: &Objects, host: Uuid, share: Share) -> Tally {
    let stage = stage(data, &format!("matrix-{}", share.nth), made).await;
    let (rights, shapes) = (Rights::read(), Shapes::read());
    let ties = Ties { objects: made, host };
    let mut tally = Tally::default();
    let mut reads =
        Reads { stage: &stage, rights: &rights, ties: &ties, objects: made, said: HashMap::new() };
    let sdl = api::schema::sdl();
    reads.all(&sdl, share, &mut tally).await;
    Roots { stage: &stage, rights: &rights, ties: &ties, objects: made, shapes: &shapes }
        .all(&sdl, share, &mut tally)
        .await;
    Acts { stage: &stage, rights: &rights, ties: &ties, objects: made, shapes: &shapes }
        .all(share, &mut tally)
        .await;
    tally
}

#[tokio::test]
async fn authorization_matrix() {
    let (world, made, host) = made().await;
    let (_, folder) = world.stop().await;
    let data = folder.path().join("data");
    let mut tally = Tally::default();
    std::thread::scope(|threads| {
        let asking: Vec<_> = (0..THREADS)
            .map(|nth| Share { nth, every: THREADS })
            .map(|share| {
                let (data, made) = (&data, &made);
                threads.spawn(move || asked(data, made, host, share))
            })
            .collect();
        for share in asking {
            tally.add(share.join().unwrap());
        }
    });
    told(&tally);
    let few: Vec<&String> = tally.mismatches.iter().step_by(tally.mismatches.len() / 60 + 1).collect();
    assert!(tally.mismatches.is_empty(), "{few:#?}");
    assert!(tally.cells >= 100_000, "only {} cells", tally.cells);
}

/// Says what was asked, whether it went well or not: past the test runner, which keeps to itself what
/// a passing test prints.
fn told(tally: &Tally) {
    let ways =
        tally.ways.iter().map(|(way, (cells, yes))| format!("  {way}: {cells} cells, {yes} seen or done\n"));
    let unreached: Vec<&str> = tally.unreached.iter().map(String::as_str).collect();
    let unreached =
        format!("  refused for their least input before anybody is asked: {}\n", unreached.join(" "));
    let line = format!("authorization: {} cells, {} mismatches\n", tally.cells, tally.mismatches.len());
    let text: String = ways.chain([unreached, line]).collect();
    std::io::stdout().write_all(format!("\n{text}").as_bytes()).unwrap();
}

/// Private notes are for those who have said what for, and what is withheld is said.
#[tokio::test]
async fn authorization_needs_a_purpose() {
    let (world, made, host) = made().await;
    let (_, folder) = world.stop().await;
    let stage = stage(&folder.path().join("data"), "matrix", &made).await;
    let ties = Ties { objects: &made, host };
    let query = "query($id: UUID!) { visit(id: $id) { notes { level words } } }";
    for (disclosed, private, withheld) in [
        (false, Value::Null, json!([{ "type": "Visit", "class": "privateNote" }])),
        (true, json!("Some words"), Value::Null),
    ] {
        stage.ground.disclosed.store(disclosed, Ordering::Relaxed);
        let request = async_graphql::Request::new(query)
            .variables(async_graphql::Variables::from_json(json!({ "id": made.id("visit") })));
        let answer = stage.gate.run(ties.caller(Role::Host, Setup::Network), request).await;
        let answer = serde_json::to_value(answer).unwrap();
        let notes = &answer["data"]["visit"]["notes"];
        assert_eq!((&notes[0]["words"], &notes[1]["words"]), (&json!("Some words"), &private), "{answer}");
        assert_eq!(answer["extensions"]["withheld"], withheld, "{answer}");
    }
}

/// The same, over the wire: not yours is not there, byte for byte.
#[tokio::test]
async fn authorization_not_yours_is_not_there() {
    let (world, made, _) = made().await;
    let (referral, stranger) = (made.id("referral").to_owned(), new_id());
    let (query, act) = (
        "query($id: UUID!) { referral(id: $id) { id state question } }",
        "mutation($id: ReferralId!, $command: CommandId!) { receiveReferral(commandId: $command, id: $id,
            input: { linkVersion: 1 }) { __typename ... on Refusal { code message details { name value } } } }",
    );
    let other = world.tied("partner", "referral", &stranger);
    for operation in [query, act] {
        let ask = |id: &str| json!({ "id": id, "command": "0190a5d4-0000-7000-8000-000000000001" });
        let asked = |id: &str| {
            let mut asked = ask(id);
            if operation == query {
                asked.as_object_mut().unwrap().remove("command");
            }
            asked
        };
        let not_yours = other.send(operation, asked(&referral)).await.to_string();
        let not_there = other.send(operation, asked(&new_id())).await.to_string();
        assert_eq!(not_yours, not_there);
    }
    let own = world.answerer(&referral).read(query, json!({ "id": referral })).await;
    assert_eq!(own["referral"]["id"], json!(referral));
    let denied = world.answerer(&referral).send("{ referrals { totalCount } }", json!({})).await;
    assert_eq!(denied["errors"][0]["extensions"]["code"], "FORBIDDEN", "{denied}");
    let organisation = world.tied("partner", "partner", made.id("partner"));
    let own = organisation.read("{ referrals { totalCount nodes { id } } }", json!({})).await;
    assert_eq!(own["referrals"], json!({ "totalCount": 1, "nodes": [{ "id": referral }] }));
    let elsewhere = world.tied("partner", "partner", &stranger);
    let none = elsewhere.read("{ referrals { totalCount nodes { id } } }", json!({})).await;
    assert_eq!(none["referrals"], json!({ "totalCount": 0, "nodes": [] }));
    let desk = world.tied("reception", "site", &stranger);
    let none = desk.read("{ appointments { totalCount } }", json!({})).await;
    assert_eq!(none, json!({ "appointments": { "totalCount": 0 } }));
}
