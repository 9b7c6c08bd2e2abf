//! Bad input to every mutation: each is answered by a validation error that names the argument or
//! field, or by a refusal with its way out; none by a fault, and nothing is stored.
//!
//! The table is made from `schema.graphql` itself, so that a new mutation is in it at once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod objects;
mod shapes;

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::parser::types::{BaseType, Type};
use objects::{Objects, with_ids};
use serde_json::{Map, Value, json};
use shapes::{Fill, Root, Shape, Shapes, heart};
use stories::{Person, World, on_both_engines};

on_both_engines!("2023-06-05T07:00:00Z": what_is_well_formed_is_done_or_refused);

const OUTCOME: &str =
    "{ __typename ... on Done { position events } ... on Refusal { code message details { name value } } }";
/// As long as a body can carry more than twice.
const LONG: usize = 100_000;

const NOTHING: &str = "on what is not there";
const FOREIGN: &str = "on the other network's";
const STALE: &str = "stale";
const AHEAD: &str = "ahead of time";

/// One way to ask a mutation.
struct Case {
    what: String,
    arguments: Map<String, Value>,
    /// What the error must name.
    names: String,
}

/// Counts and checks.
struct Book {
    codes: BTreeSet<String>,
    cases: usize,
    settled: usize,
    done: BTreeMap<String, usize>,
    refused: BTreeMap<String, usize>,
    wrong: Vec<String>,
}

/// What the schema does not take is told before anything runs: the engine has no part in it.
#[tokio::test]
async fn what_is_not_well_formed_is_named() {
    let world = World::sqlite("2023-06-05T07:00:00Z").await;
    let shapes = Shapes::read();
    let odile = world.as_("odile").in_("en");
    let mut book = Book::new();
    let mutations = shapes.roots("Mutation");
    let before = head(&world).await;
    for mutation in mutations {
        for case in unfit(&shapes, mutation) {
            book.invalid(&odile, mutation, case).await;
        }
    }
    assert_eq!(settled(&world, 1).await, before, "nothing was stored");
    book.close(&world, mutations.len()).await;
    assert!(book.cases > 10 * mutations.len(), "the table is made");
}

async fn what_is_well_formed_is_done_or_refused(world: World) {
    let shapes = Shapes::read();
    let ours = Objects::make(&world, &shapes, "brussels").await;
    let theirs = Objects::make(&world, &shapes, "quebec").await;
    let odile = world.as_("odile").in_("en");
    let mut book = Book::new();
    let mutations = shapes.roots("Mutation");
    for mutation in mutations {
        for (what, arguments) in well_formed(&shapes, mutation, &ours) {
            book.well_formed(&world, &odile, mutation, what, arguments).await;
        }
    }
    // What begins something begins it under any id; so it comes last, and whatever else is done to
    // the other network's objects before would be done to somebody else's.
    let beginnings: BTreeSet<String> = book.done.keys().cloned().collect();
    // A need code is the same word in every network, and no object of one.
    let on_an_object = |mutation: &Root| {
        mutation
            .arguments
            .iter()
            .any(|slot| slot.name == "id" && !slot.ty.to_string().starts_with("NeedCode"))
    };
    for mutation in mutations.iter().filter(|mutation| !beginnings.contains(&mutation.name)) {
        for arguments in foreign(&shapes, mutation, &theirs) {
            let what = if on_an_object(mutation) { FOREIGN } else { "about the other network's" };
            book.well_formed(&world, &odile, mutation, what, arguments).await;
        }
    }
    for mutation in mutations.iter().filter(|mutation| beginnings.contains(&mutation.name)) {
        for arguments in foreign(&shapes, mutation, &theirs) {
            book.well_formed(&world, &odile, mutation, "begins under a known id", arguments).await;
        }
    }
    book.close(&world, mutations.len()).await;
}

/// Every code there is a sentence for.
fn codes() -> BTreeSet<String> {
    let services = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services");
    let mut codes = BTreeSet::new();
    for context in std::fs::read_dir(services).unwrap() {
        let Ok(text) = std::fs::read_to_string(context.unwrap().path().join("locales/en.ftl")) else {
            continue;
        };
        let keys = text.lines().filter_map(|line| line.split_once(" ="));
        codes.extend(keys.map(|(key, _)| key.to_uppercase().replace('-', "_")));
    }
    codes
}

/// Where the journal stands when everything that follows has happened: each turn is ten minutes
/// later, more than the clock runs by itself meanwhile.
async fn settled(world: &World, turn: usize) -> u64 {
    let minutes = 17 * 60 + 10 * turn;
    let (day, hour) = (6 + minutes / (24 * 60), minutes / 60 % 24);
    world.at(&format!("2023-06-{day:02}T{hour:02}:{:02}:00Z", minutes % 60)).await;
    head(world).await
}

