//! What became of it: three voices side by side, and the end that needs an outcome.

use kernel::Role;

use super::{Answer, Here, in_words};
use crate::codes::{ReferralOutcome, ReferralReason, ReferralState, ReferralTargetKind, ReferralVoice};
use crate::commands::{CloseReferral, ReportReferralOutcome};
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// Somebody tells what became of it; possible after the end too, because people tell late.
pub(crate) fn report(here: &Here<'_>, input: ReportReferralOutcome) -> Answer {
    here.by_witness()?;
    match here.state {
        ReferralState::Drafted | ReferralState::Ready => return Err(ReferralRefusal::ReferralNotSent),
        ReferralState::Superseded | ReferralState::Void | ReferralState::Recalled => here.not_ended()?,
        _ => {}
    }
    here.by_current_link(input.link_version)?;
    let ReportReferralOutcome { voice, outcome, .. } = input;
    let other = match here.asked.role {
        Role::Partner => voice != ReferralVoice::Partner,
        Role::Volunteer | Role::Member => {
            voice == ReferralVoice::Host
                || (voice == ReferralVoice::Partner && here.file.target != ReferralTargetKind::Network)
        }
        _ => false,
    };
    if other {
        return Err(ReferralRefusal::ReferralVoiceOfOthers);
    }
    if here.file.outcomes.of(voice) == Some(outcome) {
        return Ok(vec![]);
    }
    Ok(vec![ReferralEvent::OutcomeReported { voice, outcome, at: here.asked.at }])
}

/// It is over. Where the person went on alone nobody answers, so it is closed from where it stands.
pub(crate) fn close(here: &Here<'_>, input: CloseReferral) -> Answer {
    here.by_host()?;
    let CloseReferral { outcome, reason, note } = input;
    let outcome = outcome.or_else(|| here.file.outcomes.agreed());
    here.not_ended()?;
    let alone = here.file.target == ReferralTargetKind::SelfDirected && here.state.awaits_answer();
    if !alone && !matches!(here.state, ReferralState::InService | ReferralState::Missed) {
        return Err(ReferralRefusal::ReferralNotInService);
    }
    let Some(outcome) = outcome else { return Err(ReferralRefusal::ReferralOutcomeMissing) };
    if outcome == ReferralOutcome::NoHelp && reason.is_none() {
        return Err(ReferralRefusal::ReferralNoHelpReasonMissing);
    }
    in_words(reason == Some(ReferralReason::Other), note.as_ref())?;
    Ok(vec![ReferralEvent::ReferralClosed { outcome, reason, note }])
}
