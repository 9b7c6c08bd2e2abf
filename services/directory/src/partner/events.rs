//! What happened to a partner. This is the storage format: nothing here is ever renamed.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Line, Secret};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::details::{
    Acquaintance, ContactPerson, ContactPersonId, ContactWay, DormancyReason, PartnerDeclineReason,
    PartnerDetails, PartnerNoteKind,
};
use crate::imported::{KeptRow, Provenance};

/// What happened to a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PartnerEvent {
    /// Somebody has thought of it, or a source names it.
    PartnerIdentified {
        /// What is known of it.
        details: PartnerDetails,
        /// Where it was imported from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provenance: Option<Provenance>,
    },
    /// It is described anew, as a whole.
    PartnerDescribed {
        /// What is known of it now.
        details: PartnerDetails,
        /// The source that says so, when it was imported.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provenance: Option<Provenance>,
    },
    /// It was contacted.
    PartnerContacted {
        /// How.
        way: ContactWay,
        /// When.
        at: DateTime<Utc>,
    },
    /// It was met.
    PartnerMet {
        /// When.
        at: DateTime<Utc>,
    },
    /// The partnership began.
    PartnershipActivated {},
    /// It declined, or we did.
    PartnerDeclined {
        /// Why.
        reason: PartnerDeclineReason,
    },
    /// The partnership fell asleep.
    PartnershipMarkedDormant {
        /// Why.
        reason: DormancyReason,
    },
    /// The partnership woke.
    PartnershipRevived {},
    /// A next step was planned; it takes the place of the one before.
    PartnerStepPlanned {
        /// What is to be done.
        what: Line,
        /// By which day.
        on: NaiveDate,
    },
    /// The next step was taken.
    PartnerStepTaken {},
    /// One side knows the other.
    AcquaintanceNoted {
        /// Which side.
        side: Acquaintance,
        /// Since which day.
        since: NaiveDate,
    },
    /// Somebody to ask for, new or changed.
    ContactPersonNoted {
        /// The person.
        person: ContactPerson,
    },
    /// Somebody is no longer to be asked for.
    ContactPersonRemoved {
        /// Who.
        person: ContactPersonId,
    },
    /// What a visit or an exchange told.
    PartnerNoteAdded {
        /// What it is.
        kind: PartnerNoteKind,
        /// What was seen and said.
        text: Secret,
    },
    /// A row of a source is kept word for word.
    PartnerRowKept {
        /// The row.
        row: KeptRow,
    },
}
