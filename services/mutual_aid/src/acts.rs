//! Acts that play on several aggregates at once: the place of a volunteer is held and given back
//! in the same act as the pairing changes, and the charter is read where it is a gate.
//!
//! Pure: each function says which streams an act involves and what it does on them. GraphQL and
//! the flows send them.

use kernel::act::{Halt, Refused, Scene};
use kernel::{Act, CommandId, Expected, Involved, MemberId, NetworkId, PairingId};

use crate::charter::{Charter, Standing, charter_of};
use crate::member::{AcceptCharter, Member, MemberCommand};
use crate::pairing::{
    AcceptPairingAsVolunteer, DeclinePairing, EndPairing, Pairing, PairingCommand, PairingRow,
    ProposePairing, RequestRematch, WithdrawAccompaniment,
};
use crate::score;

/// One act on a pairing: where, which, under which id, in which version.
#[derive(Debug, Clone)]
pub struct OnPairing {
    /// The network.
    pub network: NetworkId,
    /// The id of the command.
    pub command: CommandId,
    /// The pairing.
    pub pairing: PairingId,
    /// The version the asker has seen.
    pub expected: Expected,
}

impl OnPairing {
    fn pairing(&self) -> Involved {
        Involved::any::<Pairing>(&self.network, self.pairing).expecting(self.expected)
    }

    fn member(&self, member: MemberId) -> Involved {
        Involved::any::<Member>(&self.network, member)
    }

    fn charter(&self) -> Involved {
        Involved::any::<Charter>(&self.network, charter_of(&self.network))
    }
}

/// What the network's charter asks now. By the server's time: a device whose clock is late opens
/// no gate.
fn standing(scene: &Scene<'_>) -> Result<Standing, Halt> {
    let charter: &Charter = scene.state(charter_of(&scene.asked().network))?;
    Ok(charter.standing(scene.asked().now))
}

fn refused(refusal: impl kernel::Refusal) -> Halt {
    Halt::Refused(Refused::from(refusal))
}

/// Proposes a volunteer: scored as both stand now, and a place is held with the volunteer.
///
/// # Errors
/// Faults only.
pub fn propose(on: OnPairing, input: ProposePairing) -> Result<Act, Halt> {
    let member = input.member;
    let involved = vec![on.pairing(), on.member(member), on.charter()];
    Act::across(on.command, involved, &("proposePairing", &input), move |scene| {
        let pairing: &Pairing = scene.state(on.pairing)?;
        let request = pairing.request().map_err(refused)?.clone();
        let state: &Member = scene.state(member)?;
        let rated = score::rate(&request, state.membership().map_err(refused)?);
        let standing = standing(scene)?;
        scene.decide::<Pairing>(on.pairing, PairingCommand::Propose { member, rated })?;
        let hold = MemberCommand::HoldPlace { pairing: on.pairing, person: request.person, standing };
        scene.decide::<Member>(member, hold)
    })
}

/// The volunteer accepts, and must have accepted the charter that counts now.
///
/// # Errors
/// Faults only.
pub fn accept_as_volunteer(on: OnPairing, input: AcceptPairingAsVolunteer) -> Result<Act, Halt> {
    let member = input.member;
    let involved = vec![on.pairing(), on.member(member), on.charter()];
    Act::across(on.command, involved, &("acceptPairingAsVolunteer", &input), move |scene| {
        scene.decide::<Pairing>(on.pairing, PairingCommand::AcceptAsVolunteer { member })?;
        let standing = standing(scene)?;
        let state: &Member = scene.state(member)?;
        let membership = state.membership().map_err(refused)?;
        membership.accepted_what_counts(&standing).map_err(refused)
    })
}

/// A command on the pairing after which the volunteer has the place back.
fn give_back(
    on: OnPairing,
    member: MemberId,
    name: &'static str,
    command: PairingCommand,
) -> Result<Act, Halt> {
    let involved = vec![on.pairing(), on.member(member)];
    Act::across(on.command, involved, &(name, &command.clone()), move |scene| {
        scene.decide::<Pairing>(on.pairing, command.clone())?;
        scene.decide::<Member>(member, MemberCommand::ReleasePlace { pairing: on.pairing })
    })
}

