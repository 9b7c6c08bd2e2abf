//! The cookies of a session and of a known device: for this site alone, and for no script.

use axum::http::header::{COOKIE, HeaderMap, HeaderValue};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};

/// The cookie of a session; the prefix makes browsers refuse it from anywhere but this host over TLS.
pub(crate) const SESSION: &str = "__Host-entraide";
/// The cookie by which a device is known; it opens nothing.
pub(crate) const KNOWN: &str = "__Host-entraide-device";
/// The cookie of a sign-in that went out to an organisation and is to come back.
pub(crate) const OUTSIDE: &str = "__Host-entraide-outside";

/// How long a device stays known, in days.
const KNOWN_DAYS: i64 = 180;

/// The value of a cookie of a request.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// The session that a request shows by its cookie.
pub fn session_shown(headers: &HeaderMap) -> Option<String> {
    cookie(headers, SESSION)
}

fn ours<'a>(name: &'a str, value: &'a str) -> cookie::CookieBuilder<'a> {
    Cookie::build((name, value)).path("/").secure(true).http_only(true).same_site(SameSite::Strict)
}

/// Sets the cookie of a session: gone with the browser, and sooner with the session.
pub(crate) fn session(token: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&ours(SESSION, token).build().to_string()).ok()
}

/// Sets the cookie by which a device is known. `Lax`, so that it is there when the browser comes back from
/// the sign-in of an organisation: a device that was new each time would crowd out the others. It opens
/// nothing, and goes along with no request that another site makes in the background.
pub(crate) fn known(token: &str) -> Option<HeaderValue> {
    let kept = ours(KNOWN, token).same_site(SameSite::Lax).max_age(Duration::days(KNOWN_DAYS));
    HeaderValue::from_str(&kept.build().to_string()).ok()
}

/// Takes a cookie away.
pub(crate) fn none(name: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&ours(name, "").max_age(Duration::ZERO).build().to_string()).ok()
}

/// Sets the cookie of a way out: the browser comes back from another site, so this one alone is `Lax`.
pub(crate) fn outside(value: &str) -> Option<HeaderValue> {
    let kept = ours(OUTSIDE, value).same_site(SameSite::Lax).max_age(Duration::minutes(10));
    HeaderValue::from_str(&kept.build().to_string()).ok()
}

/// Takes the cookie of a way out away.
pub(crate) fn none_outside() -> Option<HeaderValue> {
    none(OUTSIDE)
}
