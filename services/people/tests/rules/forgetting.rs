//! What somebody asks about their data, how long it is kept, and how they are forgotten.

use kernel::given::instant;
use kernel::{Decider, Projection, Role, Secret, Secrets, given};
use people::person::*;
use people::*;

use crate::words::*;

#[test]
fn a_request_about_data_is_answered_within_a_month() {
    given::<Person>([opened()])
        .when(ask_data(DataRequestKind::Read))
        .then([data_asked(DataRequestKind::Read)]);
    let asked = [opened(), data_asked(DataRequestKind::Read)];
    given::<Person>(asked.clone()).when(ask_data(DataRequestKind::Read)).then_nothing();
    given::<Person>(asked.clone())
        .when(ask_data(DataRequestKind::Erase))
        .then_refused(PersonRefusal::DataRequestIdTaken);
    given::<Person>(asked.clone())
        .role(Role::Coordinator)
        .when(answer(DataRequestAnswer::Granted, None))
        .then([answered(DataRequestAnswer::Granted)]);
    given::<Person>(asked.clone())
        .when(answer(DataRequestAnswer::Granted, None))
        .then_refused(PersonRefusal::PersonForCoordinator);
    given::<Person>(asked)
        .role(Role::Coordinator)
        .when(answer(DataRequestAnswer::Refused, None))
        .then_refused(PersonRefusal::PersonReasonMissing);
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(answer(DataRequestAnswer::Granted, None))
        .then_refused(PersonRefusal::DataRequestNotFound);
    given::<Person>([opened(), data_asked(DataRequestKind::Read), answered(DataRequestAnswer::Granted)])
        .role(Role::Coordinator)
        .when(answer(DataRequestAnswer::Partly, Some(sealed("tout sauf les notes"))))
        .then_refused(PersonRefusal::DataRequestAlreadyAnswered);
}

#[test]
fn a_late_answer_is_flagged_by_the_platform() {
    let flag = || PersonCommand::FlagDataRequest { request: REQUEST };
    let asked = [opened(), data_asked(DataRequestKind::Read)];
    let late = PersonEvent::DataRequestOverdue { request: REQUEST };
    given::<Person>(asked.clone())
        .role(Role::System)
        .at("2023-07-05T07:20:00Z")
        .when(flag())
        .then([late.clone()]);
    given::<Person>(asked.clone())
        .role(Role::System)
        .when(flag())
        .then_refused(PersonRefusal::DataRequestNotDue);
    let due = due_person(&row(&asked), instant("2023-07-05T07:20:00Z"));
    assert!(matches!(due, Some(PersonCommand::FlagDataRequest { request: REQUEST })), "{due:?}");
    let after = row(&[opened(), data_asked(DataRequestKind::Read), late]);
    assert!(due_person(&after, instant("2023-07-05T07:20:00Z")).is_none());
    assert_eq!(Persons::waiting(&after).unwrap().what, "answerDataRequest");
}

#[test]
fn asking_to_be_erased_is_a_request_and_a_wish() {
    given::<Person>([opened()])
        .when(ask_data(DataRequestKind::Erase))
        .then([data_asked(DataRequestKind::Erase), PersonEvent::ErasureAsked { request: REQUEST }]);
}

#[test]
fn a_coordinator_erases_and_the_platform_certifies() {
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then([decided(ErasureReason::PersonAsked)]);
    given::<Person>([opened()])
        .when(erase(ErasureReason::PersonAsked))
        .then_refused(PersonRefusal::PersonForCoordinator);
    let erasing = [opened(), decided(ErasureReason::PersonAsked)];
    given::<Person>(erasing.clone()).role(Role::System).when(certify()).then([forgotten()]);
    given::<Person>(erasing.clone())
        .role(Role::Coordinator)
        .when(certify())
        .then_refused(PersonRefusal::PersonForPlatform);
    given::<Person>(erasing.clone())
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then_nothing();
    given::<Person>(erasing).when(PersonCommand::WithdrawName).then_refused(PersonRefusal::PersonBeingErased);
    given::<Person>([opened()])
        .role(Role::System)
        .when(certify())
        .then_refused(PersonRefusal::ErasureNotDecided);
}

