//! Acts that play on two referrals: one goes on from another that has ended, or takes the place of
//! one that is open. All of it happens, or none of it.

use kernel::{Act, CommandId, Expected, Halt, Involved, NetworkId, ReferralId, Scene};
use serde::Serialize;

use crate::aggregate::Referral;
use crate::codes::ReferralState;
use crate::commands::{DraftReferral, ReferralCommand};
use crate::refusal::ReferralRefusal;

/// An act with its name, so that one command id cannot stand for two of them.
#[derive(Serialize)]
enum Named<'a> {
    Draft(&'a DraftReferral),
    Reorient { to: ReferralId, draft: &'a DraftReferral },
}

/// Writes a referral down; when it goes on from another one, that one is looked at first.
///
/// # Errors
/// When the draft cannot be digested because it holds a clear secret: a fault of ours.
pub fn draft_referral(
    command: CommandId,
    network: &NetworkId,
    id: ReferralId,
    expected: Expected,
    draft: DraftReferral,
) -> Result<Act, Halt> {
    let mut involved = vec![Involved::any::<Referral>(network, id).expecting(expected)];
    let earlier = draft.resumes.filter(|earlier| *earlier != id);
    involved.extend(earlier.map(|earlier| Involved::any::<Referral>(network, earlier)));
    Act::across(command, involved, &Named::Draft(&draft.clone()), move |scene| {
        match draft.resumes {
            Some(earlier) if earlier == id => {
                return scene.refuse(ReferralRefusal::ReferralResumesItself);
            }
            Some(earlier) if going_on(scene, earlier, &draft)?.is_some() => {
                return scene.refuse(ReferralRefusal::ReferralStillOpen);
            }
            _ => {}
        }
        scene.decide::<Referral>(id, ReferralCommand::Draft(draft.clone()))
    })
}

/// Re-orients: drafts `to`, and in the same act an open referral is superseded by it. One that has
/// ended keeps its end, and the new one says that it goes on from it.
///
/// # Errors
/// When the draft cannot be digested because it holds a clear secret: a fault of ours.
pub fn reorient_referral(
    command: CommandId,
    network: &NetworkId,
    id: ReferralId,
    expected: Expected,
    to: ReferralId,
    draft: DraftReferral,
) -> Result<Act, Halt> {
    let mut involved = vec![Involved::any::<Referral>(network, id).expecting(expected)];
    if to != id {
        involved.push(Involved::any::<Referral>(network, to));
    }
    Act::across(command, involved, &Named::Reorient { to, draft: &draft.clone() }, move |scene| {
        reorient(scene, id, to, draft.clone())
    })
}

fn reorient(
    scene: &mut Scene<'_>,
    id: ReferralId,
    to: ReferralId,
    mut draft: DraftReferral,
) -> Result<(), Halt> {
    if to == id {
        return scene.refuse(ReferralRefusal::ReferralResumesItself);
    }
    if let Some(open) = going_on(scene, id, &draft)? {
        draft.resumes = None;
        scene.decide::<Referral>(id, ReferralCommand::Supersede { by: to })?;
        scene.decide::<Referral>(to, ReferralCommand::DraftInPlaceOf { open, draft })
    } else {
        draft.resumes = Some(id);
        scene.decide::<Referral>(to, ReferralCommand::Draft(draft))
    }
}

/// The earlier referral if it is still open; refused when nothing can go on from it.
fn going_on(
    scene: &Scene<'_>,
    earlier: ReferralId,
    draft: &DraftReferral,
) -> Result<Option<ReferralId>, Halt> {
    let Referral::At(state, file) = scene.state::<Referral>(earlier)? else {
        return scene.refuse(ReferralRefusal::ReferralNotFound);
    };
    match (state, file.superseded_by) {
        (ReferralState::Void, _) => scene.refuse(ReferralRefusal::ReferralVoid),
        (ReferralState::Superseded, Some(by)) => scene.refuse(ReferralRefusal::ReferralSuperseded { by }),
        _ if file.case != draft.case => scene.refuse(ReferralRefusal::ReferralOtherCase),
        (state, _) if state.has_ended() => Ok(None),
        _ => Ok(Some(earlier)),
    }
}
