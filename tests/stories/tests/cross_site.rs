//! What pages of other sites try with the cookie of somebody who is in: forms, scripts, pictures, lines.
//! None of it does anything, and a page of ours still does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod door;
#[allow(dead_code, reason = "shared with the stories of what is followed")]
mod line;

use door::{Browser, OURS, accepted};
use line::dial;
use serde_json::{Value, json};
use stories::{World, new_id, on_both_engines};

on_both_engines! {
    "2023-06-05T07:00:00Z":
    pages_of_other_sites_do_nothing,
}

type Headers = Vec<(&'static str, &'static str)>;

const JSON: (&str, &str) = ("content-type", "application/json");

/// What a site with a form, a script or a picture can send; what it cannot send is left out. The body is
/// the same mutation, dressed as its type wants it.
fn tried() -> Vec<(&'static str, &'static str, Headers)> {
    // The types that a form sends, and that a script may send without asking first (Fetch standard,
    // CORS-safelisted request header), with what a lax reader would take for JSON.
    let types = [
        "text/plain",
        "text/plain; charset=utf-8",
        "text/plain; application/json",
        "text/plain; charset=application/json",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; application/json",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=application/json",
        "application/json, text/plain",
        "text/plain, application/json",
        "application/jsonp",
        "application/json5",
        "text/json",
        "application/graphql",
        "application/graphql-response+json",
        "application/vnd.api+json",
        "application/csp-report",
        "",
    ];
    let mut tried: Vec<(&str, &str, Headers)> = Vec::new();
    for path in ["/graphql", "/access/sign-out"] {
        for kind in types {
            tried.push(("POST", path, vec![("content-type", kind), OURS]));
        }
        // The right type, from the wrong place; and without what only a page of ours sends.
        for more in [
            vec![],
            vec![("x-entraide", "0")],
            vec![("x-entraide", "")],
            vec![("x-requested-with", "XMLHttpRequest")],
            vec![OURS, ("sec-fetch-site", "cross-site")],
            vec![OURS, ("sec-fetch-site", "same-site")],
            vec![OURS, ("sec-fetch-site", "none-of-these")],
            vec![OURS, ("origin", "null")],
            vec![OURS, ("origin", "https://elsewhere.example")],
            vec![OURS, ("origin", "http://127.0.0.1.elsewhere.example")],
            vec![OURS, ("origin", "file://")],
            vec![OURS, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")],
        ] {
            tried.push(("POST", path, [vec![JSON], more].concat()));
        }
        for method in ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] {
            tried.push((method, path, vec![JSON, OURS]));
        }
        tried.push(("GET", path, vec![OURS, ("x-http-method-override", "POST")]));
        tried.push((
            "POST",
            path,
            vec![("content-type", "text/plain"), OURS, ("x-http-method-override", "PUT")],
        ));
    }
    tried
}

/// A mutation of a host, as a page sends it.
fn act(site: &str) -> Value {
    json!({
        "query": "mutation($command: CommandId!, $id: SiteId!) {
            closeSite(commandId: $command, id: $id, input: { reason: \"Fermée\" }) { __typename } }",
        "variables": { "command": new_id(), "id": site },
    })
}

/// How far the site is, and how often something was done about it.
async fn site_as_kept(world: &World, site: &str) -> Value {
    let query = "query($id: UUID!) { site(id: $id) { state version } }";
    world.as_("odile").read(query, json!({ "id": site })).await["site"].clone()
}

/// The mutation in the address, as a link or a picture would send it.
fn in_the_address(site: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("query", act(site)["query"].as_str().unwrap())
        .append_pair("variables", &act(site)["variables"].to_string())
        .finish();
    format!("/graphql?{query}")
}

async fn pages_of_other_sites_do_nothing(world: World) {
    let site = stories::tilleuls::house(&world, "2023-06-05T07:00:00Z").await;
    let (_, mut browser) = accepted(&world, "Nora", &["HOST"]).await;
    let (before, all) = (site_as_kept(&world, &site).await, tried());
    assert!(all.len() >= 40, "{} variants", all.len());
    for (method, path, headers) in &all {
        let body = match (*path, headers.iter().any(|(_, value)| value.starts_with("application/x-www-form")))
        {
            ("/graphql", true) => in_the_address(&site).trim_start_matches("/graphql?").to_owned(),
            ("/graphql", false) => act(&site).to_string(),
            _ => "{}".to_owned(),
        };
        let body = if matches!(*method, "GET" | "HEAD") { String::new() } else { body };
        let answer = browser.send(method, path, headers, body).await;
        let shut = matches!(answer.status, 403 | 405 | 415) || (*method == "OPTIONS" && answer.status == 405);
        assert!(shut, "{method} {path} {headers:?}: {answer:?}");
        let allowed = answer.headers.get("access-control-allow-origin");
        assert!(allowed.is_none(), "{method} {path} {headers:?}: nobody else may read {answer:?}");
    }
    for method in ["GET", "HEAD"] {
        let status = browser.send(method, &in_the_address(&site), &[], String::new()).await.status;
        assert_eq!(status, 405, "{method} with the mutation in the address");
    }
    assert_eq!(site_as_kept(&world, &site).await, before, "nothing of it came to the journal");
    no_line_is_opened(&world, &browser).await;
    browser
        .send("GET", "/access/me", &[("sec-fetch-site", "cross-site")], String::new())
        .await
        .refused(403, "CROSS_SITE");
    a_page_of_ours_does(&world, &mut browser, &site).await;
}

async fn no_line_is_opened(world: &World, browser: &Browser<'_>) {
    let cookie = browser.cookie_header();
    for origin in ["https://elsewhere.example", "null", "http://127.0.0.1.elsewhere.example"] {
        let headers = [
            ("sec-websocket-protocol", "graphql-transport-ws"),
            ("origin", origin),
            ("cookie", cookie.as_str()),
        ];
        assert!(dial(world, &headers).await.is_err(), "a page of {origin} opens no line");
    }
}

/// The same browser, the same cookie, the same mutation: nothing of the above signed Nora out.
async fn a_page_of_ours_does(world: &World, browser: &mut Browser<'_>, site: &str) {
    let here = format!("http://{}", world.address);
    let good = [JSON, OURS, ("sec-fetch-site", "same-origin"), ("origin", here.as_str())];
    let answer = browser.send("POST", "/graphql", &good, act(site).to_string()).await;
    assert_eq!(answer.headers["x-frame-options"], "DENY");
    assert_eq!(answer.headers["referrer-policy"], "no-referrer");
    assert!(answer.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    assert_eq!(answer.fine()["data"]["closeSite"]["__typename"], "Done");
    world.at("2023-06-05T07:05:00Z").await;
    assert_eq!(site_as_kept(world, site).await["state"], "CLOSED");
}
