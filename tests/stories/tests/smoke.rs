//! The smallest story: a site opens, and anybody may read it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::json;
use stories::{World, on_both_engines};

on_both_engines!("2023-06-05T07:00:00Z": whoever_asks_is_told_who_they_are);

async fn whoever_asks_is_told_who_they_are(world: World) {
    let me = world.as_("nora").read("{ me { network role language } position }", json!({})).await;
    assert_eq!(me["me"], json!({ "network": "brussels", "role": "HOST", "language": "fr-BE" }));
    let me = world.of("odile", "quebec").in_("en").read("{ me { network role language } }", json!({})).await;
    assert_eq!(me["me"], json!({ "network": "quebec", "role": "COORDINATOR", "language": "en" }));
    let (status, body) = world.get("/health/ready").await;
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("\"readOnly\":false"), "{body}");
    let (text, fine) = world.command(&["rebuild", "--verify"]).await;
    assert!(fine && text.contains("verified: no difference"), "{text}");
}
