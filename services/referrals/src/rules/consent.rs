//! The person's consent: given, withdrawn, overridden.

use std::collections::BTreeSet;

use kernel::LanguageMode;

use super::{Answer, Here, in_words};
use crate::codes::{
    ReferralConsentScope, ReferralIdentity, ReferralOverrideReason, ReferralRecallReason, ReferralState,
};
use crate::commands::{OverrideReferralConsent, RecordReferralConsent, WithdrawReferralConsent};
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// The person agrees; a second time with another scope replaces the first.
pub(crate) fn record(here: &Here<'_>, input: RecordReferralConsent) -> Answer {
    here.by_host()?;
    here.not_ended()?;
    let RecordReferralConsent { scope, mode, language, language_mode } = input;
    if language_mode == LanguageMode::NotMet {
        return Err(ReferralRefusal::ReferralConsentNotUnderstood);
    }
    let scope: BTreeSet<ReferralConsentScope> = scope.into_iter().collect();
    let mut needed = vec![ReferralConsentScope::Need];
    if matches!(here.file.identity, ReferralIdentity::Pseudonym | ReferralIdentity::Named) {
        needed.push(ReferralConsentScope::Identity);
    }
    if let Some(missing) = needed.into_iter().find(|needed| !scope.contains(needed)) {
        return Err(ReferralRefusal::ReferralConsentTooNarrow { missing });
    }
    Ok(vec![ReferralEvent::ConsentRecorded {
        scope: scope.into_iter().collect(),
        mode,
        language,
        language_mode,
        again: here.file.consent,
    }])
}

/// The person does not agree any more: what is open is taken back and its link is good for nothing.
/// After the end the withdrawal is noted, and the link is good for nothing just so.
pub(crate) fn withdraw(here: &Here<'_>, input: WithdrawReferralConsent) -> Answer {
    here.by_host()?;
    if !here.file.consent {
        let already = here.file.recalled == Some(ReferralRecallReason::ConsentWithdrawn);
        return if already { Ok(vec![]) } else { Err(ReferralRefusal::ReferralConsentMissing) };
    }
    let WithdrawReferralConsent { mode, language } = input;
    let mut events = vec![ReferralEvent::ConsentWithdrawn { mode, language }];
    if here.file.link.good {
        let version = here.file.link.version.saturating_add(1);
        events.push(ReferralEvent::ReferralLinkRevoked { version });
    }
    if !here.state.has_ended() {
        events.push(ReferralEvent::ReferralRecalled { reason: ReferralRecallReason::ConsentWithdrawn });
    }
    Ok(events)
}

/// Shared although the person could not say yes: with a reason, read by two.
pub(crate) fn override_it(here: &Here<'_>, input: OverrideReferralConsent) -> Answer {
    here.by_host()?;
    here.not_ended()?;
    let OverrideReferralConsent { reason, note, second_reader } = input;
    if here.state != ReferralState::Drafted {
        return Err(ReferralRefusal::ReferralConsentAlreadyGiven);
    }
    in_words(reason == ReferralOverrideReason::Other, note.as_ref())?;
    if second_reader == here.asked.by {
        return Err(ReferralRefusal::ReferralSecondReaderSame);
    }
    Ok(vec![ReferralEvent::ConsentOverridden { reason, note, second_reader }])
}
