//! The commands of the binary, one module each.

pub(crate) mod backup;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod invite;
pub(crate) mod rebuild;
pub(crate) mod restore;
pub(crate) mod serve;

/// Starts the log.
pub(crate) fn log(filter: &str, json: bool) -> anyhow::Result<()> {
    use anyhow::Context;
    let filter = tracing_subscriber::EnvFilter::try_new(filter).context("log: not a tracing filter")?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Started twice only in tests of this process.
    let _ = if json { log.json().try_init() } else { log.try_init() };
    Ok(())
}

/// Starts the metrics.
pub(crate) fn metrics() -> anyhow::Result<metrics_exporter_prometheus::PrometheusHandle> {
    Ok(metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder()?)
}
