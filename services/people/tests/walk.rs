//! Whatever is asked in whatever order, a person's file stays valid and people see what the rules
//! know; and a merge that is undone leaves nothing behind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use kernel::act::{AnyState, Scene};
use kernel::given::monday_morning;
use kernel::uuid::Uuid;
use kernel::walk::walk;
use kernel::{Act, Asked, CommandId, Decider, Expected, Role, StreamId};
use people::person::*;
use people::{
    DataKind, DataRequestAnswer, DataRequestKind, DoNotContactReason, ErasureReason, PersonPart, PersonState,
    SharingConsentId, SharingOverrideReason, acts,
};
use proptest::prelude::*;
use words::*;

fn identity() -> impl Strategy<Value = PersonCommand> {
    prop_oneof![
        Just(PersonCommand::Open),
        Just(PersonCommand::GiveName(GiveName { name: sealed("Zoé") })),
        Just(PersonCommand::WithdrawName),
        Just(PersonCommand::TakePseudonym(TakePseudonym { pseudonym: sealed("Zoé") })),
        Just(PersonCommand::WithdrawPseudonym),
        Just(PersonCommand::KnowByCode(KnowByCode { code: "K7W-XPQR".parse().unwrap() })),
        Just(PersonCommand::ForgetCode),
        Just(give_telephone(vec![])),
        Just(PersonCommand::WithdrawContact(WithdrawContact { contact: TELEPHONE })),
        Just(PersonCommand::SetDoNotContact(SetDoNotContact {
            reason: DoNotContactReason::Safety,
            note: None
        })),
        Just(link(MEMBER, PersonPart::Volunteer)),
        Just(PersonCommand::UnlinkMember(UnlinkMember { member: MEMBER })),
    ]
}

fn sharing() -> impl Strategy<Value = PersonCommand> {
    let id = || (0..3_u128).prop_map(|n| SharingConsentId(Uuid::from_u128(n)));
    prop_oneof![
        id().prop_map(|consent| PersonCommand::GiveConsent(GiveSharingConsent {
            consent,
            ..words::consent()
        })),
        Just(ask_override(SharingOverrideReason::DangerToLife, None)),
        Just(confirm()),
        Just(withdraw_consent()),
        Just(PersonCommand::LapseOverride { consent: CONSENT }),
        Just(ask_data(DataRequestKind::Erase)),
        Just(answer(DataRequestAnswer::Granted, None)),
        Just(PersonCommand::FlagDataRequest { request: REQUEST }),
    ]
}

fn forgetting() -> impl Strategy<Value = PersonCommand> {
    let kind = || prop_oneof![Just(DataKind::Contact), Just(DataKind::Identity), Just(DataKind::Case)];
    prop_oneof![
        4 => Just(PersonCommand::NoteActivity),
        8 => kind().prop_map(|kind| PersonCommand::WarnOfErasure { kind }),
        8 => kind().prop_map(|kind| PersonCommand::LapseData { kind }),
        2 => Just(postpone("2024-01-01")),
        1 => Just(erase(ErasureReason::PersonAsked)),
        1 => Just(erase(ErasureReason::Retention)),
        2 => Just(certify()),
    ]
}

fn merging() -> impl Strategy<Value = PersonCommand> {
    prop_oneof![
        Just(PersonCommand::BecomeAlias(merge(OTHER))),
        Just(PersonCommand::StandAlone { of: OTHER }),
        Just(PersonCommand::TakeAlias { alias: THIRD }),
        Just(PersonCommand::ReleaseAlias { alias: THIRD }),
    ]
}

fn circumstances() -> impl Strategy<Value = Asked> {
    let role =
        prop_oneof![Just(Role::Host), Just(Role::Coordinator), Just(Role::System), Just(Role::Partner)];
    let by = prop_oneof![Just(NORA), Just(ODILE)];
    (role, by, 0..1_500_i64).prop_map(|(role, by, days)| {
        let at = now() + TimeDelta::days(days);
        Asked { role, by, at, now: at, ..monday_morning() }
    })
}

fn is_valid(person: &Person, history: &[people::PersonEvent]) {
    let seen = row(history);
    assert_eq!(Some(seen.state), person.state(), "people see another state");
    assert_eq!(seen.version, history.len() as u64);
    let Some(file) = person.file() else {
        assert!(matches!(seen.state, PersonState::Erasing | PersonState::Erased));
        return;
    };
    assert_eq!(seen.identity, file.rung(), "people see another rung");
    assert_eq!((seen.kept(), seen.do_not_contact), (file.kept(), file.do_not_contact));
    assert_eq!((seen.alias_of, seen.aliases.len()), (file.alias_of, file.aliases.len()));
    assert!(file.alias_of.is_none() || file.aliases.is_empty(), "an alias has no aliases");
    let stands: Vec<_> = seen.consents.iter().map(|consent| (consent.id, consent.state)).collect();
    assert_eq!(stands.len(), file.consents.len());
    assert!(stands.iter().all(|(id, state)| file.consents[id].state == *state));
}

