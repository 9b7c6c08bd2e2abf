//! What the partner answers. Nothing is answered after the end, nor by a link that is not current.

use kernel::{Party, Role};

use super::{Answer, Here, in_words};
use crate::clock::AnswerClock;
use crate::codes::{
    ReferralContact, ReferralContactWay, ReferralPersonAction, ReferralReason, ReferralState,
    ReferralTargetKind,
};
use crate::commands::{
    AcceptReferral, DeclineReferral, PutReferralUnderReview, ReceiveReferral, RequestPersonAction,
    ReturnReferral, WaitlistReferral,
};
use crate::delays::Deadlines;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// The partner has seen it. Looking at it again changes nothing.
pub(crate) fn receive(here: &Here<'_>, input: ReceiveReferral) -> Answer {
    heard(here, input.link_version)?;
    match here.state {
        ReferralState::Drafted | ReferralState::Ready => Err(ReferralRefusal::ReferralNotSent),
        ReferralState::Sent => Ok(vec![ReferralEvent::ReferralReceived {}]),
        _ => Ok(vec![]),
    }
}

/// The partner looks into it.
pub(crate) fn put_under_review(here: &Here<'_>, input: PutReferralUnderReview) -> Answer {
    heard(here, input.link_version)?;
    if here.state == ReferralState::UnderReview {
        return Ok(vec![]);
    }
    let clock = unanswered(here)?;
    let deadlines = clock.running(here.file.priority, here.asked.at);
    Ok(vec![ReferralEvent::ReferralPutUnderReview { deadlines }])
}

/// The partner would, but not before a day.
pub(crate) fn waitlist(here: &Here<'_>, input: WaitlistReferral) -> Answer {
    heard(here, input.link_version)?;
    let clock = unanswered(here)?;
    here.plausible(input.expected, false)?;
    let expected = here.days().start_of(input.expected).max(here.asked.at);
    let deadlines =
        clock.running(here.file.priority, here.asked.at).waiting_until(here.file.priority, expected);
    if here.state == ReferralState::WaitListed && same_day(here, &clock, &deadlines) {
        return Ok(vec![]);
    }
    Ok(vec![ReferralEvent::ReferralWaitlisted { expected: input.expected, deadlines }])
}

/// The partner needs something from the person first; the clock stands still.
pub(crate) fn request_person_action(here: &Here<'_>, input: RequestPersonAction) -> Answer {
    heard(here, input.link_version)?;
    unanswered(here)?;
    let RequestPersonAction { what, note, owner, .. } = input;
    in_words(what == ReferralPersonAction::Other, note.as_ref())?;
    let awaited = here.state == ReferralState::AwaitingPerson && here.file.asked_of_person == Some(what);
    if awaited && note.is_none() {
        return Ok(vec![]);
    }
    let owner = owner.unwrap_or(Party::Person);
    Ok(vec![ReferralEvent::PersonActionRequested { what, note, owner, at: here.asked.at }])
}

/// The person has done it: the clock runs again.
pub(crate) fn complete_person_action(here: &Here<'_>) -> Answer {
    // A partner who has got what was missing says so by looking into it.
    if here.asked.role != Role::Volunteer {
        here.by_host()?;
    }
    here.not_ended()?;
    if here.state != ReferralState::AwaitingPerson {
        return Err(ReferralRefusal::ReferralPersonNotAwaited);
    }
    let deadlines = unanswered(here)?.running(here.file.priority, here.asked.at);
    Ok(vec![ReferralEvent::PersonActionCompleted { deadlines }])
}

/// The partner says yes.
pub(crate) fn accept(here: &Here<'_>, input: AcceptReferral) -> Answer {
    heard(here, input.link_version)?;
    if here.state == ReferralState::Accepted {
        return Ok(vec![]);
    }
    unanswered(here)?;
    if here.file.target == ReferralTargetKind::Network && input.charter_current != Some(true) {
        return Err(ReferralRefusal::ReferralCharterNotCurrent);
    }
    let AcceptReferral { contact_way, contact, .. } = input;
    if here.file.contact == ReferralContact::NoContact
        && contact_way == ReferralContactWay::PartnerContactsPerson
    {
        return Err(ReferralRefusal::ReferralNoContact);
    }
    Ok(vec![ReferralEvent::ReferralAccepted { contact_way, contact }])
}

/// The partner says no, and why.
pub(crate) fn decline(here: &Here<'_>, input: DeclineReferral) -> Answer {
    heard(here, input.link_version)?;
    unanswered(here)?;
    let DeclineReferral { reason, note, .. } = input;
    in_words(reason == ReferralReason::Other, note.as_ref())?;
    Ok(vec![ReferralEvent::ReferralDeclined { reason, note }])
}

/// The partner gives it back after having said yes.
pub(crate) fn give_back(here: &Here<'_>, input: ReturnReferral) -> Answer {
    heard(here, input.link_version)?;
    let ReturnReferral { reason, note, .. } = input;
    match here.state {
        ReferralState::Accepted | ReferralState::Scheduled | ReferralState::InService => {
            in_words(reason == ReferralReason::Other, note.as_ref())?;
            Ok(vec![ReferralEvent::ReferralReturned { reason, note }])
        }
        ReferralState::Missed => Err(ReferralRefusal::ReferralPersonMissed),
        _ => Err(ReferralRefusal::ReferralNotAccepted),
    }
}

/// The partner speaks, the referral is not over, and the link is current. In this order: a late
/// answer hears why it is late, whatever became of its link.
pub(crate) fn heard(here: &Here<'_>, link_version: Option<u32>) -> Result<(), ReferralRefusal> {
    here.by_partner()?;
    here.not_ended()?;
    here.by_current_link(link_version)
}

/// The clock of the answer that is still owed.
fn unanswered(here: &Here<'_>) -> Result<AnswerClock, ReferralRefusal> {
    match (here.state, here.file.clock) {
        (state, Some(clock)) if state.awaits_answer() => Ok(clock),
        (ReferralState::Drafted | ReferralState::Ready, _) => Err(ReferralRefusal::ReferralNotSent),
        (state, _) => Err(ReferralRefusal::ReferralAlreadyAnswered { state }),
    }
}

fn same_day(here: &Here<'_>, clock: &AnswerClock, next: &Deadlines) -> bool {
    here.day(clock.deadlines.answer_due) == here.day(next.answer_due)
}
