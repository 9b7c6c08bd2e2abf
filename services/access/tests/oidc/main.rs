//! Signing in at an organisation's own provider: a real one, in a process of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr, missing_docs)]
#![allow(unreachable_pub)]

#[path = "../common/mod.rs"]
mod common;

use access::AccessRefusal;
use access::oidc::{Outside, OutsideSignIn, Return, subject_digest};
use chrono::TimeDelta;
use common::{Moved, Node, refused};
use graph::ports::Clock;
use kernel::NetworkId;
use support::outside::{BACK, Browser, Provider, SECRET};
use url::Url;

fn settings(issuer: &str, client: &str) -> OutsideSignIn {
    OutsideSignIn {
        name: "cpas".to_owned(),
        label: "CPAS".to_owned(),
        issuer: issuer.to_owned(),
        client: client.to_owned(),
        secret: Some(SECRET.to_owned()),
        networks: vec![brussels()],
        back: BACK.parse().unwrap(),
    }
}

fn brussels() -> NetworkId {
    "brussels".parse().unwrap()
}

/// What a browser brings back in the address.
fn back(address: &Url) -> Return {
    let said: std::collections::HashMap<String, String> = address.query_pairs().into_owned().collect();
    let said = |name: &str| said.get(name).cloned();
    Return { code: said("code"), state: said("state"), iss: said("iss"), error: said("error") }
}

async fn signs_in(address: Url, name: &str) -> Return {
    back(&Browser::new().signs_in(address, name).await)
}

async fn says_no(address: Url) -> Return {
    back(&Browser::new().says_no(address).await)
}

/// The provider is a process with the time of this machine; so are we, here.
struct Desk {
    node: Node,
    outside: Outside,
}

fn desk(settings: OutsideSignIn) -> Desk {
    let node = Node::new();
    to_the_time_of_this_machine(&node.clock);
    let outside = Outside::new(node.store.clone(), node.clock.clone(), vec![settings]).unwrap();
    Desk { node, outside }
}

#[expect(clippy::disallowed_methods, reason = "the provider's process reads the same clock")]
fn to_the_time_of_this_machine(clock: &Moved) {
    clock.pass(chrono::Utc::now() - clock.now());
}

#[tokio::test]
async fn somebody_signs_in_at_their_organisation() {
    let Some(provider) = Provider::shared() else { return };
    for client in ["entraide", "entraide-elliptic"] {
        let desk = desk(settings(&provider.issuer, client));
        let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
        let back = signs_in(address, "amina").await;
        let outsider = desk.outside.finish(token.as_str(), &back).await.unwrap();
        assert_eq!(outsider.subject, subject_digest(&provider.issuer, "amina"), "{client}");
        assert_eq!((outsider.network, outsider.provider.as_str()), (brussels(), "cpas"));
        assert_eq!(outsider.issuer, provider.issuer);
    }
}

#[tokio::test]
async fn the_way_out_says_nothing_that_would_help_on_the_way_back() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let said: std::collections::HashMap<_, _> = address.query_pairs().into_owned().collect();
    assert_eq!(said["code_challenge_method"], "S256");
    assert_eq!((said["response_type"].as_str(), said["scope"].as_str()), ("code", "openid"));
    assert!(!address.as_str().contains(token.as_str()));
}

#[tokio::test]
async fn a_way_back_counts_once() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    desk.outside.finish(token.as_str(), &back).await.unwrap();
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::SignInStepExpired);
}

#[tokio::test]
async fn somebody_elses_way_back_does_not_count_here() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (attackers, _) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let (_, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(attackers, "mallory").await;
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);

    // Not even what it says about itself is looked at.
    let (attackers, _) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let (_, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = says_no(attackers).await;
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);
}

#[tokio::test]
async fn a_stolen_code_does_not_count_in_another_browser() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (victims, _) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let stolen = signs_in(victims, "amina").await;
    let (attackers, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let state = attackers.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let back = Return { state: Some(state), ..stolen };
    // The code was asked for with another verifier.
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);
}

