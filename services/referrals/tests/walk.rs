//! Any sequence of commands leaves a referral valid, its row agrees, and what is due moves on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::given::instant;
use kernel::{Asked, Decider, Projection, Role};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use referrals::ReferralCommand as Ask;
use referrals::ReferralEvent as Then;
use referrals::ReferralState as At;
use referrals::*;
use strum::VariantArray;
use words::*;

/// Every command, some in several ways.
fn commands() -> Vec<Ask> {
    let cause = ReferralDeliveryFailure::Unreachable;
    let reason = ReferralOverrideReason::DangerToLife;
    let override_it = OverrideReferralConsent { reason, note: None, second_reader: actor(0xB2) };
    let network = DraftReferral { target: meeting(), contact: ReferralContact::ThroughReferent, ..draft() };
    let mut commands = vec![
        Ask::Draft(draft()),
        Ask::Draft(network),
        Ask::Draft(DraftReferral { target: alone(), priority: ReferralPriority::Normal, ..draft() }),
        Ask::DraftInPlaceOf { open: referral(7), draft: draft() },
        Ask::Supersede { by: referral(2) },
        Ask::RecordConsent(consent()),
        withdrawal(),
        Ask::OverrideConsent(override_it),
        send(ReferralChannel::Link),
        send(ReferralChannel::Letter),
        Ask::ReportUndelivered(ReportReferralUndelivered { cause }),
        Ask::RenewLink,
        Ask::RevokeLink,
        receive(None),
        receive(Some(1)),
        review(),
        waitlist("2023-07-03"),
        waitlist("2023-12-04"),
        ask_person(ReferralPersonAction::MissingDocument),
        ask_person(ReferralPersonAction::CallPartner),
        Ask::CompletePersonAction,
        Ask::Accept(AcceptReferral { charter_current: Some(true), ..accept() }),
        decline(ReferralReason::LanguageNotCovered),
        give_back(ReferralReason::WrongService),
        schedule("2023-06-30T08:00:00Z"),
        attend(),
        stay_away(),
        close(None, None),
        close(Some(ReferralOutcome::Partly), None),
        recall(ReferralRecallReason::Safety),
        reopen(ReferralReopenReason::LateAnswer),
        Ask::MarkNoContact,
        void(ReferralErrorReason::Trial),
        Ask::RemindOfAnswer,
        Ask::RemindOfAppointment,
        Ask::FlagOverdue,
        Ask::Expire,
    ];
    for voice in [ReferralVoice::Partner, ReferralVoice::Person, ReferralVoice::Host] {
        for outcome in [ReferralOutcome::GotHelp, ReferralOutcome::NoHelp, ReferralOutcome::Unknown] {
            commands.push(tell(voice, outcome));
        }
    }
    // The platform asks often.
    for _ in 0..4 {
        commands.extend([Ask::RemindOfAnswer, Ask::FlagOverdue, Ask::Expire]);
    }
    commands
}

/// Who asks that as a rule.
fn usual(command: &Ask) -> Role {
    match command {
        Ask::RemindOfAnswer | Ask::RemindOfAppointment | Ask::FlagOverdue | Ask::Expire => Role::System,
        Ask::Void(_) => Role::Coordinator,
        _ => Role::Host,
    }
}

fn steps() -> impl Strategy<Value = Vec<(Ask, Asked)>> {
    let others = [Role::Partner, Role::System, Role::Coordinator, Role::Volunteer];
    let commands = commands();
    // Most things happen within days; sometimes a month goes by.
    let hours = prop_oneof![8 => 0i64..48, 1 => 600i64..900];
    let step = (0..commands.len(), 0..4 * others.len(), hours);
    // Begun, sent and left without an answer more often than not, or the walk never gets far.
    let opening = [
        (Ask::Draft(draft()), SENT),
        (Ask::RecordConsent(consent()), SENT),
        (send(ReferralChannel::Link), SENT),
        (Ask::RemindOfAnswer, "2023-06-08T08:00:00Z"),
        (Ask::FlagOverdue, "2023-06-09T08:00:00Z"),
    ];
    (0..=opening.len(), prop::collection::vec(step, 1..60)).prop_map(move |(begun, steps)| {
        let mut walk: Vec<(Ask, Asked)> = opening[..begun]
            .iter()
            .map(|(command, at)| (command.clone(), asked(usual(command), at)))
            .collect();
        let mut at: DateTime<Utc> = walk.last().map_or(instant(SENT), |(_, asked)| asked.at);
        for (way, role, hours) in steps {
            at += TimeDelta::hours(hours);
            let command = commands[way].clone();
            let role = others.get(role).copied().unwrap_or(usual(&command));
            walk.push((command, Asked { at, now: at, ..asked(role, SENT) }));
        }
        walk
    })
}

#[test]
fn walks_get_everywhere() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..1_500 {
        let walk = steps().new_tree(&mut runner).expect("a walk").current();
        let mut referral = Referral::default();
        for (command, asked) in walk {
            for event in referral.decide(command, &asked).unwrap_or_default() {
                referral.evolve(event);
            }
            seen.extend(referral.state());
        }
    }
    let missed: Vec<&At> = At::VARIANTS.iter().filter(|state| !seen.contains(state)).collect();
    assert!(missed.is_empty(), "no walk gets to {missed:?}");
}

