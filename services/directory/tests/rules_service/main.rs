//! The service sheet, one sentence for each rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../common/mod.rs"]
mod common;
mod importing;

use common::*;
use directory::service::*;
use kernel::given::instant;
use kernel::{Localized, Role, given};

const DUE: ServiceEvent = ServiceEvent::ServiceSheetVerificationDue {};
const REOPENED: ServiceEvent = ServiceEvent::ServiceSheetReopened {};
const BEGAN: ServiceEvent = ServiceEvent::ServiceSheetClosureBegan {};
const EXPIRED: ServiceEvent = ServiceEvent::CapacityExpired {};
const RETIRED: ServiceEvent = ServiceEvent::ServiceSheetRetired { reason: SheetRetirement::ServiceEnded };

/// Six months after Monday morning.
const VERIFY_BY: &str = "2023-12-05T07:20:00Z";

fn drafted() -> ServiceEvent {
    let content = Box::new(content("Carte médicale"));
    ServiceEvent::ServiceSheetDrafted { partner: partner_id(1), content }
}

fn published() -> ServiceEvent {
    ServiceEvent::ServiceSheetPublished { verify_by: instant(VERIFY_BY), delays: 1 }
}

fn verified(on: &str, verify_by: &str) -> ServiceEvent {
    ServiceEvent::ServiceSheetVerifiedAsCurrent { on: day(on), verify_by: instant(verify_by), delays: 1 }
}

fn announced() -> ServiceEvent {
    let closure = closure("2023-07-20T22:00:00Z", Some("2023-07-21T22:00:00Z"));
    ServiceEvent::ServiceSheetTemporarilyClosed { closure, begun: false }
}

fn closed() -> ServiceEvent {
    let closure = closure("2023-06-01T06:00:00Z", Some("2023-06-30T22:00:00Z"));
    ServiceEvent::ServiceSheetTemporarilyClosed { closure, begun: true }
}

fn capacity() -> ServiceEvent {
    ServiceEvent::CapacityDeclared {
        level: CapacityLevel::Few,
        at: instant(MORNING),
        expires_at: instant("2023-06-19T07:20:00Z"),
        delays: 1,
    }
}

fn flagged(number: u128) -> ServiceEvent {
    let reason = SheetFlagReason::ResidenceRule;
    ServiceEvent::ServiceSheetFlagged { reason, referral: Some(referral(number)) }
}

fn imported(said: ImportService) -> ServiceEvent {
    ServiceEvent::ServiceSheetImported { said: Box::new(said) }
}

fn live() -> Vec<ServiceEvent> {
    vec![drafted(), published()]
}

fn with(event: ServiceEvent) -> Vec<ServiceEvent> {
    vec![drafted(), published(), event]
}

fn draft(content: ServiceContent) -> ServiceCommand {
    ServiceCommand::Draft(DraftServiceSheet { partner: partner_id(1), content })
}

fn revise(content: ServiceContent) -> ServiceCommand {
    ServiceCommand::Revise(ReviseServiceSheet { content })
}

fn verify(on: Option<&str>) -> ServiceCommand {
    ServiceCommand::Verify(VerifyServiceSheet { on: on.map(day) })
}

fn close(from: &str, until: Option<&str>) -> ServiceCommand {
    let Closure { from, until, message } = closure(from, until);
    ServiceCommand::CloseTemporarily(CloseServiceTemporarily { from, until, message })
}

fn retire() -> ServiceCommand {
    ServiceCommand::Retire(RetireServiceSheet { reason: SheetRetirement::ServiceEnded })
}

fn declare() -> ServiceCommand {
    ServiceCommand::DeclareCapacity(DeclareCapacity { level: CapacityLevel::Few })
}

fn flag(number: u128) -> ServiceCommand {
    let reason = SheetFlagReason::ResidenceRule;
    ServiceCommand::Flag(FlagServiceSheet { reason, referral: Some(referral(number)) })
}

fn import(said: ImportService) -> ServiceCommand {
    ServiceCommand::Import(Box::new(said))
}

