//! The prospection, one sentence for each rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::*;
use directory::partner::*;
use kernel::given;
use kernel::given::instant;

fn identified() -> PartnerEvent {
    PartnerEvent::PartnerIdentified { details: details("Signes-Relais"), provenance: None }
}

fn contacted() -> PartnerEvent {
    PartnerEvent::PartnerContacted { way: ContactWay::Visit, at: instant("2023-05-02T08:00:00Z") }
}

fn met() -> PartnerEvent {
    PartnerEvent::PartnerMet { at: instant("2023-05-09T08:00:00Z") }
}

const ACTIVE: PartnerEvent = PartnerEvent::PartnershipActivated {};
const REVIVED: PartnerEvent = PartnerEvent::PartnershipRevived {};
const TAKEN: PartnerEvent = PartnerEvent::PartnerStepTaken {};
const DECLINED: PartnerEvent = PartnerEvent::PartnerDeclined { reason: PartnerDeclineReason::NoCapacity };
const DORMANT: PartnerEvent = PartnerEvent::PartnershipMarkedDormant { reason: DormancyReason::ContactLeft };

fn to_contacted() -> Vec<PartnerEvent> {
    vec![identified(), contacted()]
}

fn to_met() -> Vec<PartnerEvent> {
    vec![identified(), contacted(), met()]
}

fn to_active() -> Vec<PartnerEvent> {
    vec![identified(), contacted(), met(), ACTIVE]
}

fn to_dormant() -> Vec<PartnerEvent> {
    vec![identified(), contacted(), met(), ACTIVE, DORMANT]
}

fn to_declined() -> Vec<PartnerEvent> {
    vec![identified(), contacted(), met(), DECLINED]
}

fn identify(name: &str) -> PartnerCommand {
    PartnerCommand::Identify(IdentifyPartner { details: details(name) })
}

fn describe(details: PartnerDetails) -> PartnerCommand {
    PartnerCommand::Describe(DescribePartner { details })
}

fn contact() -> PartnerCommand {
    PartnerCommand::Contact(ContactPartner { way: ContactWay::Phone })
}

fn decline() -> PartnerCommand {
    PartnerCommand::Decline(DeclinePartner { reason: PartnerDeclineReason::NoCapacity })
}

fn mark_dormant() -> PartnerCommand {
    PartnerCommand::MarkDormant(MarkPartnershipDormant { reason: DormancyReason::ContactLeft })
}

fn plan(on: &str) -> PartnerCommand {
    PartnerCommand::PlanStep(PlanPartnerStep { what: line("Rappeler"), on: day(on) })
}

fn planned(on: &str) -> PartnerEvent {
    PartnerEvent::PartnerStepPlanned { what: line("Rappeler"), on: day(on) }
}

fn acquaint(side: Acquaintance, since: &str) -> PartnerCommand {
    PartnerCommand::NoteAcquaintance(NoteAcquaintance { side, since: day(since) })
}

fn note_person(person: ContactPerson) -> PartnerCommand {
    PartnerCommand::NoteContactPerson(NoteContactPerson { person })
}

fn noted(person: ContactPerson) -> PartnerEvent {
    PartnerEvent::ContactPersonNoted { person }
}

fn add_note() -> PartnerCommand {
    PartnerCommand::AddNote(AddPartnerNote { kind: PartnerNoteKind::Visit, text: sealed("dmlzaXRl") })
}

fn note_added() -> PartnerEvent {
    PartnerEvent::PartnerNoteAdded { kind: PartnerNoteKind::Visit, text: sealed("dmlzaXRl") }
}

fn import(name: &str) -> PartnerCommand {
    PartnerCommand::Import(ImportPartner { details: details(name), provenance: provenance("o1") })
}

#[test]
fn somebody_thinks_of_a_partner() {
    given::<Partner>([]).when(identify("Signes-Relais")).then([identified()]);
}

#[test]
fn identifying_twice_is_identifying_once() {
    given::<Partner>(to_met()).when(identify("Signes-Relais")).then_nothing();
}

