//! The words of the stories: a node that answers from fixtures, a clock that stands still, a browser.
#![allow(dead_code, unreachable_pub, reason = "each suite uses a part of it")]

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{DateTime, Utc};
use graph::Locale;
use graph::ports::Clock;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;
use web::{Answer, Ask, Ids, Network, Operation, Ports, Unanswered, Who};

/// A Thursday morning of November, while the desk is open.
pub const NOW: &str = "2026-11-26T09:30:00Z";

pub const LANGUAGES: [&str; 4] = ["fr", "nl", "ar", "en"];

/// The meeting of the fixtures that takes place, and the service whose words are shown.
pub const MEETING: &str = "0193a000-0000-7000-8000-00000000000a";
pub const SERVICE: &str = "0193b000-0000-7000-8000-000000000001";
pub const TOKEN: &str = "kT3yS0tvQm9iYWxsLW9mLXN0cmluZw";

/// What was asked of the node.
#[derive(Debug, Clone)]
pub struct Asked {
    pub who: Who,
    pub locale: Locale,
    pub name: &'static str,
    pub variables: Value,
}

/// A node that answers from fixtures, by the name of the operation.
#[derive(Clone, Default)]
pub struct Node {
    answers: Arc<Mutex<HashMap<&'static str, Result<Value, Unanswered>>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Node {
    /// With the fixtures.
    pub fn new() -> Self {
        let node = Self::default();
        for (name, text) in [
            ("PageSites", include_str!("../fixtures/sites.json")),
            ("PageOpenings", include_str!("../fixtures/openings.json")),
            ("PageMeetings", include_str!("../fixtures/meetings.json")),
            ("PageServices", include_str!("../fixtures/services.json")),
            ("PageService", include_str!("../fixtures/service.json")),
            ("PageLink", include_str!("../fixtures/link.json")),
            ("PageDesk", include_str!("../fixtures/desk.json")),
        ] {
            node.answers(name, serde_json::from_str(text).unwrap());
        }
        node.answers("PageYes", done("acceptPairingAsVolunteer"));
        node.answers("PageNo", done("declinePairing"));
        node.answers("PageVisit", done("recordVisit"));
        node
    }

    /// Answers an operation with this data from now on.
    pub fn answers(&self, name: &'static str, data: Value) -> &Self {
        self.responds(name, json!({ "data": data }))
    }

    /// Answers an operation with an error of this code from now on.
    pub fn fails(&self, name: &'static str, code: &str) -> &Self {
        let error = json!({ "message": "no", "extensions": { "code": code } });
        self.responds(name, json!({ "data": null, "errors": [error] }))
    }

    /// Does not answer an operation from now on.
    pub fn is_silent(&self, name: &'static str, why: Unanswered) -> &Self {
        self.answers.lock().unwrap().insert(name, Err(why));
        self
    }

    fn responds(&self, name: &'static str, response: Value) -> &Self {
        self.answers.lock().unwrap().insert(name, Ok(response));
        self
    }

    /// What was asked under a name, in order.
    pub fn asked(&self, name: &str) -> Vec<Asked> {
        self.asked.lock().unwrap().iter().filter(|asked| asked.name == name).cloned().collect()
    }
}

/// What a mutation answers when it is done.
pub fn done(mutation: &str) -> Value {
    json!({ mutation: { "__typename": "Done", "repeated": false } })
}

/// What a mutation answers when a rule says no.
pub fn refused(mutation: &str, code: &str, message: &str) -> Value {
    json!({ mutation: { "__typename": "Refusal", "code": code, "message": message, "retriable": false } })
}

#[async_trait]
impl Ask for Node {
    async fn ask(&self, who: Who, locale: Locale, operation: Operation) -> Result<Answer, Unanswered> {
        assert!(operation.document.contains(operation.name), "the text goes with its name");
        let Operation { name, variables, .. } = operation;
        self.asked.lock().unwrap().push(Asked { who, locale, name, variables });
        let answers = self.answers.lock().unwrap();
        answers.get(name).cloned().unwrap_or_else(|| panic!("nobody expected {name}"))
    }
}

struct Still;

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        NOW.parse().unwrap()
    }
}

#[derive(Default)]
struct Counted(AtomicU64);

impl Ids for Counted {
    fn id(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::Relaxed)) + (0x7_000 << 64))
    }
}

/// Two networks of fiction.
pub fn networks() -> Vec<Network> {
    let brussels = json!({
        "id": "brussels",
        "name": { "fr": "Maison des Tilleuls", "nl": "Lindehuis", "ar": "بيت الزيزفون", "en": "Linden House" },
        "phone": "02 555 01 23",
        "email": "accueil@tilleuls.example",
        "clips": [{
            "page": "home",
            "language": "LSFB",
            "title": { "fr": "Bienvenue à la Maison des Tilleuls" },
            "video": "/clips/bienvenue.mp4",
            "poster": "/clips/bienvenue.webp",
            "captions": "/clips/bienvenue.vtt",
            "transcript": { "fr": "Bonjour. Vous pouvez venir sans rendez-vous." },
        }],
    });
    let quebec = json!({ "id": "quebec", "name": { "fr": "Carrefour des Érables" }, "french": "fr-CA" });
    vec![serde_json::from_value(brussels).unwrap(), serde_json::from_value(quebec).unwrap()]
}

pub fn ports(node: &Node, networks: Vec<Network>) -> Ports {
    Ports { ask: Arc::new(node.clone()), clock: Arc::new(Still), ids: Arc::new(Counted::default()), networks }
}

/// The pages of two networks.
pub fn site(node: &Node) -> Router {
    web::router(ports(node, networks())).unwrap()
}

/// A response, read.
pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Seen {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn html(&self) -> Html {
        Html::parse_document(self.text())
    }

    /// The attribute of every element that matches.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let (html, selector) = (self.html(), Selector::parse(selector).unwrap());
        let found = html.select(&selector);
        found.map(|element| element.value().attr(attribute).unwrap_or_default().to_owned()).collect()
    }

    /// The words of what matches, without the marks of direction.
    pub fn words(&self, selector: &str) -> String {
        let (html, selector) = (self.html(), Selector::parse(selector).unwrap());
        let text: String = html.select(&selector).flat_map(|element| element.text()).collect();
        text.replace(['\u{2068}', '\u{2069}'], "").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

async fn sent(site: &Router, request: Request<Body>) -> Seen {
    let response = site.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Seen { status: parts.status, headers: parts.headers, bytes }
}

pub async fn get(site: &Router, path: &str) -> Seen {
    get_with(site, path, &[]).await
}

pub async fn get_with(site: &Router, path: &str, headers: &[(&str, &str)]) -> Seen {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    sent(site, request.body(Body::empty()).unwrap()).await
}

/// Sends a form as a page of ours does.
pub async fn post(site: &Router, path: &str, fields: &[(&str, &str)]) -> Seen {
    post_with(site, path, fields, &[("sec-fetch-site", "same-origin")]).await
}

pub async fn post_with(site: &Router, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Seen {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let mut request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    sent(site, request.body(Body::from(body)).unwrap()).await
}

/// Every page that can be looked at, in one language.
pub fn pages(language: &str) -> Vec<String> {
    let network = format!("/{language}/brussels");
    let mut pages = vec![format!("/{language}"), network.clone(), format!("/{language}/l/{TOKEN}")];
    for end in
        ["meetings", "help", "help?need=safety&language=ara", "easy", "privacy", "accessibility", "visit"]
    {
        pages.push(format!("{network}/{end}"));
    }
    pages.push(format!("{network}/help/{SERVICE}"));
    pages
}
