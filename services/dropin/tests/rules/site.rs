use dropin::site::{
    ChangeSite, CloseSite, ExceptionReason, OpeningDay, OpeningSlot, RemoveOpeningSlot, Site, SiteCommand,
    SiteEvent, SiteRefusal, WithdrawSiteException,
};
use kernel::{Decider, Localized, Telephone, given};

use crate::words::{
    added, at, closure, date, exceptional, monday, open_site, site_opened, site_opened_in, slot,
};

fn closed_for_good() -> SiteEvent {
    SiteEvent::SiteClosed { reason: "Déménagement".parse().unwrap() }
}

fn close() -> SiteCommand {
    SiteCommand::Close(CloseSite { reason: "Déménagement".parse().unwrap() })
}

fn closed_on(from: &str, to: &str) -> SiteEvent {
    SiteEvent::SiteClosedOnDates { closure: closure(7, from, to) }
}

#[test]
fn a_site_is_opened() {
    given::<Site>([]).when(SiteCommand::Open(open_site("Europe/Brussels"))).then([site_opened()]);
}

#[test]
fn opening_the_same_site_twice_is_opening_it_once() {
    given::<Site>([site_opened()]).when(SiteCommand::Open(open_site("Europe/Brussels"))).then_nothing();
}

#[test]
fn another_site_cannot_take_its_id() {
    given::<Site>([site_opened()])
        .when(SiteCommand::Open(open_site("America/Toronto")))
        .then_refused(SiteRefusal::SiteAlreadyOpened);
}

#[test]
fn nothing_is_asked_of_an_unknown_site() {
    given::<Site>([]).when(close()).then_refused(SiteRefusal::SiteNotFound);
}

#[test]
fn what_is_read_about_a_site_changes() {
    let name = Some("Maison du Canal".parse().unwrap());
    let change = ChangeSite { name: name.clone(), address: None, phone: None, languages: None };
    given::<Site>([site_opened()]).when(SiteCommand::Change(change)).then([SiteEvent::SiteChanged {
        name,
        address: None,
        phone: None,
        languages: None,
    }]);
}

#[test]
fn a_number_to_call_is_given_later() {
    let phone: Option<Telephone> = Some("+32 2 555 01 99".parse().unwrap());
    let change = || ChangeSite { name: None, address: None, phone: phone.clone(), languages: None };
    let changed = SiteEvent::SiteChanged { name: None, address: None, phone: phone.clone(), languages: None };
    given::<Site>([site_opened()]).when(SiteCommand::Change(change())).then([changed.clone()]);
    given::<Site>([site_opened(), changed]).when(SiteCommand::Change(change())).then_nothing();
}

#[test]
fn changing_nothing_is_nothing() {
    let change =
        ChangeSite { name: Some(open_site("UTC").name), address: None, phone: None, languages: None };
    given::<Site>([site_opened()]).when(SiteCommand::Change(change)).then_nothing();
}

#[test]
fn a_site_cannot_offer_more_languages_than_there_are_at_a_desk() {
    let languages = Some(vec![open_site("UTC").languages[0]; 61]);
    given::<Site>([site_opened()])
        .when(SiteCommand::Change(ChangeSite { name: None, address: None, phone: None, languages }))
        .then_refused(SiteRefusal::TooManySiteLanguages { max: 60 });
}

#[test]
fn a_slot_is_added_once() {
    given::<Site>([site_opened()]).when(SiteCommand::AddSlot(monday())).then([added(monday())]);
    given::<Site>([site_opened(), added(monday())]).when(SiteCommand::AddSlot(monday())).then_nothing();
}

#[test]
fn a_slot_cannot_take_the_id_of_another() {
    given::<Site>([site_opened(), added(monday())])
        .when(SiteCommand::AddSlot(slot(1, OpeningDay::Friday, "09:00", "12:00")))
        .then_refused(SiteRefusal::OpeningSlotTaken);
}

#[test]
fn a_slot_ends_after_it_starts() {
    given::<Site>([site_opened()])
        .when(SiteCommand::AddSlot(slot(2, OpeningDay::Friday, "12:00", "12:00")))
        .then_refused(SiteRefusal::OpeningEndsBeforeItStarts);
}

