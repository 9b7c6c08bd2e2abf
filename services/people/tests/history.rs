//! One stored event of each shape there ever was, and the check that all are still read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use people::*;
use strum::VariantNames;
use words::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");

fn identity() -> Vec<PersonEvent> {
    vec![
        opened(),
        known_by_code(),
        PersonEvent::PersonCodeForgotten { at: now() },
        called("c2VhbGVk"),
        PersonEvent::PseudonymWithdrawn { at: now() },
        named("c2VhbGVk"),
        name_withdrawn(),
        telephone("c2VhbGVk"),
        PersonEvent::ContactWithdrawn { contact: TELEPHONE, at: now() },
        PersonEvent::PersonLanguagesTold { languages: vec![lang("sfb"), lang("ara")], at: now() },
        PersonEvent::AccessNeedsTold {
            needs: vec![AccessNeed::SignLanguage],
            note: Some(sealed("c2VhbGVk")),
            at: now(),
        },
        do_not_contact(DoNotContactReason::Safety),
        PersonEvent::DoNotContactLifted { reason: ContactAllowedReason::DangerOver, at: now() },
        merged(OTHER),
        PersonEvent::AliasTaken { alias: OTHER },
        PersonEvent::MergeUndone { of: OTHER },
        PersonEvent::AliasReleased { alias: OTHER },
        linked(PersonPart::Volunteer),
        PersonEvent::PersonUnlinkedFromMember { member: MEMBER, at: now() },
    ]
}

fn sharing_and_forgetting() -> Vec<PersonEvent> {
    vec![
        consented(),
        consent_withdrawn(),
        override_asked(),
        overridden(),
        LAPSED,
        data_asked(DataRequestKind::Erase),
        PersonEvent::ErasureAsked { request: REQUEST },
        PersonEvent::DataRequestAnswered {
            request: REQUEST,
            answer: DataRequestAnswer::Partly,
            note: Some(sealed("c2VhbGVk")),
            at: now(),
        },
        PersonEvent::DataRequestOverdue { request: REQUEST },
        PersonEvent::PersonActivityNoted { at: now() },
        warned(DataKind::Case, "2026-06-05"),
        PersonEvent::DataLapsed { kind: DataKind::Contact, retention: 1 },
        PersonEvent::ErasureDecided { reason: ErasureReason::PersonAsked, with: vec![OTHER] },
        postponed("2024-06-05"),
        forgotten(),
    ]
}

#[test]
fn every_event_of_a_person_is_still_read() {
    let samples: Vec<PersonEvent> = identity().into_iter().chain(sharing_and_forgetting()).collect();
    support::history::check(format!("{FOLDER}/person"), PersonEvent::VARIANTS, &samples);
}

#[test]
fn every_event_of_a_disclosure_is_still_read() {
    let sample = DisclosureEvent::IdentityRevealed {
        object: RevealedObject { kind: "visit".parse().unwrap(), id: OTHER.0 },
        person: Some(ONE),
        by: NORA,
        purpose: RevealPurpose::Other,
        because: Some(sealed("c2VhbGVk")),
        until: now(),
    };
    support::history::check(format!("{FOLDER}/disclosure"), DisclosureEvent::VARIANTS, &[sample]);
}

#[test]
fn every_event_of_a_contact_rule_is_still_read() {
    let samples = [
        ContactRuleEvent::NeedContactSuppressed { reason: NeedContactReason::Stigma },
        ContactRuleEvent::NeedContactAllowed {},
    ];
    support::history::check(format!("{FOLDER}/contact_rule"), ContactRuleEvent::VARIANTS, &samples);
}