fn valid(referral: &Referral, history: &[Then]) {
    let Referral::At(state, file) = referral else { panic!("something happened to nothing") };
    let happened = |wanted: fn(&Then) -> bool| history.iter().any(wanted);
    let agreed =
        |event: &Then| matches!(event, Then::ConsentRecorded { .. } | Then::ConsentOverridden { .. });
    if state.awaits_answer() || matches!(state, At::Accepted | At::Scheduled | At::Missed | At::InService) {
        assert!(happened(|event| matches!(event, Then::ReferralSent { .. })), "{state} without being sent");
        assert!(history.iter().any(agreed), "{state} without consent");
        assert!(file.consent, "{state} after the consent was withdrawn");
    }
    if *state == At::Closed {
        let outcome = history.iter().rev().find_map(|event| match event {
            Then::ReferralClosed { outcome, .. } => Some(*outcome),
            _ => None,
        });
        assert!(outcome.is_some(), "closed without an outcome");
    }
    if *state == At::Superseded {
        assert!(file.superseded_by.is_some(), "superseded by nothing");
    }
    if state.awaits_answer() {
        let clock = file.clock.expect("an answer that is owed has a clock");
        assert_eq!(clock.stopped_at.is_some(), *state == At::AwaitingPerson, "{state}: {clock:?}");
        let Deadlines { answer_due, overdue_at, expires_at, .. } = clock.deadlines;
        assert!(answer_due <= overdue_at && overdue_at <= expires_at, "{:?}", clock.deadlines);
    }
    let links: Vec<u32> = history
        .iter()
        .filter_map(|event| match event {
            Then::ReferralSent { link_version, .. } => *link_version,
            Then::ReferralLinkRenewed { version } | Then::ReferralLinkRevoked { version } => Some(*version),
            _ => None,
        })
        .collect();
    assert!(links.windows(2).all(|pair| pair[0] < pair[1]), "a link's version only grows: {links:?}");
}

/// The aggregate and its row after a walk.
fn both(walk: Vec<(Ask, Asked)>) -> (Referral, Option<ReferralRow>, u64) {
    let (mut state, mut row, mut version) = (Referral::default(), None, 0);
    for (command, asked) in walk {
        for event in state.decide(command, &asked).unwrap_or_default() {
            version += 1;
            state.evolve(event.clone());
            let event = recorded(referral(1), version, &asked, event);
            row = Referrals::project(row, &referral(1).to_string(), &event);
        }
    }
    (state, row, version)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_sequence_of_commands_leaves_a_referral_valid(walk in steps()) {
        kernel::walk::walk::<Referral>(walk, valid);
    }

    #[test]
    fn the_row_agrees_with_the_referral(walk in steps()) {
        let (state, row, version) = both(walk);
        prop_assert_eq!(row.as_ref().map(|row| row.state), state.state());
        if let (Some(row), Some(file)) = (&row, state.file()) {
            prop_assert_eq!(row.clock, file.clock);
            prop_assert_eq!(row.contact, file.contact);
            prop_assert_eq!(row.outcomes, file.outcomes);
            prop_assert_eq!(row.superseded_by, file.superseded_by);
            prop_assert_eq!(row.link_version, file.link.version);
            prop_assert_eq!(row.version, version);
            prop_assert_eq!(Referrals::facets(row).len(), Referrals::FACETS.len());
            let ended_well = matches!(row.state, At::Closed | At::Recalled | At::Superseded | At::Void);
            let waiting = Referrals::waiting(row);
            prop_assert!(!(ended_well && waiting.is_some()), "{} still waits: {:?}", row.state, waiting);
            let again: ReferralRow = serde_json::from_str(&serde_json::to_string(row).unwrap()).unwrap();
            prop_assert_eq!(&again, row);
        }
    }

    #[test]
    fn what_is_due_is_accepted_and_moves_on(walk in steps()) {
        let (mut state, row, mut version) = both(walk);
        let Some(mut row) = row else { return Ok(()) };
        for _ in 0..4 {
            let Some(at) = Referrals::due(&row) else { return Ok(()) };
            let now = at.max(instant("2023-06-05T08:00:00Z"));
            let command = due(&row, now).expect("what is due can be asked");
            let asked = Asked { at: now, now, ..asked(Role::System, SENT) };
            let events = state.decide(command, &asked).expect("what is due is accepted");
            prop_assert!(!events.is_empty());
            for event in events {
                version += 1;
                state.evolve(event.clone());
                let event = recorded(referral(1), version, &asked, event);
                row = Referrals::project(Some(row), &referral(1).to_string(), &event).expect("a row");
            }
            prop_assert!(Referrals::due(&row).is_none_or(|next| next > at), "due again at {}", at);
        }
        prop_assert_eq!(Referrals::due(&row), None);
    }
}