#[test]
fn a_slot_receives_somebody() {
    let nobody = OpeningSlot { walk_in: false, by_appointment: false, ..monday() };
    given::<Site>([site_opened()])
        .when(SiteCommand::AddSlot(nobody))
        .then_refused(SiteRefusal::OpeningReceivesNobody);
}

#[test]
fn a_slot_has_its_dates_in_order() {
    let reversed = OpeningSlot { valid_to: Some(date("2022-12-31")), ..monday() };
    given::<Site>([site_opened()])
        .when(SiteCommand::AddSlot(reversed))
        .then_refused(SiteRefusal::SiteDatesReversed);
}

#[test]
fn two_slots_do_not_overlap_while_both_are_in_force() {
    let other = slot(2, OpeningDay::Monday, "11:30", "13:00");
    given::<Site>([site_opened(), added(monday())]).when(SiteCommand::AddSlot(other.clone())).then_refused(
        SiteRefusal::OpeningSlotOverlaps {
            day: OpeningDay::Monday,
            start: "09:00".parse().unwrap(),
            end: "12:00".parse().unwrap(),
        },
    );
    let ended = OpeningSlot { valid_to: Some(date("2023-05-31")), ..monday() };
    let next = OpeningSlot { valid_from: date("2023-06-01"), ..other };
    given::<Site>([site_opened(), added(ended)]).when(SiteCommand::AddSlot(next.clone())).then([added(next)]);
}

#[test]
fn a_site_has_a_hundred_slots_at_most() {
    let slots = (0..100_u32).map(|n| {
        let (from, until) =
            (format!("{:02}:{:02}", n / 6, n % 6 * 10), format!("{:02}:{:02}", n / 6, n % 6 * 10 + 5));
        added(slot(u128::from(n) + 10, OpeningDay::Monday, &from, &until))
    });
    given::<Site>(std::iter::once(site_opened()).chain(slots))
        .when(SiteCommand::AddSlot(slot(2, OpeningDay::Friday, "09:00", "12:00")))
        .then_refused(SiteRefusal::TooManyOpeningSlots { max: 100 });
}

#[test]
fn a_slot_is_changed() {
    let later = slot(1, OpeningDay::Monday, "10:00", "12:30");
    given::<Site>([site_opened(), added(monday())])
        .when(SiteCommand::ChangeSlot(later.clone()))
        .then([SiteEvent::OpeningSlotChanged { slot: later }]);
}

#[test]
fn an_unknown_slot_is_neither_changed_nor_removed() {
    given::<Site>([site_opened()])
        .when(SiteCommand::ChangeSlot(monday()))
        .then_refused(SiteRefusal::OpeningSlotNotFound);
}

#[test]
fn a_removed_slot_keeps_its_past() {
    let ask = RemoveOpeningSlot { slot: monday().slot, from: date("2023-07-01") };
    let removed = SiteEvent::OpeningSlotRemoved { slot: ask.slot, from: ask.from };
    given::<Site>([site_opened(), added(monday())])
        .when(SiteCommand::RemoveSlot(ask.clone()))
        .then([removed.clone()]);
    let site = Site::after([site_opened(), added(monday()), removed.clone()]);
    let hours = site.hours().unwrap();
    assert_eq!(hours.openings_on(date("2023-06-26")).len(), 1);
    assert_eq!(hours.openings_on(date("2023-07-03")).len(), 0);
    given::<Site>([site_opened(), added(monday()), removed])
        .when(SiteCommand::RemoveSlot(ask))
        .then_nothing();
}

#[test]
fn a_site_is_closed_on_dates() {
    let may = closure(7, "2023-05-01", "2023-05-01");
    given::<Site>([site_opened()])
        .when(SiteCommand::CloseOnDates(may.clone()))
        .then([SiteEvent::SiteClosedOnDates { closure: may.clone() }]);
    given::<Site>([site_opened(), closed_on("2023-05-01", "2023-05-01")])
        .when(SiteCommand::CloseOnDates(may))
        .then_nothing();
}

#[test]
fn a_closure_says_something_to_people() {
    let mute =
        dropin::site::SiteClosure { message: Localized::default(), ..closure(7, "2023-05-01", "2023-05-01") };
    given::<Site>([site_opened()])
        .when(SiteCommand::CloseOnDates(mute))
        .then_refused(SiteRefusal::SiteExceptionWithoutMessage);
}