#[test]
fn a_sheet_is_drafted_and_published() {
    given::<Service>([]).when(draft(content("Carte médicale"))).then([drafted()]);
    given::<Service>([drafted()]).when(draft(content("Carte médicale"))).then_nothing();
    given::<Service>([drafted()]).when(ServiceCommand::Publish).then([published()]);
    given::<Service>(live()).when(ServiceCommand::Publish).then_nothing();
}

#[test]
fn an_id_is_not_used_for_another_sheet() {
    given::<Service>(live())
        .when(draft(content("Autre")))
        .then_refused(ServiceRefusal::ServiceSheetAlreadyDrafted);
}

#[test]
fn nothing_is_asked_of_a_sheet_nobody_knows() {
    for command in [ServiceCommand::Publish, declare(), retire(), verify(None)] {
        given::<Service>([]).when(command).then_refused(ServiceRefusal::ServiceSheetNotFound);
    }
}

#[test]
fn a_sheet_has_a_name() {
    let nameless = ServiceContent { name: Localized::default(), ..content("x") };
    given::<Service>([]).when(draft(nameless)).then_refused(ServiceRefusal::ServiceSheetNameMissing);
}

#[test]
fn a_sheet_people_see_answers_a_need() {
    let needless = ServiceContent { needs: vec![], ..content("Carte médicale") };
    let event =
        ServiceEvent::ServiceSheetDrafted { partner: partner_id(1), content: Box::new(needless.clone()) };
    given::<Service>([]).when(draft(needless.clone())).then([event.clone()]);
    given::<Service>([event])
        .when(ServiceCommand::Publish)
        .then_refused(ServiceRefusal::ServiceSheetNeedMissing);
    given::<Service>(live()).when(revise(needless)).then_refused(ServiceRefusal::ServiceSheetNeedMissing);
}

#[test]
fn lists_have_a_limit() {
    let many = ServiceContent { areas: vec![fr("Cureghem"); MOST_ENTRIES + 1], ..content("x") };
    given::<Service>([])
        .when(draft(many))
        .then_refused(ServiceRefusal::ServiceSheetTooManyEntries { most: MOST_ENTRIES });
}

#[test]
fn the_lowest_age_is_not_above_the_highest() {
    let mut reversed = content("x");
    reversed.conditions.minimum_age = Some(25);
    reversed.conditions.maximum_age = Some(18);
    given::<Service>([])
        .when(draft(reversed))
        .then_refused(ServiceRefusal::ServiceSheetAgesReversed { minimum: 25, maximum: 18 });
}

fn monday() -> ServiceHours {
    ServiceHours {
        days: vec![WeekDay::Monday],
        opens: Some("20:00".parse().unwrap()),
        closes: Some("08:00".parse().unwrap()),
        from: None,
        until: None,
        place: None,
        note: None,
        partial: false,
    }
}

#[test]
fn a_night_is_opening_hours_but_dates_do_not_run_backwards() {
    let night = ServiceContent { hours: vec![monday()], ..content("Abri") };
    assert!(matches!(
        given::<Service>([]).when(draft(night)).state(),
        Service::Sheet(sheet) if sheet.content.hours.len() == 1
    ));
    let backwards =
        ServiceHours { from: Some(day("2023-09-01")), until: Some(day("2023-06-30")), ..monday() };
    given::<Service>([])
        .when(draft(ServiceContent { hours: vec![backwards], ..content("Abri") }))
        .then_refused(ServiceRefusal::ServiceSheetHoursReversed);
}

#[test]
fn hours_name_a_place_that_is_on_the_sheet() {
    let unclear = ServiceRefusal::ServiceSheetPlaceUnclear { place: "annexe".to_owned() };
    let hours = vec![ServiceHours { place: Some(line("annexe")), ..monday() }];
    given::<Service>([])
        .when(draft(ServiceContent { hours, places: vec![place("siege")], ..content("x") }))
        .then_refused(unclear.clone());
    given::<Service>([])
        .when(draft(ServiceContent { places: vec![place("annexe"), place("annexe")], ..content("x") }))
        .then_refused(unclear);
}

