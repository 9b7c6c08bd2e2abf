//! What happened in a visit.
//!
//! **This is the storage format.** Never rename a variant or a field; a new shape is an upcast and
//! a new fixture in `tests/history/visit`.
//!
//! Events of needs carry the session, the code and the state before, because lists of sessions
//! and needs are folded from them alone.

use chrono::{DateTime, Utc};
use kernel::{
    ActorId, AppointmentId, CaseId, Language, NeedId, PersonId, ReturnCode, Secret, SessionId, SiteId,
};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::facts::{OutreachContact, VisitFacts};
use super::needs::{NeedStanding, Towards};
use super::words::{
    CorrectionReason, LateReason, NeedSettlement, NeedState, NeedUrgency, NeedWithdrawal, NoteLevel,
    UnmetReason, VisitConsentMode, VisitIdentity, VoidReason,
};

/// What happened in a visit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum VisitEvent {
    /// It was recorded.
    VisitRecorded {
        /// The case it belongs to.
        case: CaseId,
        /// Its session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The site of its session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<SiteId>,
        /// Where the person was met, outside a session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outreach: Option<OutreachContact>,
        /// Who received.
        host: ActorId,
        /// What is said about it.
        facts: Box<VisitFacts>,
        /// The appointment the person came for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointment: Option<AppointmentId>,
        /// Whether it was sent after its session was closed.
        late: bool,
        /// Why it was not sent the same day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late_reason: Option<LateReason>,
        /// Until when the same host may void it.
        same_day_until: DateTime<Utc>,
    },
    /// A need was expressed.
    NeedExpressed {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The version of the taxonomy the code was taken from.
        taxonomy: u32,
        /// How pressing it is.
        urgency: NeedUrgency,
        /// The case of the visit.
        case: CaseId,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The language of the visit.
        language: Language,
    },
    /// A need was answered at the desk.
    NeedAnsweredDirectly {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Where it stood before.
        from: NeedState,
    },
    /// A need was left unmet.
    NeedLeftUnmet {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Where it stood before.
        from: NeedState,
        /// Why.
        reason: UnmetReason,
    },
    /// A need is not asked any more.
    NeedWithdrawn {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Where it stood before.
        from: NeedState,
        /// Why.
        reason: NeedWithdrawal,
    },
    /// A need was oriented.
    NeedOriented {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Where it stood before.
        from: NeedState,
        /// Where to.
        towards: Towards,
    },
    /// It is known what became of an orientation.
    NeedSettled {
        /// The need.
        need: NeedId,
        /// Its code.
        code: NeedCode,
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// Where it stood before.
        from: NeedState,
        /// The orientation it comes from.
        by: Towards,
        /// What became of that orientation.
        outcome: NeedSettlement,
        /// Where the need stands now, with all its orientations.
        state: NeedState,
    },
    /// A note was added.
    VisitNoteAdded {
        /// Who may read it.
        level: NoteLevel,
        /// The words, sealed.
        words: Secret,
    },
    /// A return code was given.
    ReturnCodeIssued {
        /// The code.
        code: ReturnCode,
    },
    /// The person agreed to be known.
    VisitAttributed {
        /// The person.
        person: PersonId,
        /// How far they are known.
        identity: VisitIdentity,
        /// How they agreed.
        consent_mode: VisitConsentMode,
        /// In which language they agreed.
        consent_language: Language,
    },
    /// The person is not known any more.
    VisitDetached {
        /// The person it was attributed to.
        person: PersonId,
    },
    /// What was said was corrected.
    VisitCorrected {
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// As it was.
        before: Box<VisitFacts>,
        /// As it is.
        after: Box<VisitFacts>,
        /// The needs of the visit, which show its language too.
        needs: Vec<NeedId>,
        /// Why.
        reason: CorrectionReason,
    },
    /// It does not count.
    VisitVoided {
        /// The session of the visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// What was said about it.
        facts: Box<VisitFacts>,
        /// Whether it had been sent late.
        late: bool,
        /// Its needs, which do not count either.
        needs: Vec<NeedStanding>,
        /// Why.
        reason: VoidReason,
    },
}

impl VisitEvent {
    /// The session whose counts it touches.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Self::VisitRecorded { session, .. }
            | Self::NeedExpressed { session, .. }
            | Self::NeedAnsweredDirectly { session, .. }
            | Self::NeedLeftUnmet { session, .. }
            | Self::NeedWithdrawn { session, .. }
            | Self::NeedOriented { session, .. }
            | Self::NeedSettled { session, .. }
            | Self::VisitCorrected { session, .. }
            | Self::VisitVoided { session, .. } => *session,
            Self::VisitNoteAdded { .. }
            | Self::ReturnCodeIssued { .. }
            | Self::VisitAttributed { .. }
            | Self::VisitDetached { .. } => None,
        }
    }

    /// The need it moves: id, code, state before if it had one, and state after.
    pub fn moves(&self) -> Option<(NeedId, NeedCode, Option<NeedState>, NeedState)> {
        match self {
            Self::NeedExpressed { need, code, .. } => Some((*need, *code, None, NeedState::Expressed)),
            Self::NeedAnsweredDirectly { need, code, from, .. } => {
                Some((*need, *code, Some(*from), NeedState::AnsweredDirectly))
            }
            Self::NeedLeftUnmet { need, code, from, .. } => {
                Some((*need, *code, Some(*from), NeedState::Unmet))
            }
            Self::NeedWithdrawn { need, code, from, .. } => {
                Some((*need, *code, Some(*from), NeedState::Withdrawn))
            }
            Self::NeedOriented { need, code, from, .. } => {
                Some((*need, *code, Some(*from), NeedState::Oriented))
            }
            Self::NeedSettled { need, code, from, state, .. } => Some((*need, *code, Some(*from), *state)),
            _ => None,
        }
    }
}