#[test]
fn a_closure_of_more_than_a_year_is_the_end_of_a_site() {
    given::<Site>([site_opened()])
        .when(SiteCommand::CloseOnDates(closure(7, "2023-05-01", "2024-06-01")))
        .then_refused(SiteRefusal::SiteClosureTooLong { max: 366 });
}

#[test]
fn an_exception_cannot_take_the_id_of_another() {
    given::<Site>([site_opened(), closed_on("2023-05-01", "2023-05-01")])
        .when(SiteCommand::OpenExceptionally(exceptional(7, "2023-05-02", "09:00", "10:00")))
        .then_refused(SiteRefusal::SiteExceptionTaken);
}

#[test]
fn a_site_keeps_three_hundred_exceptions_at_most() {
    let many = (0..300)
        .map(|n| SiteEvent::SiteClosedOnDates { closure: closure(1000 + n, "2023-05-01", "2023-05-01") });
    given::<Site>(std::iter::once(site_opened()).chain(many))
        .when(SiteCommand::CloseOnDates(closure(7, "2023-05-18", "2023-05-18")))
        .then_refused(SiteRefusal::TooManySiteExceptions { max: 300 });
}

#[test]
fn a_site_is_opened_exceptionally() {
    let opening = exceptional(8, "2023-05-01", "09:00", "10:00");
    given::<Site>([site_opened()])
        .when(SiteCommand::OpenExceptionally(opening.clone()))
        .then([SiteEvent::SiteOpenedExceptionally { opening }]);
}

#[test]
fn an_exception_is_withdrawn() {
    let exception = closure(7, "2023-05-01", "2023-05-01").exception;
    let ask = SiteCommand::WithdrawException(WithdrawSiteException { exception });
    given::<Site>([site_opened(), closed_on("2023-05-01", "2023-05-01")])
        .when(ask.clone())
        .then([SiteEvent::SiteExceptionWithdrawn { exception }]);
    given::<Site>([site_opened()]).when(ask).then_refused(SiteRefusal::SiteExceptionNotFound);
}

#[test]
fn a_site_is_closed_for_good_once() {
    given::<Site>([site_opened()]).when(close()).then([closed_for_good()]);
    given::<Site>([site_opened(), closed_for_good()]).when(close()).then_nothing();
}

#[test]
fn a_closed_site_does_nothing_more() {
    given::<Site>([site_opened(), closed_for_good()])
        .when(SiteCommand::AddSlot(monday()))
        .then_refused(SiteRefusal::SiteIsClosed);
}

#[test]
fn a_session_of_a_closed_day_needs_a_reason() {
    let site = Site::after([site_opened(), added(monday()), closed_on("2023-05-01", "2023-05-01")]);
    let holiday = at("2023-05-01T07:20:00Z");
    assert_eq!(
        site.day(holiday, None),
        Err(SiteRefusal::SiteClosedThatDay {
            date: date("2023-05-01"),
            reason: ExceptionReason::PublicHoliday
        })
    );
    let day = site.day(holiday, Some(ExceptionReason::Demand)).unwrap();
    assert_eq!((day.exceptional, day.opening), (Some(ExceptionReason::Demand), None));
}

#[test]
fn a_session_of_a_day_without_slot_needs_a_reason() {
    let site = Site::after([site_opened(), added(monday())]);
    assert_eq!(
        site.day(at("2023-06-06T07:20:00Z"), None),
        Err(SiteRefusal::SiteNotOpenThatDay { date: date("2023-06-06") })
    );
}

#[test]
fn a_session_of_an_open_day_needs_no_reason_and_keeps_none() {
    let site = Site::after([site_opened(), added(monday())]);
    let day = site.day(at("2023-06-05T06:50:00Z"), Some(ExceptionReason::Other)).unwrap();
    assert_eq!(day.exceptional, None);
    assert_eq!(day.ends_at, at("2023-06-05T22:00:00Z"));
}

#[test]
fn an_appointment_fits_into_an_opening_that_takes_appointments() {
    let site = Site::after([site_opened(), added(monday())]);
    assert_eq!(site.takes_appointment(at("2023-06-05T09:30:00Z"), at("2023-06-05T10:00:00Z")), Ok(()));
    assert_eq!(
        site.takes_appointment(at("2023-06-05T09:40:00Z"), at("2023-06-05T10:10:00Z")),
        Err(SiteRefusal::NoOpeningForAppointment { date: date("2023-06-05") })
    );
}