#[test]
fn after_the_certificate_every_command_is_refused() {
    let gone = [opened(), named("Zoé"), decided(ErasureReason::PersonAsked), forgotten()];
    given::<Person>(gone.clone()).role(Role::System).when(certify()).then_nothing();
    for command in [
        PersonCommand::Open,
        PersonCommand::WithdrawName,
        PersonCommand::GiveConsent(consent()),
        give_telephone(vec![]),
        erase(ErasureReason::PersonAsked),
    ] {
        given::<Person>(gone.clone())
            .role(Role::Coordinator)
            .when(command)
            .then_refused(PersonRefusal::PersonForgotten);
    }
}

#[test]
fn every_word_of_an_erased_person_is_shown_as_erased() {
    let note = || Some(sealed("un mot"));
    let history = [
        opened(),
        called("Zoé"),
        named("Zoé Exemple"),
        telephone("0470"),
        PersonEvent::AccessNeedsTold { needs: vec![AccessNeed::Other], note: note(), at: now() },
        PersonEvent::DoNotContactSet { reason: DoNotContactReason::Other, note: note(), at: now() },
        PersonEvent::SharingOverrideAsked {
            consent: CONSENT,
            scope: vec![SharingScope::Need],
            with: partner(),
            reason: SharingOverrideReason::Other,
            note: note(),
            by: NORA,
            confirm_by: now(),
        },
        data_asked(DataRequestKind::Correct),
        PersonEvent::DataRequestAnswered {
            request: REQUEST,
            answer: DataRequestAnswer::Refused,
            note: note(),
            at: now(),
        },
        PersonEvent::ErasurePostponed {
            until: day("2023-06-06"),
            reason: PostponementReason::UnderReview,
            note: note(),
        },
    ];
    let mut before = row(&history);
    assert_eq!(before.secrets().len(), 9, "every kind of words is in this history");
    let mut after = row(&[history.as_slice(), &[decided(ErasureReason::PersonAsked), forgotten()]].concat());
    assert_eq!(after.secrets().len(), 9);
    assert!(after.secrets().into_iter().all(|secret| *secret == Secret::Erased));
    assert_eq!((after.state, after.code), (PersonState::Erased, None));
    assert_eq!(after.erasure.certificate.as_ref().unwrap().epoch, 2);
    assert_eq!(Persons::due(&after), None);
    assert_eq!(Persons::facets(&before)[2..4], Persons::facets(&after)[2..4], "counts stay as they are");
}

#[test]
fn an_erasure_can_wait_for_a_day_and_a_reason() {
    given::<Person>([opened()])
        .role(Role::Coordinator)
        .when(postpone("2024-06-05"))
        .then([postponed("2024-06-05")]);
    given::<Person>([opened()])
        .when(postpone("2024-06-05"))
        .then_refused(PersonRefusal::PersonForCoordinator);
    for wrong in ["2023-06-04", "2025-06-06"] {
        given::<Person>([opened()]).role(Role::Coordinator).when(postpone(wrong)).then_refused(
            PersonRefusal::ErasureDayImplausible { from: day("2023-06-05"), until: day("2025-06-05") },
        );
    }
    let waiting = [opened(), postponed("2024-06-05")];
    given::<Person>(waiting.clone())
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then_refused(PersonRefusal::ErasureMustWait { until: day("2024-06-05") });
    given::<Person>(waiting)
        .role(Role::Coordinator)
        .at("2024-06-05T06:00:00Z")
        .when(erase(ErasureReason::PersonAsked))
        .then([decided(ErasureReason::PersonAsked)]);
}

#[test]
fn erasing_is_the_answer_to_whoever_asked_for_it() {
    let erased = || decided(ErasureReason::PersonAsked);
    given::<Person>([opened(), data_asked(DataRequestKind::Erase)])
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then([answered(DataRequestAnswer::Granted), erased()]);
    // What was answered stays so, and what was asked besides is another question.
    for history in [
        vec![opened(), data_asked(DataRequestKind::Erase), answered(DataRequestAnswer::Partly)],
        vec![opened(), data_asked(DataRequestKind::Read)],
    ] {
        given::<Person>(history)
            .role(Role::Coordinator)
            .when(erase(ErasureReason::PersonAsked))
            .then([erased()]);
    }
}

