//! The date of a meeting, its agenda and its seats: the rules before it begins.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use kernel::{AgendaItemId, Asked, Language, Localized, MeetingId, MemberId};
use reference::Taxonomy;
use serde::{Deserialize, Serialize};

use super::commands::{
    AcceptAgendaItem, CancelMeeting, CancelMeetingRegistration, DeferAgendaItem, PlanMeeting,
    ProposeAgendaItem, RegisterForMeeting, RescheduleMeeting,
};
use super::events::MeetingEvent;
use super::refusal::MeetingRefusal;
use super::values::{AgendaItemState, AgendaNeed, AgendaSource, MeetingPlace, RegistrationId};
use crate::MeetingTimeZone;
use crate::zone::plausible;

type Decided = Result<Vec<MeetingEvent>, MeetingRefusal>;

/// The most hours from the welcome to the end: meetings last hours, not days.
const MOST_HOURS: u32 = 24;
/// The most languages of a list: more than a room can hold.
const MOST_LANGUAGES: usize = 20;
/// The most items of an agenda, because a meeting is folded in memory.
pub const MOST_ITEMS: usize = 100;
/// The most seats, those given back included.
const MOST_SEATS: usize = 500;
/// The most children of one seat.
const MOST_CHILDREN: u32 = 20;
/// The least expressions of a need about health, residence, justice or debts.
const LEAST_EXPRESSIONS: u32 = 5;

/// The date, agenda and seats of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// What it is called.
    pub title: Localized,
    /// From when people are welcomed.
    pub welcome_at: DateTime<Utc>,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The time zone of the place.
    pub time_zone: MeetingTimeZone,
    /// Where.
    pub place: MeetingPlace,
    /// The languages of those present.
    pub languages: Vec<Language>,
    /// The languages an interpreter is wanted for.
    pub interpreters: Vec<Language>,
    /// How many seats, if they are counted.
    pub places: Option<u32>,
    /// What is asked to be talked about.
    pub agenda: BTreeMap<AgendaItemId, AgendaEntry>,
    /// The seats, those given back included.
    pub seats: BTreeMap<RegistrationId, Seat>,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaEntry {
    /// What it is about.
    pub title: Localized,
    /// Where it comes from.
    pub source: AgendaSource,
    /// Where it stands.
    pub state: AgendaItemState,
    /// The meeting it was proposed to instead.
    pub deferred_to: Option<MeetingId>,
}

/// A seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// For this member; anonymous without.
    pub member: Option<MemberId>,
    /// The language an interpreter is wanted for.
    pub interpreter: Option<Language>,
    /// Children to care for.
    pub children: u32,
    /// Whether it was given back.
    pub given_back: bool,
}

impl Program {
    pub(super) fn plan(plan: PlanMeeting) -> Decided {
        if plan.title.is_empty() {
            return Err(MeetingRefusal::MeetingTitleMissing);
        }
        in_order(plan.welcome_at, plan.starts_at, plan.ends_at)?;
        bounded(plan.languages.len().max(plan.interpreters.len()), MOST_LANGUAGES)?;
        let PlanMeeting { title, welcome_at, starts_at, ends_at, time_zone, place, .. } = plan;
        let PlanMeeting { languages, interpreters, places, .. } = plan;
        Ok(vec![MeetingEvent::MeetingPlanned {
            title,
            welcome_at,
            starts_at,
            ends_at,
            time_zone,
            place,
            languages,
            interpreters,
            places,
        }])
    }

    pub(super) fn planned(event: MeetingEvent) -> Option<Self> {
        match event {
            MeetingEvent::MeetingPlanned {
                title,
                welcome_at,
                starts_at,
                ends_at,
                time_zone,
                place,
                languages,
                interpreters,
                places,
            } => Some(Self {
                title,
                welcome_at,
                starts_at,
                ends_at,
                time_zone,
                place,
                languages,
                interpreters,
                places,
                agenda: BTreeMap::new(),
                seats: BTreeMap::new(),
            }),
            _ => None,
        }
    }

