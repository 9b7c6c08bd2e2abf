//! How long a declaration holds: versioned data, and a decision stores the version it used.

use std::sync::LazyLock;

use chrono::{DateTime, Days, Months, Utc};
use serde::Deserialize;

static CURRENT: LazyLock<Delays> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    serde_json::from_str(include_str!("../data/delays.1.json")).expect("the delays compiled in can be read")
});

/// One version of the directory's delays.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Delays {
    /// Its version.
    pub version: u32,
    /// After how many days a declared capacity says nothing any more.
    pub capacity_days: u64,
    /// After how many months a sheet has to be verified again.
    pub verify_months: u32,
}

impl Delays {
    /// Today's delays.
    pub fn current() -> &'static Self {
        &CURRENT
    }

    /// When a capacity declared then expires.
    pub fn capacity_expires(&self, declared: DateTime<Utc>) -> DateTime<Utc> {
        declared.checked_add_days(Days::new(self.capacity_days)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// When a sheet verified then has to be verified again.
    pub fn verify_by(&self, verified: DateTime<Utc>) -> DateTime<Utc> {
        verified.checked_add_months(Months::new(self.verify_months)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}
