//! Where things are, what may be kept, and what a browser is sent on to.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod kit;

use axum::http::StatusCode;
use kernel::NetworkId;
use kit::{LANGUAGES, Node, get, get_with, networks, ports, site};
use web::{Allowed, Misconfigured, Network};

fn network(code: &str) -> Network {
    Network::of(code.parse::<NetworkId>().unwrap())
}

#[tokio::test]
async fn the_front_door_leads_on_in_the_language_of_the_browser() {
    let one = web::router(ports(&Node::new(), vec![network("brussels")])).unwrap();
    for (wanted, there) in [
        ("nl-BE,nl;q=0.9,fr;q=0.8", "/nl/brussels"),
        ("ar-MA", "/ar/brussels"),
        ("de,en;q=0.5", "/en/brussels"),
        ("fr-CA", "/fr/brussels"),
        ("ja", "/fr/brussels"),
        ("", "/fr/brussels"),
    ] {
        let page = get_with(&one, "/", &[("accept-language", wanted)]).await;
        assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, there), "{wanted}");
        assert_eq!((page.header("vary"), page.header("cache-control")), ("accept-language", "no-cache"));
    }
}

#[tokio::test]
async fn several_networks_are_chosen_from_and_one_is_not_asked_about() {
    let several = site(&Node::new());
    assert_eq!(get(&several, "/").await.header("location"), "/fr");
    let page = get(&several, "/nl").await;
    assert_eq!(page.all("main a", "href"), ["/nl/brussels", "/nl/quebec"]);
    assert_eq!(page.words("main a:first-child"), "LindehuisCarrefour des Érables");
    let one = web::router(ports(&Node::new(), vec![network("brussels")])).unwrap();
    assert_eq!(get(&one, "/nl").await.header("location"), "/nl/brussels");
    let none = web::router(ports(&Node::new(), Vec::new())).unwrap();
    assert!(get(&none, "/en").await.words("main").contains("No network is open here yet."));
}

#[tokio::test]
async fn the_app_is_found_without_a_language() {
    let page = get_with(&site(&Node::new()), "/app?network=quebec", &[("accept-language", "nl")]).await;
    assert_eq!(page.header("location"), "/nl/app?network=quebec");
}

#[tokio::test]
async fn a_slash_too_many_is_forgiven() {
    let page = get(&site(&Node::new()), "/fr/brussels/").await;
    assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, "/fr/brussels"));
    assert_eq!(get(&site(&Node::new()), "//evil.example/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_not_there_is_a_page_in_the_language_of_the_address() {
    let site = site(&Node::new());
    for (path, language, words) in [
        ("/ar/nowhere", "ar", "هذه الصفحة غير موجودة"),
        ("/nl/brussels/nothing", "nl", "Deze pagina bestaat niet"),
        ("/nothing/at/all", "en", "This page does not exist"),
        ("/allowed.json", "en", "This page does not exist"),
    ] {
        let page = get_with(&site, path, &[("accept-language", "en")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(
            (page.all("html", "lang"), page.words("h1")),
            (vec![language.to_owned()], words.to_owned())
        );
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_takes_nothing_either_and_a_file_is_only_fetched() {
    let site = site(&Node::new());
    let nowhere = kit::post(&site, "/access/demo/nora-brussels", &[]).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let style = get(&site, "/fr/brussels").await.all("link[rel=stylesheet]", "href").remove(0);
    let file = kit::post(&site, &style, &[]).await;
    assert_eq!((file.status, file.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let site = site(&Node::new());
    for language in LANGUAGES {
        let path = format!("/{language}/brussels");
        let first = get(&site, &path).await;
        assert_eq!(first.header("cache-control"), "no-cache");
        let tag = first.header("etag");
        assert!(tag.starts_with("W/\""), "{tag}");
        let again = get_with(&site, &path, &[("if-none-match", tag)]).await;
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        let other = get_with(&site, &path, &[("if-none-match", "W/\"other\"")]).await;
        assert_eq!(other.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_style_is_kept_for_a_year_under_a_name_that_changes_with_it() {
    let site = site(&Node::new());
    let address = get(&site, "/fr/brussels").await.all("link[rel=stylesheet]", "href").remove(0);
    let style = get_with(&site, &address, &[("accept-encoding", "gzip")]).await;
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(style.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(style.header("content-encoding"), "gzip");
    let plain = get(&site, &address).await;
    assert_ne!(plain.header("etag"), style.header("etag"), "other bytes, another tag");
    let again = get_with(&site, &address, &[("if-none-match", plain.header("etag"))]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(plain.text().contains("--green:") && !plain.text().contains("/*"));
    assert_eq!(get(&site, "/style/0000000000000000.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_body_that_is_too_long_is_not_read() {
    let site = site(&Node::new());
    let long = "x".repeat(20_000);
    let page = kit::post(&site, "/fr/brussels/visit", &[("note", &long)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[test]
fn networks_that_cannot_be_served_are_refused_at_the_start() {
    let router = |networks| web::router(ports(&Node::default(), networks));
    assert!(matches!(router(vec![network("app")]), Err(Misconfigured::Reserved(_))));
    assert!(matches!(router(vec![network("l")]), Err(Misconfigured::Reserved(_))));
    assert!(matches!(router(vec![network("a"), network("a")]), Err(Misconfigured::Twice(_))));
    for elsewhere in ["https://films.example/a.mp4", "//films.example/a.mp4"] {
        let mut foreign = networks();
        elsewhere.clone_into(&mut foreign[0].clips[0].video);
        assert!(matches!(router(foreign), Err(Misconfigured::ClipElsewhere(_))));
    }
}

#[test]
fn a_document_is_allowed_by_the_digest_of_its_text() {
    let mut allowed = Allowed::default();
    let id = "sha256:dad3f5cea2d62f0b00a6b63d2b2afe6ae69edd4cc88dc6c8e4a8d6f2f06ffe5a";
    let list = |id: &str| format!("{{\"{id}\": \"{{ me {{ role }} }}\"}}").into_bytes();
    assert!(allowed.add("a list", &list(id)).is_err(), "the id is not the digest of this text");
    assert!(allowed.add("a list", b"[1]").is_err());
    assert!(allowed.is_empty());
    let right = format!("sha256:{}", hex_of("{ me { role } }"));
    allowed.add("a list", &list(&right)).unwrap();
    assert_eq!((allowed.len(), allowed.text(&right)), (1, Some("{ me { role } }")));
    assert!(allowed.holds("{ me { role } }") && !allowed.holds("{ me { network } }"));
}

fn hex_of(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_lists_in_this_program_are_lists() {
    Allowed::embedded().unwrap();
}