#[test]
fn an_id_is_not_used_for_another_partner() {
    given::<Partner>([identified()])
        .when(identify("Maison médicale du Canal"))
        .then_refused(PartnerRefusal::PartnerAlreadyIdentified);
}

#[test]
fn nothing_is_asked_of_a_partner_nobody_knows() {
    for command in [contact(), PartnerCommand::Meet, add_note(), plan("2023-07-01")] {
        given::<Partner>([]).when(command).then_refused(PartnerRefusal::PartnerNotFound);
    }
}

#[test]
fn a_partner_has_a_name() {
    let nameless = PartnerDetails::default();
    given::<Partner>([])
        .when(PartnerCommand::Identify(IdentifyPartner { details: nameless.clone() }))
        .then_refused(PartnerRefusal::PartnerNameMissing);
    given::<Partner>([identified()])
        .when(describe(nameless))
        .then_refused(PartnerRefusal::PartnerNameMissing);
}

#[test]
fn a_partner_has_places_within_reason() {
    let many = PartnerDetails {
        places: (0..=MOST_ENTRIES).map(|number| place(&number.to_string())).collect(),
        ..details("Signes-Relais")
    };
    given::<Partner>([identified()])
        .when(describe(many))
        .then_refused(PartnerRefusal::PartnerTooManyEntries { most: MOST_ENTRIES });
}

#[test]
fn a_place_is_on_the_globe() {
    let mut nowhere = place("siege");
    nowhere.latitude = Some(100.0);
    let details = PartnerDetails { places: vec![nowhere], ..details("Signes-Relais") };
    given::<Partner>([identified()])
        .when(describe(details))
        .then_refused(PartnerRefusal::PartnerPlaceNowhere);
}

#[test]
fn a_partner_is_described_anew() {
    let new = details("Signes-Relais asbl");
    let described = PartnerEvent::PartnerDescribed { details: new.clone(), provenance: None };
    given::<Partner>([identified()]).when(describe(new.clone())).then([described.clone()]);
    given::<Partner>([identified(), described]).when(describe(new)).then_nothing();
}

#[test]
fn the_prospection_goes_from_contact_to_meeting_to_partnership() {
    let now = instant(MORNING);
    given::<Partner>([identified()])
        .when(contact())
        .then([PartnerEvent::PartnerContacted { way: ContactWay::Phone, at: now }]);
    given::<Partner>(to_contacted()).when(PartnerCommand::Meet).then([PartnerEvent::PartnerMet { at: now }]);
    given::<Partner>(to_met()).when(PartnerCommand::Activate).then([ACTIVE]);
    given::<Partner>(to_active()).when(PartnerCommand::Activate).then_nothing();
}

#[test]
fn a_further_attempt_is_a_fact_and_a_retry_is_not() {
    let again = PartnerEvent::PartnerContacted { way: ContactWay::Phone, at: instant(MORNING) };
    given::<Partner>(to_contacted()).when(contact()).then([again.clone()]);
    given::<Partner>([identified(), again]).when(contact()).then_nothing();
    given::<Partner>([identified(), contacted(), PartnerEvent::PartnerMet { at: instant(MORNING) }])
        .when(PartnerCommand::Meet)
        .then_nothing();
}

#[test]
fn one_does_not_go_back_to_a_first_contact() {
    given::<Partner>(to_met()).when(contact()).then_refused(PartnerRefusal::PartnerAlreadyMet);
}

#[test]
fn nobody_is_met_or_declines_without_a_contact() {
    for command in [PartnerCommand::Meet, decline()] {
        given::<Partner>([identified()]).when(command).then_refused(PartnerRefusal::PartnerNotContactedYet);
    }
}

#[test]
fn no_partnership_begins_without_a_meeting() {
    for history in [vec![identified()], to_contacted()] {
        given::<Partner>(history)
            .when(PartnerCommand::Activate)
            .then_refused(PartnerRefusal::PartnerNotMetYet);
    }
}

