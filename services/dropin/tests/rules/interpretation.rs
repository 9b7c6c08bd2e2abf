use dropin::Interpretation;
use dropin::interpretation::{
    CancelInterpretation, ConfirmInterpretation, DeclineInterpretation, InterpretationCancellation,
    InterpretationCommand, InterpretationDecline, InterpretationEvent, InterpretationFor,
    InterpretationProvider, InterpretationRefusal, InterpretationState, ReassignInterpretation,
    RecordInterpretationDelivery, RequestInterpretation,
};
use dropin::session::InterpreterMode;
use kernel::given;

use crate::words::{RELAY, SESSION, at, interpreter_requested as requested, interpreter_wanted, lang};

const STARTS: &str = "2023-06-08T12:30:00Z";
const ENDS: &str = "2023-06-08T13:30:00Z";

fn request(ask: RequestInterpretation) -> InterpretationCommand {
    InterpretationCommand::Request(ask)
}

fn another() -> InterpretationProvider {
    InterpretationProvider::Other("Visio-Signes".parse().unwrap())
}

fn confirm(provider: InterpretationProvider) -> InterpretationCommand {
    InterpretationCommand::Confirm(ConfirmInterpretation { provider, language: None })
}

fn confirm_in(code: &str) -> InterpretationCommand {
    let language = Some(lang(code));
    InterpretationCommand::Confirm(ConfirmInterpretation { provider: RELAY, language })
}

fn confirmed() -> InterpretationEvent {
    InterpretationEvent::InterpretationConfirmed { provider: RELAY }
}

fn decline(reason: InterpretationDecline) -> InterpretationCommand {
    InterpretationCommand::Decline(DeclineInterpretation { reason, provider: None })
}

fn declined() -> InterpretationEvent {
    let reason = InterpretationDecline::Capacity;
    InterpretationEvent::InterpretationDeclined { provider: Some(RELAY), reason }
}

fn reassign(mode: InterpreterMode) -> InterpretationCommand {
    let provider = Some(RELAY);
    InterpretationCommand::Reassign(ReassignInterpretation { provider, mode, language: None })
}

fn reassigned(mode: InterpreterMode) -> InterpretationEvent {
    InterpretationEvent::InterpretationReassigned { provider: Some(RELAY), mode }
}

fn deliver(minutes: u32, cost_cents: Option<u32>) -> InterpretationCommand {
    InterpretationCommand::RecordDelivery(RecordInterpretationDelivery { minutes, cost_cents })
}

fn delivered() -> InterpretationEvent {
    InterpretationEvent::InterpretationDelivered { minutes: 40, cost_cents: Some(6_000) }
}

fn missed() -> InterpretationEvent {
    InterpretationEvent::InterpreterDidNotAttend { provider: RELAY }
}

fn cancel() -> InterpretationCommand {
    let reason = InterpretationCancellation::PersonUnavailable;
    InterpretationCommand::Cancel(CancelInterpretation { reason })
}

fn cancelled() -> InterpretationEvent {
    let reason = InterpretationCancellation::PersonUnavailable;
    InterpretationEvent::InterpretationCancelled { reason }
}

fn unmet() -> InterpretationEvent {
    InterpretationEvent::InterpretationWentUnmet { language: lang("sfb") }
}

#[test]
fn an_interpreter_is_asked_for_once() {
    given::<Interpretation>([]).when(request(interpreter_wanted())).then([requested()]);
    given::<Interpretation>([requested()])
        .when(request(interpreter_wanted()))
        .then_refused(InterpretationRefusal::InterpretationAlreadyRequested);
}

#[test]
fn an_interpreter_of_a_whole_session_is_counted_there() {
    let wanted_for = InterpretationFor::Session(SESSION);
    let then = given::<Interpretation>([]).when(request(RequestInterpretation {
        wanted_for,
        session: None,
        ..interpreter_wanted()
    }));
    let mut expected = requested();
    if let InterpretationEvent::InterpretationRequested { wanted_for: what, .. } = &mut expected {
        *what = wanted_for;
    }
    then.then([expected]);
}

#[test]
fn nothing_is_asked_of_an_unknown_request() {
    given::<Interpretation>([])
        .when(confirm(RELAY))
        .then_refused(InterpretationRefusal::InterpretationNotFound);
}

