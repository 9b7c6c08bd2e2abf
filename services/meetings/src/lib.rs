//! Collective meetings: the story, from a date on the wall to minutes everybody may read.
//!
//! A coordinator plans a meeting with a welcome time and announces it. Members and the needs that
//! were heard at the desk feed its agenda; people register or simply come. The meeting opens,
//! those who want to be named are named and all others are counted by language: nobody twice.
//! Members decide, and somebody commits to do something by a date; the commitment is followed
//! until it is fulfilled or dropped. The meeting closes, its minutes are drafted, approved at a
//! later meeting and published, and no name stands in them without an opt-in. A month without a
//! meeting is shown as such.
//!
//! Read on in this order: [`meeting`], [`commitment`], [`acts`] (what plays on several of them),
//! [`projection`], [`regularity`], [`deadlines`], [`narration`], [`graphql`].

pub mod acts;
pub mod commitment;
pub mod deadlines;
pub mod graphql;
pub mod meeting;
pub mod narration;
pub mod projection;
pub mod regularity;
pub mod zone;

pub use commitment::{
    Commitment, CommitmentCommand, CommitmentDropReason, CommitmentEvent, CommitmentRefusal, CommitmentState,
};
pub use deadlines::due_commitment;
pub use graphql::{MeetingsMutations, MeetingsQueries};
pub use meeting::{Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingState, RegistrationId};
pub use narration::{narrate_commitment, narrate_meeting};
pub use projection::{CommitmentRow, Commitments, MeetingNotice, MeetingNotices, MeetingRow, Meetings};
pub use regularity::{MeetingMonth, MeetingRegularity, regularity};
pub use zone::MeetingTimeZone;

use graph::Locale;
use graph::wording::Texts;

/// Why not, in four languages.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
