//! A visit: its words, and what is asked of the visit itself; its needs are in `needs`.

mod needs;

use dropin::visit::{
    AnswerNeedDirectly, AttributeVisit, CorrectVisit, CorrectionReason, DetachVisit, ExpressNeed,
    GiveReturnCode, LateReason, LeaveNeedUnmet, NeedSettlement, NeedStanding, NeedState, NeedUrgency,
    NeedWithdrawal, NoteLevel, OrientNeed, OutreachContact, RecordVisit, SettleNeed, Towards, UnmetReason,
    Visit, VisitCommand, VisitConsentMode, VisitEvent, VisitFacts, VisitIdentity, VisitNoteInput, VisitPlace,
    VisitRefusal, VoidReason, VoidVisit, WithdrawNeed,
};
use dropin::{ReturnCodeCommand, ReturnCodeEvent, ReturnCodeRefusal, ReturnCodeSlip};
use kernel::{NeedId, PairingId, PersonId, ReferralId, Role, Secret, VisitId, given};
use uuid::Uuid;

use crate::words::{
    AMU, CASE, LISTEN, NORA, SESSION, VISIT, amu, answered, day, expressed, facts, lang, listen, need, place,
    recorded, sealed, visit_in_session,
};

const REFERRAL: Towards = Towards::Referral(ReferralId(Uuid::from_u128(0x71)));
const PAIRING: Towards = Towards::Pairing(PairingId(Uuid::from_u128(0x72)));
const WOMAN: PersonId = PersonId(Uuid::from_u128(0x81));

fn record(visit: RecordVisit) -> VisitCommand {
    VisitCommand::Record(Box::new(visit), place())
}

fn in_session() -> [VisitEvent; 3] {
    [recorded(), amu(), listen()]
}

fn after(more: impl IntoIterator<Item = VisitEvent>) -> Vec<VisitEvent> {
    in_session().into_iter().chain(more).collect()
}

fn answer(need: NeedId) -> VisitCommand {
    VisitCommand::AnswerNeedDirectly(AnswerNeedDirectly { need })
}

fn orient(towards: Towards) -> VisitCommand {
    VisitCommand::OrientNeed(OrientNeed { need: AMU, towards })
}

fn oriented(from: NeedState, towards: Towards) -> VisitEvent {
    let code = "HEA.AMU".parse().unwrap();
    VisitEvent::NeedOriented { need: AMU, code, session: Some(SESSION), from, towards }
}

fn settle(by: Towards, outcome: NeedSettlement) -> VisitCommand {
    VisitCommand::SettleNeed(SettleNeed { need: AMU, by, outcome })
}

fn settled(from: NeedState, by: Towards, outcome: NeedSettlement, state: NeedState) -> VisitEvent {
    let code = "HEA.AMU".parse().unwrap();
    VisitEvent::NeedSettled { need: AMU, code, session: Some(SESSION), from, by, outcome, state }
}

fn note(level: NoteLevel) -> VisitNoteInput {
    VisitNoteInput { level, words: sealed(), confirmed: false }
}

fn noted(level: NoteLevel) -> VisitEvent {
    VisitEvent::VisitNoteAdded { level, words: sealed() }
}

fn attribute(person: PersonId, identity: VisitIdentity) -> VisitCommand {
    VisitCommand::Attribute(AttributeVisit {
        person,
        identity,
        consent_mode: VisitConsentMode::Oral,
        consent_language: lang("ara"),
    })
}

fn attributed(identity: VisitIdentity) -> VisitEvent {
    VisitEvent::VisitAttributed {
        person: WOMAN,
        identity,
        consent_mode: VisitConsentMode::Oral,
        consent_language: lang("ara"),
    }
}

fn void() -> VisitCommand {
    VisitCommand::Void(VoidVisit { reason: VoidReason::EnteredTwice })
}

