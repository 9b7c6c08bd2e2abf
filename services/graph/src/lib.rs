//! The GraphQL words every context shares: how a command is sent and answered, how a list is
//! read, as of when, and in which language; and the ports behind which the adapters stand.
//!
//! A context's `graphql.rs` uses [`mutations!`](crate::mutations) and [`lists!`](crate::lists) and
//! translates nothing else. Read on: [`ports`], [`perform()`], [`outcome`], [`lists`], [`wording`].

pub mod caller;
pub mod lists;
pub mod mutations;
pub mod outcome;
pub mod page;
pub mod perform;
pub mod ports;
pub mod wording;

pub use caller::{Caller, Scope};
pub use lists::{AsOf, Count, Filter, Page, Paging, counts, one, page, rows};
pub use outcome::{Done, Fact, Outcome, Refusal};
pub use perform::{Envelope, perform, perform_act, seal_all};
pub use ports::{
    Chance, Clock, Commands, Erased, Known, PageAsk, Ports, RawPage, Receipt, Rows, Seals, StaffNames, Table,
    Trouble,
};
pub use wording::{Locale, Wording};

#[doc(hidden)]
pub use {async_graphql, chrono};
