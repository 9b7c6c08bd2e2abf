//! One accompaniment, from its request to its end: asked for, proposed, accepted by both sides,
//! lived, paused, ended, looked back on.
//!
//! Read on: [`commands`], [`events`], [`aggregate`] with [`rhythm`], [`row`] and [`projection`].

pub mod aggregate;
pub mod commands;
pub mod events;
mod matching;
pub mod projection;
pub mod refusal;
pub mod rhythm;
pub mod row;
mod running;
pub mod values;

pub use aggregate::{Pairing, PairingState, Stage};
pub use commands::{
    AcceptPairingAsPerson, AcceptPairingAsVolunteer, CompletePairing, CorrectContactLog, DeclinePairing,
    EndPairing, GiveFeedback, LogContact, PairingCommand, PausePairing, ProposePairing, RequestAccompaniment,
    RequestRematch, SuspendPairing, WithdrawAccompaniment,
};
pub use events::PairingEvent;
pub use projection::Pairings;
pub use refusal::PairingRefusal;
pub use rhythm::Rhythm;
pub use row::{PairingAction, PairingContact, PairingDecline, PairingFeedback, PairingRow};
pub use values::{
    Accompaniment, ContactMedium, DeclineReason, FeedbackAnswer, InactivityLevel, IncidentId,
    PairingEndReason, PairingEnder, PairingOutcome, PairingSide, PauseReason, WithdrawalReason,
};
