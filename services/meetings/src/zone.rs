//! The time zone a meeting takes place in: which day and which month an instant belongs to there.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use kernel::text_scalar;
use thiserror::Error;

/// An IANA time zone such as `Europe/Brussels`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MeetingTimeZone(Tz);

/// The text is not a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a time zone is an IANA name such as Europe/Brussels or America/Toronto")]
pub struct NotATimeZone;

impl fmt::Display for MeetingTimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for MeetingTimeZone {
    type Err = NotATimeZone;
    fn from_str(text: &str) -> Result<Self, NotATimeZone> {
        text.parse().map(Self).map_err(|_| NotATimeZone)
    }
}

text_scalar! {
    /// The time zone of a meeting as an IANA name: `Europe/Brussels`, `America/Toronto`.
    MeetingTimeZone
}

impl MeetingTimeZone {
    /// The day an instant falls on there.
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// The month an instant falls in there, as `2023-05`.
    pub fn month(self, at: DateTime<Utc>) -> String {
        month_of(self.date(at))
    }

    /// The first instant of a day there. Some zones skip midnight when the clock changes.
    pub fn start_of(self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        (0..=3)
            .find_map(|hour| self.0.from_local_datetime(&(midnight + TimeDelta::hours(hour))).earliest())
            .map_or_else(|| midnight.and_utc(), |start| start.to_utc())
    }

    /// The first instant after a day there.
    pub fn end_of(self, day: NaiveDate) -> DateTime<Utc> {
        self.start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
    }
}

/// The month of a day, as `2023-05`.
pub(crate) fn month_of(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// Whether a year is one that meetings take place in: a date beyond is a slip of the finger, and
/// calendars do not reach everywhere.
pub(crate) fn plausible(year: i32) -> bool {
    (2000..=2100).contains(&year)
}
