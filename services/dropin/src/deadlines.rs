//! What the platform itself asks when a row is due.

use chrono::{DateTime, Utc};
use kernel::Projection;

use crate::appointment::AppointmentCommand;
use crate::interpretation::InterpretationCommand;
use crate::projection::{AppointmentRow, Appointments, InterpretationRow, Interpretations};

/// An appointment nobody came for within a day frees its place.
pub fn due_appointment(row: &AppointmentRow, now: DateTime<Utc>) -> Option<AppointmentCommand> {
    (Appointments::due(row)? <= now).then_some(AppointmentCommand::RecordNoShow)
}

/// An interpretation nobody confirmed until its end is a language need that was not met.
pub fn due_interpretation(row: &InterpretationRow, now: DateTime<Utc>) -> Option<InterpretationCommand> {
    (Interpretations::due(row)? <= now).then_some(InterpretationCommand::LeaveUnmet)
}
