//! The ladder of identity, climbed and descended as the person likes, and how to reach them.

use super::{Answer, Here, at_most, in_words, room};
use crate::codes::{AccessNeed, DoNotContactReason};
use crate::person::events::PersonEvent;
use crate::person::inputs::{
    AllowPersonContact, GiveContact, GiveName, KnowByCode, SetDoNotContact, TakePseudonym, TellAccessNeeds,
    TellLanguages, WithdrawContact,
};
use crate::person::refusal::PersonRefusal;

/// Nobody has more telephones.
const MOST_CONTACTS: usize = 10;
/// Three times on each day of a week.
const MOST_SAFE_HOURS: usize = 21;
/// As many as a referral takes.
const MOST_LANGUAGES: usize = 10;

impl Here<'_> {
    pub(super) fn know_by_code(&self, ask: KnowByCode) -> Answer {
        self.by_host()?;
        if self.file.code == Some(ask.code) {
            return Ok(vec![]);
        }
        Ok(vec![PersonEvent::PersonKnownByCode { code: ask.code, at: self.asked.now }])
    }

    pub(super) fn forget_code(&self) -> Answer {
        self.by_host()?;
        let has = self.file.code.is_some();
        Ok(has.then_some(PersonEvent::PersonCodeForgotten { at: self.asked.now }).into_iter().collect())
    }

    /// The words are sealed: the same name again is not told from another one, and is taken again.
    pub(super) fn take_pseudonym(&self, ask: TakePseudonym) -> Answer {
        self.by_host()?;
        Ok(vec![PersonEvent::PseudonymTaken { pseudonym: ask.pseudonym, at: self.asked.now }])
    }

    pub(super) fn withdraw_pseudonym(&self) -> Answer {
        self.by_host()?;
        let has = self.file.pseudonym;
        Ok(has.then_some(PersonEvent::PseudonymWithdrawn { at: self.asked.now }).into_iter().collect())
    }

    pub(super) fn give_name(&self, ask: GiveName) -> Answer {
        self.by_host()?;
        Ok(vec![PersonEvent::NameGiven { name: ask.name, at: self.asked.now }])
    }

    pub(super) fn withdraw_name(&self) -> Answer {
        self.by_host()?;
        let has = self.file.name;
        Ok(has.then_some(PersonEvent::NameWithdrawn { at: self.asked.now }).into_iter().collect())
    }

    pub(super) fn give_contact(&self, ask: GiveContact) -> Answer {
        self.by_host()?;
        let GiveContact { contact, kind, words, safe_hours, note } = ask;
        if !self.file.contacts.contains(&contact) {
            room(self.file.contacts.len(), MOST_CONTACTS)?;
        }
        at_most(safe_hours.len(), MOST_SAFE_HOURS)?;
        if safe_hours.iter().any(|hours| hours.from >= hours.until) {
            return Err(PersonRefusal::PersonSafeHoursWrong);
        }
        Ok(vec![PersonEvent::ContactGiven { contact, kind, words, safe_hours, note, at: self.asked.now }])
    }

    pub(super) fn withdraw_contact(&self, ask: WithdrawContact) -> Answer {
        self.by_host()?;
        if !self.file.contacts.contains(&ask.contact) {
            return Err(PersonRefusal::PersonContactNotFound);
        }
        Ok(vec![PersonEvent::ContactWithdrawn { contact: ask.contact, at: self.asked.now }])
    }

    pub(super) fn tell_languages(&self, ask: TellLanguages) -> Answer {
        self.by_host()?;
        at_most(ask.languages.len(), MOST_LANGUAGES)?;
        Ok(vec![PersonEvent::PersonLanguagesTold { languages: ask.languages, at: self.asked.now }])
    }

    pub(super) fn tell_access_needs(&self, ask: TellAccessNeeds) -> Answer {
        self.by_host()?;
        let TellAccessNeeds { mut needs, note } = ask;
        needs.sort_unstable();
        needs.dedup();
        in_words(needs.contains(&AccessNeed::Other), note.as_ref())?;
        Ok(vec![PersonEvent::AccessNeedsTold { needs, note, at: self.asked.now }])
    }

    pub(super) fn set_do_not_contact(&self, ask: SetDoNotContact) -> Answer {
        self.by_host()?;
        let SetDoNotContact { reason, note } = ask;
        in_words(reason == DoNotContactReason::Other, note.as_ref())?;
        Ok(vec![PersonEvent::DoNotContactSet { reason, note, at: self.asked.now }])
    }

    pub(super) fn allow_contact(&self, ask: AllowPersonContact) -> Answer {
        self.by_host()?;
        let AllowPersonContact { reason } = ask;
        if !self.file.do_not_contact {
            return Ok(vec![]);
        }
        Ok(vec![PersonEvent::DoNotContactLifted { reason, at: self.asked.now }])
    }
}
