//! The rules of a meeting, one sentence each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod agenda;
mod attendance;
mod date;
mod decisions;
mod minutes;
mod seats;
#[path = "../words/mod.rs"]
mod words;

use kernel::given::instant;
use kernel::{Decider, given};
use meetings::meeting::commands::*;
use meetings::meeting::{
    AttendanceWithdrawal, DecisionMethod, MeetingCancellation, MinutesLanguage, Redaction, RegistrationId,
};
use meetings::{Meeting, MeetingCommand as Ask, MeetingEvent as Then, MeetingRefusal as Why, MeetingState};
use uuid::Uuid;
use words::*;

const NOTHING: [Then; 0] = [];
