//! What happened to the rule for a need.
//!
//! This is the storage format. Nothing here is ever renamed or given another meaning: a change is
//! an upcast (see `kernel::Upcast`) and a new fixture in `tests/history/contact_rule/`.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::codes::NeedContactReason;

/// What happened to the rule for a need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ContactRuleEvent {
    /// Nothing about it leaves.
    NeedContactSuppressed {
        /// Why.
        reason: NeedContactReason,
    },
    /// It may leave again.
    NeedContactAllowed {},
}
