//! Live: what is followed over a `WebSocket` and over a stream of events arrives, once, in order,
//! also after the line was cut; and what may not be followed is not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod line;
mod listening;
mod objects;
mod shapes;

use futures_util::SinkExt;
use line::{Line, PATIENCE, SILENCE, dial};
use listening::{everybody_who_listens_hears_of_it, one_connection_follows_no_more_than_it_may};
use objects::Objects;
use serde_json::{Value, json};
use shapes::Shapes;
use stories::{World, new_id, on_both_engines};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{Error, Message};

on_both_engines!("2023-06-05T07:00:00Z":
    a_path_is_followed_without_loss_or_repetition,
    a_session_is_followed,
    pairings_and_the_inbox_are_followed,
    a_path_is_followed_as_events,
    everybody_who_listens_hears_of_it,
    one_connection_follows_no_more_than_it_may,
);

/// The pages of this build know their documents by digest, over POST and on a line; an unknown one is told
/// what to do, and the line stays open.
#[tokio::test]
async fn a_document_of_the_pages_comes_by_its_id() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    let known = web::Allowed::embedded().unwrap().into_texts();
    let (id, text) = known.iter().find(|(_, text)| text.contains("query Start")).unwrap();
    let nora = world.as_("nora");
    let by_id = nora.send_document(id, json!({})).await;
    assert_eq!(by_id["data"]["me"]["role"], "HOST", "{by_id}");
    assert_eq!(by_id, nora.send(text, json!({})).await);
    let unknown = "sha256:0000000000000000000000000000000000000000000000000000000000000000";
    let mut line = Line::open(&world, "nora").await;
    let ask = |id: &str| json!({ "query": "", "extensions": { "documentId": id } });
    line.say(json!({ "id": "1", "type": "subscribe", "payload": ask(unknown) })).await;
    let refused = line.next().await;
    assert!(refused.to_string().contains("DOCUMENT_NOT_KNOWN"), "{refused}");
    let mut line = Line::open(&world, "nora").await;
    line.say(json!({ "id": "2", "type": "subscribe", "payload": ask(id) })).await;
    assert_eq!(line.data().await, by_id["data"]);
}

/// Records another visit in the case; answers the position it was recorded at.
async fn visit(world: &World, shapes: &Shapes, made: &Objects) -> String {
    let need = shapes.least("ExpressNeedInput", json!({ "need": new_id() }));
    let visit = json!({ "session": made.id("session"), "case": made.case, "mode": "WALK_IN", "languageMet": "DIRECT", "needs": [need] });
    let visit = shapes.least("RecordVisitInput", visit);
    world.as_("nora").done("recordVisit", &new_id(), "RecordVisitInput!", visit).await.position
}

const PATH: &str = "subscription($case: CaseId!, $after: Position) {
    path(by: { case: $case }, after: $after) { position event object { kind id } } }";

/// Position and event of so many entries.
async fn entries(line: &mut Line, count: usize) -> Vec<(u64, String)> {
    let mut entries = Vec::new();
    for _ in 0..count {
        let entry = line.data().await["path"].clone();
        let position = entry["position"].as_str().unwrap().parse().unwrap();
        entries.push((position, entry["event"].as_str().unwrap().to_owned()));
    }
    entries
}

/// Every entry of the path up to a position, as a query tells it.
async fn told(world: &World, made: &Objects, at: &str) -> Vec<(u64, String)> {
    let query = "query($case: CaseId!, $at: Position!) { path(by: { case: $case }, first: 100, atLeast: $at) { entries { nodes { position event } } } }";
    let path = world.as_("odile").read(query, json!({ "case": made.case, "at": at })).await;
    let nodes = path["path"]["entries"]["nodes"].as_array().unwrap().clone();
    let mut entries: Vec<(u64, String)> = nodes
        .iter()
        .map(|node| {
            (node["position"].as_str().unwrap().parse().unwrap(), node["event"].as_str().unwrap().to_owned())
        })
        .collect();
    entries.sort();
    entries
}

async fn a_path_is_followed_without_loss_or_repetition(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let before = told(&world, &made, &made.position).await;
    assert!(before.len() > 3, "{before:?}");

    let mut line = Line::open(&world, "odile").await;
    line.subscribe(PATH, json!({ "case": made.case, "after": "0" })).await;
    let mut seen = entries(&mut line, before.len()).await;
    assert_eq!(seen, before, "first what is already there");
    let at = visit(&world, &shapes, &made).await;
    let live = told(&world, &made, &at).await;
    seen.extend(entries(&mut line, live.len() - seen.len()).await);
    assert_eq!(seen, live, "then what happens");
    line.hang_up().await;

    for _ in 0..2 {
        visit(&world, &shapes, &made).await;
    }
    let at = visit(&world, &shapes, &made).await;
    let all = told(&world, &made, &at).await;
    let mut line = Line::open(&world, "odile").await;
    let last = seen.last().unwrap().0.to_string();
    line.subscribe(PATH, json!({ "case": made.case, "after": last })).await;
    seen.extend(entries(&mut line, all.len() - seen.len()).await);
    assert_eq!(seen, all, "what happened while the line was cut came once, in order");
    assert_eq!(line.heard(SILENCE).await, None, "and nothing twice");

    line.say(json!({ "id": "1", "type": "complete" })).await;
    visit(&world, &shapes, &made).await;
    assert_eq!(
        line.heard(SILENCE).await.filter(|message| message["type"] != "complete"),
        None,
        "who stops listening hears nothing"
    );
}

