//! Whatever is asked in whatever order, a partner and a sheet stay valid, and the lists agree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use directory::deadlines::due_service;
use directory::partner::*;
use directory::projection::*;
use directory::service::*;
use kernel::chrono::TimeDelta;
use kernel::given::monday_morning;
use kernel::walk::walk;
use kernel::{Asked, Projection};
use proptest::prelude::*;

fn partner_command() -> impl Strategy<Value = PartnerCommand> {
    use PartnerCommand as Ask;
    let names = prop_oneof![Just("Canal"), Just("Signes")];
    prop_oneof![
        names.clone().prop_map(|name| Ask::Identify(IdentifyPartner { details: details(name) })),
        names.clone().prop_map(|name| Ask::Describe(DescribePartner { details: details(name) })),
        Just(Ask::Contact(ContactPartner { way: ContactWay::Phone })),
        Just(Ask::Meet),
        Just(Ask::Activate),
        Just(Ask::Decline(DeclinePartner { reason: PartnerDeclineReason::NotSaid })),
        Just(Ask::MarkDormant(MarkPartnershipDormant { reason: DormancyReason::NoAnswer })),
        Just(Ask::Revive),
        Just(Ask::PlanStep(PlanPartnerStep { what: line("Rappeler"), on: day("2024-01-01") })),
        Just(Ask::TakeStep),
        (0..4u128).prop_map(|id| Ask::NoteContactPerson(NoteContactPerson { person: person(id, "x") })),
        (0..4u128).prop_map(|id| Ask::RemoveContactPerson(RemoveContactPerson { person: person(id, "").id })),
        Just(Ask::AddNote(AddPartnerNote { kind: PartnerNoteKind::Remark, text: sealed("x") })),
        names.prop_map(|name| Ask::Import(ImportPartner {
            details: details(name),
            provenance: provenance("o1")
        })),
        (0..3u8).prop_map(|id| Ask::KeepRow(kept(&id.to_string()))),
    ]
}

fn service_command() -> impl Strategy<Value = ServiceCommand> {
    use ServiceCommand as Ask;
    let contents = prop_oneof![
        Just(content("Carte")),
        Just(ServiceContent { needs: vec![], ..content("Colis") }),
        Just(ServiceContent { name: kernel::Localized::default(), ..content("x") }),
    ];
    let statuses = prop_oneof![
        Just(SourceStatus::Active),
        Just(SourceStatus::Inactive),
        Just(SourceStatus::Defunct),
        Just(SourceStatus::TemporarilyClosed),
    ];
    prop_oneof![
        contents
            .clone()
            .prop_map(|content| { Ask::Draft(DraftServiceSheet { partner: partner_id(1), content }) }),
        contents.clone().prop_map(|content| Ask::Revise(ReviseServiceSheet { content })),
        Just(Ask::Publish),
        Just(Ask::Publish),
        Just(Ask::Verify(VerifyServiceSheet { on: None })),
        (0..60i64, prop::option::of(1..30i64)).prop_map(|(from, length)| {
            let from = monday_morning().at + TimeDelta::days(from);
            let until = length.map(|days| from + TimeDelta::days(days));
            Ask::CloseTemporarily(CloseServiceTemporarily { from, until, message: fr("Fermé") })
        }),
        Just(Ask::Reopen),
        prop::bool::weighted(0.1).prop_map(|rare| if rare {
            Ask::Retire(RetireServiceSheet { reason: SheetRetirement::ServiceEnded })
        } else {
            Ask::Publish
        }),
        Just(Ask::DeclareCapacity(DeclareCapacity { level: CapacityLevel::Full })),
        (0..3u128).prop_map(|id| Ask::Flag(FlagServiceSheet {
            reason: SheetFlagReason::Closed,
            referral: Some(referral(id))
        })),
        Just(Ask::AskToVerify),
        Just(Ask::BeginClosure),
        Just(Ask::EndClosure),
        Just(Ask::ExpireCapacity),
        (contents, statuses).prop_map(|(content, status)| {
            Ask::Import(Box::new(ImportService { content, ..said(status) }))
        }),
        (0..3u8).prop_map(|id| Ask::KeepRow(kept(&id.to_string()))),
    ]
}

