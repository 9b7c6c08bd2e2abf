//! How events of this context are told in a path, a history and an inbox: codes, ids, dates and
//! counts, never words about a person.

use kernel::narration::Thread;
use kernel::{Narration, NeedId};
use reference::NeedCode;

use crate::appointment::{AppointmentEvent, AppointmentState};
use crate::interpretation::{InterpretationEvent, InterpretationProvider, InterpretationState};
use crate::projection::{NeedTowards, SiteState};
use crate::return_code::ReturnCodeEvent;
use crate::session::{SessionEvent, SessionState};
use crate::site::SiteEvent;
use crate::visit::facts::met_code;
use crate::visit::{NeedState, VisitEvent, VisitFacts, VisitIdentity, VisitState};

/// An event of a site.
pub fn narrate_site(event: &SiteEvent) -> Narration {
    match event {
        SiteEvent::SiteOpened { time_zone, .. } => Narration::to(SiteState::Open).fact("timeZone", time_zone),
        SiteEvent::SiteChanged { .. } => Narration::note(),
        SiteEvent::OpeningSlotAdded { slot } | SiteEvent::OpeningSlotChanged { slot } => Narration::note()
            .part("openingSlot", slot.slot)
            .fact("day", slot.day)
            .fact("start", slot.start)
            .fact("end", slot.end)
            .fact("validFrom", slot.valid_from),
        SiteEvent::OpeningSlotRemoved { slot, from } => {
            Narration::note().part("openingSlot", slot).fact("from", from)
        }
        SiteEvent::SiteClosedOnDates { closure } => Narration::note()
            .part("siteException", closure.exception)
            .because(closure.reason)
            .fact("from", closure.from)
            .fact("to", closure.to),
        SiteEvent::SiteOpenedExceptionally { opening } => Narration::note()
            .part("siteException", opening.exception)
            .because(opening.reason)
            .fact("date", opening.date)
            .fact("start", opening.start)
            .fact("end", opening.end),
        SiteEvent::SiteExceptionWithdrawn { exception } => Narration::note().part("siteException", exception),
        SiteEvent::SiteClosed { .. } => Narration::to(SiteState::Closed),
    }
}

/// An event of a session.
pub fn narrate_session(event: &SessionEvent) -> Narration {
    match event {
        SessionEvent::SessionPlanned { site, date, starts_at, .. } => Narration::to(SessionState::Planned)
            .fact("site", site)
            .fact("date", date)
            .fact("startsAt", starts_at.to_rfc3339()),
        SessionEvent::SessionOpened { site, date, hosts, exceptional, .. } => {
            let told = Narration::to(SessionState::Open)
                .fact("site", site)
                .fact("date", date)
                .fact("hosts", hosts.len());
            match exceptional {
                Some(reason) => told.because(reason),
                None => told,
            }
        }
        SessionEvent::SessionClosed { visits_counted, .. } => {
            let told = Narration::to(SessionState::Closed);
            match visits_counted {
                Some(count) => told.fact("visitsCounted", count),
                None => told,
            }
        }
        SessionEvent::SessionCancelled { reason, .. } => {
            Narration::to(SessionState::Cancelled).because(reason)
        }
        SessionEvent::InterpreterArrived { language, mode } => {
            Narration::note().fact("language", language).fact("mode", mode)
        }
        SessionEvent::PersonTurnedAway { count, reason, language } => {
            let told = Narration::note().because(reason).fact("count", count);
            match language {
                Some(language) => told.fact("language", language),
                None => told,
            }
        }
    }
}

/// An event of a visit.
pub fn narrate_visit(event: &VisitEvent) -> Narration {
    match event {
        VisitEvent::VisitRecorded { case, facts, session, late, .. } => {
            let told = told(Narration::to(VisitState::Recorded), facts).thread(Thread::Case(*case));
            let told = if *late { told.fact("late", true) } else { told };
            match session {
                Some(session) => told.fact("session", session),
                None => told,
            }
        }
        VisitEvent::NeedExpressed { need, code, urgency, .. } => {
            moved(*need, *code, NeedState::Expressed).fact("urgency", urgency)
        }
        VisitEvent::NeedAnsweredDirectly { need, code, .. } => {
            moved(*need, *code, NeedState::AnsweredDirectly)
        }
        VisitEvent::NeedLeftUnmet { need, code, reason, .. } => {
            moved(*need, *code, NeedState::Unmet).because(reason)
        }
        VisitEvent::NeedWithdrawn { need, code, reason, .. } => {
            moved(*need, *code, NeedState::Withdrawn).because(reason)
        }
        VisitEvent::NeedOriented { need, code, towards, .. } => moved(*need, *code, NeedState::Oriented)
            .fact("towards", NeedTowards::from(*towards))
            .fact("towardsId", towards.id()),
        VisitEvent::NeedSettled { need, code, by, outcome, state, .. } => moved(*need, *code, *state)
            .fact("by", NeedTowards::from(*by))
            .fact("byId", by.id())
            .fact("outcome", outcome),
        VisitEvent::VisitNoteAdded { level, .. } => Narration::note().fact("level", level),
        // The code opens the path: it is printed once and never told again.
        VisitEvent::ReturnCodeIssued { .. } => Narration::note().fact("identity", VisitIdentity::ReturnCode),
        VisitEvent::VisitAttributed { person, identity, consent_mode, consent_language } => Narration::note()
            .fact("identity", identity)
            .fact("consentMode", consent_mode)
            .fact("consentLanguage", consent_language)
            .thread(Thread::Person(*person)),
        VisitEvent::VisitDetached { person } => Narration::note().thread(Thread::NoLonger(*person)),
        VisitEvent::VisitCorrected { after, reason, .. } => told(Narration::note(), after).because(reason),
        VisitEvent::VisitVoided { reason, .. } => Narration::to(VisitState::Voided).because(reason),
    }
}

