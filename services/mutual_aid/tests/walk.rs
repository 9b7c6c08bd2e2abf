//! Any sequence of commands leaves the aggregates valid, and the lists agree with them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use chrono::TimeDelta;
use kernel::given::monday_morning;
use kernel::uuid::Uuid;
use kernel::walk::walk;
use kernel::{
    Asked, CommandId, Decider, DecisionId, Localized, MeetingId, MemberId, Meta, PairingId, PersonId,
    Position, Projection, Recorded, Role, Sealed, Secret, StreamId,
};
use mutual_aid::charter::{
    AdoptCharterVersion, BringCharterVersionIntoForce, Declared, DraftCharterVersion, Standing, charter_of,
    standing_of,
};
use mutual_aid::member::{
    AcceptCharter, CharterAcceptanceMode, DeclareQuota, JoinNetwork, LinkAlias, ShareLivedExperience,
};
use mutual_aid::pairing::{
    AcceptPairingAsPerson, CompletePairing, ContactMedium, CorrectContactLog, DeclinePairing, DeclineReason,
    EndPairing, FeedbackAnswer, GiveFeedback, IncidentId, LogContact, PairingEndReason, PairingEnder,
    PairingOutcome, PairingSide, PausePairing, PauseReason, RequestAccompaniment, SuspendPairing,
    WithdrawAccompaniment, WithdrawalReason,
};
use mutual_aid::score::{Rated, Score};
use mutual_aid::{
    Charter, CharterCommand, CharterVersions, Limits, Member, MemberCommand, Members, Pairing,
    PairingCommand, Pairings,
};
use proptest::prelude::*;

/// Somebody asks some hours after the walk began.
fn asked(hours: i64, role: Role) -> Asked {
    let at = monday_morning().at + TimeDelta::hours(hours);
    Asked { role, at, now: at, ..monday_morning() }
}

