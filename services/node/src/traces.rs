//! Traces for a collector, by OTLP over HTTP; off unless somebody says where to.
//!
//! A span has the words of the schema, kinds, counts and positions: no text that was sent, no name, no
//! account, no address, no network. Log lines are not sent along. Which spans there are is said where they
//! are made: `observed.rs` (a request), `api` (an operation and its fields), `journal` (a command, an
//! append), `readmodel` (a fold).

use anyhow::Context;
use async_trait::async_trait;
use axum::body::Bytes;
use axum::http::{Request, Response};
use clap::Args;
use opentelemetry::trace::TracerProvider;
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use tokio::runtime::Handle;
use tracing::{Level, Metadata};
use tracing_opentelemetry::OpenTelemetryLayer;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;
use url::Url;

/// What we are called among others, unless `OTEL_SERVICE_NAME` says otherwise.
const NAME: &str = "entraide";
/// The crates whose spans are sent: ours, and no library's.
const OURS: [&str; 4] = ["entraide", "api", "journal", "readmodel"];
/// Where a collector takes traces, below its address.
const PATH: &str = "v1/traces";

/// Where traces go, on the command line and in the environment.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct TraceFlags {
    /// Send traces to the OpenTelemetry collector at this address, by HTTP, such as <http://127.0.0.1:4318>;
    /// none are made without it.
    #[arg(long = "traces", env = "OTEL_EXPORTER_OTLP_ENDPOINT", value_name = "URL")]
    traces: Option<String>,
}

impl TraceFlags {
    /// The address, or the one of the configuration file.
    pub(crate) fn collector(&self, file: Option<String>) -> anyhow::Result<Option<Url>> {
        // An empty variable is one that was not set: what starts us may pass it on either way.
        let said = self.traces.clone().filter(|said| !said.is_empty()).or(file);
        let Some(said) = said else { return Ok(None) };
        let address: Url = said.parse().context("traces: an address such as http://127.0.0.1:4318")?;
        if !matches!(address.scheme(), "http" | "https") {
            anyhow::bail!("traces: {}: they leave by http or https", address.scheme());
        }
        Ok(Some(address))
    }
}

/// Traces on their way to a collector, or none.
#[derive(Debug, Default)]
pub(crate) struct Traces(Option<SdkTracerProvider>);

impl Traces {
    /// To a collector at an address such as <http://127.0.0.1:4318>; nowhere without one.
    ///
    /// What else the environment says by OpenTelemetry's own names holds: `OTEL_EXPORTER_OTLP_HEADERS`,
    /// `OTEL_TRACES_SAMPLER`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_BSP_*`.
    pub(crate) fn to(collector: Option<&Url>) -> anyhow::Result<Self> {
        let Some(collector) = collector else { return Ok(Self::default()) };
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(Post::new()?)
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(below(collector).as_str())
            .build()
            .context("traces: they cannot be sent there")?;
        let resource = if std::env::var_os("OTEL_SERVICE_NAME").is_some() {
            Resource::builder()
        } else {
            Resource::builder().with_service_name(NAME)
        };
        let version = opentelemetry::KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let resource = resource.with_attribute(version).build();
        let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource);
        Ok(Self(Some(provider.build())))
    }

    /// What takes spans, when they go anywhere.
    pub(crate) fn layer<S>(&self) -> Option<impl Layer<S> + Send + Sync + use<S>>
    where
        S: tracing::Subscriber + for<'a> LookupSpan<'a> + Send + Sync,
    {
        let provider = self.0.as_ref()?;
        let layer: OpenTelemetryLayer<S, SdkTracer> = tracing_opentelemetry::layer()
            .with_tracer(provider.tracer(NAME))
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            // Nothing of ours asks OpenTelemetry which span it is in.
            .with_context_activation(false)
            .with_tracked_inactivity(false);
        Some(layer.with_filter(filter_fn(ours).with_max_level_hint(Level::DEBUG)))
    }

    /// Sends what waits, then ends: before the node's runtime does.
    pub(crate) async fn end(self) {
        let Some(provider) = self.0 else { return };
        // It waits for its own thread, which waits for this runtime.
        match tokio::task::spawn_blocking(move || provider.shutdown()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the last traces were not sent"),
            Err(error) => tracing::warn!(%error, "the last traces were not sent"),
        }
    }
}

/// Spans of ours. Log lines may hold what a storage or a mail server said, so none is sent.
fn ours(metadata: &Metadata<'_>) -> bool {
    let crate_of = metadata.target().split("::").next().unwrap_or_default();
    metadata.is_span() && *metadata.level() <= Level::DEBUG && OURS.contains(&crate_of)
}

/// Where traces are taken at a collector's address, which may already say so.
fn below(collector: &Url) -> Url {
    let mut address = collector.clone();
    if !address.path().trim_end_matches('/').ends_with(PATH) {
        let path = format!("{}/{PATH}", address.path().trim_end_matches('/'));
        address.set_path(&path);
    }
    address
}

/// The client that is here for signing in elsewhere as well. Spans are sent from a thread of their own,
/// which has no runtime; so each request is made on the node's.
#[derive(Debug)]
struct Post {
    client: reqwest::Client,
    runtime: Handle,
}

impl Post {
    fn new() -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        let client = client.build().context("traces: no client")?;
        Ok(Self { client, runtime: Handle::current() })
    }
}

#[async_trait]
impl HttpClient for Post {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let client = self.client.clone();
        let sent = self.runtime.spawn(async move {
            let (head, body) = request.into_parts();
            let request = client.request(head.method, head.uri.to_string()).headers(head.headers);
            let answer = request.body(body).send().await?;
            let status = answer.status();
            Ok::<_, HttpError>(Response::builder().status(status).body(answer.bytes().await?)?)
        });
        sent.await?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_added_once() {
        for (said, asked) in [
            ("http://127.0.0.1:4318", "http://127.0.0.1:4318/v1/traces"),
            ("http://127.0.0.1:4318/", "http://127.0.0.1:4318/v1/traces"),
            ("https://collector.example/otlp", "https://collector.example/otlp/v1/traces"),
            ("https://collector.example/v1/traces", "https://collector.example/v1/traces"),
        ] {
            assert_eq!(below(&said.parse().unwrap()).as_str(), asked);
        }
    }
}
