//! What is measured of the journal, and what every measurement needs.
//!
//! Read on: [`work`] (what is done), [`load`] (who asks, and how it is timed), [`append`],
//! [`growth`], [`limit`], [`replay`].

pub mod append;
pub mod growth;
pub mod limit;
pub mod load;
pub mod replay;
pub mod work;
