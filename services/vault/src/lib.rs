//! The vault: a key for each subject, kept apart from the journal, and the words sealed under it.
//!
//! The journal and the read models hold names, contacts and notes only sealed. Whoever forgets a
//! subject's key here forgets the words everywhere at once, and the counts stay.
//!
//! Read on: [`Vault`] (what the node wires in as [`graph::Seals`]), then `seal` (how one text is
//! sealed), `keys` (the file of wrapped keys), `master` (the key file above them), `cache`.

mod cache;
mod error;
mod keys;
mod master;
mod seal;
mod vault;

pub use error::VaultError;
pub use vault::Vault;
