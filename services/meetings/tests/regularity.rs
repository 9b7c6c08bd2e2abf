//! Months with and without a meeting.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use meetings::regularity::{NoPeriod, months};
use meetings::{MeetingRow, MeetingTimeZone, regularity};
use words::*;

fn brussels() -> MeetingTimeZone {
    "Europe/Brussels".parse().unwrap()
}

/// A meeting held at an instant, with so many people.
fn held_at(starts: &str, people: u32) -> MeetingRow {
    let plan = plan_at(starts, starts, "2023-12-31T23:59:59Z");
    meeting_row(&[planned_as(plan), ANNOUNCED, OPENED, counted("fra", people), came(Some(BEA), None), CLOSED])
}

#[test]
fn a_month_without_a_meeting_is_shown() {
    let rows = [held_at("2023-04-18T11:30:00Z", 4), held_at("2023-06-23T07:30:00Z", 6)];
    let spring = regularity(&rows, day("2023-04-10"), day("2023-06-01"), brussels()).unwrap();
    let shown: Vec<(&str, u32, u32)> =
        spring.months.iter().map(|month| (month.month.as_str(), month.held, month.attendance)).collect();
    assert_eq!(shown, [("2023-04", 1, 5), ("2023-05", 0, 0), ("2023-06", 1, 7)]);
    assert_eq!((spring.months_with_meeting, spring.months_in_all), (2, 3));
}

#[test]
fn only_held_meetings_count() {
    let rows = [
        meeting_row(&[planned(), ANNOUNCED]),
        meeting_row(&open_meeting()),
        meeting_row(&[planned(), ANNOUNCED, cancelled()]),
    ];
    let may = regularity(&rows, day("2023-05-01"), day("2023-05-31"), brussels()).unwrap();
    assert_eq!((may.months_with_meeting, may.months_in_all), (0, 1));
}

#[test]
fn a_month_is_the_month_at_the_place() {
    let rows = [held_at("2023-05-31T22:30:00Z", 4)];
    let month = |zone: &str| {
        let zone = zone.parse().unwrap();
        let found = regularity(&rows, day("2023-05-01"), day("2023-06-30"), zone).unwrap();
        found.months.into_iter().find(|month| month.held == 1).map(|month| month.month)
    };
    assert_eq!(month("Europe/Brussels").as_deref(), Some("2023-06"));
    assert_eq!(month("America/Toronto").as_deref(), Some("2023-05"));
}

#[test]
fn a_period_does_not_end_before_it_starts_nor_last_for_ever() {
    assert_eq!(months(day("2023-05-02"), day("2023-05-01")), Err(NoPeriod));
    assert_eq!(months(day("2013-05-01"), day("2023-05-01")), Err(NoPeriod));
    assert_eq!(months(day("0001-05-01"), day("0001-05-01")), Err(NoPeriod));
    assert_eq!(months(day("2013-06-01"), day("2023-05-31")).map(|months| months.len()), Ok(120));
}

#[test]
fn a_day_has_its_start_and_end_when_the_clock_changes() {
    let start = |zone: &str, date: &str| {
        let zone: MeetingTimeZone = zone.parse().unwrap();
        zone.start_of(day(date)).to_rfc3339()
    };
    assert_eq!(start("Europe/Brussels", "2023-03-26"), "2023-03-25T23:00:00+00:00");
    assert_eq!(brussels().end_of(day("2023-03-26")).to_rfc3339(), "2023-03-26T22:00:00+00:00");
    // Midnight does not exist there on that day.
    assert_eq!(start("America/Asuncion", "2023-10-01"), "2023-10-01T04:00:00+00:00");
}

#[test]
fn a_time_zone_is_one_that_exists() {
    assert!("Europe/Tilleuls".parse::<MeetingTimeZone>().is_err());
    assert_eq!(
        "America/Toronto".parse::<MeetingTimeZone>().map(|zone| zone.to_string()).as_deref(),
        Ok("America/Toronto")
    );
}
