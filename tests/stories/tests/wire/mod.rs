//! Requests no person would make, as bytes over HTTP.

use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use stories::World;

pub(crate) const RESPONSE: &str = "application/graphql-response+json";
pub(crate) const JSON: &str = "application/json";

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// The first error's message.
    pub(crate) fn message(&self) -> &str {
        self.body["errors"][0]["message"].as_str().unwrap_or_else(|| panic!("no error: {self:?}"))
    }

    /// The first error's code.
    pub(crate) fn code(&self) -> &str {
        self.body["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no code: {self:?}"))
    }
}

/// Posts a body with these headers; `accept` and `content-type` as usual where not said.
pub(crate) async fn post(world: &World, headers: &[(&str, &str)], body: impl Into<reqwest::Body>) -> Answer {
    let usual = [("accept", RESPONSE), ("content-type", JSON)];
    let said = |name: &str| headers.iter().any(|(known, _)| *known == name);
    let all: Vec<(&str, &str)> =
        usual.into_iter().filter(|(name, _)| !said(name)).chain(headers.iter().copied()).collect();
    let answer = world.exchange(Method::POST, "/graphql", &all, body).await;
    let kind = answer.headers.get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    Answer {
        status: answer.status,
        kind: kind.unwrap_or_default(),
        body: answer.body(),
        headers: answer.headers,
    }
}

/// Asks a query as somebody.
pub(crate) async fn ask(world: &World, name: &str, query: &str) -> Answer {
    let token = format!("Bearer demo-{name}-brussels");
    post(world, &[("authorization", &token)], json!({ "query": query }).to_string()).await
}

/// The body of the smallest query.
pub(crate) fn position() -> String {
    json!({ "query": "{ position }" }).to_string()
}
