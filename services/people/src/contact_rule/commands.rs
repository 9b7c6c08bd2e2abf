//! What may be asked of the rule for a need.

use async_graphql::InputObject;
use kernel::{Secret, Secrets};
use serde::Serialize;

use crate::codes::NeedContactReason;

/// What may be asked of the rule for a need.
#[derive(Debug, Clone, Serialize)]
pub enum ContactRuleCommand {
    /// Nothing about it leaves.
    Suppress(SuppressNeedContact),
    /// It may leave again.
    Allow,
}

impl Secrets for ContactRuleCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        Vec::new()
    }
}

/// Nothing about a need leaves the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "SuppressNeedContactInput")]
pub struct SuppressNeedContact {
    /// Why.
    pub reason: NeedContactReason,
}
