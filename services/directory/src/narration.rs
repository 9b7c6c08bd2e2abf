//! How the directory's events are told in histories and in the inbox: codes, ids, dates and
//! counts, never personal words.

use kernel::Narration;
use kernel::projection::sortable;

use crate::partner::{Acquaintance, PartnerEvent};
use crate::projection::{PartnerState, SheetState};
use crate::service::ServiceEvent;

/// What happened to a partner.
pub fn narrate_partner(event: &PartnerEvent) -> Narration {
    use PartnerEvent as Then;
    match event {
        Then::PartnerIdentified { provenance, .. } => {
            sourced(Narration::to(PartnerState::Identified), provenance.as_ref())
        }
        Then::PartnerDescribed { provenance, .. } => sourced(Narration::note(), provenance.as_ref()),
        Then::PartnerContacted { way, .. } => Narration::to(PartnerState::Contacted).fact("way", way),
        Then::PartnerMet { .. } => Narration::to(PartnerState::Met),
        Then::PartnershipActivated {} | Then::PartnershipRevived {} => Narration::to(PartnerState::Active),
        Then::PartnerDeclined { reason } => Narration::to(PartnerState::Declined).because(reason),
        Then::PartnershipMarkedDormant { reason } => Narration::to(PartnerState::Dormant).because(reason),
        Then::PartnerStepPlanned { on, .. } => Narration::note().fact("on", on),
        Then::PartnerStepTaken {} => Narration::note(),
        Then::AcquaintanceNoted { side: Acquaintance::WeKnowThem, since } => {
            Narration::note().fact("weKnowThemSince", since)
        }
        Then::AcquaintanceNoted { side: Acquaintance::TheyKnowUs, since } => {
            Narration::note().fact("theyKnowUsSince", since)
        }
        Then::ContactPersonNoted { person } => Narration::note().part("contactPerson", person.id),
        Then::ContactPersonRemoved { person } => Narration::note().part("contactPerson", person),
        Then::PartnerNoteAdded { kind, .. } => Narration::note().fact("kind", kind),
        Then::PartnerRowKept { row } => Narration::note().fact("table", &row.table),
    }
}

/// What happened to a service sheet.
pub fn narrate_service(event: &ServiceEvent) -> Narration {
    use ServiceEvent as Then;
    match event {
        Then::ServiceSheetDrafted { partner, .. } => {
            Narration::to(SheetState::Draft).fact("partner", partner)
        }
        Then::ServiceSheetImported { said } => sourced(Narration::note(), Some(&said.provenance)),
        Then::ServiceSheetRevised { .. }
        | Then::ServiceSheetVerificationDue {}
        | Then::CapacityExpired {} => Narration::note(),
        Then::ServiceSheetPublished { verify_by, .. } => {
            Narration::to(SheetState::Published).fact("verifyBy", sortable(*verify_by))
        }
        Then::ServiceSheetVerifiedAsCurrent { on, verify_by, .. } => {
            Narration::note().fact("on", on).fact("verifyBy", sortable(*verify_by))
        }
        Then::ServiceSheetTemporarilyClosed { closure, begun } => {
            let told = if *begun { Narration::to(SheetState::TemporarilyClosed) } else { Narration::note() };
            let told = told.fact("from", sortable(closure.from));
            match closure.until {
                Some(until) => told.fact("until", sortable(until)),
                None => told,
            }
        }
        Then::ServiceSheetClosureBegan {} => Narration::to(SheetState::TemporarilyClosed),
        Then::ServiceSheetReopened {} => Narration::to(SheetState::Published),
        Then::ServiceSheetRetired { reason } => Narration::to(SheetState::Retired).because(reason),
        Then::CapacityDeclared { level, expires_at, .. } => {
            Narration::note().fact("level", level).fact("expiresAt", sortable(*expires_at))
        }
        Then::ServiceSheetFlagged { reason, referral } => match referral {
            Some(referral) => Narration::note().because(reason).fact("referral", referral),
            None => Narration::note().because(reason),
        },
        Then::ServiceRowKept { row } => Narration::note().fact("table", &row.table),
    }
}

fn sourced(told: Narration, provenance: Option<&crate::imported::Provenance>) -> Narration {
    match provenance {
        Some(provenance) => {
            told.fact("source", &provenance.source).fact("externalId", &provenance.external_id)
        }
        None => told,
    }
}