#[test]
fn an_interpreter_is_asked_for_a_known_language_and_a_time_to_come() {
    given::<Interpretation>([])
        .when(request(RequestInterpretation { language: lang("und"), ..interpreter_wanted() }))
        .then_refused(InterpretationRefusal::InterpretationLanguageUnknown);
    for minutes in [0, 1441] {
        given::<Interpretation>([])
            .when(request(RequestInterpretation { minutes, ..interpreter_wanted() }))
            .then_refused(InterpretationRefusal::InterpretationLengthWrong);
    }
    given::<Interpretation>([])
        .at(ENDS)
        .when(request(interpreter_wanted()))
        .then_refused(InterpretationRefusal::InterpretationTimeIsPast { ended_at: at(ENDS) });
}

#[test]
fn two_confirmations_are_one() {
    given::<Interpretation>([requested()]).when(confirm(RELAY)).then([confirmed()]);
    given::<Interpretation>([requested(), confirmed()]).when(confirm(RELAY)).then_nothing();
    given::<Interpretation>([requested(), confirmed()])
        .when(confirm(another()))
        .then_refused(InterpretationRefusal::InterpretationAlreadyConfirmed);
}

#[test]
fn a_sign_language_is_never_replaced_by_another() {
    let refusal = |code: &str| InterpretationRefusal::InterpretationInAnotherLanguage {
        asked: lang("sfb"),
        offered: lang(code),
    };
    given::<Interpretation>([requested()]).when(confirm_in("vgt")).then_refused(refusal("vgt"));
    given::<Interpretation>([requested()]).when(confirm_in("fra")).then_refused(refusal("fra"));
    given::<Interpretation>([requested()]).when(confirm_in("sfb")).then([confirmed()]);
    given::<Interpretation>([requested(), confirmed()]).when(confirm_in("vgt")).then_refused(refusal("vgt"));
    let remote = InterpretationCommand::Reassign(ReassignInterpretation {
        provider: Some(another()),
        mode: InterpreterMode::Remote,
        language: Some(lang("vgt")),
    });
    given::<Interpretation>([requested(), declined()]).when(remote).then_refused(refusal("vgt"));
}

#[test]
fn nobody_confirms_after_the_time() {
    let past = InterpretationRefusal::InterpretationTimeIsPast { ended_at: at(ENDS) };
    given::<Interpretation>([requested()]).at(STARTS).when(confirm(RELAY)).then([confirmed()]);
    given::<Interpretation>([requested()]).at(ENDS).when(confirm(RELAY)).then_refused(past.clone());
    given::<Interpretation>([requested(), unmet()]).at(ENDS).when(confirm(RELAY)).then_refused(past.clone());
    given::<Interpretation>([requested(), declined()])
        .at(ENDS)
        .when(reassign(InterpreterMode::Remote))
        .then_refused(past);
}

#[test]
fn a_decline_carries_its_reason_and_is_made_once() {
    given::<Interpretation>([requested()]).when(decline(InterpretationDecline::Capacity)).then([declined()]);
    given::<Interpretation>([requested(), declined()])
        .when(decline(InterpretationDecline::Capacity))
        .then_nothing();
    let was_declined =
        InterpretationRefusal::InterpretationWasDeclined { reason: InterpretationDecline::Capacity };
    given::<Interpretation>([requested(), declined()])
        .when(decline(InterpretationDecline::TooShortNotice))
        .then_refused(was_declined.clone());
    let reason = InterpretationDecline::Capacity;
    given::<Interpretation>([requested(), declined()])
        .when(InterpretationCommand::Decline(DeclineInterpretation { reason, provider: Some(another()) }))
        .then_refused(was_declined.clone());
    given::<Interpretation>([requested(), declined()]).when(confirm(RELAY)).then_refused(was_declined);
}

#[test]
fn who_declines_may_be_another_than_was_asked() {
    let (provider, reason) = (Some(another()), InterpretationDecline::LanguageNotCovered);
    given::<Interpretation>([requested()])
        .when(InterpretationCommand::Decline(DeclineInterpretation { reason, provider: provider.clone() }))
        .then([InterpretationEvent::InterpretationDeclined { provider, reason }]);
}

#[test]
fn what_was_declined_or_not_answered_is_asked_in_another_way() {
    let remote = InterpreterMode::Remote;
    given::<Interpretation>([requested(), declined()]).when(reassign(remote)).then([reassigned(remote)]);
    given::<Interpretation>([requested()]).when(reassign(remote)).then([reassigned(remote)]);
    given::<Interpretation>([requested(), reassigned(remote)]).when(reassign(remote)).then_nothing();
    given::<Interpretation>([requested(), declined(), reassigned(remote)])
        .when(confirm(RELAY))
        .then([confirmed()]);
    given::<Interpretation>([requested(), confirmed()])
        .when(reassign(remote))
        .then_refused(InterpretationRefusal::InterpretationAlreadyConfirmed);
}