#[test]
fn a_place_is_on_the_globe() {
    let mut nowhere = place("siege");
    nowhere.longitude = Some(-181.0);
    given::<Service>([])
        .when(draft(ServiceContent { places: vec![nowhere], ..content("x") }))
        .then_refused(ServiceRefusal::ServiceSheetPlaceNowhere);
}

#[test]
fn a_sheet_is_revised_as_a_whole() {
    let better = content("Carte médicale urgente");
    let revised = ServiceEvent::ServiceSheetRevised { content: Box::new(better.clone()) };
    given::<Service>(live()).when(revise(better.clone())).then([revised.clone()]);
    given::<Service>(with(revised)).when(revise(better)).then_nothing();
}

#[test]
fn a_draft_is_not_closed_verified_doubted_or_filled() {
    for command in [verify(None), ServiceCommand::Reopen, declare(), flag(1), close(MORNING, None)] {
        given::<Service>([drafted()]).when(command).then_refused(ServiceRefusal::ServiceSheetNotPublished);
    }
}

#[test]
fn a_retired_sheet_stays_retired() {
    given::<Service>(live()).when(retire()).then([RETIRED]);
    given::<Service>([drafted()]).when(retire()).then([RETIRED]);
    given::<Service>(with(RETIRED)).when(retire()).then_nothing();
    for command in [ServiceCommand::Publish, verify(None), declare(), flag(1), revise(content("y"))] {
        given::<Service>(with(RETIRED)).when(command).then_refused(ServiceRefusal::ServiceSheetIsRetired);
    }
    for late in [ServiceCommand::AskToVerify, ServiceCommand::ExpireCapacity, ServiceCommand::EndClosure] {
        given::<Service>(with(RETIRED)).role(Role::System).when(late).then_nothing();
    }
}

#[test]
fn verifying_sets_the_next_date_and_settles_doubts() {
    let today = verified("2023-06-05", "2023-12-05T00:00:00Z");
    given::<Service>(with(flagged(1))).when(verify(None)).then([today.clone()]);
    given::<Service>(with(today.clone())).when(verify(None)).then_nothing();
    given::<Service>(with(today)).when(verify(Some("2023-05-01"))).then_nothing();
    given::<Service>(live())
        .when(verify(Some("2023-05-01")))
        .then([verified("2023-05-01", "2023-11-01T00:00:00Z")]);
}

#[test]
fn nobody_has_verified_on_a_day_to_come() {
    given::<Service>(live())
        .when(verify(Some("2023-07-01")))
        .then_refused(ServiceRefusal::ServiceSheetVerifiedInTheFuture { on: day("2023-07-01") });
}

#[test]
fn after_six_months_somebody_is_asked_to_verify() {
    given::<Service>(live()).at(VERIFY_BY).when(ServiceCommand::AskToVerify).then([DUE]);
    given::<Service>(with(DUE)).at(VERIFY_BY).when(ServiceCommand::AskToVerify).then_nothing();
    given::<Service>([drafted()]).at(VERIFY_BY).when(ServiceCommand::AskToVerify).then_nothing();
    given::<Service>(with(DUE))
        .at(VERIFY_BY)
        .when(verify(None))
        .then([verified("2023-12-05", "2024-06-05T00:00:00Z")]);
}

#[test]
fn no_deadline_comes_early() {
    let early = |due: &str| ServiceRefusal::ServiceDeadlineNotReached { due: instant(due) };
    given::<Service>(live()).when(ServiceCommand::AskToVerify).then_refused(early(VERIFY_BY));
    given::<Service>(with(capacity()))
        .when(ServiceCommand::ExpireCapacity)
        .then_refused(early("2023-06-19T07:20:00Z"));
    given::<Service>(with(announced()))
        .when(ServiceCommand::BeginClosure)
        .then_refused(early("2023-07-20T22:00:00Z"));
    given::<Service>(with(closed()))
        .when(ServiceCommand::EndClosure)
        .then_refused(early("2023-06-30T22:00:00Z"));
}

