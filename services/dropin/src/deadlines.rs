//! What the platform itself asks when a row is due.

use chrono::{DateTime, Utc};
use kernel::Projection;

use crate::appointment::AppointmentCommand;
use crate::projection::{AppointmentRow, Appointments};

/// An appointment nobody came for within a day frees its place.
pub fn due_appointment(row: &AppointmentRow, now: DateTime<Utc>) -> Option<AppointmentCommand> {
    (Appointments::due(row)? <= now).then_some(AppointmentCommand::RecordNoShow)
}
