//! Mutations that change what somebody is found by: the index follows each of them. A retry of the
//! same command mends an index that could not be written.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::perform::fault;
use graph::{Envelope, Outcome, lists};
use kernel::{CommandId, Decider, PersonId, Position, StreamId};

use super::finding::words_of;
use crate::person::{GiveContact, GiveName, Person, PersonCommand, TakePseudonym, WithdrawContact};
use crate::projection::Persons;

/// Makes a person findable by the words of their file as of a position, and by no others.
async fn index(ctx: &Context<'_>, person: PersonId, position: Position) -> Result<()> {
    let (caller, ports) = graph::caller::of(ctx)?;
    let known = lists::known(None, Some(position));
    let keys = [person.to_string()];
    // Read past what the caller may see: the index is of the person, not of the reader.
    let rows =
        ports.rows.rows(lists::table::<Persons>(), &caller.network, &keys, known).await.map_err(fault)?;
    let words = match rows.first() {
        Some(row) => words_of(&lists::read_row(ports, &row.body)?),
        None => Vec::new(),
    };
    let subject = StreamId::new(&caller.network, Person::KIND, person).to_string();
    ports.seals.index(&caller.network, &subject, &words).map_err(fault)
}

/// Sends a command to a person's file, and lets the index follow.
async fn perform(
    ctx: &Context<'_>,
    envelope: Envelope,
    person: PersonId,
    command: PersonCommand,
) -> Result<Outcome> {
    let outcome = graph::perform::<Person>(ctx, envelope, person, command).await?;
    if let Outcome::Done(done) = &outcome {
        index(ctx, person, done.position).await?;
    }
    Ok(outcome)
}

/// Declares the mutations whose words somebody is found by.
macro_rules! indexed {
    ($( $(#[doc = $doc:literal])+ $field:ident => $variant:ident $(($input:ty))? ),+ $(,)?) => {
        /// What changes what somebody is found by.
        #[derive(Debug, Default, Clone, Copy)]
        pub struct IndexedMutations;

        #[Object]
        impl IndexedMutations {
            $(
                $(#[doc = $doc])+
                async fn $field(
                    &self,
                    ctx: &Context<'_>,
                    #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
                    command_id: CommandId,
                    #[graphql(desc = "The person.")] id: PersonId,
                    $(#[graphql(desc = "What is asked.")] input: $input,)?
                    #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
                    expected_version: Option<u64>,
                    #[graphql(desc = "When it happened, by the device; now when left out.")]
                    occurred_at: Option<DateTime<Utc>>,
                ) -> Result<Outcome> {
                    let command = PersonCommand::$variant $(({ let input: $input = input; input }))?;
                    let envelope = Envelope { command_id, expected_version, occurred_at };
                    perform(ctx, envelope, id, command).await
                }
            )+
        }
    };
}

indexed! {
    /// Writes down the name the person chose to be called by here.
    take_pseudonym => TakePseudonym(TakePseudonym),
    /// Takes that name out: the person is known one step less.
    withdraw_pseudonym => WithdrawPseudonym,
    /// Writes down the person's name.
    give_person_name => GiveName(GiveName),
    /// Takes the person's name out: the person is known one step less.
    withdraw_person_name => WithdrawName,
    /// Writes down a way to reach the person, and when it is safe.
    give_person_contact => GiveContact(GiveContact),
    /// Takes a way to reach the person out.
    withdraw_person_contact => WithdrawContact(WithdrawContact),
}
