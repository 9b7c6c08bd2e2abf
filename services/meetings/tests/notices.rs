//! What anybody may know of a meeting: not before it is announced, and never who comes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::{Facet, Projection};
use meetings::meeting::commands::*;
use meetings::meeting::{MeetingCancellation, MinutesLanguage};
use meetings::{MeetingCommand as Ask, MeetingNotice, MeetingNotices, acts};
use words::*;

const BEFORE: &str = "2023-05-02T08:00:00Z";

fn planned() -> Paper {
    let mut paper = Paper::default();
    paper.ask("2023-04-01T08:00:00Z", MAY, Ask::Plan(may())).unwrap();
    paper
}

fn announced() -> Paper {
    let mut paper = planned();
    paper.ask("2023-04-02T08:00:00Z", MAY, Ask::Announce).unwrap();
    paper
}

fn notice(paper: &Paper) -> Option<MeetingNotice> {
    let id = MAY.to_string();
    let own: Vec<_> = paper.meetings.iter().filter(|event| event.stream.id == id).cloned().collect();
    row_of::<MeetingNotices>(&own)
}

/// Whether a list shows it: only what the facet of the public says, to everybody.
fn is_shown(paper: &Paper) -> bool {
    let (facet, values) = MeetingNotices::public().unwrap();
    assert!(MeetingNotices::ONLY_PUBLIC && MeetingNotices::FACETS == [facet]);
    notice(paper).is_some_and(
        |row| matches!(&MeetingNotices::facets(&row)[0], Facet::One(state) if values.contains(&&**state)),
    )
}

fn cancel() -> Ask {
    Ask::Cancel(CancelMeeting { reason: MeetingCancellation::Other, message: fr("Le local est fermé") })
}

#[test]
fn a_meeting_is_known_once_it_is_announced() {
    assert!(!is_shown(&planned()));
    assert!(is_shown(&announced()));
}

#[test]
fn what_nobody_knew_of_is_not_cancelled_in_public() {
    let mut paper = planned();
    paper.ask(BEFORE, MAY, cancel()).unwrap();
    assert_eq!(notice(&paper), None);
}

#[test]
fn a_meeting_that_does_not_take_place_stays_with_its_message() {
    let mut paper = announced();
    paper.ask(BEFORE, MAY, cancel()).unwrap();
    assert!(is_shown(&paper));
    assert_eq!(notice(&paper).unwrap().cancelled, Some(fr("Le local est fermé")));
}

#[test]
fn a_seat_says_nothing_in_public() {
    let mut paper = announced();
    let before = notice(&paper).unwrap();
    let seat = RegisterForMeeting {
        registration: SEAT,
        member: Some(BEA),
        interpreter: Some(lang("ara")),
        children: 2,
    };
    paper.ask(BEFORE, MAY, Ask::Register(seat)).unwrap();
    let after = notice(&paper).unwrap();
    assert_eq!((&after.interpreters, after.changed_at), (&before.interpreters, before.changed_at));
    assert!(after.version > before.version, "a calendar may count on the version");
}

#[test]
fn minutes_are_open_in_their_published_languages_without_names() {
    let mut paper = announced();
    paper
        .ask(
            "2023-04-02T08:00:00Z",
            JUNE,
            Ask::Plan(plan_at("2023-06-23T07:00:00Z", "2023-06-23T07:30:00Z", "2023-06-23T09:30:00Z")),
        )
        .unwrap();
    paper.ask("2023-04-02T08:00:00Z", JUNE, Ask::Announce).unwrap();
    paper.ask("2023-05-26T07:00:00Z", MAY, Ask::Open).unwrap();
    paper.ask("2023-05-26T07:45:00Z", MAY, name(Some(member(1)), None)).unwrap();
    paper.ask("2023-05-26T09:30:00Z", MAY, Ask::Close).unwrap();
    paper.ask("2023-05-30T09:30:00Z", MAY, draft("On a parlé de couture")).unwrap();
    assert_eq!(notice(&paper).unwrap().minutes, None, "a draft is for members");
    paper.ask("2023-06-23T07:00:00Z", JUNE, Ask::Open).unwrap();
    let approval = ApproveMinutes { at: JUNE };
    let network = kernel::given::monday_morning().network;
    let act = acts::approve_minutes(paper.command(), &network, MAY, kernel::Expected::Any, approval).unwrap();
    paper.act("2023-06-23T08:00:00Z", act).unwrap();
    paper.ask("2023-06-23T08:00:00Z", MAY, publish(&[MinutesLanguage::Fr], &[])).unwrap();
    let minutes = notice(&paper).unwrap().minutes.unwrap();
    assert!(minutes.fr.is_some() && minutes.nl.is_none());
    let row = serde_json::to_string(&notice(&paper)).unwrap();
    assert!(!row.contains(&member(1).to_string()), "{row}");
}
