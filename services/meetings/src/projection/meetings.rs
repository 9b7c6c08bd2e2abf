//! The list of meetings: a fold of what happened to each of them.

use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{Decider, Event, Facet, Language, MeetingId, Party, Projection, Recorded, Undecodable, Waiting};

use super::rows::{
    AgendaItem, LanguageCount, MeetingAttendance, MeetingCancelled, MeetingDecision, MeetingMinutes,
    MeetingRegistration, MeetingRow, PublishedMinutes,
};
use crate::meeting::{
    AgendaItemState, AgendaSource, Attendee, Meeting, MeetingEvent, MeetingState, MinutesState, join, leave,
    redacted,
};

/// Meetings, by their start.
#[derive(Debug)]
pub struct Meetings;

impl Projection for Meetings {
    const NAME: &'static str = "meetings_meetings_1";
    const KINDS: &'static [&'static str] = &[Meeting::KIND];
    const FACETS: &'static [&'static str] = &["state", "month", "minutes"];
    type Event = MeetingEvent;
    type Row = MeetingRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<MeetingEvent, Undecodable> {
        MeetingEvent::read(name, shape, payload)
    }

    fn project(row: Option<MeetingRow>, key: &str, recorded: &Recorded<MeetingEvent>) -> Option<MeetingRow> {
        let mut row = match row {
            Some(row) => row,
            None => planned(key.parse().ok()?, recorded)?,
        };
        row.version = recorded.version;
        row.changed_at = recorded.at();
        row.before(&recorded.event, recorded.at());
        row.during(&recorded.event, recorded.at());
        row.after(&recorded.event, recorded.at());
        Some(row)
    }

    fn order(row: &MeetingRow) -> String {
        sortable(row.starts_at)
    }

    fn facets(row: &MeetingRow) -> Vec<Facet> {
        vec![Facet::of(row.state), Facet::of(&row.month), Facet::of(row.minutes_state)]
    }

    fn waiting(row: &MeetingRow) -> Option<Waiting> {
        let wait = |on, since, what: &str, due| Some(Waiting { on, since, what: what.to_owned(), due });
        let minutes = row.minutes.as_ref();
        match (row.state, row.minutes_state) {
            (MeetingState::Planned, _) => {
                wait(Party::Coordinator, row.planned_at, "announceMeeting", Some(row.starts_at))
            }
            (MeetingState::Open, _) => wait(Party::Host, row.opened_at?, "closeMeeting", Some(row.ends_at)),
            (MeetingState::Held, MinutesState::Awaited) => {
                wait(Party::Host, row.closed_at?, "draftMinutes", None)
            }
            // By the members of the next meeting.
            (MeetingState::Held, MinutesState::Drafted) => {
                wait(Party::Member, minutes?.written_at, "approveMinutes", None)
            }
            (MeetingState::Held, MinutesState::Approved) => {
                wait(Party::Coordinator, minutes?.approved_on?, "publishMinutes", None)
            }
            (MeetingState::Announced | MeetingState::Cancelled, _)
            | (MeetingState::Held, MinutesState::Published) => None,
        }
    }
}

/// The row of a meeting that has just been planned.
fn planned(id: MeetingId, recorded: &Recorded<MeetingEvent>) -> Option<MeetingRow> {
    let MeetingEvent::MeetingPlanned {
        title,
        welcome_at,
        starts_at,
        ends_at,
        time_zone,
        place,
        languages,
        interpreters,
        places,
    } = recorded.event.clone()
    else {
        return None;
    };
    Some(MeetingRow {
        id,
        version: recorded.version,
        state: MeetingState::Planned,
        title,
        welcome_at,
        starts_at,
        ends_at,
        time_zone,
        month: time_zone.month(starts_at),
        place,
        languages,
        planned_interpreters: interpreters.clone(),
        interpreters,
        places,
        agenda: vec![],
        registrations: vec![],
        children: 0,
        attendance: MeetingAttendance::default(),
        decisions: vec![],
        commitments: vec![],
        minutes_state: MinutesState::Awaited,
        minutes: None,
        published: None,
        cancelled: None,
        planned_at: recorded.at(),
        announced_at: None,
        opened_at: None,
        closed_at: None,
        rescheduled_at: None,
        changed_at: recorded.at(),
    })
}

impl MeetingRow {
    /// What happens before a meeting: its date, its agenda, its seats.
    fn before(&mut self, event: &MeetingEvent, at: DateTime<Utc>) {
        match event.clone() {
            MeetingEvent::MeetingAnnounced {} => {
                (self.state, self.announced_at) = (MeetingState::Announced, Some(at));
            }
            MeetingEvent::MeetingRescheduled { welcome_at, starts_at, ends_at, place } => {
                (self.welcome_at, self.starts_at, self.ends_at) = (welcome_at, starts_at, ends_at);
                self.month = self.time_zone.month(starts_at);
                self.place = place.unwrap_or_else(|| self.place.clone());
                self.rescheduled_at = Some(at);
            }
            MeetingEvent::MeetingCancelled { reason, message } => {
                self.state = MeetingState::Cancelled;
                self.cancelled = Some(MeetingCancelled { reason, message, at });
            }
            MeetingEvent::AgendaItemProposed { item, title, source } => {
                let (member, need) = match source {
                    AgendaSource::Member(member) => (Some(member), None),
                    AgendaSource::Need(need) => (None, Some(need)),
                };
                let state = AgendaItemState::Proposed;
                self.agenda.push(AgendaItem { id: item, title, state, member, need, deferred_to: None });
            }
            MeetingEvent::AgendaItemAccepted { item } => {
                for known in self.agenda.iter_mut().filter(|known| known.id == item) {
                    (known.state, known.deferred_to) = (AgendaItemState::Accepted, None);
                }
            }
            MeetingEvent::AgendaItemDeferred { item, to } => {
                for known in self.agenda.iter_mut().filter(|known| known.id == item) {
                    (known.state, known.deferred_to) = (AgendaItemState::Deferred, to);
                }
            }
            MeetingEvent::RegistrationMade { registration, member, interpreter, children } => {
                let seat = MeetingRegistration { id: registration, member, interpreter, children };
                self.registrations.push(seat);
                self.count_seats();
            }
            MeetingEvent::RegistrationCancelled { registration } => {
                self.registrations.retain(|seat| seat.id != registration);
                self.count_seats();
            }
            _ => {}
        }
    }

