//! An event that was stored in an older shape is read as one of today, step by step.
#![allow(clippy::unwrap_used, missing_docs)]

use kernel::{Event, Secret, Upcast};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A desk that has changed twice since its events were first stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum DeskEvent {
    Opened { minute: u64, languages: Vec<String>, note: Secret },
    Closed { minute: u64 },
}

/// The hour became a minute of the day.
fn by_the_minute(event: &mut Value) {
    let opened = &mut event["Opened"];
    let hour = opened["hour"].as_u64().unwrap_or(0);
    opened["minute"] = json!(hour * 60);
}

/// One language became several.
fn several_languages(event: &mut Value) {
    let opened = &mut event["Opened"];
    let language = opened["language"].take();
    opened["languages"] = json!([language]);
}

impl Event for DeskEvent {
    const UPCASTS: &'static [Upcast] = &[
        Upcast { event: "Opened", from: 1, change: by_the_minute },
        Upcast { event: "Opened", from: 2, change: several_languages },
    ];

    fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "Opened",
            Self::Closed { .. } => "Closed",
        }
    }
}

fn read(name: &str, shape: u32, stored: &Value) -> Result<DeskEvent, kernel::Undecodable> {
    DeskEvent::read(name, shape, stored.to_string().as_bytes())
}

fn opened() -> DeskEvent {
    DeskEvent::Opened { minute: 540, languages: vec!["ara".to_owned()], note: Secret::Erased }
}

#[test]
fn every_shape_an_event_ever_had_reads_as_the_same_event_also_when_somebody_was_erased() {
    let shapes = [
        json!({ "Opened": { "hour": 9, "language": "ara", "note": null } }),
        json!({ "Opened": { "minute": 540, "language": "ara", "note": null } }),
        json!({ "Opened": { "minute": 540, "languages": ["ara"], "note": null } }),
    ];
    for (shape, stored) in (1..).zip(&shapes) {
        assert_eq!(read("Opened", shape, stored).unwrap(), opened(), "shape {shape}");
    }
}

#[test]
fn what_is_stored_today_is_one_shape_further_for_each_change() {
    assert_eq!((DeskEvent::shape("Opened"), DeskEvent::shape("Closed")), (3, 1));
    let stored = serde_json::to_value(opened()).unwrap();
    assert_eq!(read("Opened", DeskEvent::shape("Opened"), &stored).unwrap(), opened());
}

#[test]
fn changes_of_one_event_leave_the_others_alone() {
    let stored = json!({ "Closed": { "minute": 720 } });
    assert_eq!(read("Closed", 1, &stored).unwrap(), DeskEvent::Closed { minute: 720 });
}

#[test]
fn sealed_words_pass_every_change_as_they_are() {
    let note = json!({ "subject": "person/1", "bytes": "AAECAw==" });
    let stored = json!({ "Opened": { "hour": 9, "language": "ara", "note": note } });
    let read = read("Opened", 1, &stored).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap()["Opened"]["note"], note);
}

#[test]
fn a_shape_that_no_change_leads_to_is_an_error_that_names_the_event() {
    let error = read("Opened", 2, &json!({ "Opened": { "languages": "none" } })).unwrap_err();
    assert_eq!(error.event, "Opened");
}
