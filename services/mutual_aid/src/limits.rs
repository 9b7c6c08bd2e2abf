//! The numbers of mutual aid: days, places, the longest pause. They are data, dated by version,
//! and a decision stores the version it used.

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

/// Every version there ever was, the newest last.
static VERSIONS: LazyLock<Vec<Limits>> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    let first = serde_json::from_str(include_str!("../data/limits.1.json")).expect("the limits can be read");
    vec![first]
});

/// One version of the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// Which version it is.
    pub version: u32,
    /// How long a proposal waits for both sides.
    pub proposal_days: u32,
    /// How long a request waits for a volunteer before it counts as unmatched.
    pub no_match_days: u32,
    /// After how many days without a successful contact the volunteer is reminded.
    pub inactivity_reminder_days: u32,
    /// After how many days without a successful contact the coordinator is told.
    pub inactivity_coordinator_days: u32,
    /// The longest pause.
    pub longest_pause_days: u32,
    /// How many pairings at once a member takes on when nothing else was declared.
    pub quota: u32,
    /// The most pairings at once a member may declare.
    pub highest_quota: u32,
}

impl Limits {
    /// Today's numbers.
    pub fn current() -> &'static Self {
        &VERSIONS[VERSIONS.len() - 1]
    }

    /// The numbers of a version; today's when it is not known.
    pub fn of(version: u32) -> &'static Self {
        VERSIONS.iter().find(|limits| limits.version == version).unwrap_or_else(|| Self::current())
    }
}

/// An instant some days later.
pub(crate) fn days_after(instant: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    instant.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn a_decision_finds_the_numbers_it_was_made_with() {
        let limits = Limits::of(1);
        assert_eq!((limits.version, limits.proposal_days, limits.quota), (1, 7, 2));
        assert!(limits.inactivity_reminder_days < limits.inactivity_coordinator_days);
        assert!(limits.quota <= limits.highest_quota);
    }
}
