//! The rules of an account, by what they are about.

pub(crate) mod facets;
pub mod known;
mod proofs;
mod recovery;
mod tokens;
