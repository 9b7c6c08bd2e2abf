//! What happened to a session.
//!
//! **This is the storage format.** Never rename a variant or a field; a new shape is an upcast and
//! a new fixture in `tests/history/session`.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{ActorId, Language, Localized, SiteId};
use serde::{Deserialize, Serialize};

use super::words::{InterpreterMode, SessionCancellation, TurnedAwayReason};
use crate::site::{ExceptionReason, SiteLanguage};

/// What happened to a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum SessionEvent {
    /// It was planned.
    SessionPlanned {
        /// Its site.
        site: SiteId,
        /// Its date at the site.
        date: NaiveDate,
        /// From this instant.
        starts_at: DateTime<Utc>,
        /// Until this instant.
        ends_at: DateTime<Utc>,
        /// Why it takes place although the calendar says closed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exceptional: Option<ExceptionReason>,
    },
    /// People are received from now on.
    SessionOpened {
        /// Its site.
        site: SiteId,
        /// Its date at the site.
        date: NaiveDate,
        /// When it opened, by the device.
        at: DateTime<Utc>,
        /// When it is meant to end, if the site has an opening then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends_at: Option<DateTime<Utc>>,
        /// When its date ends at the site.
        day_ends_at: DateTime<Utc>,
        /// Who receives people.
        hosts: Vec<ActorId>,
        /// The languages really present.
        languages: Vec<SiteLanguage>,
        /// Why it opened although the calendar says closed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exceptional: Option<ExceptionReason>,
    },
    /// It is over.
    SessionClosed {
        /// When it closed, by the device.
        at: DateTime<Utc>,
        /// How many visits the hosts counted themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visits_counted: Option<u32>,
    },
    /// It does not take place.
    SessionCancelled {
        /// Why.
        reason: SessionCancellation,
        /// What people read.
        message: Localized,
    },
    /// An interpreter is there.
    InterpreterArrived {
        /// The language interpreted.
        language: Language,
        /// How.
        mode: InterpreterMode,
    },
    /// People could not be received.
    PersonTurnedAway {
        /// How many.
        count: u32,
        /// Why.
        reason: TurnedAwayReason,
        /// Their language, if it was heard.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
    },
}