async fn a_session_is_followed(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let query = "subscription($id: SessionId!, $after: Position) { session(id: $id, after: $after) { position session { id version } } }";
    let mut line = Line::open(&world, "reception").await;
    line.subscribe(query, json!({ "id": made.id("session"), "after": "0" })).await;
    let first = line.data().await["session"].clone();
    assert_eq!(first["session"]["id"], made.id("session"));
    visit(&world, &shapes, &made).await;
    let second = line.data().await["session"].clone();
    assert_eq!(second["session"]["id"], made.id("session"), "its counts have changed");
    let position = |change: &Value| change["position"].as_str().unwrap().parse::<u64>().unwrap();
    assert!(position(&second) > position(&first));
    let theirs = json!({ "id": new_id(), "after": "0" });
    line.say(json!({ "id": "2", "type": "subscribe", "payload": { "query": query, "variables": theirs } }))
        .await;
    assert_eq!(line.heard(SILENCE).await, None, "of a session that is not there, nothing is heard");
}

async fn pairings_and_the_inbox_are_followed(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let karim = world.as_("karim").read("{ me { actor } }", json!({})).await["me"]["actor"].clone();
    let odile = world.as_("odile");
    odile.done("linkAccount", made.id("member"), "LinkAccountInput!", json!({ "account": karim })).await;

    let mut own = Line::open(&world, "karim").await;
    own.subscribe("subscription { myPairings { position pairing { id state } } }", json!({})).await;
    let mut inbox = Line::open(&world, "odile").await;
    inbox
        .subscribe(
            "subscription { decisionInbox { position object { kind id } waiting { on what } } }",
            json!({}),
        )
        .await;
    tokio::time::sleep(SILENCE).await;

    let id = new_id();
    let least =
        shapes.least("RequestAccompanimentInput", json!({ "case": new_id(), "purpose": "NET.ESCORT" }));
    odile.done("requestAccompaniment", &id, "RequestAccompanimentInput!", least).await;
    let change = loop {
        let change = inbox.data().await["decisionInbox"].clone();
        if change["object"]["id"] == json!(id) {
            break change;
        }
    };
    assert_eq!(change["object"]["kind"], "pairing");
    assert!(change["waiting"]["on"].is_string(), "somebody must move: {change}");
    assert_eq!(own.heard(SILENCE).await, None, "it is not Karim's yet");

    let proposed = odile
        .ask("proposePairing", &id, "ProposePairingInput!", json!({ "member": made.id("member") }))
        .await;
    if proposed["__typename"] == "Done" {
        let change = own.data().await["myPairings"].clone();
        assert_eq!(change["pairing"]["id"], json!(id));
    } else {
        assert_eq!(own.heard(SILENCE).await, None, "a refusal is nothing to follow: {proposed}");
    }
}

async fn a_path_is_followed_as_events(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let before = told(&world, &made, &made.position).await;
    let after = before[before.len() - 2].0.to_string();
    let headers = [("accept", "text/event-stream"), ("authorization", "Bearer demo-odile-brussels")];
    let asked = json!({ "query": PATH, "variables": { "case": made.case, "after": after } });
    let mut answer = world.followed("/graphql", &headers, &asked).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    let at = visit(&world, &shapes, &made).await;
    let all = told(&world, &made, &at).await;
    let wanted = all.iter().filter(|(position, _)| *position > before[before.len() - 2].0).count();
    let mut text = String::new();
    while text.matches("event: next").count() < wanted {
        let chunk = timeout(PATIENCE, answer.chunk())
            .await
            .expect("events come")
            .unwrap()
            .expect("the stream goes on");
        text.push_str(std::str::from_utf8(&chunk).unwrap());
    }
    world.watch.answered(&text);
    let positions: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("data:"))
        .filter_map(|data| serde_json::from_str::<Value>(data).ok())
        .map(|data| data["data"]["path"]["position"].as_str().unwrap().to_owned())
        .collect();
    let expected: Vec<String> =
        all[before.len() - 1..].iter().map(|(position, _)| position.to_string()).collect();
    assert_eq!(positions, expected);
}

#[tokio::test]
async fn one_query_as_events_is_one_event_and_the_end() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    let ask = async |token: &str, query: &str| {
        let headers = [("accept", "text/event-stream"), ("authorization", token)];
        world.post_json("/graphql", &headers, &json!({ "query": query })).await
    };
    let text = ask("Bearer demo-odile-brussels", "{ position }").await.text;
    assert_eq!(text.matches("event: next").count(), 1, "{text}");
    assert!(text.trim_end().contains("event: complete"), "{text}");
    let text = ask("Bearer demo-karim-brussels", "subscription { decisionInbox { position } }").await.text;
    assert!(text.contains("FORBIDDEN") && text.contains("Subscription.decisionInbox"), "{text}");
    assert_eq!(ask("Bearer nobody", "{ position }").await.status, 401);
}

