//! How the events of a pairing become its row.

use chrono::{DateTime, TimeDelta, Utc};
use kernel::projection::sortable;
use kernel::{Decider, Event, Facet, Party, Projection, Recorded, Undecodable, Waiting};

use super::aggregate::{Pairing, PairingState};
use super::events::PairingEvent;
use super::rhythm::CONTACTS_AT_HAND;
use super::row::{PairingContact, PairingDecline, PairingFeedback, PairingRow};
use super::values::{InactivityLevel, PairingSide};
use crate::limits::{Limits, days_after};

impl PairingRow {
    fn requested(key: &str, event: &Recorded<PairingEvent>) -> Option<Self> {
        let PairingEvent::AccompanimentRequested { request, at, limits_version } = &event.event else {
            return None;
        };
        let request = request.clone();
        Some(Self {
            id: key.parse().ok()?,
            version: event.version,
            state: PairingState::Requested,
            state_since: *at,
            case: request.case,
            person: request.person,
            need: request.need,
            topic: request.topic,
            purpose: request.purpose,
            language: request.language,
            times: request.times,
            gender_wish: request.gender_wish,
            planned_until: request.planned_until,
            rematch_of: request.rematch_of,
            rematched_to: None,
            requested_at: *at,
            member: None,
            score: None,
            score_version: None,
            reasons: vec![],
            proposal_deadline: None,
            accepted_by: None,
            proposals: 0,
            proposals_expired: 0,
            declines: vec![],
            activated_at: None,
            paused_until: None,
            pause_reason: None,
            incident: None,
            contacts: vec![],
            contacts_made: 0,
            contacts_not_made: 0,
            contact_minutes: 0,
            last_contact_at: None,
            inactivity: None,
            flagged_at: None,
            ended_at: None,
            ended_by: None,
            end_reason: None,
            ended_early: false,
            rested_days: 0,
            effective_days: None,
            feedback: vec![],
            outcome: None,
            limits_version: *limits_version,
            pairing: Pairing::default(),
        })
    }

    /// The proposal is off the table.
    fn forget_proposal(&mut self) {
        self.score = None;
        self.score_version = None;
        self.reasons.clear();
        self.proposal_deadline = None;
        self.accepted_by = None;
    }

    fn fold_matching(&mut self, event: &PairingEvent) {
        match event {
            PairingEvent::PairingProposed { score, reasons, score_version, deadline, .. } => {
                self.score = Some(score.value());
                self.score_version = Some(*score_version);
                self.reasons.clone_from(reasons);
                self.proposal_deadline = Some(*deadline);
                self.proposals += 1;
            }
            PairingEvent::PairingAcceptedByVolunteer { .. } => {
                self.accepted_by.get_or_insert(PairingSide::Volunteer);
            }
            PairingEvent::PairingAcceptedByPerson { .. } => {
                self.accepted_by.get_or_insert(PairingSide::Person);
            }
            PairingEvent::PairingActivated { at, .. } => {
                self.activated_at = Some(*at);
                self.proposal_deadline = None;
                self.accepted_by = None;
            }
            PairingEvent::PairingDeclined { member, side, reason, at } => {
                self.forget_proposal();
                let decline = PairingDecline { member: *member, side: *side, reason: *reason, at: *at };
                self.declines.push(decline);
            }
            PairingEvent::PairingProposalExpired { .. } => {
                self.forget_proposal();
                self.proposals_expired += 1;
            }
            PairingEvent::AccompanimentWithdrawn { .. } => self.forget_proposal(),
            PairingEvent::RematchRequested { next } => self.rematched_to = Some(*next),
            _ => {}
        }
    }

    fn fold_running(&mut self, event: &PairingEvent) {
        match event {
            PairingEvent::PairingPaused { until, reason, .. } => {
                self.paused_until = Some(*until);
                self.pause_reason = Some(*reason);
            }
            PairingEvent::PairingResumed { .. } => {
                self.paused_until = None;
                self.pause_reason = None;
            }
            PairingEvent::PairingSuspended { incident, .. } => self.incident = Some(*incident),
            PairingEvent::PairingEnded { by, reason, at } => {
                self.ended_at = Some(*at);
                self.ended_by = Some(*by);
                self.end_reason = Some(*reason);
                self.ended_early = self.planned_until.is_some_and(|planned| at.date_naive() < planned);
                self.paused_until = None;
                self.pause_reason = None;
                let lasted = self.pairing.rhythm.as_ref().map(|rhythm| rhythm.lasted(*at));
                self.effective_days = lasted.map(whole_days);
            }
            PairingEvent::PairingCompleted { outcome } => self.outcome = Some(*outcome),
            _ => {}
        }
    }

