//! `entraide ready`: asks a node that runs whether it can be used. For machines that have nothing else to
//! ask with: its own image has no shell.

use std::time::Duration;

use anyhow::{Context, ensure};
use clap::Args;
use url::Url;

/// Who waits for longer takes it for a no.
const PATIENCE: Duration = Duration::from_secs(4);

/// `entraide ready`
#[derive(Debug, Args)]
pub(crate) struct Ready {
    /// Where the node listens.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    address: Url,
}

pub(crate) async fn run(ready: Ready) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?;
    let asked = ready.address.join("/health/ready").context("address")?;
    let answer = client.get(asked).send().await.context("nobody answers")?;
    let status = answer.status();
    println!("{}", answer.text().await.context("no whole answer")?);
    ensure!(status.is_success(), "not ready");
    Ok(())
}