/// Every command some days after the one before.
fn dated<C>(commands: Vec<(C, i64)>) -> Vec<(C, Asked)> {
    let mut now = monday_morning().now;
    let mut dated = Vec::new();
    for (command, days) in commands {
        now += TimeDelta::days(days);
        dated.push((command, Asked { at: now, now, ..monday_morning() }));
    }
    dated
}

fn partner_row(history: &[PartnerEvent]) -> Option<PartnerRow> {
    let key = partner_id(1).to_string();
    history.iter().enumerate().fold(None, |row, (nth, event)| {
        let event = recorded("partner", &key, nth as u64 + 1, MORNING, event.clone());
        Partners::project(row, &key, &event)
    })
}

fn service_row(history: &[ServiceEvent]) -> Option<ServiceRow> {
    let key = service_id(1).to_string();
    history.iter().enumerate().fold(None, |row, (nth, event)| {
        let event = recorded("service", &key, nth as u64 + 1, MORNING, event.clone());
        Services::project(row, &key, &event)
    })
}

fn partner_agrees(partner: &Partner, history: &[PartnerEvent]) {
    let (Partner::Known(known), Some(row)) = (partner, partner_row(history)) else {
        panic!("something happened to nobody: {history:?}");
    };
    let state = match known.stage {
        Stage::Identified => PartnerState::Identified,
        Stage::Contacted { .. } => PartnerState::Contacted,
        Stage::Met { .. } => PartnerState::Met,
        Stage::Active => PartnerState::Active,
        Stage::Declined => PartnerState::Declined,
        Stage::Dormant => PartnerState::Dormant,
    };
    assert_eq!(row.state, state);
    assert_eq!(row.details, known.details);
    assert_eq!(row.persons, known.persons);
    assert_eq!(row.note_count as usize, known.notes);
    assert_eq!(row.version, history.len() as u64);
    assert!(!known.details.name.is_empty());
    assert_eq!(Partners::facets(&row).len(), Partners::FACETS.len());
}

fn service_agrees(service: &Service, history: &[ServiceEvent]) {
    let (Service::Sheet(sheet), Some(row)) = (service, service_row(history)) else {
        panic!("something happened to nothing: {history:?}");
    };
    let state = match sheet.status {
        Status::Draft => SheetState::Draft,
        Status::Published | Status::ClosureAnnounced(_) => SheetState::Published,
        Status::Closed(_) => SheetState::TemporarilyClosed,
        Status::Retired => SheetState::Retired,
    };
    assert_eq!(row.state, state);
    assert_eq!(row.content, sheet.content);
    assert_eq!(row.capacity, sheet.capacity);
    assert_eq!(row.verification_due_since.is_some(), sheet.verification_due);
    assert_eq!(row.flags.len(), sheet.flags.len());
    assert!(!sheet.content.name.is_empty());
    assert_eq!(Services::facets(&row).len(), Services::FACETS.len());
}

proptest! {
    #[test]
    fn a_partner_stays_valid(commands in prop::collection::vec((partner_command(), 0..9i64), 0..40)) {
        walk::<Partner>(dated(commands), partner_agrees);
    }

    #[test]
    fn a_sheet_stays_valid(commands in prop::collection::vec((service_command(), 0..9i64), 0..40)) {
        walk::<Service>(dated(commands), service_agrees);
    }

    #[test]
    fn every_deadline_of_a_sheet_is_accepted_and_moves_on(
        commands in prop::collection::vec((service_command(), 0..9i64), 0..40),
        days in 0..400i64,
    ) {
        let mut history = walk::<Service>(dated(commands), |_, _| {});
        let now = monday_morning().now + TimeDelta::days(400 + days);
        let asked = Asked { at: now, now, ..monday_morning() };
        // At most a closure that begins and ends, a capacity and a verification.
        for _ in 0..5 {
            let Some(row) = service_row(&history) else { break };
            let Some(command) = due_service(&row, now) else { break };
            let state = <Service as kernel::Decider>::after(history.iter().cloned());
            let events = kernel::Decider::decide(&state, command.clone(), &asked).expect("not refused");
            prop_assert!(!events.is_empty(), "{command:?} changes nothing and would be asked for ever");
            history.extend(events);
        }
        let row = service_row(&history);
        prop_assert!(row.is_none_or(|row| due_service(&row, now).is_none()));
    }
}
