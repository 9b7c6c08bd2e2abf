//! The calendar of a site: pure functions from weekly slots and dated exceptions to instants,
//! right across the changes of summer time in the site's own zone.

use async_graphql::SimpleObject;
use chrono::{DateTime, Days, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};

use super::events::SiteEvent;
use super::refusal::SiteRefusal;
use super::words::{
    ExceptionReason, ExceptionalOpening, OpeningSlot, OpeningSlotId, SiteClosure, SiteTimeZone,
};

/// How far ahead an opening is looked for: a year and a day, so that a yearly opening is found.
const HORIZON: u64 = 366;
/// The longest hole a clock change ever made was a whole day (Samoa, 2011).
const LONGEST_GAP: i64 = 26 * 60;

/// When a site receives people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SiteHours {
    /// Its time zone.
    pub time_zone: SiteTimeZone,
    /// Its weekly slots.
    pub slots: Vec<OpeningSlot>,
    /// Dates on which it is closed.
    pub closures: Vec<SiteClosure>,
    /// Openings outside the weekly slots.
    pub openings: Vec<ExceptionalOpening>,
}

/// One stretch of time in which a site is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SiteOpening {
    /// From this instant.
    pub starts_at: DateTime<Utc>,
    /// Until before this instant.
    pub ends_at: DateTime<Utc>,
    /// Whether people may come without an appointment.
    pub walk_in: bool,
    /// Whether appointments may be booked.
    pub by_appointment: bool,
    /// Whether it is an opening outside the weekly slots.
    pub exceptional: bool,
}

/// The day of a site in which a session falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteDay {
    /// The date in the site's zone.
    pub date: NaiveDate,
    /// The opening the session belongs to, if the site has one that day.
    pub opening: Option<SiteOpening>,
    /// When the date ends in the site's zone.
    pub ends_at: DateTime<Utc>,
    /// Why the site is open although its calendar says closed.
    pub exceptional: Option<ExceptionReason>,
}

impl SiteHours {
    /// The hours of a new site: none yet.
    pub fn none(time_zone: SiteTimeZone) -> Self {
        Self { time_zone, slots: Vec::new(), closures: Vec::new(), openings: Vec::new() }
    }

