//! One visit of one person: who received, in which language, for which needs; each need with a
//! state of its own. Nothing personal is ever required.
//!
//! Read on: [`words`], [`facts`], [`needs`], [`commands`], [`events`], [`refusal`], [`aggregate`],
//! and [`contact`] for the warning before a note is saved.

pub mod aggregate;
pub mod commands;
pub mod contact;
pub mod events;
pub mod facts;
pub mod needs;
pub mod refusal;
mod rules;
pub mod words;

pub use aggregate::{Reception, Visit};
pub use commands::{
    AddVisitNote, AnswerNeedDirectly, AttributeVisit, CorrectVisit, DetachVisit, ExpressNeed, GiveReturnCode,
    LeaveNeedUnmet, OrientNeed, RecordVisit, SettleNeed, VisitCommand, VisitNoteInput, VisitPlace, VoidVisit,
    WithdrawNeed,
};
pub use events::VisitEvent;
pub use facts::{OutreachContact, VisitFacts};
pub use needs::{NeedStanding, Towards, TrackedNeed};
pub use refusal::VisitRefusal;
pub use words::*;
