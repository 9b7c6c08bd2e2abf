//! What people see: persons, what was read of them, and the needs nothing leaves about.

mod contact_rules;
mod disclosures;
mod fold;
mod persons;
mod row;

pub use contact_rules::{ContactRuleRow, ContactRules};
pub use disclosures::{DisclosureRow, Disclosures};
pub use persons::Persons;
pub use row::{
    DataRequest, ErasureCertificate, PersonContact, PersonErasure, PersonRow, SharingConsent, SharingOverride,
};