#[test]
fn a_partner_declines_once() {
    given::<Partner>(to_met()).when(decline()).then([DECLINED]);
    given::<Partner>(to_contacted()).when(decline()).then([DECLINED]);
    given::<Partner>(to_declined()).when(decline()).then_nothing();
}

#[test]
fn a_partner_that_declined_is_contacted_again_before_anything_else() {
    for command in [PartnerCommand::Meet, PartnerCommand::Activate] {
        given::<Partner>(to_declined()).when(command).then_refused(PartnerRefusal::PartnerHasDeclined);
    }
    given::<Partner>(to_declined())
        .when(contact())
        .then([PartnerEvent::PartnerContacted { way: ContactWay::Phone, at: instant(MORNING) }]);
}

#[test]
fn a_living_partnership_is_neither_prospected_nor_declined() {
    for command in [contact(), PartnerCommand::Meet, decline()] {
        given::<Partner>(to_active()).when(command).then_refused(PartnerRefusal::PartnershipAlreadyActive);
    }
}

#[test]
fn a_partnership_falls_asleep_and_wakes() {
    given::<Partner>(to_active()).when(mark_dormant()).then([DORMANT]);
    given::<Partner>(to_dormant()).when(mark_dormant()).then_nothing();
    given::<Partner>(to_dormant()).when(PartnerCommand::Revive).then([REVIVED]);
    given::<Partner>(to_active()).when(PartnerCommand::Revive).then_nothing();
}

#[test]
fn only_a_living_partnership_falls_asleep() {
    for history in [vec![identified()], to_contacted(), to_met(), to_declined()] {
        given::<Partner>(history).when(mark_dormant()).then_refused(PartnerRefusal::PartnershipNotActive);
    }
}

#[test]
fn a_sleeping_partnership_is_revived_not_begun_again() {
    for command in [contact(), PartnerCommand::Meet, PartnerCommand::Activate, decline()] {
        given::<Partner>(to_dormant()).when(command).then_refused(PartnerRefusal::PartnershipIsDormant);
    }
}

#[test]
fn only_a_sleeping_partnership_wakes() {
    for history in [vec![identified()], to_contacted(), to_met(), to_declined()] {
        given::<Partner>(history)
            .when(PartnerCommand::Revive)
            .then_refused(PartnerRefusal::PartnershipNotDormant);
    }
}

#[test]
fn a_next_step_is_planned_and_taken() {
    given::<Partner>([identified()]).when(plan("2023-06-12")).then([planned("2023-06-12")]);
    given::<Partner>([identified(), planned("2023-06-12")]).when(plan("2023-06-12")).then_nothing();
    given::<Partner>([identified(), planned("2023-06-12")]).when(PartnerCommand::TakeStep).then([TAKEN]);
}

#[test]
fn a_next_step_is_not_in_the_past() {
    given::<Partner>([identified()])
        .when(plan("2023-06-01"))
        .then_refused(PartnerRefusal::PartnerStepInThePast { on: day("2023-06-01") });
}

#[test]
fn a_step_nobody_planned_is_not_taken() {
    for history in [vec![identified()], vec![identified(), planned("2023-06-12"), TAKEN]] {
        given::<Partner>(history)
            .when(PartnerCommand::TakeStep)
            .then_refused(PartnerRefusal::PartnerStepNotPlanned);
    }
}

#[test]
fn knowing_each_other_has_two_dates() {
    let side = Acquaintance::WeKnowThem;
    let other = Acquaintance::TheyKnowUs;
    let known = PartnerEvent::AcquaintanceNoted { side, since: day("2023-05-09") };
    given::<Partner>([identified()]).when(acquaint(side, "2023-05-09")).then([known.clone()]);
    given::<Partner>([identified(), known.clone()]).when(acquaint(side, "2023-05-09")).then_nothing();
    given::<Partner>([identified(), known])
        .when(acquaint(other, "2023-05-09"))
        .then([PartnerEvent::AcquaintanceNoted { side: other, since: day("2023-05-09") }]);
}

