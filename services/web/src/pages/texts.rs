//! The pages that are words only: the easy version, personal data, accessibility.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::answer::Keep;
use crate::frame::Frame;
use crate::network::ClipPage;
use crate::pages::{Here, trouble};

/// A heading with its sentences.
struct Part {
    icon: &'static str,
    title: String,
    sentences: Vec<String>,
}

#[derive(Template)]
#[template(path = "texts.html")]
struct Page {
    frame: Frame,
    lead: String,
    parts: Vec<Part>,
}

/// The parts of a page: a picture, the key of the heading, the keys of the sentences.
type Parts = &'static [(&'static str, &'static str, &'static [&'static str])];

/// `/{language}/{network}/easy`
pub(crate) async fn easy(here: State<Here>, network: Path<String>, headers: HeaderMap) -> Response {
    const PARTS: Parts = &[
        ("door-open", "page-easy-come", &["page-easy-come-1", "page-easy-come-2"]),
        ("messages-square", "page-easy-talk", &["page-easy-talk-1", "page-easy-talk-2"]),
        ("languages", "page-easy-language", &["page-easy-language-1"]),
        ("signpost", "page-easy-next", &["page-easy-next-1", "page-easy-next-2"]),
        ("handshake", "page-easy-free", &["page-easy-free-1", "page-easy-free-2"]),
    ];
    words(
        &here.0,
        &network.0,
        &headers,
        ("/easy", "page-easy", "page-easy-lead"),
        Some(ClipPage::Easy),
        PARTS,
    )
}

/// `/{language}/{network}/privacy`
pub(crate) async fn privacy(here: State<Here>, network: Path<String>, headers: HeaderMap) -> Response {
    const PARTS: Parts = &[
        ("user", "page-privacy-come", &["page-privacy-come-1", "page-privacy-come-2", "page-privacy-come-3"]),
        (
            "file-text",
            "page-privacy-keep",
            &["page-privacy-keep-1", "page-privacy-keep-2", "page-privacy-keep-3"],
        ),
        ("users", "page-privacy-share", &["page-privacy-share-1", "page-privacy-share-2"]),
        (
            "check",
            "page-privacy-rights",
            &["page-privacy-rights-1", "page-privacy-rights-2", "page-privacy-rights-3"],
        ),
        ("globe", "page-privacy-site", &["page-privacy-site-1", "page-privacy-site-2"]),
    ];
    let names = ("/privacy", "page-privacy", "page-privacy-lead");
    words(&here.0, &network.0, &headers, names, Some(ClipPage::Privacy), PARTS)
}

/// `/{language}/{network}/accessibility`
pub(crate) async fn accessibility(here: State<Here>, network: Path<String>, headers: HeaderMap) -> Response {
    const PARTS: Parts = &[
        ("check", "page-access-done", &["page-access-done-1", "page-access-done-2", "page-access-done-3"]),
        ("info", "page-access-limits", &["page-access-limits-1", "page-access-limits-2"]),
        ("messages-square", "page-access-tell", &["page-access-tell-1", "page-access-tell-2"]),
    ];
    let names = ("/accessibility", "page-accessibility", "page-access-lead");
    words(&here.0, &network.0, &headers, names, None, PARTS)
}

fn words(
    here: &Here,
    network: &str,
    headers: &HeaderMap,
    (end, title, lead): (&str, &str, &str),
    clips: Option<ClipPage>,
    parts: Parts,
) -> Response {
    let Some(network) = here.site.network(network) else {
        return trouble::missing(here, None, headers, StatusCode::NOT_FOUND);
    };
    let mut frame = here.frame(Some(network), &format!("/{}{end}", network.id.as_str()), title);
    if let Some(page) = clips {
        frame = frame.with_clips(network, page);
    }
    let parts = parts.iter().map(|(icon, title, sentences)| Part {
        icon,
        title: frame.say(title),
        sentences: sentences.iter().map(|key| frame.say(key)).collect(),
    });
    let page = Page { lead: frame.say(lead), parts: parts.collect(), frame };
    here.send(Some(network), headers, Keep::Asked, Ok(page))
}
