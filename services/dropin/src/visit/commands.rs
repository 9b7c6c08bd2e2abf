//! What may be asked of a visit.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{
    AppointmentId, CaseId, Language, NeedId, PersonId, ReturnCode, Secret, Secrets, SessionId, SiteId,
    StreamId,
};
use reference::NeedCode;
use serde::Serialize;

use super::facts::{OutreachContact, VisitFacts};
use super::needs::Towards;
use super::words::{
    CorrectionReason, LateReason, NeedSettlement, NeedUrgency, NeedWithdrawal, NoteLevel, UnmetReason,
    VisitConsentMode, VisitIdentity, VoidReason,
};

/// What may be asked of a visit.
#[derive(Debug, Clone, Serialize)]
pub enum VisitCommand {
    /// Record it, where its session or the outreach places it.
    Record(Box<RecordVisit>, VisitPlace),
    /// One more need.
    ExpressNeed(ExpressNeed),
    /// A need was answered at the desk.
    AnswerNeedDirectly(AnswerNeedDirectly),
    /// A need is left unmet.
    LeaveNeedUnmet(LeaveNeedUnmet),
    /// A need is not asked any more.
    WithdrawNeed(WithdrawNeed),
    /// A need is oriented.
    OrientNeed(OrientNeed),
    /// What became of an orientation.
    SettleNeed(SettleNeed),
    /// A note.
    AddNote(VisitNoteInput),
    /// A return code, drawn outside.
    GiveReturnCode(GiveReturnCode),
    /// The person agreed to be known.
    Attribute(AttributeVisit),
    /// The person does not want to be known any more.
    Detach(DetachVisit),
    /// What was said was wrong.
    Correct(CorrectVisit),
    /// It does not count.
    Void(VoidVisit),
}

impl Secrets for VisitCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Record(visit, _) => visit.secrets(),
            Self::AddNote(note) => note.secrets(),
            _ => Vec::new(),
        }
    }
}

/// Where and when a visit takes place, as the act reads it from the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VisitPlace {
    /// The site of the session; none for outreach.
    pub site: Option<SiteId>,
    /// Whether it is sent after the session was closed.
    pub late: bool,
    /// Until when the same host may void it.
    pub same_day_until: DateTime<Utc>,
}

/// A visit. Nothing personal is asked.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "RecordVisitInput")]
#[serde(rename_all = "camelCase")]
pub struct RecordVisit {
    /// The session it belongs to; or give `outreach`.
    pub session: Option<SessionId>,
    /// Where the person was met, outside a session.
    pub outreach: Option<OutreachContact>,
    /// The case: a new id for a new visitor, the one found by return code for somebody who comes
    /// back.
    pub case: CaseId,
    /// What is said about the visit.
    #[graphql(flatten)]
    pub facts: VisitFacts,
    /// What the person needs; at least one, `OTH.UNSAID` when it was not said.
    pub needs: Vec<ExpressNeed>,
    /// Notes, if any.
    #[graphql(default)]
    pub notes: Vec<VisitNoteInput>,
    /// The appointment the person came for.
    pub appointment: Option<AppointmentId>,
    /// Why it was not sent the same day; required when it happened more than a day ago.
    pub late_reason: Option<LateReason>,
}

impl Secrets for RecordVisit {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.notes.iter_mut().map(|note| &mut note.words).collect()
    }
}

/// A need, as expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "ExpressNeedInput")]
#[serde(rename_all = "camelCase")]
pub struct ExpressNeed {
    /// Its id, made by the client.
    pub need: NeedId,
    /// Its code.
    pub code: NeedCode,
    /// How pressing it is.
    pub urgency: NeedUrgency,
}

/// A need answered at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "AnswerNeedDirectlyInput")]
#[serde(rename_all = "camelCase")]
pub struct AnswerNeedDirectly {
    /// The need.
    pub need: NeedId,
}

/// A need left unmet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "LeaveNeedUnmetInput")]
#[serde(rename_all = "camelCase")]
pub struct LeaveNeedUnmet {
    /// The need.
    pub need: NeedId,
    /// Why.
    pub reason: UnmetReason,
}

/// A need that is not asked any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "WithdrawNeedInput")]
#[serde(rename_all = "camelCase")]
pub struct WithdrawNeed {
    /// The need.
    pub need: NeedId,
    /// Why.
    pub reason: NeedWithdrawal,
}

/// An orientation of a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "OrientNeedInput")]
#[serde(rename_all = "camelCase")]
pub struct OrientNeed {
    /// The need.
    pub need: NeedId,
    /// Where to.
    pub towards: Towards,
}

/// What became of an orientation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "SettleNeedInput")]
#[serde(rename_all = "camelCase")]
pub struct SettleNeed {
    /// The need.
    pub need: NeedId,
    /// The orientation it comes from.
    pub by: Towards,
    /// What became of it.
    pub outcome: NeedSettlement,
}

/// A note about a visit.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "VisitNoteInput")]
#[serde(rename_all = "camelCase")]
pub struct VisitNoteInput {
    /// Who may read it.
    pub level: NoteLevel,
    /// The words.
    pub words: Secret,
    /// Save it although it seems to hold a telephone number or an e-mail address, or to name somebody
    /// who works here.
    #[graphql(default)]
    #[serde(skip)]
    pub confirmed: bool,
}

/// A note to a visit that is recorded already.
pub type AddVisitNote = VisitNoteInput;

impl Secrets for VisitNoteInput {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        vec![&mut self.words]
    }
}

impl NoteLevel {
    /// Under whose key a note of this level is sealed. Shared and private notes have two keys: one
    /// can be withheld, or destroyed, without the other.
    pub fn subject(self, visit: &StreamId) -> String {
        match self {
            Self::Shared => visit.to_string(),
            Self::Private => format!("{visit}/private"),
        }
    }
}

/// A return code for a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct GiveReturnCode {
    /// The code, free in its network.
    pub code: ReturnCode,
}

/// Somebody agrees to be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "AttributeVisitInput")]
#[serde(rename_all = "camelCase")]
pub struct AttributeVisit {
    /// The person.
    pub person: PersonId,
    /// How far they are known: by pseudonym or by name.
    pub identity: VisitIdentity,
    /// How they agreed.
    pub consent_mode: VisitConsentMode,
    /// In which language they agreed.
    pub consent_language: Language,
}

/// Somebody does not want to be known any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "DetachVisitInput")]
#[serde(rename_all = "camelCase")]
pub struct DetachVisit {
    /// The person it was attributed to.
    pub person: PersonId,
}

/// A correction of what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "CorrectVisitInput")]
#[serde(rename_all = "camelCase")]
pub struct CorrectVisit {
    /// Everything as it should be; what is left out is not known.
    #[graphql(flatten)]
    pub facts: VisitFacts,
    /// Why.
    pub reason: CorrectionReason,
}

/// A visit that does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, InputObject)]
#[graphql(name = "VoidVisitInput")]
#[serde(rename_all = "camelCase")]
pub struct VoidVisit {
    /// Why.
    pub reason: VoidReason,
}
