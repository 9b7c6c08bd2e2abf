//! What is counted and traced of every HTTP request: its route, never its address. An address may hold a
//! token, and a query what somebody looked for.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use opentelemetry::propagation::TextMapPropagator;
use opentelemetry::trace::TraceContextExt;
use opentelemetry_http::HeaderExtractor;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::field::Empty;
use tracing::{Instrument, Span, debug_span};
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// Routes that monitors ask all day long: counted, not traced.
const ASKED_ALL_DAY: [&str; 3] = ["/health/live", "/health/ready", "/metrics"];

/// Counts, times and traces a request.
pub(crate) async fn observed(request: Request, next: Next) -> Response {
    let method = word(request.method());
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let route = route.map_or("other".to_owned(), in_any_language);
    let span = if ASKED_ALL_DAY.contains(&route.as_str()) {
        Span::none()
    } else {
        debug_span!(
            "http",
            otel.name = format_args!("{method} {route}"),
            otel.kind = "server",
            http.request.method = method,
            http.route = route,
            http.response.status_code = Empty,
        )
    };
    link(&span, request.headers());
    let started = tokio::time::Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    let status = response.status();
    span.record("http.response.status_code", i64::from(status.as_u16()));
    let labels =
        [("method", method.to_owned()), ("route", route), ("status", format!("{}xx", status.as_u16() / 100))];
    metrics::histogram!("entraide_http_seconds", &labels).record(started.elapsed().as_secs_f64());
    response
}

/// A sender may say by `traceparent` what trace its request belongs to. Anybody may say anything there, so
/// it is a link and no parent: a stranger decides neither what our traces are called nor which of them are
/// kept, and cannot put a span into the trace of somebody else. Nothing of ours goes out: neither an
/// answer nor a request of ours carries the header.
fn link(span: &Span, headers: &HeaderMap) {
    if span.is_disabled() || !headers.contains_key("traceparent") {
        return;
    }
    let context = TraceContextPropagator::new().extract(&HeaderExtractor(headers));
    let from = context.span().span_context().clone();
    if from.is_valid() {
        span.add_link(from);
    }
}

/// The methods by name; a sender may invent others.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// A route without the language it begins with: four times as many figures would say nothing more.
fn in_any_language(route: &str) -> String {
    let rest = route.trim_start_matches('/');
    let (first, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if first.len() == 2 { format!("/{{language}}{rest}") } else { route.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted_without_their_language() {
        for (route, counted) in [
            ("/fr/{network}/meetings", "/{language}/{network}/meetings"),
            ("/ar", "/{language}"),
            ("/", "/"),
            ("/graphql", "/graphql"),
            ("/l/{token}", "/l/{token}"),
        ] {
            assert_eq!(in_any_language(route), counted);
        }
    }
}
