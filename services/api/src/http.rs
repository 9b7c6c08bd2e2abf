//! Strict HTTP: POST with JSON, bounded, negotiated as the GraphQL-over-HTTP specification says.
//!
//! The ready-made extractor takes mutations by GET, `text/plain` and bodies without end; this one
//! does not.

use std::convert::Infallible;
use std::sync::Arc;

use async_graphql::{Request, Response as Answer, Variables};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{
    ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    WWW_AUTHENTICATE,
};
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::StreamExt;
use futures_util::stream;
use graph::{Caller, Locale};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::gate::{Authenticate, Gate, code, error, refused};

/// The largest request: a page of notes in Arabic with room to spare.
pub const LARGEST_BODY: usize = 256 * 1024;

/// The device a request comes from, as it names itself.
const DEVICE: HeaderName = HeaderName::from_static("x-device");
const TRACE: HeaderName = HeaderName::from_static("traceparent");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What the routes share.
#[derive(Clone)]
pub struct Face {
    /// The gate.
    pub gate: Gate,
    /// Who is who.
    pub authenticate: Arc<dyn Authenticate>,
}

/// The routes of the API.
pub fn routes(face: Face) -> Router {
    let nosniff = SetResponseHeaderLayer::overriding(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    let unstored = SetResponseHeaderLayer::if_not_present(
        HeaderName::from_static("cache-control"),
        HeaderValue::from_static("no-store"),
    );
    Router::new()
        .route("/graphql", post(graphql).fallback(only_post))
        .route("/graphql/ws", get(crate::socket::upgrade))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(|_| {
            tracing::error!("a request panicked");
            (StatusCode::INTERNAL_SERVER_ERROR, "something went wrong on our side").into_response()
        }))
        .layer(nosniff)
        .layer(unstored)
        .with_state(face)
}

async fn only_post(method: Method) -> Response {
    let what = error("METHOD", format!("{method}: send operations by POST"));
    let mut response = answer(StatusCode::METHOD_NOT_ALLOWED, Form::Response, &refused(what));
    response.headers_mut().insert("allow", HeaderValue::from_static("POST"));
    response
}

/// In which form the answer goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `application/graphql-response+json`: the status says what happened.
    Response,
    /// `application/json`: 200 whenever the operation was well formed.
    Json,
    /// `text/event-stream`: a stream of responses.
    Events,
}

/// The form a client accepts; none is 406.
fn negotiated(headers: &HeaderMap) -> Option<Form> {
    let Some(accept) = headers.get(ACCEPT) else { return Some(Form::Response) };
    let mut best: Option<(f32, Form)> = None;
    for part in accept.to_str().ok()?.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let form = match pieces.next()? {
            "application/graphql-response+json" | "*/*" | "application/*" => Form::Response,
            "application/json" => Form::Json,
            "text/event-stream" => Form::Events,
            _ => continue,
        };
        let weight = pieces
            .find_map(|piece| piece.strip_prefix("q="))
            .map_or(Some(1.0), |weight| weight.parse::<f32>().ok())
            .unwrap_or(0.0);
        if weight > 0.0 && best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, form));
        }
    }
    best.map(|(_, form)| form)
}

