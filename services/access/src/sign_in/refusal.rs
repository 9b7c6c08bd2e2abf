//! Why somebody who is known is not let through.

use serde::Serialize;
use strum::VariantNames;

/// Why somebody who is known is not let through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DoorRefusal {
    /// The session acts in no role, or in one that does not hold any more.
    RoleNotChosen,
    /// The role needs a second factor or a passkey.
    RoleNeedsSecondFactor,
    /// The request comes with a cookie and without the header that pages of other sites cannot send.
    RequestHeaderMissing,
    /// A program may read only, or not touch what opens the account.
    TokenMayNot,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_sentence() {
        assert_eq!(graph::wording::missing::<DoorRefusal>(crate::TEXTS), Ok(()));
    }
}
