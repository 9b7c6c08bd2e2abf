//! The living example.

use std::sync::Arc;

use api::Gate;
use chrono::{DateTime, Utc};

use crate::adapters::DemoClock;
use crate::node::Node;

/// Queries worth trying.
pub(crate) const QUERIES: &[(&str, &str)] = &[("Who I am", "{ me { network role } }")];

/// Lives some months.
pub(crate) async fn live(_: &Node, _: &Gate, _: &Arc<DemoClock>, _: DateTime<Utc>) -> anyhow::Result<()> {
    Ok(())
}