/// The rows after a history.
fn rows<P: Projection>(kind: &str, id: &str, history: &[P::Event]) -> Vec<P::Row>
where
    P::Event: Clone,
{
    let mut rows: Vec<(String, P::Row)> = Vec::new();
    for (place, event) in history.iter().enumerate() {
        let asked = monday_morning();
        let recorded = Recorded {
            stream: StreamId::new(&asked.network, kind, id),
            version: place as u64 + 1,
            position: Position(place as u64 + 1),
            recorded_at: asked.now,
            meta: Meta {
                command: CommandId(Uuid::nil()),
                actor: asked.by,
                role: asked.role,
                device: None,
                occurred_at: asked.at,
                causation: None,
                correlation: None,
                trace: None,
                provenance: None,
            },
            event: event.clone(),
        };
        for key in P::keys(&recorded) {
            let before = rows.iter().position(|(known, _)| *known == key).map(|place| rows.remove(place).1);
            if let Some(row) = P::project(before, &key, &recorded) {
                assert_eq!(P::facets(&row).len(), P::FACETS.len());
                let _ = (P::order(&row), P::waiting(&row), P::due(&row));
                rows.push((key, row));
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn member(number: u8) -> MemberId {
    MemberId(Uuid::from_u128(u128::from(number)))
}
fn pairing(number: u8) -> PairingId {
    PairingId(Uuid::from_u128(u128::from(number)))
}
fn person(number: u8) -> PersonId {
    PersonId(Uuid::from_u128(u128::from(number)))
}

fn pairing_command() -> impl Strategy<Value = PairingCommand> {
    let side = prop_oneof![Just(PairingSide::Volunteer), Just(PairingSide::Person)];
    let reason = prop_oneof![Just(PairingEndReason::GoalReached), Just(PairingEndReason::Mismatch)];
    prop_oneof![
        Just(()).prop_map(|()| PairingCommand::Request(RequestAccompaniment {
            case: kernel::CaseId(Uuid::nil()),
            person: None,
            need: None,
            purpose: "NET.ESCORT".parse().unwrap(),
            language: "ara".parse().unwrap(),
            times: vec![],
            topic: None,
            gender_wish: None,
            planned_until: None,
        })),
        (0..3_u8).prop_map(|number| PairingCommand::Propose {
            member: member(number),
            rated: Rated { score: Score(50), reasons: vec![], version: 1 },
        }),
        (0..3_u8).prop_map(|number| PairingCommand::AcceptAsVolunteer { member: member(number) }),
        (0..3_u8).prop_map(|number| {
            PairingCommand::AcceptAsPerson(AcceptPairingAsPerson { member: member(number) })
        }),
        (0..3_u8, side.clone()).prop_map(|(number, side)| PairingCommand::Decline(DeclinePairing {
            member: member(number),
            side,
            reason: Some(DeclineReason::Other),
        })),
        (0..3_u8).prop_map(|number| PairingCommand::Expire { member: member(number) }),
        Just(PairingCommand::ReportNoMatch),
        proptest::option::of(0..3_u8).prop_map(|number| {
            PairingCommand::Withdraw(WithdrawAccompaniment {
                member: number.map(member),
                reason: WithdrawalReason::PersonWish,
            })
        }),
        (any::<bool>(), 0..2000_u32).prop_map(|(contact_made, minutes)| {
            let medium = ContactMedium::Phone;
            PairingCommand::LogContact(LogContact {
                contact_made,
                medium,
                minutes: Some(minutes),
                note: None,
            })
        }),
        (0..4_u32, any::<bool>()).prop_map(|(contact, contact_made)| {
            PairingCommand::CorrectContactLog(CorrectContactLog {
                contact,
                at: None,
                contact_made,
                medium: ContactMedium::Message,
                minutes: None,
                note: None,
            })
        }),
        Just(PairingCommand::FlagInactivity),
        (0..3000_i64).prop_map(|hours| {
            let until = monday_morning().at + TimeDelta::hours(hours);
            PairingCommand::Pause(PausePairing { until, reason: PauseReason::ByAgreement })
        }),
        Just(PairingCommand::Resume),
        Just(PairingCommand::Suspend(SuspendPairing { incident: IncidentId(Uuid::nil()) })),
        Just(PairingCommand::Reinstate),
        (0..3_u8, reason).prop_map(|(number, reason)| {
            PairingCommand::End(EndPairing { member: member(number), by: PairingEnder::Both, reason })
        }),
        side.prop_map(|side| {
            let helped = FeedbackAnswer::Yes;
            PairingCommand::GiveFeedback(GiveFeedback { side, helped, language: None, words: None })
        }),
        Just(PairingCommand::Complete(CompletePairing { outcome: Some(PairingOutcome::Positive) })),
        (0..2_u8).prop_map(|number| PairingCommand::RequestRematch { next: pairing(number) }),
    ]
}

/// Commands that bring a pairing far enough for the rest to mean something.
fn opening() -> Vec<PairingCommand> {
    let member = member(0);
    vec![
        PairingCommand::Request(RequestAccompaniment {
            case: kernel::CaseId(Uuid::nil()),
            person: None,
            need: None,
            purpose: "NET.ESCORT".parse().unwrap(),
            language: "ara".parse().unwrap(),
            times: vec![],
            topic: None,
            gender_wish: None,
            planned_until: None,
        }),
        PairingCommand::Propose { member, rated: Rated { score: Score(50), reasons: vec![], version: 1 } },
        PairingCommand::AcceptAsVolunteer { member },
        PairingCommand::AcceptAsPerson(AcceptPairingAsPerson { member }),
    ]
}

fn standing() -> Standing {
    let from = monday_morning().at;
    let one = Declared { version: 1, from, grace_until: from };
    let two = Declared {
        version: 2,
        from: from + TimeDelta::hours(100),
        grace_until: from + TimeDelta::hours(300),
    };
    Standing::at(&[one, two], from + TimeDelta::hours(150))
}

fn member_command() -> impl Strategy<Value = MemberCommand> {
    prop_oneof![
        Just(MemberCommand::Join(JoinNetwork {
            display_name: Secret::Sealed(Sealed { subject: "test".to_owned(), bytes: "Karim".to_owned() }),
            contact: None,
            person: Some(person(0)),
            account: None,
            gender: None,
        })),
        (0..3_u8).prop_map(|number| MemberCommand::LinkAlias(LinkAlias { person: person(number) })),
        (0..4_u32).prop_map(|version| {
            let language = "fra".parse().unwrap();
            let accept = AcceptCharter { version, language, mode: CharterAcceptanceMode::Read };
            MemberCommand::AcceptCharter(accept, standing())
        }),
        Just(MemberCommand::AskCharterRenewal(standing())),
        Just(MemberCommand::LapseCharterAcceptance),
        any::<bool>().prop_map(|tell_person| {
            let topic = "HEA.AMU".parse().unwrap();
            MemberCommand::ShareLivedExperience(ShareLivedExperience { topic, tell_person })
        }),
        (0..8_u32).prop_map(|quota| MemberCommand::DeclareQuota(DeclareQuota { quota })),
        Just(MemberCommand::OfferVolunteering),
        Just(MemberCommand::WithdrawVolunteering),
        (0..6_u8, 0..4_u8).prop_map(|(number, who)| MemberCommand::HoldPlace {
            pairing: pairing(number),
            person: Some(person(who)),
            standing: standing(),
        }),
        (0..6_u8).prop_map(|number| MemberCommand::ReleasePlace { pairing: pairing(number) }),
        Just(MemberCommand::Leave),
    ]
}

fn charter_command() -> impl Strategy<Value = CharterCommand> {
    prop_oneof![
        Just(()).prop_map(|()| CharterCommand::Draft(DraftCharterVersion {
            text: Localized { fr: Some("Nous écoutons.".parse().unwrap()), ..Localized::default() },
            signed_clip: None,
        })),
        (0..5_u32).prop_map(|version| CharterCommand::Adopt(AdoptCharterVersion {
            version,
            meeting: MeetingId(Uuid::nil()),
            decision: DecisionId(Uuid::nil()),
        })),
        (0..5_u32, 0..500_i64, 0..500_i64).prop_map(|(version, from, grace)| {
            let at = |hours| monday_morning().at + TimeDelta::hours(hours);
            CharterCommand::BringIntoForce(BringCharterVersionIntoForce {
                version,
                from: at(from),
                grace_until: at(from + grace - 100),
            })
        }),
    ]
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![Just(Role::Coordinator), Just(Role::Host), Just(Role::System)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_pairing_stays_valid(
        begun in any::<bool>(),
        steps in proptest::collection::vec((pairing_command(), 0..80_i64, role()), 0..60),
    ) {
        let opening = opening().into_iter().filter(|_| begun).map(|ask| (ask, asked(0, Role::Host)));
        let mut hours = 0;
        let steps = steps.into_iter().map(|(command, later, role)| {
            hours += later;
            (command, asked(hours, role))
        });
        let id = pairing(77).to_string();
        let history = walk::<Pairing>(opening.chain(steps), |pairing, _| {
            let begun = pairing.rhythm.is_some();
            if let Some(rhythm) = &pairing.rhythm {
                assert!(rhythm.rested_seconds >= 0);
                assert!(rhythm.last_success() >= rhythm.since);
                let resting = matches!(
                    pairing.state().map(|state| state.to_string()).as_deref(),
                    Some("paused" | "suspended")
                );
                assert_eq!(rhythm.resting_since.is_some(), resting);
            }
            if pairing.member().is_none() {
                assert!(!begun, "a pairing that has begun has a volunteer");
            }
        });
        let rows = rows::<Pairings>(Pairing::KIND, &id, &history);
        let state = Pairing::after(history);
        prop_assert_eq!(rows.first().map(|row| row.state), state.state());
        if let Some(row) = rows.first() {
            prop_assert_eq!(&row.pairing, &state);
            prop_assert_eq!(row.member, state.member());
            let logged = state.rhythm.map_or(0, |rhythm| rhythm.logged);
            prop_assert_eq!(row.contacts_made + row.contacts_not_made, logged);
        }
    }

    #[test]
    fn a_member_stays_valid(steps in proptest::collection::vec((member_command(), 0..40_i64), 0..60)) {
        let mut hours = 0;
        let steps = steps.into_iter().map(|(command, later)| {
            hours += later;
            (command, asked(hours, Role::System))
        });
        let id = member(1).to_string();
        let history = walk::<Member>(steps, |member, _| {
            if let Ok(membership) = member.membership() {
                assert!(membership.places.len() <= Limits::current().highest_quota as usize);
                assert!(membership.quota <= Limits::current().highest_quota);
                assert!(!(membership.lapsed && membership.renewal.is_some()));
            }
        });
        let rows = rows::<Members>(Member::KIND, &id, &history);
        match (Member::after(history), rows.first()) {
            (Member::Unknown, row) => prop_assert!(row.is_none()),
            (Member::Joined(membership), Some(row)) => prop_assert_eq!(&*membership, &row.membership),
            (Member::Left, Some(row)) => prop_assert!(row.left_at.is_some() && row.contact.is_none()),
            (state, None) => prop_assert!(false, "{state:?} has no row"),
        }
    }

    #[test]
    fn a_charter_stays_valid(
        steps in proptest::collection::vec(charter_command(), 0..40),
        hours in 0..1000_i64,
    ) {
        let steps = steps.into_iter().map(|command| (command, asked(0, Role::Coordinator)));
        let id = charter_of(&monday_morning().network).to_string();
        let at = monday_morning().at + TimeDelta::hours(hours);
        let history = walk::<Charter>(steps, |charter, _| {
            let standing = charter.standing(at);
            if let Some(in_force) = standing.in_force {
                assert!(standing.takes(Some(in_force)), "the version in force is always good");
            }
            assert!(standing.declared.is_sorted_by_key(|one| one.version));
            assert!(standing.declared.is_sorted_by_key(|one| one.from));
        });
        let rows = rows::<CharterVersions>(Charter::KIND, &id, &history);
        prop_assert_eq!(standing_of(&rows, at), Charter::after(history).standing(at));
    }
}