    /// Whether it is planned like that.
    pub(super) fn is(&self, plan: &PlanMeeting) -> bool {
        *plan
            == PlanMeeting {
                title: self.title.clone(),
                welcome_at: self.welcome_at,
                starts_at: self.starts_at,
                ends_at: self.ends_at,
                time_zone: self.time_zone,
                place: self.place.clone(),
                languages: self.languages.clone(),
                interpreters: self.interpreters.clone(),
                places: self.places,
            }
    }

    pub(super) fn reschedule(&self, dates: RescheduleMeeting) -> Decided {
        let RescheduleMeeting { welcome_at, starts_at, ends_at, place } = dates;
        in_order(welcome_at, starts_at, ends_at)?;
        let place = place.filter(|place| *place != self.place);
        let same = (welcome_at, starts_at, ends_at) == (self.welcome_at, self.starts_at, self.ends_at);
        if same && place.is_none() {
            return Ok(vec![]);
        }
        Ok(vec![MeetingEvent::MeetingRescheduled { welcome_at, starts_at, ends_at, place }])
    }

    pub(super) fn cancel(cancel: CancelMeeting) -> Decided {
        if cancel.message.is_empty() {
            return Err(MeetingRefusal::MeetingMessageMissing);
        }
        let CancelMeeting { reason, message } = cancel;
        Ok(vec![MeetingEvent::MeetingCancelled { reason, message }])
    }

    /// It opens on its day, from midnight at its place: the room is made ready before the welcome.
    pub(super) fn open(&self, asked: &Asked) -> Decided {
        let date = self.time_zone.date(self.welcome_at);
        if asked.at < self.time_zone.start_of(date) {
            return Err(MeetingRefusal::MeetingNotToday { date });
        }
        Ok(vec![MeetingEvent::MeetingOpened {}])
    }

    pub(super) fn propose(&self, proposal: ProposeAgendaItem) -> Decided {
        let ProposeAgendaItem { item, title, source } = proposal;
        if let Some(known) = self.agenda.get(&item) {
            let same = known.title == title && known.source == source;
            return if same { Ok(vec![]) } else { Err(MeetingRefusal::AgendaItemAlreadyProposed) };
        }
        if title.is_empty() {
            return Err(MeetingRefusal::AgendaItemTitleMissing);
        }
        if let AgendaSource::Need(need) = &source {
            often_enough(*need)?;
        }
        bounded(self.agenda.len() + 1, MOST_ITEMS)?;
        Ok(vec![MeetingEvent::AgendaItemProposed { item, title, source }])
    }

    pub(super) fn accept(&self, wanted: &AcceptAgendaItem) -> Decided {
        let item = wanted.item;
        match self.agenda.get(&item).map(|known| known.state) {
            None => Err(MeetingRefusal::AgendaItemNotFound),
            Some(AgendaItemState::Accepted) => Ok(vec![]),
            Some(_) => Ok(vec![MeetingEvent::AgendaItemAccepted { item }]),
        }
    }

    pub(super) fn defer(&self, wanted: &DeferAgendaItem) -> Decided {
        let DeferAgendaItem { item, to } = *wanted;
        let deferred = vec![MeetingEvent::AgendaItemDeferred { item, to }];
        match self.agenda.get(&item) {
            None => Err(MeetingRefusal::AgendaItemNotFound),
            Some(known) if known.state != AgendaItemState::Deferred => Ok(deferred),
            Some(known) if to.is_none() || known.deferred_to == to => Ok(vec![]),
            // Deferred without a meeting before: now there is one.
            Some(known) if known.deferred_to.is_none() => Ok(deferred),
            Some(_) => Err(MeetingRefusal::AgendaItemAlreadyDeferred),
        }
    }