fn voided() -> VisitEvent {
    let standing =
        |need, code: &str| NeedStanding { need, code: code.parse().unwrap(), state: NeedState::Expressed };
    VisitEvent::VisitVoided {
        session: Some(SESSION),
        facts: Box::new(facts("ara")),
        late: false,
        needs: vec![standing(AMU, "HEA.AMU"), standing(LISTEN, "PSY.LISTEN")],
        reason: VoidReason::EnteredTwice,
    }
}

fn code(text: &str) -> VisitCommand {
    VisitCommand::GiveReturnCode(GiveReturnCode { code: text.parse().unwrap() })
}

#[test]
fn a_visit_is_recorded_with_its_needs_and_notes_in_one_act() {
    let visit = RecordVisit { notes: vec![note(NoteLevel::Shared)], ..visit_in_session() };
    given::<Visit>([]).when(record(visit)).then([recorded(), amu(), listen(), noted(NoteLevel::Shared)]);
}

#[test]
fn an_outreach_contact_needs_no_session() {
    let met = OutreachContact { place: "Gare du Midi".parse().unwrap(), area: None };
    let visit = RecordVisit { session: None, outreach: Some(met), ..visit_in_session() };
    let nowhere = VisitPlace { site: None, ..place() };
    let state = given::<Visit>([]).when(VisitCommand::Record(Box::new(visit), nowhere)).state();
    assert_eq!(state.reception().unwrap().session, None);
}

#[test]
fn a_visit_takes_place_somewhere_and_only_there() {
    let nowhere = RecordVisit { session: None, ..visit_in_session() };
    given::<Visit>([]).when(record(nowhere)).then_refused(VisitRefusal::VisitWithoutContext);
    let met = OutreachContact { place: "Gare du Midi".parse().unwrap(), area: None };
    let twice = RecordVisit { outreach: Some(met), ..visit_in_session() };
    given::<Visit>([]).when(record(twice)).then_refused(VisitRefusal::VisitWithTwoContexts);
}

#[test]
fn a_visit_has_a_need() {
    let none = RecordVisit { needs: Vec::new(), ..visit_in_session() };
    given::<Visit>([]).when(record(none)).then_refused(VisitRefusal::VisitWithoutNeed);
}

#[test]
fn a_visit_has_a_hundred_needs_at_most() {
    let many: Vec<ExpressNeed> =
        (0..101).map(|n| need(NeedId(Uuid::from_u128(1000 + n)), "OTH.UNSAID")).collect();
    given::<Visit>([])
        .when(record(RecordVisit { needs: many, ..visit_in_session() }))
        .then_refused(VisitRefusal::TooManyNeeds { max: 100 });
    let hundred = (0..100).map(|n| expressed(NeedId(Uuid::from_u128(1000 + n)), "OTH.UNSAID"));
    given::<Visit>(std::iter::once(recorded()).chain(hundred))
        .when(VisitCommand::ExpressNeed(need(AMU, "HEA.AMU")))
        .then_refused(VisitRefusal::TooManyNeeds { max: 100 });
}

#[test]
fn two_needs_do_not_share_an_id() {
    let twice =
        RecordVisit { needs: vec![need(AMU, "HEA.AMU"), need(AMU, "PSY.LISTEN")], ..visit_in_session() };
    given::<Visit>([]).when(record(twice)).then_refused(VisitRefusal::NeedIdTaken);
    given::<Visit>(in_session())
        .when(VisitCommand::ExpressNeed(need(AMU, "PSY.LISTEN")))
        .then_refused(VisitRefusal::NeedIdTaken);
}

#[test]
fn a_visit_lasts_minutes_of_one_day() {
    for minutes in [0, 1441] {
        let facts = VisitFacts { minutes: Some(minutes), ..facts("ara") };
        given::<Visit>([])
            .when(record(RecordVisit { facts, ..visit_in_session() }))
            .then_refused(VisitRefusal::VisitMinutesWrong { max: 1440 });
    }
}

