//! The sign-in of an organisation through the binary: out to a real provider in a process of its own, and
//! back with the cookies that a browser sends when it comes from another site.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod door;

use door::{Answer, Browser, PASSWORD, SESSION, served};
use serde_json::{Value, json};
use stories::{World, new_id};
use support::outside::{self, BACK, CLIENT, Provider, SECRET};
use url::Url;

#[tokio::test]
async fn an_organisation_lets_its_people_in_on_sqlite() {
    an_organisation_lets_its_people_in(None).await;
}

#[tokio::test]
async fn an_organisation_lets_its_people_in_on_postgres() {
    if let Some(journal) = support::postgres::database().await {
        an_organisation_lets_its_people_in(Some(journal)).await;
    }
}

/// A node that trusts a provider.
async fn trusting(journal: Option<String>, issuer: &str) -> (World, String) {
    let configuration = format!(
        "[[outside]]\nname = \"cpas\"\nlabel = \"CPAS\"\nissuer = \"{issuer}\"\nclient = \"{CLIENT}\"\n\
         secret = \"{SECRET}\"\nnetworks = [\"brussels\"]\nback = \"{BACK}\"\n"
    );
    let (world, token) = served(journal, &[], &configuration).await;
    world.watch.plant(SECRET);
    (world, token)
}

/// Out, by a page of ours; where the browser is sent.
async fn goes_out(browser: &mut Browser<'_>, path: &str, more: Value) -> Url {
    let mut body = json!({ "provider": "cpas" });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let answer = browser.post(path, body).await.fine();
    answer["goTo"].as_str().unwrap().parse().unwrap()
}

/// Where the provider sends somebody back to, as the path at our node.
fn at_our_node(back: &Url) -> String {
    assert!(back.as_str().starts_with(BACK), "{back}");
    format!("{}?{}", back.path(), back.query().unwrap())
}

/// Signs in at the provider as somebody; the path to come back to.
async fn signs_in(address: Url, name: &str) -> String {
    at_our_node(&outside::Browser::new().signs_in(address, name).await)
}

const BEGIN: &str = "/access/outside/begin";
const LINK: &str = "/access/outside/link";

fn here() -> Value {
    json!({ "network": "brussels" })
}

/// A refusal that is a page, in words, with a way back.
#[track_caller]
fn turned_back(answer: &Answer, status: u16, words: &str) {
    let page = answer.body.as_str().unwrap();
    assert_eq!((answer.status, page.contains(words)), (status, true), "{answer:?}");
    assert!(page.contains("<a href=\"/\">"), "{page}");
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"), "{answer:?}");
}

async fn an_organisation_lets_its_people_in(journal: Option<String>) {
    let Some(provider) = Provider::shared() else { return };
    let (world, token) = trusting(journal, &provider.issuer).await;
    let (mut lise, mut nora, account) = (Browser::new(&world), Browser::new(&world), new_id());
    lise.accepts(&token).await;
    let link = lise.invites(&account, "Nora", "HOST").await;
    nora.accepts(&link).await;

    nobody_becomes_somebody_by_signing_in_elsewhere(&world).await;
    links_her_account(&mut nora).await;
    nora.post("/access/sign-out", json!({})).await.fine();
    comes_in(&mut nora, &account).await;
    a_way_back_counts_once_and_in_one_browser(&world).await;

    // Sent away here, she is let in by nobody there.
    lise.does("removeAccount", &account, "RemoveAccountInput", json!({ "because": "LEFT" })).await;
    let back = signs_in(goes_out(&mut nora, BEGIN, here()).await, "nora-cpas").await;
    let (answer, ..) = nora.comes_from_elsewhere(&back).await;
    turned_back(&answer, 401, "mot de passe");
    nora.role().await.refused(401, "SESSION_ENDED");
    world.stop().await;
}

async fn nobody_becomes_somebody_by_signing_in_elsewhere(world: &World) {
    let mut stranger = Browser::new(world);
    let back = signs_in(goes_out(&mut stranger, BEGIN, here()).await, "mallory").await;
    let (answer, ..) = stranger.comes_from_elsewhere(&back).await;
    turned_back(&answer, 401, "mot de passe");
    assert_eq!(stranger.cookie(SESSION), None);
    stranger.get("/access/me").await.refused(401, "SESSION_ENDED");
    let unknown = json!({ "network": "brussels", "provider": "other" });
    stranger.post(BEGIN, unknown).await.refused(403, "OUTSIDE_SIGN_IN_UNKNOWN");
    let elsewhere = json!({ "network": "quebec", "provider": "cpas" });
    stranger.post(BEGIN, elsewhere).await.refused(403, "OUTSIDE_SIGN_IN_UNKNOWN");
}

/// Being in, she links her account; she goes on under a new token, and the one before opens nothing.
async fn links_her_account(nora: &mut Browser<'_>) {
    let before = nora.cookie(SESSION).unwrap().to_owned();
    let back = signs_in(goes_out(nora, LINK, json!({})).await, "nora-cpas").await;
    let (page, path, _) = nora.comes_from_elsewhere(&back).await;
    assert_eq!(path, "/app#came", "{page:?}");
    assert_eq!(nora.role().await.fine()["data"]["me"]["role"], "HOST");
    let mut old = Browser::new(nora.world);
    old.cookies.push((SESSION.to_owned(), before));
    old.role().await.refused(401, "SESSION_ENDED");

    // Whoever signs out while they are away has linked nothing when they come back.
    let back = signs_in(goes_out(nora, LINK, json!({})).await, "nora-again").await;
    nora.post("/access/sign-out", json!({})).await.fine();
    let (answer, ..) = nora.comes_from_elsewhere(&back).await;
    turned_back(&answer, 401, "Recommencez");
    nora.sign_in("nora@tilleuls.example", PASSWORD).await.fine();
}

