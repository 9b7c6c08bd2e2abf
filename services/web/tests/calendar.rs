//! Meetings in a calendar, read back.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod kit;

use axum::http::StatusCode;
use icalendar::{Calendar, CalendarComponent, Component, Event};
use kit::{MEETING, Node, get, get_with, site};
use serde_json::{Value, json};

fn events(text: &str) -> Vec<Event> {
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.into_iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

#[tokio::test]
async fn a_meeting_is_read_back_as_it_is() {
    let file = get(&site(&Node::new()), &format!("/en/brussels/meetings/{MEETING}.ics")).await;
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    let events = events(file.text());
    assert_eq!(events.len(), 1);
    let value = |name: &str| events[0].property_value(name).unwrap_or_default().to_owned();
    assert_eq!(value("DTSTART"), "20261203T130000Z");
    assert_eq!(value("DTEND"), "20261203T150000Z");
    assert_eq!(value("DTSTAMP"), "20261120T100000Z");
    assert_eq!(value("UID"), format!("meeting-{MEETING}@brussels"));
    assert_eq!((value("SEQUENCE"), value("STATUS")), ("3".to_owned(), "CONFIRMED".to_owned()));
    assert_eq!(value("SUMMARY"), "Residents’ café");
    assert!(value("DESCRIPTION").contains("Welcome from 13:30"), "the time at the place, in words");
}

#[tokio::test]
async fn summer_and_winter_are_told_apart() {
    let file = get(&site(&Node::new()), "/fr/brussels/meetings.ics").await;
    let summer =
        events(file.text()).into_iter().find(|event| event.property_value("UID").unwrap().contains("00b@"));
    // 14:00 in Brussels is 12:00 in June and 13:00 in December.
    assert_eq!(summer.unwrap().property_value("DTSTART"), Some("20270610T120000Z"));
}

#[tokio::test]
async fn the_subscription_has_every_announced_meeting_and_says_what_is_cancelled() {
    let node = Node::new();
    let file = get(&site(&node), "/fr/brussels/meetings.ics").await;
    let events = events(file.text());
    assert_eq!(events.len(), 3);
    let cancelled = events.iter().filter(|event| event.property_value("STATUS") == Some("CANCELLED")).count();
    assert_eq!(cancelled, 1);
    assert!(file.text().contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H"));
    // Sixty days back, so that a late cancellation is heard of.
    assert_eq!(node.asked("PageMeetings")[0].variables["from"], "2026-09-27T09:00:00Z");
}

#[tokio::test]
async fn lines_are_as_the_format_wants_them() {
    let file = get(&site(&Node::new()), "/ar/brussels/meetings.ics").await;
    let text = file.text();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "folded at 75 octets");
    assert!(
        !text.contains('\u{2068}') && !text.contains('\u{2069}'),
        "no marks that calendars show as boxes"
    );
    assert!(text.contains("\\; 1er étage"), "a semicolon in a place is escaped");
}

#[tokio::test]
async fn the_same_meeting_is_the_same_entry_in_every_language() {
    let site = site(&Node::new());
    let uid = |text: &str| events(text)[0].property_value("UID").unwrap().to_owned();
    let french = get(&site, &format!("/fr/brussels/meetings/{MEETING}.ics")).await;
    let arabic = get(&site, &format!("/ar/brussels/meetings/{MEETING}.ics")).await;
    assert_eq!(uid(french.text()), uid(arabic.text()));
    assert!(arabic.text().contains("مقهى السكان"));
}

#[tokio::test]
async fn a_calendar_that_asks_again_hears_that_nothing_changed() {
    let site = site(&Node::new());
    let first = get(&site, "/fr/brussels/meetings.ics").await;
    let again =
        get_with(&site, "/fr/brussels/meetings.ics", &[("if-none-match", first.header("etag"))]).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn a_meeting_that_is_not_there_has_no_file() {
    let site = site(&Node::new());
    for path in [
        "/fr/brussels/meetings/none.ics",
        &format!("/fr/brussels/meetings/{MEETING}"),
        "/fr/brussels/meetings/.ics",
    ] {
        assert_eq!(get(&site, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_long_list_is_read_to_its_end_and_not_for_ever() {
    let node = Node::new();
    let mut list: Value = serde_json::from_str(include_str!("fixtures/meetings.json")).unwrap();
    list["meetingNotices"]["pageInfo"] = json!({ "hasNextPage": true, "endCursor": "next" });
    node.answers("PageMeetings", list);
    get(&site(&node), "/fr/brussels/meetings.ics").await;
    let asked = node.asked("PageMeetings");
    assert_eq!(asked.len(), 5);
    assert_eq!((&asked[0].variables["after"], &asked[1].variables["after"]), (&Value::Null, &json!("next")));
}
