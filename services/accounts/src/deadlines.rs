//! What the platform itself asks when a time has come: nothing. Links and tokens end by their own
//! dates, which are looked at when they are used.

use chrono::{DateTime, Utc};

use crate::account::AccountCommand;
use crate::projection::AccountRow;

/// Nothing: an account waits for people.
pub fn due(_row: &AccountRow, _now: DateTime<Utc>) -> Option<AccountCommand> {
    None
}
