//! Every page in every language: whole, light, without script, right to left where it is read so.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod kit;

use std::io::Write;

use axum::http::StatusCode;
use flate2::Compression;
use flate2::write::GzEncoder;
use kit::{LANGUAGES, Node, Seen, get, get_with, pages, site};
use web::Unanswered;

/// The most bytes of a page with its style, as they go over the line.
const LIGHT: usize = 10 * 1024;

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

async fn every_page(mut look: impl FnMut(&str, &str, &Seen)) {
    let site = site(&Node::new());
    for language in LANGUAGES {
        for path in pages(language) {
            look(language, &path, &get(&site, &path).await);
        }
    }
}

#[tokio::test]
async fn every_page_is_there_in_four_languages() {
    every_page(|_, path, page| {
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
    })
    .await;
}

#[tokio::test]
async fn every_text_has_words_in_its_language() {
    every_page(|_, path, page| {
        // A key that is missing is written out as itself.
        let missing = page.text().match_indices("page-").next();
        assert!(missing.is_none(), "{path}: {:?}", missing.map(|(at, _)| &page.text()[at..at + 30]));
        assert!(!page.text().contains("{$") && !page.text().contains("{ $"), "{path}");
        // A code without words is written as `? CODE`.
        let words = page.words("main");
        let code = |rest: &str| rest.chars().take(3).filter(char::is_ascii_uppercase).count() == 3;
        let without = words.match_indices("? ").map(|(at, _)| &words[at + 2..]).find(|rest| code(rest));
        assert!(without.is_none(), "{path}: {without:?}");
    })
    .await;
}

#[tokio::test]
async fn every_page_is_well_formed() {
    every_page(|_, path, page| {
        let html = page.html();
        assert!(html.errors.is_empty(), "{path}: {:?}", html.errors);
        assert_eq!(page.all("h1", "class").len(), 1, "{path}: one heading says what it is");
        let mut ids = page.all("[id]", "id");
        let before = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), before, "{path}: an id is there twice");
        for label in page.all("label[for]", "for") {
            assert!(ids.contains(&label), "{path}: a label for nothing");
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_says_its_language_and_direction_first() {
    every_page(|language, path, page| {
        let tag = if language == "fr" { "fr-BE" } else { language };
        let dir = if language == "ar" { "rtl" } else { "ltr" };
        let begins = format!("<!doctype html>\n<html lang=\"{tag}\" dir=\"{dir}\">");
        // Where no network is known, French is that of Belgium.
        assert!(page.text().starts_with(&begins), "{path}: {}", &page.text()[..60]);
    })
    .await;
}

#[tokio::test]
async fn no_page_has_a_script_a_style_of_its_own_or_anything_from_elsewhere() {
    every_page(|_, path, page| {
        for selector in ["script", "style", "[style]", "iframe", "[onclick]", "base"] {
            assert!(page.all(selector, "class").is_empty(), "{path}: {selector}");
        }
        for (selector, attribute) in
            [("link[rel=stylesheet]", "href"), ("img", "src"), ("video", "src"), ("track", "src")]
        {
            for address in page.all(selector, attribute) {
                assert!(address.starts_with('/') && !address.starts_with("//"), "{path}: {address}");
            }
        }
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        for never in ["unsafe", "script-src", "http", "*"] {
            assert!(!policy.contains(never), "{path}: {policy}");
        }
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(page.header(name), value, "{path}");
        }
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "{path}");
        assert!(page.header("permissions-policy").contains("camera=()"), "{path}");
        let referrer = page.header("referrer-policy");
        let own_form = path.ends_with("/visit");
        assert_eq!(referrer, if own_form { "same-origin" } else { "no-referrer" }, "{path}");
    })
    .await;
}

#[tokio::test]
async fn every_page_with_its_style_is_at_most_ten_kilobytes() {
    let style = {
        let site = site(&Node::new());
        let home = get(&site, "/fr/brussels").await;
        let address = home.all("link[rel=stylesheet]", "href").remove(0);
        gzip(&get(&site, &address).await.bytes)
    };
    let mut heaviest = (0, String::new());
    every_page(|_, path, page| {
        let bytes = gzip(&page.bytes) + style;
        if bytes > heaviest.0 {
            heaviest = (bytes, path.to_owned());
        }
        assert!(bytes <= LIGHT, "{path}: {bytes} bytes with the style ({style})");
    })
    .await;
    println!("the heaviest page is {} with {} bytes, of which {style} are style", heaviest.1, heaviest.0);
}

