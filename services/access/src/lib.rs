//! Who somebody is, and what they may see and do.
//!
//! What accounts *are* is events, in the context `accounts`. Here is how somebody proves to be one
//! of them ([`password`], [`second_factor`], [`passkey`], [`oidc`]), how long that holds
//! ([`sessions`]), how often it may be tried ([`attempts`]), all of it together ([`sign_in`]); and
//! what whoever it is may see and do ([`policy`]).

pub mod attempts;
pub mod oidc;
pub mod passkey;
pub mod password;
pub mod policy;
pub mod second_factor;
pub mod sessions;
pub mod sign_in;
