//! The rule for a need: the rules, and nothing else.

use kernel::{Asked, Decider, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::ContactRuleCommand;
use super::events::ContactRuleEvent;
use super::refusal::ContactRuleRefusal;
use crate::codes::NeedContactReason;

/// The rule for a need; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum ContactRule {
    /// Nobody decided anything.
    #[default]
    Unset,
    /// Nothing about it leaves.
    Suppressed(NeedContactReason),
    /// It may leave again.
    Allowed,
}

impl Decider for ContactRule {
    const KIND: &'static str = "contactRule";
    type Command = ContactRuleCommand;
    type Event = ContactRuleEvent;
    type Refusal = ContactRuleRefusal;

    fn decide(
        &self,
        command: ContactRuleCommand,
        asked: &Asked,
    ) -> Result<Vec<ContactRuleEvent>, ContactRuleRefusal> {
        use ContactRuleCommand as Ask;
        if !asked.answers_for_all() {
            return Err(ContactRuleRefusal::ContactRuleForCoordinator);
        }
        match (self, command) {
            // Asked twice, done once.
            (Self::Suppressed(reason), Ask::Suppress(ask)) if *reason == ask.reason => Ok(vec![]),
            (_, Ask::Suppress(ask)) => {
                Ok(vec![ContactRuleEvent::NeedContactSuppressed { reason: ask.reason }])
            }
            (Self::Unset, Ask::Allow) => Err(ContactRuleRefusal::ContactRuleNotFound),
            (Self::Allowed, Ask::Allow) => Ok(vec![]),
            (Self::Suppressed(_), Ask::Allow) => Ok(vec![ContactRuleEvent::NeedContactAllowed {}]),
        }
    }

    fn evolve(&mut self, event: ContactRuleEvent) {
        *self = match event {
            ContactRuleEvent::NeedContactSuppressed { reason } => Self::Suppressed(reason),
            ContactRuleEvent::NeedContactAllowed {} => Self::Allowed,
        };
    }
}

aggregate!(ContactRule, ContactRuleEvent, ContactRuleRefusal);
