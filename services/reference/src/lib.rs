//! Reference data as versioned files: the needs taxonomy, delays, holidays. Numbers and words
//! that change by region or by year live in `data/`, never in code; a decision stores the
//! version it used.
//!
//! Read on: [`needs`] (the codes and their rules), `graphql` (how a screen reads them).

mod graphql;
pub mod needs;

pub use graphql::ReferenceQueries;
pub use needs::{Branch, Need, NeedCode, NeedRef, Taxonomy, TaxonomyError};