fn told(narration: Narration, facts: &VisitFacts) -> Narration {
    narration
        .fact("mode", facts.mode)
        .fact("language", facts.language)
        .fact("languageMet", met_code(facts.language_met))
}

fn moved(need: NeedId, code: NeedCode, state: NeedState) -> Narration {
    Narration::to(state).part("need", need).fact("code", code)
}

/// An event of an appointment.
pub fn narrate_appointment(event: &AppointmentEvent) -> Narration {
    match event {
        AppointmentEvent::AppointmentBooked { site, case, starts_at, language, .. } => {
            let told = Narration::to(AppointmentState::Booked)
                .fact("site", site)
                .fact("startsAt", starts_at.to_rfc3339())
                .fact("language", language);
            match case {
                Some(case) => told.thread(Thread::Case(*case)),
                None => told,
            }
        }
        AppointmentEvent::AppointmentMoved { starts_at, .. } => {
            Narration::note().fact("startsAt", starts_at.to_rfc3339())
        }
        AppointmentEvent::AppointmentCancelled { by, reason, .. } => {
            Narration::to(AppointmentState::Cancelled).because(reason).fact("by", by)
        }
        AppointmentEvent::PersonArrived { visit, .. } => {
            Narration::to(AppointmentState::Arrived).fact("visit", visit)
        }
        AppointmentEvent::PersonDidNotShow { .. } => Narration::to(AppointmentState::DidNotShow),
    }
}

/// An event of an interpretation. A provider outside the directory is not named.
pub fn narrate_interpretation(event: &InterpretationEvent) -> Narration {
    match event {
        InterpretationEvent::InterpretationRequested {
            wanted_for,
            language,
            mode,
            starts_at,
            case,
            provider,
            ..
        } => {
            let told = Narration::to(InterpretationState::Requested)
                .fact("language", language)
                .fact("mode", mode)
                .fact("startsAt", starts_at.to_rfc3339())
                .fact("purpose", wanted_for.purpose())
                .fact("purposeId", wanted_for.id());
            let told = with(told, provider.as_ref());
            match case {
                Some(case) => told.thread(Thread::Case(*case)),
                None => told,
            }
        }
        InterpretationEvent::InterpretationConfirmed { provider } => {
            with(Narration::to(InterpretationState::Confirmed), Some(provider))
        }
        InterpretationEvent::InterpretationDeclined { provider, reason } => {
            with(Narration::to(InterpretationState::Declined).because(reason), provider.as_ref())
        }
        InterpretationEvent::InterpretationReassigned { provider, mode } => {
            with(Narration::to(InterpretationState::Requested).fact("mode", mode), provider.as_ref())
        }
        InterpretationEvent::InterpretationDelivered { minutes, cost_cents } => {
            let told = Narration::to(InterpretationState::Done).fact("minutes", minutes);
            match cost_cents {
                Some(cents) => told.fact("costCents", cents),
                None => told,
            }
        }
        InterpretationEvent::InterpreterDidNotAttend { provider } => {
            with(Narration::to(InterpretationState::Missed), Some(provider))
        }
        InterpretationEvent::InterpretationCancelled { reason } => {
            Narration::to(InterpretationState::Cancelled).because(reason)
        }
        InterpretationEvent::InterpretationWentUnmet { language } => {
            Narration::to(InterpretationState::Unmet).fact("language", language)
        }
    }
}

fn with(told: Narration, provider: Option<&InterpretationProvider>) -> Narration {
    match provider.and_then(InterpretationProvider::partner) {
        Some(partner) => told.fact("partner", partner),
        None => told,
    }
}

/// An event of a return code. Its stream is the code itself, so it belongs to no thread and is
/// told in no path.
pub fn narrate_return_code(event: &ReturnCodeEvent) -> Narration {
    let ReturnCodeEvent::ReturnCodeGiven { visit, .. } = event;
    Narration::note().fact("visit", visit)
}
