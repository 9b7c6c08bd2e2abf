//! Sending a referral.

use async_graphql::InputObject;
use serde::Serialize;

use crate::codes::{ReferralCalendar, ReferralChannel, ReferralDeliveryFailure};

/// Send a referral to the partner.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "SendReferralInput")]
pub struct SendReferral {
    /// How it travels.
    pub channel: ReferralChannel,
    /// Whose working days count; those of Belgium when left out.
    pub calendar: Option<ReferralCalendar>,
}

/// Report that a referral did not arrive.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReportReferralUndeliveredInput")]
pub struct ReportReferralUndelivered {
    /// Why.
    pub cause: ReferralDeliveryFailure,
}
