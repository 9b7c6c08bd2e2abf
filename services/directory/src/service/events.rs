//! What happened to a service sheet. This is the storage format: nothing here is ever renamed.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{PartnerId, ReferralId};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use super::commands::ImportService;
use super::content::ServiceContent;
use super::standing::{CapacityLevel, Closure, SheetFlagReason, SheetRetirement};
use crate::imported::KeptRow;

/// What happened to a service sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ServiceEvent {
    /// Somebody drafted it.
    ServiceSheetDrafted {
        /// Whose service it is.
        partner: PartnerId,
        /// What it says.
        content: Box<ServiceContent>,
    },
    /// A source describes it, for the first time or otherwise than before. Whether it can be had
    /// follows in events of its own.
    ServiceSheetImported {
        /// What the source says.
        said: Box<ImportService>,
    },
    /// It says something else, as a whole.
    ServiceSheetRevised {
        /// What it says.
        content: Box<ServiceContent>,
    },
    /// People may see it.
    ServiceSheetPublished {
        /// By when it has to be verified.
        verify_by: DateTime<Utc>,
        /// The version of the delays that this rests on.
        delays: u32,
    },
    /// Somebody has checked that it is true; doubts are settled.
    ServiceSheetVerifiedAsCurrent {
        /// On which day.
        on: NaiveDate,
        /// By when it has to be verified again.
        verify_by: DateTime<Utc>,
        /// The version of the delays that this rests on.
        delays: u32,
    },
    /// Nobody has checked it for too long.
    ServiceSheetVerificationDue {},
    /// The service closes for a while.
    ServiceSheetTemporarilyClosed {
        /// From when, until when, with which words.
        closure: Closure,
        /// Whether the closure has begun.
        begun: bool,
    },
    /// An announced closure began.
    ServiceSheetClosureBegan {},
    /// It is open again, or does not close after all.
    ServiceSheetReopened {},
    /// It was taken out.
    ServiceSheetRetired {
        /// Why.
        reason: SheetRetirement,
    },
    /// It said how much room there is.
    CapacityDeclared {
        /// How much.
        level: CapacityLevel,
        /// When it was said.
        at: DateTime<Utc>,
        /// Until when it is believed.
        expires_at: DateTime<Utc>,
        /// The version of the delays that this rests on.
        delays: u32,
    },
    /// What it said about its room is too old.
    CapacityExpired {},
    /// Somebody doubts it.
    ServiceSheetFlagged {
        /// What is doubted.
        reason: SheetFlagReason,
        /// The referral whose answer showed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        referral: Option<ReferralId>,
    },
    /// A row of a source is kept word for word.
    ServiceRowKept {
        /// The row.
        row: KeptRow,
    },
}
