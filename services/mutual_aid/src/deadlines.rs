//! What the platform itself asks when the time of a row has come. Pure; a flow sends it in the
//! role System. After it, the time of the row has moved on.

use chrono::{DateTime, Utc};
use kernel::act::Halt;
use kernel::{Act, CommandId, Decider, Expected, NetworkId, Projection, StreamId};

use crate::acts;
use crate::member::{MemberCommand, MemberRow, Members};
use crate::pairing::{Pairing, PairingCommand, PairingRow, PairingState, Pairings};

/// What is due for a member: the grace period of the charter is over.
pub fn due_member(row: &MemberRow, now: DateTime<Utc>) -> Option<MemberCommand> {
    (Members::due(row)? <= now).then_some(MemberCommand::LapseCharterAcceptance)
}

/// What is due for a pairing. An expiry also gives the place of the volunteer back: send the act
/// of [`due_pairing_act`], not this command alone.
pub fn due_pairing(row: &PairingRow, now: DateTime<Utc>) -> Option<PairingCommand> {
    if Pairings::due(row)? > now {
        return None;
    }
    match row.state {
        PairingState::Requested => Some(PairingCommand::ReportNoMatch),
        PairingState::Proposed | PairingState::HalfAccepted => {
            Some(PairingCommand::Expire { member: row.member? })
        }
        PairingState::Active => Some(PairingCommand::FlagInactivity),
        PairingState::Paused => Some(PairingCommand::Resume),
        _ => None,
    }
}

/// What is due for a pairing, as the act to send.
pub fn due_pairing_act(
    network: &NetworkId,
    command: CommandId,
    row: &PairingRow,
    now: DateTime<Utc>,
) -> Option<Result<Act, Halt>> {
    match due_pairing(row, now)? {
        PairingCommand::Expire { .. } => acts::expire_proposal(network, command, row),
        ask => {
            let stream = StreamId::new(network, Pairing::KIND, row.id);
            Some(Act::on::<Pairing>(command, stream, Expected::Any, ask))
        }
    }
}
