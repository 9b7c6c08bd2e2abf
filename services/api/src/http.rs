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
use axum::http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, WWW_AUTHENTICATE};
use axum::http::{Method, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::StreamExt;
use futures_util::stream;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, NotForContentType, Predicate, SizeAbove};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::authenticate::{Admitted, Authenticate};
use crate::by_token::within_its_token;
use crate::documents::Documents;
use crate::gate::{Gate, code, error, refused};
use crate::traced::OfThePages;
use crate::who::{Unfit, admitted, ended, is_json, same_site, unfit};

/// The largest request: a page of notes in Arabic with room to spare.
pub const LARGEST_BODY: usize = 256 * 1024;

/// What the routes share.
#[derive(Clone)]
pub struct Face {
    /// The gate.
    pub gate: Gate,
    /// Who is who.
    pub authenticate: Arc<dyn Authenticate>,
    /// Which operations are run.
    pub documents: Documents,
}

/// An answer shorter than this fits into a packet or two as it is.
const LONG: u64 = 1_024;

/// Packs long answers for who takes them: a list is a sixth of its length then, and a line in a cellar is slow. What is
/// followed goes out as it comes. That lengths tell something of what is packed helps nobody who cannot make the
/// asker send it: no page of another site can ([`same_site`]).
fn packed() -> CompressionLayer<And<SizeAbove, NotForContentType>> {
    CompressionLayer::new().gzip(true).compress_when(SizeAbove::new(LONG).and(NotForContentType::SSE))
}

/// The routes of the API.
pub fn routes(face: Face) -> Router {
    let router = Router::new()
        .route("/graphql", post(graphql).fallback(only_post).layer(packed()))
        .route("/graphql/ws", get(crate::socket::upgrade))
        .with_state(face);
    guarded(router)
}

/// What every answer of the API says to browsers: nothing of it is a page.
const HEADERS: [(&str, &str); 8] = [
    ("x-content-type-options", "nosniff"),
    ("cache-control", "no-store"),
    (
        "content-security-policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Routes with bounded bodies, masked panics and the headers of the API.
pub(crate) fn guarded(router: Router) -> Router {
    let router = router.layer(DefaultBodyLimit::max(LARGEST_BODY)).layer(CatchPanicLayer::custom(|_| {
        tracing::error!("a request panicked");
        (StatusCode::INTERNAL_SERVER_ERROR, "something went wrong on our side").into_response()
    }));
    HEADERS.into_iter().fold(router, |router, (name, value)| {
        let (name, value) = (HeaderName::from_static(name), HeaderValue::from_static(value));
        router.layer(SetResponseHeaderLayer::if_not_present(name, value))
    })
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
    let Sent { document, text, mut request } = match read(&body) {
        Ok(sent) => sent,
        Err(what) => return answer(StatusCode::BAD_REQUEST, form, &refused(error("BAD_REQUEST", what))),
    };
    let admitted = match admitted(&face, &headers).await {
        Ok(admitted) => admitted,
        Err(what) => return answer(unfit(&what), form, &refused(what)),
    };
    request.query = match face.documents.text(document.as_deref(), text, &admitted) {
        Ok(text) => text,
        Err(what) => return answer(StatusCode::BAD_REQUEST, form, &refused(what)),
    };
    if document.is_some() {
        request = request.data(OfThePages);
    }
    if let Err(what) = within_its_token(&face, &admitted, &mut request) {
        return answer(StatusCode::FORBIDDEN, form, &refused(what));
    }
    if form == Form::Events {
        return events(&face, admitted, request);
    }
    let caller = admitted.caller;
    let response = face.gate.run(caller, request).await;
    // The older form says 200 for whatever was a well-formed GraphQL request, errors or not.
    let status = if form == Form::Json { StatusCode::OK } else { status(&response) };
    answer(status, form, &response)
}

/// What was sent: a document by its id, or a text, and the rest of the request.
struct Sent {
    document: Option<String>,
    text: Option<String>,
    request: Request,
}

/// The request in a body: one operation, never a batch.
fn read(body: &[u8]) -> Result<Sent, String> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Body {
        #[serde(default)]
        document_id: Option<String>,
        #[serde(default)]
        query: Option<String>,
        #[serde(default)]
        operation_name: Option<String>,
        #[serde(default)]
        variables: Option<serde_json::Map<String, serde_json::Value>>,
        #[serde(default)]
        extensions: Option<serde_json::Map<String, serde_json::Value>>,
    }
    // Where it went wrong, not what stands there: words of a visit belong in no message.
    let body: Body = serde_json::from_slice(body).map_err(|error| {
        let place = (error.line(), error.column());
        let what = "one JSON object with a query or a documentId is expected";
        format!("body: {what}; it is none from line {}, column {} on", place.0, place.1)
    })?;
    drop(body.extensions);
    let mut request = Request::new(String::new());
    if let Some(variables) = body.variables {
        request = request.variables(Variables::from_json(serde_json::Value::Object(variables)));
    }
    if let Some(name) = body.operation_name {
        request = request.operation_name(name);
    }
    Ok(Sent { document: body.document_id, text: body.query, request })
}

fn events(face: &Face, admitted: Admitted, request: Request) -> Response {
    let json = |response: &Answer| serde_json::to_string(response).unwrap_or_default();
    let out = ended(Arc::clone(&face.authenticate), admitted.clone());
    let next = face
        .gate
        .stream(admitted.caller, request)
        .take_until(Box::pin(out))
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
