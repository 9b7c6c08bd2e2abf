//! What one context's event means for another: pure, and read as a table.

use directory::ServiceCommand;
use directory::service::{FlagServiceSheet, SheetFlagReason};
use dropin::visit::{NeedSettlement, OrientNeed, SettleNeed};
use dropin::{Towards, VisitCommand};
use kernel::{MemberId, ServiceId, VisitId};
use mutual_aid::pairing::PairingOutcome;
use mutual_aid::{CharterEvent, MemberRow, PairingEvent, PairingRow};
use reference::NeedRef;
use referrals::{ReferralEvent, ReferralOutcome, ReferralReason, ReferralRow};

/// A command for another context.
#[derive(Debug, Clone)]
pub enum Reaction {
    /// Of a visit.
    Visit(VisitId, VisitCommand),
    /// Of a service sheet.
    Service(ServiceId, Box<ServiceCommand>),
    /// Of a member: to accept the charter that has come into force.
    CharterRenewal(MemberId),
}

/// What a referral's event means for the needs it answers and for the sheet it was sent by.
pub fn of_referral(event: &ReferralEvent, row: &ReferralRow) -> Vec<Reaction> {
    let towards = Towards::Referral(row.id);
    match event {
        ReferralEvent::ReferralDrafted { .. } => orient(&row.needs, towards),
        ReferralEvent::ReferralClosed { outcome, .. } => {
            let outcome = match outcome {
                ReferralOutcome::GotHelp => Some(NeedSettlement::Met),
                ReferralOutcome::Partly => Some(NeedSettlement::PartlyMet),
                ReferralOutcome::NoHelp => Some(NeedSettlement::Unmet),
                // Nobody knows: the need stays oriented rather than being called unmet.
                ReferralOutcome::Unknown => None,
            };
            outcome.map(|outcome| settle(&row.needs, towards, outcome)).unwrap_or_default()
        }
        ReferralEvent::ReferralDeclined { reason, .. } | ReferralEvent::ReferralReturned { reason, .. } => {
            row.target
                .service
                .as_ref()
                .and_then(|service| doubt(*reason).map(|doubt| (service.service, doubt)))
                .map_or_else(Vec::new, |(service, reason)| {
                    let flag = FlagServiceSheet { reason, referral: Some(row.id) };
                    vec![Reaction::Service(service, Box::new(ServiceCommand::Flag(flag)))]
                })
        }
        _ => Vec::new(),
    }
}

/// What a pairing's event means for the need it answers.
pub fn of_pairing(event: &PairingEvent, row: &PairingRow) -> Vec<Reaction> {
    let needs: Vec<NeedRef> = row.need.into_iter().collect();
    let towards = Towards::Pairing(row.id);
    match event {
        PairingEvent::AccompanimentRequested { .. } => orient(&needs, towards),
        PairingEvent::PairingCompleted { outcome } => match outcome {
            PairingOutcome::Positive => settle(&needs, towards, NeedSettlement::Met),
            PairingOutcome::Partly => settle(&needs, towards, NeedSettlement::PartlyMet),
            PairingOutcome::NotReached => settle(&needs, towards, NeedSettlement::Unmet),
            PairingOutcome::Unknown => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// What a charter's event means for the members there are.
pub fn of_charter(event: &CharterEvent, members: &[MemberRow]) -> Vec<Reaction> {
    match event {
        CharterEvent::CharterVersionInForce { .. } => {
            members.iter().map(|member| Reaction::CharterRenewal(member.id)).collect()
        }
        _ => Vec::new(),
    }
}

fn orient(needs: &[NeedRef], towards: Towards) -> Vec<Reaction> {
    let of_visit = needs.iter().filter_map(|need| Some((need.visit?, need.need)));
    of_visit
        .map(|(visit, need)| Reaction::Visit(visit, VisitCommand::OrientNeed(OrientNeed { need, towards })))
        .collect()
}

fn settle(needs: &[NeedRef], by: Towards, outcome: NeedSettlement) -> Vec<Reaction> {
    let of_visit = needs.iter().filter_map(|need| Some((need.visit?, need.need)));
    of_visit
        .map(|(visit, need)| {
            Reaction::Visit(visit, VisitCommand::SettleNeed(SettleNeed { need, by, outcome }))
        })
        .collect()
}

/// What a no says about the sheet: a reason that the sheet should have told.
fn doubt(reason: ReferralReason) -> Option<SheetFlagReason> {
    match reason {
        ReferralReason::OutOfArea => Some(SheetFlagReason::ResidenceRule),
        ReferralReason::NotEligible => Some(SheetFlagReason::Eligibility),
        ReferralReason::MissingDocument => Some(SheetFlagReason::Documents),
        ReferralReason::LanguageNotCovered => Some(SheetFlagReason::Language),
        ReferralReason::Capacity | ReferralReason::WaitListClosed => Some(SheetFlagReason::Capacity),
        ReferralReason::ServiceClosed => Some(SheetFlagReason::Closed),
        ReferralReason::WrongService => Some(SheetFlagReason::WrongService),
        ReferralReason::CouldNotContact
        | ReferralReason::PersonNoLongerInterested
        | ReferralReason::Duplicate
        | ReferralReason::Other => None,
    }
}
