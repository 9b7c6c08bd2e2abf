//! What people see: sites, sessions with their counts, visits, needs, appointments,
//! interpretations, and where a return code leads. Each list is a fold of the events of this
//! context.

pub mod appointments;
pub mod interpretations;
pub mod needs;
pub mod return_codes;
pub mod sessions;
pub mod sites;
pub mod summary;
pub mod visits;

pub use appointments::{AppointmentRow, Appointments};
pub use interpretations::{InterpretationRow, Interpretations};
pub use needs::{NeedOrientation, NeedRow, NeedTowards, Needs};
pub use return_codes::{ReturnCodeRow, ReturnCodes};
pub use sessions::{SessionInterpreter, SessionListEvent, SessionRow, Sessions};
pub use sites::{SiteRow, SiteState, Sites};
pub use summary::{SessionAppointments, SessionSummary, SessionTally};
pub use visits::{VisitNeed, VisitNote, VisitRow, Visits};

/// The id a stream's key stands for; keys of our streams are ids we made ourselves.
fn id_of<T: std::str::FromStr>(key: &str) -> Option<T> {
    key.parse().ok()
}
