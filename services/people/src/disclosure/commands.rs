//! What may be asked of a disclosure.

use async_graphql::InputObject;
use kernel::{PersonId, Secret, Secrets};
use serde::Serialize;

use crate::codes::RevealPurpose;
use crate::values::RevealedObject;

/// What may be asked of a disclosure.
#[derive(Debug, Clone, Serialize)]
pub enum DisclosureCommand {
    /// Show the identity or the private notes of an object.
    Reveal(RevealIdentity),
}

impl Secrets for DisclosureCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let Self::Reveal(input) = self;
        input.because.iter_mut().collect()
    }
}

/// Show the identity or the private notes of an object, to whoever asks, for a quarter of an hour.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "RevealIdentityInput")]
#[serde(rename_all = "camelCase")]
pub struct RevealIdentity {
    /// Of what: a person, a visit, a referral ...
    pub object: RevealedObject,
    /// The person it is about, when it is another object and the person is known.
    pub person: Option<PersonId>,
    /// For what.
    pub purpose: RevealPurpose,
    /// For what, in words; needed for *other*.
    pub because: Option<Secret>,
}
