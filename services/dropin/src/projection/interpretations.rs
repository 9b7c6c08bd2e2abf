//! Interpretations, as those who look for interpreters see them.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::{Facet, Undecodable, sortable};
use kernel::{
    CaseId, Decider, Event, Language, Line, PartnerId, Party, Projection, Recorded, Secrets, SessionId,
    SiteId, Waiting,
};
use reference::NeedCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id_of;
use crate::interpretation::{
    Interpretation, InterpretationCancellation, InterpretationDecline, InterpretationEvent, InterpretationId,
    InterpretationProvider, InterpretationPurpose, InterpretationState,
};
use crate::session::InterpreterMode;

/// An interpreter wanted at a given time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Interpretation")]
#[serde(rename_all = "camelCase")]
pub struct InterpretationRow {
    /// Its id.
    pub id: InterpretationId,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: InterpretationState,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// The language to interpret.
    pub language: Language,
    /// In the room, remote or in pair.
    pub mode: InterpreterMode,
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// Until this instant.
    pub ends_at: DateTime<Utc>,
    /// What it is about.
    pub subject: Option<NeedCode>,
    /// Whether calendars show nothing but *busy*.
    pub subject_hidden: bool,
    /// What it is for.
    pub purpose: InterpretationPurpose,
    /// The id of that visit, appointment, session, meeting or referral.
    pub purpose_id: Uuid,
    /// Where it takes place.
    pub site: Option<SiteId>,
    /// The session it falls in.
    pub session: Option<SessionId>,
    /// The case.
    pub case: Option<CaseId>,
    /// The partner who is asked, or who has confirmed.
    pub provider: Option<PartnerId>,
    /// What the one who is asked is called, when not in the directory.
    pub provider_name: Option<Line>,
    /// How often it was declined.
    pub declines: u32,
    /// Why it was declined the last time.
    pub declined_because: Option<InterpretationDecline>,
    /// Why it is not wanted any more.
    pub cancelled_because: Option<InterpretationCancellation>,
    /// How many minutes were interpreted.
    pub minutes: Option<u32>,
    /// What it costs, in cents of the network's currency.
    pub cost_cents: Option<u32>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
}

impl Secrets for InterpretationRow {}

/// The list of interpretations, in the order of their times.
#[derive(Debug, Clone, Copy)]
pub struct Interpretations;

impl Projection for Interpretations {
    const NAME: &'static str = "dropin_interpretations_1";
    const KINDS: &'static [&'static str] = &[Interpretation::KIND];
    const FACETS: &'static [&'static str] =
        &["state", "language", "mode", "site", "session", "case", "purpose_id", "provider"];
    type Event = InterpretationEvent;
    type Row = InterpretationRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<InterpretationEvent, Undecodable> {
        InterpretationEvent::read(name, shape, payload)
    }

    fn project(
        row: Option<InterpretationRow>,
        key: &str,
        event: &Recorded<InterpretationEvent>,
    ) -> Option<InterpretationRow> {
        let Some(mut row) = row else { return requested(key, event) };
        row.version = event.version;
        match &event.event {
            InterpretationEvent::InterpretationRequested { .. } => {}
            InterpretationEvent::InterpretationConfirmed { provider } => {
                row.stands(InterpretationState::Confirmed, event.at());
                row.is_with(Some(provider));
            }
            InterpretationEvent::InterpretationDeclined { provider, reason } => {
                row.stands(InterpretationState::Declined, event.at());
                row.is_with(provider.as_ref());
                row.declines += 1;
                row.declined_because = Some(*reason);
            }
            InterpretationEvent::InterpretationReassigned { provider, mode } => {
                row.stands(InterpretationState::Requested, event.at());
                row.is_with(provider.as_ref());
                row.mode = *mode;
            }
            InterpretationEvent::InterpretationDelivered { minutes, cost_cents } => {
                row.stands(InterpretationState::Done, event.at());
                row.minutes = Some(*minutes);
                row.cost_cents = *cost_cents;
            }
            InterpretationEvent::InterpreterDidNotAttend { .. } => {
                row.stands(InterpretationState::Missed, event.at());
            }
            InterpretationEvent::InterpretationCancelled { reason } => {
                row.stands(InterpretationState::Cancelled, event.at());
                row.cancelled_because = Some(*reason);
            }
            InterpretationEvent::InterpretationWentUnmet { .. } => {
                row.stands(InterpretationState::Unmet, event.at());
            }
        }
        Some(row)
    }

    fn order(row: &InterpretationRow) -> String {
        sortable(row.starts_at)
    }

    fn facets(row: &InterpretationRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.language),
            Facet::of(row.mode),
            Facet::maybe(row.site),
            Facet::maybe(row.session),
            Facet::maybe(row.case),
            Facet::of(row.purpose_id),
            Facet::maybe(row.provider),
        ]
    }

    fn waiting(row: &InterpretationRow) -> Option<Waiting> {
        let asked = if row.provider.is_some() { Party::Partner } else { Party::Coordinator };
        let (on, what, due) = match (row.state, asked) {
            (InterpretationState::Requested, Party::Partner) => {
                (Party::Partner, "answerInterpretation", row.starts_at)
            }
            (InterpretationState::Requested, _) => (Party::Coordinator, "findInterpreter", row.starts_at),
            (InterpretationState::Declined, _) => {
                (Party::Coordinator, "reassignInterpretation", row.starts_at)
            }
            (InterpretationState::Confirmed, asked) => (asked, "deliverInterpretation", row.ends_at),
            _ => return None,
        };
        Some(Waiting { on, since: row.since, what: what.to_owned(), due: Some(due) })
    }

    fn due(row: &InterpretationRow) -> Option<DateTime<Utc>> {
        matches!(row.state, InterpretationState::Requested | InterpretationState::Declined)
            .then_some(row.ends_at)
    }
}

impl InterpretationRow {
    fn stands(&mut self, state: InterpretationState, since: DateTime<Utc>) {
        self.state = state;
        self.since = since;
    }

    fn is_with(&mut self, provider: Option<&InterpretationProvider>) {
        self.provider = provider.and_then(InterpretationProvider::partner);
        self.provider_name = provider.and_then(InterpretationProvider::name).cloned();
    }
}

fn requested(key: &str, event: &Recorded<InterpretationEvent>) -> Option<InterpretationRow> {
    let InterpretationEvent::InterpretationRequested {
        wanted_for,
        language,
        mode,
        starts_at,
        ends_at,
        subject,
        subject_hidden,
        site,
        session,
        case,
        provider,
    } = &event.event
    else {
        return None;
    };
    let mut row = InterpretationRow {
        id: id_of(key)?,
        version: event.version,
        state: InterpretationState::Requested,
        since: event.at(),
        language: *language,
        mode: *mode,
        starts_at: *starts_at,
        ends_at: *ends_at,
        subject: *subject,
        subject_hidden: *subject_hidden,
        purpose: wanted_for.purpose(),
        purpose_id: wanted_for.id(),
        site: *site,
        session: *session,
        case: *case,
        provider: None,
        provider_name: None,
        declines: 0,
        declined_because: None,
        cancelled_because: None,
        minutes: None,
        cost_cents: None,
        requested_at: event.at(),
    };
    row.is_with(provider.as_ref());
    Some(row)
}
