//! Figures: what dashboard and alerts ask for is given by a node that did something, and nobody who asks
//! often or not at all makes it grow.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::json;
use stories::{World, binary, new_id, on_both_engines, running};
use tokio::process::Command;

on_both_engines!("2023-06-05T07:00:00Z":
    what_is_counted_is_given,
    readiness_says_why_in_a_word_and_in_no_other,
);

/// As a node gives them at once. Letters are counted by one that sends some; connections with PostgreSQL.
const GIVEN: [&str; 17] = [
    "entraide_build{version=",
    "entraide_commands{outcome=\"done\"}",
    "entraide_graphql_seconds_bucket{operation=\"mutation\",outcome=\"answered\",le=",
    "entraide_http_seconds_bucket{method=\"POST\",route=\"/graphql\",status=\"2xx\",le=",
    "entraide_http_seconds_count{method=\"GET\",route=\"/{language}/{network}\",status=\"2xx\"}",
    "entraide_journal_append_seconds_bucket{le=",
    "entraide_journal_events ",
    "entraide_journal_group_bucket{le=\"1\"}",
    "entraide_journal_read_only 0",
    "entraide_journal_waiting 0",
    "entraide_readmodel_lag_events ",
    "entraide_readmodel_lag_seconds ",
    "entraide_readmodel_parked 0",
    "entraide_readmodel_position ",
    "entraide_sessions 0",
    "process_open_fds ",
    "process_resident_memory_bytes ",
];

async fn what_is_counted_is_given(world: World) {
    let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
    world.as_("odile").done("openSite", &new_id(), "OpenSiteInput!", site).await;
    assert_eq!(world.get("/nl/brussels").await.0, 200);
    world.get("/fr/l/not-a-token-of-anybody").await;
    let (status, text) = world.get("/metrics").await;
    assert_eq!(status, 200);
    let missing: Vec<&&str> = GIVEN.iter().filter(|figure| !text.contains(**figure)).collect();
    assert!(missing.is_empty(), "{missing:#?} in\n{text}");
    assert!(!text.contains("not-a-token"), "an address is in the figures");
    let connections = text.contains("entraide_journal_connections{state=\"open\"}");
    assert_eq!(connections, world.journal.is_some(), "{text}");
    world.stop().await;
}

async fn readiness_says_why_in_a_word_and_in_no_other(world: World) {
    let (_, body) = world.get("/health/ready").await;
    let health: serde_json::Value = serde_json::from_str(&body).unwrap();
    let mut keys: Vec<&str> = health.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let known =
        ["journal", "journalTrouble", "lag", "parked", "readModels", "readOnly", "ready", "writesRefused"];
    assert_eq!(keys, known, "{body}");
    assert_eq!((&health["writesRefused"], &health["journalTrouble"]), (&json!(null), &json!(null)));
    let address = format!("http://{}", world.address);
    let watch = world.watch.clone();
    let ready = async || {
        let mut command = Command::new(binary());
        command.args(["ready", "--address", &address]);
        running::run(command, &watch).await
    };
    let asked = ready().await;
    let text = String::from_utf8_lossy(&asked.stdout).into_owned();
    assert!(asked.status.success() && text.contains("\"ready\":true"), "{asked:?}");
    world.stop().await;
    let asked = ready().await;
    assert!(!asked.status.success(), "a node that was stopped is ready: {asked:?}");
}
