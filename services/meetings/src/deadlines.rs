//! What the platform itself asks when a row's time has come.

use chrono::{DateTime, Utc};
use kernel::Projection;

use crate::projection::{CommitmentRow, Commitments};
use crate::{CommitmentCommand, CommitmentState};

/// A commitment whose day has passed falls due; from then on its member is asked what became of it.
pub fn due_commitment(row: &CommitmentRow, now: DateTime<Utc>) -> Option<CommitmentCommand> {
    let come = row.state == CommitmentState::Open && Commitments::due(row).is_some_and(|due| due <= now);
    come.then_some(CommitmentCommand::FallDue)
}
