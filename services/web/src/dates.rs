//! Days and times in words, on the clock of a place.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use serde_json::Value;

use crate::speech::Speech;

/// The codes of the days of a week, as the API writes them.
pub(crate) const DAYS: [&str; 7] =
    ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// The clock on the wall of a place, read aloud in one language.
pub(crate) struct Calendar<'a> {
    speech: &'a Speech,
    zone: Tz,
}

impl<'a> Calendar<'a> {
    /// In a time zone; an unknown one is read as UTC, and said so by its name in the times.
    pub(crate) fn new(speech: &'a Speech, zone: &str) -> Self {
        Self { speech, zone: zone.parse().unwrap_or(Tz::UTC) }
    }

    /// The date of an instant there.
    pub(crate) fn date_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// `Thursday 26 November`.
    pub(crate) fn date(&self, date: NaiveDate) -> String {
        self.speech.piece(
            "page-date",
            [
                ("weekday", Value::from(self.weekday(date))),
                ("day", Value::from(date.day())),
                ("month", Value::from(self.speech.say(&format!("page-month-{}", date.month())))),
            ],
        )
    }

    /// `today`, `tomorrow`, or the date.
    pub(crate) fn near(&self, date: NaiveDate, today: NaiveDate) -> String {
        match (date - today).num_days() {
            0 => self.speech.say("page-today"),
            1 => self.speech.say("page-tomorrow"),
            _ => self.date(date),
        }
    }

    fn weekday(&self, date: NaiveDate) -> String {
        self.speech.code("page-day-", DAYS[date.weekday().num_days_from_monday() as usize])
    }

    /// `9:30`.
    pub(crate) fn time(&self, at: DateTime<Utc>) -> String {
        time(self.speech, at.with_timezone(&self.zone).time())
    }

    /// `9:30 to 12:00`.
    pub(crate) fn times(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
        range(self.speech, &self.time(from), &self.time(until))
    }
}

/// A time of day.
pub(crate) fn time(speech: &Speech, at: NaiveTime) -> String {
    speech.piece(
        "page-time",
        [("hour", Value::from(at.hour())), ("minute", Value::from(format!("{:02}", at.minute())))],
    )
}

/// A time of day as the API writes it: `09:30` or `09:30:00`.
pub(crate) fn written_time(speech: &Speech, at: &str) -> String {
    let parsed =
        NaiveTime::parse_from_str(at, "%H:%M").or_else(|_| NaiveTime::parse_from_str(at, "%H:%M:%S"));
    parsed.map_or_else(|_| at.to_owned(), |at| time(speech, at))
}

/// From one time to another.
pub(crate) fn range(speech: &Speech, from: &str, until: &str) -> String {
    speech.piece("page-from-to", [("from", Value::from(from)), ("until", Value::from(until))])
}
