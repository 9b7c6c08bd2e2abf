//! Meetings: the next ones first, when people are welcomed, where, and into the calendar.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{Duration, DurationRound};

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::dates::Calendar;
use crate::frame::Frame;
use crate::network::{ClipPage, Network};
use crate::pages::{Here, trouble};
use crate::queries::{PageMeetings, page_meetings};
use crate::speech::Speech;
use crate::words::{Shown, Words};

/// The most pages of twenty that are read: whoever announces more than a hundred meetings ahead shows
/// the first hundred.
const MOST_PAGES: usize = 5;

/// A meeting as the API gives it.
pub(crate) type MeetingRow = page_meetings::PageMeetingsMeetingNoticesNodes;

/// That it does not take place, and why.
struct Cancelled {
    message: Option<Shown>,
}

/// A meeting as it is shown.
struct Meeting {
    title: Option<Shown>,
    date: String,
    times: String,
    welcome: Option<String>,
    place: String,
    address: Option<String>,
    map: Option<String>,
    interpreters: Vec<String>,
    cancelled: Option<Cancelled>,
    calendar: String,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct Meetings {
    frame: Frame,
    /// Whether the API shows meetings to the public.
    told: bool,
    list: Vec<Meeting>,
    subscription: String,
}

/// `/{language}/{network}/meetings`
pub(crate) async fn page(
    State(here): State<Here>,
    Path(network): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    here.send(Some(network), &headers, Keep::Asked, meetings(&here, network).await)
}

async fn meetings(here: &Here, network: &Network) -> Result<Meetings, Trouble> {
    let path = format!("/{}/meetings", network.id.as_str());
    let frame = here.frame(Some(network), &path, "page-meetings").with_clips(network, ClipPage::Meetings);
    let (told, rows) = match announced(here, network, Duration::hours(6)).await {
        Ok(rows) => (true, rows),
        // Where the policies do not open meetings to everybody, the desk tells.
        Err(Trouble::Forbidden) => (false, Vec::new()),
        Err(trouble) => return Err(trouble),
    };
    let list = rows.iter().map(|row| shown(frame.speech(), &frame.root, row)).collect();
    let subscription = format!("{}/meetings.ics", frame.root);
    Ok(Meetings { frame, told, list, subscription })
}

/// The meetings that were announced and are not long over, soonest first.
pub(crate) async fn announced(
    here: &Here,
    network: &Network,
    back: Duration,
) -> Result<Vec<MeetingRow>, Trouble> {
    let now = here.site.ports.clock.now();
    // On the hour, so that what is asked within one is the same question.
    let from = (now - back).duration_trunc(Duration::hours(1)).unwrap_or(now);
    let (mut rows, mut after) = (Vec::new(), None);
    for _ in 0..MOST_PAGES {
        let variables = page_meetings::Variables { from, after };
        let meetings = here.ask::<PageMeetings>(network, variables).await?.meeting_notices;
        rows.extend(meetings.nodes);
        after = meetings.page_info.end_cursor;
        if !meetings.page_info.has_next_page {
            break;
        }
    }
    Ok(rows)
}

fn shown(speech: &Speech, root: &str, row: &MeetingRow) -> Meeting {
    let calendar = Calendar::new(speech, &row.time_zone);
    let words = |words: &page_meetings::Words| Words::from(words).shown(speech.locale());
    Meeting {
        title: words(&row.title),
        date: calendar.date(calendar.date_of(row.starts_at)),
        times: calendar.times(row.starts_at, row.ends_at),
        welcome: (row.welcome_at < row.starts_at)
            .then(|| speech.with("page-welcome-from", "time", &calendar.time(row.welcome_at))),
        place: row.place.name.clone(),
        address: row.place.address.clone(),
        map: row.place.address.as_deref().map(super::home::map),
        interpreters: row.interpreters.iter().map(|language| speech.language(language)).collect(),
        cancelled: row.cancelled.as_ref().map(|notice| Cancelled { message: words(notice) }),
        calendar: format!("{root}/meetings/{}.ics", row.id),
    }
}
