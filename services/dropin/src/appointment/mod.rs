//! A booked time at a site, in the same openings that receive people without one.
//!
//! Read on: [`words`], [`commands`], [`events`], [`refusal`], [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod refusal;
pub mod words;

pub use aggregate::Appointment;
pub use commands::{AppointmentCommand, BookAppointment, CancelAppointment, MoveAppointment, RecordArrival};
pub use events::AppointmentEvent;
pub use refusal::AppointmentRefusal;
pub use words::{AppointmentCancellation, AppointmentReminder, AppointmentState, CancelledBy};
