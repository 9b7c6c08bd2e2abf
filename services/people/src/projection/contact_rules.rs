//! The needs about which nothing leaves the network.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::{Decider, Event, Facet, Projection, Recorded, Secrets, Undecodable};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use crate::codes::NeedContactReason;
use crate::contact_rule::{ContactRule, ContactRuleEvent};

/// Whether anything about a need may leave the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ContactRule")]
#[serde(rename_all = "camelCase")]
pub struct ContactRuleRow {
    /// The need.
    pub code: NeedCode,
    /// The version of the rule.
    pub version: u64,
    /// Whether nothing about it leaves.
    pub suppressed: bool,
    /// Why, when nothing leaves.
    pub reason: Option<NeedContactReason>,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl Secrets for ContactRuleRow {}

/// The needs about which somebody decided.
#[derive(Debug)]
pub struct ContactRules;

impl Projection for ContactRules {
    const NAME: &'static str = "people_contact_rules_1";
    const KINDS: &'static [&'static str] = &[ContactRule::KIND];
    const FACETS: &'static [&'static str] = &["suppressed"];
    type Event = ContactRuleEvent;
    type Row = ContactRuleRow;

    fn read(_: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ContactRuleEvent, Undecodable> {
        ContactRuleEvent::read(name, shape, payload)
    }

    fn project(
        _: Option<ContactRuleRow>,
        key: &str,
        recorded: &Recorded<ContactRuleEvent>,
    ) -> Option<ContactRuleRow> {
        let reason = match recorded.event {
            ContactRuleEvent::NeedContactSuppressed { reason } => Some(reason),
            ContactRuleEvent::NeedContactAllowed {} => None,
        };
        Some(ContactRuleRow {
            code: key.parse().ok()?,
            version: recorded.version,
            suppressed: reason.is_some(),
            reason,
            since: recorded.recorded_at,
        })
    }

    fn order(row: &ContactRuleRow) -> String {
        row.code.to_string()
    }

    fn facets(row: &ContactRuleRow) -> Vec<Facet> {
        vec![Facet::of(row.suppressed)]
    }
}
