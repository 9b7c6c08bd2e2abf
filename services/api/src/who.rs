//! Who sends a request, and from where: what a browser says of the page behind it, and what the request
//! shows of its sender.

use std::sync::Arc;
use std::time::Duration;

use access::sign_in::DoorRefusal;
use async_graphql::ServerError;
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName};
use graph::Locale;
use kernel::DeviceId;
use tokio::time::MissedTickBehavior;

use crate::authenticate::{Admitted, Authenticate, NotAdmitted, Presented};
use crate::cookies::{SESSION, cookie};
use crate::gate::{code, error};
use crate::http::Face;

/// The device a request comes from, as it names itself.
const DEVICE: HeaderName = HeaderName::from_static("x-device");
const TRACE: HeaderName = HeaderName::from_static("traceparent");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What only a page of this site can send along: a page of another site would have to ask first.
pub(crate) const OURS: HeaderName = HeaderName::from_static("x-entraide");

/// Why a request is not looked at: status, code, and the way out.
pub(crate) struct Unfit(pub(crate) StatusCode, pub(crate) &'static str, pub(crate) &'static str);

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

pub(crate) fn is_json(headers: &HeaderMap) -> Result<(), Unfit> {
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

/// The language a request asks for.
pub(crate) fn locale(headers: &HeaderMap) -> Option<Locale> {
    headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Locale::accepted)
}

/// The device a request names.
pub(crate) fn device(headers: &HeaderMap) -> Result<Option<DeviceId>, String> {
    let named = headers.get(DEVICE).map(|value| value.to_str().unwrap_or_default());
    named.map(str::parse).transpose().map_err(|why| format!("x-device: {why}"))
}

/// Whether a page of this site sent it, when a browser may have sent it by itself.
pub(crate) fn is_ours(headers: &HeaderMap) -> bool {
    headers.get(OURS).is_some_and(|value| value.as_bytes() == b"1")
}

/// Who sends a request, on which device, in which language.
pub(crate) async fn admitted(face: &Face, headers: &HeaderMap) -> Result<Admitted, ServerError> {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let session = cookie(headers, SESSION);
    let presented = Presented { authorization: text(&AUTHORIZATION), session: session.as_deref() };
    let wanted = locale(headers);
    if presented.by_cookie() && !is_ours(headers) {
        return Err(door(face, wanted, DoorRefusal::RequestHeaderMissing));
    }
    let mut admitted =
        face.authenticate.admit(presented).await.map_err(|why| not_admitted(face, wanted, why))?;
    let caller = &mut admitted.caller;
    if let Some(locale) = wanted {
        caller.locale = locale;
    }
    if let Some(device) = device(headers).map_err(|why| error("BAD_REQUEST", why))? {
        // The device a session was opened on stays its device.
        caller.device = caller.device.take().or(Some(device));
    }
    caller.trace = text(&TRACE).and_then(trace_id);
    Ok(admitted)
}

/// Why somebody is not let in, in their language.
pub(crate) fn not_admitted(face: &Face, locale: Option<Locale>, why: NotAdmitted) -> ServerError {
    match why {
        NotAdmitted::Unknown(why) => error("UNAUTHENTICATED", why),
        NotAdmitted::Unavailable => error("UNAVAILABLE", why),
        NotAdmitted::Refused(refused) => {
            let wording = &face.gate.ports().wording;
            let message = wording.say(locale.unwrap_or_default(), &refused.code, &refused.arguments);
            error(&refused.code, message)
        }
    }
}

pub(crate) fn door(face: &Face, locale: Option<Locale>, refusal: impl kernel::Refusal) -> ServerError {
    not_admitted(face, locale, NotAdmitted::Refused(refusal.into()))
}

/// The status of a request that was not looked at because of who sends it.
pub(crate) fn unfit(what: &ServerError) -> StatusCode {
    match code(what) {
        Some("REQUEST_HEADER_MISSING") => StatusCode::FORBIDDEN,
        Some("BAD_REQUEST") => StatusCode::BAD_REQUEST,
        Some("UNAVAILABLE") => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNAUTHORIZED,
    }
}

/// The trace id of a W3C `traceparent`.
fn trace_id(header: &str) -> Option<String> {
    let id = header.split('-').nth(1)?;
    (id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| id.to_ascii_lowercase())
}

/// How often it is asked whether somebody who is served for a long time is still in: with a second to
/// close what is open, twice leaves room.
const ASKED_EVERY: Duration = Duration::from_millis(400);

/// Ends when somebody who was let in is not any more.
pub(crate) async fn ended(authenticate: Arc<dyn Authenticate>, admitted: Admitted) {
    let mut ticks = tokio::time::interval(ASKED_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !authenticate.still(&admitted).await {
            return;
        }
    }
}
