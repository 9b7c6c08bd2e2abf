//! Translation only: from GraphQL to commands, and from rows to answers.

pub mod devices;
pub mod lists;
pub mod mutations;
pub mod shown_once;

pub use lists::{AccountFacet, AccountFilter, AccountQueries, OwnAccountQueries};

use async_graphql::MergedObject;

/// What can be read of accounts.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct AccountsQueries(lists::AccountQueries, lists::OwnAccountQueries, devices::DeviceQueries);

/// What may be asked of accounts.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct AccountsMutations(
    mutations::AccountMutations,
    mutations::EmailMutations,
    shown_once::LinkMutations,
    devices::DeviceMutations,
);