    /// The date at the site.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.time_zone.0).date_naive()
    }

    /// The instant at which the clock of the site shows a time for the first time.
    ///
    /// In the night clocks go forward, a time that is skipped is the instant of the change.
    fn first(&self, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.instants(date, time).0
    }

    /// The instant at which the clock of the site shows a time for the last time; in the night
    /// clocks go back, some times are shown twice.
    fn last(&self, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.instants(date, time).1
    }

    fn instants(&self, date: NaiveDate, time: NaiveTime) -> (DateTime<Utc>, DateTime<Utc>) {
        let wanted = date.and_time(time);
        for minutes in 0..LONGEST_GAP {
            let Some(shown) = wanted.checked_add_signed(TimeDelta::minutes(minutes)) else { break };
            match self.time_zone.0.from_local_datetime(&shown) {
                MappedLocalTime::Single(once) => return (once.to_utc(), once.to_utc()),
                MappedLocalTime::Ambiguous(first, last) => return (first.to_utc(), last.to_utc()),
                MappedLocalTime::None => {}
            }
        }
        (wanted.and_utc(), wanted.and_utc())
    }

    /// When a date begins at the site.
    pub fn day_starts(&self, date: NaiveDate) -> DateTime<Utc> {
        self.first(date, NaiveTime::MIN)
    }

    /// When a date ends at the site.
    pub fn day_ends(&self, date: NaiveDate) -> DateTime<Utc> {
        let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
        self.first(next, NaiveTime::MIN)
    }

    /// The closure that covers a date.
    pub fn closed_by(&self, date: NaiveDate) -> Option<&SiteClosure> {
        self.closures.iter().find(|closure| (closure.from..=closure.to).contains(&date))
    }

    /// The openings of a date, in order. A closure takes away weekly slots, never an exceptional
    /// opening: that one was decided for this very date.
    pub fn openings_on(&self, date: NaiveDate) -> Vec<SiteOpening> {
        let closed = self.closed_by(date).is_some();
        let weekly = self.slots.iter().filter(|slot| !closed && slot.applies_on(date)).map(|slot| {
            self.opening(date, slot.start.0, slot.end.0, slot.walk_in, slot.by_appointment, false)
        });
        let exceptional = self.openings.iter().filter(|opening| opening.date == date).map(|opening| {
            let (start, end) = (opening.start.0, opening.end.0);
            self.opening(date, start, end, opening.walk_in, opening.by_appointment, true)
        });
        let mut openings: Vec<SiteOpening> =
            weekly.chain(exceptional).filter(|opening| opening.starts_at < opening.ends_at).collect();
        openings.sort();
        openings
    }

    fn opening(
        &self,
        date: NaiveDate,
        start: NaiveTime,
        end: NaiveTime,
        walk_in: bool,
        by_appointment: bool,
        exceptional: bool,
    ) -> SiteOpening {
        SiteOpening {
            starts_at: self.first(date, start),
            ends_at: self.last(date, end),
            walk_in,
            by_appointment,
            exceptional,
        }
    }

    /// The opening an instant falls in: whether the site is open then.
    pub fn open_at(&self, at: DateTime<Utc>) -> Option<SiteOpening> {
        self.openings_on(self.date(at))
            .into_iter()
            .find(|opening| opening.starts_at <= at && at < opening.ends_at)
    }

    /// The next openings that are not over at an instant, looked for over a year.
    pub fn next(&self, from: DateTime<Utc>, count: usize) -> Vec<SiteOpening> {
        let today = self.date(from);
        (0..=HORIZON)
            .filter_map(|days| today.checked_add_days(Days::new(days)))
            .flat_map(|date| self.openings_on(date))
            .filter(|opening| opening.ends_at > from)
            .take(count)
            .collect()
    }

    /// The day a session of that instant falls in. On a date the site does not open, only with a
    /// reason to open all the same.
    ///
    /// # Errors
    /// When the site is closed that day and no reason is given.
    pub fn day(
        &self,
        at: DateTime<Utc>,
        exceptional: Option<ExceptionReason>,
    ) -> Result<SiteDay, SiteRefusal> {
        let date = self.date(at);
        let openings = self.openings_on(date);
        let closed = openings.is_empty();
        if closed && exceptional.is_none() {
            return Err(match self.closed_by(date) {
                Some(closure) => SiteRefusal::SiteClosedThatDay { date, reason: closure.reason },
                None => SiteRefusal::SiteNotOpenThatDay { date },
            });
        }
        let opening = openings.iter().find(|opening| at < opening.ends_at).or(openings.last()).copied();
        Ok(SiteDay {
            date,
            opening,
            ends_at: self.day_ends(date),
            exceptional: exceptional.filter(|_| closed),
        })
    }

    /// Whether an appointment fits into one opening that takes appointments.
    pub fn takes_appointment(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> bool {
        self.openings_on(self.date(from))
            .iter()
            .any(|open| open.by_appointment && open.starts_at <= from && until <= open.ends_at)
    }

    /// The hours after an event of the site.
    pub fn follow(&mut self, event: &SiteEvent) {
        match event {
            SiteEvent::OpeningSlotAdded { slot } => self.slots.push(slot.clone()),
            SiteEvent::OpeningSlotChanged { slot } => {
                if let Some(kept) = self.slots.iter_mut().find(|kept| kept.slot == slot.slot) {
                    kept.clone_from(slot);
                }
            }
            SiteEvent::OpeningSlotRemoved { slot, from } => self.end_slot(*slot, *from),
            SiteEvent::SiteClosedOnDates { closure } => self.closures.push(closure.clone()),
            SiteEvent::SiteOpenedExceptionally { opening } => self.openings.push(opening.clone()),
            SiteEvent::SiteExceptionWithdrawn { exception } => {
                self.closures.retain(|closure| closure.exception != *exception);
                self.openings.retain(|opening| opening.exception != *exception);
            }
            SiteEvent::SiteOpened { .. } | SiteEvent::SiteChanged { .. } | SiteEvent::SiteClosed { .. } => {}
        }
    }

    /// A slot that has begun keeps the dates it had, so that past days stay true.
    fn end_slot(&mut self, slot: OpeningSlotId, from: NaiveDate) {
        self.slots.retain_mut(|kept| {
            if kept.slot != slot {
                return true;
            }
            let last = from.pred_opt().unwrap_or(from);
            kept.valid_to = Some(kept.valid_to.map_or(last, |already| already.min(last)));
            kept.valid_from < from
        });
    }
}
