//! What the partner answers, by link or through a host who has them on the telephone.

use async_graphql::InputObject;
use chrono::NaiveDate;
use kernel::{Line, Party, Secret};
use serde::Serialize;

use crate::codes::{ReferralContactWay, ReferralPersonAction, ReferralReason};

/// The partner has seen a referral.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReceiveReferralInput")]
pub struct ReceiveReferral {
    /// The version of the link it was opened by.
    pub link_version: Option<u32>,
}

/// The partner looks into a referral.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "PutReferralUnderReviewInput")]
pub struct PutReferralUnderReview {
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}

/// The partner puts a referral on the wait list.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WaitlistReferralInput")]
pub struct WaitlistReferral {
    /// The day the partner expects a place.
    pub expected: NaiveDate,
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}

/// The partner needs something from the person first. The clock stands still meanwhile.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RequestPersonActionInput")]
pub struct RequestPersonAction {
    /// What.
    pub what: ReferralPersonAction,
    /// What, in words; needed for *other*.
    pub note: Option<Secret>,
    /// Who takes care of it; the person when left out.
    pub owner: Option<Party>,
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}

/// The partner says yes.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AcceptReferralInput")]
pub struct AcceptReferral {
    /// How the person and the partner get in touch.
    pub contact_way: ReferralContactWay,
    /// Where to turn to at the partner: a counter, a number of the service.
    pub contact: Option<Line>,
    /// Whether the member who accepts has accepted the charter as it is now; needed when the
    /// referral goes to the network.
    pub charter_current: Option<bool>,
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}

/// The partner says no.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclineReferralInput")]
pub struct DeclineReferral {
    /// Why.
    pub reason: ReferralReason,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}

/// The partner gives a referral back after having said yes: another service is needed.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReturnReferralInput")]
pub struct ReturnReferral {
    /// Why.
    pub reason: ReferralReason,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
    /// The version of the link the answer comes by.
    pub link_version: Option<u32>,
}
