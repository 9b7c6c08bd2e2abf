//! What is shown once and kept nowhere: the links of invitations and recoveries, and tokens. The
//! answer carries the token as a fact; the same command sent again is answered without it.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{Envelope, Fact, Outcome, Ports, Trouble};
use kernel::{Act, ActorId, CommandId, Involved};
use serde_json::Value;

use super::mutations::{findable, free, refused};
use crate::account::{
    Account, AccountCommand, AskRecovery, InviteAccount, IssueAccessToken, NewLink, NewToken,
};
use crate::email::subject;
use crate::values::Digest;

/// How many codes of chance make a token: 8 of 31^7 are 277 bits.
const CODES: usize = 8;

/// A token nobody can foresee, in letters that can be read aloud.
pub fn token(ports: &Ports) -> String {
    (0..CODES).map(|_| ports.chance.return_code().to_string().replace('-', "")).collect()
}

/// What is shown once.
#[derive(Debug, Default, Clone, Copy)]
pub struct LinkMutations;

#[Object]
#[allow(clippy::too_many_arguments, reason = "the envelope of every command")]
impl LinkMutations {
    /// Invites somebody by a link that is good once, for seven days. The answer carries the link's
    /// token as the fact `token`, this once: hand it over in person or by a channel you trust.
    async fn invite_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account, by an id of the client's making.")] id: ActorId,
        #[graphql(desc = "What is asked.")] input: InviteAccount,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let address = match free(ctx, id, &input.email).await? {
            Ok(address) => address,
            Err(refusal) => return refused(ctx, envelope, refusal).await,
        };
        let outcome = with_link(ctx, envelope, id, |link| AccountCommand::Invite(input, id, link)).await?;
        findable(ctx, id, &address, &outcome)?;
        Ok(outcome)
    }

    /// Makes a new link for an invitation; the one before opens nothing any more. The answer carries
    /// its token as the fact `token`, this once.
    async fn renew_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account.")] id: ActorId,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        with_link(ctx, envelope, id, AccountCommand::RenewInvitation).await
    }

    /// Asks that somebody can get into their account again. For an account that decides for others,
    /// a second coordinator must approve; for others the answer carries the link's token at once, as the
    /// fact `token`, to be handed over in person.
    async fn ask_recovery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account.")] id: ActorId,
        #[graphql(desc = "What is asked.")] input: AskRecovery,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        with_link(ctx, envelope, id, |link| AccountCommand::AskRecovery(input, link)).await
    }

    /// Approves, as a second coordinator, that somebody can get in again: the account is locked until
    /// its link is used. The answer carries the link's token as the fact `token`, this once.
    async fn approve_recovery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account.")] id: ActorId,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        with_link(ctx, envelope, id, AccountCommand::ApproveRecovery).await
    }

    /// Issues a personal access token of one's own account. The answer carries it as the fact
    /// `token`, this once.
    async fn issue_access_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The account.")] id: ActorId,
        #[graphql(desc = "What is asked.")] input: IssueAccessToken,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let (_, ports) = graph::caller::of(ctx)?;
        let token = token(ports);
        let digest = Digest::of(&token);
        let last_four = token[token.len() - 4..].to_owned();
        let command = AccountCommand::IssueToken(input, NewToken { digest, last_four });
        once(ctx, envelope, id, token, command, "AccessTokenIssued").await
    }
}

/// A command with a new link.
async fn with_link(
    ctx: &Context<'_>,
    envelope: Envelope,
    account: ActorId,
    command: impl FnOnce(NewLink) -> AccountCommand,
) -> Result<Outcome> {
    let (_, ports) = graph::caller::of(ctx)?;
    let token = token(ports);
    let command = command(NewLink { digest: Digest::of(&token) });
    let made = match &command {
        AccountCommand::Invite(..) => "AccountInvited",
        AccountCommand::RenewInvitation(_) => "InvitationRenewed",
        _ => "RecoveryApproved",
    };
    once(ctx, envelope, account, token, command, made).await
}

/// Performs a command and shows its token once: when it was done now, and an event came of it that
/// keeps the token's digest. The command is told apart by what was asked, not by chance, so that
/// asking again is answered as done.
async fn once(
    ctx: &Context<'_>,
    envelope: Envelope,
    account: ActorId,
    token: String,
    mut command: AccountCommand,
    made: &str,
) -> Result<Outcome> {
    let (caller, ports) = graph::caller::of(ctx)?;
    graph::seal_all(ports, &subject(&caller.network, account), &mut command)?;
    let involved = Involved::any::<Account>(&caller.network, account).expecting(envelope.expected());
    let asked = without_chance(&command)?;
    let act = Act::across(envelope.command_id, vec![involved], &asked, move |scene| {
        scene.decide::<Account>(account, command.clone())
    });
    let mut outcome = graph::perform_act(ctx, envelope, act).await?;
    if let Outcome::Done(done) = &mut outcome
        && !done.repeated
        && done.events.iter().any(|event| event == made)
    {
        // It says in which network it is good: whoever comes with it has said nothing else yet.
        let value = format!("{}.{token}", caller.network);
        done.facts.push(Fact { name: "token".to_owned(), value });
    }
    Ok(outcome)
}

/// What is asked, without the digest that chance brought into it: always the last part.
fn without_chance(command: &AccountCommand) -> Result<Value> {
    let mut asked = serde_json::to_value(command)
        .map_err(|error| graph::perform::fault(Trouble::Fault(error.to_string())))?;
    for parts in asked.as_object_mut().into_iter().flat_map(|command| command.values_mut()) {
        match parts {
            Value::Array(parts) => drop(parts.pop()),
            alone => *alone = Value::Null,
        }
    }
    Ok(asked)
}
