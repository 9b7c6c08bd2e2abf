//! Acts on several files at once.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::perform::fault;
use graph::{Envelope, Known, Outcome, lists};
use kernel::{CommandId, PersonId};

use crate::acts;
use crate::person::{ErasePerson, MergePersons, UndoMerge};
use crate::projection::{PersonRow, Persons};

/// Merging files of one person, undoing it, and erasing a person with all their files.
#[derive(Debug, Default, Clone, Copy)]
pub struct MergingMutations;

#[Object]
impl MergingMutations {
    /// Says that a file is of the same person as another one: it becomes an alias of that one. Both
    /// histories stay as they are, and it can be undone.
    async fn merge_persons(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The file that becomes an alias.")] id: PersonId,
        #[graphql(desc = "What is asked.")] input: MergePersons,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let act = acts::merge_persons(command_id, &caller.network, id, envelope.expected(), input);
        graph::perform_act(ctx, envelope, act).await
    }

    /// Says that two files are of two persons after all: both are exactly as they were.
    async fn undo_merge(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The file that is an alias.")] id: PersonId,
        #[graphql(desc = "What is asked.")] input: UndoMerge,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let act = acts::undo_merge(command_id, &caller.network, id, envelope.expected(), input);
        graph::perform_act(ctx, envelope, act).await
    }

    /// Erases a person and the files that are aliases of theirs: the keys are destroyed by the
    /// platform right after, and nothing brings the words back. Counts stay as they are.
    async fn erase_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The person.")] id: PersonId,
        #[graphql(desc = "What is asked.")] input: ErasePerson,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let (table, keys) = (lists::table::<Persons>(), [id.to_string()]);
        let rows = ports.rows.rows(table, &caller.network, &keys, Known::default()).await.map_err(fault)?;
        let aliases = match rows.first() {
            Some(row) => lists::read_row::<PersonRow>(ports, &row.body)?.aliases,
            None => Vec::new(),
        };
        let act = acts::erase_person(command_id, &caller.network, id, envelope.expected(), input, aliases);
        graph::perform_act(ctx, envelope, act).await
    }
}
