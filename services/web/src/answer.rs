//! How a page goes out: its status, what may keep it, its digest, and smaller where that is taken.

use std::io::Write;

use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::security;

/// What may be kept of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// It may be kept, and is asked for again each time: what is open changes by the minute.
    Asked,
    /// Nothing: it holds a secret, a key, or something about somebody.
    Nothing,
}

/// A text that goes out.
pub(crate) struct Sent {
    pub(crate) status: StatusCode,
    pub(crate) kind: &'static str,
    pub(crate) keep: Keep,
    pub(crate) text: String,
}

impl Sent {
    /// A page.
    pub(crate) fn page(status: StatusCode, keep: Keep, text: String) -> Self {
        Self { status, kind: "text/html; charset=utf-8", keep, text }
    }

    /// The response to a request with these headers.
    pub(crate) fn to(self, asked: &HeaderMap) -> Response {
        let digest = format!("W/\"{}\"", hex(self.text.as_bytes()));
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        security::write(headers, security::PAGE);
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        let keep = if self.keep == Keep::Asked { "no-cache" } else { "no-store" };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
        if self.keep == Keep::Asked && self.status == StatusCode::OK {
            if let Ok(value) = HeaderValue::from_str(&digest) {
                headers.insert(ETAG, value);
            }
            if known(asked, &digest) {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
                return response;
            }
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        let small = takes(asked, "gzip").then(|| gzip(self.text.as_bytes())).flatten();
        if small.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        *response.status_mut() = self.status;
        *response.body_mut() = small.map_or_else(|| Body::from(self.text), Body::from);
        response
    }
}

/// Sends a browser on by GET.
pub(crate) fn see_other(to: &str, by_language: bool) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    security::write(headers, security::PAGE);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if by_language {
        headers.insert(VARY, HeaderValue::from_static("accept-language"));
    }
    // Addresses are made of our own pieces; one that is not would lead nowhere rather than elsewhere.
    headers.insert(LOCATION, HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/")));
    response
}

/// Whether the browser has this already.
pub(crate) fn known(asked: &HeaderMap, digest: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let asked = asked.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    asked.is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == "*" || bare(tag) == bare(digest)))
}

/// Whether an encoding is accepted.
pub(crate) fn takes(asked: &HeaderMap, encoding: &str) -> bool {
    let accepted = asked.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = pieces.any(|piece| {
            piece
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok())
                .is_some_and(|weight| weight <= 0.0)
        });
        named && !refused
    })
}

fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(6));
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

/// The beginning of the SHA-256, enough to tell two pages apart.
fn hex(bytes: &[u8]) -> String {
    let mut digest = whole_hex(bytes);
    digest.truncate(32);
    digest
}

/// The SHA-256 in small letters.
pub(crate) fn whole_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
