//! Members of the network: what they share, what they offer, which charter they accepted, and the
//! places they have for pairings.
//!
//! Read on: [`commands`], [`aggregate`] with [`membership`], [`projection`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod membership;
pub mod projection;
pub mod refusal;

pub use aggregate::Member;
pub use commands::{
    AcceptCharter, DeclareAvailability, DeclareLanguages, DeclareQuota, JoinNetwork, LinkAccount, LinkAlias,
    MemberCommand, ShareLivedExperience, WithdrawLivedExperience,
};
pub use events::{CharterAcceptanceMode, MemberEvent};
pub use membership::Membership;
pub use projection::{MemberRow, MemberState, Members};
pub use refusal::MemberRefusal;
