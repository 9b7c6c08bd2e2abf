//! The path: what happened to somebody, across visits, needs, referrals, pairings and meetings,
//! as one timeline; the history of any object; and who must move next.
//!
//! Every context narrates its events in stable codes; here they are folded into two lists, one of
//! entries and one of what belongs to which case and person. Read on: [`told`], [`entries`],
//! [`threads`], [`timeline`], [`inbox`], [`graphql`], [`live`].

pub mod entries;
pub mod graphql;
pub mod inbox;
pub mod live;
pub mod threads;
pub mod timeline;
pub mod told;

pub use entries::{Entries, EntryRow, ObjectRef};
pub use graphql::PathQueries;
pub use inbox::{InboxItem, Source};
pub use live::PathSubscriptions;
pub use threads::{ThreadRow, Threads};
pub use timeline::{Path, PathBy};
