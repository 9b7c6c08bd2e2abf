//! Signing in over HTTP: JSON under `/access/`, because it sets cookies.
//!
//! Every request that changes something is a POST of JSON from a page of this site, with the header
//! `x-entraide: 1`. Whoever is let in gets a cookie; a role is chosen, and everything else is GraphQL.
//! Read on: `coming_in` (links, passwords, second factors, a demonstration), `elsewhere` (passkeys, the
//! sign-ins of organisations), `inside` (roles, PIN, sessions, one's own proofs),
//! `ways` (what can be known before anybody is in).

mod coming_in;
mod elsewhere;
mod inside;
mod ways;

use std::sync::Arc;

use access::sign_in::{Came, DoorRefusal, Opened, SignIn, Where};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use graph::ports::Trouble;
use graph::{Caller, Locale};
use kernel::Refused;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use uuid::Uuid;

pub use ways::Named;

use crate::cookies::{self, KNOWN, SESSION, cookie};
use crate::http::guarded;
use crate::who::{Unfit, device, is_json, is_ours, locale, same_site};

/// The people of a demonstration, who come in by one click.
pub trait DemoPeople: Send + Sync {
    /// Somebody by name and network, such as `nora-brussels`.
    fn person(&self, who: &str) -> Option<Caller>;
}

/// What the routes stand on.
#[derive(Clone)]
pub struct Door {
    /// Accounts and their proofs.
    pub sign_in: SignIn,
    /// The people of a demonstration; nobody in a node that serves.
    pub demo: Option<Arc<dyn DemoPeople>>,
    /// The networks of the node, as whoever comes in chooses among them.
    pub networks: Arc<[Named]>,
}

/// What a request brings beside its body.
struct Asked {
    session: Option<String>,
    place: Where,
    locale: Option<Locale>,
}

impl Asked {
    /// The cookie of the session.
    fn session(&self) -> Result<&str, Trouble> {
        let ended = || Trouble::Refused(Refused::from(access::AccessRefusal::SessionEnded));
        self.session.as_deref().ok_or_else(ended)
    }
}

/// What goes out: JSON, and cookies.
struct Answer {
    body: Value,
    cookies: Vec<Option<HeaderValue>>,
}

impl Answer {
    fn of(body: Value) -> Self {
        Self { body, cookies: vec![] }
    }

    /// Somebody is in, or goes on under a new token.
    fn opened(opened: &Opened) -> Self {
        Self::opened_with(opened, json!({}))
    }

    fn opened_with(opened: &Opened, more: Value) -> Self {
        let session = &opened.session;
        let mut body = json!({
            "signedIn": true,
            "session": session.id,
            "network": session.holder.network,
            "account": session.holder.account,
            "facet": session.facet,
            "shared": session.shared,
            "overAt": session.over_at,
        });
        if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
            body.extend(more);
        }
        let mut cookies = vec![cookies::session(opened.token.as_str())];
        cookies.extend(opened.known.as_ref().map(|known| cookies::known(known.as_str())));
        Self { body, cookies }
    }

    /// Nobody is in any more.
    fn out(body: Value) -> Self {
        Self { body, cookies: vec![cookies::none(SESSION)] }
    }
}

/// In, or half way.
fn came(came: &Came) -> Answer {
    match came {
        Came::In(opened) => Answer::opened(opened),
        Came::HalfWay(step) => {
            Answer::of(json!({ "signedIn": false, "next": "secondFactor", "step": step.as_str() }))
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = told(StatusCode::OK, &self.body);
        for cookie in self.cookies.into_iter().flatten() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        response
    }
}

fn told(status: StatusCode, body: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    (status, [(CONTENT_TYPE, kind)], body.to_string()).into_response()
}

macro_rules! acting {
    ($act:path) => {
        post(async |State(door): State<Door>, headers: HeaderMap, body: Bytes| {
            match asked(&door, &headers, &body) {
                Ok((asked, input)) => {
                    let locale = asked.locale;
                    match $act(&door, asked, input).await {
                        Ok(answer) => answer.into_response(),
                        Err(trouble) => refused(&door, locale, trouble),
                    }
                }
                Err(response) => response,
            }
        })
    };
}

macro_rules! reading {
    ($act:path) => {
        get(async |State(door): State<Door>, headers: HeaderMap| {
            if let Err(unfit) = same_site(&headers) {
                return not_taken(&unfit);
            }
            let asked = match brought(&headers) {
                Ok(asked) => asked,
                Err(response) => return response,
            };
            let locale = asked.locale;
            match $act(&door, asked).await {
                Ok(answer) => answer.into_response(),
                Err(trouble) => refused(&door, locale, trouble),
            }
        })
    };
}

/// The routes under `/access/`.
pub fn routes(door: Door) -> Router {
    let mut router = Router::new()
        .route("/access/invitation/accept", acting!(coming_in::invitation))
        .route("/access/recovery/complete", acting!(coming_in::recovery))
        .route("/access/password/sign-in", acting!(coming_in::password))
        .route("/access/second-factor/sign-in", acting!(coming_in::second_factor))
        .route("/access/passkey/begin", acting!(elsewhere::begin_passkey))
        .route("/access/passkey/sign-in", acting!(elsewhere::passkey))
        .route("/access/passkey/add/begin", acting!(elsewhere::begin_adding))
        .route("/access/passkey/add/finish", acting!(elsewhere::finish_adding))
        .route("/access/outside/begin", acting!(elsewhere::go_out))
        .route("/access/outside/link", acting!(elsewhere::link))
        .route("/access/outside/back", get(elsewhere::come_back))
        .route("/access/role", acting!(inside::role))
        .route("/access/pin", acting!(inside::pin))
        .route("/access/lock", acting!(inside::lock))
        .route("/access/resume", acting!(inside::resume))
        .route("/access/sign-out", acting!(inside::sign_out))
        .route("/access/password/change", acting!(inside::password))
        .route("/access/second-factor/enrol", acting!(inside::enrol))
        .route("/access/second-factor/confirm", acting!(inside::confirm))
        .route("/access/sessions/end", acting!(inside::end))
        .route("/access/sessions/end-all", acting!(inside::end_all))
        .route("/access/ways", get(ways::ways))
        .route("/access/policies", reading!(ways::policies))
        .route("/access/me", reading!(inside::me))
        .route("/access/sessions", reading!(inside::sessions));
    if door.demo.is_some() {
        router = router.route("/access/demo/{who}", post(coming_in::demo));
    }
    guarded(router.with_state(door))
}

/// What a request brings, and its body, if a page of this site may have sent it.
#[allow(clippy::result_large_err, reason = "the answer to a request that is not looked at")]
fn asked<I: DeserializeOwned>(door: &Door, headers: &HeaderMap, body: &[u8]) -> Result<(Asked, I), Response> {
    same_site(headers).and_then(|()| is_json(headers)).map_err(|unfit| not_taken(&unfit))?;
    if !is_ours(headers) {
        let missing = Trouble::Refused(DoorRefusal::RequestHeaderMissing.into());
        return Err(refused(door, locale(headers), missing));
    }
    let asked = brought(headers)?;
    let input = serde_json::from_slice(body).map_err(|error| {
        let message = format!("body: {}", shape(&error));
        told(StatusCode::BAD_REQUEST, &json!({ "code": "BAD_REQUEST", "message": message }))
    })?;
    Ok((asked, input))
}

/// What is wrong with a body, without a word of it: it holds passwords.
fn shape(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        serde_json::error::Category::Data => "a field is missing or of another kind",
        _ => "not JSON",
    };
    format!("{what}, line {} column {}", error.line(), error.column())
}

