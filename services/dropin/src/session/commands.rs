//! What may be asked of a session.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{ActorId, Language, Localized, Secrets, SiteId};
use serde::Serialize;

use super::words::{InterpreterMode, SessionCancellation, TurnedAwayReason};
use crate::site::{ExceptionReason, SiteDay, SiteLanguage};

/// What may be asked of a session. Planning and opening come with the day of the site, which the
/// act reads from the site itself.
#[derive(Debug, Clone, Serialize)]
pub enum SessionCommand {
    /// Plan it.
    Plan(PlanSession, SiteDay),
    /// Open it, planned or not.
    Open(OpenSession, SiteDay),
    /// Close it.
    Close(CloseSession),
    /// Cancel it before it opens.
    Cancel(CancelSession),
    /// An interpreter is there.
    RecordInterpreterArrival(RecordInterpreterArrival),
    /// Somebody could not be received.
    TurnPersonAway(TurnPersonAway),
}

impl Secrets for SessionCommand {}

/// A session to come.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "PlanSessionInput")]
#[serde(rename_all = "camelCase")]
pub struct PlanSession {
    /// The site it takes place at.
    pub site: SiteId,
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// Until this instant.
    pub ends_at: DateTime<Utc>,
    /// Why the site opens on a date its calendar says closed; not needed on other dates.
    pub exceptional_opening: Option<ExceptionReason>,
}

/// A session that begins.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "OpenSessionInput")]
#[serde(rename_all = "camelCase")]
pub struct OpenSession {
    /// The site it takes place at.
    pub site: SiteId,
    /// Who receives people, as accounts; at least one.
    pub hosts: Vec<ActorId>,
    /// The languages really present, and how.
    pub languages: Vec<SiteLanguage>,
    /// Why the site opens on a date its calendar says closed; not needed on other dates.
    pub exceptional_opening: Option<ExceptionReason>,
}

/// The end of a session.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "CloseSessionInput")]
#[serde(rename_all = "camelCase")]
pub struct CloseSession {
    /// That the hosts have read the counts of the session and agree.
    pub counts_checked: bool,
    /// How many visits the hosts counted themselves, if they did; kept beside ours.
    pub visits_counted: Option<u32>,
}

/// The cancellation of a planned session.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "CancelSessionInput")]
#[serde(rename_all = "camelCase")]
pub struct CancelSession {
    /// Why.
    pub reason: SessionCancellation,
    /// What people read; in at least one language.
    pub message: Localized,
}

/// An interpreter who is there.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "RecordInterpreterArrivalInput")]
#[serde(rename_all = "camelCase")]
pub struct RecordInterpreterArrival {
    /// The language interpreted.
    pub language: Language,
    /// How.
    pub mode: InterpreterMode,
}

/// People who could not be received.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "TurnPersonAwayInput")]
#[serde(rename_all = "camelCase")]
pub struct TurnPersonAway {
    /// How many; one when left out.
    #[graphql(default = 1)]
    pub count: u32,
    /// Why.
    pub reason: TurnedAwayReason,
    /// Their language, if it was heard.
    pub language: Option<Language>,
}
