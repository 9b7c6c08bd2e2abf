//! What a member will do after a meeting, followed until it is done or dropped. It begins in the
//! meeting (see [`crate::acts::make_commitment`]) and outlives it, so it has its own stream.

mod aggregate;
pub mod commands;
mod events;
mod refusal;

pub use aggregate::{Commitment, Pledge, late_from};
pub use commands::CommitmentCommand;
pub use events::CommitmentEvent;
pub use refusal::CommitmentRefusal;

kernel::codes! {
    /// Where a commitment stands.
    CommitmentState {
        /// It is to be done.
        Open,
        /// It is done.
        Fulfilled,
        /// It will not be done.
        Dropped,
    }
}

kernel::codes! {
    /// Why a commitment is dropped.
    CommitmentDropReason {
        /// The member cannot do it any more.
        OwnerUnavailable,
        /// Nobody needs it any more.
        NoLongerNeeded,
        /// It turned out to be impossible.
        NotPossible,
        /// Somebody else has done it.
        DoneByOthers,
        /// Another reason, told in the explanation.
        Other,
    }
}
