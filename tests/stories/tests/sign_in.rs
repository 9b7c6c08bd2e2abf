//! Signing in: from an invitation to the end of a session, and everything that must not work.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod door;
#[allow(dead_code, reason = "shared with the stories of what is followed")]
mod line;
mod sessions;

use door::{Answer, Browser, OURS, PASSWORD, SESSION, accepted, called, code, invited, served};
use serde_json::{Value, json};
use stories::{World, new_id, on_both_engines};

on_both_engines! {
    "2023-06-05T07:00:00Z":
    somebody_invited_signs_in_and_chooses_a_role,
    a_link_is_good_once_and_for_a_week,
    wrong_passwords_are_counted_and_a_known_device_still_gets_in,
    nobody_learns_which_addresses_have_an_account,
    a_coordinator_is_recovered_by_two_others,
    a_program_acts_by_its_token_within_its_scope,
    who_decides_for_others_needs_a_second_factor,
    the_example_is_entered_by_one_click,
    the_ways_in_are_told_and_the_rules_to_whoever_is_in,
    no_token_password_or_address_is_in_clear_on_disk,
}

async fn role_of(browser: &mut Browser<'_>) -> String {
    browser.role().await.fine()["data"]["me"]["role"].as_str().unwrap().to_owned()
}

async fn somebody_invited_signs_in_and_chooses_a_role(world: World) {
    let (nora, mut browser) = accepted(&world, "Nora", &["HOST", "VOLUNTEER"]).await;
    browser.role().await.refused(401, "ROLE_NOT_CHOSEN");
    let me = browser.get("/access/me").await.fine();
    assert_eq!(me["displayName"], called("Nora"));
    let mut roles: Vec<&str> =
        me["roles"].as_array().unwrap().iter().map(|role| role["role"].as_str().unwrap()).collect();
    roles.sort_unstable();
    assert_eq!(roles, ["host", "volunteer"]);

    let before = browser.cookie(SESSION).unwrap().to_owned();
    browser.post("/access/role", json!({ "facet": nora.facets[0] })).await.fine();
    assert_eq!(role_of(&mut browser).await, "HOST");
    assert_ne!(browser.cookie(SESSION), Some(before.as_str()), "a choice of role is a new token");
    let mut old = Browser::new(&world);
    old.cookies.push((SESSION.to_owned(), before));
    old.role().await.refused(401, "SESSION_ENDED");

    browser.post("/access/role", json!({ "facet": nora.facets[1] })).await.fine();
    assert_eq!(role_of(&mut browser).await, "VOLUNTEER");
    let somebodys = json!({ "facet": new_id() });
    browser.post("/access/role", somebodys).await.refused(403, "ROLE_NOT_CHOSEN");

    browser.post("/access/sign-out", json!({})).await.fine();
    assert_eq!(browser.cookie(SESSION), None);
    browser.sign_in(&nora.email.to_uppercase(), PASSWORD).await.fine();
}

async fn a_link_is_good_once_and_for_a_week(world: World) {
    let (nora, _) = accepted(&world, "Nora", &["HOST"]).await;
    let mut browser = Browser::new(&world);
    let used = json!({ "token": nora.token, "password": PASSWORD });
    browser.post("/access/invitation/accept", used).await.refused(403, "INVITATION_NOT_VALID");

    let samir = invited(&world, "Samir", &["HOST"]).await;
    let weak = json!({ "token": samir.token, "password": "samir2023!" });
    assert_eq!(browser.post("/access/invitation/accept", weak).await.status, 403);
    world.at("2023-06-12T07:00:30Z").await;
    let late = json!({ "token": samir.token, "password": PASSWORD });
    let answer = browser.post("/access/invitation/accept", late.clone()).await;
    answer.refused(403, "INVITATION_EXPIRED");
    assert!(answer.body["message"].as_str().unwrap().contains("sept jours"), "{answer:?}");

    let renewed = world.as_("odile").done("renewInvitation", &samir.account, "", Value::Null).await;
    let renewed = json!({ "token": renewed.fact("token"), "password": PASSWORD });
    browser.post("/access/invitation/accept", late).await.refused(403, "INVITATION_NOT_VALID");
    browser.post("/access/invitation/accept", renewed).await.fine();
    assert_eq!(role_of(&mut browser).await, "HOST");

    let taken = json!({ "displayName": "Nora", "email": nora.email,
        "facets": [{ "facet": new_id(), "role": "HOST" }] });
    let (code, _) =
        world.as_("admin").refused("inviteAccount", &new_id(), "InviteAccountInput!", taken).await;
    assert_eq!(code, "ACCOUNT_EMAIL_TAKEN");
}

