//! What people see: meetings, and commitments.

mod commitments;
mod meetings;
mod rows;

pub use commitments::{CommitmentRow, Commitments};
pub use meetings::Meetings;
pub use rows::{
    AgendaItem, LanguageCount, MeetingAttendance, MeetingCancelled, MeetingDecision, MeetingMinutes,
    MeetingRegistration, MeetingRow, PublishedMinutes,
};
