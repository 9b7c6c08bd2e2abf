//! The files in the program: the style sheet of the pages, and whatever the app was built into.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use crate::answer::{known, takes};
use crate::security;

/// The service worker of the app; it looks after the whole site.
pub(crate) const WORKER: &str = "app-worker.js";

/// Folders of files with a digest in their names.
const IMMUTABLE: [&str; 2] = ["_app/immutable/", "style/"];

/// One file, as it is and smaller.
pub(crate) struct File {
    pub(crate) name: &'static str,
    pub(crate) plain: &'static [u8],
    pub(crate) gzip: Option<&'static [u8]>,
    pub(crate) brotli: Option<&'static [u8]>,
    pub(crate) digest: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/built.rs"));

/// A file by its name, without the slash in front.
pub(crate) fn named(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name == name)
}

impl File {
    /// The response to a request with these headers, under a policy.
    pub(crate) fn to(&self, asked: &HeaderMap, policy: &str) -> Response {
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        security::write(headers, policy);
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(self.kept()));
        if self.name == WORKER {
            headers.insert(HeaderName::from_static("service-worker-allowed"), HeaderValue::from_static("/"));
        }
        let (encoding, body) = self.body(asked);
        // A file and its smaller forms are different bytes, so they have different tags.
        let tag =
            format!("\"{}{}\"", self.digest, encoding.map(|name| format!("-{name}")).unwrap_or_default());
        if let Ok(value) = HeaderValue::from_str(&tag) {
            headers.insert(ETAG, value);
        }
        if known(asked, &tag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind()));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        *response.body_mut() = Body::from(body);
        response
    }

    fn body(&self, asked: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        if let Some(small) = self.brotli.filter(|_| takes(asked, "br")) {
            return (Some("br"), small);
        }
        if let Some(small) = self.gzip.filter(|_| takes(asked, "gzip")) {
            return (Some("gzip"), small);
        }
        (None, self.plain)
    }

    /// A name with a digest in it never means anything else; everything else is asked for again.
    fn kept(&self) -> &'static str {
        if IMMUTABLE.iter().any(|folder| self.name.starts_with(folder)) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        }
    }

    /// Whether it is a page, which goes out at an address of its own.
    pub(crate) fn is_page(&self) -> bool {
        self.ending() == "html"
    }

    fn ending(&self) -> &'static str {
        self.name.rsplit('.').next().unwrap_or_default()
    }

    fn kind(&self) -> &'static str {
        match self.ending() {
            "html" => "text/html; charset=utf-8",
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "json" | "map" => "application/json; charset=utf-8",
            "webmanifest" => "application/manifest+json; charset=utf-8",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "jpg" | "jpeg" => "image/jpeg",
            "ico" => "image/x-icon",
            "woff2" => "font/woff2",
            "vtt" => "text/vtt; charset=utf-8",
            "mp4" => "video/mp4",
            "webm" => "video/webm",
            "wasm" => "application/wasm",
            "txt" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }
}
