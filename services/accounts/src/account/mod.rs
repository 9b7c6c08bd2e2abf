//! One account: invited, accepted with a first proof, in the roles it was given, until removed.
//!
//! In reading order: [`commands`], [`events`], [`refusal`], [`aggregate`]; then the rules, by what
//! they are about, in [`rules`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod refusal;
pub mod rules;

pub use aggregate::Account;
pub use commands::{
    AccountCommand, AddPasskey, AskRecovery, ChangeAccountEmail, FirstProof, InviteAccount, IssueAccessToken,
    LinkOutsideIdentity, NamePasskey, NewLink, NewToken, RemoveAccount, RemovePasskey, RenameAccount,
    RevokeAccessToken, UnlinkOutsideIdentity, UseLink, WithdrawFacet,
};
pub use events::AccountEvent;
pub use refusal::AccountRefusal;
pub use rules::known::{Granted, Issued, Known, Passkey, Proofs, Recovery, SecondFactor, Stage, Unusable};