#[test]
fn aliases_are_erased_with_the_file_that_goes_on() {
    let with_alias = [opened(), PersonEvent::AliasTaken { alias: OTHER }];
    given::<Person>(with_alias.clone())
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then_refused(PersonRefusal::ErasureIncomplete);
    let ask = ErasePerson { reason: ErasureReason::PersonAsked };
    given::<Person>(with_alias)
        .role(Role::Coordinator)
        .when(PersonCommand::DecideErasure { ask, with: vec![OTHER] })
        .then([PersonEvent::ErasureDecided { reason: ErasureReason::PersonAsked, with: vec![OTHER] }]);
    given::<Person>([opened(), merged(OTHER)])
        .role(Role::Coordinator)
        .when(erase(ErasureReason::PersonAsked))
        .then([decided(ErasureReason::PersonAsked)]);
}

#[test]
fn data_is_warned_of_and_then_taken_out_kind_by_kind() {
    let mut history = vec![opened(), named("Zoé"), telephone("0470")];
    // Twelve months after the last thing that happened: the telephone; thirty days before: a warning.
    let steps = [
        ("2024-05-06T00:00:00Z", "2024-06-05T00:00:00Z", DataKind::Contact),
        ("2025-05-06T00:00:00Z", "2025-06-05T00:00:00Z", DataKind::Identity),
        ("2026-05-06T00:00:00Z", "2026-06-05T00:00:00Z", DataKind::Case),
    ];
    for (warning, end, kind) in steps {
        assert!(due_person(&row(&history), instant(warning) - chrono::TimeDelta::seconds(1)).is_none());
        let (on, state) = (instant(end).date_naive(), Person::after(history.clone()));
        let asked = |at| kernel::Asked { role: Role::System, at, now: at, ..kernel::given::monday_morning() };
        let warn = due_person(&row(&history), instant(warning)).unwrap();
        let events = state.decide(warn, &asked(instant(warning))).unwrap();
        assert_eq!(events, [PersonEvent::ErasureWarned { kind, on, retention: 1 }]);
        history.extend(events);
        assert!(due_person(&row(&history), instant(warning)).is_none(), "the row's time moves on");
        assert_eq!(Persons::waiting(&row(&history)).unwrap().what, "reviewRetention");
        let lapse = due_person(&row(&history), instant(end)).unwrap();
        let events = Person::after(history.clone()).decide(lapse, &asked(instant(end))).unwrap();
        match kind {
            DataKind::Case => assert_eq!(events, [decided(ErasureReason::Retention)]),
            kind => assert_eq!(events, [PersonEvent::DataLapsed { kind, retention: 1 }]),
        }
        history.extend(events);
    }
    let seen = row(&history);
    assert_eq!((seen.state, seen.name, seen.contacts.len()), (PersonState::Erasing, None, 0));
}

#[test]
fn activity_keeps_data_alive() {
    let history = [opened(), warned(DataKind::Case, "2026-06-05")];
    given::<Person>(history.clone())
        .role(Role::System)
        .at("2026-06-01T00:00:00Z")
        .when(PersonCommand::NoteActivity)
        .then([PersonEvent::PersonActivityNoted { at: instant("2026-06-01T00:00:00Z") }]);
    given::<Person>(history.clone())
        .when(PersonCommand::NoteActivity)
        .then_refused(PersonRefusal::PersonForPlatform);
    given::<Person>(history.clone())
        .role(Role::System)
        .at("2023-06-20T00:00:00Z")
        .when(PersonCommand::NoteActivity)
        .then_nothing();
    let noted = PersonEvent::PersonActivityNoted { at: instant("2026-06-01T00:00:00Z") };
    let kept = row(&[history.as_slice(), &[noted]].concat());
    assert_eq!((kept.warned, Persons::due(&kept)), (None, Some(instant("2029-05-02T00:00:00Z"))));
}

#[test]
fn nothing_runs_out_before_its_time_or_without_a_warning() {
    for command in [
        PersonCommand::WarnOfErasure { kind: DataKind::Case },
        PersonCommand::LapseData { kind: DataKind::Contact },
        erase(ErasureReason::Retention),
    ] {
        given::<Person>([opened()])
            .role(Role::System)
            .when(command)
            .then_refused(PersonRefusal::RetentionNotDue);
    }
    given::<Person>([opened()])
        .role(Role::System)
        .at("2027-01-01T00:00:00Z")
        .when(erase(ErasureReason::Retention))
        .then_refused(PersonRefusal::RetentionNotDue);
    given::<Person>([opened()])
        .role(Role::System)
        .at("2027-01-01T00:00:00Z")
        .when(PersonCommand::WarnOfErasure { kind: DataKind::Case })
        .then([warned(DataKind::Case, "2027-01-31")]);
}
