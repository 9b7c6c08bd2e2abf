//! The ladder, contacts, merging, and the member somebody is as well.

use kernel::given;
use kernel::uuid::Uuid;
use kernel::{MemberId, Role};
use people::person::*;
use people::*;

use crate::words::*;

#[test]
fn a_file_is_opened_with_nothing_in_it() {
    given::<Person>([]).when(PersonCommand::Open).then([opened()]);
    given::<Person>([opened()]).when(PersonCommand::Open).then_refused(PersonRefusal::PersonAlreadyOpened);
    given::<Person>([]).when(PersonCommand::WithdrawName).then_refused(PersonRefusal::PersonNotFound);
    let row = row(&[opened()]);
    assert_eq!((row.identity, row.parts), (IdentityRung::Anonymous, vec![PersonPart::Visitor]));
}

#[test]
fn only_those_who_receive_people_open_files() {
    for role in [Role::Volunteer, Role::Partner, Role::Auditor, Role::Receptionist, Role::Public] {
        given::<Person>([]).role(role).when(PersonCommand::Open).then_refused(PersonRefusal::PersonForHost);
    }
}

#[test]
fn the_ladder_is_climbed_and_descended() {
    let climbed = [opened(), known_by_code(), called("Zoé"), named("Zoé Exemple")];
    let rungs =
        [IdentityRung::Anonymous, IdentityRung::ReturnCode, IdentityRung::Pseudonym, IdentityRung::Named];
    for (steps, rung) in (1..).zip(rungs) {
        assert_eq!(row(&climbed[..steps]).identity, rung);
    }
    given::<Person>(climbed.clone()).when(PersonCommand::WithdrawName).then([name_withdrawn()]);
    let gone = PersonEvent::PseudonymWithdrawn { at: now() };
    let mut history = [climbed.as_slice(), &[name_withdrawn()]].concat();
    assert_eq!(row(&history).identity, IdentityRung::Pseudonym);
    assert_eq!(row(&history).name, None, "the name is taken out");
    given::<Person>(history.clone()).when(PersonCommand::WithdrawPseudonym).then([gone.clone()]);
    history.push(gone);
    assert_eq!(row(&history).identity, IdentityRung::ReturnCode);
    let code_gone = PersonEvent::PersonCodeForgotten { at: now() };
    given::<Person>(history.clone()).when(PersonCommand::ForgetCode).then([code_gone.clone()]);
    history.push(code_gone);
    assert_eq!(row(&history).identity, IdentityRung::Anonymous);
}

#[test]
fn no_rung_needs_another_one() {
    given::<Person>([opened()])
        .when(PersonCommand::GiveName(GiveName { name: sealed("Zoé Exemple") }))
        .then([named("Zoé Exemple")]);
    given::<Person>([opened()])
        .when(PersonCommand::TakePseudonym(TakePseudonym { pseudonym: sealed("Zoé") }))
        .then([called("Zoé")]);
    given::<Person>([opened()]).when(give_telephone(vec![])).state();
    given::<Person>([opened()]).when(PersonCommand::GiveConsent(consent())).then([consented()]);
}

#[test]
fn what_is_not_there_is_taken_out_once() {
    for command in [PersonCommand::WithdrawName, PersonCommand::WithdrawPseudonym, PersonCommand::ForgetCode]
    {
        given::<Person>([opened()]).when(command).then_nothing();
    }
    let same = PersonCommand::KnowByCode(KnowByCode { code: "K7W-XPQR".parse().unwrap() });
    given::<Person>([opened()]).when(same.clone()).then([known_by_code()]);
    given::<Person>([opened(), known_by_code()]).when(same).then_nothing();
}

#[test]
fn a_way_to_reach_somebody_has_safe_hours() {
    given::<Person>([opened()])
        .when(give_telephone(vec![hours("09:00:00", "12:00:00")]))
        .then([telephone("0470")]);
    given::<Person>([opened()])
        .when(give_telephone(vec![hours("12:00:00", "12:00:00")]))
        .then_refused(PersonRefusal::PersonSafeHoursWrong);
    let contact = row(&[opened(), telephone("0470")]).contacts.remove(0);
    assert!(contact.is_safe(&kernel::given::instant("2023-06-05T09:00:00Z")));
    assert!(!contact.is_safe(&kernel::given::instant("2023-06-05T12:00:00Z")), "noon is over");
    assert!(!contact.is_safe(&kernel::given::instant("2023-06-06T10:00:00Z")), "a Tuesday");
}

#[test]
fn a_way_to_reach_somebody_is_taken_out() {
    let withdraw = PersonCommand::WithdrawContact(WithdrawContact { contact: TELEPHONE });
    let gone = PersonEvent::ContactWithdrawn { contact: TELEPHONE, at: now() };
    given::<Person>([opened(), telephone("0470")]).when(withdraw.clone()).then([gone.clone()]);
    given::<Person>([opened()]).when(withdraw).then_refused(PersonRefusal::PersonContactNotFound);
    assert!(row(&[opened(), telephone("0470"), gone]).contacts.is_empty());
}

