//! Traces: one visit is one trace from the request to the rows, without a word of what was said; and
//! nothing leaves a node that was not told where to.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, missing_docs)]

mod collector;

use collector::{Collector, Seen};
use serde_json::{Value, json};
use stories::tilleuls::{Visit, did, house, session};
use stories::{World, new_id};
use tokio::net::TcpListener;

const BEFORE: &str = "2023-06-05T06:50:00Z";
const SESSION: &str = "2023-06-05T07:00:00Z";
const CAME: &str = "2023-06-05T07:20:00Z";
/// Where collectors take traces when nobody says otherwise.
const USUAL: &str = "127.0.0.1:4318";
/// Somebody else's trace.
const STRANGE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

async fn traced(to: &Collector) -> World {
    let arguments = ["demo", "--empty", "--clock", BEFORE, "--traces", &to.address];
    World::start(&arguments, None, tempfile::tempdir().unwrap()).await
}

/// A visit with a note that names somebody; where the journal stands with it.
async fn visit(world: &World, session: &str) -> u64 {
    world.watch.plant_name("Zohra Imaginaire");
    let visit = Visit::with(&["ADM.FORM"]);
    let mut told = visit.told(session, "ara");
    told["notes"] = json!([{ "words": "Zohra Imaginaire craint le propriétaire", "level": "SHARED" }]);
    let nora = world.as_("nora");
    let answer = did(
        &nora,
        CAME,
        "recordVisit",
        &visit.id,
        told,
        &["VisitRecorded", "NeedExpressed", "VisitNoteAdded"],
    );
    answer.await.position.parse().unwrap()
}

/// The only one of these spans that says so.
#[track_caller]
fn only<'a>(spans: &'a [Seen], what: &str, is: impl Fn(&Seen) -> bool) -> &'a Seen {
    let found: Vec<&Seen> = spans.iter().filter(|span| is(span)).collect();
    assert_eq!(found.len(), 1, "{what}: {found:#?} of {spans:#?}");
    found[0]
}

#[tokio::test]
async fn a_visit_is_one_trace_from_the_request_to_the_rows() {
    let collector = Collector::start().await;
    let world = traced(&collector).await;
    let site = house(&world, BEFORE).await;
    let morning = session(&world, &site, SESSION).await;
    let position = visit(&world, &morning).await;
    // The rest is sent when the node stops.
    world.stop().await;

    let all = collector.spans();
    let field = only(&all, "the field", |span| span.told("graphql.field.name") == "recordVisit");
    let trace: Vec<Seen> = all.iter().filter(|span| span.trace == field.trace).cloned().collect();
    let below = |above: &Seen, name: &str| {
        only(&trace, name, |span| span.above == above.id && span.name == name).clone()
    };
    let request = only(&trace, "the request", |span| span.above.is_empty());
    assert_eq!(request.name, "POST /graphql");
    assert_eq!(request.told("http.response.status_code"), "200");
    let operation = below(request, "operation");
    assert_eq!(operation.told("graphql.operation.type"), "mutation");
    assert_eq!(below(&operation, "field").id, field.id);
    let command = below(field, "command");
    assert_eq!((command.told("kind"), command.told("outcome")), ("visit", "done"));
    let append = below(&command, "append");
    assert_eq!((append.told("commands"), append.told("events")), ("1", "3"));
    let fold = below(&append, "fold");
    let [first, last] = ["first", "last"].map(|end| fold.told(end).parse::<u64>().unwrap());
    assert!(first <= position && position <= last, "{position} is not in {fold:?}");
    assert!(fold.told("projections").contains("visits"), "{fold:?}");
}

#[tokio::test]
async fn a_trace_has_no_word_of_a_person_in_it() {
    let collector = Collector::start().await;
    let world = traced(&collector).await;
    let site = house(&world, BEFORE).await;
    let morning = session(&world, &site, SESSION).await;
    visit(&world, &morning).await;
    // What somebody writes into a text is theirs: the name of an operation, another name for a field.
    let nora = world.as_("nora");
    nora.read("query ZohraImaginaire { zohraImaginaire: me { role } }", json!({})).await;
    // Not by the story's own way of asking, which lets no address with a name in it pass.
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let asked = format!("http://{}/fr/brussels/help?q=Zohra+Imaginaire", world.address);
    client.get(asked).send().await.unwrap();
    let watch = world.watch.clone();
    world.stop().await;
    let sent = collector.bytes().concat();
    assert!(watch.forms() >= 3, "the name is watched for, and its parts");
    assert_eq!(watch.leaks(&[("a trace", &sent)]), Vec::<String>::new());
    // Were this not what is searched, a word of ours that is in every trace would not be found.
    watch.plant("recordVisit");
    let found = watch.leaks(&[("a trace", &sent)]);
    assert!(found.iter().any(|leak| leak.contains("a trace")), "{found:?}");
}

#[tokio::test]
async fn what_a_sender_calls_its_trace_is_a_link_and_its_documents_are_named() {
    let collector = Collector::start().await;
    let world = traced(&collector).await;
    let known = web::Allowed::embedded().unwrap().into_texts();
    let (id, _) = known.iter().find(|(_, text)| text.contains("query Start")).unwrap();
    let parent = format!("00-{STRANGE}-00f067aa0ba902b7-01");
    let headers = [("traceparent", parent.as_str()), ("authorization", "Bearer demo-nora-brussels")];
    let answer = world.post_json("/graphql", &headers, &json!({ "documentId": id })).await;
    assert_eq!(answer.body()["errors"], Value::Null, "{answer:?}");
    assert!(answer.headers.get("traceparent").is_none(), "ours is told to nobody");
    world.stop().await;

    let all = collector.spans();
    let operation = only(&all, "Start", |span| span.told("graphql.operation.name") == "Start");
    let request = only(&all, "its request", |span| span.id == operation.above);
    let strange: Vec<u8> =
        (0..16).map(|at| u8::from_str_radix(&STRANGE[2 * at..2 * at + 2], 16).unwrap()).collect();
    assert_ne!(request.trace, strange, "a stranger does not name our traces");
    assert_eq!(request.links, [strange]);
}

#[tokio::test]
async fn nothing_leaves_a_node_that_was_not_told_where_to() {
    let Ok(listener) = TcpListener::bind(USUAL).await else {
        eprintln!("NOT SHOWN that nothing is sent by default: something else listens on {USUAL}");
        return;
    };
    let collector = Collector::on(listener);
    for arguments in [&[][..], &["--traces", ""]] {
        let arguments = [&["demo", "--empty", "--clock", BEFORE], arguments].concat();
        let world = World::start(&arguments, None, tempfile::tempdir().unwrap()).await;
        let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
        world.as_("odile").done("openSite", &new_id(), "OpenSiteInput!", site).await;
        world.stop().await;
        assert!(collector.bytes().is_empty(), "{arguments:?}");
    }
}
