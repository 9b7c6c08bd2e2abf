//! Working days and delays: the data against the rules it was made from, and known dates.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use kernel::given::instant;
use referrals::{Deadlines, Delays, Holidays, ReferralCalendar, ReferralPriority};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// Easter Sunday in the Gregorian calendar (Gauss, with the corrections of Lichtenberg).
fn easter(year: i32) -> NaiveDate {
    let century = year / 100;
    let moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun = 2 - (3 * century + 3) / 4;
    let a = year % 19;
    let seed = (19 * a + moon) % 30;
    let fix = (seed + a / 11) / 29;
    let limit = 21 + seed - fix;
    let first_sunday = 7 - (year + year / 4 + sun) % 7;
    let distance = 7 - (limit - first_sunday).rem_euclid(7);
    date(year, 3, 1) + TimeDelta::days(i64::from(limit + distance) - 1)
}

fn after(day: NaiveDate, days: i64) -> NaiveDate {
    day + TimeDelta::days(days)
}

/// A holiday on a Sunday is kept on the Monday.
fn not_sunday(day: NaiveDate) -> NaiveDate {
    if day.weekday() == Weekday::Sun { after(day, 1) } else { day }
}

fn belgium(year: i32) -> Vec<NaiveDate> {
    let easter = easter(year);
    let mut days = vec![after(easter, 1), after(easter, 39), after(easter, 50)];
    for (month, day) in [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)] {
        days.push(date(year, month, day));
    }
    days.sort();
    days
}

fn quebec(year: i32) -> Vec<NaiveDate> {
    let easter = easter(year);
    let monday_before_25_may = (18..=24).map(|day| date(year, 5, day)).find(|d| d.weekday() == Weekday::Mon);
    let mut days = vec![
        date(year, 1, 1),
        after(easter, -2),
        after(easter, 1),
        monday_before_25_may.expect("a Monday"),
        not_sunday(date(year, 6, 24)),
        not_sunday(date(year, 7, 1)),
        NaiveDate::from_weekday_of_month_opt(year, 9, Weekday::Mon, 1).expect("a Monday"),
        NaiveDate::from_weekday_of_month_opt(year, 10, Weekday::Mon, 2).expect("a Monday"),
        date(year, 12, 25),
    ];
    days.sort();
    days
}

#[test]
fn easter_is_where_it_was() {
    let known = [(2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28)];
    for (year, month, day) in known {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn the_holidays_are_those_of_the_rules() {
    let listed = |calendar| Holidays::current().days(calendar).holidays().collect::<Vec<_>>();
    let computed = |rule: fn(i32) -> Vec<NaiveDate>| (2023..=2027).flat_map(rule).collect::<Vec<_>>();
    assert_eq!(listed(ReferralCalendar::Be), computed(belgium));
    assert_eq!(listed(ReferralCalendar::CaQc), computed(quebec));
}

#[test]
fn three_working_days_pass_over_a_weekend_and_a_holiday() {
    let days = Holidays::current().days(ReferralCalendar::Be);
    // Thursday 20 July 2023 at noon; Friday the 21st is the national day.
    let sent = instant("2023-07-20T10:00:00Z");
    let due = days.after(sent, TimeDelta::hours(72));
    assert_eq!(due, instant("2023-07-26T10:00:00Z"));
    assert_eq!(days.between(sent, due), TimeDelta::hours(72));
    // In Québec they work on the 21st.
    let there = Holidays::current().days(ReferralCalendar::CaQc);
    assert_eq!(there.after(sent, TimeDelta::hours(72)), instant("2023-07-25T10:00:00Z"));
}

#[test]
fn what_is_sent_on_a_saturday_begins_to_count_on_monday() {
    let days = Holidays::current().days(ReferralCalendar::Be);
    let due = days.after(instant("2023-06-10T09:00:00Z"), TimeDelta::hours(24));
    // Midnight in Brussels between Monday and Tuesday.
    assert_eq!(due, instant("2023-06-12T22:00:00Z"));
}

#[test]
fn a_working_day_has_25_hours_when_the_clock_goes_back() {
    let days = Holidays::current().days(ReferralCalendar::Be);
    let monday = date(2023, 10, 30);
    assert_eq!(days.start_of(monday), instant("2023-10-29T23:00:00Z"));
    let sunday = monday.checked_sub_days(Days::new(1)).expect("a day");
    assert_eq!(days.start_of(monday) - days.start_of(sunday), TimeDelta::hours(25));
    assert!(!days.is_working(sunday) && days.is_working(monday));
}

#[test]
fn an_answer_is_due_by_priority_and_all_expire_after_thirty_days() {
    let sent = instant("2023-06-05T08:00:00Z");
    let dates = |priority| {
        let dates = Deadlines::from(priority, ReferralCalendar::Be, sent);
        assert_eq!((dates.delays_version, dates.holidays_version), (1, 1));
        assert_eq!(dates.expires_at, instant("2023-07-05T08:00:00Z"));
        (dates.answer_due, dates.overdue_at)
    };
    assert_eq!(
        dates(ReferralPriority::Emergency),
        (instant("2023-06-06T08:00:00Z"), instant("2023-06-07T08:00:00Z"))
    );
    assert_eq!(
        dates(ReferralPriority::Urgent),
        (instant("2023-06-08T08:00:00Z"), instant("2023-06-09T08:00:00Z"))
    );
    assert_eq!(
        dates(ReferralPriority::Normal),
        (instant("2023-06-15T08:00:00Z"), instant("2023-06-25T08:00:00Z"))
    );
}

#[test]
fn a_date_that_had_passed_before_the_clock_stood_still_stays() {
    let dates =
        Deadlines::from(ReferralPriority::Urgent, ReferralCalendar::Be, instant("2023-06-05T08:00:00Z"));
    let (from, until) = (instant("2023-06-08T20:00:00Z"), instant("2023-06-20T20:00:00Z"));
    let moved = dates.moved(ReferralPriority::Urgent, from, until);
    assert_eq!(moved.answer_due, dates.answer_due);
    assert_eq!(moved.overdue_at, instant("2023-06-21T08:00:00Z"));
    assert_eq!(moved.expires_at, instant("2023-07-17T08:00:00Z"));
    assert_eq!(dates.moved(ReferralPriority::Urgent, until, from), dates, "time does not run back");
}

#[test]
fn the_data_that_is_compiled_in_can_be_read() {
    assert_eq!(Delays::current().version, 1);
    assert_eq!(Holidays::current().version, 1);
    assert!(Holidays::read("{\"version\": 2, \"calendars\": {}}").is_err(), "a calendar is missing");
}
