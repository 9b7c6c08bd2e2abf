//! Why a rule does not change so. One variant, one sentence in four languages, one test.

use serde::Serialize;
use strum::VariantNames;

/// Why a rule does not change so.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ContactRuleRefusal {
    /// Coordinators do that.
    ContactRuleForCoordinator,
    /// There is no rule for it.
    ContactRuleNotFound,
}
