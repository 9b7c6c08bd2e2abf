//! Who somebody is, and what they may see and do.
//!
//! What accounts *are* is events, in the context `accounts`. Here is how somebody proves to be one
//! of them ([`password`], [`second_factor`], [`passkey`], [`oidc`]), how long that holds
//! ([`sessions`]), how often it may be tried ([`attempts`]), all of it together ([`sign_in`]); and
//! what whoever it is may see and do ([`policy`]). Whoever is asked one question without having an account
//! answers it by a link ([`links`]).
//!
//! What this needs to remember on a node, sessions first of all, is in one file beside the data
//! ([`store`]); it is never in the journal, and nothing in it opens anything: tokens, codes and PINs
//! are there as digests or hashes. Why not is [`refusal`], in four languages.

pub mod attempts;
pub mod links;
pub mod oidc;
pub mod passkey;
pub mod password;
pub mod policy;
pub mod second_factor;
pub mod sessions;
pub mod sign_in;

pub mod denied;
pub mod refusal;
pub mod store;
pub mod token;

pub use denied::Denied;
pub use refusal::AccessRefusal;
pub use store::{Holder, Store};
pub use token::Token;

use graph::Locale;
use graph::wording::Texts;

/// Why not, in four languages.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
