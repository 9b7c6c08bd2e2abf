//! What is not there, what cannot be told now, what is not for whoever asks: a page each, with a way on.

use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use crate::answer::{Keep, Sent};
use crate::asking::Trouble;
use crate::frame::Frame;
use crate::network::Network;
use crate::pages::Here;
use crate::ports::Unanswered;

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page {
    frame: Frame,
    what: String,
    /// Whether there is an account to sign in with.
    sign_in: Option<String>,
}

/// A page that is not there.
pub(crate) fn missing(
    here: &Here,
    network: Option<&Network>,
    asked: &HeaderMap,
    status: StatusCode,
) -> Response {
    let (title, what) = match status {
        StatusCode::GONE => ("page-link-over", "page-link-over-what"),
        _ => ("page-missing", "page-missing-what"),
    };
    send(here, network, asked, status, title, what)
}

/// A page that cannot be shown, and why.
pub(crate) fn page(here: &Here, network: Option<&Network>, asked: &HeaderMap, trouble: Trouble) -> Response {
    match trouble {
        Trouble::Unanswered(Unanswered::NoSuchLink) => missing(here, network, asked, StatusCode::GONE),
        Trouble::Unanswered(Unanswered::SignedOut) => {
            send(here, network, asked, StatusCode::UNAUTHORIZED, "page-signed-out", "page-signed-out-what")
        }
        Trouble::Forbidden => {
            send(here, network, asked, StatusCode::FORBIDDEN, "page-not-yours", "page-not-yours-what")
        }
        Trouble::Malformed => missing(here, network, asked, StatusCode::NOT_FOUND),
        Trouble::Unanswered(Unanswered::Unavailable) | Trouble::Broken => {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            let mut response = send(here, network, asked, status, "page-later", "page-later-what");
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("30"));
            response
        }
    }
}

fn send(
    here: &Here,
    network: Option<&Network>,
    asked: &HeaderMap,
    status: StatusCode,
    title: &str,
    what: &str,
) -> Response {
    // The languages lead to the front of the network: the same address would fail in each of them.
    let path = network.map_or_else(String::new, |network| format!("/{}", network.id.as_str()));
    let frame = here.frame(network, &path, title).unlisted();
    let signed_out = status == StatusCode::UNAUTHORIZED;
    let sign_in = signed_out.then(|| {
        let network = network.map_or_else(String::new, |network| format!("?network={}", network.id.as_str()));
        format!("/{}/app{network}", here.language.code())
    });
    let page = Page { what: frame.say(what), sign_in, frame };
    // The texts were read at the start, so this page can always be written.
    let text = page.render().unwrap_or_else(|_| status.to_string());
    Sent::page(status, Keep::Nothing, text).to(asked)
}
