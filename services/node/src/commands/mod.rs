//! The commands of the binary, one module each.

pub(crate) mod backup;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod invite;
pub(crate) mod ready;
pub(crate) mod rebuild;
pub(crate) mod restore;
pub(crate) mod serve;

use anyhow::Context;
use tracing::Subscriber;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::traces::Traces;

/// Starts the log.
pub(crate) fn log(filter: &str, json: bool) -> anyhow::Result<()> {
    log_and_traces(filter, json, &Traces::default())
}

/// Starts the log, and what takes traces if they go anywhere.
pub(crate) fn log_and_traces(filter: &str, json: bool, traces: &Traces) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter).context("log: not a tracing filter")?;
    // Started twice only in tests of this process.
    let _ = match traces.layer() {
        None => tracing_subscriber::registry().with(filter).with(lines(json)).try_init(),
        // What the log leaves out may be in the traces: the filter is the log's only.
        Some(layer) => {
            tracing_subscriber::registry().with(layer).with(lines(json).with_filter(filter)).try_init()
        }
    };
    Ok(())
}

fn lines<S>(json: bool) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'a> LookupSpan<'a> + Send + Sync,
{
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    if json { lines.json().boxed() } else { lines.boxed() }
}