#[tokio::test]
async fn an_answer_of_another_issuer_does_not_count() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    assert_eq!(back.iss.as_deref(), Some(provider.issuer.as_str()));
    let back = Return { iss: Some("https://other.example".to_owned()), ..back };
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);
}

#[tokio::test]
async fn whoever_says_no_there_is_told_so_here() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = says_no(address).await;
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInDeclined);
}

#[tokio::test]
async fn whoever_takes_ten_minutes_begins_again() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    desk.node.clock.pass(TimeDelta::minutes(10));
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::SignInStepExpired);
}

#[tokio::test]
async fn an_answer_that_was_good_an_hour_ago_does_not_count() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    desk.node.clock.pass(TimeDelta::hours(2));
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);
}

#[tokio::test]
async fn new_keys_of_the_provider_are_fetched() {
    let Some(provider) = Provider::start() else { return };
    let desk = desk(settings(&provider.issuer, "entraide"));
    desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let provider = provider.with_other_keys();
    // What it said about itself, its old keys among it, is still believed.
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    let outsider = desk.outside.finish(token.as_str(), &back).await.unwrap();
    assert_eq!(outsider.subject, subject_digest(&provider.issuer, "amina"));
}

#[tokio::test]
async fn a_wrong_secret_of_ours_lets_nobody_in() {
    let Some(provider) = Provider::shared() else { return };
    let wrong = OutsideSignIn { secret: Some("wrong".to_owned()), ..settings(&provider.issuer, "entraide") };
    let desk = desk(wrong);
    let (address, token) = desk.outside.begin(&brussels(), "cpas").await.unwrap();
    let back = signs_in(address, "amina").await;
    refused(desk.outside.finish(token.as_str(), &back).await, &AccessRefusal::OutsideSignInNotTrusted);
}

#[tokio::test]
async fn a_provider_that_sends_us_elsewhere_is_not_followed() {
    let Some(provider) = Provider::shared() else { return };
    let desk = desk(settings(&format!("{}/elsewhere", provider.issuer), "entraide"));
    refused(desk.outside.begin(&brussels(), "cpas").await, &AccessRefusal::OutsideSignInUnreachable);
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_said_to_be_unreachable() {
    // Taken and let go again, so that nobody listens there.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let desk = desk(settings(&format!("http://127.0.0.1:{port}"), "entraide"));
    refused(desk.outside.begin(&brussels(), "cpas").await, &AccessRefusal::OutsideSignInUnreachable);
}

#[tokio::test]
async fn a_network_trusts_only_whom_it_names() {
    let desk = desk(settings("http://127.0.0.1:1", "entraide"));
    let gatineau: NetworkId = "gatineau".parse().unwrap();
    refused(desk.outside.begin(&gatineau, "cpas").await, &AccessRefusal::OutsideSignInUnknown);
    refused(desk.outside.begin(&brussels(), "other").await, &AccessRefusal::OutsideSignInUnknown);
    assert_eq!(desk.outside.offered(&brussels()), [("cpas", "CPAS")]);
    assert!(desk.outside.offered(&gatineau).is_empty());
}

#[tokio::test]
async fn a_way_back_without_a_way_out_does_not_count() {
    let desk = desk(settings("http://127.0.0.1:1", "entraide"));
    refused(desk.outside.finish("", &Return::default()).await, &AccessRefusal::SignInStepExpired);
}

#[test]
fn two_subjects_or_two_issuers_are_never_one() {
    let digests = [("https://a.example", "bc"), ("https://a.exampleb", "c"), ("https://a.example", "c")]
        .map(|(issuer, subject)| subject_digest(issuer, subject));
    assert!(digests[0] != digests[1] && digests[1] != digests[2] && digests[0] != digests[2]);
}
