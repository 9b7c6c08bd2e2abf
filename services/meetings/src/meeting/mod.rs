//! One collective meeting: its date, agenda and seats, those who came, what they decided, and the
//! minutes.

mod aggregate;
pub mod commands;
mod events;
mod gathering;
mod minutes;
mod program;
mod refusal;
pub mod values;

pub use aggregate::{Meeting, MeetingFacts};
pub use commands::MeetingCommand;
pub use events::MeetingEvent;
pub use gathering::{Gathering, MOST_NAMED, join, leave};
pub use minutes::{Minutes, redacted};
pub use program::{AgendaEntry, MOST_ITEMS, Program, Seat};
pub use refusal::MeetingRefusal;
pub use values::*;
