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

on_both_engines!("2023-06-05T07:00:00Z": no_input_is_a_fault);

const OUTCOME: &str =
    "{ __typename ... on Done { position events } ... on Refusal { code message details { name value } } }";
/// As long as a body can carry more than twice.
const LONG: usize = 100_000;

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

async fn no_input_is_a_fault(world: World) {
    let shapes = Shapes::read();
    let ours = Objects::make(&world, &shapes, "brussels").await;
    let theirs = Objects::make(&world, &shapes, "quebec").await;
    let odile = world.as_("odile").in_("en");
    let mut book = Book {
        codes: codes(),
        cases: 0,
        settled: 2,
        done: BTreeMap::new(),
        refused: BTreeMap::new(),
        wrong: Vec::new(),
    };
    let mutations = shapes.roots("Mutation");

    let before = settled(&world, 0).await;
    for mutation in mutations {
        for case in unfit(&shapes, mutation) {
            book.invalid(&odile, mutation, case).await;
        }
    }
    assert_eq!(settled(&world, 1).await, before, "nothing was stored");

    for mutation in mutations {
        for (what, arguments) in well_formed(&shapes, mutation, &ours, &theirs) {
            book.well_formed(&world, &odile, mutation, &what, arguments).await;
        }
    }
    let (ready, body) = world.get("/health/ready").await;
    assert_eq!(ready, 200, "{body}");
    let done: usize = book.done.values().sum();
    let refused: usize = book.refused.values().sum();
    println!("done, being valid: {:?}", book.done);
    println!("refused: {:?}", book.refused);
    println!("bad input: {} mutations, {} cases, {} faults", mutations.len(), book.cases, book.wrong.len());
    println!(
        "           {} not valid, {refused} refused, {done} valid and done",
        book.cases - refused - done
    );
    assert!(book.wrong.is_empty(), "{} wrong:\n{}", book.wrong.len(), book.wrong.join("\n"));
    assert!(book.cases > 10 * mutations.len(), "the table is made");
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
            say("oversized", json!("X".repeat(LONG)));
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

/// Arguments the schema takes, on objects that are not there, are the other network's, or have moved on.
fn well_formed(
    shapes: &Shapes,
    mutation: &Root,
    ours: &Objects,
    theirs: &Objects,
) -> Vec<(String, Map<String, Value>)> {
    let mut cases = Vec::new();
    let on = |of: &Objects, fill: Fill| {
        let mut arguments = arguments(shapes, mutation, fill);
        for slot in &mutation.arguments {
            if let Some(value) = arguments.get_mut(&slot.name) {
                with_ids(shapes, &slot.ty, value, of);
            }
        }
        arguments
    };
    for fill in [Fill::Least, Fill::Most(0), Fill::Most(1), Fill::Most(2), Fill::Most(3)] {
        cases.push(("on nothing".to_owned(), arguments(shapes, mutation, fill)));
        cases.push(("on the other network's".to_owned(), on(theirs, fill)));
        let mut stale = on(ours, fill);
        stale.insert("expectedVersion".to_owned(), json!(9999));
        cases.push(("stale".to_owned(), stale));
        if mutation.arguments.iter().all(|slot| slot.name != "input") {
            break;
        }
    }
    for (what, instant) in [("ahead of time", "2999-01-01T00:00:00Z"), ("long ago", "0001-01-01T00:00:00Z")] {
        let mut other = arguments(shapes, mutation, Fill::Least);
        other.insert("occurredAt".to_owned(), json!(instant));
        cases.push((what.to_owned(), other));
    }
    let mut reused = on(ours, Fill::Least);
    reused.insert("commandId".to_owned(), json!("00000000-0000-0000-0000-000000000000"));
    reused.insert("expectedVersion".to_owned(), json!(9999));
    cases.push(("with an id of noughts".to_owned(), reused));
    cases
}

impl Book {
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
        what: &str,
        arguments: Map<String, Value>,
    ) {
        self.cases += 1;
        let before = head(world).await;
        let answer = by.send(&operation(mutation, &arguments), Value::Object(arguments)).await;
        let outcome = &answer["data"]["outcome"];
        let text = |name: &str| outcome[name].as_str().unwrap_or_default().to_owned();
        if outcome["__typename"] == "Done" && !what.contains("stale") && !what.contains("noughts") {
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
    health["journal"]["Ok"].as_str().unwrap_or_else(|| panic!("{body}")).parse().unwrap()
}