/// One side declines, and the volunteer has the place back.
///
/// # Errors
/// Faults only.
pub fn decline(on: OnPairing, input: DeclinePairing) -> Result<Act, Halt> {
    give_back(on, input.member, "declinePairing", PairingCommand::Decline(input))
}

/// The pairing ends, and the volunteer has the place back.
///
/// # Errors
/// Faults only.
pub fn end(on: OnPairing, input: EndPairing) -> Result<Act, Halt> {
    give_back(on, input.member, "endPairing", PairingCommand::End(input))
}

/// The accompaniment is not wanted any more; a volunteer who was proposed has the place back.
///
/// # Errors
/// Faults only.
pub fn withdraw(on: OnPairing, input: WithdrawAccompaniment) -> Result<Act, Halt> {
    if let Some(member) = input.member {
        return give_back(on, member, "withdrawAccompaniment", PairingCommand::Withdraw(input));
    }
    let asked = ("withdrawAccompaniment", input.clone());
    Act::across(on.command, vec![on.pairing()], &asked, move |scene| {
        scene.decide::<Pairing>(on.pairing, PairingCommand::Withdraw(input.clone()))
    })
}

/// Nobody answered the proposal in time; the volunteer has the place back. `None` when the row
/// shows no proposal.
pub fn expire_proposal(
    network: &NetworkId,
    command: CommandId,
    row: &PairingRow,
) -> Option<Result<Act, Halt>> {
    row.proposal_deadline?;
    let member = row.member?;
    let on = OnPairing { network: network.clone(), command, pairing: row.id, expected: Expected::Any };
    Some(give_back(on, member, "expireProposal", PairingCommand::Expire { member }))
}

/// Another volunteer is asked for: the old pairing points to the new one and the new one back.
///
/// # Errors
/// Faults only.
pub fn rematch(on: OnPairing, input: RequestRematch) -> Result<Act, Halt> {
    let involved = vec![on.pairing(), Involved::any::<Pairing>(&on.network, input.next)];
    Act::across(on.command, involved, &("requestRematch", &input.clone()), move |scene| {
        let next = input.next;
        let old: &Pairing = scene.state(on.pairing)?;
        let already = old.rematch == Some(next);
        let request = old.asked_again(on.pairing, &input).map_err(refused)?;
        scene.decide::<Pairing>(on.pairing, PairingCommand::RequestRematch { next })?;
        if already {
            // Asked twice, done once.
            return Ok(());
        }
        scene.decide::<Pairing>(next, PairingCommand::RequestAgain(Box::new(request)))
    })
}

/// One act on a member that reads the charter.
fn with_charter(
    network: &NetworkId,
    command: CommandId,
    member: MemberId,
    expected: Expected,
    name: &'static str,
    input: Option<AcceptCharter>,
) -> Result<Act, Halt> {
    let involved = vec![
        Involved::any::<Member>(network, member).expecting(expected),
        Involved::any::<Charter>(network, charter_of(network)),
    ];
    Act::across(command, involved, &(name, &input.clone()), move |scene| {
        let standing = standing(scene)?;
        let command = match &input {
            Some(accept) => MemberCommand::AcceptCharter(accept.clone(), standing),
            None => MemberCommand::AskCharterRenewal(standing),
        };
        scene.decide::<Member>(member, command)
    })
}

/// A member accepts a version of the charter that is good now.
///
/// # Errors
/// Faults only.
pub fn accept_charter(
    network: &NetworkId,
    command: CommandId,
    member: MemberId,
    expected: Expected,
    input: AcceptCharter,
) -> Result<Act, Halt> {
    with_charter(network, command, member, expected, "acceptCharter", Some(input))
}

/// A member whose version runs out is asked to accept the newest one. For a flow, whenever a
/// version comes into force; does nothing for whoever has accepted it.
///
/// # Errors
/// Faults only.
pub fn ask_charter_renewal(
    network: &NetworkId,
    command: CommandId,
    member: MemberId,
    expected: Expected,
) -> Result<Act, Halt> {
    with_charter(network, command, member, expected, "askCharterRenewal", None)
}