async fn wrong_passwords_are_counted_and_a_known_device_still_gets_in(world: World) {
    let (nora, mut known) = accepted(&world, "Nora", &["HOST"]).await;
    known.post("/access/sign-out", json!({})).await.fine();
    let mut stranger = Browser::new(&world);
    for _ in 0..5 {
        stranger.sign_in(&nora.email, "not this one").await.refused(401, "SIGN_IN_WRONG");
    }
    let waits = stranger.sign_in(&nora.email, PASSWORD).await;
    waits.refused(429, "TOO_MANY_ATTEMPTS");
    assert!(waits.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() > 0);
    known.sign_in(&nora.email, PASSWORD).await.fine();
    world.at("2023-06-05T07:20:00Z").await;
    stranger.sign_in(&nora.email, PASSWORD).await.fine();
}

async fn nobody_learns_which_addresses_have_an_account(world: World) {
    let nora = invited(&world, "Nora", &["HOST"]).await;
    let (samir, _) = accepted(&world, "Samir", &["HOST"]).await;
    let mut answers: Vec<(u16, Value)> = vec![];
    for email in [nora.email.as_str(), samir.email.as_str(), "nobody@tilleuls.example", "not an address"] {
        let Answer { status, body, .. } = Browser::new(&world).sign_in(email, "not this one").await;
        answers.push((status, body));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0] && answer.0 == 401), "{answers:?}");
}

async fn a_coordinator_is_recovered_by_two_others(world: World) {
    let (lise, mut browser) = accepted(&world, "Lise", &["COORDINATOR"]).await;
    let lost = json!({ "because": "LOST_DEVICE" });
    let asked =
        world.as_("odile").done("askRecovery", &lise.account, "AskRecoveryInput!", lost.clone()).await;
    assert_eq!(asked.events, ["RecoveryAsked"]);
    assert_eq!(role_of(&mut browser).await, "COORDINATOR", "asking alone changes nothing");
    let (why, _) = world.as_("odile").refused("approveRecovery", &lise.account, "", Value::Null).await;
    assert_eq!(why, "RECOVERY_NEEDS_SECOND_COORDINATOR");

    let approved = world.as_("admin").done("approveRecovery", &lise.account, "", Value::Null).await;
    browser.role().await.refused(401, "SESSION_ENDED");
    browser.sign_in(&lise.email, PASSWORD).await.refused(401, "SIGN_IN_WRONG");
    let new = "encore une soupe aux orties";
    let link = json!({ "token": approved.fact("token"), "password": new });
    browser.post("/access/recovery/complete", link.clone()).await.fine();
    assert_eq!(role_of(&mut browser).await, "COORDINATOR");
    Browser::new(&world).post("/access/recovery/complete", link).await.refused(403, "RECOVERY_NOT_VALID");
    Browser::new(&world).sign_in(&lise.email, PASSWORD).await.refused(401, "SIGN_IN_WRONG");
    Browser::new(&world).sign_in(&lise.email, new).await.fine();

    let (karim, _) = accepted(&world, "Karim", &["VOLUNTEER"]).await;
    let one = world.as_("odile").done("askRecovery", &karim.account, "AskRecoveryInput!", lost).await;
    assert_eq!(one.events, ["RecoveryAsked", "RecoveryApproved"]);
    world.at("2023-06-06T07:00:30Z").await;
    let late = json!({ "token": one.fact("token"), "password": PASSWORD });
    browser.post("/access/recovery/complete", late).await.refused(403, "RECOVERY_EXPIRED");
}

async fn by_token(world: &World, token: &str, query: &str, variables: Value) -> Answer {
    let bearer = format!("Bearer {token}");
    let headers = [("content-type", "application/json"), ("authorization", bearer.as_str())];
    let body = json!({ "query": query, "variables": variables }).to_string();
    Browser::new(world).send("POST", "/graphql", &headers, body).await
}

