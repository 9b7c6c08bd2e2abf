//! Meetings for a calendar: one, or all of them to subscribe to. Instants are written in UTC, so that
//! every calendar shows them right on its own clock; the words say the time at the place.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::Duration;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use crate::answer::{Keep, Sent};
use crate::asking::Trouble;
use crate::dates;
use crate::network::Network;
use crate::pages::meetings::{MeetingRow, announced};
use crate::pages::{Here, trouble};
use crate::speech::{Speech, plain};
use crate::words::Words;

/// How long a meeting that is over stays in the feed: a calendar that asks seldom still hears of a
/// late cancellation.
const KEPT_DAYS: i64 = 60;

/// `/{language}/{network}/meetings.ics`
pub(crate) async fn all(
    State(here): State<Here>,
    Path(network): Path<String>,
    headers: HeaderMap,
) -> Response {
    send(&here, &network, &headers, None).await
}

/// `/{language}/{network}/meetings/{id}.ics`
pub(crate) async fn one(
    State(here): State<Here>,
    Path((network, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match file.strip_suffix(".ics") {
        Some(id) => send(&here, &network, &headers, Some(id)).await,
        None => trouble::missing(&here, here.site.network(&network), &headers, StatusCode::NOT_FOUND),
    }
}

async fn send(here: &Here, network: &str, headers: &HeaderMap, only: Option<&str>) -> Response {
    let Some(network) = here.site.network(network) else {
        return trouble::missing(here, None, headers, StatusCode::NOT_FOUND);
    };
    let missing = || trouble::missing(here, Some(network), headers, StatusCode::NOT_FOUND);
    let rows = match announced(here, network, Duration::days(KEPT_DAYS)).await {
        Ok(rows) => rows,
        Err(Trouble::Forbidden) => return missing(),
        Err(trouble) => return trouble::page(here, Some(network), headers, trouble),
    };
    let wanted: Vec<&MeetingRow> = rows.iter().filter(|row| only.is_none_or(|id| row.id == id)).collect();
    if only.is_some() && wanted.is_empty() {
        return missing();
    }
    let speech = here.site.speech(here.language.locale(Some(network)));
    let text = calendar(&speech, network, &wanted);
    Sent { status: StatusCode::OK, kind: "text/calendar; charset=utf-8", keep: Keep::Asked, text }.to(headers)
}

fn calendar(speech: &Speech, network: &Network, rows: &[&MeetingRow]) -> String {
    let mut calendar = Calendar::new();
    let name = network.called(speech.locale());
    calendar.name(&name);
    calendar
        .append_property(Property::new("REFRESH-INTERVAL", "PT6H").add_parameter("VALUE", "DURATION").done());
    calendar.append_property(Property::new("X-PUBLISHED-TTL", "PT6H").done());
    for row in rows {
        calendar.push(event(speech, network, row));
    }
    calendar.to_string()
}

fn event(speech: &Speech, network: &Network, row: &MeetingRow) -> Event {
    let words = |words| Words::from(words).shown(speech.locale()).map(|shown| shown.text);
    let title = words(&row.title).unwrap_or_else(|| speech.say("page-meeting"));
    let at_place = dates::Calendar::new(speech, &row.time_zone);
    let mut about = vec![speech.with("page-welcome-from", "time", &at_place.time(row.welcome_at))];
    if !row.interpreters.is_empty() {
        let languages: Vec<_> = row.interpreters.iter().map(|language| speech.language(language)).collect();
        about.push(speech.with("page-interpreters", "languages", &languages.join(", ")));
    }
    let mut event = Event::new();
    // The same meeting keeps its identity in every language and for ever.
    event.uid(&format!("meeting-{}@{}", row.id, network.id.as_str()));
    event.sequence(u32::try_from(row.version).unwrap_or(0));
    event.timestamp(row.changed_at);
    event.last_modified(row.changed_at);
    event.starts(row.starts_at);
    event.ends(row.ends_at);
    event.summary(&title);
    let place: Vec<&str> =
        std::iter::once(row.place.name.as_str()).chain(row.place.address.as_deref().map(str::trim)).collect();
    event.location(&place.join(", ").replace('\n', ", "));
    if let Some(notice) = &row.cancelled {
        event.status(EventStatus::Cancelled);
        about.insert(0, words(notice).unwrap_or_else(|| speech.say("page-cancelled")));
    } else {
        event.status(EventStatus::Confirmed);
    }
    event.description(&plain(&about.join("\n")));
    event.done()
}
