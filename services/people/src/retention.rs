//! How long data is kept: versioned data, and the next step for a person. Pure.

use std::sync::LazyLock;

use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::codes::DataKind;

/// How long before the end somebody is warned.
pub const WARNING: Days = Days::new(30);

static COMPILED: LazyLock<Vec<Retention>> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    read(include_str!("../data/retention.toml")).expect("the retention times compiled in can be read")
});

/// One version of the retention times.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Its number.
    pub version: u32,
    /// The first day it holds for.
    #[serde(deserialize_with = "day")]
    pub from: NaiveDate,
    /// Months for ways to reach the person.
    pub contact_months: u32,
    /// Months for name and pseudonym.
    pub identity_months: u32,
    /// Months for notes.
    pub notes_months: u32,
    /// Months for all that is kept about the person.
    pub case_months: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Versions {
    version: Vec<Retention>,
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let day = toml::value::Datetime::deserialize(deserializer)?;
    day.to_string().parse().map_err(serde::de::Error::custom)
}

/// Reads versions, the oldest first.
///
/// # Errors
/// Names what is wrong: the form, the order, or a kind that outlives the case it belongs to.
pub fn read(text: &str) -> Result<Vec<Retention>, String> {
    let Versions { version: versions } = toml::from_str(text).map_err(|error| error.to_string())?;
    if versions.is_empty() {
        return Err("there is no version".to_owned());
    }
    for pair in versions.windows(2) {
        if pair[0].version >= pair[1].version || pair[0].from >= pair[1].from {
            return Err(format!("version {} does not follow {}", pair[1].version, pair[0].version));
        }
    }
    for one in &versions {
        let longest = one.contact_months.max(one.identity_months).max(one.notes_months);
        if longest > one.case_months || one.contact_months == 0 {
            return Err(format!(
                "version {}: every kind is kept, and none longer than the case",
                one.version
            ));
        }
    }
    Ok(versions)
}

impl Retention {
    /// The version in force on a day; the first one before there was any.
    pub fn on(day: NaiveDate) -> &'static Self {
        let versions = &*COMPILED;
        versions.iter().rev().find(|one| one.from <= day).unwrap_or(&versions[0])
    }

    fn months(&self, kind: DataKind) -> u32 {
        match kind {
            DataKind::Contact => self.contact_months,
            DataKind::Identity => self.identity_months,
            DataKind::Notes => self.notes_months,
            DataKind::Case => self.case_months,
        }
    }
}

/// What is kept of a person, as far as time runs out for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// Whether there is a way to reach them.
    pub contact: bool,
    /// Whether there is a name or a pseudonym.
    pub identity: bool,
    /// When something last happened with them.
    pub active_at: DateTime<Utc>,
    /// Of what was warned, and for which day.
    pub warned: Option<(DataKind, NaiveDate)>,
    /// Nothing is erased before that day.
    pub postponed_until: Option<NaiveDate>,
}

/// What time asks for next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To warn, for that day.
    Warn(DataKind, NaiveDate),
    /// To take the data out, from that day on.
    Lapse(DataKind, NaiveDate),
}

impl Kept {
    /// The version of the retention times that holds.
    pub fn retention(&self) -> &'static Retention {
        Retention::on(self.active_at.date_naive())
    }

    /// The kind that runs out first, and its day.
    pub fn first_to_go(&self) -> (DataKind, NaiveDate) {
        let kind = match (self.contact, self.identity) {
            (true, _) => DataKind::Contact,
            (false, true) => DataKind::Identity,
            (false, false) => DataKind::Case,
        };
        let last = self.active_at.date_naive();
        let months = Months::new(self.retention().months(kind));
        (kind, last.checked_add_months(months).unwrap_or(NaiveDate::MAX))
    }

    /// What is to be done next.
    pub fn step(&self) -> Step {
        let (kind, on) = self.first_to_go();
        match self.warned {
            Some((warned, on)) if warned == kind => Step::Lapse(kind, self.not_before(on)),
            _ => Step::Warn(kind, self.not_before(on)),
        }
    }

    /// When that is due.
    pub fn due(&self) -> DateTime<Utc> {
        let day = match self.step() {
            Step::Warn(_, on) => on.checked_sub_days(WARNING).unwrap_or(on),
            Step::Lapse(_, on) => on,
        };
        day.and_time(NaiveTime::MIN).and_utc()
    }

    /// The day for which to warn now: never sooner than a warning before.
    pub fn warned_for(&self, kind: DataKind, now: DateTime<Utc>) -> Option<NaiveDate> {
        let Step::Warn(due, on) = self.step() else { return None };
        let soonest = now.date_naive().checked_add_days(WARNING).unwrap_or(on);
        (due == kind && now >= self.due()).then_some(on.max(soonest))
    }

    /// Whether a kind has run out, after the warning.
    pub fn has_lapsed(&self, kind: DataKind, now: DateTime<Utc>) -> bool {
        matches!(self.step(), Step::Lapse(due, on) if due == kind && now.date_naive() >= on)
    }

    fn not_before(&self, on: NaiveDate) -> NaiveDate {
        self.postponed_until.map_or(on, |until| on.max(until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[[version]]\nversion = 1\nfrom = 2023-01-01\ncontact_months = 1\n\
                        identity_months = 2\nnotes_months = 2\ncase_months = 3\n";

    #[test]
    fn what_is_compiled_in_can_be_read() {
        assert!(!COMPILED.is_empty());
        assert_eq!(Retention::on("2000-01-01".parse().unwrap()), &COMPILED[0]);
    }

    #[test]
    fn versions_follow_each_other_and_nothing_outlives_the_case() {
        assert_eq!(read(GOOD).unwrap().len(), 1);
        assert!(read("").is_err());
        assert!(read(&format!("{GOOD}{GOOD}")).unwrap_err().contains("does not follow"));
        assert!(
            read(&GOOD.replace("notes_months = 2", "notes_months = 4")).unwrap_err().contains("the case")
        );
    }
}
