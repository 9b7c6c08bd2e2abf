//! The rules of a person's file in use: who may ask, and which group of rules answers.

mod data;
mod erasure;
mod ladder;
mod merging;
mod sharing;

use kernel::{Asked, Role, Secret};

use super::commands::PersonCommand;
use super::events::PersonEvent;
use super::file::File;
use super::refusal::PersonRefusal;

/// What a rule answers.
pub(super) type Answer = Result<Vec<PersonEvent>, PersonRefusal>;

/// A file in use, and who asks.
pub(super) struct Here<'a> {
    pub(super) file: &'a File,
    pub(super) asked: &'a Asked,
}

impl Here<'_> {
    /// The table of what may be asked of a file in use.
    pub(super) fn decide(&self, command: PersonCommand) -> Answer {
        use PersonCommand as Ask;
        match command {
            Ask::Open => Err(PersonRefusal::PersonAlreadyOpened),
            Ask::CertifyErasure(_) => Err(PersonRefusal::ErasureNotDecided),
            Ask::DecideErasure { ask, with } => self.decide_erasure(&ask, with),
            Ask::BecomeAlias(ask) => self.become_alias(ask),
            Ask::StandAlone { of } => self.stand_alone(of),
            // Nothing is written to an alias: it goes to the file that goes on.
            other => match self.file.alias_of {
                Some(of) => Err(PersonRefusal::PersonIsAlias { of }),
                None => self.decide_on_main(other),
            },
        }
    }

    fn decide_on_main(&self, command: PersonCommand) -> Answer {
        use PersonCommand as Ask;
        match command {
            Ask::KnowByCode(ask) => self.know_by_code(ask),
            Ask::ForgetCode => self.forget_code(),
            Ask::TakePseudonym(ask) => self.take_pseudonym(ask),
            Ask::WithdrawPseudonym => self.withdraw_pseudonym(),
            Ask::GiveName(ask) => self.give_name(ask),
            Ask::WithdrawName => self.withdraw_name(),
            Ask::GiveContact(ask) => self.give_contact(ask),
            Ask::WithdrawContact(ask) => self.withdraw_contact(ask),
            Ask::TellLanguages(ask) => self.tell_languages(ask),
            Ask::TellAccessNeeds(ask) => self.tell_access_needs(ask),
            Ask::SetDoNotContact(ask) => self.set_do_not_contact(ask),
            Ask::AllowContact(ask) => self.allow_contact(ask),

            Ask::GiveConsent(ask) => self.give_consent(ask),
            Ask::WithdrawConsent(ask) => self.withdraw_consent(ask),
            Ask::OverrideConsent(ask) => self.override_consent(ask),
            Ask::ConfirmOverride(ask) => self.confirm_override(ask),
            Ask::LapseOverride { consent } => self.lapse_override(consent),

            Ask::TakeAlias { alias } => self.take_alias(alias),
            Ask::ReleaseAlias { alias } => self.release_alias(alias),
            Ask::LinkMember(ask) => self.link_member(ask),
            Ask::UnlinkMember(ask) => self.unlink_member(ask),

            Ask::AskDataRequest(ask) => self.ask_data_request(ask),
            Ask::AnswerDataRequest(ask) => self.answer_data_request(ask),
            Ask::FlagDataRequest { request } => self.flag_data_request(request),
            Ask::NoteActivity => self.note_activity(),
            Ask::WarnOfErasure { kind } => self.warn_of_erasure(kind),
            Ask::LapseData { kind } => self.lapse_data(kind),
            Ask::PostponeErasure(ask) => self.postpone_erasure(ask),

            Ask::Open
            | Ask::CertifyErasure(_)
            | Ask::DecideErasure { .. }
            | Ask::BecomeAlias(_)
            | Ask::StandAlone { .. } => Err(PersonRefusal::PersonAlreadyOpened),
        }
    }

    fn by_host(&self) -> Result<(), PersonRefusal> {
        by_host(self.asked)
    }

    fn by_coordinator(&self) -> Result<(), PersonRefusal> {
        if self.asked.answers_for_all() { Ok(()) } else { Err(PersonRefusal::PersonForCoordinator) }
    }

    fn by_platform(&self) -> Result<(), PersonRefusal> {
        if self.asked.role == Role::System { Ok(()) } else { Err(PersonRefusal::PersonForPlatform) }
    }
}

/// A host, or whoever answers for all.
pub(super) fn by_host(asked: &Asked) -> Result<(), PersonRefusal> {
    if asked.role == Role::Host || asked.answers_for_all() {
        Ok(())
    } else {
        Err(PersonRefusal::PersonForHost)
    }
}

/// A reason called *other* says nothing without words.
fn in_words(is_other: bool, note: Option<&Secret>) -> Result<(), PersonRefusal> {
    if is_other && note.is_none() { Err(PersonRefusal::PersonReasonMissing) } else { Ok(()) }
}

/// Room for one more of what grows.
fn room(has: usize, most: usize) -> Result<(), PersonRefusal> {
    at_most(has.saturating_add(1), most)
}

/// No more than so many at once.
fn at_most(has: usize, most: usize) -> Result<(), PersonRefusal> {
    if has <= most {
        Ok(())
    } else {
        Err(PersonRefusal::PersonTooMuch { most: u32::try_from(most).unwrap_or(u32::MAX) })
    }
}
