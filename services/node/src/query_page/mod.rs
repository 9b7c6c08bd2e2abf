//! The page to try queries on, which only a demonstration has.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use axum::http::{HeaderName, HeaderValue};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::tokens::DemoTokens;

/// Nothing comes from elsewhere, and nothing is written into the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
];

/// The page, what belongs to it, and the people it can ask as.
pub(crate) fn routes(tokens: Arc<DemoTokens>) -> Router {
    let router = Router::new()
        .route("/demo/queries", get(async || typed("text/html; charset=utf-8", include_str!("page.html"))))
        .route("/demo/queries.css", get(async || typed("text/css", include_str!("page.css"))))
        .route("/demo/queries.js", get(async || typed("text/javascript", include_str!("page.js"))))
        .route("/demo/people", get(people))
        .with_state(tokens);
    HEADERS.into_iter().fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    })
}

fn typed(kind: &'static str, text: &'static str) -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(CONTENT_TYPE, kind)], text)
}

async fn people(State(tokens): State<Arc<DemoTokens>>) -> Json<Value> {
    let people = tokens.list().map(|(token, role)| json!({ "token": token, "role": role.to_string() }));
    Json(people.collect())
}