/// The strict cookie of the session is there when the page after the return page is asked for.
async fn comes_in(nora: &mut Browser<'_>, account: &str) {
    let address = goes_out(nora, BEGIN, here()).await;
    assert!(!address.as_str().contains("tilleuls"), "nothing about her goes out: {address}");
    let way_out = nora.cookie("__Host-entraide-outside").unwrap().to_owned();
    assert!(!address.as_str().contains(way_out.split('.').next().unwrap()), "{address}");
    let known = nora.cookie("__Host-entraide-device").unwrap().to_owned();
    let back = signs_in(address, "nora-cpas").await;
    let (_, path, sent) = nora.comes_from_elsewhere(&back).await;
    assert_eq!(path, "/app#came");
    let session = nora.cookie(SESSION).unwrap();
    assert!(
        sent.contains(&format!("{SESSION}={session}")),
        "whoever is in is shown the page of who is in: {sent}"
    );
    assert_eq!(nora.cookie("__Host-entraide-outside"), None, "the way out is over");
    assert_eq!(nora.cookie("__Host-entraide-device"), Some(known.as_str()), "it is the device she had");
    let me = nora.get("/access/me").await.fine();
    assert_eq!(me["account"], account);
    assert_eq!(nora.role().await.fine()["data"]["me"]["role"], "HOST");
}

async fn a_way_back_counts_once_and_in_one_browser(world: &World) {
    let mut nora = Browser::new(world);
    let address = goes_out(&mut nora, BEGIN, here()).await;
    let (cookies, back) = (nora.cookies.clone(), signs_in(address, "nora-cpas").await);

    // Whoever read the address has neither her cookie nor, with one of their own, her state.
    let mut reader = Browser::new(world);
    let (answer, ..) = reader.comes_from_elsewhere(&back).await;
    turned_back(&answer, 401, "Recommencez");
    goes_out(&mut reader, BEGIN, here()).await;
    let (answer, ..) = reader.comes_from_elsewhere(&back).await;
    turned_back(&answer, 403, "Recommencez");
    assert_eq!(reader.cookie(SESSION), None);

    let (_, path, _) = nora.comes_from_elsewhere(&back).await;
    assert_eq!(path, "/app#came");
    let mut again = Browser::new(world);
    again.cookies = cookies;
    let (answer, ..) = again.comes_from_elsewhere(&back).await;
    turned_back(&answer, 401, "Recommencez");
    assert_eq!(again.cookie(SESSION), None, "state and code count once");

    // Whoever says no there is told so here, in their language.
    let address = goes_out(&mut again, BEGIN, here()).await;
    let back = at_our_node(&outside::Browser::new().says_no(address).await);
    let (answer, ..) = again.comes_from_elsewhere(&back).await;
    turned_back(&answer, 403, "votre organisation");
}

#[tokio::test]
async fn an_invitation_is_accepted_by_signing_in_elsewhere() {
    let Some(provider) = Provider::shared() else { return };
    let (world, token) = trusting(None, &provider.issuer).await;
    let (mut lise, mut samir, account) = (Browser::new(&world), Browser::new(&world), new_id());
    lise.accepts(&token).await;
    let link = lise.invites(&account, "Samir", "HOST").await;
    let more = json!({ "network": "brussels", "invitation": link, "shared": true });
    let back = signs_in(goes_out(&mut samir, BEGIN, more).await, "samir-cpas").await;
    let (_, path, _) = samir.comes_from_elsewhere(&back).await;
    assert_eq!(path, "/app#came");
    let me = samir.get("/access/me").await.fine();
    assert_eq!((&me["account"], &me["shared"]), (&json!(account), &json!(true)));
    let used = json!({ "token": link, "password": PASSWORD });
    Browser::new(&world).post("/access/invitation/accept", used).await.refused(403, "INVITATION_NOT_VALID");
    world.stop().await;
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_down() {
    let Some(provider) = Provider::start() else { return };
    let (world, _) = trusting(None, &provider.issuer).await;
    let mut browser = Browser::new(&world);
    let back = signs_in(goes_out(&mut browser, BEGIN, here()).await, "nora-cpas").await;
    // It goes down while somebody is on the way back, and stays down for the next one.
    drop(provider);
    let (answer, ..) = browser.comes_from_elsewhere(&back).await;
    turned_back(&answer, 503, "ne répond pas");
    assert_eq!(browser.cookie(SESSION), None);
    world.stop().await;

    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (world, token) = trusting(None, &format!("http://127.0.0.1:{nobody}")).await;
    let body = json!({ "network": "brussels", "provider": "cpas" });
    let answer = Browser::new(&world).post(BEGIN, body).await;
    answer.refused(503, "OUTSIDE_SIGN_IN_UNREACHABLE");
    // Whoever has another way comes in by it.
    Browser::new(&world).accepts(&token).await;
    world.stop().await;
}