#[test]
fn a_visit_of_an_earlier_day_says_why_it_comes_late() {
    let ask = |late_reason| record(RecordVisit { late_reason, ..visit_in_session() });
    let two_days_later = || given::<Visit>([]).at("2023-06-07T07:21:00Z").happened("2023-06-05T07:20:00Z");
    two_days_later().when(ask(None)).then_refused(VisitRefusal::VisitLateWithoutReason);
    let state = two_days_later().when(ask(Some(LateReason::NoConnection))).state();
    assert!(state.reception().is_ok());
}

#[test]
fn a_visit_is_recorded_once() {
    given::<Visit>([recorded()])
        .when(record(visit_in_session()))
        .then_refused(VisitRefusal::VisitAlreadyRecorded);
}

#[test]
fn nothing_is_asked_of_an_unknown_visit() {
    given::<Visit>([]).when(void()).then_refused(VisitRefusal::VisitNotFound);
}

#[test]
fn a_note_is_added() {
    given::<Visit>(in_session())
        .when(VisitCommand::AddNote(note(NoteLevel::Private)))
        .then([noted(NoteLevel::Private)]);
}

#[test]
fn a_visit_has_a_hundred_notes_at_most() {
    given::<Visit>(after(vec![noted(NoteLevel::Shared); 100]))
        .when(VisitCommand::AddNote(note(NoteLevel::Shared)))
        .then_refused(VisitRefusal::TooManyVisitNotes { max: 100 });
    let notes = vec![note(NoteLevel::Shared); 101];
    given::<Visit>([])
        .when(record(RecordVisit { notes, ..visit_in_session() }))
        .then_refused(VisitRefusal::TooManyVisitNotes { max: 100 });
}

#[test]
fn a_note_with_a_telephone_number_waits_for_a_confirmation() {
    let words = Secret::Clear("joignable au 0470 00 00 00".parse().unwrap());
    let mut note = VisitNoteInput { level: NoteLevel::Shared, words, confirmed: false };
    let refused = dropin::visit::contact::check([&note]).unwrap_err();
    assert_eq!(refused, kernel::Halt::Refused(VisitRefusal::NoteContainsContact.into()));
    note.confirmed = true;
    assert!(dropin::visit::contact::check([&note]).is_ok());
}

#[test]
fn a_note_that_names_somebody_who_works_here_waits_for_a_confirmation() {
    let words = Secret::Clear("vue avec samir".parse().unwrap());
    let mut note = VisitNoteInput { level: NoteLevel::Shared, words, confirmed: false };
    let staff = ["Samir Exemple".parse().unwrap()];
    let refused = dropin::visit::contact::check_names([&note], &staff).unwrap_err();
    assert_eq!(refused, kernel::Halt::Refused(VisitRefusal::NoteMayNameSomebody.into()));
    assert!(dropin::visit::contact::check_names([&note], &["Odile".parse().unwrap()]).is_ok());
    note.confirmed = true;
    assert!(dropin::visit::contact::check_names([&note], &staff).is_ok());
}

#[test]
fn a_visit_gets_one_return_code() {
    let issued = VisitEvent::ReturnCodeIssued { code: "K7W-XPQR".parse().unwrap() };
    given::<Visit>(in_session()).when(code("K7WXPQR")).then([issued.clone()]);
    given::<Visit>(after([issued])).when(code("222-2222")).then_nothing();
}

#[test]
fn a_return_code_belongs_to_one_visit() {
    let give = |visit| ReturnCodeCommand::Give { visit, case: CASE };
    let given_to = ReturnCodeEvent::ReturnCodeGiven { visit: VISIT, case: CASE };
    given::<ReturnCodeSlip>([]).when(give(VISIT)).then([given_to.clone()]);
    given::<ReturnCodeSlip>([given_to.clone()]).when(give(VISIT)).then_nothing();
    given::<ReturnCodeSlip>([given_to])
        .when(give(VisitId(Uuid::from_u128(0x99))))
        .then_refused(ReturnCodeRefusal::CodeTaken);
}

