//! What may be asked of a meeting.

use async_graphql::InputObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    AgendaItemId, CommitmentId, DecisionId, Language, Line, Localized, MeetingId, MemberId, PersonId,
    Secrets, Text,
};
use serde::Serialize;

use super::MeetingFacts;
use super::values::{
    AgendaSource, AttendanceWithdrawal, DecisionMethod, MeetingCancellation, MeetingPlace, MinutesLanguage,
    Redaction, RegistrationId, Votes,
};
use crate::MeetingTimeZone;

/// What may be asked of a meeting.
#[derive(Debug, Clone, Serialize)]
pub enum MeetingCommand {
    /// Sets a date.
    Plan(PlanMeeting),
    /// Lets everybody know.
    Announce,
    /// Sets another date.
    Reschedule(RescheduleMeeting),
    /// Does not let it take place.
    Cancel(CancelMeeting),
    /// Asks that something be talked about.
    ProposeItem(ProposeAgendaItem),
    /// Puts it on the agenda.
    AcceptItem(AcceptAgendaItem),
    /// Leaves it for another time.
    DeferItem(DeferAgendaItem),
    /// Keeps a seat.
    Register(RegisterForMeeting),
    /// Gives a seat back.
    CancelRegistration(CancelMeetingRegistration),
    /// Opens the meeting.
    Open,
    /// Names somebody who came.
    RecordAttendance(RecordAttendance),
    /// Takes a name back.
    WithdrawAttendance(WithdrawAttendance),
    /// Counts those without a name.
    CountAnonymous(CountAnonymousAttendance),
    /// Writes a decision down.
    TakeDecision(TakeDecision),
    /// Writes down who will do what; asked together with the commitment itself, by
    /// [`crate::acts::make_commitment`].
    MakeCommitment(MakeCommitment),
    /// Closes the meeting.
    Close,
    /// Writes the minutes.
    DraftMinutes(DraftMinutes),
    /// Corrects them.
    CorrectMinutes(CorrectMinutes),
    /// Approves them at a later meeting; asked by [`crate::acts::approve_minutes`], which looks at
    /// that meeting.
    ApproveMinutes(MinutesApproval),
    /// Opens them to everybody.
    PublishMinutes(PublishMinutes),
}

impl Secrets for MeetingCommand {}

/// A new meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "PlanMeetingInput")]
pub struct PlanMeeting {
    /// What it is called, in at least one language.
    pub title: Localized,
    /// From when people are welcomed; not after the start.
    pub welcome_at: DateTime<Utc>,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The time zone of the place.
    pub time_zone: MeetingTimeZone,
    /// Where it takes place.
    pub place: MeetingPlace,
    /// The languages that will be spoken or signed by somebody present.
    #[graphql(default)]
    pub languages: Vec<Language>,
    /// The languages an interpreter is wanted for.
    #[graphql(default)]
    pub interpreters: Vec<Language>,
    /// How many seats there are, if they are counted. People may come without registering.
    pub places: Option<u32>,
}

/// Another date for a meeting.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RescheduleMeetingInput")]
pub struct RescheduleMeeting {
    /// From when people are welcomed; not after the start.
    pub welcome_at: DateTime<Utc>,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The new place, if it changes too.
    pub place: Option<MeetingPlace>,
}

/// A meeting that does not take place.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CancelMeetingInput")]
pub struct CancelMeeting {
    /// Why.
    pub reason: MeetingCancellation,
    /// What people are told, in at least one language.
    pub message: Localized,
}

/// Something to talk about.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ProposeAgendaItemInput")]
pub struct ProposeAgendaItem {
    /// The item's id, made by the client.
    pub item: AgendaItemId,
    /// What it is about, in at least one language; nobody's name.
    pub title: Localized,
    /// Where it comes from.
    pub source: AgendaSource,
}

/// An item to be talked about.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AcceptAgendaItemInput")]
pub struct AcceptAgendaItem {
    /// The item.
    pub item: AgendaItemId,
}

