//! How long somebody is in: limits, the list of one's sessions, a removed account, a shared tablet.

use std::time::Duration;

use serde_json::json;
use stories::{World, new_id, on_both_engines};

use super::role_of;
use crate::door::{Browser, PASSWORD, accepted};
use crate::line::Line;

on_both_engines! {
    "2023-06-05T07:00:00Z":
    a_session_left_alone_ends,
    a_session_ends_after_four_hours_whatever_is_done,
    a_shared_device_waits_five_minutes_only,
    sessions_are_listed_and_ended,
    a_removed_account_is_nobody_at_once,
    a_withdrawn_role_is_gone_at_once,
    a_tablet_is_locked_and_resumed_by_its_pin,
}

/// A line that follows the sessions of a site, opened by the cookie of a browser.
async fn follows(world: &World, browser: &Browser<'_>) -> Line {
    let headers = [("sec-websocket-protocol", "graphql-transport-ws"), ("cookie", &*browser.cookie_header())];
    let mut line = Line::dialled(world, &headers).await;
    line.say(json!({ "type": "connection_init", "payload": { "language": "en" } })).await;
    assert_eq!(line.next().await["type"], "connection_ack");
    line
}

async fn a_session_left_alone_ends(world: World) {
    let (_, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    world.at("2023-06-05T07:14:00Z").await;
    assert_eq!(role_of(&mut browser).await, "HOST");
    world.at("2023-06-05T07:28:30Z").await;
    assert_eq!(role_of(&mut browser).await, "HOST");
    world.at("2023-06-05T07:44:00Z").await;
    browser.role().await.refused(401, "SESSION_ENDED");
}

async fn a_session_ends_after_four_hours_whatever_is_done(world: World) {
    let (_, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    for minutes in (10..240).step_by(10) {
        world.at(&format!("2023-06-05T{:02}:{:02}:00Z", 7 + minutes / 60, minutes % 60)).await;
        assert_eq!(role_of(&mut browser).await, "HOST", "after {minutes} minutes");
    }
    world.at("2023-06-05T11:00:30Z").await;
    browser.role().await.refused(401, "SESSION_ENDED");
}

async fn a_shared_device_waits_five_minutes_only(world: World) {
    let tablet = new_id();
    let registered = json!({ "name": "Tablette de l'accueil", "shared": true });
    world.as_("odile").done("registerDevice", &tablet, "RegisterDeviceInput!", registered).await;
    let (nora, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    browser.post("/access/sign-out", json!({})).await.fine();
    browser.device = Some(tablet);
    let opened = browser.sign_in(&nora.email, PASSWORD).await.fine();
    assert_eq!(opened["shared"], true);
    world.at("2023-06-05T07:04:00Z").await;
    assert_eq!(role_of(&mut browser).await, "HOST");
    world.at("2023-06-05T07:09:30Z").await;
    browser.role().await.refused(401, "SESSION_ENDED");
}

async fn sessions_are_listed_and_ended(world: World) {
    let (nora, mut desk) = accepted(&world, "Nora", &["HOST"]).await;
    let (mut phone, mut home) = (Browser::new(&world), Browser::new(&world));
    phone.sign_in(&nora.email, PASSWORD).await.fine();
    let at_home = home.sign_in(&nora.email, PASSWORD).await.fine()["session"].clone();
    let listed = desk.get("/access/sessions").await.fine();
    assert_eq!(listed["sessions"].as_array().unwrap().len(), 3);

    let (_, mut samir) = accepted(&world, "Samir", &["HOST"]).await;
    let theirs = samir.post("/access/sessions/end", json!({ "session": at_home })).await.fine();
    assert_eq!(theirs["ended"], 0, "nobody ends the session of somebody else");
    assert_eq!(desk.post("/access/sessions/end", json!({ "session": at_home })).await.fine()["ended"], 1);
    home.role().await.refused(401, "SESSION_ENDED");
    assert_eq!(role_of(&mut phone).await, "HOST");
    assert_eq!(desk.post("/access/sessions/end-all", json!({})).await.fine()["ended"], 2);
    phone.role().await.refused(401, "SESSION_ENDED");
    assert_eq!(role_of(&mut samir).await, "HOST");
}

async fn a_removed_account_is_nobody_at_once(world: World) {
    let (nora, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    let mut line = follows(&world, &browser).await;
    assert!(line.heard(Duration::from_millis(900)).await.is_none(), "the line stays open while she is in");
    let removal = json!({ "because": "LEFT" });
    world.as_("admin").done("removeAccount", &nora.account, "RemoveAccountInput!", removal).await;
    browser.role().await.refused(401, "SESSION_ENDED");
    let closed = line.heard(Duration::from_secs(1)).await.expect("the line is closed within a second");
    assert_eq!(closed["closed"], 4401, "{closed}");
    browser.sign_in(&nora.email, PASSWORD).await.refused(401, "SIGN_IN_WRONG");
}

async fn a_withdrawn_role_is_gone_at_once(world: World) {
    let (nora, mut browser) = accepted(&world, "Nora", &["HOST", "VOLUNTEER"]).await;
    browser.post("/access/role", json!({ "facet": nora.facets[0] })).await.fine();
    let mut line = follows(&world, &browser).await;
    let withdrawn = json!({ "facet": nora.facets[0] });
    world.as_("odile").done("withdrawFacet", &nora.account, "WithdrawFacetInput!", withdrawn).await;
    browser.role().await.refused(401, "ROLE_NOT_CHOSEN");
    assert!(line.heard(Duration::from_secs(1)).await.is_some(), "the line is closed within a second");
    browser.post("/access/role", json!({ "facet": nora.facets[1] })).await.fine();
    assert_eq!(role_of(&mut browser).await, "VOLUNTEER");
}

async fn a_tablet_is_locked_and_resumed_by_its_pin(world: World) {
    let (_, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    browser.post("/access/pin", json!({ "pin": "1234" })).await.refused(403, "PIN_TOO_SIMPLE");
    browser.post("/access/pin", json!({ "pin": "8305" })).await.fine();
    browser.post("/access/lock", json!({})).await.fine();
    browser.role().await.refused(401, "SESSION_LOCKED");
    browser.post("/access/resume", json!({ "pin": "8305" })).await.fine();
    assert_eq!(role_of(&mut browser).await, "HOST");

    browser.post("/access/lock", json!({})).await.fine();
    for left in (1..5).rev() {
        let wrong = browser.post("/access/resume", json!({ "pin": "5038" })).await;
        wrong.refused(401, "PIN_WRONG");
        assert_eq!(wrong.body["details"]["left"], left);
    }
    browser.post("/access/resume", json!({ "pin": "5038" })).await.refused(401, "PIN_WIPED");
    browser.post("/access/resume", json!({ "pin": "8305" })).await.refused(401, "SESSION_ENDED");
}
