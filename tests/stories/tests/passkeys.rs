//! Passkeys through the binary, with an authenticator in software: added by whoever is in, shown by
//! whoever comes, and worth nothing for whoever was sent away.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod door;

use door::{Answer, Browser, PASSWORD, SESSION, served};
use serde_json::{Value, json};
use stories::{World, new_id};
use support::authenticator::Authenticator;

const SITE: &str = "https://entraide.example";

#[tokio::test]
async fn a_passkey_opens_its_account_until_that_is_removed_on_sqlite() {
    a_passkey_opens_its_account_until_that_is_removed(None).await;
}

#[tokio::test]
async fn a_passkey_opens_its_account_until_that_is_removed_on_postgres() {
    if let Some(journal) = support::postgres::database().await {
        a_passkey_opens_its_account_until_that_is_removed(Some(journal)).await;
    }
}

/// Whoever is in adds a passkey; the answer of the browser, as it was sent.
async fn adds(browser: &mut Browser<'_>, device: &mut Authenticator) -> Value {
    let asked = browser.post("/access/passkey/add/begin", json!({})).await.fine();
    let answer = device.adds(&asked["challenge"]);
    let body = json!({ "step": asked["step"], "name": "Le coquelicot", "answer": answer });
    browser.post("/access/passkey/add/finish", body.clone()).await.fine();
    body
}

/// What a page sends for somebody who comes with a passkey, without a name.
async fn shown(browser: &mut Browser<'_>, device: &mut Authenticator) -> Value {
    let asked = browser.post("/access/passkey/begin", json!({ "network": "brussels" })).await.fine();
    let answer = device.answers(&asked["challenge"]);
    json!({ "network": "brussels", "step": asked["step"], "answer": answer })
}

async fn comes(world: &World, device: &mut Authenticator) -> Answer {
    let mut browser = Browser::new(world);
    let body = shown(&mut browser, device).await;
    browser.post("/access/passkey/sign-in", body).await
}

async fn a_passkey_opens_its_account_until_that_is_removed(journal: Option<String>) {
    let (world, token) = served(journal, &["--site", SITE], "").await;
    let (mut lise, mut nora, account) = (Browser::new(&world), Browser::new(&world), new_id());
    lise.accepts(&token).await;
    let link = lise.invites(&account, "Nora", "HOST").await;
    nora.accepts(&link).await;

    // Added: a change of what opens the account is a new token, and the answer counts once.
    let mut telephone = Authenticator::new(1, SITE);
    telephone.counts = true;
    let before = nora.cookie(SESSION).unwrap().to_owned();
    let added = adds(&mut nora, &mut telephone).await;
    assert_ne!(nora.cookie(SESSION), Some(before.as_str()));
    nora.post("/access/passkey/add/finish", added).await.refused(401, "SIGN_IN_STEP_EXPIRED");
    let asked = nora.post("/access/passkey/add/begin", json!({})).await.fine();
    let excluded = &asked["challenge"]["publicKey"]["excludeCredentials"];
    assert_eq!(excluded.as_array().unwrap().len(), 1, "no passkey is added twice: {asked}");
    nora.post("/access/sign-out", json!({})).await.fine();

    // Shown: no name is typed, no password asked; the same answer does not come in twice.
    let body = shown(&mut nora, &mut telephone).await;
    let opened = nora.post("/access/passkey/sign-in", body.clone()).await.fine();
    assert_eq!((&opened["account"], &opened["signedIn"]), (&json!(account), &json!(true)));
    assert_eq!(nora.role().await.fine()["data"]["me"]["role"], "HOST");
    Browser::new(&world).post("/access/passkey/sign-in", body).await.refused(401, "SIGN_IN_STEP_EXPIRED");
    nobody_else_comes_in(&world, &mut telephone).await;

    // Sent away: from the next request on, whatever the device says.
    comes(&world, &mut telephone).await.fine();
    nora.role().await.fine();
    lise.does("removeAccount", &account, "RemoveAccountInput", json!({ "because": "LEFT" })).await;
    comes(&world, &mut telephone).await.refused(401, "PASSKEY_NOT_VALID");
    nora.role().await.refused(401, "SESSION_ENDED");
    let typed = Browser::new(&world).sign_in("nora@tilleuls.example", PASSWORD).await;
    typed.refused(401, "SIGN_IN_WRONG");
    world.stop().await;
}

/// A page of another site, a device that was not unlocked, a copy, another key: one and the same no.
async fn nobody_else_comes_in(world: &World, telephone: &mut Authenticator) {
    let mut elsewhere = telephone.clone();
    "https://entraide.example.evil.example".clone_into(&mut elsewhere.origin);
    let mut locked = telephone.clone();
    locked.unlocked = false;
    let mut another = Authenticator::new(2, SITE);
    let mut refusals = Vec::new();
    for device in [&mut elsewhere, &mut locked, &mut another] {
        let answer = comes(world, device).await;
        answer.refused(401, "PASSKEY_NOT_VALID");
        refusals.push(answer.body);
    }
    assert!(refusals.iter().all(|refusal| *refusal == refusals[0]), "{refusals:?}");
    let mut copy = telephone.clone();
    comes(world, telephone).await.fine();
    comes(world, &mut copy).await.refused(403, "PASSKEY_CLONED");
}

#[tokio::test]
async fn without_an_address_of_the_site_passkeys_are_not_offered() {
    let (world, token) = served(None, &[], "").await;
    let mut lise = Browser::new(&world);
    lise.accepts(&token).await;
    let asked = lise.post("/access/passkey/begin", json!({ "network": "brussels" })).await;
    asked.refused(403, "PASSKEYS_NOT_OFFERED");
    lise.post("/access/passkey/add/begin", json!({})).await.refused(403, "PASSKEYS_NOT_OFFERED");
}
