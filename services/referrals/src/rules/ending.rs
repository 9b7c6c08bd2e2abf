//! The other ways a referral ends, and how it goes on after an end.

use kernel::ReferralId;

use super::{Answer, Here, in_words};
use crate::codes::{ReferralContact, ReferralErrorReason, ReferralReopenReason, ReferralState};
use crate::commands::{RecallReferral, ReopenReferral, VoidReferral};
use crate::delays::Deadlines;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// The host takes it back, before the person has an appointment.
pub(crate) fn recall(here: &Here<'_>, input: RecallReferral) -> Answer {
    here.by_host()?;
    if here.state == ReferralState::Recalled {
        return Ok(vec![]);
    }
    here.not_ended()?;
    match here.state {
        ReferralState::Scheduled | ReferralState::Missed | ReferralState::InService => {
            Err(ReferralRefusal::ReferralNotRecallable { state: here.state })
        }
        _ => Ok(vec![ReferralEvent::ReferralRecalled { reason: input.reason }]),
    }
}

/// Another one takes its place, in the same act as the other one is drafted.
pub(crate) fn supersede(here: &Here<'_>, by: ReferralId) -> Answer {
    here.by_host()?;
    here.not_ended()?;
    Ok(vec![ReferralEvent::ReferralSuperseded { by }])
}

/// It goes on after its end; every date it had stays, and the partner has its time again.
pub(crate) fn reopen(here: &Here<'_>, input: ReopenReferral) -> Answer {
    here.by_host()?;
    let ReopenReferral { reason, note } = input;
    match here.state {
        ReferralState::Closed | ReferralState::Expired | ReferralState::Declined => {}
        ReferralState::Superseded | ReferralState::Void => here.not_ended()?,
        state => return Err(ReferralRefusal::ReferralNotReopenable { state }),
    }
    if !here.file.consent {
        return Err(ReferralRefusal::ReferralConsentMissing);
    }
    in_words(reason == ReferralReopenReason::Other, note.as_ref())?;
    let deadlines = Deadlines::from(here.file.priority, here.calendar(), here.asked.at);
    Ok(vec![ReferralEvent::ReferralReopened { reason, note, deadlines }])
}

/// Nobody may write to or call the person any more.
pub(crate) fn mark_no_contact(here: &Here<'_>) -> Answer {
    here.by_host()?;
    match here.file.contact {
        ReferralContact::NoContact => Ok(vec![]),
        _ => Ok(vec![ReferralEvent::ReferralMarkedNoContact {}]),
    }
}

/// It should never have been entered.
pub(crate) fn void(here: &Here<'_>, input: VoidReferral) -> Answer {
    if !here.asked.answers_for_all() {
        return Err(ReferralRefusal::ReferralForCoordinator);
    }
    if here.state == ReferralState::Void {
        return Ok(vec![]);
    }
    let VoidReferral { reason, note } = input;
    in_words(reason == ReferralErrorReason::Other, note.as_ref())?;
    Ok(vec![ReferralEvent::ReferralEnteredInError { reason, note }])
}
