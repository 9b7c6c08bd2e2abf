//! A person's file from its opening to its certificate: the states and the dispatch. Each group of
//! rules is a file of `rules/`; what they remember is in [`super::file`].

use kernel::{Asked, Decider, Role, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::PersonCommand;
use super::events::PersonEvent;
use super::file::File;
use super::refusal::PersonRefusal;
use super::rules::{Here, by_host};
use crate::codes::PersonState;

/// A person's file as far as its own rules need it; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Person {
    /// There is none.
    #[default]
    Unknown,
    /// In use, also as an alias.
    Known(Box<File>),
    /// To be erased.
    Erasing,
    /// Erased.
    Forgotten,
}

impl Person {
    /// Where it stands; nothing when there is no such file.
    pub fn state(&self) -> Option<PersonState> {
        match self {
            Self::Unknown => None,
            Self::Known(file) if file.alias_of.is_some() => Some(PersonState::Alias),
            Self::Known(_) => Some(PersonState::Active),
            Self::Erasing => Some(PersonState::Erasing),
            Self::Forgotten => Some(PersonState::Erased),
        }
    }

    /// What its rules remember, while it is in use.
    pub fn file(&self) -> Option<&File> {
        match self {
            Self::Known(file) => Some(file),
            Self::Unknown | Self::Erasing | Self::Forgotten => None,
        }
    }
}

impl Decider for Person {
    const KIND: &'static str = "person";
    type Command = PersonCommand;
    type Event = PersonEvent;
    type Refusal = PersonRefusal;

    fn decide(&self, command: PersonCommand, asked: &Asked) -> Result<Vec<PersonEvent>, PersonRefusal> {
        use {PersonCommand as Ask, PersonRefusal as Why};
        match (self, command) {
            (Self::Unknown, Ask::Open) => {
                by_host(asked)?;
                Ok(vec![PersonEvent::PersonFileOpened { at: asked.now }])
            }
            (Self::Unknown, _) => Err(Why::PersonNotFound),
            (Self::Known(file), command) => Here { file, asked }.decide(command),

            (Self::Erasing, Ask::CertifyErasure(proof)) if asked.role == Role::System => {
                let (subjects, keys) = (proof.subjects, proof.keys);
                let (epoch, fingerprint) = (proof.epoch, proof.fingerprint);
                Ok(vec![PersonEvent::SubjectForgotten { subjects, keys, epoch, fingerprint }])
            }
            (Self::Erasing, Ask::CertifyErasure(_)) => Err(Why::PersonForPlatform),
            // Asked twice, done once.
            (Self::Erasing, Ask::DecideErasure { .. }) | (Self::Forgotten, Ask::CertifyErasure(_)) => {
                Ok(vec![])
            }
            (Self::Erasing, _) => Err(Why::PersonBeingErased),
            (Self::Forgotten, _) => Err(Why::PersonForgotten),
        }
    }

    fn evolve(&mut self, event: PersonEvent) {
        match (&mut *self, event) {
            (state @ Self::Unknown, PersonEvent::PersonFileOpened { at }) => {
                *state = Self::Known(Box::new(File::empty(at)));
            }
            (state, PersonEvent::ErasureDecided { .. }) => *state = Self::Erasing,
            (state, PersonEvent::SubjectForgotten { .. }) => *state = Self::Forgotten,
            (Self::Known(file), event) => file.evolve(event),
            // What was recorded has happened; what cannot follow changes nothing.
            (Self::Unknown | Self::Erasing | Self::Forgotten, _) => {}
        }
    }
}

aggregate!(Person, PersonEvent, PersonRefusal);
