//! One need inside a visit: its state, and where it was oriented to.

use async_graphql::OneofObject;
use kernel::{MeetingId, NeedId, PairingId, ReferralId};
use reference::NeedCode;
use serde::{Deserialize, Serialize};
use strum::Display;
use uuid::Uuid;

use super::words::{NeedSettlement, NeedState, NeedUrgency};

/// Where a need is oriented to: a service, by a referral, or the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, OneofObject, Display)]
#[graphql(name = "TowardsInput")]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Towards {
    /// A referral to a partner.
    Referral(ReferralId),
    /// A pairing with a volunteer.
    Pairing(PairingId),
    /// A collective meeting.
    Meeting(MeetingId),
    /// The community space, by the id of a booking or a loan.
    Space(Uuid),
}

impl Towards {
    /// The id of what it is oriented to.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Referral(referral) => referral.0,
            Self::Pairing(pairing) => pairing.0,
            Self::Meeting(meeting) => meeting.0,
            Self::Space(space) => *space,
        }
    }
}

/// An orientation of a need, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Oriented {
    /// Where to.
    pub towards: Towards,
    /// What became of it, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<NeedSettlement>,
}

/// One need as far as the rules of its visit need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrackedNeed {
    /// Its id.
    pub need: NeedId,
    /// Its code.
    pub code: NeedCode,
    /// How pressing it is.
    pub urgency: NeedUrgency,
    /// Where it stands.
    pub state: NeedState,
    /// Where it was oriented to, in order.
    pub orientations: Vec<Oriented>,
}

/// A need as other folds need it when its visit moves or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NeedStanding {
    /// Its id.
    pub need: NeedId,
    /// Its code.
    pub code: NeedCode,
    /// Where it stands.
    pub state: NeedState,
}

impl TrackedNeed {
    /// Its id, code and state.
    pub fn standing(&self) -> NeedStanding {
        NeedStanding { need: self.need, code: self.code, state: self.state }
    }

    /// Whether it was ever oriented there.
    pub fn orientation(&self, towards: Towards) -> Option<&Oriented> {
        self.orientations.iter().find(|oriented| oriented.towards == towards)
    }

    /// Where the need stands once one of its orientations has that outcome.
    pub fn settled(&self, by: Towards, outcome: NeedSettlement) -> NeedState {
        standing_of(
            self.orientations
                .iter()
                .map(|oriented| if oriented.towards == by { Some(outcome) } else { oriented.outcome }),
        )
    }
}

/// The best outcome counts; while nothing met the need, an orientation that still runs keeps it
/// open.
fn standing_of(outcomes: impl Iterator<Item = Option<NeedSettlement>>) -> NeedState {
    let mut best = NeedState::Unmet;
    for outcome in outcomes {
        best = match (best, outcome) {
            (NeedState::Met, _) | (_, Some(NeedSettlement::Met)) => NeedState::Met,
            (NeedState::Oriented, _) | (_, None) => NeedState::Oriented,
            (NeedState::PartlyMet, _) | (_, Some(NeedSettlement::PartlyMet)) => NeedState::PartlyMet,
            (unmet, Some(NeedSettlement::Unmet)) => unmet,
        };
    }
    best
}