    fn fold_words(&mut self, event: &Recorded<PairingEvent>) {
        match &event.event {
            PairingEvent::ContactLogged { contact, at, contact_made, medium, minutes, note } => {
                let entry = PairingContact {
                    number: *contact,
                    at: *at,
                    contact_made: *contact_made,
                    medium: *medium,
                    minutes: *minutes,
                    note: note.clone(),
                    corrected: false,
                };
                self.count(&entry, true);
                self.contacts.push(entry);
                let surplus = self.contacts.len().saturating_sub(CONTACTS_AT_HAND);
                self.contacts.drain(..surplus);
            }
            PairingEvent::ContactLogCorrected { contact, at, contact_made, medium, minutes, note } => {
                let entry = PairingContact {
                    number: *contact,
                    at: *at,
                    contact_made: *contact_made,
                    medium: *medium,
                    minutes: *minutes,
                    note: note.clone(),
                    corrected: true,
                };
                if let Some(place) = self.contacts.iter().position(|known| known.number == *contact) {
                    let before = std::mem::replace(&mut self.contacts[place], entry.clone());
                    self.count(&before, false);
                    self.count(&entry, true);
                }
            }
            PairingEvent::FeedbackGiven { side, helped, language, words } => {
                self.feedback.push(PairingFeedback {
                    side: *side,
                    helped: *helped,
                    language: *language,
                    words: words.clone(),
                    at: event.at(),
                });
            }
            _ => {}
        }
    }

    /// Puts an entry into the totals, or takes it out of them.
    fn count(&mut self, entry: &PairingContact, add: bool) {
        let minutes = u64::from(entry.minutes.unwrap_or(0));
        let contacts = if entry.contact_made { &mut self.contacts_made } else { &mut self.contacts_not_made };
        *contacts = if add { contacts.saturating_add(1) } else { contacts.saturating_sub(1) };
        if entry.contact_made {
            self.contact_minutes = if add {
                self.contact_minutes.saturating_add(minutes)
            } else {
                self.contact_minutes.saturating_sub(minutes)
            };
        }
    }

    /// What the rules know is taken from the state they fold, so that lists and rules never differ.
    fn follow_rules(&mut self, event: &Recorded<PairingEvent>) {
        let state = self.pairing.state().unwrap_or(self.state);
        if state != self.state {
            self.state_since = event.at();
        }
        self.state = state;
        self.member = self.pairing.member();
        if let Some(rhythm) = &self.pairing.rhythm {
            if self.inactivity != rhythm.flagged {
                self.flagged_at = rhythm.flagged.map(|_| event.at());
            }
            self.inactivity = rhythm.flagged;
            self.rested_days = whole_days(TimeDelta::seconds(rhythm.rested_seconds));
            self.last_contact_at = Some(rhythm.last_success()).filter(|_| self.contacts_made > 0);
        }
    }
}

fn whole_days(delta: TimeDelta) -> u32 {
    u32::try_from(delta.num_days()).unwrap_or(0)
}

/// The pairings of the network.
#[derive(Debug, Clone, Copy)]
pub struct Pairings;

impl Projection for Pairings {
    const NAME: &'static str = "mutual_aid_pairings_1";
    const KINDS: &'static [&'static str] = &["pairing"];
    const FACETS: &'static [&'static str] = &["state", "case", "person", "member", "language", "topic"];
    type Event = PairingEvent;
    type Row = PairingRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<PairingEvent, Undecodable> {
        PairingEvent::read(name, shape, payload)
    }

    fn project(row: Option<PairingRow>, key: &str, event: &Recorded<PairingEvent>) -> Option<PairingRow> {
        let mut row = row.or_else(|| PairingRow::requested(key, event))?;
        row.version = event.version;
        row.pairing.evolve(event.event.clone());
        row.fold_matching(&event.event);
        row.fold_running(&event.event);
        row.fold_words(event);
        row.follow_rules(event);
        Some(row)
    }

    fn order(row: &PairingRow) -> String {
        sortable(row.requested_at)
    }

    fn facets(row: &PairingRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.case),
            Facet::maybe(row.person),
            Facet::maybe(row.member),
            Facet::of(row.language),
            Facet::maybe(row.topic),
        ]
    }

    fn waiting(row: &PairingRow) -> Option<Waiting> {
        let (on, what) = match row.state {
            PairingState::Requested => (Party::Coordinator, "proposeVolunteer"),
            PairingState::HalfAccepted if row.accepted_by == Some(PairingSide::Volunteer) => {
                (Party::Person, "answerProposal")
            }
            PairingState::Proposed | PairingState::HalfAccepted => (Party::Volunteer, "answerProposal"),
            PairingState::Active => match row.inactivity? {
                InactivityLevel::Reminder => (Party::Volunteer, "sayWhetherAllIsWell"),
                InactivityLevel::Coordinator => (Party::Coordinator, "lookAfterPairing"),
            },
            PairingState::Suspended => (Party::Coordinator, "clearUpIncident"),
            PairingState::Ended => (Party::Coordinator, "completePairing"),
            PairingState::Paused
            | PairingState::Completed
            | PairingState::Unmatched
            | PairingState::Withdrawn => return None,
        };
        let since = if row.state == PairingState::Active { row.flagged_at? } else { row.state_since };
        Some(Waiting { on, since, what: what.to_owned(), due: Self::due(row) })
    }

    fn due(row: &PairingRow) -> Option<DateTime<Utc>> {
        match row.state {
            PairingState::Requested => {
                Some(days_after(row.state_since, Limits::of(row.limits_version).no_match_days))
            }
            PairingState::Proposed | PairingState::HalfAccepted => row.proposal_deadline,
            PairingState::Active => Some(row.pairing.rhythm.as_ref()?.next_flag()?.1),
            PairingState::Paused => row.paused_until,
            _ => None,
        }
    }
}
