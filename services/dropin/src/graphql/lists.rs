//! The lists.

use kernel::{CaseId, Language, PartnerId, PersonId, SessionId, SiteId, VisitId};
use reference::NeedCode;
use uuid::Uuid;

use crate::appointment::AppointmentState;
use crate::interpretation::InterpretationState;
use crate::projection::{
    AppointmentRow, Appointments, InterpretationRow, Interpretations, NeedRow, Needs, SessionRow, Sessions,
    SiteRow, SiteState, Sites, VisitRow, Visits,
};
use crate::session::{InterpreterMode, SessionState};
use crate::visit::{NeedState, NeedUrgency, VisitMode, VisitState};

graph::lists! {
    /// What can be read of sites.
    pub struct SiteQueries: Sites, SiteRow, in_order {
        /// One site.
        site,
        /// Sites by name.
        sites,
        /// How many sites.
        site_counts,
    }
    /// Which sites.
    filter SiteFilter {
        /// In one of these states.
        state: SiteState,
        /// Offering one of these languages.
        language: Language,
    }
    /// What sites are counted by.
    facet SiteFacet {
        /// Where they stand.
        State = state,
        /// The languages they offer.
        Language = language,
    }
}

graph::lists! {
    /// What can be read of sessions.
    pub struct SessionQueries: Sessions, SessionRow, newest_first {
        /// One session with its summary.
        session,
        /// Sessions with their summaries, newest first.
        sessions,
        /// How many sessions.
        session_counts,
    }
    /// Which sessions.
    filter SessionFilter {
        /// In one of these states.
        state: SessionState,
        /// At one of these sites.
        site: SiteId,
        /// On one of these dates of the site.
        date: chrono::NaiveDate,
    }
    /// What sessions are counted by.
    facet SessionFacet {
        /// Where they stand.
        State = state,
        /// Their site.
        Site = site,
        /// Their date.
        Date = date,
    }
}

graph::lists! {
    /// What can be read of visits.
    pub struct VisitQueries: Visits, VisitRow, newest_first {
        /// One visit.
        visit,
        /// Visits, newest first.
        visits,
        /// How many visits.
        visit_counts,
    }
    /// Which visits.
    filter VisitFilter {
        /// In one of these sessions.
        session: SessionId,
        /// At one of these sites.
        site: SiteId,
        /// Of one of these cases.
        case: CaseId,
        /// In one of these states.
        state: VisitState,
        /// In one of these languages.
        language: Language,
        /// By one of these ways of coming.
        mode: VisitMode,
        /// Of one of these persons.
        person: PersonId,
    }
    /// What visits are counted by.
    facet VisitFacet {
        /// Their session.
        Session = session,
        /// Their site.
        Site = site,
        /// Their state.
        State = state,
        /// Their language.
        Language = language,
        /// The way of coming.
        Mode = mode,
    }
}

graph::lists! {
    /// What can be read of needs.
    pub struct NeedQueries: Needs, NeedRow, newest_first {
        /// One need.
        need,
        /// Needs, newest first.
        needs,
        /// How many needs.
        need_counts,
    }
    /// Which needs.
    filter NeedFilter {
        /// In one of these states.
        state: NeedState,
        /// With one of these codes.
        code: NeedCode,
        /// Of one of these cases.
        case: CaseId,
        /// Expressed in one of these visits.
        visit: VisitId,
        /// Expressed in one of these languages.
        language: Language,
        /// As pressing as one of these.
        urgency: NeedUrgency,
    }
    /// What needs are counted by.
    facet NeedFacet {
        /// Where they stand.
        State = state,
        /// Their code.
        Code = code,
        /// The language they were expressed in.
        Language = language,
        /// How pressing they are.
        Urgency = urgency,
    }
}

graph::lists! {
    /// What can be read of appointments.
    pub struct AppointmentQueries: Appointments, AppointmentRow, in_order {
        /// One appointment.
        appointment,
        /// Appointments in the order of their times.
        appointments,
        /// How many appointments.
        appointment_counts,
    }
    /// Which appointments.
    filter AppointmentFilter {
        /// In one of these states.
        state: AppointmentState,
        /// At one of these sites.
        site: SiteId,
        /// In one of these sessions.
        session: SessionId,
        /// Of one of these cases.
        case: CaseId,
        /// Wanted in one of these languages.
        language: Language,
    }
    /// What appointments are counted by.
    facet AppointmentFacet {
        /// Where they stand.
        State = state,
        /// Their site.
        Site = site,
        /// Their session.
        Session = session,
        /// The language wanted.
        Language = language,
    }
}

graph::lists! {
    /// What can be read of interpretations.
    pub struct InterpretationQueries: Interpretations, InterpretationRow, in_order {
        /// One interpretation.
        interpretation,
        /// Interpretations in the order of their times.
        interpretations,
        /// How many interpretations.
        interpretation_counts,
    }
    /// Which interpretations.
    filter InterpretationFilter {
        /// In one of these states.
        state: InterpretationState,
        /// In one of these languages.
        language: Language,
        /// In one of these ways.
        mode: InterpreterMode,
        /// At one of these sites.
        site: SiteId,
        /// In one of these sessions.
        session: SessionId,
        /// Of one of these cases.
        case: CaseId,
        /// For one of these visits, appointments, sessions, meetings or referrals.
        purpose_id: Uuid,
        /// Asked of one of these partners.
        provider: PartnerId,
    }
    /// What interpretations are counted by.
    facet InterpretationFacet {
        /// Where they stand.
        State = state,
        /// Their language.
        Language = language,
        /// The way.
        Mode = mode,
        /// Their site.
        Site = site,
        /// Their session.
        Session = session,
        /// The partner who is asked.
        Provider = provider,
    }
}