#[test]
fn a_closure_takes_slots_away_but_not_an_opening_decided_for_that_date() {
    let site = Site::after([
        site_opened(),
        added(monday()),
        closed_on("2023-05-01", "2023-05-01"),
        SiteEvent::SiteOpenedExceptionally { opening: exceptional(8, "2023-05-01", "14:00", "15:00") },
    ]);
    let hours = site.hours().unwrap();
    let openings = hours.openings_on(date("2023-05-01"));
    assert_eq!(openings.len(), 1);
    assert!(openings[0].exceptional);
    assert!(hours.open_at(at("2023-05-01T07:20:00Z")).is_none());
    assert!(hours.open_at(at("2023-05-01T12:30:00Z")).is_some());
}

#[test]
fn the_next_openings_follow_the_calendar() {
    let site = Site::after([
        site_opened(),
        added(monday()),
        added(slot(2, OpeningDay::Thursday, "14:00", "16:00")),
        closed_on("2023-05-01", "2023-05-01"),
    ]);
    let next = site.hours().unwrap().next(at("2023-04-27T15:00:00Z"), 2);
    let starts: Vec<_> = next.iter().map(|opening| opening.starts_at).collect();
    assert_eq!(starts, [at("2023-05-04T12:00:00Z"), at("2023-05-08T07:00:00Z")]);
}

/// The clock on the wall of the site keeps nine o'clock, whatever the offset.
#[test]
fn nine_in_the_morning_stays_nine_across_both_clock_changes() {
    for (zone, before, after) in [
        // Last Sundays of March and October in Brussels.
        ("Europe/Brussels", "2023-03-20T08:00:00Z", "2023-03-27T07:00:00Z"),
        ("Europe/Brussels", "2023-10-23T07:00:00Z", "2023-10-30T08:00:00Z"),
        // Second Sunday of March, first of November in Toronto.
        ("America/Toronto", "2023-03-06T14:00:00Z", "2023-03-13T13:00:00Z"),
        ("America/Toronto", "2023-10-30T13:00:00Z", "2023-11-06T14:00:00Z"),
    ] {
        let site = Site::after([site_opened_in(zone), added(monday())]);
        let hours = site.hours().unwrap();
        for opens in [before, after] {
            let opens = at(opens);
            let opening = hours.open_at(opens).unwrap_or_else(|| panic!("{zone} is open at {opens}"));
            assert_eq!(opening.starts_at, opens, "{zone}");
            assert!(hours.open_at(opens - chrono::TimeDelta::seconds(1)).is_none(), "{zone}");
        }
    }
}

/// A slot in the very night of the change: skipped time is not open, doubled time is open twice.
#[test]
fn a_slot_in_the_night_of_the_change_follows_the_clock_on_the_wall() {
    for (zone, forward, back) in [
        (
            "Europe/Brussels",
            ("2023-03-26", "2023-03-26T01:00:00Z", "2023-03-26T02:00:00Z"),
            ("2023-10-29", "2023-10-29T00:30:00Z", "2023-10-29T03:00:00Z"),
        ),
        (
            "America/Toronto",
            ("2023-03-12", "2023-03-12T07:00:00Z", "2023-03-12T08:00:00Z"),
            ("2023-11-05", "2023-11-05T07:30:00Z", "2023-11-05T09:00:00Z"),
        ),
    ] {
        let night = slot(3, OpeningDay::Sunday, "02:30", "04:00");
        let site = Site::after([site_opened_in(zone), added(night)]);
        let hours = site.hours().unwrap();
        for (day, starts, ends) in [forward, back] {
            let openings = hours.openings_on(date(day));
            assert_eq!(openings.len(), 1, "{zone} {day}");
            assert_eq!((openings[0].starts_at, openings[0].ends_at), (at(starts), at(ends)), "{zone} {day}");
        }
    }
}

#[test]
fn a_slot_that_the_clock_skips_does_not_take_place() {
    let skipped = slot(3, OpeningDay::Sunday, "02:10", "02:50");
    let site = Site::after([site_opened(), added(skipped)]);
    assert!(site.hours().unwrap().openings_on(date("2023-03-26")).is_empty());
    assert_eq!(site.hours().unwrap().openings_on(date("2023-04-02")).len(), 1);
}