#[tokio::test]
async fn a_line_is_for_pages_of_this_site_and_for_programs() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    let status = |error: Error| match error {
        Error::Http(answer) => answer.status().as_u16(),
        other => panic!("{other}"),
    };
    let protocol = ("sec-websocket-protocol", "graphql-transport-ws");
    let own = format!("http://{}", world.address);
    for origin in ["https://elsewhere.example", "null", "http://127.0.0.1"] {
        let refused = dial(&world, &[protocol, ("origin", origin)]).await.expect_err(origin);
        assert_eq!(status(refused), 403, "{origin}");
    }
    let refused = dial(&world, &[protocol, ("sec-fetch-site", "cross-site")]).await.expect_err("cross-site");
    assert_eq!(status(refused), 403);
    for offered in ["graphql-ws", "soap"] {
        let refused = dial(&world, &[("sec-websocket-protocol", offered)]).await.expect_err(offered);
        assert_eq!(status(refused), 400, "{offered}");
    }
    assert_eq!(status(dial(&world, &[]).await.expect_err("no protocol")), 400);
    assert!(dial(&world, &[protocol, ("origin", &own)]).await.is_ok());
    assert!(dial(&world, &[("sec-websocket-protocol", "graphql-ws, graphql-transport-ws")]).await.is_ok());
}

#[tokio::test]
async fn a_line_asks_who_is_there() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    for payload in [
        json!({ "authorization": "Bearer nobody" }),
        json!({ "authorization": 7 }),
        json!({ "authorization": "Bearer demo-nora-brussels", "device": "x".repeat(5_000) }),
    ] {
        let mut line = Line::silent(&world).await;
        line.say(json!({ "type": "connection_init", "payload": payload })).await;
        let heard = line.next().await;
        assert!(heard["closed"].as_u64().is_some_and(|code| code != 1000), "{payload}: {heard}");
    }
    let mut line = Line::silent(&world).await;
    line.subscribe("{ position }", json!({})).await;
    let heard = line.next().await;
    let turned_away = heard["closed"].is_u64() || heard.to_string().contains("UNAUTHENTICATED");
    assert!(turned_away, "nobody asks before saying who they are: {heard}");
    let mut line = Line::silent(&world).await;
    line.say(json!({ "type": "connection_init" })).await;
    assert_eq!(line.next().await["type"], "connection_ack");
    line.subscribe("{ me { role } }", json!({})).await;
    assert_eq!(line.data().await["me"]["role"], "PUBLIC");
    let mut line = Line::silent(&world).await;
    line.socket.send(Message::text("not JSON")).await.unwrap();
    assert!(line.next().await["closed"].is_u64());
}

#[tokio::test]
async fn a_mutation_over_a_line_passes_the_same_gate() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    let shapes = Shapes::read();
    let query = "mutation($command: CommandId!, $id: MemberId!, $input: JoinNetworkInput!) {
        joinNetwork(commandId: $command, id: $id, input: $input) { __typename ... on Done { position repeated } } }";
    let input = shapes.least("JoinNetworkInput", json!({}));
    let variables = json!({ "command": new_id(), "id": new_id(), "input": input });
    let mut line = Line::open(&world, "odile").await;
    for repeated in [false, true] {
        line.subscribe(query, variables.clone()).await;
        let outcome = line.data().await["joinNetwork"].clone();
        assert_eq!(
            (&outcome["__typename"], &outcome["repeated"]),
            (&json!("Done"), &json!(repeated)),
            "{outcome}"
        );
        assert_eq!(line.next().await["type"], "complete");
    }
    let mut reader = Line::open(&world, "auditor").await;
    let bad = json!({ "command": new_id(), "id": new_id(), "input": { "displayName": "x".repeat(5_000) } });
    for (reads, query, variables, code, names) in [
        (true, query, variables.clone(), "FORBIDDEN", "Mutation.joinNetwork"),
        (false, query, bad, "BAD_REQUEST", "input.displayName"),
        (false, "mutation { __typename other: __typename }", json!({}), "ONE_MUTATION", "one mutation"),
        (false, "{ posision }", json!({}), "BAD_REQUEST", "posision"),
    ] {
        let line = if reads { &mut reader } else { &mut line };
        line.subscribe(query, variables).await;
        let heard = line.next().await;
        let error =
            if heard["type"] == "error" { &heard["payload"][0] } else { &heard["payload"]["errors"][0] };
        assert_eq!(error["extensions"]["code"], code, "{heard}");
        assert!(error["message"].as_str().unwrap().contains(names), "{heard}");
        assert_eq!(line.next().await["type"], "complete");
    }
}
