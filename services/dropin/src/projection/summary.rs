//! The counts of a session. A voided visit leaves them, a corrected one moves.

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use crate::appointment::AppointmentEvent;
use crate::session::SessionEvent;
use crate::visit::facts::met_code;
use crate::visit::{FirstVisit, VisitEvent, VisitFacts};
use kernel::SessionId;

/// How often a value occurs in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SessionTally {
    /// The value, as a stable code.
    pub value: String,
    /// How often.
    pub count: u32,
}

/// The appointments of a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SessionAppointments {
    /// Still expected.
    pub booked: u32,
    /// The person came.
    pub arrived: u32,
    /// The person did not come.
    pub did_not_show: u32,
    /// Cancelled in time.
    pub cancelled: u32,
}

/// What a session comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SessionSummary {
    /// Visits that count.
    pub visits: u32,
    /// Of them, sent after the session was closed.
    pub late_visits: u32,
    /// Of them, people who came for the first time.
    pub first_visits: u32,
    /// The minutes of all visits that say them.
    pub minutes: u32,
    /// By way of coming.
    pub modes: Vec<SessionTally>,
    /// By language used.
    pub languages: Vec<SessionTally>,
    /// By how that language was met.
    pub languages_met: Vec<SessionTally>,
    /// By relation to the neighbourhood; `notSaid` when it was not asked either.
    pub relation_to_area: Vec<SessionTally>,
    /// Needs expressed, by code.
    pub needs: Vec<SessionTally>,
    /// Needs expressed, by where they stand now.
    pub needs_by_state: Vec<SessionTally>,
    /// People who could not be received.
    pub turned_away: u32,
    /// The same, by reason.
    pub turned_away_because: Vec<SessionTally>,
    /// Appointments that fall in this session.
    pub appointments: SessionAppointments,
}

/// Into the counts, or out of them.
#[derive(Debug, Clone, Copy)]
enum Move {
    In,
    Out,
}

impl Move {
    fn on(self, count: &mut u32, by: u32) {
        *count = match self {
            Self::In => count.saturating_add(by),
            Self::Out => count.saturating_sub(by),
        };
    }

    /// Keeps tallies sorted by value, without empty ones.
    fn tally(self, tallies: &mut Vec<SessionTally>, value: impl ToString, by: u32) {
        let value = value.to_string();
        match tallies.binary_search_by(|tally| tally.value.cmp(&value)) {
            Ok(place) => {
                self.on(&mut tallies[place].count, by);
                if tallies[place].count == 0 {
                    tallies.remove(place);
                }
            }
            Err(place) if matches!(self, Self::In) => {
                tallies.insert(place, SessionTally { value, count: by });
            }
            Err(_) => {}
        }
    }
}

impl SessionSummary {
    /// The counts after an event of the session itself.
    pub fn session(&mut self, event: &SessionEvent) {
        if let SessionEvent::PersonTurnedAway { count, reason, .. } = event {
            Move::In.on(&mut self.turned_away, *count);
            Move::In.tally(&mut self.turned_away_because, reason, *count);
        }
    }

    /// The counts after an event of one of its visits.
    pub fn visit(&mut self, event: &VisitEvent) {
        match event {
            VisitEvent::VisitRecorded { facts, late, .. } => self.count(facts, *late, Move::In),
            VisitEvent::VisitCorrected { before, after, .. } => {
                // Whether it came late is no part of what is corrected.
                self.count(before, false, Move::Out);
                self.count(after, false, Move::In);
            }
            VisitEvent::VisitVoided { facts, late, needs, .. } => {
                self.count(facts, *late, Move::Out);
                for need in needs {
                    Move::Out.tally(&mut self.needs, need.code, 1);
                    Move::Out.tally(&mut self.needs_by_state, need.state, 1);
                }
            }
            other => {
                if let Some((_, code, from, to)) = other.moves() {
                    match from {
                        None => Move::In.tally(&mut self.needs, code, 1),
                        Some(from) => Move::Out.tally(&mut self.needs_by_state, from, 1),
                    }
                    Move::In.tally(&mut self.needs_by_state, to, 1);
                }
            }
        }
    }

    fn count(&mut self, facts: &VisitFacts, late: bool, to: Move) {
        to.on(&mut self.visits, 1);
        to.on(&mut self.late_visits, u32::from(late));
        to.on(&mut self.first_visits, u32::from(facts.first_visit == Some(FirstVisit::Yes)));
        to.on(&mut self.minutes, facts.minutes.unwrap_or_default());
        to.tally(&mut self.modes, facts.mode, 1);
        to.tally(&mut self.languages, facts.language, 1);
        to.tally(&mut self.languages_met, met_code(facts.language_met), 1);
        let relation = facts.relation_to_area.unwrap_or(crate::visit::RelationToArea::NotSaid);
        to.tally(&mut self.relation_to_area, relation, 1);
    }

    /// The counts of one session after an event of an appointment, which may leave it for another.
    pub fn appointment(&mut self, event: &AppointmentEvent, own: SessionId) {
        let here = |session: &Option<SessionId>| *session == Some(own);
        let counts = &mut self.appointments;
        match event {
            AppointmentEvent::AppointmentBooked { .. } => counts.booked += 1,
            AppointmentEvent::AppointmentMoved { before, session, .. } => {
                if here(before) {
                    Move::Out.on(&mut counts.booked, 1);
                }
                if here(session) {
                    counts.booked += 1;
                }
            }
            AppointmentEvent::AppointmentCancelled { .. } => {
                Move::Out.on(&mut counts.booked, 1);
                counts.cancelled += 1;
            }
            AppointmentEvent::PersonArrived { before, session, after_no_show, .. } => {
                if here(before) {
                    let was = if *after_no_show { &mut counts.did_not_show } else { &mut counts.booked };
                    Move::Out.on(was, 1);
                }
                if here(session) {
                    counts.arrived += 1;
                }
            }
            AppointmentEvent::PersonDidNotShow { .. } => {
                Move::Out.on(&mut counts.booked, 1);
                counts.did_not_show += 1;
            }
        }
    }
}
