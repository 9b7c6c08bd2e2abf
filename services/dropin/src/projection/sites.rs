//! Sites and their hours.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::{Facet, Undecodable};
use kernel::{Event, Line, Projection, Recorded, Secrets, SiteId, Telephone, Text};
use serde::{Deserialize, Serialize};

use super::id_of;
use crate::site::{Site, SiteEvent, SiteHours, SiteLanguage};

kernel::codes! {
    /// Where a site stands.
    SiteState {
        /// It receives people.
        Open,
        /// It is closed for good.
        Closed,
    }
}

/// A place that receives people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Site")]
#[serde(rename_all = "camelCase")]
pub struct SiteRow {
    /// Its id.
    pub id: SiteId,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: SiteState,
    /// Its name.
    pub name: Line,
    /// Its address.
    pub address: Option<Text>,
    /// The number anybody may call.
    pub phone: Option<Telephone>,
    /// The languages it offers, and how.
    pub languages: Vec<SiteLanguage>,
    /// When it receives people.
    pub hours: SiteHours,
    /// Since when it receives people.
    pub opened_at: DateTime<Utc>,
    /// Since when it is closed for good.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it is closed for good.
    pub closed_because: Option<Line>,
}

impl Secrets for SiteRow {}

/// The list of sites, by name.
#[derive(Debug, Clone, Copy)]
pub struct Sites;

impl Projection for Sites {
    const NAME: &'static str = "dropin_sites_2";
    const KINDS: &'static [&'static str] = &[<Site as kernel::Decider>::KIND];
    const FACETS: &'static [&'static str] = &["state", "language"];
    type Event = SiteEvent;
    type Row = SiteRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<SiteEvent, Undecodable> {
        SiteEvent::read(name, shape, payload)
    }

    fn project(row: Option<SiteRow>, key: &str, event: &Recorded<SiteEvent>) -> Option<SiteRow> {
        let mut row = match (row, &event.event) {
            (None, SiteEvent::SiteOpened { name, time_zone, address, phone, languages }) => SiteRow {
                id: id_of(key)?,
                version: event.version,
                state: SiteState::Open,
                name: name.clone(),
                address: address.clone(),
                phone: phone.clone(),
                languages: languages.clone(),
                hours: SiteHours::none(*time_zone),
                opened_at: event.at(),
                closed_at: None,
                closed_because: None,
            },
            (row, _) => row?,
        };
        row.version = event.version;
        match &event.event {
            SiteEvent::SiteChanged { name, address, phone, languages } => {
                row.name = name.clone().unwrap_or(row.name);
                row.address = address.clone().or(row.address);
                row.phone = phone.clone().or(row.phone);
                row.languages = languages.clone().unwrap_or(row.languages);
            }
            SiteEvent::SiteClosed { reason } => {
                row.state = SiteState::Closed;
                row.closed_at = Some(event.at());
                row.closed_because = Some(reason.clone());
            }
            other => row.hours.follow(other),
        }
        Some(row)
    }

    fn order(row: &SiteRow) -> String {
        row.name.as_str().to_lowercase()
    }

    fn facets(row: &SiteRow) -> Vec<Facet> {
        let mut languages: Vec<String> =
            row.languages.iter().map(|offered| offered.language.to_string()).collect();
        languages.sort();
        languages.dedup();
        vec![Facet::of(row.state), Facet::Many(languages)]
    }
}
