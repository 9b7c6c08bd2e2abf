//! Home: open now or not, the next opening, where, in which languages, and how to call.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};
use futures_util::future::try_join_all;

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::dates::{Calendar, DAYS, range, written_time};
use crate::frame::{Frame, Phone};
use crate::network::{ClipPage, Network};
use crate::pages::{Here, trouble};
use crate::queries::{PageOpenings, PageSites, page_openings, page_sites};
use crate::speech::Speech;
use crate::words::{Shown, Words};

/// How far ahead a closure is announced, in days.
const AHEAD: i64 = 21;

type SiteRow = page_sites::PageSitesSitesNodes;
type Opening = page_openings::PageOpeningsNextOpenings;

/// A line of the weekly hours.
struct Day {
    name: String,
    hours: Vec<String>,
    today: bool,
}

/// A closure that is on, or near.
struct Closed {
    when: String,
    message: Option<Shown>,
}

/// A place that receives people.
struct Place {
    name: String,
    address: Option<String>,
    phone: Option<Phone>,
    map: Option<String>,
    open: bool,
    status: String,
    next: Option<String>,
    appointment: Option<String>,
    week: Vec<Day>,
    closed: Vec<Closed>,
    languages: Vec<String>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    places: Vec<Place>,
}

/// `/{language}/{network}`
pub(crate) async fn page(
    State(here): State<Here>,
    Path(network): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    here.send(Some(network), &headers, Keep::Asked, home(&here, network).await)
}

async fn home(here: &Here, network: &Network) -> Result<Home, Trouble> {
    let sites = here.ask::<PageSites>(network, page_sites::Variables).await?.sites.nodes;
    let openings = sites.iter().map(|site| {
        let variables = page_openings::Variables { site: site.id.clone() };
        here.ask::<PageOpenings>(network, variables)
    });
    let openings = try_join_all(openings).await?;
    let now = here.site.ports.clock.now();
    let path = format!("/{}", network.id.as_str());
    let frame = here.frame(Some(network), &path, "page-home").with_clips(network, ClipPage::Home);
    let speech = frame.speech();
    let places = sites.iter().zip(&openings);
    let places =
        places.map(|(site, openings)| place(speech, network, site, &openings.next_openings, now)).collect();
    Ok(Home { frame, places })
}

fn place(
    speech: &Speech,
    network: &Network,
    site: &SiteRow,
    openings: &[Opening],
    now: DateTime<Utc>,
) -> Place {
    let calendar = Calendar::new(speech, &site.hours.time_zone);
    let today = calendar.date_of(now);
    let current = openings.first().filter(|opening| opening.starts_at <= now);
    let coming = openings.iter().find(|opening| opening.starts_at > now);
    let status = match current {
        Some(opening) => speech.with("page-open-until", "time", &calendar.time(opening.ends_at)),
        None => speech.say("page-closed-now"),
    };
    let next = coming.map(|opening| {
        let day = calendar.near(calendar.date_of(opening.starts_at), today);
        let times = calendar.times(opening.starts_at, opening.ends_at);
        speech.tell("page-next-opening", [("day", day.into()), ("times", times.into())])
    });
    let concerned = current.or(coming);
    let appointment = concerned.map(|opening| match (opening.walk_in, opening.by_appointment) {
        (true, true) => speech.say("page-walk-in-or-appointment"),
        (false, true) => speech.say("page-appointment-only"),
        _ => speech.say("page-walk-in"),
    });
    Place {
        name: site.name.clone(),
        address: site.address.clone(),
        phone: site.phone.as_deref().or(network.phone.as_deref()).map(Phone::of),
        map: site.address.as_deref().map(map),
        open: current.is_some(),
        status,
        next: next.or_else(|| current.is_none().then(|| speech.say("page-no-opening"))),
        appointment,
        week: week(speech, site, today),
        closed: closed(speech, &calendar, site, today),
        languages: languages(speech, site),
    }
}

/// A search for an address on a public map; nobody is told who asked.
pub(crate) fn map(address: &str) -> String {
    let query: String =
        url::form_urlencoded::byte_serialize(address.replace('\n', ", ").as_bytes()).collect();
    format!("https://www.openstreetmap.org/search?query={query}")
}

/// The hours of each day; no line at all for a place that opens by date only.
fn week(speech: &Speech, site: &SiteRow, today: chrono::NaiveDate) -> Vec<Day> {
    let valid = |from: chrono::NaiveDate, to: Option<chrono::NaiveDate>| {
        from <= today && to.is_none_or(|to| today <= to)
    };
    let name_of_today = DAYS[chrono::Datelike::weekday(&today).num_days_from_monday() as usize];
    let days: Vec<Day> = DAYS
        .iter()
        .map(|day| {
            let slots = site
                .hours
                .slots
                .iter()
                .filter(|slot| slot.day == *day && valid(slot.valid_from, slot.valid_to));
            let mut times: Vec<(&str, &str)> =
                slots.map(|slot| (slot.start.as_str(), slot.end.as_str())).collect();
            times.sort_unstable();
            let hours = times
                .iter()
                .map(|(start, end)| range(speech, &written_time(speech, start), &written_time(speech, end)));
            Day { name: speech.code("page-day-", day), hours: hours.collect(), today: *day == name_of_today }
        })
        .collect();
    if days.iter().all(|day| day.hours.is_empty()) { Vec::new() } else { days }
}

fn closed(speech: &Speech, calendar: &Calendar<'_>, site: &SiteRow, today: chrono::NaiveDate) -> Vec<Closed> {
    let mut near: Vec<_> = site
        .hours
        .closures
        .iter()
        .filter(|closure| closure.to >= today && (closure.from - today).num_days() <= AHEAD)
        .collect();
    near.sort_by_key(|closure| closure.from);
    let when = |from, to| {
        if from == to { calendar.date(from) } else { range(speech, &calendar.date(from), &calendar.date(to)) }
    };
    near.into_iter()
        .map(|closure| Closed {
            when: when(closure.from, closure.to),
            message: Words::from(&closure.message).shown(speech.locale()),
        })
        .collect()
}

/// Each language once, with how it is spoken when it is not by somebody of the place.
fn languages(speech: &Speech, site: &SiteRow) -> Vec<String> {
    let said = |language: &str, mode: &str| match mode {
        "DIRECT" => speech.language(language),
        _ => speech.tell(
            "page-language-how",
            [("language", speech.language(language).into()), ("how", speech.code("page-met-", mode).into())],
        ),
    };
    let offered = site.languages.iter().filter(|language| language.mode != "NOT_MET");
    offered.map(|language| said(&language.language, &language.mode)).collect()
}
