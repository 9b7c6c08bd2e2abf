//! The plain form of a visit.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod kit;

use axum::http::StatusCode;
use kit::{Node, get, get_with, post, post_with, refused, site};
use serde_json::{Value, json};
use web::{Unanswered, Who};

const PATH: &str = "/fr/brussels/visit";
const SESSION: &str = "0193e000-0000-7000-8000-000000000001";

fn fields(key: &str) -> Vec<(&str, &str)> {
    vec![
        ("command", key),
        ("session", SESSION),
        ("need", "HOU.FIND"),
        ("need", "HEA.AMU"),
        ("answer", "ORIENTED"),
        ("language", "ara"),
        ("met", "VOLUNTEER"),
    ]
}

#[tokio::test]
async fn a_visit_is_recorded_with_what_was_ticked() {
    let node = Node::new();
    let site = site(&node);
    let form = get_with(&site, PATH, &[("cookie", "__Host-entraide=x")]).await;
    let key = form.all("input[name=command]", "value").remove(0);
    let page = post(&site, PATH, &fields(&key)).await;
    assert_eq!(page.words("[role=status]"), "La visite est enregistrée.");
    let asked = node.asked("PageVisit").remove(0).variables;
    assert_eq!(asked["command"], key);
    let input = &asked["input"];
    assert_eq!((&input["session"], &input["mode"]), (&json!(SESSION), &json!("WALK_IN")));
    assert_eq!((&input["language"], &input["languageMet"]), (&json!("ara"), &json!("VOLUNTEER")));
    let codes: Vec<&Value> = input["needs"].as_array().unwrap().iter().map(|need| &need["code"]).collect();
    assert_eq!(codes, ["HOU.FIND", "HEA.AMU"]);
    assert_eq!(input["answers"], json!(["ORIENTED"]));
    assert!(input.get("gender").is_none(), "what nobody asked is not sent");
}

#[tokio::test]
async fn it_is_asked_in_the_name_of_whoever_is_signed_in() {
    let node = Node::new();
    get_with(&site(&node), PATH, &[("cookie", "__Host-entraide=x")]).await;
    let Who::SignedIn(headers) = node.asked("PageDesk").remove(0).who else { panic!("not in their name") };
    assert_eq!(headers["cookie"], "__Host-entraide=x");
}

#[tokio::test]
async fn a_form_sent_twice_is_one_visit() {
    let node = Node::new();
    let site = site(&node);
    let key = get(&site, PATH).await.all("input[name=command]", "value").remove(0);
    post(&site, PATH, &fields(&key)).await;
    post(&site, PATH, &fields(&key)).await;
    let asked = node.asked("PageVisit");
    assert_eq!(asked[0].variables, asked[1].variables, "the same command with the same ids");
}

#[tokio::test]
async fn the_next_form_has_another_key_and_is_kept_nowhere() {
    let node = Node::new();
    let site = site(&node);
    let first = get(&site, PATH).await;
    assert_eq!((first.header("cache-control"), first.header("etag")), ("no-store", ""));
    let key = first.all("input[name=command]", "value").remove(0);
    let second = post(&site, PATH, &fields(&key)).await;
    assert_eq!(second.header("cache-control"), "no-store");
    assert_ne!(second.all("input[name=command]", "value"), [key]);
    assert!(second.all("input[name=need][checked]", "value").is_empty(), "the next visit begins anew");
}

#[tokio::test]
async fn nothing_ticked_is_a_need_that_was_not_said() {
    let node = Node::new();
    let site = site(&node);
    let key = get(&site, PATH).await.all("input[name=command]", "value").remove(0);
    post(&site, PATH, &[("command", &key), ("session", SESSION)]).await;
    let input = node.asked("PageVisit").remove(0).variables["input"].clone();
    assert_eq!(input["needs"][0]["code"], "OTH.UNSAID");
    assert_eq!(input["language"], "und");
}

#[tokio::test]
async fn a_refusal_loses_nothing_that_was_ticked() {
    let node = Node::new();
    node.answers("PageVisit", refused("recordVisit", "SESSION_NOT_OPEN", "La permanence est fermée."));
    let site = site(&node);
    let key = get(&site, PATH).await.all("input[name=command]", "value").remove(0);
    let page = post(&site, PATH, &fields(&key)).await;
    assert_eq!(page.words("[role=alert]"), "La permanence est fermée.");
    assert_eq!(page.all("input[name=need][checked]", "value"), ["HOU.FIND", "HEA.AMU"]);
    assert_eq!(page.all("input[name=answer][checked]", "value"), ["ORIENTED"]);
    assert_eq!(page.all("input[name=met][checked]", "value"), ["VOLUNTEER"]);
    assert_eq!(page.all("select option[selected]", "value"), ["ara"]);
}

#[tokio::test]
async fn each_need_is_offered_once() {
    let page = get(&site(&Node::new()), PATH).await;
    let mut needs = page.all("input[name=need]", "value");
    assert_eq!(needs.len(), 48);
    needs.sort();
    needs.dedup();
    assert_eq!(needs.len(), 48);
    assert_eq!(page.all(".tiles input", "value").len(), 9);
}

#[tokio::test]
async fn another_site_cannot_send_the_form() {
    let node = Node::new();
    let site = site(&node);
    let key = get(&site, PATH).await.all("input[name=command]", "value").remove(0);
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://evil.example"), ("host", "a.example")],
        &[],
    ] {
        let page = post_with(&site, PATH, &fields(&key), headers).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    assert!(node.asked("PageVisit").is_empty());
}

#[tokio::test]
async fn who_is_not_signed_in_is_shown_the_door() {
    let node = Node::new();
    node.is_silent("PageDesk", Unanswered::SignedOut);
    let page = get(&site(&node), PATH).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.all("main a.button", "href"), ["/fr/app?network=brussels"]);
}

#[tokio::test]
async fn whoever_may_not_and_whoever_is_of_another_network_is_told_so() {
    let node = Node::new();
    let mut desk: Value = serde_json::from_str(include_str!("fixtures/desk.json")).unwrap();
    desk["me"]["network"] = json!("quebec");
    node.answers("PageDesk", desk);
    assert_eq!(get(&site(&node), PATH).await.status, StatusCode::FORBIDDEN);
    node.fails("PageDesk", "FORBIDDEN");
    assert_eq!(get(&site(&node), PATH).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn without_an_open_session_there_is_no_form() {
    let node = Node::new();
    let mut desk: Value = serde_json::from_str(include_str!("fixtures/desk.json")).unwrap();
    desk["sessions"]["nodes"] = json!([]);
    node.answers("PageDesk", desk);
    let page = get(&site(&node), PATH).await;
    assert!(page.all("form[method=post]", "class").is_empty());
    assert!(page.words(".notice").contains("Aucune permanence n’est ouverte."));
}
