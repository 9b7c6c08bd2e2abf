//! Whether a service can be had, and whether its sheet is to be believed.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::Localized;
use serde::{Deserialize, Serialize};

/// A temporary closure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "TemporaryClosure")]
#[serde(rename_all = "camelCase")]
pub struct Closure {
    /// From then on.
    pub from: DateTime<Utc>,
    /// Until then; not known when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
    /// What people are told.
    pub message: Localized,
}

kernel::codes! {
    /// How much room a service has.
    CapacityLevel {
        /// There is room.
        Open,
        /// There is little room.
        Few,
        /// One is put on a waiting list.
        WaitingList,
        /// There is none, and no waiting list.
        Full,
    }
}

/// How much room a service has said it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "DeclaredCapacity")]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// How much.
    pub level: CapacityLevel,
    /// When it was said.
    pub declared_at: DateTime<Utc>,
    /// Until when it is believed.
    pub expires_at: DateTime<Utc>,
}

kernel::codes! {
    /// What makes somebody doubt a sheet: the reasons partners give when they decline, and what
    /// people find at the door.
    SheetFlagReason {
        /// It asks for a residence that the sheet does not name.
        ResidenceRule,
        /// It has conditions that the sheet does not name.
        Eligibility,
        /// It wants a document that the sheet does not name.
        Documents,
        /// A language on the sheet is not spoken there.
        Language,
        /// It has no room although the sheet says so.
        Capacity,
        /// It is closed.
        Closed,
        /// The hours are wrong.
        Hours,
        /// A telephone, an address or a page is wrong.
        Contact,
        /// It does something else.
        WrongService,
        /// Something else.
        Other,
    }
}

kernel::codes! {
    /// Why a sheet is taken out.
    SheetRetirement {
        /// The service has ended.
        ServiceEnded,
        /// Another sheet says the same.
        Duplicate,
        /// The partner does not want to be listed.
        PartnerWish,
        /// Nobody can say whether it is true.
        Unverifiable,
        /// The source it came from calls it defunct.
        SourceDefunct,
    }
}
