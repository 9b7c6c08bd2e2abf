//! Many who listen at once: one event wakes them all, each hears of it, and none is cut off because the
//! others read too. One connection follows no more than it may.

use serde_json::{Value, json};
use stories::{World, new_id};

use crate::line::Line;
use crate::objects::Objects;
use crate::shapes::Shapes;

/// What one connection may follow at once.
const OF_ONE: usize = 64;
/// Together more listeners than the queue of reads takes.
const LINES: usize = 20;

const CHANGE: &str = "subscription($id: SessionId!, $after: Position) {
    session(id: $id, after: $after) { position session { id version } } }";

async fn subscribe(line: &mut Line, id: usize, session: &str, after: &str) {
    let payload = json!({ "query": CHANGE, "variables": { "id": session, "after": after } });
    line.say(json!({ "id": id.to_string(), "type": "subscribe", "payload": payload })).await;
}

/// Everything said before has been taken in once this is answered.
async fn settled(line: &mut Line) {
    line.say(json!({ "type": "ping" })).await;
    assert_eq!(line.next().await["type"], "pong", "nothing has happened yet");
}

pub(crate) async fn everybody_who_listens_hears_of_it(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let mut lines = Vec::new();
    for _ in 0..LINES {
        let mut line = Line::open(&world, "reception").await;
        for id in 0..OF_ONE {
            subscribe(&mut line, id, made.id("session"), &made.position).await;
        }
        settled(&mut line).await;
        lines.push(line);
    }
    let need = shapes.least("ExpressNeedInput", json!({ "need": new_id() }));
    let visit = json!({ "session": made.id("session"), "case": made.case, "mode": "WALK_IN",
        "languageMet": "DIRECT", "needs": [need] });
    let visit = shapes.least("RecordVisitInput", visit);
    world.as_("nora").done("recordVisit", &new_id(), "RecordVisitInput!", visit).await;
    for line in &mut lines {
        let mut heard = [false; OF_ONE];
        while heard.contains(&false) {
            let message = line.next().await;
            assert_eq!(message["type"], "next", "{message}");
            assert_eq!(
                message["payload"]["data"]["session"]["session"]["id"],
                made.id("session"),
                "{message}"
            );
            heard[message["id"].as_str().unwrap().parse::<usize>().unwrap()] = true;
        }
    }
}

pub(crate) async fn one_connection_follows_no_more_than_it_may(world: World) {
    let mut line = Line::open(&world, "reception").await;
    for id in 0..=OF_ONE {
        subscribe(&mut line, id, &new_id(), "0").await;
    }
    let refused = line.next().await;
    assert_eq!(refused["id"], OF_ONE.to_string(), "{refused}");
    assert!(refused.to_string().contains("at most 64"), "it says how many: {refused}");
    line.say(json!({ "id": "0", "type": "complete" })).await;
    let ended = |message: &Value| message["type"] == "complete";
    loop {
        // The refused one is complete, and the first; then there is room again.
        if ended(&line.next().await) {
            break;
        }
    }
    subscribe(&mut line, OF_ONE + 1, &new_id(), "0").await;
    loop {
        line.say(json!({ "type": "ping" })).await;
        let message = line.next().await;
        assert!(message.get("payload").is_none_or(Value::is_null), "there is room again: {message}");
        if message["type"] == "pong" {
            break;
        }
    }
}
