//! Yes or no by a link.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod kit;

use axum::http::StatusCode;
use kit::{Node, Seen, TOKEN, get, post, post_with, refused, site};
use serde_json::{Value, json};
use web::{LinkToken, Unanswered, Who};

fn path(language: &str) -> String {
    format!("/{language}/l/{TOKEN}")
}

fn command(page: &Seen) -> String {
    page.all("input[name=command]", "value").remove(0)
}

fn fixture() -> Value {
    serde_json::from_str(include_str!("fixtures/link.json")).unwrap()
}

#[tokio::test]
async fn the_question_says_what_when_and_in_which_language_and_no_name() {
    let node = Node::new();
    let page = get(&site(&node), &path("fr")).await;
    assert_eq!(page.words("h1"), "Pouvez-vous accompagner ?");
    let facts = page.words(".facts");
    for there in ["Carte médicale d'urgence (AMU)", "jeudi, matin", "arabe", "samedi 28 novembre, 18:00"] {
        assert!(facts.contains(there), "{there} is not in {facts}");
    }
    assert!(page.words("main").contains("Vous pouvez dire non."));
    assert_eq!(page.all("button[name=answer]", "value"), ["yes", "no"]);
    let asked = node.asked("PageLink").remove(0);
    assert!(matches!(asked.who, Who::Link(LinkToken(token)) if token == TOKEN));
}

#[tokio::test]
async fn no_stands_after_its_reasons_and_enter_on_a_reason_is_no_yes() {
    let page = get(&site(&Node::new()), &path("fr")).await;
    let text = page.text();
    let at = |what: &str| text.find(what).unwrap();
    let (yes, reason, no) = (at("value=\"yes\""), at("name=\"reason\""), at("value=\"no\""));
    assert!(yes < reason && reason < no, "yes, then the reasons, then no");
    // A browser answers Enter with the first button of a form: that of the reasons must hold no yes.
    assert!(yes < at("</form>") && at("</form>") < reason, "the reasons have a form of their own");
}

#[tokio::test]
async fn looking_changes_nothing() {
    let node = Node::new();
    let site = site(&node);
    for _ in 0..3 {
        get(&site, &path("fr")).await;
    }
    assert!(node.asked("PageYes").is_empty() && node.asked("PageNo").is_empty());
}

#[tokio::test]
async fn nobody_keeps_the_page_and_no_other_site_hears_of_it() {
    let page = get(&site(&Node::new()), &path("fr")).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("etag"), "");
    assert_eq!(page.all("meta[name=robots]", "content"), ["noindex,nofollow"]);
    assert!(page.all("main a[href^=http]", "href").is_empty());
}

#[tokio::test]
async fn every_rendering_has_a_key_of_its_own() {
    let site = site(&Node::new());
    assert_ne!(command(&get(&site, &path("fr")).await), command(&get(&site, &path("fr")).await));
}

#[tokio::test]
async fn yes_is_one_tap() {
    let node = Node::new();
    let site = site(&node);
    let key = command(&get(&site, &path("fr")).await);
    let page = post(&site, &path("fr"), &[("command", &key), ("answer", "yes")]).await;
    assert_eq!((page.status, page.words("h1").as_str()), (StatusCode::OK, "Merci, vous avez dit oui"));
    assert!(page.all("button", "name").is_empty(), "nothing more is asked");
    let asked = node.asked("PageYes").remove(0).variables;
    assert_eq!(
        asked,
        json!({
            "command": key,
            "pairing": fixture()["pairing"]["id"],
            "member": fixture()["pairing"]["member"],
        })
    );
    assert!(node.asked("PageNo").is_empty());
}

#[tokio::test]
async fn no_goes_with_its_reason_and_only_with_one_of_the_list() {
    let node = Node::new();
    let site = site(&node);
    let key = command(&get(&site, &path("ar")).await);
    let page = post(&site, &path("ar"), &[("command", &key), ("answer", "no")]).await;
    assert_eq!(page.words("h1"), "سجّلنا ذلك، شكرًا");
    post(&site, &path("ar"), &[("command", &key), ("reason", "TOO_FAR"), ("answer", "no")]).await;
    post(&site, &path("ar"), &[("command", &key), ("reason", "<b>"), ("answer", "no")]).await;
    let reasons: Vec<Value> =
        node.asked("PageNo").into_iter().map(|asked| asked.variables["reason"].clone()).collect();
    assert_eq!(reasons, [Value::Null, json!("TOO_FAR"), Value::Null]);
}

#[tokio::test]
async fn an_old_browser_that_says_nothing_of_itself_can_answer() {
    let node = Node::new();
    let site = site(&node);
    let key = command(&get(&site, &path("fr")).await);
    // With no referrer, such a browser sends `Origin: null`.
    let fields = [("command", key.as_str()), ("answer", "yes")];
    let page = post_with(&site, &path("fr"), &fields, &[("origin", "null"), ("host", "a.example")]).await;
    assert_eq!(page.words("h1"), "Merci, vous avez dit oui");
}

#[tokio::test]
async fn a_refusal_is_told_in_words() {
    let node = Node::new();
    node.answers(
        "PageYes",
        refused("acceptPairingAsVolunteer", "CHARTER_NOT_CURRENT", "Signez d'abord la charte."),
    );
    let site = site(&node);
    let key = command(&get(&site, &path("fr")).await);
    let page = post(&site, &path("fr"), &[("command", &key), ("answer", "yes")]).await;
    assert_eq!(page.words("[role=alert]"), "Signez d'abord la charte.");
    assert_eq!(page.all("button[name=answer]", "value").len(), 2, "no stays possible");
}

#[tokio::test]
async fn who_said_yes_before_is_told_so() {
    let node = Node::new();
    let mut link = fixture();
    link["pairing"]["state"] = json!("HALF_ACCEPTED");
    link["pairing"]["volunteerActions"] = json!([]);
    node.answers("PageLink", link);
    let page = get(&site(&node), &path("en")).await;
    assert_eq!(page.words("h1"), "Thank you, you said yes");
    assert!(page.all("button", "name").is_empty());
}

#[tokio::test]
async fn a_link_that_opens_nothing_looks_the_same_whatever_the_reason() {
    let node = Node::new();
    node.is_silent("PageLink", Unanswered::NoSuchLink);
    let unknown = get(&site(&node), &path("fr")).await;
    node.answers(
        "PageLink",
        json!({ "me": { "network": "brussels" }, "pairing": null, "needsTaxonomy": [] }),
    );
    let closed = get(&site(&node), &path("fr")).await;
    assert_eq!((unknown.status, closed.status), (StatusCode::GONE, StatusCode::GONE));
    assert_eq!(unknown.bytes, closed.bytes);
    assert!(!unknown.text().contains(TOKEN), "and does not repeat the token");
}

#[tokio::test]
async fn an_answer_that_is_none_changes_nothing() {
    let node = Node::new();
    let site = site(&node);
    let key = command(&get(&site, &path("fr")).await);
    for fields in
        [&[("command", key.as_str())][..], &[("answer", "yes")], &[("command", "x"), ("answer", "yes")]]
    {
        assert_eq!(post(&site, &path("fr"), fields).await.status, StatusCode::NOT_FOUND, "{fields:?}");
    }
    assert!(node.asked("PageYes").is_empty());
}

#[tokio::test]
async fn the_token_is_not_in_what_is_printed_for_logs() {
    assert_eq!(format!("{:?}", Who::Link(LinkToken(TOKEN.to_owned()))), "Link(LinkToken(...))");
}
