//! Referrals: a person is sent on to somebody who can help, and nobody is lost on the way.
//!
//! A host writes down what for and to whom; the person agrees; it is sent, and a clock runs. The
//! partner sees it, looks into it, asks for something, says yes, or says no with a reason. The
//! person gets an appointment, comes or does not, gets help or does not; partner, person and host
//! each tell what became of it, and no voice overwrites another. When nobody answers it expires,
//! which is never a no. When somebody else is asked instead, the open one is superseded in the same
//! act, so that a late answer hears that it is late.
//!
//! Read on: [`codes`] and [`values`] (the words), [`commands`], [`events`], [`refusal`],
//! [`state`] and [`aggregate`] (the machine, with its rules in `rules/`), [`delays`] and
//! [`working_days`] (by when), [`acts`] (two referrals at once), [`projection`] and [`row`] (what
//! people see), [`deadlines`] (what the platform does by itself), [`narration`], [`graphql`].

pub mod acts;
pub mod aggregate;
pub mod clock;
pub mod codes;
pub mod commands;
pub mod deadlines;
pub mod delays;
pub mod events;
pub mod graphql;
pub mod narration;
pub mod projection;
pub mod refusal;
pub mod row;
mod rules;
pub mod state;
pub mod values;
pub mod working_days;

use graph::Locale;
use graph::wording::Texts;

pub use acts::{draft_referral, reorient_referral};
pub use aggregate::Referral;
pub use clock::AnswerClock;
pub use codes::*;
pub use commands::*;
pub use deadlines::due;
pub use delays::{Deadlines, Delays};
pub use events::ReferralEvent;
pub use graphql::{ReferralFacet, ReferralFilter, ReferralsMutations, ReferralsQueries};
pub use graphql::{ReferralsMutations as Mutations, ReferralsQueries as Queries};
pub use narration::narrate;
pub use projection::Referrals;
pub use refusal::ReferralRefusal;
pub use row::*;
pub use values::*;
pub use working_days::{Holidays, WorkingDays};

/// The sentences of this context in the languages of the interface.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::FrCa, include_str!("../locales/fr-CA.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
