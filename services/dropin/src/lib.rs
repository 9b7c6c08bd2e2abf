//! The drop-in: a door that is open to everybody.
//!
//! A [`site`] opens in weekly slots of its own time zone, with dated exceptions. A [`session`] is
//! one dated opening, with the hosts and languages really there. Somebody comes, with an
//! [`appointment`] or without, and with an interpreter if an [`interpretation`] was asked for and
//! confirmed: a [`visit`] is recorded in under a minute, with the language used
//! and every need as a thing of its own, which is answered, oriented, left unmet or withdrawn.
//! Nothing personal is asked; a [`return_code`] on a slip leads back to the case.
//!
//! Read on: the aggregates above, [`acts`] that play on several of them, [`projection`] for what
//! people see, [`deadlines`], [`narration`], [`graphql`], and [`import`] for files.

pub mod acts;
pub mod appointment;
pub mod deadlines;
pub mod graphql;
pub mod import;
pub mod interpretation;
pub mod narration;
pub mod projection;
pub mod return_code;
pub mod session;
pub mod site;
pub mod visit;

use graph::Locale;
use graph::wording::Texts;

pub use appointment::{Appointment, AppointmentCommand, AppointmentEvent, AppointmentRefusal};
pub use deadlines::{due_appointment, due_interpretation};
pub use graphql::{DropinMutations, DropinQueries};
pub use interpretation::{
    Interpretation, InterpretationCommand, InterpretationEvent, InterpretationId, InterpretationRefusal,
};
pub use narration::{
    narrate_appointment, narrate_interpretation, narrate_return_code, narrate_session, narrate_site,
    narrate_visit,
};
pub use projection::{
    AppointmentRow, Appointments, InterpretationRow, Interpretations, NeedRow, Needs, ReturnCodeRow,
    ReturnCodes, SessionListEvent, SessionRow, Sessions, SiteRow, Sites, VisitRow, Visits,
};
pub use return_code::{ReturnCodeCommand, ReturnCodeEvent, ReturnCodeRefusal, ReturnCodeSlip};
pub use session::{Session, SessionCommand, SessionEvent, SessionRefusal};
pub use site::{Site, SiteCommand, SiteEvent, SiteRefusal};
pub use visit::{Towards, Visit, VisitCommand, VisitEvent, VisitRefusal};

/// The sentences of every refusal of this context, in four languages.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];
