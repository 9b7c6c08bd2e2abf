//! What may be asked of an interpretation.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{CaseId, Language, Secrets, SessionId, SiteId};
use reference::NeedCode;
use serde::Serialize;

use super::words::{
    InterpretationCancellation, InterpretationDecline, InterpretationFor, InterpretationProvider,
};
use crate::session::InterpreterMode;

/// What may be asked of an interpretation.
#[derive(Debug, Clone, Serialize)]
pub enum InterpretationCommand {
    /// Ask for an interpreter.
    Request(RequestInterpretation),
    /// An interpreter will be there.
    Confirm(ConfirmInterpretation),
    /// The one who was asked cannot.
    Decline(DeclineInterpretation),
    /// Ask somebody else, or for another way.
    Reassign(ReassignInterpretation),
    /// It was interpreted.
    RecordDelivery(RecordInterpretationDelivery),
    /// The interpreter did not come.
    RecordAbsence,
    /// An interpreter is not wanted any more.
    Cancel(CancelInterpretation),
    /// The time passed and nobody had confirmed.
    LeaveUnmet,
}

impl Secrets for InterpretationCommand {}

/// An interpreter is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "RequestInterpretationInput")]
#[serde(rename_all = "camelCase")]
pub struct RequestInterpretation {
    /// What it is for.
    pub wanted_for: InterpretationFor,
    /// The language to interpret, sign languages included; it stays what the person asked.
    pub language: Language,
    /// In the room, remote or in pair.
    pub mode: InterpreterMode,
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// For so many minutes; 60 when left out.
    #[graphql(default = 60)]
    pub minutes: u32,
    /// What it is about, if that may help to prepare.
    pub subject: Option<NeedCode>,
    /// Show nothing but *busy* in calendars.
    #[graphql(default)]
    pub subject_hidden: bool,
    /// Where it takes place, if that is a site of the network.
    pub site: Option<SiteId>,
    /// The session it falls in, if there is one; a whole session is its own.
    pub session: Option<SessionId>,
    /// The case, if it is for one person who has one.
    pub case: Option<CaseId>,
    /// Who is asked; when left out, the coordination looks for somebody.
    pub provider: Option<InterpretationProvider>,
}

/// An interpreter will be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "ConfirmInterpretationInput")]
#[serde(rename_all = "camelCase")]
pub struct ConfirmInterpretation {
    /// Who will interpret.
    pub provider: InterpretationProvider,
    /// The language they interpret; the one that was asked when left out. Another one is refused:
    /// a language is never replaced without asking the person.
    pub language: Option<Language>,
}

/// The one who was asked cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "DeclineInterpretationInput")]
#[serde(rename_all = "camelCase")]
pub struct DeclineInterpretation {
    /// Why.
    pub reason: InterpretationDecline,
    /// Who declines; the one who was asked when left out.
    pub provider: Option<InterpretationProvider>,
}

/// Somebody else is asked, or another way is tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "ReassignInterpretationInput")]
#[serde(rename_all = "camelCase")]
pub struct ReassignInterpretation {
    /// Who is asked now; when left out, the coordination looks for somebody.
    pub provider: Option<InterpretationProvider>,
    /// In the room, remote or in pair.
    pub mode: InterpreterMode,
    /// The language they interpret; the one that was asked when left out. Another one is refused:
    /// a language is never replaced without asking the person.
    pub language: Option<Language>,
}

/// It was interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "RecordInterpretationDeliveryInput")]
#[serde(rename_all = "camelCase")]
pub struct RecordInterpretationDelivery {
    /// For so many minutes.
    pub minutes: u32,
    /// What it costs, in cents of the network's currency, if that is known.
    pub cost_cents: Option<u32>,
}

/// An interpreter is not wanted any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "CancelInterpretationInput")]
#[serde(rename_all = "camelCase")]
pub struct CancelInterpretation {
    /// Why.
    pub reason: InterpretationCancellation,
}
