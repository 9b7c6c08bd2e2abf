//! By when a partner must answer: computed from delays that are data, stored with the decision.

use std::sync::LazyLock;

use async_graphql::SimpleObject;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::codes::{ReferralCalendar, ReferralPriority};
use crate::working_days::{Holidays, WorkingDays};

static CURRENT: LazyLock<Delays> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    serde_json::from_str(include_str!("../data/delays.1.json")).expect("the delays compiled in can be read")
});

/// One version of the delays.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Delays {
    /// Its version.
    pub version: u32,
    answer: ByPriority,
    /// After how many days without an answer a referral expires.
    expiry_days: i64,
    /// How many hours before an appointment the person is reminded.
    appointment_reminder_hours: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByPriority {
    emergency: Delay,
    urgent: Delay,
    normal: Delay,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Delay {
    hours: i64,
    overdue_hours: i64,
    counted: Counted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Counted {
    AllHours,
    WorkingDays,
}

impl Counted {
    fn after(self, days: &WorkingDays, at: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
        match self {
            Self::AllHours => plus(at, time),
            Self::WorkingDays => days.after(at, time),
        }
    }
}

impl Delays {
    /// Today's delays.
    pub fn current() -> &'static Self {
        &CURRENT
    }

    fn of(&self, priority: ReferralPriority) -> &Delay {
        match priority {
            ReferralPriority::Emergency => &self.answer.emergency,
            ReferralPriority::Urgent => &self.answer.urgent,
            ReferralPriority::Normal => &self.answer.normal,
        }
    }

    /// When the person is reminded of an appointment; not at all when that would be too late.
    pub fn remind_of(&self, appointment: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let remind_at = plus(appointment, -TimeDelta::hours(self.appointment_reminder_hours));
        (remind_at > now).then_some(remind_at)
    }
}

/// By when a referral must be answered, and what the dates were computed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ReferralDeadlines")]
#[serde(rename_all = "camelCase")]
pub struct Deadlines {
    /// When the answer is due; the partner is reminded then.
    pub answer_due: DateTime<Utc>,
    /// When it is flagged as overdue.
    pub overdue_at: DateTime<Utc>,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// Whose working days count.
    pub calendar: ReferralCalendar,
    /// The version of the delays.
    pub delays_version: u32,
    /// The version of the holidays.
    pub holidays_version: u32,
}

impl Deadlines {
    /// The dates of a referral of that priority that is sent at that instant.
    pub fn from(priority: ReferralPriority, calendar: ReferralCalendar, at: DateTime<Utc>) -> Self {
        let (delays, holidays) = (Delays::current(), Holidays::current());
        let (delay, days) = (delays.of(priority), holidays.days(calendar));
        let answer_due = delay.counted.after(days, at, TimeDelta::hours(delay.hours));
        Self {
            answer_due,
            overdue_at: delay.counted.after(days, answer_due, TimeDelta::hours(delay.overdue_hours)),
            expires_at: plus(at, TimeDelta::days(delays.expiry_days)),
            calendar,
            delays_version: delays.version,
            holidays_version: holidays.version,
        }
    }

    /// The dates of a referral that waits until a day: it must be answered then, and it does not
    /// expire before the usual time after that day.
    #[must_use]
    pub fn waiting_until(self, priority: ReferralPriority, day: DateTime<Utc>) -> Self {
        let (delays, holidays) = (Delays::current(), Holidays::current());
        let (delay, days) = (delays.of(priority), holidays.days(self.calendar));
        let expires_at = self.expires_at.max(plus(day, TimeDelta::days(delays.expiry_days)));
        Self {
            answer_due: day,
            overdue_at: delay.counted.after(days, day, TimeDelta::hours(delay.overdue_hours)),
            expires_at,
            delays_version: delays.version,
            holidays_version: holidays.version,
            ..self
        }
    }

    /// The dates after the clock stood still for a while; a date that had passed before stays.
    #[must_use]
    pub fn moved(self, priority: ReferralPriority, from: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        let until = until.max(from);
        let holidays = Holidays::current();
        let (delay, days) = (Delays::current().of(priority), holidays.days(self.calendar));
        let moved = |counted: Counted, date: DateTime<Utc>| match counted {
            _ if date <= from => date,
            Counted::AllHours => plus(date, until - from),
            Counted::WorkingDays => days.after(until, days.between(from, date)),
        };
        Self {
            answer_due: moved(delay.counted, self.answer_due),
            overdue_at: moved(delay.counted, self.overdue_at),
            expires_at: moved(Counted::AllHours, self.expires_at),
            holidays_version: holidays.version,
            ..self
        }
    }
}

fn plus(at: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(time).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