#[test]
fn the_same_way_is_asked_again_of_who_declined() {
    let on_site = InterpreterMode::OnSite;
    given::<Interpretation>([requested(), declined()]).when(reassign(on_site)).then([reassigned(on_site)]);
}

#[test]
fn it_is_interpreted_once_it_has_begun() {
    given::<Interpretation>([requested(), confirmed()])
        .at(STARTS)
        .when(deliver(40, Some(6_000)))
        .then([delivered()]);
    given::<Interpretation>([requested(), confirmed(), delivered()])
        .when(deliver(40, Some(6_000)))
        .then_nothing();
    given::<Interpretation>([requested(), confirmed(), delivered()])
        .when(deliver(50, None))
        .then_refused(InterpretationRefusal::InterpretationIsOver { state: InterpretationState::Done });
    given::<Interpretation>([requested(), confirmed()])
        .at("2023-06-08T12:29:59Z")
        .when(deliver(40, None))
        .then_refused(InterpretationRefusal::InterpretationStillToCome { at: at(STARTS) });
    given::<Interpretation>([requested(), confirmed()])
        .at(ENDS)
        .when(deliver(0, None))
        .then_refused(InterpretationRefusal::InterpretationLengthWrong);
}

#[test]
fn an_interpretation_has_a_price_that_can_be() {
    given::<Interpretation>([requested(), confirmed()])
        .at(ENDS)
        .when(deliver(40, Some(1_000_001)))
        .then_refused(InterpretationRefusal::InterpretationCostTooHigh { max: 1_000_000 });
}

#[test]
fn only_who_confirmed_delivers_or_is_missed() {
    for history in [vec![requested()], vec![requested(), declined()]] {
        for command in [deliver(40, None), InterpretationCommand::RecordAbsence] {
            given::<Interpretation>(history.clone())
                .at(ENDS)
                .when(command)
                .then_refused(InterpretationRefusal::InterpretationNotConfirmed);
        }
    }
}

#[test]
fn an_interpreter_who_does_not_come_is_missed_once() {
    let absence = InterpretationCommand::RecordAbsence;
    given::<Interpretation>([requested(), confirmed()]).at(STARTS).when(absence.clone()).then([missed()]);
    given::<Interpretation>([requested(), confirmed(), missed()]).when(absence.clone()).then_nothing();
    given::<Interpretation>([requested(), confirmed()])
        .when(absence)
        .then_refused(InterpretationRefusal::InterpretationStillToCome { at: at(STARTS) });
    given::<Interpretation>([requested(), confirmed(), missed()])
        .at(ENDS)
        .when(deliver(40, None))
        .then_refused(InterpretationRefusal::InterpretationIsOver { state: InterpretationState::Missed });
}

#[test]
fn whatever_is_open_is_cancelled_once() {
    for history in [vec![requested()], vec![requested(), declined()], vec![requested(), confirmed()]] {
        given::<Interpretation>(history).when(cancel()).then([cancelled()]);
    }
    given::<Interpretation>([requested(), cancelled()]).when(cancel()).then_nothing();
    given::<Interpretation>([requested(), cancelled()])
        .when(confirm(RELAY))
        .then_refused(InterpretationRefusal::InterpretationIsOver { state: InterpretationState::Cancelled });
}

#[test]
fn what_nobody_confirmed_in_time_went_unmet() {
    let leave = InterpretationCommand::LeaveUnmet;
    for history in [vec![requested()], vec![requested(), declined()]] {
        given::<Interpretation>(history).at(ENDS).when(leave.clone()).then([unmet()]);
    }
    given::<Interpretation>([requested()])
        .at("2023-06-08T13:29:59Z")
        .when(leave.clone())
        .then_refused(InterpretationRefusal::InterpretationStillToCome { at: at(ENDS) });
    given::<Interpretation>([requested(), unmet()]).at(ENDS).when(leave.clone()).then_nothing();
    given::<Interpretation>([requested(), confirmed()])
        .at(ENDS)
        .when(leave)
        .then_refused(InterpretationRefusal::InterpretationAlreadyConfirmed);
    given::<Interpretation>([requested(), unmet()])
        .at(ENDS)
        .when(cancel())
        .then_refused(InterpretationRefusal::InterpretationIsOver { state: InterpretationState::Unmet });
}

#[test]
fn a_confirmation_given_in_time_and_sent_late_undoes_that() {
    given::<Interpretation>([requested(), unmet()])
        .at("2023-06-08T16:00:00Z")
        .happened("2023-06-08T12:00:00Z")
        .when(confirm(RELAY))
        .then([confirmed()]);
}
