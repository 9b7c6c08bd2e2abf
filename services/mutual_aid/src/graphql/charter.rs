//! The charter of the network: what may be asked of it and what can be read. A network has one,
//! so it is never named by an id.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{AsOf, Envelope, Known, Outcome, Page, PageAsk, Paging};
use kernel::{CommandId, Position};

use crate::charter::{
    AdoptCharterVersion, BringCharterVersionIntoForce, Charter, CharterCommand, CharterVersionRow,
    CharterVersions, DraftCharterVersion, ProposeCharterAmendment, charter_of, standing_of,
};

async fn perform(ctx: &Context<'_>, envelope: Envelope, command: CharterCommand) -> Result<Outcome> {
    let (caller, _) = graph::caller::of(ctx)?;
    let id = charter_of(&caller.network);
    graph::perform::<Charter>(ctx, envelope, id, command).await
}

/// The newest versions of the charter, oldest first: as many as can still matter.
pub(super) async fn versions(ctx: &Context<'_>, known: Known) -> Result<Vec<CharterVersionRow>> {
    let ask = PageAsk { newest_first: true, ..PageAsk::default() };
    let paging = Paging { first: Some(50), ..Paging::default() };
    let page = graph::page::<CharterVersions>(ctx, ask, paging, known).await?;
    Ok(page.edges.into_iter().rev().map(|edge| edge.node).collect())
}

/// What may be asked of the charter.
#[derive(Debug, Default, Clone, Copy)]
pub struct CharterMutations;

#[Object]
impl CharterMutations {
    /// Writes the next version of the charter down, or its draft anew.
    async fn draft_charter_version(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "What is asked.")] input: DraftCharterVersion,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        perform(ctx, envelope, CharterCommand::Draft(input)).await
    }

    /// Proposes a change to the charter.
    async fn propose_charter_amendment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "What is asked.")] input: ProposeCharterAmendment,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        perform(ctx, envelope, CharterCommand::ProposeAmendment(input)).await
    }

    /// A meeting adopts the draft of the charter.
    async fn adopt_charter_version(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "What is asked.")] input: AdoptCharterVersion,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        perform(ctx, envelope, CharterCommand::Adopt(input)).await
    }

    /// Says from when an adopted version of the charter counts, and until when the one before is good.
    async fn bring_charter_version_into_force(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "What is asked.")] input: BringCharterVersionIntoForce,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        perform(ctx, envelope, CharterCommand::BringIntoForce(input)).await
    }
}

/// What can be read of the charter.
#[derive(Debug, Default, Clone, Copy)]
pub struct CharterQueries;

#[Object]
impl CharterQueries {
    /// One version of the charter.
    async fn charter_version(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its number.")] number: u32,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Option<CharterVersionRow>> {
        graph::one::<CharterVersions>(ctx, number, as_of, at_least).await
    }

    /// The versions of the charter, newest first.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn charter_versions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many rows, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many rows, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Page<CharterVersionRow>> {
        let ask = PageAsk { newest_first: true, ..PageAsk::default() };
        let paging = Paging { first, after, last, before };
        graph::page::<CharterVersions>(ctx, ask, paging, graph::lists::known(as_of, at_least)).await
    }

    /// The version of the charter in force.
    async fn charter_in_force(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At that instant; now when left out.")] at: Option<DateTime<Utc>>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Option<CharterVersionRow>> {
        let (_, ports) = graph::caller::of(ctx)?;
        let rows = versions(ctx, graph::lists::known(as_of, at_least)).await?;
        let standing = standing_of(&rows, at.unwrap_or_else(|| ports.clock.now()));
        Ok(rows.into_iter().find(|row| Some(row.number) == standing.in_force))
    }
}