async fn a_program_acts_by_its_token_within_its_scope(world: World) {
    let (nora, mut browser) = accepted(&world, "Nora", &["COORDINATOR"]).await;
    let issue = "mutation($command: CommandId!, $id: ActorId!, $input: IssueAccessTokenInput!) {
        outcome: issueAccessToken(commandId: $command, id: $id, input: $input) {
            ... on Done { events facts { name value } } ... on Refusal { code } } }";
    let input = |scope: &str, until: &str| {
        json!({ "command": new_id(), "id": nora.account, "input": { "token": new_id(), "name": "agenda",
            "facet": nora.facets[0], "scope": scope, "expiresAt": until } })
    };
    let until = "2023-06-10T07:00:00Z";
    let reads = input("READ", until);
    let issued = browser.graphql(issue, reads.clone()).await.fine();
    let token = issued["data"]["outcome"]["facts"][0]["value"].as_str().unwrap().to_owned();
    let writes = browser.graphql(issue, input("WRITE", until)).await.fine();
    let writer = writes["data"]["outcome"]["facts"][0]["value"].as_str().unwrap().to_owned();
    let again = browser.graphql(issue, reads.clone()).await.fine();
    assert_eq!(again["data"]["outcome"]["facts"], json!([]), "a token is shown once");
    let long = browser.graphql(issue, input("READ", "2024-06-06T07:00:00Z")).await.fine();
    assert_eq!(long["data"]["outcome"]["code"], "ACCESS_TOKEN_TOO_LONG");

    let me = by_token(&world, &token, "{ me { role actor } }", json!({})).await.fine();
    assert_eq!(me["data"]["me"], json!({ "role": "COORDINATOR", "actor": nora.account }));
    let open = "mutation($command: CommandId!, $id: RegisteredDeviceId!) {
        registerDevice(commandId: $command, id: $id, input: { name: \"Borne\", shared: true }) {
            ... on Done { events } } }";
    let asks = || json!({ "command": new_id(), "id": new_id() });
    by_token(&world, &token, open, asks()).await.refused(403, "TOKEN_MAY_NOT");
    let done = by_token(&world, &writer, open, asks()).await.fine();
    assert_eq!(done["data"]["registerDevice"]["events"], json!(["DeviceRegistered"]));
    by_token(&world, &writer, issue, input("WRITE", until)).await.refused(403, "TOKEN_MAY_NOT");

    let revoked = json!({ "token": reads["input"]["token"] });
    world.as_("admin").done("revokeAccessToken", &nora.account, "RevokeAccessTokenInput!", revoked).await;
    by_token(&world, &token, "{ me { role } }", json!({})).await.refused(401, "UNAUTHENTICATED");
    world.at("2023-06-10T07:00:00Z").await;
    by_token(&world, &writer, "{ me { role } }", json!({})).await.refused(401, "UNAUTHENTICATED");
    by_token(&world, "brussels.GUESSED", "{ me { role } }", json!({})).await.refused(401, "UNAUTHENTICATED");
}

async fn who_decides_for_others_needs_a_second_factor(world: World) {
    let (lise, mut browser) = accepted(&world, "Lise", &["COORDINATOR"]).await;
    assert_eq!(role_of(&mut browser).await, "COORDINATOR");
    world.at("2023-06-19T07:01:00Z").await;
    browser.sign_in(&lise.email, PASSWORD).await.fine();
    browser.role().await.refused(401, "ROLE_NOT_CHOSEN");
    let choice = json!({ "facet": lise.facets[0] });
    browser.post("/access/role", choice.clone()).await.refused(403, "ROLE_NEEDS_SECOND_FACTOR");

    let enrolment = browser.post("/access/second-factor/enrol", json!({})).await.fine();
    let secret = enrolment["secret"].as_str().unwrap().to_owned();
    let at = |text: &str| chrono_seconds(text);
    let first = code(&secret, at("2023-06-19T07:01:00Z"));
    let confirmed = browser.post("/access/second-factor/confirm", json!({ "code": first })).await.fine();
    let papers = confirmed["recoveryCodes"].as_array().unwrap().clone();
    assert_eq!(papers.len(), 10);
    browser.post("/access/role", choice).await.fine();
    assert_eq!(role_of(&mut browser).await, "COORDINATOR");

    world.at("2023-06-19T07:05:00Z").await;
    let half = browser.sign_in(&lise.email, PASSWORD).await.fine();
    assert_eq!((&half["signedIn"], &half["next"]), (&json!(false), &json!("secondFactor")));
    let with = |field: &str, value: &Value| json!({ "step": half["step"], field: value });
    let path = "/access/second-factor/sign-in";
    browser.post(path, with("code", &json!("000000"))).await.refused(401, "SECOND_FACTOR_WRONG");
    let now = json!(code(&secret, at("2023-06-19T07:05:00Z")));
    browser.post(path, with("code", &now)).await.fine();
    assert_eq!(role_of(&mut browser).await, "COORDINATOR");
    browser.post(path, with("code", &now)).await.refused(401, "SIGN_IN_STEP_EXPIRED");

    for (paper, status) in [(&papers[0], 200), (&papers[0], 403), (&papers[1], 200)] {
        let half = browser.sign_in(&lise.email, PASSWORD).await.fine();
        let answer = browser.post(path, json!({ "step": half["step"], "recoveryCode": paper })).await;
        assert!(answer.status == status || (status == 403 && answer.status == 401), "{answer:?}");
    }
}

