//! A meeting as people see it; how it comes about is in [`super::meetings`].

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::{
    AgendaItemId, CommitmentId, DecisionId, Language, Line, Localized, MeetingId, MemberId, Secrets,
};
use serde::{Deserialize, Serialize};

use crate::MeetingTimeZone;
use crate::meeting::{
    AgendaItemState, AgendaNeed, Attendee, DecisionMethod, MeetingCancellation, MeetingPlace, MeetingState,
    MinutesLanguage, MinutesState, Redaction, RegistrationId, Votes,
};

/// One collective meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Meeting")]
#[serde(rename_all = "camelCase")]
pub struct MeetingRow {
    /// The meeting.
    pub id: MeetingId,
    /// Its version; in a calendar, the sequence of its entry.
    pub version: u64,
    /// Where it stands.
    pub state: MeetingState,
    /// What it is called.
    pub title: Localized,
    /// From when people are welcomed.
    pub welcome_at: DateTime<Utc>,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The time zone of the place.
    pub time_zone: MeetingTimeZone,
    /// The month it starts in, at its place, as `2023-05`.
    pub month: String,
    /// Where it takes place.
    pub place: MeetingPlace,
    /// The languages that are spoken or signed by somebody present.
    pub languages: Vec<Language>,
    /// The languages an interpreter is wanted for: those of the plan and those asked with a seat.
    pub interpreters: Vec<Language>,
    /// How many seats there are, if they are counted.
    pub places: Option<u32>,
    /// What is to be talked about, in the order it was proposed.
    pub agenda: Vec<AgendaItem>,
    /// The seats that are kept.
    pub registrations: Vec<MeetingRegistration>,
    /// Children to care for, of all seats.
    pub children: u32,
    /// Who came: those who agreed to be named, and counts.
    pub attendance: MeetingAttendance,
    /// What was decided.
    pub decisions: Vec<MeetingDecision>,
    /// The commitments made here; read them in `commitments`.
    pub commitments: Vec<CommitmentId>,
    /// Where its minutes stand.
    pub minutes_state: MinutesState,
    /// Its minutes, for members.
    pub minutes: Option<MeetingMinutes>,
    /// Its minutes as everybody may read them.
    pub published: Option<PublishedMinutes>,
    /// Why it does not take place.
    pub cancelled: Option<MeetingCancelled>,
    /// When it was planned.
    pub planned_at: DateTime<Utc>,
    /// When it was announced.
    pub announced_at: Option<DateTime<Utc>>,
    /// When it was opened.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When its date or place was last changed.
    pub rescheduled_at: Option<DateTime<Utc>>,
    /// When anything of it last changed.
    pub changed_at: DateTime<Utc>,
    /// The languages an interpreter was wanted for when it was planned.
    #[graphql(skip)]
    pub planned_interpreters: Vec<Language>,
}

impl Secrets for MeetingRow {}

/// Something to talk about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItem {
    /// The item.
    pub id: AgendaItemId,
    /// What it is about.
    pub title: Localized,
    /// Where it stands.
    pub state: AgendaItemState,
    /// The member who asks for it.
    pub member: Option<MemberId>,
    /// The need that asks for it, with how many times it was expressed.
    pub need: Option<AgendaNeed>,
    /// The meeting it was deferred to.
    pub deferred_to: Option<MeetingId>,
}

/// A seat that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRegistration {
    /// The seat.
    pub id: RegistrationId,
    /// For this member; anonymous without.
    pub member: Option<MemberId>,
    /// The language an interpreter is wanted for.
    pub interpreter: Option<Language>,
    /// Children to care for.
    pub children: u32,
}

/// Who came. Nobody is in it twice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MeetingAttendance {
    /// All who came: the named ones and those without a name.
    pub total: u32,
    /// How many agreed to be named.
    pub named: u32,
    /// How many came without a name.
    pub anonymous: u32,
    /// Those without a name, by language.
    pub by_language: Vec<LanguageCount>,
    /// Those who agreed to be named, as ids.
    pub attendees: Vec<Attendee>,
}

/// How many people take part in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "MeetingLanguageCount")]
#[serde(rename_all = "camelCase")]
pub struct LanguageCount {
    /// The language.
    pub language: Language,
    /// How many.
    pub count: u32,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MeetingDecision {
    /// The decision.
    pub id: DecisionId,
    /// What was decided.
    pub text: Localized,
    /// How.
    pub method: DecisionMethod,
    /// The count.
    pub votes: Option<Votes>,
    /// The item of the agenda it answers.
    pub item: Option<AgendaItemId>,
    /// When.
    pub taken_at: DateTime<Utc>,
}

/// The minutes, for members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MeetingMinutes {
    /// The text.
    pub text: Localized,
    /// When it was last written.
    pub written_at: DateTime<Utc>,
    /// How many times it was corrected; the history keeps each text.
    pub corrections: u32,
    /// What the last correction changed.
    pub change: Option<Line>,
    /// The later meeting that approved it.
    pub approved_at: Option<MeetingId>,
    /// When it was approved.
    pub approved_on: Option<DateTime<Utc>>,
}

/// The minutes as everybody may read them. Who came is in it by opt-in only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PublishedMinutes {
    /// The text in the published languages, with passages blacked out.
    pub text: Localized,
    /// The published languages.
    pub languages: Vec<MinutesLanguage>,
    /// The passages that are blacked out.
    pub redactions: Vec<Redaction>,
    /// When they were published.
    pub published_at: DateTime<Utc>,
    /// All who came.
    pub total: u32,
    /// How many came without a name.
    pub anonymous: u32,
    /// Those who agreed to be named and have not taken it back, as ids.
    pub attendees: Vec<Attendee>,
}

/// Why a meeting does not take place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "MeetingCancelledNotice")]
#[serde(rename_all = "camelCase")]
pub struct MeetingCancelled {
    /// Why.
    pub reason: MeetingCancellation,
    /// What people are told.
    pub message: Localized,
    /// When it was cancelled.
    pub at: DateTime<Utc>,
}
