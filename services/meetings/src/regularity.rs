//! Whether there was a meeting every month: "monthly" is a promise that is looked back on, not a
//! rule of recurrence. A month without a meeting is shown.

use std::collections::BTreeMap;

use async_graphql::SimpleObject;
use chrono::{Datelike, Months, NaiveDate};

use crate::meeting::MeetingState;
use crate::projection::MeetingRow;
use crate::zone::{MeetingTimeZone, month_of, plausible};

/// The most months looked back on at once: ten years.
pub const MOST_MONTHS: usize = 120;

/// Meetings month by month.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct MeetingRegularity {
    /// How many months of the period had a meeting.
    pub months_with_meeting: u32,
    /// How many months the period has.
    pub months_in_all: u32,
    /// Each month, in order; those without a meeting too.
    pub months: Vec<MeetingMonth>,
}

/// The meetings of one month.
#[derive(Debug, Clone, Default, PartialEq, Eq, SimpleObject)]
pub struct MeetingMonth {
    /// The month, as `2023-05`.
    pub month: String,
    /// How many meetings were held.
    pub held: u32,
    /// How many people came, over all of them.
    pub attendance: u32,
    /// How many of them were named.
    pub named: u32,
    /// How many of them were not.
    pub anonymous: u32,
}

/// The period is no period: it ends before it starts, or is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("from, until: a period of 1 to {MOST_MONTHS} months between the years 2000 and 2100")]
pub struct NoPeriod;

/// The first days of the months that a period touches.
///
/// # Errors
/// When it ends before it starts, or is too long.
pub fn months(from: NaiveDate, until: NaiveDate) -> Result<Vec<NaiveDate>, NoPeriod> {
    if from > until || !plausible(from.year()) || !plausible(until.year()) {
        return Err(NoPeriod);
    }
    let mut months = Vec::new();
    let mut month = from.with_day(1).ok_or(NoPeriod)?;
    while month <= until {
        if months.len() == MOST_MONTHS {
            return Err(NoPeriod);
        }
        months.push(month);
        month = month.checked_add_months(Months::new(1)).ok_or(NoPeriod)?;
    }
    Ok(months)
}

/// Held meetings and their attendance, for each month that a period touches, by the calendar of a
/// time zone. Meetings that are not held, or outside the period, do not count.
///
/// # Errors
/// As [`months()`].
pub fn regularity<'a>(
    meetings: impl IntoIterator<Item = &'a MeetingRow>,
    from: NaiveDate,
    until: NaiveDate,
    time_zone: MeetingTimeZone,
) -> Result<MeetingRegularity, NoPeriod> {
    let mut found: BTreeMap<String, MeetingMonth> = months(from, until)?
        .into_iter()
        .map(|first| (month_of(first), MeetingMonth { month: month_of(first), ..MeetingMonth::default() }))
        .collect();
    for meeting in meetings.into_iter().filter(|meeting| meeting.state == MeetingState::Held) {
        if let Some(month) = found.get_mut(&time_zone.month(meeting.starts_at)) {
            month.held += 1;
            month.attendance = month.attendance.saturating_add(meeting.attendance.total);
            month.named = month.named.saturating_add(meeting.attendance.named);
            month.anonymous = month.anonymous.saturating_add(meeting.attendance.anonymous);
        }
    }
    let months: Vec<MeetingMonth> = found.into_values().collect();
    let with = months.iter().filter(|month| month.held > 0).count();
    Ok(MeetingRegularity {
        months_with_meeting: u32::try_from(with).unwrap_or(u32::MAX),
        months_in_all: u32::try_from(months.len()).unwrap_or(u32::MAX),
        months,
    })
}
