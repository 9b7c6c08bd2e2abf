//! Two networks in one deployment: what is one's looks to the other exactly as what is not there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod objects;
mod shapes;

use objects::Objects;
use serde_json::{Map, Value, json};
use shapes::{Fill, Root, Shapes, heart};
use stories::{World, new_id, on_both_engines};

on_both_engines!("2023-06-05T07:00:00Z":
    no_object_is_read_from_elsewhere,
    no_list_holds_what_is_elsewhere,
    no_object_is_asked_from_elsewhere,
);

/// Asks, and gives the bytes of the answer.
async fn bytes(world: &World, network: &str, query: &str, variables: &Value) -> String {
    let bearer = format!("Bearer demo-odile-{network}");
    let headers = [("accept", "application/graphql-response+json"), ("authorization", bearer.as_str())];
    let body = json!({ "query": query, "variables": variables });
    let answer = world.post_json("/graphql", &headers, &body).await;
    format!("{} {}", answer.status, answer.text)
}

async fn no_object_is_read_from_elsewhere(world: World) {
    let made = Objects::make(&world, &Shapes::read(), "brussels").await;
    for (kind, id) in made.all() {
        let row =
            format!("query($id: UUID!, $at: Position) {{ {kind}(id: $id, atLeast: $at) {{ __typename }} }}");
        let history = "query($id: String!, $kind: String!, $at: Position) {
            history(of: { kind: $kind, id: $id }, atLeast: $at) { totalCount nodes { event } } }";
        let asks = |id: &str| json!({ "id": id, "kind": kind, "at": made.position });
        let own = bytes(&world, "brussels", &row, &json!({ "id": id, "at": made.position })).await;
        assert!(own.starts_with("200 ") && own.contains("__typename"), "{kind}: {own}");
        for query in [row.as_str(), history] {
            let with = |id: &str| {
                let mut asked = asks(id);
                if query == row {
                    asked.as_object_mut().unwrap().remove("kind");
                }
                asked
            };
            let theirs = bytes(&world, "quebec", query, &with(id)).await;
            let nothing = bytes(&world, "quebec", query, &with(&new_id())).await;
            assert_eq!(theirs, nothing, "{kind}");
            assert!(theirs.contains("null") || theirs.contains("\"totalCount\":0"), "{theirs}");
        }
    }
    let path = "query($id: CaseId!, $at: Position) { path(by: { case: $id }, atLeast: $at) { cases } }";
    let own = bytes(&world, "brussels", path, &json!({ "id": made.case, "at": made.position })).await;
    assert!(own.contains(&made.case), "{own}");
    let theirs = bytes(&world, "quebec", path, &json!({ "id": made.case, "at": made.position })).await;
    assert_eq!(theirs, bytes(&world, "quebec", path, &json!({ "id": new_id(), "at": made.position })).await);
}

async fn no_list_holds_what_is_elsewhere(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let mut full = 0;
    for root in shapes.roots("Query").iter().filter(|root| root.leads_to.ends_with("Connection!")) {
        if root.arguments.iter().any(|slot| slot.required) {
            continue;
        }
        let query = format!(
            "query($at: Position) {{ {}(atLeast: $at) {{ totalCount nodes {{ __typename }} }} }}",
            root.name
        );
        let theirs = bytes(&world, "quebec", &query, &json!({ "at": made.position })).await;
        let nothing = format!(r#"200 {{"data":{{"{}":{{"totalCount":0,"nodes":[]}}}}}}"#, root.name);
        assert_eq!(theirs, nothing);
        let own = bytes(&world, "brussels", &query, &json!({ "at": made.position })).await;
        full += usize::from(!own.contains("\"totalCount\":0"));
    }
    assert!(full >= 11, "only {full} lists of the other network hold anything");
    for root in shapes.roots("Query").iter().filter(|root| root.leads_to == "[Count!]!") {
        let by = root.arguments.iter().find(|slot| slot.name == "by").unwrap();
        let query = format!(
            "query($by: {}, $at: Position) {{ {}(by: $by, atLeast: $at) {{ value count }} }}",
            by.ty, root.name
        );
        let asked = json!({ "by": shapes.value(&by.ty, Fill::Least, 0), "at": made.position });
        let theirs = bytes(&world, "quebec", &query, &asked).await;
        assert_eq!(theirs, format!("200 {}", json!({ "data": { &root.name: [] } })), "{}", root.name);
    }
}

/// The same arguments for one id and another.
fn arguments(shapes: &Shapes, mutation: &Root) -> Map<String, Value> {
    let given = mutation.arguments.iter().filter(|slot| slot.required);
    given.map(|slot| (slot.name.clone(), shapes.value(&slot.ty, Fill::Least, 0))).collect()
}

async fn no_object_is_asked_from_elsewhere(world: World) {
    let shapes = Shapes::read();
    let made = Objects::make(&world, &shapes, "brussels").await;
    let mut asked = 0;
    for mutation in shapes.roots("Mutation") {
        let Some(id) = mutation.arguments.iter().find(|slot| slot.name == "id") else { continue };
        let kind = objects::kind(heart(&id.ty));
        let Some((_, theirs)) = made.all().find(|(known, _)| *known == kind) else { continue };
        let given = arguments(&shapes, mutation);
        let slots = mutation.arguments.iter().filter(|slot| slot.required);
        let (declared, passed): (Vec<String>, Vec<String>) = slots
            .map(|slot| (format!("${}: {}", slot.name, slot.ty), format!("{0}: ${0}", slot.name)))
            .unzip();
        let query = format!(
            "mutation({}) {{ {}({}) {{ __typename ... on Refusal {{ code message retriable details {{ name value }} }} }} }}",
            declared.join(", "),
            mutation.name,
            passed.join(", ")
        );
        let with = |id: &str| {
            let mut given = given.clone();
            given.insert("id".to_owned(), json!(id));
            given.insert("commandId".to_owned(), json!(new_id()));
            Value::Object(given)
        };
        let (unknown, before) = (new_id(), version(&world, &made, &kind).await);
        let nothing = bytes(&world, "quebec", &query, &with(&unknown)).await;
        if nothing.contains("\"Done\"") {
            continue;
        }
        assert!(nothing.contains("\"Refusal\""), "{}: {nothing}", mutation.name);
        let answer = bytes(&world, "quebec", &query, &with(theirs)).await;
        assert_eq!(answer.replace(theirs, &unknown), nothing, "{}", mutation.name);
        assert_eq!(version(&world, &made, &kind).await, before, "{} left it alone", mutation.name);
        asked += 1;
    }
    assert!(asked > 80, "only {asked} mutations were asked");
}

/// The version of an object in its own network.
async fn version(world: &World, made: &Objects, kind: &str) -> Value {
    let query = "query($kind: String!, $id: String!, $at: Position) {
        history(of: { kind: $kind, id: $id }, atLeast: $at) { totalCount } }";
    let asked = json!({ "kind": kind, "id": made.id(kind), "at": made.position });
    world.as_("odile").read(query, asked).await["history"]["totalCount"].clone()
}