#[test]
fn a_file_holds_so_much_and_no_more() {
    let contact = |n: u128| PersonEvent::ContactGiven {
        contact: PersonContactId(Uuid::from_u128(100 + n)),
        kind: PersonContactKind::Email,
        words: sealed("x"),
        safe_hours: vec![],
        note: None,
        at: now(),
    };
    given::<Person>(std::iter::once(opened()).chain((0..10).map(contact)))
        .when(give_telephone(vec![]))
        .then_refused(PersonRefusal::PersonTooMuch { most: 10 });
    given::<Person>([opened()])
        .when(PersonCommand::TellLanguages(TellLanguages { languages: vec![lang("fra"); 11] }))
        .then_refused(PersonRefusal::PersonTooMuch { most: 10 });
}

#[test]
fn languages_and_access_needs_are_told() {
    let languages = vec![lang("sfb"), lang("fra")];
    given::<Person>([opened()])
        .when(PersonCommand::TellLanguages(TellLanguages { languages: languages.clone() }))
        .then([PersonEvent::PersonLanguagesTold { languages, at: now() }]);
    let needs = vec![AccessNeed::SignLanguage];
    given::<Person>([opened()])
        .when(PersonCommand::TellAccessNeeds(TellAccessNeeds { needs: needs.clone(), note: None }))
        .then([PersonEvent::AccessNeedsTold { needs, note: None, at: now() }]);
    given::<Person>([opened()])
        .when(PersonCommand::TellAccessNeeds(TellAccessNeeds { needs: vec![AccessNeed::Other], note: None }))
        .then_refused(PersonRefusal::PersonReasonMissing);
}

#[test]
fn a_coordinator_makes_a_file_an_alias() {
    let become_alias = || PersonCommand::BecomeAlias(merge(OTHER));
    given::<Person>([opened()]).role(Role::Coordinator).when(become_alias()).then([merged(OTHER)]);
    given::<Person>([opened()]).when(become_alias()).then_refused(PersonRefusal::PersonForCoordinator);
    given::<Person>([opened(), merged(OTHER)]).role(Role::Coordinator).when(become_alias()).then_nothing();
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(PersonCommand::BecomeAlias(MergePersons { into: OTHER, reasons: vec![] }))
        .then_refused(PersonRefusal::PersonMergeReasonMissing);
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(PersonCommand::TakeAlias { alias: OTHER })
        .then([PersonEvent::AliasTaken { alias: OTHER }]);
}

#[test]
fn nothing_is_written_to_an_alias() {
    let alias = [opened(), merged(OTHER)];
    given::<Person>(alias.clone())
        .when(PersonCommand::WithdrawName)
        .then_refused(PersonRefusal::PersonIsAlias { of: OTHER });
    given::<Person>(alias)
        .role(Role::Coordinator)
        .when(PersonCommand::BecomeAlias(merge(THIRD)))
        .then_refused(PersonRefusal::PersonIsAlias { of: OTHER });
    given::<Person>([opened(), PersonEvent::AliasTaken { alias: THIRD }])
        .role(Role::Coordinator)
        .when(PersonCommand::BecomeAlias(merge(OTHER)))
        .then_refused(PersonRefusal::PersonHasAliases);
}

#[test]
fn a_merge_is_undone() {
    given::<Person>([opened(), merged(OTHER)])
        .role(Role::Coordinator)
        .when(PersonCommand::StandAlone { of: OTHER })
        .then([PersonEvent::MergeUndone { of: OTHER }]);
    given::<Person>([opened(), merged(OTHER)])
        .role(Role::Coordinator)
        .when(PersonCommand::StandAlone { of: THIRD })
        .then_refused(PersonRefusal::PersonNotMerged);
    given::<Person>([opened(), PersonEvent::AliasTaken { alias: OTHER }])
        .role(Role::Coordinator)
        .when(PersonCommand::ReleaseAlias { alias: OTHER })
        .then([PersonEvent::AliasReleased { alias: OTHER }]);
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(PersonCommand::ReleaseAlias { alias: OTHER })
        .then_refused(PersonRefusal::PersonNotMerged);
}

#[test]
fn a_person_is_linked_to_one_member() {
    let volunteer = linked(PersonPart::Volunteer);
    given::<Person>([opened()]).when(link(MEMBER, PersonPart::Volunteer)).then([volunteer.clone()]);
    given::<Person>([opened(), volunteer.clone()]).when(link(MEMBER, PersonPart::Volunteer)).then_nothing();
    given::<Person>([opened(), volunteer.clone()])
        .when(link(MemberId(Uuid::from_u128(70)), PersonPart::Member))
        .then_refused(PersonRefusal::PersonOtherMember);
    given::<Person>([opened()])
        .when(link(MEMBER, PersonPart::Visitor))
        .then_refused(PersonRefusal::PersonPartUnclear);
    given::<Person>([opened(), volunteer.clone()])
        .when(PersonCommand::UnlinkMember(UnlinkMember { member: MEMBER }))
        .then([PersonEvent::PersonUnlinkedFromMember { member: MEMBER, at: now() }]);
    let seen = row(&[opened(), volunteer]);
    assert_eq!(seen.parts, [PersonPart::Visitor, PersonPart::Volunteer]);
}

#[test]
fn becoming_a_volunteer_leads_nobody_to_the_visits() {
    let told = narrate_person(&linked(PersonPart::Volunteer));
    assert!(told.threads.is_empty(), "the member's stream does not join the person's path");
    let member = MEMBER.to_string();
    assert!(told.facts.iter().all(|(_, value)| *value != member), "nor is the member named in the history");
}
