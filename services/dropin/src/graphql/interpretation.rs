//! Interpretations: commands.

use crate::interpretation::{
    CancelInterpretation, ConfirmInterpretation, DeclineInterpretation, Interpretation, InterpretationId,
    ReassignInterpretation, RecordInterpretationDelivery, RequestInterpretation,
};

graph::mutations! {
    /// What may be asked of an interpretation.
    pub struct InterpretationMutations: Interpretation, InterpretationId {
        /// Asks for an interpreter.
        request_interpretation => Request(RequestInterpretation),
        /// Says that an interpreter will be there, in the language that was asked.
        confirm_interpretation => Confirm(ConfirmInterpretation),
        /// Says that the one who was asked cannot, and why.
        decline_interpretation => Decline(DeclineInterpretation),
        /// Asks somebody else, or for another way, until an interpreter is found.
        reassign_interpretation => Reassign(ReassignInterpretation),
        /// Says that it was interpreted, how long and at what cost.
        record_interpretation_delivery => RecordDelivery(RecordInterpretationDelivery),
        /// Says that the interpreter who had confirmed did not come.
        record_interpreter_absence => RecordAbsence,
        /// Says that an interpreter is not wanted any more.
        cancel_interpretation => Cancel(CancelInterpretation),
    }
}
