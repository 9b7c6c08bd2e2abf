//! What may be asked of a referral.
//!
//! Read on: [`drafting`] and consent, [`sending`], [`answering`], [`following`] what comes of it.

pub mod answering;
pub mod drafting;
pub mod following;
pub mod sending;

use kernel::{ReferralId, Secret, Secrets};
use serde::Serialize;

pub use answering::{
    AcceptReferral, DeclineReferral, PutReferralUnderReview, ReceiveReferral, RequestPersonAction,
    ReturnReferral, WaitlistReferral,
};
pub use drafting::{DraftReferral, OverrideReferralConsent, RecordReferralConsent, WithdrawReferralConsent};
pub use following::{
    CloseReferral, RecallReferral, RecordPersonAttended, RecordPersonDidNotAttend, ReopenReferral,
    ReportReferralOutcome, ScheduleReferralAppointment, VoidReferral,
};
pub use sending::{ReportReferralUndelivered, SendReferral};

/// What may be asked of a referral.
#[derive(Debug, Clone, Serialize)]
#[allow(clippy::large_enum_variant, reason = "a command lives for one act")]
pub enum ReferralCommand {
    /// Write it down.
    Draft(DraftReferral),
    /// Write it down in the place of an open one; a part of the re-orientation, never asked alone.
    DraftInPlaceOf {
        /// The open one.
        open: ReferralId,
        /// What is written down.
        draft: DraftReferral,
    },
    /// Let another one take its place; a part of the re-orientation, never asked alone.
    Supersede {
        /// The other one.
        by: ReferralId,
    },
    /// Record that the person agrees.
    RecordConsent(RecordReferralConsent),
    /// Record that the person does not agree any more.
    WithdrawConsent(WithdrawReferralConsent),
    /// Share although the person could not say yes.
    OverrideConsent(OverrideReferralConsent),
    /// Send it.
    Send(SendReferral),
    /// Report that it did not arrive.
    ReportUndelivered(ReportReferralUndelivered),
    /// Make the partner's link anew.
    RenewLink,
    /// Make the partner's link good for nothing.
    RevokeLink,
    /// The partner has seen it.
    Receive(ReceiveReferral),
    /// The partner looks into it.
    PutUnderReview(PutReferralUnderReview),
    /// The partner puts it on the wait list.
    Waitlist(WaitlistReferral),
    /// The partner needs something from the person.
    RequestPersonAction(RequestPersonAction),
    /// The person has done it.
    CompletePersonAction,
    /// The partner says yes.
    Accept(AcceptReferral),
    /// The partner says no.
    Decline(DeclineReferral),
    /// The partner gives it back.
    Return(ReturnReferral),
    /// The person has an appointment.
    ScheduleAppointment(ScheduleReferralAppointment),
    /// The person came.
    RecordAttended(RecordPersonAttended),
    /// The person did not come.
    RecordDidNotAttend(RecordPersonDidNotAttend),
    /// Somebody tells what became of it.
    ReportOutcome(ReportReferralOutcome),
    /// It is over.
    Close(CloseReferral),
    /// Take it back.
    Recall(RecallReferral),
    /// Go on after its end.
    Reopen(ReopenReferral),
    /// Nobody may contact the person.
    MarkNoContact,
    /// It should never have been entered.
    Void(VoidReferral),
    /// Remind the partner of the answer; the platform asks it.
    RemindOfAnswer,
    /// Remind the person of the appointment; the platform asks it.
    RemindOfAppointment,
    /// Flag it as overdue; the platform asks it.
    FlagOverdue,
    /// Let it expire; the platform asks it.
    Expire,
}

impl Secrets for ReferralCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Draft(draft) | Self::DraftInPlaceOf { draft, .. } => draft.secrets(),
            Self::OverrideConsent(OverrideReferralConsent { note, .. })
            | Self::RequestPersonAction(RequestPersonAction { note, .. })
            | Self::Decline(DeclineReferral { note, .. })
            | Self::Return(ReturnReferral { note, .. })
            | Self::Close(CloseReferral { note, .. })
            | Self::Reopen(ReopenReferral { note, .. })
            | Self::Void(VoidReferral { note, .. }) => note.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
}
