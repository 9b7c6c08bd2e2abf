//! Translation only: from GraphQL to commands and acts, and from rows to answers.

pub mod candidates;
pub mod charter;
mod member_fields;
pub mod members;
pub mod pairings;

pub use member_fields::LivedExperience;

use async_graphql::{Error, ErrorExtensions, MergedObject};

/// What can be read of mutual aid.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct MutualAidQueries(
    members::MemberQueries,
    members::LivedExperienceQueries,
    charter::CharterQueries,
    pairings::PairingQueries,
    pairings::MyPairingQueries,
    candidates::CandidateQueries,
);

/// What may be asked in mutual aid.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct MutualAidMutations(
    members::MemberMutations,
    members::MemberCharterMutations,
    charter::CharterMutations,
    pairings::PairingMutations,
    pairings::PairingActMutations,
);

/// The caller's role may not read this.
fn forbidden(why: &str) -> Error {
    Error::new(why).extend_with(|_, extensions| extensions.set("code", "FORBIDDEN"))
}
