//! How the events are told in paths, histories and the inbox: codes, ids, dates and counts, never
//! a word about a person. What a member went through is not told at all.

use kernel::{Narration, Thread};

use crate::charter::{CharterEvent, CharterVersionState};
use crate::member::{MemberEvent, MemberState};
use crate::pairing::{PairingEvent, PairingSide, PairingState};

/// Tells an event of the charter.
pub fn narrate_charter(event: &CharterEvent) -> Narration {
    let version = |version: &u32, state: CharterVersionState| {
        Narration::to(state).part("charterVersion", version).fact("version", version)
    };
    match event {
        CharterEvent::CharterVersionDrafted { version: number, .. } => {
            version(number, CharterVersionState::Drafted)
        }
        CharterEvent::CharterAmendmentProposed { version, amendment, .. } => Narration::note()
            .part("charterVersion", version)
            .fact("version", version)
            .fact("amendment", amendment),
        CharterEvent::CharterVersionAdopted { version: number, meeting, decision } => {
            version(number, CharterVersionState::Adopted).fact("meeting", meeting).fact("decision", decision)
        }
        CharterEvent::CharterVersionInForce { version: number, from, grace_until } => {
            version(number, CharterVersionState::InForce)
                .fact("from", from.to_rfc3339())
                .fact("graceUntil", grace_until.to_rfc3339())
        }
        CharterEvent::CharterVersionReplaced { version: number, by } => {
            version(number, CharterVersionState::Replaced).fact("by", by)
        }
    }
}

/// Tells an event of a member. It is tied to no person: being a member never shows visits.
pub fn narrate_member(event: &MemberEvent) -> Narration {
    match event {
        MemberEvent::MemberJoined { quota, .. } => Narration::to(MemberState::Joined).fact("quota", quota),
        MemberEvent::CharterAccepted { version, language, mode } => {
            Narration::note().fact("version", version).fact("language", language).fact("mode", mode)
        }
        MemberEvent::CharterRenewalAsked { version, until } => {
            Narration::note().fact("version", version).fact("until", until.to_rfc3339())
        }
        MemberEvent::CharterAcceptanceLapsed { version } => Narration::note().fact("version", version),
        MemberEvent::AvailabilityDeclared { half_days } => {
            Narration::note().fact("halfDays", half_days.len())
        }
        MemberEvent::LanguagesDeclared { languages } => {
            let codes: Vec<&str> = languages.iter().map(|skill| skill.language.as_str()).collect();
            Narration::note().fact("languages", codes.join(" "))
        }
        MemberEvent::QuotaDeclared { quota, .. } => Narration::note().fact("quota", quota),
        MemberEvent::PairingPlaceHeld { pairing } | MemberEvent::PairingPlaceReleased { pairing } => {
            Narration::note().fact("pairing", pairing)
        }
        MemberEvent::MemberLeft => Narration::to(MemberState::Left),
        MemberEvent::MemberAccountLinked { .. }
        | MemberEvent::MemberAliasLinked { .. }
        | MemberEvent::LivedExperienceShared { .. }
        | MemberEvent::LivedExperienceWithdrawn { .. }
        | MemberEvent::VolunteeringOffered
        | MemberEvent::VolunteeringWithdrawn => Narration::note(),
    }
}

/// Tells an event of a pairing. The stream belongs to its case, and to its person if known.
pub fn narrate_pairing(event: &PairingEvent) -> Narration {
    match event {
        PairingEvent::AccompanimentRequested { request, .. } => {
            let mut told = Narration::to(PairingState::Requested)
                .fact("purpose", request.purpose)
                .fact("language", request.language)
                .thread(Thread::Case(request.case));
            if let Some(person) = request.person {
                told = told.thread(Thread::Person(person));
            }
            if let Some(need) = request.need {
                told = told.fact("need", need.need);
            }
            match request.rematch_of {
                Some(before) => told.fact("rematchOf", before),
                None => told,
            }
        }
        PairingEvent::PairingProposed { member, score, score_version, deadline, .. } => {
            Narration::to(PairingState::Proposed)
                .fact("member", member)
                .fact("score", score)
                .fact("scoreVersion", score_version)
                .fact("deadline", deadline.to_rfc3339())
        }
        PairingEvent::PairingAcceptedByVolunteer { member } => Narration::to(PairingState::HalfAccepted)
            .fact("side", PairingSide::Volunteer)
            .fact("member", member),
        PairingEvent::PairingAcceptedByPerson { member } => {
            Narration::to(PairingState::HalfAccepted).fact("side", PairingSide::Person).fact("member", member)
        }
        PairingEvent::PairingActivated { member, .. } => {
            Narration::to(PairingState::Active).fact("member", member)
        }
        PairingEvent::PairingDeclined { member, side, reason, .. } => {
            let told = Narration::to(PairingState::Requested).fact("side", side).fact("member", member);
            match reason {
                Some(reason) => told.because(reason),
                None => told,
            }
        }
        PairingEvent::PairingProposalExpired { member, .. } => {
            Narration::to(PairingState::Requested).fact("member", member)
        }
        PairingEvent::NoMatchFound { proposals } => {
            Narration::to(PairingState::Unmatched).fact("proposals", proposals)
        }
        PairingEvent::AccompanimentWithdrawn { reason } => {
            Narration::to(PairingState::Withdrawn).because(reason)
        }
        _ => narrate_running(event),
    }
}

fn narrate_running(event: &PairingEvent) -> Narration {
    match event {
        PairingEvent::ContactLogged { contact, at, contact_made, medium, minutes, .. }
        | PairingEvent::ContactLogCorrected { contact, at, contact_made, medium, minutes, .. } => {
            let told = Narration::note()
                .part("contact", contact)
                .fact("at", at.to_rfc3339())
                .fact("contactMade", contact_made)
                .fact("medium", medium);
            match minutes {
                Some(minutes) => told.fact("minutes", minutes),
                None => told,
            }
        }
        PairingEvent::PairingInactivityFlagged { level, since } => {
            Narration::note().fact("level", level).fact("since", since.to_rfc3339())
        }
        PairingEvent::PairingPaused { until, reason, .. } => {
            Narration::to(PairingState::Paused).because(reason).fact("until", until.to_rfc3339())
        }
        PairingEvent::PairingResumed { .. } => Narration::to(PairingState::Active),
        // The incident is open to coordinators only.
        PairingEvent::PairingSuspended { .. } => Narration::to(PairingState::Suspended),
        PairingEvent::PairingEnded { by, reason, .. } => {
            Narration::to(PairingState::Ended).because(reason).fact("by", by)
        }
        PairingEvent::FeedbackGiven { side, helped, .. } => {
            Narration::note().fact("side", side).fact("helped", helped)
        }
        PairingEvent::PairingCompleted { outcome } => {
            Narration::to(PairingState::Completed).fact("outcome", outcome)
        }
        PairingEvent::RematchRequested { next } => Narration::note().fact("next", next),
        // A reinstated pairing is active, or paused when a pause was running: only the row knows.
        _ => Narration::note(),
    }
}