#[allow(clippy::result_large_err, reason = "the answer to a request that is not looked at")]
fn brought(headers: &HeaderMap) -> Result<Asked, Response> {
    let device = device(headers).map_err(|message| {
        told(StatusCode::BAD_REQUEST, &json!({ "code": "BAD_REQUEST", "message": message }))
    })?;
    let place = Where { device, shared: false, known: cookie(headers, KNOWN) };
    Ok(Asked { session: cookie(headers, SESSION), place, locale: locale(headers) })
}

fn not_taken(unfit: &Unfit) -> Response {
    told(unfit.0, &json!({ "code": unfit.1, "message": unfit.2 }))
}

/// Why not, as it is told.
struct Refusal {
    status: StatusCode,
    code: String,
    message: String,
    details: Map<String, Value>,
    /// Seconds after which it may be tried again.
    wait: Option<u64>,
}

/// Why not, in the language of the request.
fn refusal(door: &Door, locale: Option<Locale>, trouble: Trouble) -> Refusal {
    let (code, details) = match trouble {
        Trouble::Refused(refused) => (refused.code, refused.arguments),
        Trouble::Overloaded => ("OVERLOADED".to_owned(), Map::new()),
        Trouble::Unavailable(_) | Trouble::NotYet(_) => ("UNAVAILABLE".to_owned(), Map::new()),
        trouble => return fault(&trouble),
    };
    let message = door.sign_in.ports().wording.say(locale.unwrap_or_default(), &code, &details);
    let wait = details.get("seconds").and_then(Value::as_u64);
    Refusal { status: status(&code), code, message, details, wait }
}

/// The status that says of what kind a refusal is.
fn status(code: &str) -> StatusCode {
    match code {
        "SIGN_IN_WRONG"
        | "SESSION_ENDED"
        | "SESSION_LOCKED"
        | "SECOND_FACTOR_WRONG"
        | "SECOND_FACTOR_USED"
        | "RECOVERY_CODE_UNKNOWN"
        | "SIGN_IN_STEP_EXPIRED"
        | "PIN_WRONG"
        | "PIN_WIPED"
        | "PASSKEY_NOT_VALID" => StatusCode::UNAUTHORIZED,
        "TOO_MANY_ATTEMPTS" => StatusCode::TOO_MANY_REQUESTS,
        "SIGN_IN_BUSY" | "OVERLOADED" | "UNAVAILABLE" | "OUTSIDE_SIGN_IN_UNREACHABLE" => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::FORBIDDEN,
    }
}

fn refused(door: &Door, locale: Option<Locale>, trouble: Trouble) -> Response {
    let Refusal { status, code, message, details, wait } = refusal(door, locale, trouble);
    let body = if status == StatusCode::INTERNAL_SERVER_ERROR {
        json!({ "code": code, "message": message })
    } else {
        json!({ "code": code, "message": message, "details": details })
    };
    let mut response = told(status, &body);
    if let Some(wait) = wait {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

/// Told to the log under an id; the client learns the id only.
fn fault(trouble: &Trouble) -> Refusal {
    #[allow(clippy::disallowed_methods, reason = "an adapter: the id of a log line")]
    let id = Uuid::new_v4();
    tracing::error!(%id, %trouble, "a fault");
    let message = format!("something went wrong on our side; tell a coordinator this number: {id}");
    let (status, code) = (StatusCode::INTERNAL_SERVER_ERROR, "FAULT".to_owned());
    Refusal { status, code, message, details: Map::new(), wait: None }
}