#[test]
fn a_person_who_agrees_is_known_and_may_be_known_better() {
    given::<Visit>(in_session())
        .when(attribute(WOMAN, VisitIdentity::Pseudonym))
        .then([attributed(VisitIdentity::Pseudonym)]);
    given::<Visit>(after([attributed(VisitIdentity::Pseudonym)]))
        .when(attribute(WOMAN, VisitIdentity::Pseudonym))
        .then_nothing();
    given::<Visit>(after([attributed(VisitIdentity::Pseudonym)]))
        .when(attribute(WOMAN, VisitIdentity::Named))
        .then([attributed(VisitIdentity::Named)]);
}

#[test]
fn a_visit_belongs_to_one_person() {
    given::<Visit>(after([attributed(VisitIdentity::Named)]))
        .when(attribute(PersonId(Uuid::from_u128(0x82)), VisitIdentity::Named))
        .then_refused(VisitRefusal::VisitAlreadyAttributed);
}

#[test]
fn nobody_is_attributed_anonymously() {
    given::<Visit>(in_session())
        .when(attribute(WOMAN, VisitIdentity::ReturnCode))
        .then_refused(VisitRefusal::VisitIdentityTooLow);
}

#[test]
fn a_person_is_detached() {
    let ask = VisitCommand::Detach(DetachVisit { person: WOMAN });
    given::<Visit>(after([attributed(VisitIdentity::Named)]))
        .when(ask.clone())
        .then([VisitEvent::VisitDetached { person: WOMAN }]);
    given::<Visit>(in_session()).when(ask).then_refused(VisitRefusal::VisitNotAttributed);
}

#[test]
fn a_visit_is_corrected_with_what_it_was_before() {
    let ask = |language| {
        VisitCommand::Correct(CorrectVisit { facts: facts(language), reason: CorrectionReason::TypingError })
    };
    given::<Visit>(in_session()).when(ask("fra")).then([VisitEvent::VisitCorrected {
        session: Some(SESSION),
        before: Box::new(facts("ara")),
        after: Box::new(facts("fra")),
        needs: vec![AMU, LISTEN],
        reason: CorrectionReason::TypingError,
    }]);
    given::<Visit>(in_session()).when(ask("ara")).then_nothing();
}

#[test]
fn the_same_host_voids_a_visit_that_day() {
    given::<Visit>(in_session()).at("2023-06-05T21:00:00Z").when(void()).then([voided()]);
}

#[test]
fn another_host_or_another_day_does_not_void_but_a_coordinator_does() {
    let until = day().ends_at;
    given::<Visit>(in_session())
        .by(NORA)
        .when(void())
        .then_refused(VisitRefusal::VoidingNotAllowed { until });
    given::<Visit>(in_session())
        .at("2023-06-06T07:00:00Z")
        .when(void())
        .then_refused(VisitRefusal::VoidingNotAllowed { until });
    given::<Visit>(in_session())
        .by(NORA)
        .role(Role::Coordinator)
        .at("2023-07-01T07:00:00Z")
        .when(void())
        .then([voided()]);
}

#[test]
fn a_voided_visit_does_nothing_more() {
    given::<Visit>(after([voided()])).when(void()).then_nothing();
    given::<Visit>(after([voided()])).when(answer(AMU)).then_refused(VisitRefusal::VisitIsVoided);
}

#[test]
fn an_urgency_is_part_of_what_was_expressed() {
    let urgent = ExpressNeed { urgency: NeedUrgency::Urgent, ..need(AMU, "HEA.AMU") };
    given::<Visit>(in_session())
        .when(VisitCommand::ExpressNeed(urgent))
        .then_refused(VisitRefusal::NeedIdTaken);
}
