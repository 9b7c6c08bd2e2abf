//! A disclosure: the rules, and nothing else.

use chrono::TimeDelta;
use kernel::{Asked, Decider, PersonId, Role, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{DisclosureCommand, RevealIdentity};
use super::events::DisclosureEvent;
use super::refusal::DisclosureRefusal;
use crate::codes::RevealPurpose;

/// How long it is good for: a conversation at the desk.
pub const GOOD_FOR: TimeDelta = TimeDelta::minutes(15);

/// The kinds of objects that have an identity or private notes.
const KINDS: [&str; 10] = [
    "person",
    "visit",
    "referral",
    "pairing",
    "appointment",
    "interpretation",
    "member",
    "account",
    "commitment",
    "disclosure",
];

/// A disclosure as far as its own rules need it; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Disclosure {
    /// Nothing was revealed.
    #[default]
    Unmade,
    /// Something was revealed, to somebody.
    Made(Box<DisclosureEvent>),
}

impl Decider for Disclosure {
    const KIND: &'static str = "disclosure";
    type Command = DisclosureCommand;
    type Event = DisclosureEvent;
    type Refusal = DisclosureRefusal;

    fn decide(
        &self,
        command: DisclosureCommand,
        asked: &Asked,
    ) -> Result<Vec<DisclosureEvent>, DisclosureRefusal> {
        let DisclosureCommand::Reveal(ask) = command;
        match self {
            Self::Unmade => reveal(ask, asked),
            Self::Made(_) => Err(DisclosureRefusal::DisclosureAlreadyMade),
        }
    }

    fn evolve(&mut self, event: DisclosureEvent) {
        *self = Self::Made(Box::new(event));
    }
}

fn reveal(ask: RevealIdentity, asked: &Asked) -> Result<Vec<DisclosureEvent>, DisclosureRefusal> {
    let RevealIdentity { object, person, purpose, because } = ask;
    if matches!(asked.role, Role::Public | Role::Auditor | Role::Receptionist | Role::FundingOfficer) {
        return Err(DisclosureRefusal::DisclosureNotForRole);
    }
    if !KINDS.contains(&object.kind.as_str()) {
        return Err(DisclosureRefusal::DisclosureKindUnknown);
    }
    if purpose == RevealPurpose::Other && because.is_none() {
        return Err(DisclosureRefusal::DisclosurePurposeMissing);
    }
    let person = if object.kind.as_str() == "person" { Some(PersonId(object.id)) } else { person };
    let until = asked.now.checked_add_signed(GOOD_FOR).unwrap_or(asked.now);
    Ok(vec![DisclosureEvent::IdentityRevealed { object, person, by: asked.by, purpose, because, until }])
}

aggregate!(Disclosure, DisclosureEvent, DisclosureRefusal);
