//! The list of persons.

use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{Decider, Event, Facet, Party, Projection, Recorded, Undecodable, Waiting};

use super::row::PersonRow;
use crate::codes::{PersonState, SharingConsentState};
use crate::person::{Person, PersonEvent};

/// The list of persons.
#[derive(Debug)]
pub struct Persons;

impl Projection for Persons {
    const NAME: &'static str = "people_persons_1";
    const KINDS: &'static [&'static str] = &[Person::KIND];
    const FACETS: &'static [&'static str] = &[
        "state",
        "identity",
        "language",
        "access_need",
        "do_not_contact",
        "part",
        "member",
        "alias_of",
        "return_code",
    ];
    type Event = PersonEvent;
    type Row = PersonRow;

    fn read(_: &str, name: &str, shape: u32, payload: &[u8]) -> Result<PersonEvent, Undecodable> {
        PersonEvent::read(name, shape, payload)
    }

    fn project(row: Option<PersonRow>, key: &str, event: &Recorded<PersonEvent>) -> Option<PersonRow> {
        match row {
            Some(row) => Some(row.after(event)),
            None => PersonRow::opened(key.parse().ok()?, event),
        }
    }

    fn order(row: &PersonRow) -> String {
        sortable(row.opened_at)
    }

    fn facets(row: &PersonRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::of(row.identity),
            Facet::many(&row.languages),
            Facet::many(&row.access_needs),
            Facet::of(row.do_not_contact),
            Facet::many(&row.parts),
            Facet::maybe(row.member),
            Facet::maybe(row.alias_of),
            Facet::maybe(row.code),
        ]
    }

    /// A coordinator: for the oldest of what is open.
    fn waiting(row: &PersonRow) -> Option<Waiting> {
        if row.state != PersonState::Active {
            return None;
        }
        let asked = row.consents.iter().filter(|consent| consent.state == SharingConsentState::OverrideAsked);
        let overrides = asked.map(|consent| {
            let due = consent.overridden.as_ref().map(|overridden| overridden.confirm_by);
            (consent.since, "confirmSharingOverride", due)
        });
        let open = row.data_requests.iter().filter(|request| request.answer.is_none());
        let requests = open.map(|request| (request.asked_at, "answerDataRequest", Some(request.due)));
        let warned = row.warned_at.map(|since| (since, "reviewRetention", Some(Self::due_of_time(row))));
        let (since, what, due) = overrides.chain(requests).chain(warned).min_by_key(|(since, ..)| *since)?;
        Some(Waiting { on: Party::Coordinator, since, what: what.to_owned(), due })
    }

    fn due(row: &PersonRow) -> Option<DateTime<Utc>> {
        if row.state != PersonState::Active {
            return None;
        }
        let asked = row.consents.iter().filter(|consent| consent.state == SharingConsentState::OverrideAsked);
        let overrides =
            asked.filter_map(|consent| consent.overridden.as_ref().map(|overridden| overridden.confirm_by));
        let open = row.data_requests.iter().filter(|request| request.answer.is_none() && !request.overdue);
        overrides.chain(open.map(|request| request.due)).chain([Self::due_of_time(row)]).min()
    }
}

impl Persons {
    /// When time asks for the next step of forgetting.
    fn due_of_time(row: &PersonRow) -> DateTime<Utc> {
        row.kept().due()
    }
}