/// Seconds since 1970 of an instant of June 2023.
fn chrono_seconds(text: &str) -> i64 {
    let number = |range: std::ops::Range<usize>| text[range].parse::<i64>().unwrap();
    // 1 June 2023, 00:00 UTC.
    let june = 1_685_577_600;
    june + ((number(8..10) - 1) * 24 + number(11..13)) * 3600 + number(14..16) * 60 + number(17..19)
}

async fn the_example_is_entered_by_one_click(world: World) {
    let mut browser = Browser::new(&world);
    browser
        .send("POST", "/access/demo/nora-brussels", &[], String::new())
        .await
        .refused(403, "REQUEST_HEADER_MISSING");
    browser.send("POST", "/access/demo/nora-brussels", &[OURS], String::new()).await.fine();
    assert_eq!(role_of(&mut browser).await, "HOST");
    assert_eq!(browser.get("/access/me").await.fine()["facet"], "nora-brussels");
    let roles = [
        ("odile", "COORDINATOR"),
        ("karim", "VOLUNTEER"),
        ("mona", "MEMBER"),
        ("reception", "RECEPTIONIST"),
        ("partner", "PARTNER"),
        ("organiser", "ORGANISER"),
        ("funding", "FUNDING_OFFICER"),
        ("tenants", "TENANT_SUPPORT"),
        ("auditor", "AUDITOR"),
        ("admin", "ADMINISTRATOR"),
    ];
    for (name, role) in roles {
        let mut browser = Browser::new(&world);
        let path = format!("/access/demo/{name}-brussels");
        browser.send("POST", &path, &[OURS], String::new()).await.fine();
        assert_eq!(role_of(&mut browser).await, role);
    }
    browser
        .send("POST", "/access/demo/nobody-brussels", &[OURS], String::new())
        .await
        .refused(404, "NOT_FOUND");
    world.at("2023-06-05T07:16:00Z").await;
    browser.role().await.refused(401, "SESSION_ENDED");
}

async fn no_token_password_or_address_is_in_clear_on_disk(world: World) {
    let (nora, browser) = accepted(&world, "Nora", &["HOST"]).await;
    let link = nora.token.split_once('.').unwrap().1.to_owned();
    let cookie = browser.cookie(SESSION).unwrap().to_owned();
    let exported = stories::tilleuls::exported(&world).await;
    for words in [PASSWORD, nora.email.as_str(), link.as_str(), cookie.as_str(), "$argon2id$"] {
        assert!(!stories::tilleuls::holds(&exported, words), "{words} is in the export");
        let files = stories::tilleuls::files_with(&world.data, words);
        // A PIN's hash would be in the file of sessions; there is none here.
        assert!(files.is_empty(), "{words} is in {files:?}");
    }
}

/// Before anybody is in, a browser learns how one comes in; what rules there are, only whoever is in.
async fn the_ways_in_are_told_and_the_rules_to_whoever_is_in(world: World) {
    let mut browser = Browser::new(&world);
    let ways = browser.get("/access/ways").await.fine();
    assert_eq!(
        (&ways["demo"], &ways["passkeys"], &ways["outside"]),
        (&json!(true), &json!(false), &json!([]))
    );
    let codes: Vec<&Value> =
        ways["networks"].as_array().unwrap().iter().map(|known| &known["code"]).collect();
    assert_eq!(codes, ["brussels", "quebec"]);
    assert!(ways["networks"][0]["name"]["fr"].is_string(), "{ways}");
    browser.get("/access/policies").await.refused(401, "SESSION_ENDED");
    let (_, mut odile) = accepted(&world, "Odile", &["COORDINATOR"]).await;
    let rules = odile.get("/access/policies").await.fine();
    let rule =
        rules["policies"].as_array().unwrap().iter().find(|rule| rule["id"] == "identity-needs-a-purpose");
    assert!(rule.unwrap()["why"].as_str().unwrap().starts_with("To read who somebody is"), "{rules}");
}

#[tokio::test]
async fn a_new_deployment_begins_with_a_link_from_the_command_line() {
    let (world, token) = served(None, &["--tls"], "").await;
    let mut browser = Browser::new(&world);
    let body = json!({ "token": token, "password": PASSWORD });
    let opened = browser.post("/access/invitation/accept", body).await;
    assert!(opened.headers["strict-transport-security"].to_str().unwrap().starts_with("max-age="));
    opened.fine();
    assert_eq!(role_of(&mut browser).await, "ADMINISTRATOR");
    let demo = browser.send("POST", "/access/demo/nora-brussels", &[OURS], String::new()).await;
    assert_eq!(demo.status, 404, "only a demonstration is entered by one click");
    let token = by_token(&world, "demo-nora-brussels", "{ me { role } }", json!({})).await;
    token.refused(401, "UNAUTHENTICATED");
}
