//! The app as it was built in; where it was not built, a page says so.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod kit;

use axum::http::StatusCode;
use kit::{LANGUAGES, Node, get, get_with, site};
use web::Allowed;

/// Whether the app is in this program: it is where Node was there to build it.
async fn built() -> bool {
    let there = get(&site(&Node::new()), "/fr/app").await.status == StatusCode::OK;
    if !there {
        println!("skipped: the app is not in this program; Node 20 builds it");
    }
    there
}

#[tokio::test]
async fn without_the_app_a_page_says_so_in_four_languages() {
    if built().await {
        return;
    }
    for language in LANGUAGES {
        let page = get(&site(&Node::new()), &format!("/{language}/app/visit")).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(page.all("html", "lang")[0][..2], *language);
        assert!(page.words("main").contains("Node 20"));
    }
}

#[tokio::test]
async fn every_address_of_the_app_gets_the_shell_of_its_language() {
    if !built().await {
        return;
    }
    let site = site(&Node::new());
    for language in LANGUAGES {
        for path in ["app", "app/", "app/no/such/page"] {
            let shell = get(&site, &format!("/{language}/{path}")).await;
            assert_eq!(shell.status, StatusCode::OK, "{language} {path}");
            assert_eq!(shell.all("html", "lang")[0][..2], *language);
            let dir = if language == "ar" { "rtl" } else { "ltr" };
            assert_eq!(shell.all("html", "dir"), [dir]);
            assert_eq!(shell.header("cache-control"), "no-cache");
        }
    }
}

#[tokio::test]
async fn the_policy_lets_the_shell_run_its_own_scripts_and_nothing_inline_besides() {
    if !built().await {
        return;
    }
    let shell = get(&site(&Node::new()), "/fr/app").await;
    let policy = shell.header("content-security-policy");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(shell.all("[style]", "style").is_empty(), "an inline style would be refused");
    let html = shell.html();
    for script in html.select(&scraper::Selector::parse("script:not([src])").unwrap()) {
        // As it stands: what is written out again has its signs replaced.
        let digest = <sha2::Sha256 as sha2::Digest>::digest(script.text().collect::<String>());
        let hash = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, digest);
        assert!(policy.contains(&format!("'sha256-{hash}'")), "{policy}");
    }
}

#[tokio::test]
async fn what_the_shell_needs_is_there_and_kept_for_a_year() {
    if !built().await {
        return;
    }
    let site = site(&Node::new());
    let shell = get(&site, "/fr/app").await;
    let mut files = shell.all("link[href^='/_app/']", "href");
    files.extend(shell.all("script[src]", "src"));
    assert!(!files.is_empty());
    for file in files {
        let seen = get_with(&site, &file, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(seen.status, StatusCode::OK, "{file}");
        assert_eq!(seen.header("cache-control"), "public, max-age=31536000, immutable", "{file}");
        assert_eq!(seen.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn the_service_worker_and_the_manifest_have_their_kinds() {
    if !built().await {
        return;
    }
    let site = site(&Node::new());
    let worker = get(&site, "/app-worker.js").await;
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!((worker.header("cache-control"), worker.header("service-worker-allowed")), ("no-cache", "/"));
    assert!(
        worker.header("content-security-policy").contains("connect-src 'self'"),
        "it must fetch the shell"
    );
    for manifest in get(&site, "/fr/app").await.all("link[rel=manifest]", "href") {
        let manifest = get(&site, &manifest).await;
        assert_eq!(manifest.header("content-type"), "application/manifest+json; charset=utf-8");
    }
}

#[tokio::test]
async fn the_list_of_documents_is_read_by_the_server_and_served_to_nobody() {
    if !built().await {
        return;
    }
    assert!(!Allowed::embedded().unwrap().is_empty());
    assert_eq!(get(&site(&Node::new()), "/allowed.json").await.status, StatusCode::NOT_FOUND);
}
