//! What may be asked of an account, beside what is shown once.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::ports::Known;
use graph::{Envelope, Outcome};
use kernel::act::Halt;
use kernel::{ActorId, CommandId, Secret, Text};

use crate::account::{
    Account, AccountCommand, AccountRefusal, ChangeAccountEmail, NamePasskey, RemoveAccount, RemovePasskey,
    RenameAccount, RevokeAccessToken, UnlinkOutsideIdentity, WithdrawFacet,
};
use crate::email::{accounts_of, comparable, subject};
use crate::values::GrantFacet;

graph::mutations! {
    /// What may be asked of an account.
    pub struct AccountMutations: Account, ActorId {
        /// Grants a role, with where and when it holds.
        grant_facet => Grant(GrantFacet),
        /// Withdraws a role; it cannot be used from the next request on.
        withdraw_facet => Withdraw(WithdrawFacet),
        /// Changes the name somebody is called by.
        rename_account => Rename(RenameAccount),
        /// Removes the password, when something else lets its owner in.
        remove_password => RemovePassword,
        /// Gives a passkey another name.
        name_passkey => NamePasskey(NamePasskey),
        /// Removes a passkey, when something else lets its owner in.
        remove_passkey => RemovePasskey(RemovePasskey),
        /// Stops asking for the second factor.
        remove_second_factor => RemoveSecondFactor,
        /// Unties the sign-in of an organisation.
        unlink_outside_identity => UnlinkOutsideIdentity(UnlinkOutsideIdentity),
        /// Cancels a recovery that was not needed; a locked account opens again as it was.
        cancel_recovery => CancelRecovery,
        /// Revokes a personal access token; it opens nothing from the next request on.
        revoke_access_token => RevokeToken(RevokeAccessToken),
        /// Removes an account; it is nobody from the next request on.
        remove_account => Remove(RemoveAccount),
    }
}

/// The sign-in name.
#[derive(Debug, Default, Clone, Copy)]
pub struct EmailMutations;

#[Object]
impl EmailMutations {
    /// Changes the e-mail address of an account, which is its sign-in name.
    async fn change_account_email(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account.")] id: ActorId,
        #[graphql(desc = "What is asked.")] input: ChangeAccountEmail,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let address = free(ctx, id, &input.email).await?;
        let (address, input) = match address {
            Ok(address) => (address, input),
            Err(refusal) => return refused(ctx, envelope, refusal).await,
        };
        let outcome =
            graph::perform::<Account>(ctx, envelope, id, AccountCommand::ChangeEmail(input)).await?;
        findable(ctx, id, &address, &outcome)?;
        Ok(outcome)
    }
}

/// An address in the form in which it is compared, when no other account of the network has it.
pub(super) async fn free(
    ctx: &Context<'_>,
    account: ActorId,
    email: &Secret,
) -> Result<std::result::Result<Text, AccountRefusal>> {
    let (caller, ports) = graph::caller::of(ctx)?;
    let address = match email {
        Secret::Clear(text) => comparable(text.as_str()),
        Secret::Sealed(_) | Secret::Erased => None,
    };
    let Some(address) = address else { return Ok(Err(AccountRefusal::AccountEmailUnfit)) };
    let others = accounts_of(ports, &caller.network, &address, Known::default()).await;
    let others = others.map_err(graph::perform::fault)?;
    if others.iter().any(|other| other.id != account) {
        return Ok(Err(AccountRefusal::AccountEmailTaken));
    }
    Ok(Ok(address))
}

/// Refuses before anything is asked of the account, in the same words and under the same envelope.
pub(super) async fn refused(
    ctx: &Context<'_>,
    envelope: Envelope,
    refusal: AccountRefusal,
) -> Result<Outcome> {
    graph::perform_act(ctx, envelope, Err(Halt::Refused(refusal.into()))).await
}

/// Makes an account findable by its address, once it has it.
pub(super) fn findable(ctx: &Context<'_>, account: ActorId, address: &Text, outcome: &Outcome) -> Result<()> {
    let (caller, ports) = graph::caller::of(ctx)?;
    if let Outcome::Done(_) = outcome {
        let subject = subject(&caller.network, account);
        ports
            .seals
            .index(&caller.network, &subject, std::slice::from_ref(address))
            .map_err(graph::perform::fault)?;
    }
    Ok(())
}
