//! Translation to and from GraphQL, and nothing else.

pub mod appointment;
pub mod interpretation;
pub mod lists;
pub mod session;
pub mod site;
pub mod visit;

use async_graphql::MergedObject;
use chrono::{DateTime, Utc};
use graph::Envelope;
use kernel::CommandId;

/// What can be read of the drop-in.
#[derive(MergedObject, Default, Clone)]
pub struct DropinQueries(
    lists::SiteQueries,
    lists::SessionQueries,
    lists::VisitQueries,
    lists::NeedQueries,
    lists::AppointmentQueries,
    lists::InterpretationQueries,
    site::OpeningQueries,
    visit::ReturnCodeQueries,
);

/// What may be asked of the drop-in.
#[derive(MergedObject, Default, Clone)]
pub struct DropinMutations(
    site::SiteMutations,
    session::SessionMutations,
    session::SessionActs,
    visit::VisitMutations,
    visit::VisitActs,
    appointment::AppointmentMutations,
    appointment::AppointmentActs,
    interpretation::InterpretationMutations,
);

/// What an act on several aggregates carries beside its input.
fn envelope(
    command_id: CommandId,
    expected_version: Option<u64>,
    occurred_at: Option<DateTime<Utc>>,
) -> Envelope {
    Envelope { command_id, expected_version, occurred_at }
}

/// The version the asker has seen is that of the first stream: the one the command is about.
fn expecting(
    act: Result<kernel::Act, kernel::Halt>,
    envelope: Envelope,
) -> Result<kernel::Act, kernel::Halt> {
    act.map(|mut act| {
        if let Some(main) = act.involved.first_mut() {
            main.expected = envelope.expected();
        }
        act
    })
}
