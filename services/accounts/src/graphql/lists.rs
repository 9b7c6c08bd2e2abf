//! What can be read of accounts.

use async_graphql::{Context, Object, Result};
use kernel::{PartnerId, Position, Role};

use crate::projection::{AccountRow, AccountState, Accounts};

graph::lists! {
    /// What can be read of accounts.
    pub struct AccountQueries: Accounts, AccountRow, newest_first {
        /// One account.
        account,
        /// Accounts, newest first: people and roles of the network.
        accounts,
        /// How many accounts, by a facet.
        account_counts,
    }
    /// Which accounts.
    filter AccountFilter {
        /// In one of these states.
        state: AccountState,
        /// Having one of these roles.
        role: Role,
        /// Answering for one of these organisations.
        partner: PartnerId,
    }
    /// What accounts are counted by.
    facet AccountFacet {
        /// How far they are.
        State = state,
        /// Their roles.
        Role = role,
    }
}

/// What somebody can read of themselves.
#[derive(Debug, Default, Clone, Copy)]
pub struct OwnAccountQueries;

#[Object]
impl OwnAccountQueries {
    /// The account of whoever asks; null for anybody.
    async fn my_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Option<Result<AccountRow>> {
        let actor = match graph::caller::of(ctx) {
            Ok((caller, _)) => caller.actor,
            Err(error) => return Some(Err(error)),
        };
        graph::one::<Accounts>(ctx, actor, None, at_least).await.transpose()
    }
}
