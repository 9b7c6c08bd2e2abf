//! Figures for Prometheus: where they are gathered, and those that are looked up when somebody asks.

use std::time::Duration;

use anyhow::Context;
use graph::Ports;
use journal::{Journal, Ledger};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;

/// How often what was measured is gathered. Without it every measurement would stay in memory until
/// somebody asks, and many a node is asked by nobody.
const GATHERED_EVERY: Duration = Duration::from_secs(5);

/// Bounds of times, in seconds: a command on a good disk is a few milliseconds, a page must be there in
/// one second, and the gate gives up after fifteen.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 15.0];
/// Bounds of how many commands one commit takes.
const COMMANDS: [f64; 8] = [1.0, 2.0, 4.0, 8.0, 16.0, 64.0, 256.0, 512.0];

/// What the figures are looked up from.
#[derive(Clone)]
pub(crate) struct Figures {
    handle: PrometheusHandle,
    process: Collector,
}

impl Figures {
    /// Starts to gather.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let bounds = "the bounds of the figures";
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
            .context(bounds)?
            .set_buckets_for_metric(Matcher::Full("entraide_journal_group".to_owned()), &COMMANDS)
            .context(bounds)?
            .install_recorder()?;
        let gathering = handle.clone();
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(GATHERED_EVERY);
            loop {
                ticks.tick().await;
                gathering.run_upkeep();
            }
        });
        let process = Collector::default();
        metrics::gauge!("entraide_build", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
        Ok(Self { handle, process })
    }

    /// All figures, with those that are only looked up when somebody asks.
    pub(crate) async fn tell(&self, ledger: &Ledger, ports: &Ports) -> String {
        self.process.collect();
        let waiting = u32::try_from(ledger.waiting()).unwrap_or(u32::MAX);
        metrics::gauge!("entraide_journal_waiting").set(f64::from(waiting));
        if let Some((open, idle)) = ledger.engine().connections() {
            metrics::gauge!("entraide_journal_connections", "state" => "open").set(f64::from(open));
            metrics::gauge!("entraide_journal_connections", "state" => "idle").set(f64::from(idle));
        }
        if let Some(seconds) = behind(ledger, ports).await {
            metrics::gauge!("entraide_readmodel_lag_seconds").set(seconds);
        }
        self.handle.render()
    }
}

/// How long ago the oldest event was recorded that is not folded yet; the journal is only asked when
/// there is one.
async fn behind(ledger: &Ledger, ports: &Ports) -> Option<f64> {
    let position = ports.rows.position().await;
    if position >= *ledger.hints().borrow() {
        return Some(0.0);
    }
    let next = ledger.read_all(position, None, 1).await.ok()?;
    let since = next.first().map(|event| ports.clock.now() - event.recorded_at);
    Some(since.map_or(0.0, |since| since.as_seconds_f64().max(0.0)))
}
