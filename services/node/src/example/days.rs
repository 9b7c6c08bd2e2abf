//! The calendar of the example: some four months that end now, on the clock of a place, without
//! its weekends and public holidays.

use chrono::{DateTime, Datelike, Days as Many, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;
use referrals::{Holidays, ReferralCalendar, WorkingDays};

/// How many weeks of life there are before this one.
const WEEKS: u64 = 17;

/// The days of a place.
pub(super) struct Days {
    zone: Tz,
    working: &'static WorkingDays,
    /// The last day: today.
    pub(super) today: NaiveDate,
    /// The first day: a Monday.
    pub(super) first: NaiveDate,
}

impl Days {
    pub(super) fn until(now: DateTime<Utc>, zone: Tz, calendar: ReferralCalendar) -> Self {
        let today = now.with_timezone(&zone).date_naive();
        let monday = Many::new(u64::from(today.weekday().num_days_from_monday()) + 7 * WEEKS);
        Self { zone, working: Holidays::current().days(calendar), today, first: today - monday }
    }

    /// Whether people work that day.
    pub(super) fn open(&self, day: NaiveDate) -> bool {
        self.working.is_working(day)
    }

    /// A time of a day, on the clock of the place.
    pub(super) fn at(&self, day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
        let local = day.and_hms_opt(hour, minute, 0).unwrap_or_default();
        let local = self.zone.from_local_datetime(&local).earliest();
        local.map_or_else(|| local_as_utc(day, hour), |local| local.to_utc())
    }

    /// The day so many working days after another one.
    pub(super) fn after(&self, day: NaiveDate, days: usize) -> NaiveDate {
        let later = day.iter_days().skip(1).filter(|later| self.open(*later));
        later.take(days).last().unwrap_or(day)
    }

    /// The working day at least so many days ago; never before the first day.
    pub(super) fn ago(&self, days: u64) -> NaiveDate {
        self.open_before(self.today - Many::new(days))
    }

    /// That day, or the last working day before it.
    pub(super) fn open_before(&self, day: NaiveDate) -> NaiveDate {
        (0..14).map(|back| day - Many::new(back)).find(|day| self.open(*day)).unwrap_or(day).max(self.first)
    }

    /// The last such weekday at least so many days ago.
    pub(super) fn last(&self, weekday: Weekday, days_ago: u64) -> NaiveDate {
        let from = self.today - Many::new(days_ago);
        from - Many::new(u64::from(
            (7 + from.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7,
        ))
    }

    /// Every such weekday from the first day to the end of next week, public holidays too.
    pub(super) fn every(&self, weekday: Weekday) -> impl Iterator<Item = NaiveDate> {
        let until = self.today + Many::new(10);
        self.first
            .iter_days()
            .take_while(move |day| *day <= until)
            .filter(move |day| day.weekday() == weekday)
    }

    /// The public holidays of these months and the next two.
    pub(super) fn holidays(&self) -> impl Iterator<Item = NaiveDate> {
        let (from, until) = (self.first, self.today + TimeDelta::days(60));
        self.working.holidays().filter(move |day| (from..=until).contains(day))
    }
}

fn local_as_utc(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).unwrap_or_default().and_utc()
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};
    use chrono_tz::Europe::Brussels;

    use super::*;

    fn days() -> Days {
        Days::until("2023-06-22T10:00:00Z".parse().unwrap(), Brussels, ReferralCalendar::Be)
    }

    #[test]
    fn the_life_begins_on_a_monday_some_four_months_before() {
        let days = days();
        assert_eq!(days.first.weekday(), Weekday::Mon);
        assert!((118..=126).contains(&(days.today - days.first).num_days()));
    }

    #[test]
    fn a_holiday_is_no_working_day_and_the_clock_is_that_of_the_place() {
        let days = days();
        let whit_monday = "2023-05-29".parse().unwrap();
        assert!(!days.open(whit_monday));
        assert_eq!(days.after("2023-05-26".parse().unwrap(), 1), "2023-05-30".parse().unwrap());
        assert_eq!(days.at(whit_monday, 9, 0), "2023-05-29T07:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert!(days.holidays().any(|day| day == whit_monday));
    }
}