#[tokio::test]
async fn a_page_goes_out_compressed_where_that_is_taken() {
    let site = site(&Node::new());
    let plain = get(&site, "/fr/brussels").await;
    let small = get_with(&site, "/fr/brussels", &[("accept-encoding", "br, gzip;q=0.8")]).await;
    assert_eq!((plain.header("content-encoding"), small.header("content-encoding")), ("", "gzip"));
    assert_eq!(small.header("vary"), "accept-encoding");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(small.bytes.as_slice()), &mut text)
        .unwrap();
    assert_eq!(text, plain.text());
    let refused = get_with(&site, "/fr/brussels", &[("accept-encoding", "gzip;q=0")]).await;
    assert_eq!(refused.header("content-encoding"), "");
}

#[tokio::test]
async fn every_link_to_us_leads_somewhere() {
    let site = site(&Node::new());
    for language in LANGUAGES {
        for path in pages(language) {
            let page = get(&site, &path).await;
            let mut links = page.all("a[href]", "href");
            links.extend(page.all("link[rel=stylesheet]", "href"));
            for link in links {
                let ours = link.starts_with('/');
                let known =
                    ["https://", "tel:+", "tel:0", "mailto:", "#"].iter().any(|way| link.starts_with(way));
                assert!(ours || known, "{path}: {link}");
                if let Some(id) = link.strip_prefix('#') {
                    assert!(!page.all(&format!("#{id}"), "id").is_empty(), "{path}: {link}");
                }
                // Clips are the network's own files, and the app may not be built here.
                if ours && !link.starts_with("/clips/") && !link.contains("/app") {
                    let status = get(&site, &link).await.status;
                    assert!(
                        matches!(status, StatusCode::OK | StatusCode::SEE_OTHER),
                        "{path}: {link}: {status}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn the_switch_leads_to_the_same_page_in_each_language() {
    let site = site(&Node::new());
    let page = get(&site, "/fr/brussels/help?need=housing&language=ara").await;
    assert_eq!(
        page.all(".tongues a[hreflang]", "href"),
        LANGUAGES.map(|language| format!("/{language}/brussels/help?need=housing&language=ara"))
    );
    assert_eq!(page.all(".tongues [aria-current]", "lang"), ["fr"]);
    assert_eq!(page.words(".tongues a[lang=ar] .long"), "العربية");
}

#[tokio::test]
async fn every_link_to_elsewhere_says_nothing_of_us() {
    every_page(|_, path, page| {
        for rel in page.all("a[href^=http]", "rel") {
            assert_eq!(rel, "noreferrer", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn safety_has_a_way_out_and_other_pages_have_none() {
    let site = site(&Node::new());
    let safety = get(&site, "/fr/brussels/help?need=safety").await;
    assert_eq!(safety.all("a.leave", "href"), ["https://www.wikipedia.org/"]);
    assert!(get(&site, "/fr/brussels/help?need=housing").await.all("a.leave", "href").is_empty());
    let node = Node::new();
    let mut sheet: serde_json::Value = serde_json::from_str(include_str!("fixtures/service.json")).unwrap();
    sheet["service"]["content"]["needs"] = serde_json::json!(["HOU.FIND", "FAM.VIOL"]);
    node.answers("PageService", sheet);
    let service = get(&kit::site(&node), &format!("/fr/brussels/help/{}", kit::SERVICE)).await;
    assert_eq!(service.all("a.leave", "href").len(), 1);
}

#[tokio::test]
async fn what_somebody_wrote_is_text_and_never_markup() {
    let page = get(&site(&Node::new()), "/fr/brussels").await;
    assert!(page.text().contains("Antenne &#60;du Canal&#62;"), "the name of a place is escaped");
}

#[tokio::test]
async fn a_text_that_is_missing_is_shown_in_the_nearest_language_and_says_which() {
    let page = get(&site(&Node::new()), "/ar/brussels/meetings").await;
    assert!(page.text().contains("<span lang=\"fr\" dir=\"ltr\">Assemblée, budget</span>"));
    assert!(page.text().contains("<span lang=\"ar\" dir=\"rtl\">مقهى السكان</span>"));
}

#[tokio::test]
async fn when_nothing_can_be_told_a_page_says_so_and_when_to_come_back() {
    let node = Node::new();
    node.is_silent("PageSites", Unanswered::Unavailable);
    let page = get(&site(&node), "/nl/brussels").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!((page.header("retry-after"), page.header("cache-control")), ("30", "no-store"));
    assert_eq!(page.words("h1"), "Het werkt nu even niet");
    assert_eq!(
        page.words("footer .call").chars().filter(char::is_ascii_digit).count(),
        9,
        "with the telephone"
    );
    node.fails("PageSites", "FAULT");
    assert_eq!(get(&site(&node), "/nl/brussels").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
