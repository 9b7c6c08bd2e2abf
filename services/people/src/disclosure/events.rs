//! What happened to a disclosure.
//!
//! This is the storage format. Nothing here is ever renamed or given another meaning: a change is
//! an upcast (see `kernel::Upcast`) and a new fixture in `tests/history/disclosure/`.

use chrono::{DateTime, Utc};
use kernel::{ActorId, PersonId, Secret};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::codes::RevealPurpose;
use crate::values::RevealedObject;

/// What happened to a disclosure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DisclosureEvent {
    /// Somebody read who a person is, or what was noted in private.
    IdentityRevealed {
        /// Of what.
        object: RevealedObject,
        /// The person it is about, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// Who read.
        by: ActorId,
        /// For what.
        purpose: RevealPurpose,
        /// For what, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<Secret>,
        /// Until when it may be read.
        until: DateTime<Utc>,
    },
}
