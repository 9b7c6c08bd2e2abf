//! Acts that play on several aggregates: a commitment is made in a meeting and begins its own
//! stream, minutes are approved by a later meeting, an item or a commitment moves to another one.
//!
//! Each is one command and one record: all of it happens, or none of it.

use kernel::{Act, CommandId, CommitmentId, Expected, Halt, Involved, MeetingId, NetworkId, Scene};
use serde::Serialize;

use crate::commitment::commands::{CarriedOver, CarryOverCommitment, CommitmentCommand, Made};
use crate::meeting::commands::{
    ApproveMinutes, DeferAgendaItem, MakeCommitment, MeetingCommand, MinutesApproval, ProposeAgendaItem,
};
use crate::meeting::{Meeting, MeetingFacts, MeetingRefusal};
use crate::{Commitment, MeetingTimeZone};

/// An act with its name, so that one command id cannot stand for two of them.
#[derive(Serialize)]
enum Named<'a> {
    MakeCommitment(&'a MakeCommitment),
    ApproveMinutes(&'a ApproveMinutes),
    DeferAgendaItem(&'a DeferAgendaItem),
    CarryOverCommitment(&'a CarryOverCommitment),
}

/// Somebody commits to something in a meeting.
///
/// # Errors
/// When the input cannot be digested: a fault of ours.
pub fn make_commitment(
    command: CommandId,
    network: &NetworkId,
    meeting: MeetingId,
    expected: Expected,
    input: MakeCommitment,
) -> Result<Act, Halt> {
    let involved = vec![
        Involved::any::<Meeting>(network, meeting).expecting(expected),
        Involved::any::<Commitment>(network, input.commitment),
    ];
    Act::across(command, involved, &Named::MakeCommitment(&input.clone()), move |scene| {
        commit(scene, meeting, &input)
    })
}

/// Minutes are approved at a later meeting.
///
/// # Errors
/// As [`make_commitment`].
pub fn approve_minutes(
    command: CommandId,
    network: &NetworkId,
    meeting: MeetingId,
    expected: Expected,
    input: ApproveMinutes,
) -> Result<Act, Halt> {
    let involved = both_meetings(network, meeting, expected, Some(input.at));
    Act::across(command, involved, &Named::ApproveMinutes(&input.clone()), move |scene| {
        approve(scene, meeting, &input)
    })
}

/// An item of the agenda is left for another time, and proposed there if that is known.
///
/// # Errors
/// As [`make_commitment`].
pub fn defer_agenda_item(
    command: CommandId,
    network: &NetworkId,
    meeting: MeetingId,
    expected: Expected,
    input: DeferAgendaItem,
) -> Result<Act, Halt> {
    let involved = both_meetings(network, meeting, expected, input.to);
    Act::across(command, involved, &Named::DeferAgendaItem(&input.clone()), move |scene| {
        defer(scene, meeting, &input)
    })
}

/// A commitment is followed at another meeting.
///
/// # Errors
/// As [`make_commitment`].
pub fn carry_over_commitment(
    command: CommandId,
    network: &NetworkId,
    commitment: CommitmentId,
    expected: Expected,
    input: CarryOverCommitment,
) -> Result<Act, Halt> {
    let involved = vec![
        Involved::any::<Commitment>(network, commitment).expecting(expected),
        Involved::any::<Meeting>(network, input.to),
    ];
    Act::across(command, involved, &Named::CarryOverCommitment(&input.clone()), move |scene| {
        carry_over(scene, commitment, &input)
    })
}

/// The meeting it is about, and the other one unless it is the same: a stream is involved once.
fn both_meetings(
    network: &NetworkId,
    meeting: MeetingId,
    expected: Expected,
    other: Option<MeetingId>,
) -> Vec<Involved> {
    let mut involved = vec![Involved::any::<Meeting>(network, meeting).expecting(expected)];
    if let Some(other) = other.filter(|other| *other != meeting) {
        involved.push(Involved::any::<Meeting>(network, other));
    }
    involved
}

fn commit(scene: &mut Scene<'_>, meeting: MeetingId, input: &MakeCommitment) -> Result<(), Halt> {
    let Some(time_zone) = zone_of(scene, meeting)? else {
        return scene.refuse(MeetingRefusal::MeetingNotFound);
    };
    scene.decide::<Meeting>(meeting, MeetingCommand::MakeCommitment(input.clone()))?;
    let MakeCommitment { commitment, owner, what, due } = input.clone();
    let made = Made { meeting, owner, what, due, time_zone };
    scene.decide::<Commitment>(commitment, CommitmentCommand::Make(made))
}

fn approve(scene: &mut Scene<'_>, meeting: MeetingId, input: &ApproveMinutes) -> Result<(), Halt> {
    let there = facts(scene, input.at)?;
    let approval = MinutesApproval { at: input.at, there };
    scene.decide::<Meeting>(meeting, MeetingCommand::ApproveMinutes(approval))
}

fn defer(scene: &mut Scene<'_>, meeting: MeetingId, input: &DeferAgendaItem) -> Result<(), Halt> {
    if input.to == Some(meeting) {
        return scene.refuse(MeetingRefusal::AgendaItemDeferredToSame);
    }
    scene.decide::<Meeting>(meeting, MeetingCommand::DeferItem(input.clone()))?;
    let Some(to) = input.to else { return Ok(()) };
    let entry = scene.state::<Meeting>(meeting)?.program().and_then(|p| p.agenda.get(&input.item)).cloned();
    match entry {
        Some(entry) => {
            let proposal = ProposeAgendaItem { item: input.item, title: entry.title, source: entry.source };
            scene.decide::<Meeting>(to, MeetingCommand::ProposeItem(proposal))
        }
        None => scene.refuse(MeetingRefusal::AgendaItemNotFound),
    }
}

fn carry_over(
    scene: &mut Scene<'_>,
    commitment: CommitmentId,
    input: &CarryOverCommitment,
) -> Result<(), Halt> {
    let there = facts(scene, input.to)?;
    let carried = CarriedOver { to: input.to, there };
    scene.decide::<Commitment>(commitment, CommitmentCommand::CarryOver(carried))
}

fn facts(scene: &Scene<'_>, meeting: MeetingId) -> Result<MeetingFacts, Halt> {
    match scene.state::<Meeting>(meeting)?.facts() {
        Some(facts) => Ok(facts),
        None => scene.refuse(MeetingRefusal::MeetingNotFound),
    }
}

fn zone_of(scene: &Scene<'_>, meeting: MeetingId) -> Result<Option<MeetingTimeZone>, Halt> {
    Ok(scene.state::<Meeting>(meeting)?.program().map(|program| program.time_zone))
}
