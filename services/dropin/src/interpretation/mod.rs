//! An interpreter wanted at a given time: asked for, confirmed or declined, asked of somebody
//! else, and in the end there or not. A need that nobody met is kept, so that it can be counted.
//!
//! Read on: [`words`], [`commands`], [`events`], [`refusal`], [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod refusal;
pub mod words;

pub use aggregate::Interpretation;
pub use commands::{
    CancelInterpretation, ConfirmInterpretation, DeclineInterpretation, InterpretationCommand,
    ReassignInterpretation, RecordInterpretationDelivery, RequestInterpretation,
};
pub use events::InterpretationEvent;
pub use refusal::InterpretationRefusal;
pub use words::{
    InterpretationCancellation, InterpretationDecline, InterpretationFor, InterpretationId,
    InterpretationProvider, InterpretationPurpose, InterpretationState,
};
