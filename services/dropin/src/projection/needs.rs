//! Needs, one by one: what was asked, and whether anybody answered.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::{Facet, Undecodable, sortable};
use kernel::{
    CaseId, Decider, Event, Language, NeedId, Party, Projection, Recorded, Secrets, SessionId, VisitId,
    Waiting,
};
use reference::NeedCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id_of;
use crate::visit::{
    NeedSettlement, NeedState, NeedUrgency, NeedWithdrawal, Towards, UnmetReason, Visit, VisitEvent,
};

kernel::codes! {
    /// What a need is oriented to.
    NeedTowards {
        /// A referral to a partner.
        Referral,
        /// A pairing with a volunteer.
        Pairing,
        /// A collective meeting.
        Meeting,
        /// The community space.
        Space,
    }
}

impl From<Towards> for NeedTowards {
    fn from(towards: Towards) -> Self {
        match towards {
            Towards::Referral(_) => Self::Referral,
            Towards::Pairing(_) => Self::Pairing,
            Towards::Meeting(_) => Self::Meeting,
            Towards::Space(_) => Self::Space,
        }
    }
}

/// Where a need was oriented to, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct NeedOrientation {
    /// What it was oriented to.
    pub towards: NeedTowards,
    /// The id of that referral, pairing, meeting or booking.
    pub id: Uuid,
    /// Since when.
    pub at: DateTime<Utc>,
    /// What became of it, once it is known.
    pub outcome: Option<NeedSettlement>,
}

/// One need expressed in a visit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Need")]
#[serde(rename_all = "camelCase")]
pub struct NeedRow {
    /// Its id.
    pub id: NeedId,
    /// The version of its visit when it last moved.
    pub version: u64,
    /// The visit it was expressed in.
    pub visit: VisitId,
    /// The case of that visit.
    pub case: CaseId,
    /// The session of that visit.
    pub session: Option<SessionId>,
    /// The language of that visit.
    pub language: Language,
    /// Its code.
    pub code: NeedCode,
    /// The version of the taxonomy the code was taken from.
    pub taxonomy: u32,
    /// How pressing it is.
    pub urgency: NeedUrgency,
    /// Where it stands.
    pub state: NeedState,
    /// When it was expressed.
    pub expressed_at: DateTime<Utc>,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// Where it was oriented to, in order.
    pub orientations: Vec<NeedOrientation>,
    /// Why it was left unmet.
    pub unmet_because: Option<UnmetReason>,
    /// Why it is not asked any more.
    pub withdrawn_because: Option<NeedWithdrawal>,
}

impl Secrets for NeedRow {}

/// The list of needs, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Needs;

impl Projection for Needs {
    const NAME: &'static str = "dropin_needs_1";
    const KINDS: &'static [&'static str] = &[Visit::KIND];
    const FACETS: &'static [&'static str] = &["state", "code", "case", "visit", "language", "urgency"];
    type Event = VisitEvent;
    type Row = NeedRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<VisitEvent, Undecodable> {
        VisitEvent::read(name, shape, payload)
    }

    fn keys(event: &Recorded<VisitEvent>) -> Vec<String> {
        match &event.event {
            VisitEvent::VisitCorrected { needs, .. } => needs.iter().map(ToString::to_string).collect(),
            VisitEvent::VisitVoided { needs, .. } => needs.iter().map(|need| need.need.to_string()).collect(),
            other => other.moves().map(|(need, ..)| need.to_string()).into_iter().collect(),
        }
    }

    fn project(row: Option<NeedRow>, key: &str, event: &Recorded<VisitEvent>) -> Option<NeedRow> {
        let Some(row) = row else { return expressed(key, event) };
        // The id of a need is made by a device: one that another visit uses already stays with it.
        if row.visit.to_string() != event.stream.id {
            return Some(row);
        }
        row.follow(event)
    }

    fn order(row: &NeedRow) -> String {
        sortable(row.expressed_at)
    }

    fn facets(row: &NeedRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.code),
            Facet::of(row.case),
            Facet::of(row.visit),
            Facet::of(row.language),
            Facet::of(row.urgency),
        ]
    }

    fn waiting(row: &NeedRow) -> Option<Waiting> {
        (row.state == NeedState::Expressed).then(|| Waiting {
            on: Party::Host,
            since: row.expressed_at,
            what: "answerNeed".to_owned(),
            due: None,
        })
    }
}

fn expressed(key: &str, event: &Recorded<VisitEvent>) -> Option<NeedRow> {
    let VisitEvent::NeedExpressed { code, taxonomy, urgency, case, session, language, .. } = &event.event
    else {
        return None;
    };
    Some(NeedRow {
        id: id_of(key)?,
        version: event.version,
        visit: id_of(&event.stream.id)?,
        case: *case,
        session: *session,
        language: *language,
        code: *code,
        taxonomy: *taxonomy,
        urgency: *urgency,
        state: NeedState::Expressed,
        expressed_at: event.at(),
        since: event.at(),
        orientations: Vec::new(),
        unmet_because: None,
        withdrawn_because: None,
    })
}

impl NeedRow {
    fn follow(mut self, event: &Recorded<VisitEvent>) -> Option<Self> {
        self.version = event.version;
        if let Some((_, _, _, state)) = event.event.moves() {
            if self.state != state {
                self.since = event.at();
            }
            self.state = state;
        }
        match &event.event {
            // A visit that does not count leaves no need behind.
            VisitEvent::VisitVoided { .. } => return None,
            VisitEvent::VisitCorrected { after, .. } => self.language = after.language,
            VisitEvent::NeedLeftUnmet { reason, .. } => self.unmet_because = Some(*reason),
            VisitEvent::NeedWithdrawn { reason, .. } => self.withdrawn_because = Some(*reason),
            VisitEvent::NeedOriented { towards, .. } => self.orientations.push(NeedOrientation {
                towards: (*towards).into(),
                id: towards.id(),
                at: event.at(),
                outcome: None,
            }),
            VisitEvent::NeedSettled { by, outcome, .. } => self
                .orientations
                .iter_mut()
                .filter(|kept| kept.id == by.id())
                .for_each(|kept| kept.outcome = Some(*outcome)),
            _ => {}
        }
        Some(self)
    }
}
