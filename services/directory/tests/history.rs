//! Every event shape there ever was is still read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use directory::partner::*;
use directory::service::*;
use kernel::strum::VariantNames;

#[test]
fn the_history_of_partners_is_read() {
    use PartnerEvent as Then;
    let samples = [
        Then::PartnerIdentified { details: details("Signes-Relais"), provenance: Some(provenance("o1")) },
        Then::PartnerDescribed {
            details: PartnerDetails {
                description: Some(four("Interprètes", "Tolken", "مترجمون", "Interpreters")),
                website: Some("https://signes-relais.example".parse().unwrap()),
                email: Some("bonjour@signes-relais.example".parse().unwrap()),
                places: vec![place("siege")],
                ..details("Signes-Relais")
            },
            provenance: None,
        },
        Then::PartnerContacted { way: ContactWay::Visit, at: at(MORNING) },
        Then::PartnerMet { at: at(MORNING) },
        Then::PartnershipActivated {},
        Then::PartnerDeclined { reason: PartnerDeclineReason::NoCapacity },
        Then::PartnershipMarkedDormant { reason: DormancyReason::NoAnswer },
        Then::PartnershipRevived {},
        Then::PartnerStepPlanned { what: line("Rappeler"), on: day("2023-06-12") },
        Then::PartnerStepTaken {},
        Then::AcquaintanceNoted { side: Acquaintance::TheyKnowUs, since: day("2023-05-09") },
        Then::ContactPersonNoted { person: person(1, "bm9yYQ==") },
        Then::ContactPersonRemoved { person: person(1, "").id },
        Then::PartnerNoteAdded { kind: PartnerNoteKind::Visit, text: sealed("dmlzaXRl") },
        Then::PartnerRowKept { row: kept("1") },
    ];
    support::history::check("tests/history/partner", PartnerEvent::VARIANTS, &samples);
}

#[test]
fn the_history_of_services_is_read() {
    use ServiceEvent as Then;
    let verify_by = at("2023-12-05T07:20:00Z");
    let said = ImportService {
        assured_on: Some(day("2023-05-02")),
        closure_message: Some(fr("Travaux")),
        ..said(SourceStatus::TemporarilyClosed)
    };
    let samples = [
        Then::ServiceSheetDrafted { partner: partner_id(1), content: Box::new(content("Carte médicale")) },
        Then::ServiceSheetImported { said: Box::new(said) },
        Then::ServiceSheetRevised { content: Box::new(full()) },
        Then::ServiceSheetPublished { verify_by, delays: 1 },
        Then::ServiceSheetVerifiedAsCurrent { on: day("2023-06-05"), verify_by, delays: 1 },
        Then::ServiceSheetVerificationDue {},
        Then::ServiceSheetTemporarilyClosed {
            closure: closure(MORNING, Some("2023-07-21T22:00:00Z")),
            begun: true,
        },
        Then::ServiceSheetClosureBegan {},
        Then::ServiceSheetReopened {},
        Then::ServiceSheetRetired { reason: SheetRetirement::ServiceEnded },
        Then::CapacityDeclared {
            level: CapacityLevel::Few,
            at: at(MORNING),
            expires_at: at("2023-06-19T07:20:00Z"),
            delays: 1,
        },
        Then::CapacityExpired {},
        Then::ServiceSheetFlagged { reason: SheetFlagReason::ResidenceRule, referral: Some(referral(7)) },
        Then::ServiceRowKept { row: kept("1") },
    ];
    support::history::check("tests/history/service", ServiceEvent::VARIANTS, &samples);
}

/// A sheet with something in each of its fields.
fn full() -> ServiceContent {
    let hours = ServiceHours {
        days: vec![WeekDay::Monday, WeekDay::Thursday],
        opens: Some("09:00".parse().unwrap()),
        closes: Some("12:00".parse().unwrap()),
        from: Some(day("2023-01-01")),
        until: Some(day("2023-12-31")),
        place: Some(line("siege")),
        note: Some(fr("Sauf jours fériés")),
        partial: true,
    };
    let phone = directory::contact::Phone {
        number: line("+32 2 000 00 00"),
        extension: Some(line("100")),
        kind: Some(line("voice")),
        note: Some(fr("Le matin")),
        languages: vec!["fra".parse().unwrap()],
        place: Some(line("siege")),
    };
    let document = DocumentToBring { name: fr("Carte d'identité"), optional: true, website: None };
    ServiceContent {
        also_known_as: Some(fr("AMU")),
        description: Some(fr("Aide médicale urgente")),
        notice: Some(fr("Venir tôt")),
        interpretation: Some(fr("Sur demande")),
        documents: vec![document],
        conditions: ServiceConditions {
            access: ServiceAccess::Both,
            residence: Some(fr("Anderlecht")),
            eligibility: Some(fr("Sans mutuelle")),
            minimum_age: Some(12),
            maximum_age: Some(99),
            how_to_apply: Some(fr("Au guichet")),
            cost: Some(fr("Gratuit")),
        },
        hours: vec![hours],
        phones: vec![phone],
        places: vec![place("siege")],
        areas: vec![fr("Cureghem")],
        website: Some("https://carte.example".parse().unwrap()),
        email: Some("carte@carte.example".parse().unwrap()),
        how_to_say_it: Some(four(
            "Je viens pour la carte",
            "Ik kom voor de kaart",
            "جئت من أجل البطاقة",
            "Card",
        )),
        ..content("Carte médicale")
    }
}
