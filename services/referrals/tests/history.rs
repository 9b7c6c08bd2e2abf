//! One stored JSON for each event shape there ever was.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::given::instant;
use kernel::{PairingId, PersonId};
use referrals::*;
use strum::VariantNames;
use uuid::Uuid;
use words::*;

fn samples() -> Vec<ReferralEvent> {
    let draft = DraftReferral {
        person: Some(PersonId(Uuid::from_u128(0x9E))),
        availability: Some(secret()),
        question: Some(secret()),
        pairing: Some(PairingId(Uuid::from_u128(0x9A))),
        resumes: Some(referral(3)),
        ..draft()
    };
    vec![
        drafted_as(draft, Some(referral(4))),
        consented(true),
        withdrawn(),
        ReferralEvent::ConsentOverridden {
            reason: ReferralOverrideReason::CannotConsent,
            note: Some(secret()),
            second_reader: actor(0xB2),
        },
        sent(),
        ReferralEvent::ReferralDeliveryFailed { cause: ReferralDeliveryFailure::CameBack },
        ReferralEvent::ReferralLinkRenewed { version: 2 },
        ReferralEvent::ReferralLinkRevoked { version: 3 },
        RECEIVED,
        reviewed(),
        waitlisted("2023-07-03", "2023-07-02T22:00:00Z"),
        person_asked("2023-06-06T08:00:00Z"),
        ReferralEvent::PersonActionCompleted { deadlines: urgent(SENT) },
        ReferralEvent::ReferralAccepted {
            contact_way: ReferralContactWay::PersonWalksIn,
            contact: Some(line("Guichet 3")),
        },
        ReferralEvent::ReferralDeclined { reason: ReferralReason::Other, note: Some(secret()) },
        scheduled("2023-06-15T08:00:00Z", Some("2023-06-13T08:00:00Z")),
        ATTENDED,
        STAYED_AWAY,
        returned(),
        told(ReferralVoice::Person, ReferralOutcome::Partly, SENT),
        ReferralEvent::ReferralClosed {
            outcome: ReferralOutcome::NoHelp,
            reason: Some(ReferralReason::LanguageNotCovered),
            note: None,
        },
        recalled(ReferralRecallReason::Safety),
        ReferralEvent::ReferralExpired { last_reminder: instant(SENT) },
        superseded(),
        ReferralEvent::ReferralReopened {
            reason: ReferralReopenReason::LateAnswer,
            note: None,
            deadlines: urgent(SENT),
        },
        reminded(SENT),
        FLAGGED,
        ReferralEvent::ReferralMarkedNoContact {},
        voided(),
    ]
}

#[test]
fn every_stored_shape_is_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");
    support::history::check(folder, ReferralEvent::VARIANTS, &samples());
}

#[test]
fn what_is_told_of_an_event_leads_where_the_event_leads() {
    for event in samples() {
        let told = narrate(&event);
        let before = match &event {
            ReferralEvent::ConsentOverridden { .. } => ReferralState::Drafted,
            _ => ReferralState::Received,
        };
        let after = before.after(&event);
        let expected = match &event {
            ReferralEvent::ReferralReceived {}
            | ReferralEvent::PersonActionCompleted { .. }
            | ReferralEvent::ReferralReopened { .. } => Some(after.to_string()),
            _ => (after != before).then(|| after.to_string()),
        };
        assert_eq!(told.state, expected, "{event:?}");
    }
}

#[test]
fn nothing_sealed_is_told() {
    for event in samples() {
        assert!(!format!("{:?}", narrate(&event)).contains("c2VhbGVk"), "{event:?}");
    }
}
