//! What the platform asks when time has come, and that the time of the row then moves on.

use kernel::given::instant;
use kernel::{Projection, Role};
use mutual_aid::pairing::{
    AcceptPairingAsPerson, AcceptPairingAsVolunteer, InactivityLevel, PausePairing, PauseReason,
    ProposePairing, RequestAccompaniment,
};
use mutual_aid::{
    Member, MemberCommand, Pairing, PairingCommand, PairingState, Pairings, acts, due_pairing,
    due_pairing_act,
};

use super::world::{World, case_id, join, member_id, pairing_id};

fn requested() -> World {
    let mut world = World::new();
    world.ask::<Member>(member_id(1), MemberCommand::Join(join("Karim"))).unwrap();
    world.ask::<Member>(member_id(1), MemberCommand::OfferVolunteering).unwrap();
    let request = RequestAccompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![],
        topic: None,
        gender_wish: None,
        planned_until: None,
    };
    world.ask::<Pairing>(pairing_id(1), PairingCommand::Request(request)).unwrap();
    world
}

fn proposed() -> World {
    let mut world = requested();
    let on = world.on(pairing_id(1));
    world.perform(acts::propose(on, ProposePairing { member: member_id(1) })).unwrap();
    world
}

fn active() -> World {
    let mut world = proposed();
    let member = member_id(1);
    let person = PairingCommand::AcceptAsPerson(AcceptPairingAsPerson { member });
    world.ask::<Pairing>(pairing_id(1), person).unwrap();
    let on = world.on(pairing_id(1));
    world.perform(acts::accept_as_volunteer(on, AcceptPairingAsVolunteer { member })).unwrap();
    world
}

/// Lets the platform do what is due then; the names of the events.
fn when_it_is(world: &mut World, at: &str) -> Vec<&'static str> {
    world.at(at);
    world.asked.role = Role::System;
    let row = world.pairing(pairing_id(1));
    let command = world.command();
    match due_pairing_act(&world.network.clone(), command, &row, instant(at)) {
        Some(act) => world.perform(act).expect("what is due is not refused"),
        None => vec![],
    }
}

#[test]
fn nothing_is_due_before_its_time() {
    let world = proposed();
    let row = world.pairing(pairing_id(1));
    assert_eq!(Pairings::due(&row), Some(instant("2023-06-12T07:20:00Z")));
    assert!(due_pairing(&row, instant("2023-06-12T07:19:59Z")).is_none());
    assert!(due_pairing(&row, instant("2023-06-12T07:20:00Z")).is_some());
}

#[test]
fn an_expiry_gives_the_place_back_and_is_no_decline() {
    let mut world = proposed();
    let events = when_it_is(&mut world, "2023-06-12T07:20:00Z");
    assert_eq!(events, ["PairingProposalExpired", "PairingPlaceReleased"]);
    let row = world.pairing(pairing_id(1));
    assert_eq!((row.state, row.proposals_expired), (PairingState::Requested, 1));
    assert!(row.declines.is_empty() && row.pairing.excluded.is_empty());
    assert!(world.member(member_id(1)).membership.places.is_empty());
    assert_eq!(Pairings::due(&row), Some(instant("2023-07-12T07:20:00Z")));
}

#[test]
fn a_request_nobody_answers_is_unmatched_after_thirty_days() {
    let mut world = requested();
    assert_eq!(when_it_is(&mut world, "2023-07-05T07:20:00Z"), ["NoMatchFound"]);
    assert_eq!(Pairings::due(&world.pairing(pairing_id(1))), None);
}

#[test]
fn silence_is_flagged_twice_and_then_no_more() {
    let mut world = active();
    assert_eq!(when_it_is(&mut world, "2023-06-19T07:20:00Z"), ["PairingInactivityFlagged"]);
    let row = world.pairing(pairing_id(1));
    assert_eq!(row.inactivity, Some(InactivityLevel::Reminder));
    assert_eq!(Pairings::waiting(&row).unwrap().what, "sayWhetherAllIsWell");
    assert_eq!(when_it_is(&mut world, "2023-07-05T07:20:00Z"), ["PairingInactivityFlagged"]);
    let row = world.pairing(pairing_id(1));
    assert_eq!(Pairings::waiting(&row).unwrap().what, "lookAfterPairing");
    assert_eq!(Pairings::due(&row), None);
}

#[test]
fn a_pause_ends_by_itself() {
    let mut world = active();
    let until = instant("2023-06-15T07:20:00Z");
    let pause = PausePairing { until, reason: PauseReason::ByAgreement };
    world.ask::<Pairing>(pairing_id(1), PairingCommand::Pause(pause)).unwrap();
    assert_eq!(Pairings::due(&world.pairing(pairing_id(1))), Some(until));
    assert_eq!(when_it_is(&mut world, "2023-06-15T07:20:00Z"), ["PairingResumed"]);
    let row = world.pairing(pairing_id(1));
    assert_eq!((row.state, row.rested_days), (PairingState::Active, 10));
    // Fourteen days, of which ten did not count.
    assert_eq!(Pairings::due(&row), Some(instant("2023-06-29T07:20:00Z")));
}

#[test]
fn a_pause_does_not_last_longer_because_the_platform_looks_late() {
    let mut world = active();
    let until = instant("2023-06-15T07:20:00Z");
    let pause = PausePairing { until, reason: PauseReason::ByAgreement };
    world.ask::<Pairing>(pairing_id(1), PairingCommand::Pause(pause)).unwrap();
    assert_eq!(when_it_is(&mut world, "2023-06-17T07:20:00Z"), ["PairingResumed"]);
    let row = world.pairing(pairing_id(1));
    assert_eq!((row.state, row.rested_days), (PairingState::Active, 10));
    assert_eq!(Pairings::due(&row), Some(instant("2023-06-29T07:20:00Z")));
}
