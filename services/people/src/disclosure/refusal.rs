//! Why an identity is not revealed so. One variant, one sentence in four languages, one test.

use serde::Serialize;
use strum::VariantNames;

/// Why an identity is not revealed so.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DisclosureRefusal {
    /// The id belongs to another disclosure.
    DisclosureAlreadyMade,
    /// Nothing of that kind has words to reveal.
    DisclosureKindUnknown,
    /// *Other* needs words.
    DisclosurePurposeMissing,
    /// Whoever does not work with people's identity has no purpose for it.
    DisclosureNotForRole,
}
