//! What every answer says to browsers: nothing comes from elsewhere, nothing runs that is not ours.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What a page of ours may load: its style, its pictures, its films. No script at all.
pub(crate) const PAGE: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What files of the app may do when they are opened by themselves.
pub(crate) const FILE: &str =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/// The policy of a shell: its own scripts, and the inline ones whose digests the build gives.
pub(crate) fn shell(scripts: &[String], styles: &[String]) -> String {
    let hashes = |list: &[String]| list.iter().map(|hash| format!(" 'sha256-{hash}'")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self'{}; style-src 'self'{}; img-src 'self' data: blob:; media-src 'self'; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
        hashes(scripts),
        hashes(styles)
    )
}

/// What never differs.
const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// Writes them all.
pub(crate) fn write(headers: &mut HeaderMap, policy: &str) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Policies are made of digests and words of ours, so this cannot fail; without it nothing may load.
    let policy = HeaderValue::from_str(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
}