/// The events of an act on some files, each file's own.
fn play(
    act: &Act,
    asked: &Asked,
    files: &HashMap<StreamId, Vec<people::PersonEvent>>,
) -> Vec<(StreamId, usize)> {
    let states = act.involved.iter().map(|involved| {
        let history = files.get(&involved.stream).cloned().unwrap_or_default();
        (involved.stream.clone(), Arc::new(Person::after(history)) as AnyState)
    });
    let mut scene = Scene::new(asked, states.collect());
    (act.play)(&mut scene).expect("the act is allowed");
    scene.close().changes.into_iter().map(|change| (change.stream, change.events.len())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_file_stays_valid(
        commands in proptest::collection::vec(
            (prop_oneof![4 => identity(), 3 => sharing(), 2 => forgetting(), 1 => merging()], circumstances()),
            0..60,
        )
    ) {
        let start = [(PersonCommand::Open, monday_morning())];
        walk::<Person>(start.into_iter().chain(commands), is_valid);
    }

    #[test]
    fn an_undone_merge_leaves_both_files_exactly_as_they_were(
        alias in proptest::collection::vec((prop_oneof![identity(), sharing()], circumstances()), 0..20),
        main in proptest::collection::vec((prop_oneof![identity(), sharing()], circumstances()), 0..20),
        meanwhile in proptest::collection::vec((prop_oneof![identity(), sharing()], circumstances()), 0..20),
    ) {
        let start = || [(PersonCommand::Open, monday_morning())];
        let alias = walk::<Person>(start().into_iter().chain(alias), |_, _| {});
        let main = walk::<Person>(start().into_iter().chain(main), |_, _| {});

        let with = |events: &[people::PersonEvent], more: people::PersonEvent| [events, &[more]].concat();
        let merged_main = with(&main, people::PersonEvent::AliasTaken { alias: OTHER });
        let merged_alias = with(&alias, merged(ONE));
        prop_assert_eq!(row_of(OTHER, &merged_alias).unwrap().state, PersonState::Alias);

        // What happens to the file that goes on stays its own: the same with and without the alias.
        let go_on = |history: &[people::PersonEvent]| {
            let (mut state, mut then) = (Person::after(history.to_vec()), Vec::new());
            for (command, asked) in &meanwhile {
                for event in state.decide(command.clone(), asked).unwrap_or_default() {
                    state.evolve(event.clone());
                    then.push(event);
                }
            }
            then
        };
        let (lived_merged, lived_alone) = (go_on(&merged_main), go_on(&main));
        prop_assert_eq!(&lived_merged, &lived_alone);

        let released = people::PersonEvent::AliasReleased { alias: OTHER };
        let undone_main = with(&[merged_main, lived_merged].concat(), released);
        let undone_alias = with(&merged_alias, people::PersonEvent::MergeUndone { of: ONE });
        let same = |mut one: people::PersonRow, other: people::PersonRow| {
            one.version = other.version;
            assert_eq!(one, other);
        };
        same(row_of(OTHER, &undone_alias).unwrap(), row_of(OTHER, &alias).unwrap());
        same(row_of(ONE, &undone_main).unwrap(), row_of(ONE, &[main.clone(), lived_alone.clone()].concat()).unwrap());
        prop_assert_eq!(Person::after(undone_alias), Person::after(alias));
        prop_assert_eq!(Person::after(undone_main), Person::after([main, lived_alone].concat()));
    }
}

#[test]
fn merging_undoing_and_erasing_play_on_all_files_at_once() {
    let coordinator = Asked { role: Role::Coordinator, ..monday_morning() };
    let network = &coordinator.network;
    let stream = |person| StreamId::new(network, Person::KIND, person);
    let id = CommandId(Uuid::from_u128(1));
    let mut files = HashMap::from([(stream(ONE), vec![opened()]), (stream(OTHER), vec![opened()])]);

    let act = acts::merge_persons(id, network, OTHER, Expected::Any, merge(ONE)).unwrap();
    assert_eq!(play(&act, &coordinator, &files), [(stream(OTHER), 1), (stream(ONE), 1)]);
    files.get_mut(&stream(OTHER)).unwrap().push(merged(ONE));
    files.get_mut(&stream(ONE)).unwrap().push(people::PersonEvent::AliasTaken { alias: OTHER });

    let ask = ErasePerson { reason: ErasureReason::PersonAsked };
    let act = acts::erase_person(id, network, ONE, Expected::Any, ask, vec![OTHER]).unwrap();
    assert_eq!(play(&act, &coordinator, &files), [(stream(ONE), 1), (stream(OTHER), 1)]);

    let act = acts::undo_merge(id, network, OTHER, Expected::Any, UndoMerge { of: ONE }).unwrap();
    assert_eq!(play(&act, &coordinator, &files), [(stream(OTHER), 1), (stream(ONE), 1)]);
}

#[test]
fn nobody_is_merged_with_themselves() {
    let coordinator = Asked { role: Role::Coordinator, ..monday_morning() };
    let id = CommandId(Uuid::from_u128(1));
    let act = acts::merge_persons(id, &coordinator.network, ONE, Expected::Any, merge(ONE)).unwrap();
    let stream = StreamId::new(&coordinator.network, Person::KIND, ONE);
    let state = Arc::new(Person::after([opened()])) as AnyState;
    let mut scene = Scene::new(&coordinator, HashMap::from([(stream, state)]));
    let refused = (act.play)(&mut scene).unwrap_err();
    assert_eq!(refused, kernel::Halt::Refused(PersonRefusal::PersonMergeWithItself.into()));
}
