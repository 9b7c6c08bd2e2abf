//! Accounts: who may sign in, and what they are in the network.
//!
//! A coordinator invites somebody by a link that is good once, for seven days. Whoever comes with
//! it brings a first proof: a password, a passkey, or the sign-in of their organisation. The
//! account holds one role or several, each with where and when it holds; a request acts in one of
//! them. Who decides for others needs more than a password, after two weeks at the latest. Who cannot
//! get in any more asks a coordinator; where much is at stake a second one must agree. A program
//! acts by a token, in one role, not for ever. A removed account is nobody from the next request on.
//!
//! In reading order: [`values`], [`account`], [`device`], [`projection`], [`email`], [`narration`],
//! [`deadlines`], [`graphql`]. How somebody proves to be an account is in the crate `access`.

pub mod account;
pub mod answering;
pub mod deadlines;
pub mod device;
pub mod email;
pub mod graphql;
pub mod narration;
pub mod projection;
pub mod values;

pub use account::{Account, AccountCommand, AccountEvent, AccountRefusal, Known, Stage, Unusable};
pub use deadlines::due;
pub use device::{Device, DeviceCommand, DeviceEvent, DeviceRefusal};
pub use graphql::{AccountsMutations, AccountsQueries};
pub use narration::{narrate, narrate_device};
pub use projection::{
    AccountRow, AccountState, Accounts, CredentialRow, Credentials, DeviceRow, DeviceState, Devices,
};
pub use values::{
    AccessTokenId, Digest, FacetId, Link, PasskeyId, RegisteredDeviceId, RoleFacet, TokenScope,
};

use graph::Locale;

/// The sentences of this context in the four languages.
pub const TEXTS: &[graph::wording::Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
