//! What may be shared with whom: consent, its withdrawal, and the override that two must read.

use chrono::TimeDelta;
use kernel::LanguageMode;

use super::{Answer, Here, in_words, room};
use crate::codes::{SharingConsentState, SharingOverrideReason, SharingScope};
use crate::person::events::PersonEvent;
use crate::person::file::Consent;
use crate::person::inputs::{
    ConfirmSharingOverride, GiveSharingConsent, OverrideSharingConsent, WithdrawSharingConsent,
};
use crate::person::refusal::PersonRefusal;
use crate::values::{SharingConsentId, SharingParty};

/// More than somebody gives in all their years with a network.
const MOST_CONSENTS: usize = 200;
/// How long a second reader may take.
const SECOND_READER: TimeDelta = TimeDelta::hours(72);

impl Here<'_> {
    pub(super) fn give_consent(&self, ask: GiveSharingConsent) -> Answer {
        self.by_host()?;
        let GiveSharingConsent { consent, scope, with, mode, language, language_mode } = ask;
        if language_mode == LanguageMode::NotMet {
            return Err(PersonRefusal::SharingNotUnderstood);
        }
        let scope = self.to_be_shared(consent, scope, &with)?;
        let at = self.asked.now;
        Ok(vec![PersonEvent::SharingConsentGiven { consent, scope, with, mode, language, language_mode, at }])
    }

    /// What is open and rests on it is stopped by a flow; an override can be withdrawn as well, and
    /// one that nobody has read yet.
    pub(super) fn withdraw_consent(&self, ask: WithdrawSharingConsent) -> Answer {
        self.by_host()?;
        let WithdrawSharingConsent { consent, mode, language } = ask;
        let kept = self.consent(consent)?;
        match kept.state {
            SharingConsentState::Withdrawn => Ok(vec![]),
            SharingConsentState::OverrideLapsed => Err(PersonRefusal::SharingConsentEnded),
            SharingConsentState::Given
            | SharingConsentState::OverrideAsked
            | SharingConsentState::Overridden => {
                let (with, at) = (kept.with, self.asked.now);
                Ok(vec![PersonEvent::SharingConsentWithdrawn { consent, with, mode, language, at }])
            }
        }
    }

    pub(super) fn override_consent(&self, ask: OverrideSharingConsent) -> Answer {
        self.by_host()?;
        let OverrideSharingConsent { consent, scope, with, reason, note } = ask;
        let scope = self.to_be_shared(consent, scope, &with)?;
        in_words(reason == SharingOverrideReason::Other, note.as_ref())?;
        let by = self.asked.by;
        let confirm_by = self.asked.now.checked_add_signed(SECOND_READER).unwrap_or(self.asked.now);
        Ok(vec![PersonEvent::SharingOverrideAsked { consent, scope, with, reason, note, by, confirm_by }])
    }

    pub(super) fn confirm_override(&self, ask: ConfirmSharingOverride) -> Answer {
        self.by_coordinator()?;
        let kept = self.consent(ask.consent)?;
        match (kept.state, kept.asked) {
            (SharingConsentState::Overridden, _) => Ok(vec![]),
            (SharingConsentState::OverrideAsked, Some((by, _))) if by == self.asked.by => {
                Err(PersonRefusal::SharingSecondReaderSame)
            }
            (SharingConsentState::OverrideAsked, Some((_, until))) if self.asked.now < until => {
                Ok(vec![PersonEvent::SharingConsentOverridden {
                    consent: ask.consent,
                    second_reader: self.asked.by,
                    at: self.asked.now,
                }])
            }
            (SharingConsentState::Given, _) => Err(PersonRefusal::SharingNoSecondReaderAwaited),
            _ => Err(PersonRefusal::SharingConsentEnded),
        }
    }

    pub(super) fn lapse_override(&self, consent: SharingConsentId) -> Answer {
        self.by_platform()?;
        match self.consent(consent)? {
            Consent { state: SharingConsentState::OverrideAsked, asked: Some((_, until)), .. } => {
                if self.asked.now < *until {
                    return Err(PersonRefusal::SharingOverrideNotDue);
                }
                Ok(vec![PersonEvent::SharingOverrideLapsed { consent }])
            }
            _ => Ok(vec![]),
        }
    }

    fn consent(&self, consent: SharingConsentId) -> Result<&Consent, PersonRefusal> {
        self.file.consents.get(&consent).ok_or(PersonRefusal::SharingConsentNotFound)
    }

    /// A new consent that says what, and with whom.
    fn to_be_shared(
        &self,
        consent: SharingConsentId,
        mut scope: Vec<SharingScope>,
        with: &SharingParty,
    ) -> Result<Vec<SharingScope>, PersonRefusal> {
        if self.file.consents.contains_key(&consent) {
            return Err(PersonRefusal::SharingConsentIdTaken);
        }
        room(self.file.consents.len(), MOST_CONSENTS)?;
        scope.sort_unstable();
        scope.dedup();
        if scope.is_empty() {
            return Err(PersonRefusal::SharingScopeMissing);
        }
        if !with.is_clear() {
            return Err(PersonRefusal::SharingPartyUnclear);
        }
        Ok(scope)
    }
}
