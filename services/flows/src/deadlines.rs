//! What is asked of a row whose time has come.

use chrono::{DateTime, Utc};
use graph::lists::table;
use graph::ports::Table;
use kernel::act::Halt;
use kernel::{Act, CommandId, Decider, Expected, NetworkId, Projection, StreamId};
use readmodel::DueRow;

/// The lists that have deadlines.
pub fn tables() -> Vec<Table> {
    vec![
        table::<dropin::Appointments>(),
        table::<dropin::Interpretations>(),
        table::<directory::Services>(),
        table::<referrals::Referrals>(),
        table::<mutual_aid::Members>(),
        table::<mutual_aid::Pairings>(),
        table::<meetings::Commitments>(),
        table::<people::Persons>(),
    ]
}

/// The act that a due row asks for, under a given command id; nothing when the context sees
/// nothing to do.
///
/// # Errors
/// When the row cannot be read, or the command cannot be digested: a fault of ours.
pub fn act(row: &DueRow, id: CommandId, now: DateTime<Utc>) -> Result<Option<Act>, Halt> {
    let due = Due { row, id };
    if row.table == dropin::Appointments::NAME {
        due.on::<dropin::Appointment>(dropin::due_appointment(&due.read::<dropin::Appointments>()?, now))
    } else if row.table == dropin::Interpretations::NAME {
        due.on::<dropin::Interpretation>(dropin::due_interpretation(
            &due.read::<dropin::Interpretations>()?,
            now,
        ))
    } else if row.table == directory::Services::NAME {
        due.on::<directory::Service>(directory::due_service(&due.read::<directory::Services>()?, now))
    } else if row.table == referrals::Referrals::NAME {
        due.on::<referrals::Referral>(referrals::due(&due.read::<referrals::Referrals>()?, now))
    } else if row.table == mutual_aid::Members::NAME {
        due.on::<mutual_aid::Member>(mutual_aid::due_member(&due.read::<mutual_aid::Members>()?, now))
    } else if row.table == mutual_aid::Pairings::NAME {
        mutual_aid::due_pairing_act(&row.network, id, &due.read::<mutual_aid::Pairings>()?, now).transpose()
    } else if row.table == meetings::Commitments::NAME {
        due.on::<meetings::Commitment>(meetings::due_commitment(&due.read::<meetings::Commitments>()?, now))
    } else if row.table == people::Persons::NAME {
        people::due_person_act(&row.network, id, &due.read::<people::Persons>()?, now).transpose()
    } else {
        Ok(None)
    }
}

struct Due<'a> {
    row: &'a DueRow,
    id: CommandId,
}

impl Due<'_> {
    fn read<P: Projection>(&self) -> Result<P::Row, Halt> {
        serde_json::from_slice(&self.row.body)
            .map_err(|error| Halt::Unstorable { event: P::NAME, cause: error.to_string() })
    }

    fn on<D: Decider>(&self, command: Option<D::Command>) -> Result<Option<Act>, Halt> {
        let stream = stream::<D>(&self.row.network, &self.row.key);
        command.map(|command| Act::on::<D>(self.id, stream, Expected::Any, command)).transpose()
    }
}

fn stream<D: Decider>(network: &NetworkId, id: &str) -> StreamId {
    StreamId::new(network, D::KIND, id)
}