/// A mutation that takes these arguments as variables.
fn operation(mutation: &Root, arguments: &Map<String, Value>) -> String {
    let given = mutation.arguments.iter().filter(|slot| arguments.contains_key(&slot.name));
    let (declared, passed): (Vec<String>, Vec<String>) =
        given.map(|slot| (format!("${}: {}", slot.name, slot.ty), format!("{0}: ${0}", slot.name))).unzip();
    let declared = if declared.is_empty() { String::new() } else { format!("({})", declared.join(", ")) };
    let passed = if passed.is_empty() { String::new() } else { format!("({})", passed.join(", ")) };
    format!("mutation{declared} {{ outcome: {}{passed} {OUTCOME} }}", mutation.name)
}

/// Well-formed arguments.
fn arguments(shapes: &Shapes, mutation: &Root, fill: Fill) -> Map<String, Value> {
    let given = mutation.arguments.iter().filter(|slot| slot.required || slot.name == "input");
    given.map(|slot| (slot.name.clone(), shapes.value(&slot.ty, fill, 0))).collect()
}

/// Everything that is not what the schema asks for, one thing at a time.
fn unfit(shapes: &Shapes, mutation: &Root) -> Vec<Case> {
    let mut cases = Vec::new();
    let whole = arguments(shapes, mutation, Fill::Most(0));
    for slot in mutation.arguments.iter().filter(|slot| slot.required) {
        let mut less = whole.clone();
        less.remove(&slot.name);
        cases.push(Case {
            what: format!("without {}", slot.name),
            arguments: less,
            names: slot.name.clone(),
        });
    }
    let mut seen = BTreeSet::new();
    for choice in 0..6 {
        let whole = arguments(shapes, mutation, Fill::Most(choice));
        for slot in &mutation.arguments {
            let value =
                whole.get(&slot.name).cloned().unwrap_or_else(|| shapes.value(&slot.ty, Fill::Least, 0));
            let mut bent = Vec::new();
            bend(shapes, &slot.ty, &value, &slot.name, &mut bent);
            for (what, value, names) in bent {
                if seen.insert(what.clone()) {
                    let mut arguments = whole.clone();
                    arguments.insert(slot.name.clone(), value);
                    cases.push(Case { what, arguments, names });
                }
            }
        }
    }
    cases
}

/// A value with one thing in it wrong: what is wrong, the value, and what must be named.
fn bend(shapes: &Shapes, ty: &Type, value: &Value, place: &str, bent: &mut Vec<(String, Value, String)>) {
    let mut say = |what: &str, value: Value| bent.push((format!("{place} {what}"), value, place.to_owned()));
    if !ty.nullable {
        say("null", Value::Null);
    }
    match (&ty.base, shapes.shape(heart(ty))) {
        (BaseType::List(item), _) => {
            let mut inner = Vec::new();
            bend(shapes, item, &value[0], &format!("{place}.0"), &mut inner);
            bent.extend(inner.into_iter().map(|(what, value, names)| (what, json!([value]), names)));
        }
        (BaseType::Named(name), Shape::Scalar) => {
            let mistyped = if name == "Boolean" { json!("yes") } else { json!(true) };
            say("mistyped", mistyped);
            say("an object", json!({ "no": 1 }));
            match name.as_str() {
                "Boolean" => {}
                "Int" | "Float" => {
                    say("written out", json!("twelve"));
                    if name == "Int" {
                        say("oversized", json!(10_000_000_000_i64));
                        say("negative", json!(-1));
                        say("broken", json!(1.5));
                    }
                }
                _ => {
                    say("oversized", json!("x".repeat(LONG)));
                    say("empty", json!(""));
                    say("a number", json!(12));
                }
            }
        }
        (BaseType::Named(_), Shape::Choice(_)) => {
            say("unknown", json!("NO_SUCH_VALUE"));
            say("a number", json!(12));
            say("oversized", json!("Z".repeat(LONG)));
        }
        (BaseType::Named(_), Shape::Object { slots, one_of }) => {
            say("mistyped", json!("words"));
            let mut stranger = value.clone();
            stranger["noSuchField"] = json!(1);
            bent.push((
                format!("{place} with a strange field"),
                stranger,
                if *one_of { place } else { "noSuchField" }.to_owned(),
            ));
            for slot in slots.iter().filter(|slot| value.get(&slot.name).is_some()) {
                if slot.required && !one_of {
                    let mut less = value.clone();
                    less.as_object_mut().unwrap().remove(&slot.name);
                    bent.push((format!("{place} without {}", slot.name), less, slot.name.clone()));
                }
                let mut inner = Vec::new();
                bend(shapes, &slot.ty, &value[&slot.name], &format!("{place}.{}", slot.name), &mut inner);
                for (what, changed, names) in inner {
                    let mut whole = value.clone();
                    whole[&slot.name] = changed;
                    // A field that may be left out may be null; in a one-of it may not.
                    bent.push((what, whole, names));
                }
            }
        }
    }
}

/// Least first, then everything with each choice; a mutation without an input has one way.
fn fills(mutation: &Root) -> &'static [Fill] {
    let all = &[Fill::Least, Fill::Most(0), Fill::Most(1), Fill::Most(2), Fill::Most(3)];
    if mutation.arguments.iter().any(|slot| slot.name == "input") { all } else { &all[..1] }
}

