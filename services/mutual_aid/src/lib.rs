//! Mutual aid: people who went through something go along with those who go through it now.
//!
//! Somebody joins the network, says what languages they speak and when they are free, accepts the
//! charter that the members made together, and offers to go along. A host asks for somebody to go
//! along with a person. The coordinator sees who fits and why, and proposes one of them; a place
//! is kept with the volunteer. When both sides have accepted, the pairing begins. They log their
//! contacts; silence is noticed, a pause is not silence. One side ends it, both say how it was,
//! and it is closed with what came of it.
//!
//! In reading order: [`offer`], [`charter`], [`member`], [`pairing`], [`score`], [`acts`] across
//! them, [`deadlines`], [`narration`], [`recruitment`], [`graphql`]; the numbers are in [`limits`] and
//! [`weights`].

pub mod acts;
pub mod charter;
pub mod deadlines;
pub mod graphql;
pub mod limits;
pub mod member;
pub mod narration;
pub mod offer;
pub mod pairing;
pub mod recruitment;
pub mod score;
mod sight;
pub mod weights;

pub use acts::OnPairing;
pub use charter::{
    Charter, CharterCommand, CharterEvent, CharterRefusal, CharterVersionRow, CharterVersions, charter_of,
};
pub use deadlines::{due_member, due_pairing, due_pairing_act};
pub use graphql::{MutualAidMutations, MutualAidQueries};
pub use limits::Limits;
pub use member::{Member, MemberCommand, MemberEvent, MemberRefusal, MemberRow, Members};
pub use narration::{narrate_charter, narrate_member, narrate_pairing};
pub use pairing::{
    Pairing, PairingCommand, PairingEvent, PairingRefusal, PairingRow, PairingState, Pairings,
};

use graph::Locale;

/// The sentences of this context in the four languages.
pub const TEXTS: &[graph::wording::Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