    pub(super) fn register(&self, wanted: RegisterForMeeting) -> Decided {
        let RegisterForMeeting { registration, member, interpreter, children } = wanted;
        let seat = Seat { member, interpreter, children, given_back: false };
        if let Some(known) = self.seats.get(&registration) {
            return if *known == seat { Ok(vec![]) } else { Err(MeetingRefusal::MeetingAlreadyRegistered) };
        }
        let taken = || self.seats.values().filter(|known| !known.given_back);
        if member.is_some() && taken().any(|known| known.member == member) {
            return Err(MeetingRefusal::MeetingAlreadyRegistered);
        }
        if let Some(places) = self.places
            && taken().count() >= places as usize
        {
            return Err(MeetingRefusal::MeetingFull { places });
        }
        bounded(self.seats.len() + 1, MOST_SEATS)?;
        if children > MOST_CHILDREN {
            return Err(MeetingRefusal::MeetingTooMany { most: MOST_CHILDREN });
        }
        Ok(vec![MeetingEvent::RegistrationMade { registration, member, interpreter, children }])
    }

    pub(super) fn give_back(&self, wanted: &CancelMeetingRegistration) -> Decided {
        let registration = wanted.registration;
        match self.seats.get(&registration) {
            None => Err(MeetingRefusal::MeetingRegistrationNotFound),
            Some(seat) if seat.given_back => Ok(vec![]),
            Some(_) => Ok(vec![MeetingEvent::RegistrationCancelled { registration }]),
        }
    }

    pub(super) fn evolve(&mut self, event: MeetingEvent) {
        use MeetingEvent as Then;
        match event {
            Then::MeetingRescheduled { welcome_at, starts_at, ends_at, place } => {
                (self.welcome_at, self.starts_at, self.ends_at) = (welcome_at, starts_at, ends_at);
                if let Some(place) = place {
                    self.place = place;
                }
            }
            Then::AgendaItemProposed { item, title, source } => {
                let state = AgendaItemState::Proposed;
                self.agenda.insert(item, AgendaEntry { title, source, state, deferred_to: None });
            }
            Then::AgendaItemAccepted { item } => self.stand(item, AgendaItemState::Accepted, None),
            Then::AgendaItemDeferred { item, to } => self.stand(item, AgendaItemState::Deferred, to),
            Then::RegistrationMade { registration, member, interpreter, children } => {
                let seat = Seat { member, interpreter, children, given_back: false };
                self.seats.insert(registration, seat);
            }
            Then::RegistrationCancelled { registration } => {
                if let Some(seat) = self.seats.get_mut(&registration) {
                    seat.given_back = true;
                }
            }
            _ => {}
        }
    }

    fn stand(&mut self, item: AgendaItemId, state: AgendaItemState, deferred_to: Option<MeetingId>) {
        if let Some(entry) = self.agenda.get_mut(&item) {
            (entry.state, entry.deferred_to) = (state, deferred_to);
        }
    }
}

/// Welcome, then start, then end, within a day.
fn in_order(
    welcome_at: DateTime<Utc>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<(), MeetingRefusal> {
    if !plausible(starts_at.year()) {
        return Err(MeetingRefusal::MeetingDateImplausible);
    }
    if welcome_at > starts_at {
        return Err(MeetingRefusal::WelcomeAfterStart);
    }
    if ends_at <= starts_at {
        return Err(MeetingRefusal::MeetingEndsBeforeStart);
    }
    if ends_at.signed_duration_since(welcome_at) > TimeDelta::hours(i64::from(MOST_HOURS)) {
        return Err(MeetingRefusal::MeetingTooLong { hours: MOST_HOURS });
    }
    Ok(())
}

/// A need of which nobody is recognised: a count of nothing is nothing, and a sensitive need asks
/// for several people.
fn often_enough(need: AgendaNeed) -> Result<(), MeetingRefusal> {
    let sensitive = Taxonomy::current().need(need.code).is_some_and(|need| need.sensitive);
    let least = if sensitive { LEAST_EXPRESSIONS } else { 1 };
    if need.expressions < least { Err(MeetingRefusal::AgendaNeedTooRare { least }) } else { Ok(()) }
}

/// A list that stays within its bound.
pub(super) fn bounded(count: usize, most: usize) -> Result<(), MeetingRefusal> {
    if count > most {
        return Err(MeetingRefusal::MeetingTooMany { most: u32::try_from(most).unwrap_or(u32::MAX) });
    }
    Ok(())
}
