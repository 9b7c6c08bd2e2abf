//! One stored event of each shape there ever was, and the check that all are still read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::{Sealed, Secret};
use meetings::meeting::{
    AttendanceWithdrawal, DecisionMethod, MeetingPlace, MinutesLanguage, Redaction, RegistrationId,
};
use meetings::{CommitmentDropReason, CommitmentEvent, MeetingEvent};
use strum::VariantNames;
use uuid::Uuid;
use words::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");

#[test]
fn every_event_of_a_meeting_is_still_read() {
    let samples: Vec<MeetingEvent> = before().into_iter().chain(during()).chain(after()).collect();
    support::history::check(format!("{FOLDER}/meeting"), MeetingEvent::VARIANTS, &samples);
}

fn before() -> Vec<MeetingEvent> {
    let place = MeetingPlace { address: Some("Porte bleue".parse().unwrap()), ..place() };
    let plan = may();
    vec![
        planned(),
        ANNOUNCED,
        MeetingEvent::MeetingRescheduled {
            welcome_at: plan.welcome_at,
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            place: Some(place),
        },
        cancelled(),
        MeetingEvent::AgendaItemProposed {
            item: SEWING,
            title: fr("Atelier de couture"),
            source: from_need("NET.CREATE", 7),
        },
        MeetingEvent::AgendaItemAccepted { item: SEWING },
        MeetingEvent::AgendaItemDeferred { item: SEWING, to: Some(JUNE) },
        MeetingEvent::RegistrationMade {
            registration: RegistrationId(Uuid::from_u128(0x40)),
            member: Some(BEA),
            interpreter: Some(lang("sfb")),
            children: 2,
        },
        MeetingEvent::RegistrationCancelled { registration: SEAT },
    ]
}

fn during() -> Vec<MeetingEvent> {
    vec![
        OPENED,
        came(Some(BEA), Some(YASMINE)),
        taken_back(BEA, AttendanceWithdrawal::NoLongerNamed),
        counted("sfb", 2),
        decided(DecisionMethod::Vote, votes(5, 1, 2)),
        committed("2023-06-20"),
        CLOSED,
    ]
}

fn after() -> Vec<MeetingEvent> {
    let redaction = Redaction { language: MinutesLanguage::Fr, from: 0, until: 4 };
    vec![
        drafted(),
        corrected("On a beaucoup parlé de couture"),
        APPROVED,
        MeetingEvent::MinutesPublished { languages: vec![MinutesLanguage::Fr], redactions: vec![redaction] },
    ]
}

#[test]
fn every_event_of_a_commitment_is_still_read() {
    let sealed = Secret::Sealed(Sealed { subject: "commitment".to_owned(), bytes: "c2VhbGVk".to_owned() });
    let samples = [
        was_made("2023-06-20"),
        CommitmentEvent::CommitmentFulfilled {},
        CommitmentEvent::CommitmentDropped { reason: CommitmentDropReason::Other, explanation: Some(sealed) },
        CommitmentEvent::CommitmentPostponed { due: day("2023-07-01") },
        CommitmentEvent::CommitmentCarriedOver { to: JUNE, due: day("2023-06-23") },
        CommitmentEvent::CommitmentFellDue {},
    ];
    support::history::check(format!("{FOLDER}/commitment"), CommitmentEvent::VARIANTS, &samples);
}
