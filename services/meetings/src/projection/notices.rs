//! What hangs on the door of meetings: when, where, in which languages, and what came of them. Nobody's
//! name, no agenda, no seats.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{
    Decider, Event, Facet, Language, Localized, MeetingId, Projection, Recorded, Secrets, Undecodable,
};
use serde::{Deserialize, Serialize};

use crate::MeetingTimeZone;
use crate::meeting::{Meeting, MeetingEvent, MeetingPlace, MeetingState, redacted};

/// A meeting as anybody may know of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct MeetingNotice {
    /// The meeting.
    pub id: MeetingId,
    /// Its version; in a calendar, the sequence of its entry.
    pub version: u64,
    /// Where it stands.
    pub state: MeetingState,
    /// What it is called.
    pub title: Localized,
    /// From when people are welcomed.
    pub welcome_at: DateTime<Utc>,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The time zone of the place.
    pub time_zone: MeetingTimeZone,
    /// Where it takes place.
    pub place: MeetingPlace,
    /// The languages that are spoken or signed by somebody present.
    pub languages: Vec<Language>,
    /// The languages an interpreter was asked for when it was planned.
    pub interpreters: Vec<Language>,
    /// What people are told when it does not take place.
    pub cancelled: Option<Localized>,
    /// Its minutes as everybody may read them.
    pub minutes: Option<Localized>,
    /// When anything of this notice last changed.
    pub changed_at: DateTime<Utc>,
    /// The minutes before they are opened.
    #[graphql(skip)]
    pub drafted: Option<Localized>,
}

impl Secrets for MeetingNotice {}

/// The notices of meetings, by their start.
#[derive(Debug)]
pub struct MeetingNotices;

impl Projection for MeetingNotices {
    const NAME: &'static str = "meetings_notices_1";
    const KINDS: &'static [&'static str] = &[Meeting::KIND];
    const FACETS: &'static [&'static str] = &["state"];
    const ONLY_PUBLIC: bool = true;
    type Event = MeetingEvent;
    type Row = MeetingNotice;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<MeetingEvent, Undecodable> {
        MeetingEvent::read(name, shape, payload)
    }

    fn project(
        row: Option<MeetingNotice>,
        key: &str,
        recorded: &Recorded<MeetingEvent>,
    ) -> Option<MeetingNotice> {
        match row {
            None => planned(key.parse().ok()?, recorded),
            Some(row) => row.after(recorded),
        }
    }

    fn order(row: &MeetingNotice) -> String {
        sortable(row.starts_at)
    }

    fn facets(row: &MeetingNotice) -> Vec<Facet> {
        vec![Facet::of(row.state)]
    }

    /// A meeting that is planned is known to the team alone.
    fn public() -> Option<(&'static str, &'static [&'static str])> {
        Some(("state", &["announced", "open", "held", "cancelled"]))
    }
}

fn planned(id: MeetingId, recorded: &Recorded<MeetingEvent>) -> Option<MeetingNotice> {
    let MeetingEvent::MeetingPlanned {
        title,
        welcome_at,
        starts_at,
        ends_at,
        time_zone,
        place,
        languages,
        interpreters,
        ..
    } = recorded.event.clone()
    else {
        return None;
    };
    Some(MeetingNotice {
        id,
        version: recorded.version,
        state: MeetingState::Planned,
        title,
        welcome_at,
        starts_at,
        ends_at,
        time_zone,
        place,
        languages,
        interpreters,
        cancelled: None,
        minutes: None,
        changed_at: recorded.at(),
        drafted: None,
    })
}

impl MeetingNotice {
    /// The notice after an event; none when it was cancelled before anybody knew of it.
    fn after(mut self, recorded: &Recorded<MeetingEvent>) -> Option<Self> {
        let before = self.clone();
        match recorded.event.clone() {
            MeetingEvent::MeetingAnnounced {} => self.state = MeetingState::Announced,
            MeetingEvent::MeetingRescheduled { welcome_at, starts_at, ends_at, place } => {
                (self.welcome_at, self.starts_at, self.ends_at) = (welcome_at, starts_at, ends_at);
                self.place = place.unwrap_or(self.place);
            }
            MeetingEvent::MeetingCancelled { message, .. } => {
                if self.state == MeetingState::Planned {
                    return None;
                }
                (self.state, self.cancelled) = (MeetingState::Cancelled, Some(message));
            }
            MeetingEvent::MeetingOpened {} => self.state = MeetingState::Open,
            MeetingEvent::MeetingClosed {} => self.state = MeetingState::Held,
            MeetingEvent::MinutesDrafted { text } | MeetingEvent::MinutesCorrected { text, .. } => {
                self.drafted = Some(text);
            }
            MeetingEvent::MinutesPublished { languages, redactions } => {
                self.minutes = self.drafted.as_ref().map(|text| redacted(text, &languages, &redactions));
            }
            _ => {}
        }
        self.version = recorded.version;
        if self.shown() != before.shown() {
            self.changed_at = recorded.at();
        }
        Some(self)
    }

    /// What of it people read, to tell whether it changed.
    fn shown(&self) -> impl PartialEq + use<'_> {
        (
            self.state,
            self.welcome_at,
            self.starts_at,
            self.ends_at,
            &self.place,
            &self.cancelled,
            &self.minutes,
        )
    }
}
