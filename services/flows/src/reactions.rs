//! What one context's event means for another: pure, and read as a table.

use directory::ServiceCommand;
use directory::service::{FlagServiceSheet, SheetFlagReason};
use dropin::visit::{NeedSettlement, OrientNeed, SettleNeed};
use dropin::{Towards, VisitCommand};
use kernel::{MemberId, PersonId, ReferralId, ServiceId, VisitId};
use mutual_aid::pairing::PairingOutcome;
use mutual_aid::{CharterEvent, MemberRow, PairingEvent, PairingRow};
use people::{ErasureReason, PersonCommand, PersonEvent, PersonRow, SharingConsentMode};
use reference::NeedRef;
use referrals::{
    ReferralCommand, ReferralConsentMode, ReferralEvent, ReferralOutcome, ReferralReason, ReferralRow,
    WithdrawReferralConsent,
};

/// A command for another context.
#[derive(Debug, Clone)]
pub enum Reaction {
    /// Of a visit.
    Visit(VisitId, VisitCommand),
    /// Of a service sheet.
    Service(ServiceId, Box<ServiceCommand>),
    /// Of a member: to accept the charter that has come into force.
    CharterRenewal(MemberId),
    /// Of a referral.
    Referral(ReferralId, Box<ReferralCommand>),
    /// Of a person.
    Person(PersonId, Box<PersonCommand>),
    /// Of the vault, and then of a person: their keys go, and the file gets the proof.
    Erasure(PersonId, ErasureReason),
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

/// What a person's event means for what is shared of them: a consent that is withdrawn stops the
/// open referrals to whom it was given, unless another one still holds. `open` are the referrals of
/// the person and of their aliases; those nobody agreed to share share nothing yet.
pub fn of_person(event: &PersonEvent, row: &PersonRow, open: &[ReferralRow]) -> Vec<Reaction> {
    let PersonEvent::SharingConsentWithdrawn { with, mode, language, .. } = event else {
        return Vec::new();
    };
    let mode = match mode {
        SharingConsentMode::Oral => ReferralConsentMode::Oral,
        SharingConsentMode::Signed => ReferralConsentMode::Written,
        SharingConsentMode::SignLanguage => ReferralConsentMode::SignLanguage,
    };
    open.iter()
        .filter(|referral| !referral.state.has_ended())
        .filter(|referral| referral.consent.as_ref().is_some_and(|consent| consent.withdrawn_at.is_none()))
        .filter(|referral| with.covers_partner(referral.target.partner))
        .filter(|referral| !row.lets_share_with(referral.target.partner))
        .map(|referral| {
            let ask = WithdrawReferralConsent { mode, language: *language };
            Reaction::Referral(referral.id, Box::new(ReferralCommand::WithdrawConsent(ask)))
        })
        .collect()
}

/// Whether a referral's event shows that the person is there, rather than somebody's paper.
pub fn shows_activity(event: &ReferralEvent) -> bool {
    matches!(
        event,
        ReferralEvent::ReferralDrafted { .. }
            | ReferralEvent::ConsentRecorded { .. }
            | ReferralEvent::PersonAttended { .. }
            | ReferralEvent::PersonActionCompleted { .. }
    )
}

/// That something goes on with a person keeps their data alive; it is said to the file that goes on.
pub fn of_activity(row: &PersonRow) -> Vec<Reaction> {
    vec![Reaction::Person(row.alias_of.unwrap_or(row.id), Box::new(PersonCommand::NoteActivity))]
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
