//! A collector of traces: takes what a node sends by OTLP over HTTP, and keeps it.

#![allow(unreachable_pub, reason = "a word of the stories beside it")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::post;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message;
use tokio::net::TcpListener;

/// What has come so far, as it came.
type Kept = Arc<Mutex<Vec<Bytes>>>;

/// A collector that listens.
pub struct Collector {
    /// Where.
    pub address: String,
    kept: Kept,
}

impl Collector {
    /// On a port of its own.
    pub async fn start() -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    /// On a port that is known.
    pub fn on(listener: TcpListener) -> Self {
        let (kept, address) = (Kept::default(), listener.local_addr().unwrap().to_string());
        let routes = Router::new()
            .route("/v1/traces", post(take))
            .layer(DefaultBodyLimit::disable())
            .with_state(Arc::clone(&kept));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { address: format!("http://{address}"), kept }
    }

    /// What has come, as it came.
    pub fn bytes(&self) -> Vec<Bytes> {
        self.kept.lock().unwrap().clone()
    }

    /// Every span that has come.
    pub fn spans(&self) -> Vec<Seen> {
        let requests = self.bytes().into_iter().map(|body| ExportTraceServiceRequest::decode(body).unwrap());
        let resources = requests.flat_map(|request| request.resource_spans);
        let scopes = resources.flat_map(|resource| resource.scope_spans);
        scopes.flat_map(|scope| scope.spans).map(Seen::of).collect()
    }
}

async fn take(State(kept): State<Kept>, body: Bytes) {
    kept.lock().unwrap().push(body);
}

/// A span, as a test looks at it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// What it is called.
    pub name: String,
    /// The trace it is in.
    pub trace: Vec<u8>,
    /// Its own id.
    pub id: Vec<u8>,
    /// The span above it; empty when there is none.
    pub above: Vec<u8>,
    /// The traces it is linked with.
    pub links: Vec<Vec<u8>>,
    told: HashMap<String, String>,
}

impl Seen {
    fn of(span: Span) -> Self {
        let told = span.attributes.into_iter().map(|told| {
            let value = match told.value.and_then(|value| value.value) {
                Some(Value::StringValue(text)) => text,
                Some(Value::IntValue(number)) => number.to_string(),
                other => format!("{other:?}"),
            };
            (told.key, value)
        });
        Self {
            name: span.name,
            trace: span.trace_id,
            id: span.span_id,
            above: span.parent_span_id,
            links: span.links.into_iter().map(|link| link.trace_id).collect(),
            told: told.collect(),
        }
    }

    /// What it says of itself under a name; empty when nothing.
    pub fn told(&self, name: &str) -> &str {
        self.told.get(name).map_or("", String::as_str)
    }
}
