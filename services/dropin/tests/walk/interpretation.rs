use std::collections::BTreeMap;

use chrono::TimeDelta;
use dropin::interpretation::{
    CancelInterpretation, ConfirmInterpretation, DeclineInterpretation, InterpretationCancellation,
    InterpretationCommand, InterpretationDecline, InterpretationEvent, InterpretationProvider,
    InterpretationState, ReassignInterpretation, RecordInterpretationDelivery, RequestInterpretation,
};
use dropin::session::InterpreterMode;
use dropin::{Interpretation, InterpretationRow, Interpretations};
use kernel::given::monday_morning;
use kernel::walk::walk;
use kernel::{Asked, Decider, Party, Projection, Role};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::words::{INTERPRETATION, RELAY, at, interpreter_requested, interpreter_wanted};
use crate::{circumstances, fold, stored};

fn somebody() -> impl Strategy<Value = InterpretationProvider> {
    prop_oneof![Just(RELAY), Just(InterpretationProvider::Other("Visio-Signes".parse().unwrap()))]
}

fn interpretation_command() -> impl Strategy<Value = InterpretationCommand> {
    let starts_at = monday_morning().at + TimeDelta::hours(12);
    let request = RequestInterpretation { starts_at, ..interpreter_wanted() };
    let mode = prop_oneof![Just(InterpreterMode::OnSite), Just(InterpreterMode::Remote)];
    let reason = prop_oneof![Just(InterpretationDecline::Capacity), Just(InterpretationDecline::Other)];
    prop_oneof![
        3 => Just(InterpretationCommand::Request(request)),
        2 => somebody().prop_map(|provider| InterpretationCommand::Confirm(ConfirmInterpretation {
            provider,
            language: None
        })),
        3 => (reason, proptest::option::of(somebody())).prop_map(|(reason, provider)| {
            InterpretationCommand::Decline(DeclineInterpretation { reason, provider })
        }),
        3 => (proptest::option::of(somebody()), mode).prop_map(|(provider, mode)| {
            InterpretationCommand::Reassign(ReassignInterpretation { provider, mode, language: None })
        }),
        1 => (0..3_u32).prop_map(|minutes| InterpretationCommand::RecordDelivery(
            RecordInterpretationDelivery { minutes, cost_cents: None }
        )),
        1 => Just(InterpretationCommand::RecordAbsence),
        1 => Just(InterpretationCommand::LeaveUnmet),
        1 => Just(InterpretationCommand::Cancel(CancelInterpretation {
            reason: InterpretationCancellation::CalledOff
        })),
    ]
}

fn rows_of(history: impl IntoIterator<Item = InterpretationEvent>) -> Option<InterpretationRow> {
    let mut rows = BTreeMap::new();
    for (version, event) in (1..).zip(history) {
        fold::<Interpretations>(&mut rows, &stored(Interpretation::KIND, INTERPRETATION, version, event));
    }
    rows.remove(&INTERPRETATION.to_string())
}

#[test]
fn an_interpretation_nobody_confirmed_is_due_at_its_end_and_then_never_again() {
    let row = rows_of([interpreter_requested()]).unwrap();
    assert!(dropin::due_interpretation(&row, at("2023-06-08T13:29:59Z")).is_none());
    let due = at("2023-06-08T13:30:00Z");
    let command = dropin::due_interpretation(&row, due).expect("it is due");
    let asked = Asked { at: due, now: due, role: Role::System, ..monday_morning() };
    let events =
        Interpretation::after([interpreter_requested()]).decide(command, &asked).expect("the platform may");
    let row = rows_of([interpreter_requested()].into_iter().chain(events)).unwrap();
    assert_eq!((row.state, Interpretations::due(&row)), (InterpretationState::Unmet, None));
}

#[test]
fn the_inbox_says_who_must_move_for_an_interpreter() {
    let (provider, mode) = (Some(RELAY), InterpreterMode::Remote);
    let steps = [
        (interpreter_requested(), Some((Party::Partner, "answerInterpretation"))),
        (
            InterpretationEvent::InterpretationDeclined { provider, reason: InterpretationDecline::Capacity },
            Some((Party::Coordinator, "reassignInterpretation")),
        ),
        (
            InterpretationEvent::InterpretationReassigned { provider: None, mode },
            Some((Party::Coordinator, "findInterpreter")),
        ),
        (
            InterpretationEvent::InterpretationConfirmed { provider: RELAY },
            Some((Party::Partner, "deliverInterpretation")),
        ),
        (InterpretationEvent::InterpretationDelivered { minutes: 40, cost_cents: None }, None),
    ];
    let mut history = Vec::new();
    for (event, expected) in steps {
        history.push(event);
        let waiting = rows_of(history.clone()).as_ref().and_then(Interpretations::waiting);
        let waiting = waiting.as_ref().map(|waiting| (waiting.on, waiting.what.as_str()));
        assert_eq!(waiting, expected, "{history:?}");
    }
}

#[test]
fn a_provider_outside_the_directory_is_not_named_in_a_narration() {
    let provider = InterpretationProvider::Other("Visio-Signes".parse().unwrap());
    let confirmed = InterpretationEvent::InterpretationConfirmed { provider };
    assert!(!format!("{:?}", dropin::narrate_interpretation(&confirmed)).contains("Visio"));
}

proptest! {
    #[test]
    fn an_interpretation_and_its_row_agree(
        walked in vec((interpretation_command(), circumstances()), 0..30)
    ) {
        let history = walk::<Interpretation>(walked, |_, _| {});
        let declines = history
            .iter()
            .filter(|event| matches!(event, InterpretationEvent::InterpretationDeclined { .. }))
            .count();
        let row = rows_of(history.clone());
        let expected = match Interpretation::after(history.clone()) {
            Interpretation::Unknown => None,
            Interpretation::Requested(_) => Some(InterpretationState::Requested),
            Interpretation::Declined { .. } => Some(InterpretationState::Declined),
            Interpretation::Confirmed { .. } => Some(InterpretationState::Confirmed),
            Interpretation::Done { .. } => Some(InterpretationState::Done),
            Interpretation::Missed => Some(InterpretationState::Missed),
            Interpretation::Cancelled => Some(InterpretationState::Cancelled),
            Interpretation::Unmet(_) => Some(InterpretationState::Unmet),
        };
        prop_assert_eq!(row.as_ref().map(|row| row.state), expected);
        if let Some(row) = row {
            prop_assert_eq!(row.declines as usize, declines);
            prop_assert_eq!(row.version, history.len() as u64);
            prop_assert_eq!(Interpretations::facets(&row).len(), Interpretations::FACETS.len());
            // What is due has no interpreter yet, and what is over waits for nobody.
            let waits = Interpretations::waiting(&row).is_some();
            prop_assert_eq!(waits, Interpretations::due(&row).is_some() || row.state == InterpretationState::Confirmed);
        }
    }
}
