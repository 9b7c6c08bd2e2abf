//! The working days of partners: no weekends, no public holidays. The holidays are data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use serde::Deserialize;

use crate::codes::ReferralCalendar;

/// How many days are walked through at most; no delay is longer than a year.
const LONGEST: usize = 366;

static CURRENT: LazyLock<Holidays> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    Holidays::read(include_str!("../data/holidays.1.json")).expect("the holidays compiled in can be read")
});

/// One version of the public holidays of all calendars. A day beyond the listed years is a
/// working day unless it falls on a weekend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// Its version.
    pub version: u32,
    be: WorkingDays,
    ca_qc: WorkingDays,
}

/// The working days of one calendar, by the clocks of its region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    time_zone: Tz,
    holidays: BTreeSet<NaiveDate>,
}

impl Holidays {
    /// Today's holidays.
    pub fn current() -> &'static Self {
        &CURRENT
    }

    /// Reads a version.
    ///
    /// # Errors
    /// When it is not JSON of that shape, or lacks a calendar.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct File {
            version: u32,
            calendars: BTreeMap<ReferralCalendar, Calendar>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Calendar {
            time_zone: Tz,
            holidays: Vec<Day>,
        }
        #[derive(Deserialize)]
        struct Day {
            date: NaiveDate,
        }
        let mut file: File = serde_json::from_str(json)?;
        let mut days = |calendar| match file.calendars.remove(&calendar) {
            Some(Calendar { time_zone, holidays }) => {
                Ok(WorkingDays { time_zone, holidays: holidays.into_iter().map(|day| day.date).collect() })
            }
            None => Err(serde::de::Error::custom(format!("there is no calendar {calendar}"))),
        };
        let (be, ca_qc) = (days(ReferralCalendar::Be)?, days(ReferralCalendar::CaQc)?);
        Ok(Self { version: file.version, be, ca_qc })
    }

    /// The working days of a calendar.
    pub fn days(&self, calendar: ReferralCalendar) -> &WorkingDays {
        match calendar {
            ReferralCalendar::Be => &self.be,
            ReferralCalendar::CaQc => &self.ca_qc,
        }
    }
}

impl WorkingDays {
    /// Whether partners work that day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// The holidays on a weekday or not, oldest first.
    pub fn holidays(&self) -> impl Iterator<Item = NaiveDate> {
        self.holidays.iter().copied()
    }

    /// The day an instant falls on there.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.time_zone).date_naive()
    }

    /// The first instant of a day there. Some zones skip midnight when the clock changes.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let midnight = day.and_time(NaiveTime::MIN);
        (0..=3)
            .find_map(|hour| {
                self.time_zone.from_local_datetime(&(midnight + TimeDelta::hours(hour))).earliest()
            })
            .map_or_else(|| midnight.and_utc(), |start| start.to_utc())
    }

    /// The instant after so much time of working days: 72 hours are three working days.
    pub fn after(&self, at: DateTime<Utc>, time: TimeDelta) -> DateTime<Utc> {
        let (mut at, mut left) = (at, time);
        for (start, end, working) in self.from(at).take(LONGEST) {
            if working {
                if left <= end - start {
                    return start + left;
                }
                left -= end - start;
            }
            at = end;
        }
        at + left
    }

    /// How much time of working days lies between two instants.
    pub fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        self.from(from)
            .take(LONGEST)
            .take_while(|(start, ..)| *start < until)
            .filter(|(.., working)| *working)
            .fold(TimeDelta::zero(), |sum, (start, end, _)| sum + (end.min(until) - start))
    }

    /// The rest of a day and the days after it: from, until, and whether it is a working day.
    fn from(&self, at: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>, bool)> {
        let first = self.date(at);
        first.iter_days().map(move |day| {
            let start = if day == first { at } else { self.start_of(day) };
            let end = day.succ_opt().map_or(start, |next| self.start_of(next));
            (start, end, self.is_working(day))
        })
    }
}
