//! Every read as of any date: before something was there, it is not there; and what is not yet
//! readable is waited for, not made up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod objects;
mod shapes;

use futures_util::future::join_all;
use objects::{Objects, with_ids};
use serde_json::{Map, Value, json};
use shapes::{Fill, Root, Shapes, heart};
use stories::{World, on_both_engines};

on_both_engines!("2023-06-05T07:00:00Z":
    every_read_looks_back,
    every_object_begins_somewhere,
    what_is_not_yet_readable_is_said_so,
);

/// Answers with numbers for a period that always exists.
const ALWAYS: &[&str] = &["meetingRegularity"];

/// A read with its arguments, and what is asked of the answer.
struct Read {
    name: String,
    declared: String,
    passed: String,
    fields: &'static str,
    variables: Map<String, Value>,
}

/// Every read that looks back, on what was made.
fn reads(shapes: &Shapes, made: &Objects) -> Vec<Read> {
    let looks_back = |root: &&Root| root.arguments.iter().any(|slot| slot.name == "asOf");
    let mut reads = Vec::new();
    for root in shapes.roots("Query").iter().filter(looks_back) {
        assert!(root.arguments.iter().any(|slot| slot.name == "atLeast"), "{} has no atLeast", root.name);
        let (mut declared, mut passed, mut variables) = (String::new(), String::new(), Map::new());
        for slot in root.arguments.iter().filter(|slot| slot.required) {
            let mut value = shapes.value(&slot.ty, Fill::Least, 0);
            with_ids(shapes, &slot.ty, &mut value, made);
            if heart(&slot.ty) == "UUID" {
                value = made.all().find(|(kind, _)| *kind == root.name).map_or(value, |(_, id)| json!(id));
            }
            match heart(&slot.ty) {
                "PathBy" => value = json!({ "case": made.case }),
                "ObjectRefInput" => value = json!({ "kind": "visit", "id": made.id("visit") }),
                _ => {}
            }
            declared.push_str(&format!(", ${}: {}", slot.name, slot.ty));
            passed.push_str(&format!(", {0}: ${0}", slot.name));
            variables.insert(slot.name.clone(), value);
        }
        let fields = match root.leads_to.as_str() {
            ty if ty.ends_with("Connection!") => "{ totalCount nodes { __typename } }",
            "[Count!]!" => "{ value count }",
            _ => "{ __typename }",
        };
        reads.push(Read { name: root.name.clone(), declared, passed, fields, variables });
    }
    reads
}

impl Read {
    /// The answer, as of then and not before.
    async fn at(&self, world: &World, as_of: Value, at_least: Value) -> Value {
        let query = format!(
            "query($asOf: AsOf, $atLeast: Position{}) {{ it: {}(asOf: $asOf, atLeast: $atLeast{}) {} }}",
            self.declared, self.name, self.passed, self.fields
        );
        let mut variables = self.variables.clone();
        variables.insert("asOf".to_owned(), as_of);
        variables.insert("atLeast".to_owned(), at_least);
        world.as_("odile").send(&query, Value::Object(variables)).await
    }
}

/// Whether an answer says that there is nothing.
fn nothing(answer: &Value) -> bool {
    let it = &answer["data"]["it"];
    answer.get("errors").is_none() && (it.is_null() || *it == json!([]) || it["totalCount"] == json!(0))
}

async fn every_read_looks_back(world: World) {
    let shapes = Shapes::read();
    let before = world.as_("odile").read("{ position }", json!({})).await["position"].clone();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let reads = reads(&shapes, &made);
    assert!(reads.len() > 40, "only {} reads look back", reads.len());
    let mut there = 0;
    for read in &reads {
        let now = read.at(&world, Value::Null, json!(made.position)).await;
        assert!(now.get("errors").is_none(), "{}: {now}", read.name);
        there += usize::from(!nothing(&now));
        for as_of in [
            json!({ "position": before }),
            json!({ "position": "0" }),
            json!({ "instant": "2023-06-05T06:59:59Z" }),
            json!({ "instant": "1970-01-01T00:00:00Z" }),
        ] {
            let then = read.at(&world, as_of.clone(), Value::Null).await;
            assert!(then.get("errors").is_none(), "{} {as_of}: {then}", read.name);
            assert!(nothing(&then) || ALWAYS.contains(&read.name.as_str()), "{} {as_of}: {then}", read.name);
        }
        for as_of in [json!({ "position": made.position }), json!({ "instant": "2023-06-05T16:49:00Z" })] {
            let then = read.at(&world, as_of.clone(), json!(made.position)).await;
            assert_eq!(then, now, "{} {as_of}", read.name);
        }
        for as_of in [
            json!({}),
            json!({ "position": "1", "instant": "2023-06-05T07:00:00Z" }),
            json!({ "position": "-1" }),
        ] {
            let then = read.at(&world, as_of.clone(), Value::Null).await;
            let message = then["errors"][0]["message"].as_str().unwrap_or_default();
            assert!(message.contains("asOf"), "{} {as_of}: {then}", read.name);
        }
    }
    assert!(there > 30, "only {there} reads found anything");
}

async fn every_object_begins_somewhere(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let odile = world.as_("odile");
    for (kind, id) in made.all() {
        // A need is a part of its visit.
        let whole = if kind == "need" { "visit" } else { kind };
        let history = "query($kind: String!, $id: String!, $at: Position) {
            history(of: { kind: $kind, id: $id }, first: 100, atLeast: $at) { nodes { position object { id } part { id } } } }";
        let asked = json!({ "kind": whole, "id": made.id(whole), "at": made.position });
        let entries = odile.read(history, asked).await["history"]["nodes"].clone();
        // The entry of a meeting where a commitment was made stands one position before its own first.
        let whose = if kind == "need" { "part" } else { "object" };
        let about = |entry: &&Value| entry[whose]["id"] == json!(id);
        let first = entries.as_array().unwrap().iter().find(about).unwrap()["position"].clone();
        let first: u64 = first.as_str().unwrap_or_else(|| panic!("{kind} has no history")).parse().unwrap();
        let row = format!(
            "query($id: UUID!, $at: Position!) {{ it: {kind}(id: $id, asOf: {{ position: $at }}) {{ __typename }} }}"
        );
        for (position, there) in [(first - 1, false), (first, true)] {
            let answer = odile.read(&row, json!({ "id": id, "at": position.to_string() })).await;
            assert_eq!(!answer["it"].is_null(), there, "{kind} as of {position}");
        }
    }
}

async fn what_is_not_yet_readable_is_said_so(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let head: u64 = made.position.parse().unwrap();
    let beyond = (head + 100_000).to_string();
    let reads = reads(&shapes, &made);
    let began = std::time::Instant::now();
    let waiting =
        reads.iter().map(async |read| (&read.name, read.at(&world, Value::Null, json!(beyond)).await));
    for (name, answer) in join_all(waiting).await {
        assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_YET", "{name}: {answer}");
        assert!(answer["errors"][0]["message"].as_str().unwrap().contains(&beyond), "{name}: {answer}");
    }
    let looking = reads
        .iter()
        .map(async |read| (&read.name, read.at(&world, json!({ "position": beyond }), Value::Null).await));
    for (name, answer) in join_all(looking).await {
        assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_YET", "{name}: {answer}");
    }
    assert!(began.elapsed().as_secs() < 30, "patience has an end: {:?}", began.elapsed());
}
