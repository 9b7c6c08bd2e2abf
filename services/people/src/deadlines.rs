//! What the platform itself asks when the time of a person's file has come. Pure; a flow sends it
//! in the role System. After it, the time of the row has moved on.

use chrono::{DateTime, Utc};
use kernel::act::Halt;
use kernel::{Act, CommandId, Decider, Expected, NetworkId, Projection, StreamId};

use crate::acts;
use crate::codes::{DataKind, ErasureReason, SharingConsentState};
use crate::person::{ErasePerson, Person, PersonCommand};
use crate::projection::{PersonRow, Persons};
use crate::retention::Step;

/// What is due for a person, the oldest first. An erasure takes the aliases along: send the act of
/// [`due_person_act`], not this command alone.
pub fn due_person(row: &PersonRow, now: DateTime<Utc>) -> Option<PersonCommand> {
    if Persons::due(row)? > now {
        return None;
    }
    let lapsed = row.consents.iter().find(|consent| {
        let asked = consent.overridden.as_ref();
        consent.state == SharingConsentState::OverrideAsked
            && asked.is_some_and(|asked| asked.confirm_by <= now)
    });
    if let Some(consent) = lapsed {
        return Some(PersonCommand::LapseOverride { consent: consent.id });
    }
    let late = row.data_requests.iter();
    let late = late.filter(|request| request.answer.is_none() && !request.overdue && request.due <= now);
    if let Some(request) = late.min_by_key(|request| request.due) {
        return Some(PersonCommand::FlagDataRequest { request: request.id });
    }
    Some(match row.kept().step() {
        Step::Warn(kind, _) => PersonCommand::WarnOfErasure { kind },
        Step::Lapse(DataKind::Case | DataKind::Notes, _) => {
            let ask = ErasePerson { reason: ErasureReason::Retention };
            PersonCommand::DecideErasure { ask, with: row.aliases.clone() }
        }
        Step::Lapse(kind, _) => PersonCommand::LapseData { kind },
    })
}

/// What is due for a person, as the act to send.
pub fn due_person_act(
    network: &NetworkId,
    command: CommandId,
    row: &PersonRow,
    now: DateTime<Utc>,
) -> Option<Result<Act, Halt>> {
    Some(match due_person(row, now)? {
        PersonCommand::DecideErasure { ask, with } => {
            acts::erase_person(command, network, row.id, Expected::Any, ask, with)
        }
        ask => {
            let stream = StreamId::new(network, Person::KIND, row.id);
            Act::on::<Person>(command, stream, Expected::Any, ask)
        }
    })
}