#[test]
fn a_closure_is_announced_begins_and_ends() {
    let (from, until) = ("2023-07-20T22:00:00Z", "2023-07-21T22:00:00Z");
    given::<Service>(live()).when(close(from, Some(until))).then([announced()]);
    given::<Service>(with(announced())).when(close(from, Some(until))).then_nothing();
    given::<Service>(with(announced())).at(from).when(ServiceCommand::BeginClosure).then([BEGAN]);
    let begun = vec![drafted(), published(), announced(), BEGAN];
    given::<Service>(begun.clone()).at(until).when(ServiceCommand::BeginClosure).then_nothing();
    given::<Service>(begun).at(until).when(ServiceCommand::EndClosure).then([REOPENED]);
    given::<Service>(live()).at(until).when(ServiceCommand::EndClosure).then_nothing();
}

#[test]
fn a_service_closes_at_once_and_reopens() {
    given::<Service>(live())
        .when(close("2023-06-01T06:00:00Z", Some("2023-06-30T22:00:00Z")))
        .then([closed()]);
    given::<Service>(with(closed())).when(ServiceCommand::Reopen).then([REOPENED]);
    given::<Service>(with(announced())).when(ServiceCommand::Reopen).then([REOPENED]);
    given::<Service>(live()).when(ServiceCommand::Reopen).then_nothing();
}

#[test]
fn a_closure_without_an_end_waits_for_somebody() {
    let endless =
        ServiceEvent::ServiceSheetTemporarilyClosed { closure: closure(MORNING, None), begun: true };
    given::<Service>(live()).when(close(MORNING, None)).then([endless.clone()]);
    given::<Service>(with(endless))
        .at("2024-06-05T07:20:00Z")
        .when(ServiceCommand::EndClosure)
        .then_nothing();
}

#[test]
fn a_closure_does_not_end_before_it_begins() {
    given::<Service>(live())
        .when(close("2023-07-22T00:00:00Z", Some("2023-07-21T00:00:00Z")))
        .then_refused(ServiceRefusal::ServiceClosureReversed);
}

#[test]
fn a_closure_that_is_over_is_not_announced() {
    given::<Service>(live())
        .when(close("2023-05-01T00:00:00Z", Some("2023-05-02T00:00:00Z")))
        .then_refused(ServiceRefusal::ServiceClosureInThePast);
}

#[test]
fn people_are_told_about_a_closure() {
    let silent =
        CloseServiceTemporarily { from: instant(MORNING), until: None, message: Localized::default() };
    given::<Service>(live())
        .when(ServiceCommand::CloseTemporarily(silent))
        .then_refused(ServiceRefusal::ServiceClosureMessageMissing);
}

#[test]
fn capacity_is_believed_for_fourteen_days() {
    given::<Service>(live()).role(Role::Partner).when(declare()).then([capacity()]);
    given::<Service>(with(capacity())).when(declare()).then_nothing();
    given::<Service>(with(capacity()))
        .at("2023-06-19T07:20:00Z")
        .role(Role::System)
        .when(ServiceCommand::ExpireCapacity)
        .then([EXPIRED]);
    given::<Service>(vec![drafted(), published(), capacity(), EXPIRED])
        .at("2023-06-19T07:20:00Z")
        .when(ServiceCommand::ExpireCapacity)
        .then_nothing();
}

#[test]
fn what_an_answer_contradicts_is_flagged_once() {
    given::<Service>(live()).role(Role::System).when(flag(1)).then([flagged(1)]);
    given::<Service>(with(flagged(1))).when(flag(1)).then_nothing();
    given::<Service>(with(flagged(1))).when(flag(2)).then([flagged(2)]);
}

#[test]
fn doubts_have_a_limit() {
    let most = aggregate::MOST_FLAGS;
    let full = live().into_iter().chain((0..most as u128).map(flagged));
    given::<Service>(full).when(flag(9_999)).then_refused(ServiceRefusal::TooManyServiceFlags { most });
}
