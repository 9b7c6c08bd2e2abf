//! The pipeline: identified, contacted, met, active or declined, dormant and revived.
//!
//! One table for each act: read it as what may happen from where.

use chrono::{DateTime, Utc};

use super::aggregate::Stage;
use super::details::{ContactWay, DormancyReason, PartnerDeclineReason};
use super::{PartnerEvent, PartnerRefusal};

type Then = Result<Vec<PartnerEvent>, PartnerRefusal>;

impl Stage {
    pub(super) fn contact(self, way: ContactWay, at: DateTime<Utc>) -> Then {
        match self {
            // Asked twice, done once: the same contact at the same instant.
            Self::Contacted { way: last, at: then } if last == way && then == at => Ok(vec![]),
            // A further attempt is a fact of its own, and a no is not for ever.
            Self::Identified | Self::Contacted { .. } | Self::Declined => {
                Ok(vec![PartnerEvent::PartnerContacted { way, at }])
            }
            Self::Met { .. } => Err(PartnerRefusal::PartnerAlreadyMet),
            Self::Active => Err(PartnerRefusal::PartnershipAlreadyActive),
            Self::Dormant => Err(PartnerRefusal::PartnershipIsDormant),
        }
    }

    pub(super) fn meet(self, at: DateTime<Utc>) -> Then {
        match self {
            Self::Identified => Err(PartnerRefusal::PartnerNotContactedYet),
            Self::Met { at: then } if then == at => Ok(vec![]),
            Self::Contacted { .. } | Self::Met { .. } => Ok(vec![PartnerEvent::PartnerMet { at }]),
            Self::Active => Err(PartnerRefusal::PartnershipAlreadyActive),
            Self::Declined => Err(PartnerRefusal::PartnerHasDeclined),
            Self::Dormant => Err(PartnerRefusal::PartnershipIsDormant),
        }
    }

    pub(super) fn activate(self) -> Then {
        match self {
            Self::Identified | Self::Contacted { .. } => Err(PartnerRefusal::PartnerNotMetYet),
            Self::Met { .. } => Ok(vec![PartnerEvent::PartnershipActivated {}]),
            Self::Active => Ok(vec![]),
            Self::Declined => Err(PartnerRefusal::PartnerHasDeclined),
            Self::Dormant => Err(PartnerRefusal::PartnershipIsDormant),
        }
    }

    pub(super) fn decline(self, reason: PartnerDeclineReason) -> Then {
        match self {
            Self::Identified => Err(PartnerRefusal::PartnerNotContactedYet),
            Self::Contacted { .. } | Self::Met { .. } => Ok(vec![PartnerEvent::PartnerDeclined { reason }]),
            Self::Declined => Ok(vec![]),
            // What lives ends by falling asleep, so that it can wake.
            Self::Active => Err(PartnerRefusal::PartnershipAlreadyActive),
            Self::Dormant => Err(PartnerRefusal::PartnershipIsDormant),
        }
    }

    pub(super) fn mark_dormant(self, reason: DormancyReason) -> Then {
        match self {
            Self::Active => Ok(vec![PartnerEvent::PartnershipMarkedDormant { reason }]),
            Self::Dormant => Ok(vec![]),
            Self::Identified | Self::Contacted { .. } | Self::Met { .. } | Self::Declined => {
                Err(PartnerRefusal::PartnershipNotActive)
            }
        }
    }

    pub(super) fn revive(self) -> Then {
        match self {
            Self::Dormant => Ok(vec![PartnerEvent::PartnershipRevived {}]),
            Self::Active => Ok(vec![]),
            Self::Identified | Self::Contacted { .. } | Self::Met { .. } | Self::Declined => {
                Err(PartnerRefusal::PartnershipNotDormant)
            }
        }
    }
}
