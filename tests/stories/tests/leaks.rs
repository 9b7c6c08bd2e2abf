//! The watch over personal words is no ornament: what a real node says is searched, wherever it says it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::Write;

use serde_json::{Value, json};
use stories::{World, new_id};

const MONDAY: &str = "2023-06-05T07:00:00Z";

/// What somebody tells the node of a person.
async fn known() -> (World, String) {
    let (world, person) = (World::sqlite(MONDAY).await, new_id());
    let nora = world.as_("nora");
    nora.done("openPerson", &person, "", Value::Null).await;
    let name = json!({ "name": "Zohra Imaginaire" });
    nora.done("givePersonName", &person, "GivePersonNameInput!", name).await;
    (world, person)
}

#[track_caller]
fn caught(world: World, word: &str, place: &str) {
    let leaks = world.betrayed();
    assert!(
        leaks.iter().any(|leak| leak.contains(word) && leak.contains(&format!(" in {place}"))),
        "{word} in {place}: {leaks:?}"
    );
}

#[tokio::test]
async fn what_is_kept_to_itself_is_no_leak() {
    let (world, _) = known().await;
    assert!(world.watch.forms() >= 3, "the name is watched for, and its parts");
    assert_eq!(world.betrayed(), Vec::<String>::new());
}

#[tokio::test]
async fn a_name_in_the_log_is_caught() {
    let (world, _) = known().await;
    let log = world.data.parent().unwrap().join("log");
    writeln!(std::fs::OpenOptions::new().append(true).open(log).unwrap(), "DEBUG hello imaginaire").unwrap();
    caught(world, "imaginaire", "the log");
}

/// Were the node's own log not what is searched, its first line would be caught in vain.
#[tokio::test]
async fn the_log_that_is_searched_is_the_nodes() {
    let (world, _) = known().await;
    let log = std::fs::read_to_string(world.data.parent().unwrap().join("log")).unwrap();
    let logged = log.lines().find(|line| line.contains("INFO")).expect("the node logs").to_owned();
    world.watch.plant(&logged);
    let words: String = logged.chars().take(20).collect();
    caught(world, &words, "the log");
}

#[tokio::test]
async fn a_word_in_the_metrics_on_the_output_or_in_an_address_is_caught() {
    let (world, _) = known().await;
    world.watch.plant("entraide_graphql_seconds");
    caught(world, "entraide_graphql_seconds", "/metrics");

    let (world, _) = known().await;
    world.watch.plant("a living example");
    caught(world, "a living example", "standard output");

    let (world, _) = known().await;
    world.get("/health/live?who=Zohra+Imaginaire").await;
    caught(world, "Zohra Imaginaire", "an address");
}

#[tokio::test]
async fn a_word_in_a_message_is_caught() {
    let (world, _) = known().await;
    let reception = world.as_("reception");
    let forbidden = reception.send("{ visits { totalCount } }", json!({})).await;
    let message = forbidden["errors"][0]["message"].as_str().unwrap().to_owned();
    world.watch.plant(&message);
    caught(world, &message[..12], "a message");

    let (world, person) = known().await;
    let unsaid = json!({ "reason": "OTHER" });
    let (_, message) =
        world.as_("nora").refused("setDoNotContact", &person, "SetDoNotContactInput!", unsaid).await;
    world.watch.plant(&message);
    let words: String = message.chars().take(12).collect();
    caught(world, &words, "a message");
}

/// And a story in which it happens fails.
#[tokio::test]
#[should_panic(expected = "personal words where nobody may read them")]
async fn a_story_in_which_a_word_leaks_fails() {
    let (world, _) = known().await;
    world.get("/health/live?who=Zohra+Imaginaire").await;
    world.stop().await;
}
