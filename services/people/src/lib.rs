//! People: who somebody is, as far as they want it known, and how they are forgotten.
//!
//! Somebody comes without a name. If they like, a code on a slip leads back to their visits, then a
//! name of their choice, then their name; every step can be taken back, and nothing ever requires
//! one. They say what may be shared with whom, and take it back; who may not be contacted is not.
//! Two files of one person become one by an alias, which can be undone. Reading who somebody is, is
//! an event with a purpose. And when they ask, or time has passed, their keys are destroyed: what is
//! left names nobody.
//!
//! Read on: [`codes`] and [`values`] (the words), [`person`] (the file and its rules),
//! [`retention`] (how long), [`disclosure`] (reading), [`contact_rule`] and [`outgoing`] (what
//! leaves), [`duplicates`], [`acts`] (several files at once), [`projection`] (what people see),
//! [`deadlines`], [`narration`], [`graphql`].

pub mod acts;
pub mod codes;
pub mod contact_rule;
pub mod deadlines;
pub mod disclosure;
pub mod duplicates;
pub mod graphql;
pub mod narration;
pub mod outgoing;
pub mod person;
pub mod projection;
pub mod retention;
pub mod values;

use graph::Locale;
use graph::wording::Texts;

pub use codes::*;
pub use contact_rule::{ContactRule, ContactRuleCommand, ContactRuleEvent, ContactRuleRefusal};
pub use deadlines::{due_person, due_person_act};
pub use disclosure::{Disclosure, DisclosureCommand, DisclosureEvent, DisclosureRefusal};
pub use graphql::{PeopleMutations, PeopleQueries};
pub use graphql::{PeopleMutations as Mutations, PeopleQueries as Queries};
pub use narration::{narrate_contact_rule, narrate_disclosure, narrate_person};
pub use outgoing::{Suppressed, may_leave};
pub use person::{CertifyErasure, Person, PersonCommand, PersonEvent, PersonRefusal};
pub use projection::{
    ContactRuleRow, ContactRules, DisclosureRow, Disclosures, PersonRow, Persons, SharingConsent,
};
pub use values::*;

/// The sentences of this context in the languages of the interface.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