    /// What happens in it: who comes, what is decided.
    fn during(&mut self, event: &MeetingEvent, at: DateTime<Utc>) {
        match event.clone() {
            MeetingEvent::MeetingOpened {} => (self.state, self.opened_at) = (MeetingState::Open, Some(at)),
            MeetingEvent::MeetingClosed {} => (self.state, self.closed_at) = (MeetingState::Held, Some(at)),
            MeetingEvent::AttendanceRecorded { attendee } => {
                self.count_people(|attendance| join(&mut attendance.attendees, &attendee));
            }
            MeetingEvent::AttendanceWithdrawn { attendee, .. } => {
                self.count_people(|attendance| leave(&mut attendance.attendees, &attendee));
            }
            MeetingEvent::AnonymousAttendanceCounted { language, count } => {
                self.count_people(|attendance| attendance.set(language, count));
            }
            MeetingEvent::DecisionTaken { decision, text, method, votes, item } => {
                let taken = MeetingDecision { id: decision, text, method, votes, item, taken_at: at };
                self.decisions.push(taken);
            }
            MeetingEvent::CommitmentMade { commitment, .. } => self.commitments.push(commitment),
            _ => {}
        }
    }

    /// What happens after it: its minutes.
    fn after(&mut self, event: &MeetingEvent, at: DateTime<Utc>) {
        match event.clone() {
            MeetingEvent::MinutesDrafted { text } => self.write(text, None, at),
            MeetingEvent::MinutesCorrected { text, change } => self.write(text, Some(change), at),
            MeetingEvent::MinutesApproved { at: meeting } => {
                self.minutes_state = MinutesState::Approved;
                if let Some(minutes) = &mut self.minutes {
                    (minutes.approved_at, minutes.approved_on) = (Some(meeting), Some(at));
                }
            }
            MeetingEvent::MinutesPublished { languages, redactions } => {
                self.minutes_state = MinutesState::Published;
                if let Some(minutes) = &self.minutes {
                    self.published = Some(PublishedMinutes {
                        text: redacted(&minutes.text, &languages, &redactions),
                        languages,
                        redactions,
                        published_at: at,
                        total: self.attendance.total,
                        anonymous: self.attendance.anonymous,
                        attendees: published_ids(&self.attendance.attendees),
                    });
                }
            }
            _ => {}
        }
    }

    /// A text that members have not approved yet; what was published stays until it is replaced.
    fn write(&mut self, text: kernel::Localized, change: Option<kernel::Line>, at: DateTime<Utc>) {
        let earlier = self.minutes.as_ref().map_or(0, |minutes| minutes.corrections);
        self.minutes_state = MinutesState::Drafted;
        self.minutes = Some(MeetingMinutes {
            text,
            written_at: at,
            corrections: earlier + u32::from(change.is_some()),
            change,
            approved_at: None,
            approved_on: None,
        });
    }

    fn count_seats(&mut self) {
        self.children = self.registrations.iter().fold(0, |sum, seat| sum.saturating_add(seat.children));
        let asked = self.registrations.iter().filter_map(|seat| seat.interpreter);
        self.interpreters = self.planned_interpreters.iter().copied().chain(asked).collect();
        self.interpreters.sort_unstable();
        self.interpreters.dedup();
    }

    /// Published minutes follow: a name taken back leaves them at once.
    fn count_people(&mut self, change: impl FnOnce(&mut MeetingAttendance)) {
        change(&mut self.attendance);
        self.attendance.count();
        if let Some(published) = &mut self.published {
            published.total = self.attendance.total;
            published.anonymous = self.attendance.anonymous;
            published.attendees = published_ids(&self.attendance.attendees);
        }
    }
}

impl MeetingAttendance {
    fn set(&mut self, language: Language, count: u32) {
        self.by_language.retain(|known| known.language != language);
        if count > 0 {
            self.by_language.push(LanguageCount { language, count });
        }
        self.by_language.sort_unstable_by_key(|known| known.language);
    }

    fn count(&mut self) {
        self.named = u32::try_from(self.attendees.len()).unwrap_or(u32::MAX);
        self.anonymous = self.by_language.iter().fold(0, |sum, known| sum.saturating_add(known.count));
        self.total = self.named.saturating_add(self.anonymous);
    }
}

/// Ids only: the language somebody takes part in is nobody else's business.
fn published_ids(attendees: &[Attendee]) -> Vec<Attendee> {
    attendees.iter().map(|known| Attendee { language: None, ..known.clone() }).collect()
}