/// An item for another time.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeferAgendaItemInput")]
pub struct DeferAgendaItem {
    /// The item.
    pub item: AgendaItemId,
    /// The meeting it is proposed to instead, if that is known.
    pub to: Option<MeetingId>,
}

/// A seat.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RegisterForMeetingInput")]
pub struct RegisterForMeeting {
    /// The seat's id, made by the client.
    pub registration: RegistrationId,
    /// For this member; an anonymous seat when left out.
    pub member: Option<MemberId>,
    /// The language an interpreter is wanted for, if one is.
    pub interpreter: Option<Language>,
    /// For how many children care is wanted.
    #[graphql(default)]
    pub children: u32,
}

/// A seat given back.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CancelMeetingRegistrationInput")]
pub struct CancelMeetingRegistration {
    /// The seat.
    pub registration: RegistrationId,
}

/// Somebody who came and wants to be named.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RecordAttendanceInput")]
pub struct RecordAttendance {
    /// As a member of the network.
    pub member: Option<MemberId>,
    /// As a person the network accompanies; shown on their path.
    pub person: Option<PersonId>,
    /// Whether they agreed to be named. Without it they are counted without a name instead.
    pub named: bool,
    /// The language they take part in, if they say.
    pub language: Option<Language>,
}

/// Somebody who is no longer named.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WithdrawAttendanceInput")]
pub struct WithdrawAttendance {
    /// As a member of the network.
    pub member: Option<MemberId>,
    /// As a person the network accompanies.
    pub person: Option<PersonId>,
    /// Why.
    pub reason: AttendanceWithdrawal,
}

/// How many came without being named.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CountAnonymousAttendanceInput")]
pub struct CountAnonymousAttendance {
    /// Of those who take part in this language; `und` when it is not known.
    pub language: Language,
    /// How many they are in all; it replaces what was counted before for this language. Those who
    /// are named are not in it.
    pub count: u32,
}

/// What was decided.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "TakeDecisionInput")]
pub struct TakeDecision {
    /// The decision's id, made by the client.
    pub decision: DecisionId,
    /// What was decided, in at least one language; nobody's name.
    pub text: Localized,
    /// How.
    pub method: DecisionMethod,
    /// The count; required for a vote.
    pub votes: Option<Votes>,
    /// The item of the agenda it answers.
    pub item: Option<AgendaItemId>,
}

/// What somebody will do.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "MakeCommitmentInput")]
pub struct MakeCommitment {
    /// The commitment's id, made by the client.
    pub commitment: CommitmentId,
    /// The member who will do it.
    pub owner: MemberId,
    /// What will be done; nobody's name.
    pub what: Text,
    /// By the end of this day.
    pub due: NaiveDate,
}

/// The minutes.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DraftMinutesInput")]
pub struct DraftMinutes {
    /// The text, in at least one language. Attendance is listed beside it: write nobody's name.
    pub text: Localized,
}

/// Corrected minutes.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CorrectMinutesInput")]
pub struct CorrectMinutes {
    /// The whole corrected text.
    pub text: Localized,
    /// What was corrected, in one line; nobody's name.
    pub change: Line,
}

/// Where minutes are approved.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ApproveMinutesInput")]
pub struct ApproveMinutes {
    /// The later meeting that approves them; it must be going on, or have taken place.
    pub at: MeetingId,
}

/// Where minutes are approved, with what is known of that meeting.
#[derive(Debug, Clone, Serialize)]
pub struct MinutesApproval {
    /// The meeting that approves them.
    pub at: MeetingId,
    /// What is known of it.
    pub there: MeetingFacts,
}

/// How minutes are opened to everybody.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "PublishMinutesInput")]
pub struct PublishMinutes {
    /// In which languages; each must have a text.
    pub languages: Vec<MinutesLanguage>,
    /// The passages to black out.
    #[graphql(default)]
    pub redactions: Vec<Redaction>,
}
