//! Acts that play on several aggregates: the place of the volunteer and the charter go with them.

use kernel::{MemberId, PersonId};
use mutual_aid::pairing::{
    AcceptPairingAsPerson, AcceptPairingAsVolunteer, DeclinePairing, DeclineReason, EndPairing,
    PairingEndReason, PairingEnder, PairingSide, ProposePairing, RequestAccompaniment, RequestRematch,
    WithdrawAccompaniment, WithdrawalReason,
};
use mutual_aid::{Member, MemberCommand, Pairing, PairingCommand, PairingState, acts};

use super::world::{World, case_id, join, member_id, pairing_id, person_id};

fn request(person: Option<PersonId>) -> PairingCommand {
    PairingCommand::Request(RequestAccompaniment {
        case: case_id(1),
        person,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![],
        topic: None,
        gender_wish: None,
        planned_until: None,
    })
}

/// A network without a charter, with volunteer 1, who is also person 1, and some requests.
fn network(requests: u128) -> World {
    let mut world = World::new();
    let mut karim = join("Karim");
    karim.person = Some(person_id(1));
    world.ask::<Member>(member_id(1), MemberCommand::Join(karim)).unwrap();
    world.ask::<Member>(member_id(1), MemberCommand::OfferVolunteering).unwrap();
    for number in 1..=requests {
        world.ask::<Pairing>(pairing_id(number), request(None)).unwrap();
    }
    world
}

fn propose(world: &mut World, number: u128, member: MemberId) -> Result<Vec<&'static str>, String> {
    let on = world.on(pairing_id(number));
    world.perform(acts::propose(on, ProposePairing { member }))
}

fn accept(world: &mut World, number: u128) -> Result<Vec<&'static str>, String> {
    let on = world.on(pairing_id(number));
    world.perform(acts::accept_as_volunteer(on, AcceptPairingAsVolunteer { member: member_id(1) }))
}

fn places(world: &World) -> usize {
    world.member(member_id(1)).membership.places.len()
}

fn active() -> World {
    let mut world = network(1);
    propose(&mut world, 1, member_id(1)).unwrap();
    accept(&mut world, 1).unwrap();
    let accepted = PairingCommand::AcceptAsPerson(AcceptPairingAsPerson { member: member_id(1) });
    world.ask::<Pairing>(pairing_id(1), accepted).unwrap();
    world
}

fn end(world: &mut World) -> Result<Vec<&'static str>, String> {
    let on = world.on(pairing_id(1));
    let input =
        EndPairing { member: member_id(1), by: PairingEnder::Person, reason: PairingEndReason::PersonWish };
    world.perform(acts::end(on, input))
}

#[test]
fn a_proposal_holds_a_place_in_the_same_act() {
    let mut world = network(1);
    assert_eq!(propose(&mut world, 1, member_id(1)), Ok(vec!["PairingProposed", "PairingPlaceHeld"]));
    assert_eq!(propose(&mut world, 1, member_id(1)), Ok(vec![]));
    assert_eq!(places(&world), 1);
}

#[test]
fn the_third_proposal_reaches_the_quota_and_leaves_nothing() {
    let mut world = network(3);
    propose(&mut world, 1, member_id(1)).unwrap();
    propose(&mut world, 2, member_id(1)).unwrap();
    assert_eq!(propose(&mut world, 3, member_id(1)), Err("QUOTA_REACHED".to_owned()));
    assert_eq!(world.pairing(pairing_id(3)).state, PairingState::Requested);
    assert_eq!(places(&world), 2);
}

#[test]
fn what_is_not_there_is_not_proposed() {
    let mut world = network(1);
    assert_eq!(propose(&mut world, 9, member_id(1)), Err("PAIRING_NOT_FOUND".to_owned()));
    assert_eq!(propose(&mut world, 1, member_id(9)), Err("MEMBER_NOT_FOUND".to_owned()));
}

#[test]
fn a_volunteer_is_not_proposed_to_themselves() {
    let mut world = network(0);
    world.ask::<Pairing>(pairing_id(1), request(Some(person_id(1)))).unwrap();
    assert_eq!(propose(&mut world, 1, member_id(1)), Err("SAME_ALIAS".to_owned()));
}

#[test]
fn a_decline_gives_the_place_back() {
    let mut world = network(1);
    propose(&mut world, 1, member_id(1)).unwrap();
    let on = world.on(pairing_id(1));
    let input = DeclinePairing {
        member: member_id(1),
        side: PairingSide::Volunteer,
        reason: Some(DeclineReason::NoTime),
    };
    let declined = world.perform(acts::decline(on, input));
    assert_eq!(declined, Ok(vec!["PairingDeclined", "PairingPlaceReleased"]));
    assert_eq!(places(&world), 0);
    assert_eq!(propose(&mut world, 1, member_id(1)), Err("EXCLUDED_AFTER_DECLINE".to_owned()));
}

#[test]
fn an_end_gives_the_place_back() {
    let mut world = active();
    assert_eq!(end(&mut world), Ok(vec!["PairingEnded", "PairingPlaceReleased"]));
    assert_eq!(end(&mut world), Ok(vec![]));
    assert_eq!(places(&world), 0);
}

#[test]
fn a_withdrawal_gives_the_place_back_if_there_is_one() {
    let reason = WithdrawalReason::PersonWish;
    let mut world = network(2);
    propose(&mut world, 1, member_id(1)).unwrap();
    let on = world.on(pairing_id(1));
    let input = WithdrawAccompaniment { member: Some(member_id(1)), reason };
    let withdrawn = world.perform(acts::withdraw(on, input));
    assert_eq!(withdrawn, Ok(vec!["AccompanimentWithdrawn", "PairingPlaceReleased"]));
    let on = world.on(pairing_id(2));
    let withdrawn = world.perform(acts::withdraw(on, WithdrawAccompaniment { member: None, reason }));
    assert_eq!(withdrawn, Ok(vec!["AccompanimentWithdrawn"]));
    assert_eq!(places(&world), 0);
}

#[test]
fn a_rematch_ties_two_pairings_to_each_other() {
    let mut world = active();
    end(&mut world).unwrap();
    let rematch = |world: &mut World, next| {
        let on = world.on(pairing_id(1));
        let input = RequestRematch { next: pairing_id(next), times: None, planned_until: None };
        world.perform(acts::rematch(on, input))
    };
    assert_eq!(rematch(&mut world, 2), Ok(vec!["RematchRequested", "AccompanimentRequested"]));
    assert_eq!(rematch(&mut world, 2), Ok(vec![]));
    assert_eq!(rematch(&mut world, 3), Err("REMATCH_ALREADY_REQUESTED".to_owned()));
    assert_eq!(world.pairing(pairing_id(1)).rematched_to, Some(pairing_id(2)));
    let next = world.pairing(pairing_id(2));
    assert_eq!((next.rematch_of, next.state), (Some(pairing_id(1)), PairingState::Requested));
}

#[test]
fn a_rematch_needs_a_new_pairing() {
    let mut world = active();
    end(&mut world).unwrap();
    let on = world.on(pairing_id(1));
    let input = RequestRematch { next: pairing_id(1), times: None, planned_until: None };
    let rematch = world.perform(acts::rematch(on, input));
    assert_eq!(rematch, Err("ACCOMPANIMENT_ALREADY_REQUESTED".to_owned()));
}
