//! Visits, each with its needs and notes.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::{Facet, Undecodable, sortable};
use kernel::{
    ActorId, AppointmentId, CaseId, Decider, Event, NeedId, PersonId, Projection, Recorded, ReturnCode,
    Secret, Secrets, SessionId, SiteId, VisitId,
};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::id_of;
use crate::visit::{
    NeedState, NeedUrgency, NoteLevel, OutreachContact, Visit, VisitEvent, VisitFacts, VisitIdentity,
    VisitState, VoidReason,
};

/// A need of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct VisitNeed {
    /// Its id.
    pub need: NeedId,
    /// Its code.
    pub code: NeedCode,
    /// How pressing it is.
    pub urgency: NeedUrgency,
    /// Where it stands.
    pub state: NeedState,
}

/// A note of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct VisitNote {
    /// Who may read it.
    pub level: NoteLevel,
    /// The words; null when they may not be read or the person was erased.
    pub words: Secret,
    /// Who wrote it.
    pub by: ActorId,
    /// When.
    pub at: DateTime<Utc>,
}

/// One visit of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Visit")]
#[serde(rename_all = "camelCase")]
pub struct VisitRow {
    /// Its id.
    pub id: VisitId,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: VisitState,
    /// The case it belongs to.
    pub case: CaseId,
    /// Its session.
    pub session: Option<SessionId>,
    /// The site of its session.
    pub site: Option<SiteId>,
    /// Where the person was met, outside a session.
    pub outreach: Option<OutreachContact>,
    /// Who received, as an account.
    pub host: ActorId,
    /// When it happened, by the device.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded, by the server.
    pub recorded_at: DateTime<Utc>,
    /// Whether it was sent after its session was closed.
    pub late: bool,
    /// What is said about it.
    #[graphql(flatten)]
    pub facts: VisitFacts,
    /// Its needs, in the order they were expressed.
    pub needs: Vec<VisitNeed>,
    /// Its notes.
    pub notes: Vec<VisitNote>,
    /// The appointment the person came for.
    pub appointment: Option<AppointmentId>,
    /// How far the person is known.
    pub identity: VisitIdentity,
    /// The person, if they agreed.
    pub person: Option<PersonId>,
    /// The code that leads back to it.
    pub return_code: Option<ReturnCode>,
    /// How often it was corrected.
    pub corrections: u32,
    /// Why it does not count.
    pub voided_because: Option<VoidReason>,
}

impl Secrets for VisitRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.notes.iter_mut().map(|note| &mut note.words).collect()
    }
}

/// The list of visits, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Visits;

impl Projection for Visits {
    const NAME: &'static str = "dropin_visits_1";
    const KINDS: &'static [&'static str] = &[Visit::KIND];
    const FACETS: &'static [&'static str] =
        &["session", "site", "case", "state", "language", "mode", "person"];
    type Event = VisitEvent;
    type Row = VisitRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<VisitEvent, Undecodable> {
        VisitEvent::read(name, shape, payload)
    }

    fn project(row: Option<VisitRow>, key: &str, event: &Recorded<VisitEvent>) -> Option<VisitRow> {
        let Some(mut row) = row else { return recorded(key, event) };
        row.version = event.version;
        row.follow(event);
        Some(row)
    }

    fn order(row: &VisitRow) -> String {
        sortable(row.occurred_at)
    }

    fn facets(row: &VisitRow) -> Vec<Facet> {
        vec![
            Facet::maybe(row.session),
            Facet::maybe(row.site),
            Facet::of(row.case),
            Facet::of(row.state),
            Facet::of(row.facts.language),
            Facet::of(row.facts.mode),
            Facet::maybe(row.person),
        ]
    }
}

fn recorded(key: &str, event: &Recorded<VisitEvent>) -> Option<VisitRow> {
    let VisitEvent::VisitRecorded { case, session, site, outreach, host, facts, appointment, late, .. } =
        &event.event
    else {
        return None;
    };
    Some(VisitRow {
        id: id_of(key)?,
        version: event.version,
        state: VisitState::Recorded,
        case: *case,
        session: *session,
        site: *site,
        outreach: outreach.clone(),
        host: *host,
        occurred_at: event.at(),
        recorded_at: event.recorded_at,
        late: *late,
        facts: facts.as_ref().clone(),
        needs: Vec::new(),
        notes: Vec::new(),
        appointment: *appointment,
        identity: VisitIdentity::Anonymous,
        person: None,
        return_code: None,
        corrections: 0,
        voided_because: None,
    })
}

impl VisitRow {
    fn follow(&mut self, event: &Recorded<VisitEvent>) {
        match &event.event {
            VisitEvent::NeedExpressed { need, code, urgency, .. } => self.needs.push(VisitNeed {
                need: *need,
                code: *code,
                urgency: *urgency,
                state: NeedState::Expressed,
            }),
            VisitEvent::VisitNoteAdded { level, words } => self.notes.push(VisitNote {
                level: *level,
                words: words.clone(),
                by: event.meta.actor,
                at: event.at(),
            }),
            VisitEvent::ReturnCodeIssued { code } => {
                self.return_code = Some(*code);
                self.identity = self.identity.max(VisitIdentity::ReturnCode);
            }
            VisitEvent::VisitAttributed { person, identity, .. } => {
                self.person = Some(*person);
                self.identity = *identity;
            }
            VisitEvent::VisitDetached { .. } => {
                self.person = None;
                self.identity =
                    self.return_code.map_or(VisitIdentity::Anonymous, |_| VisitIdentity::ReturnCode);
            }
            VisitEvent::VisitCorrected { after, .. } => {
                self.facts = after.as_ref().clone();
                self.corrections += 1;
            }
            VisitEvent::VisitVoided { reason, .. } => {
                self.state = VisitState::Voided;
                self.voided_because = Some(*reason);
            }
            other => {
                if let Some((need, _, _, state)) = other.moves() {
                    self.needs
                        .iter_mut()
                        .filter(|kept| kept.need == need)
                        .for_each(|kept| kept.state = state);
                }
            }
        }
    }
}