/// Arguments about the objects of a network.
fn about(shapes: &Shapes, mutation: &Root, fill: Fill, of: &Objects) -> Map<String, Value> {
    let mut arguments = arguments(shapes, mutation, fill);
    for slot in &mutation.arguments {
        if let Some(value) = arguments.get_mut(&slot.name) {
            with_ids(shapes, &slot.ty, value, of);
        }
    }
    arguments
}

/// Arguments the schema takes, about the other network's objects.
fn foreign(shapes: &Shapes, mutation: &Root, theirs: &Objects) -> Vec<Map<String, Value>> {
    fills(mutation).iter().map(|fill| about(shapes, mutation, *fill, theirs)).collect()
}

/// Arguments the schema takes, on objects that are not there or have moved on, at odd times.
fn well_formed(shapes: &Shapes, mutation: &Root, ours: &Objects) -> Vec<(&'static str, Map<String, Value>)> {
    let mut cases = Vec::new();
    for fill in fills(mutation) {
        cases.push((NOTHING, arguments(shapes, mutation, *fill)));
        let mut stale = about(shapes, mutation, *fill, ours);
        stale.insert("expectedVersion".to_owned(), json!(9999));
        cases.push((STALE, stale));
    }
    for (what, instant) in [(AHEAD, "2999-01-01T00:00:00Z"), ("long ago", "0001-01-01T00:00:00Z")] {
        let mut other = arguments(shapes, mutation, Fill::Least);
        other.insert("occurredAt".to_owned(), json!(instant));
        cases.push((what, other));
    }
    cases
}

impl Book {
    fn new() -> Self {
        let (done, refused) = (BTreeMap::new(), BTreeMap::new());
        Self { codes: codes(), cases: 0, settled: 1, done, refused, wrong: Vec::new() }
    }

    /// Says what was found, and fails when anything was wrong.
    async fn close(&self, world: &World, mutations: usize) {
        let (ready, body) = world.get("/health/ready").await;
        assert_eq!(ready, 200, "{body}");
        let done: usize = self.done.values().sum();
        println!("valid and done, {done}: {:?}", self.done);
        println!("refused, {}: {:?}", self.refused.values().sum::<usize>(), self.refused);
        println!("bad input: {mutations} mutations, {} cases, {} faults", self.cases, self.wrong.len());
        assert!(self.wrong.is_empty(), "{} wrong:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }

    fn wrong(&mut self, mutation: &Root, what: &str, answer: &Value) {
        let text: String = answer.to_string().chars().take(400).collect();
        self.wrong.push(format!("{} {what}: {text}", mutation.name));
    }

    /// Asks what the schema does not take.
    async fn invalid(&mut self, by: &Person<'_>, mutation: &Root, case: Case) {
        self.cases += 1;
        let answer = by.send(&operation(mutation, &case.arguments), Value::Object(case.arguments)).await;
        let Some(error) = answer["errors"].get(0) else { return self.wrong(mutation, &case.what, &answer) };
        let message = error["message"].as_str().unwrap_or_default();
        let nothing = answer.get("data").is_none_or(Value::is_null);
        if error["extensions"]["code"] != "BAD_REQUEST"
            || !message.contains(&case.names)
            || !nothing
            || message.len() > 1000
        {
            self.wrong(mutation, &case.what, &answer);
        }
    }

    /// Asks what the schema takes: a refusal, or it is done.
    async fn well_formed(
        &mut self,
        world: &World,
        by: &Person<'_>,
        mutation: &Root,
        what: &'static str,
        arguments: Map<String, Value>,
    ) {
        self.cases += 1;
        let before = head(world).await;
        let answer = by.send(&operation(mutation, &arguments), Value::Object(arguments)).await;
        let outcome = &answer["data"]["outcome"];
        let text = |name: &str| outcome[name].as_str().unwrap_or_default().to_owned();
        if outcome["__typename"] == "Done" && ![FOREIGN, STALE, AHEAD].contains(&what) {
            *self.done.entry(mutation.name.clone()).or_default() += 1;
            self.settled += 1;
            let _ = settled(world, self.settled).await;
            return;
        }
        let (code, message) = (text("code"), text("message"));
        let said =
            self.codes.contains(&code) && !message.is_empty() && message != code && !message.contains("{$");
        if outcome["__typename"] != "Refusal" || !said {
            return self.wrong(mutation, what, &answer);
        }
        *self.refused.entry(code).or_default() += 1;
        if head(world).await != before {
            self.wrong(mutation, &format!("{what}: refused, and stored"), &answer);
        }
    }
}

/// Where the journal stands.
async fn head(world: &World) -> u64 {
    let (_, body) = world.get("/health/ready").await;
    let health: Value = serde_json::from_str(&body).unwrap();
    health["journal"].as_str().unwrap_or_else(|| panic!("{body}")).parse().unwrap()
}
