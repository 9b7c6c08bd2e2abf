//! What people see: meetings, their notices on the door, and commitments.

mod commitments;
mod meetings;
mod notices;
mod rows;

pub use commitments::{CommitmentRow, Commitments};
pub use meetings::Meetings;
pub use notices::{MeetingNotice, MeetingNotices};
pub use rows::{
    AgendaItem, LanguageCount, MeetingAttendance, MeetingCancelled, MeetingDecision, MeetingMinutes,
    MeetingRegistration, MeetingRow, PublishedMinutes,
};
