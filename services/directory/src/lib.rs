//! The directory: who can help, and how we came to know them.
//!
//! Somebody thinks of a partner; it is contacted, met, and becomes one or declines; partnerships
//! fall asleep and wake. A partner has service sheets: what it offers, in four languages, with the
//! languages spoken there, what to bring, on what terms and when. A sheet is drafted, published,
//! verified every six months, closed for a while, retired. How much room there is holds for
//! fourteen days. What a referral's answer contradicts is flagged. A missing language is a visible
//! gap. Sheets come in from other directories without a lost row.
//!
//! Read on in this order: [`partner`], [`service`], [`projection`], [`deadlines`], [`hsds`].

pub mod contact;
pub mod deadlines;
pub mod delays;
pub mod graphql;
pub mod hsds;
pub mod imported;
pub mod narration;
pub mod partner;
pub mod projection;
pub mod service;
pub mod speech;

use graph::Locale;
use graph::wording::Texts;

pub use deadlines::{due_partner, due_service};
pub use graphql::{DirectoryMutations, DirectoryQueries};
pub use narration::{narrate_partner, narrate_service};
pub use partner::{Partner, PartnerCommand, PartnerEvent, PartnerRefusal};
pub use projection::{ImportedRow, ImportedRows, PartnerRow, Partners, ServiceRow, Services};
pub use service::{Service, ServiceCommand, ServiceEvent, ServiceRefusal};

/// The sentences of the directory's refusals.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
