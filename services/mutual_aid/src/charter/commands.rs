//! What may be asked of the charter.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{DecisionId, Line, Localized, MeetingId, MemberId, Secrets};
use serde::Serialize;

/// What may be asked of the charter.
#[derive(Debug, Clone, Serialize)]
pub enum CharterCommand {
    /// Write the next version down, or write its draft anew.
    Draft(DraftCharterVersion),
    /// Propose a change.
    ProposeAmendment(ProposeCharterAmendment),
    /// A meeting adopts the draft.
    Adopt(AdoptCharterVersion),
    /// Say from when an adopted version counts.
    BringIntoForce(BringCharterVersionIntoForce),
}

impl Secrets for CharterCommand {}

/// Write the next version down; a draft that is not adopted yet is replaced.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DraftCharterVersionInput")]
pub struct DraftCharterVersion {
    /// Its whole text, in at least one language.
    pub text: Localized,
    /// Where the text can be watched in sign language.
    pub signed_clip: Option<Line>,
}

/// Propose a change to the draft, or to the version in force when there is no draft.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ProposeCharterAmendmentInput")]
pub struct ProposeCharterAmendment {
    /// What should be changed, in at least one language.
    pub text: Localized,
    /// The member who proposes it, if they want to be named.
    pub member: Option<MemberId>,
}

/// A meeting adopts the draft.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AdoptCharterVersionInput")]
pub struct AdoptCharterVersion {
    /// The version that is adopted: the number of the draft.
    pub version: u32,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its decision.
    pub decision: DecisionId,
}

/// Say from when an adopted version counts, and until when the one before is still good.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "BringCharterVersionIntoForceInput")]
pub struct BringCharterVersionIntoForce {
    /// The adopted version.
    pub version: u32,
    /// From when it counts.
    pub from: DateTime<Utc>,
    /// Until when having accepted the version before is still enough.
    pub grace_until: DateTime<Utc>,
}
