//! Who asks, and when: everything a rule may know beside the command and the state.

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use crate::{ActorId, NetworkId};

/// In which role somebody acts.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Role {
    /// Receives people at the desk.
    Host,
    /// Sees counts and next steps only.
    Receptionist,
    /// Goes along with people.
    Volunteer,
    /// Member of the network.
    Member,
    /// Answers for every referral of the network.
    Coordinator,
    /// Answers one referral for a partner.
    Partner,
    /// Community organiser.
    Organiser,
    /// Follows admissions and agreements.
    FundingOfficer,
    /// Accompanies tenants of social housing.
    TenantSupport,
    /// Sees everything but identity.
    Auditor,
    /// Sets the network up.
    Administrator,
    /// Anybody, without an account.
    Public,
    /// The platform itself: deadlines, flows, imports.
    System,
}

/// The circumstances of a command: brought in from outside, so that rules stay pure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The network it happens in.
    pub network: NetworkId,
    /// Who asks.
    pub by: ActorId,
    /// In which role.
    pub role: Role,
    /// When it happened, by the device.
    pub at: DateTime<Utc>,
    /// When the server took it, by the server.
    pub now: DateTime<Utc>,
}

impl Asked {
    /// Whether the one who asks may decide for others: coordinator, administrator or the platform.
    pub fn answers_for_all(&self) -> bool {
        matches!(self.role, Role::Coordinator | Role::Administrator | Role::System)
    }
}
