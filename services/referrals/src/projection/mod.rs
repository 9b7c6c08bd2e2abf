//! The list of referrals. What each event changes in a row is in `fold`, who must move in
//! `waiting`.

mod fold;
mod waiting;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use kernel::projection::{own_key, sortable};
use kernel::{Event, Facet, Projection, Recorded, ReferralId, Undecodable, Waiting};

use crate::deadlines;
use crate::events::ReferralEvent;
use crate::row::ReferralRow;

/// The referrals of a network.
#[derive(Debug, Clone, Copy)]
pub struct Referrals;

impl Projection for Referrals {
    const NAME: &'static str = "referrals_referrals_1";
    const KINDS: &'static [&'static str] = &["referral"];
    const FACETS: &'static [&'static str] = &[
        "state",
        "priority",
        "case",
        "person",
        "partner",
        "service",
        "target_kind",
        "identity",
        "need",
        "visit",
        "language",
        "channel",
        "decline_reason",
        "return_reason",
        "outcome",
        "contradiction",
        "overdue",
        "resumed",
    ];
    type Event = ReferralEvent;
    type Row = ReferralRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ReferralEvent, Undecodable> {
        ReferralEvent::read(name, shape, payload)
    }

    fn keys(event: &Recorded<ReferralEvent>) -> Vec<String> {
        let own = own_key(&event.stream);
        match &event.event {
            // The one that had ended shows that somebody went on from it.
            ReferralEvent::ReferralDrafted { resumes: Some(earlier), .. } if earlier.to_string() != own => {
                vec![own, earlier.to_string()]
            }
            _ => vec![own],
        }
    }

    fn project(row: Option<ReferralRow>, key: &str, event: &Recorded<ReferralEvent>) -> Option<ReferralRow> {
        let Ok(id) = event.stream.id.parse::<ReferralId>() else { return row };
        if key != event.stream.id {
            let mut row = row?;
            fold::keep(&mut row.resumed_by, id);
            row.due = row.next_move().and_then(|waiting| waiting.due);
            return Some(row);
        }
        let mut row = row.or_else(|| ReferralRow::drafted(id, event))?;
        row.version = event.version;
        row.step(event);
        row.tell(event);
        row.due = row.next_move().and_then(|waiting| waiting.due);
        Some(row)
    }

    fn order(row: &ReferralRow) -> String {
        sortable(row.drafted_at)
    }

    fn facets(row: &ReferralRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.priority),
            Facet::of(row.case),
            Facet::maybe(row.person),
            Facet::maybe(row.target.partner),
            Facet::maybe(row.target.service.as_ref().map(|service| service.service)),
            Facet::of(row.target.kind),
            Facet::of(row.identity),
            Facet::many(unique(row.needs.iter().map(|need| need.code))),
            Facet::many(unique(row.needs.iter().filter_map(|need| need.visit))),
            Facet::many(unique(row.languages.iter().copied())),
            Facet::maybe(row.channel),
            Facet::many(unique(row.declines.iter().map(|given| given.reason))),
            Facet::maybe(row.returned.as_ref().map(|given| given.reason)),
            Facet::maybe(row.outcome),
            Facet::of(row.contradiction),
            Facet::of(row.overdue),
            Facet::of(!row.resumed_by.is_empty()),
        ]
    }

    fn waiting(row: &ReferralRow) -> Option<Waiting> {
        row.next_move()
    }

    fn due(row: &ReferralRow) -> Option<DateTime<Utc>> {
        deadlines::next(row).map(|(_, at)| at)
    }
}

/// Each value once: a facet counts rows, not mentions.
fn unique<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.collect::<BTreeSet<T>>().into_iter().collect()
}