#[test]
fn nobody_is_known_since_a_day_to_come() {
    given::<Partner>([identified()])
        .when(acquaint(Acquaintance::TheyKnowUs, "2023-07-01"))
        .then_refused(PartnerRefusal::AcquaintanceInTheFuture { since: day("2023-07-01") });
}

#[test]
fn contact_persons_come_change_and_go() {
    let nora = person(1, "nora");
    given::<Partner>([identified()]).when(note_person(nora.clone())).then([noted(nora.clone())]);
    given::<Partner>([identified(), noted(nora.clone())]).when(note_person(nora.clone())).then_nothing();
    let changed = ContactPerson { role: Some(sealed("accueil")), ..nora.clone() };
    given::<Partner>([identified(), noted(nora.clone())])
        .when(note_person(changed.clone()))
        .then([noted(changed)]);
    let removed = PartnerEvent::ContactPersonRemoved { person: nora.id };
    let remove = || PartnerCommand::RemoveContactPerson(RemoveContactPerson { person: nora.id });
    given::<Partner>([identified(), noted(nora.clone())]).when(remove()).then([removed.clone()]);
    given::<Partner>([identified(), noted(nora.clone()), removed])
        .when(remove())
        .then_refused(PartnerRefusal::ContactPersonNotFound);
}

#[test]
fn a_contact_person_is_somebody() {
    let nobody = ContactPerson { name: None, ..person(1, "") };
    given::<Partner>([identified()])
        .when(note_person(nobody))
        .then_refused(PartnerRefusal::ContactPersonEmpty);
}

#[test]
fn contact_persons_have_a_limit() {
    let most = aggregate::MOST_PERSONS;
    let full = (0..most as u128).map(|number| noted(person(number, "x")));
    given::<Partner>(std::iter::once(identified()).chain(full))
        .when(note_person(person(9_999, "x")))
        .then_refused(PartnerRefusal::TooManyContactPersons { most });
}

#[test]
fn a_visit_is_noted() {
    given::<Partner>(to_active()).when(add_note()).then([note_added()]);
}

#[test]
fn notes_have_a_limit() {
    let most = aggregate::MOST_NOTES;
    given::<Partner>(std::iter::once(identified()).chain(std::iter::repeat_n(note_added(), most)))
        .when(add_note())
        .then_refused(PartnerRefusal::TooManyPartnerNotes { most });
}

#[test]
fn an_import_identifies_then_describes_then_changes_nothing() {
    let source = |name: &str| (details(name), Some(provenance("o1")));
    let (first, from) = source("Maison");
    let identified = PartnerEvent::PartnerIdentified { details: first, provenance: from };
    given::<Partner>([]).when(import("Maison")).then([identified.clone()]);
    given::<Partner>([identified.clone()]).when(import("Maison")).then_nothing();
    let (second, from) = source("Maison du Canal");
    let described = PartnerEvent::PartnerDescribed { details: second, provenance: from };
    given::<Partner>([identified.clone()]).when(import("Maison du Canal")).then([described]);
    let better = PartnerEvent::PartnerDescribed { details: details("Maison, asbl"), provenance: None };
    given::<Partner>([identified, better]).when(import("Maison")).then_nothing();
}

#[test]
fn an_imported_row_is_kept_once() {
    let row_kept = || PartnerEvent::PartnerRowKept { row: kept("1") };
    given::<Partner>([identified()]).when(PartnerCommand::KeepRow(kept("1"))).then([row_kept()]);
    given::<Partner>([identified(), row_kept()]).when(PartnerCommand::KeepRow(kept("1"))).then_nothing();
}

#[test]
fn imported_rows_have_a_limit() {
    let most = directory::imported::MOST_ROWS;
    let full = (0..most).map(|number| PartnerEvent::PartnerRowKept { row: kept(&number.to_string()) });
    let full: Vec<PartnerEvent> = std::iter::once(identified()).chain(full).collect();
    given::<Partner>(full)
        .when(PartnerCommand::KeepRow(kept("new")))
        .then_refused(PartnerRefusal::TooManyPartnerRows { most });
}
