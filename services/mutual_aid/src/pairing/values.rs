//! The words of a pairing that are stored with its events: never rename a value.

use async_graphql::Enum;
use chrono::NaiveDate;
use kernel::{CaseId, Language, MemberId, PairingId, PersonId, id};
use reference::{NeedCode, NeedRef};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use crate::offer::{Gender, HalfDay};

id! {
    /// An incident, kept apart from the pairing and open to coordinators only.
    IncidentId
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Accompaniment {
    /// The case it belongs to.
    pub case: CaseId,
    /// The person, if known under a pseudonym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The need it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedRef>,
    /// What the accompaniment is for: all a volunteer sees.
    pub purpose: NeedCode,
    /// In which language.
    pub language: Language,
    /// On which half-days, in order and without doubles; empty when any will do.
    pub times: Vec<HalfDay>,
    /// What the volunteer should have gone through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<NeedCode>,
    /// With a woman or a man, if it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender_wish: Option<Gender>,
    /// Until when it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_until: Option<NaiveDate>,
    /// The pairing it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rematch_of: Option<PairingId>,
    /// Volunteers who are not to be proposed, from the pairing it follows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<MemberId>,
}

/// One of the two sides.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PairingSide {
    /// The volunteer.
    Volunteer,
    /// The person who asked.
    Person,
}

/// Why a proposal was declined.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
#[graphql(name = "PairingDeclineReason")]
pub enum DeclineReason {
    /// No time at those hours.
    NoTime,
    /// Too far away.
    TooFar,
    /// Not at ease with it.
    NotAtEase,
    /// They know each other privately.
    AcquaintedPrivately,
    /// The need has changed.
    NeedChanged,
    /// Another reason.
    Other,
}

/// How contact was sought.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum ContactMedium {
    /// Face to face.
    InPerson,
    /// By telephone.
    Phone,
    /// By video call; also for sign language.
    Video,
    /// By text message.
    Message,
    /// By letter.
    Letter,
}

/// Who is told that contact has stopped.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum InactivityLevel {
    /// The volunteer is asked whether all is well.
    Reminder,
    /// The coordinator is told.
    Coordinator,
}

/// Why a pairing pauses.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
#[graphql(name = "PairingPauseReason")]
pub enum PauseReason {
    /// The volunteer is away.
    VolunteerAway,
    /// The person is away.
    PersonAway,
    /// Both agreed on it.
    ByAgreement,
}

/// Who ended a pairing.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PairingEnder {
    /// The volunteer.
    Volunteer,
    /// The person.
    Person,
    /// Both together.
    Both,
    /// A coordinator.
    Coordinator,
}

/// Why a pairing ended.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PairingEndReason {
    /// What it was for is reached.
    GoalReached,
    /// The planned term is over.
    EndOfTerm,
    /// The volunteer is not available any more.
    VolunteerUnavailable,
    /// The person wished so.
    PersonWish,
    /// It did not fit.
    Mismatch,
    /// One of them moved away.
    Moved,
    /// Contact was lost.
    LostContact,
    /// For the safety of one of them.
    Safety,
}

/// What came of a pairing.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PairingOutcome {
    /// It helped.
    Positive,
    /// It helped in part.
    Partly,
    /// It did not reach what it was for.
    NotReached,
    /// It is not known.
    Unknown,
}

/// Whether it helped, in the words of one side.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
#[graphql(name = "PairingFeedbackAnswer")]
pub enum FeedbackAnswer {
    /// Yes.
    Yes,
    /// In part.
    Partly,
    /// No.
    No,
    /// Not said.
    NotSaid,
}

/// Why an accompaniment is not wanted any more.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
#[graphql(name = "AccompanimentWithdrawalReason")]
pub enum WithdrawalReason {
    /// The person wished so.
    PersonWish,
    /// Help came another way.
    HelpedOtherwise,
    /// Contact was lost.
    LostContact,
    /// It was entered by mistake.
    EnteredInError,
}