async fn graphql(
    State(face): State<Face>,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Response {
    let Some(form) = negotiated(&headers) else {
        let what = error(
            "NOT_ACCEPTABLE",
            "accept: application/graphql-response+json, application/json or text/event-stream",
        );
        return answer(StatusCode::NOT_ACCEPTABLE, Form::Response, &refused(what));
    };
    if let Err(Unfit(status, code, what)) = same_site(&headers).and_then(|()| is_json(&headers)) {
        return answer(status, form, &refused(error(code, what)));
    }
    let body = match body {
        Ok(body) => body,
        Err(rejection) => {
            let what = error("BODY", format!("the body cannot be taken: at most {LARGEST_BODY} bytes"));
            return answer(rejection.status(), form, &refused(what));
        }
    };
    let request = match read(&body) {
        Ok(request) => request,
        Err(what) => return answer(StatusCode::BAD_REQUEST, form, &refused(error("BAD_REQUEST", what))),
    };
    let caller = match caller(&face, &headers) {
        Ok(caller) => caller,
        Err(what) => {
            let unknown = code(&what) == Some("UNAUTHENTICATED");
            let status = if unknown { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
            return answer(status, form, &refused(what));
        }
    };
    if form == Form::Events {
        return events(&face, caller, request);
    }
    let response = face.gate.run(caller, request).await;
    // The older form says 200 for whatever was a well-formed GraphQL request, errors or not.
    let status = if form == Form::Json { StatusCode::OK } else { status(&response) };
    answer(status, form, &response)
}

/// Why a request is not looked at: status, code, and the way out.
pub(crate) struct Unfit(pub(crate) StatusCode, &'static str, pub(crate) &'static str);

/// A page of another site must not act for somebody who is signed in here.
pub(crate) fn same_site(headers: &HeaderMap) -> Result<(), Unfit> {
    let forbidden = || Unfit(StatusCode::FORBIDDEN, "CROSS_SITE", "requests from other sites are not taken");
    if let Some(site) = headers.get(FETCH_SITE) {
        return if matches!(site.as_bytes(), b"same-origin" | b"none") { Ok(()) } else { Err(forbidden()) };
    }
    match (headers.get("origin"), headers.get("host")) {
        (None, _) => Ok(()),
        (Some(origin), Some(host)) => {
            let origin = origin.to_str().unwrap_or_default();
            let authority = origin.split_once("://").map_or(origin, |(_, authority)| authority);
            if authority.as_bytes() == host.as_bytes() { Ok(()) } else { Err(forbidden()) }
        }
        (Some(_), None) => Err(forbidden()),
    }
}

fn is_json(headers: &HeaderMap) -> Result<(), Unfit> {
    let text = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut pieces = text.split(';').map(str::trim);
    let json = pieces.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    let utf8 = pieces.all(|piece| match piece.split_once('=') {
        Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
            value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    });
    if json && utf8 {
        Ok(())
    } else {
        let what = "content-type: send application/json in UTF-8";
        Err(Unfit(StatusCode::UNSUPPORTED_MEDIA_TYPE, "CONTENT_TYPE", what))
    }
}

/// The request in a body: one operation, never a batch.
fn read(body: &[u8]) -> Result<Request, String> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Body {
        query: String,
        #[serde(default)]
        operation_name: Option<String>,
        #[serde(default)]
        variables: Option<serde_json::Map<String, serde_json::Value>>,
        #[serde(default)]
        extensions: Option<serde_json::Map<String, serde_json::Value>>,
    }
    let body: Body = serde_json::from_slice(body)
        .map_err(|error| format!("body: one JSON object with a query is expected ({error})"))?;
    drop(body.extensions);
    let mut request = Request::new(body.query);
    if let Some(variables) = body.variables {
        request = request.variables(Variables::from_json(serde_json::Value::Object(variables)));
    }
    if let Some(name) = body.operation_name {
        request = request.operation_name(name);
    }
    Ok(request)
}

/// Who sends a request, on which device, in which language.
fn caller(face: &Face, headers: &HeaderMap) -> Result<Caller, async_graphql::ServerError> {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let mut caller =
        face.authenticate.caller(text(&AUTHORIZATION)).map_err(|why| error("UNAUTHENTICATED", why))?;
    if let Some(locale) = text(&ACCEPT_LANGUAGE).and_then(Locale::accepted) {
        caller.locale = locale;
    }
    if let Some(device) = text(&DEVICE) {
        caller.device = Some(device.parse().map_err(|why| error("BAD_REQUEST", format!("x-device: {why}")))?);
    }
    caller.trace = text(&TRACE).and_then(trace_id);
    Ok(caller)
}

/// The trace id of a W3C `traceparent`.
fn trace_id(header: &str) -> Option<String> {
    let id = header.split('-').nth(1)?;
    (id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| id.to_ascii_lowercase())
}

fn events(face: &Face, caller: Caller, request: Request) -> Response {
    let json = |response: &Answer| serde_json::to_string(response).unwrap_or_default();
    let next = face
        .gate
        .stream(caller, request)
        .map(move |response| Event::default().event("next").data(json(&response)));
    let complete = stream::once(async { Event::default().event("complete").data("") });
    Sse::new(next.chain(complete).map(Ok::<_, Infallible>)).keep_alive(KeepAlive::default()).into_response()
}

/// The status of a response: by the first error that came before anything ran.
fn status(response: &Answer) -> StatusCode {
    if response.errors.is_empty() || response.data != async_graphql::Value::Null {
        return StatusCode::OK;
    }
    match response.errors.first().and_then(code) {
        Some("FORBIDDEN") => StatusCode::FORBIDDEN,
        Some("UNAUTHENTICATED") => StatusCode::UNAUTHORIZED,
        Some("TOO_MANY_GUESSES") => StatusCode::TOO_MANY_REQUESTS,
        Some("TIMEOUT" | "OVERLOADED" | "UNAVAILABLE") => StatusCode::SERVICE_UNAVAILABLE,
        // With a path, execution had begun: it is a GraphQL answer with errors.
        _ if response.errors.iter().any(|error| !error.path.is_empty()) => StatusCode::OK,
        Some("FAULT") => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    }
}

fn answer(status: StatusCode, form: Form, response: &Answer) -> Response {
    let kind = match form {
        Form::Json => "application/json; charset=utf-8",
        Form::Response | Form::Events => "application/graphql-response+json; charset=utf-8",
    };
    let body = serde_json::to_vec(response).unwrap_or_default();
    let mut response = (status, [(CONTENT_TYPE, HeaderValue::from_static(kind))], body).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
