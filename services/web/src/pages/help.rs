//! Who can help: partner services by need and language, with the telephone first.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use chrono::{DateTime, Utc};

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::dates::{DAYS, range, written_time};
use crate::form::Fields;
use crate::frame::{Frame, Phone};
use crate::needs::{self, Need};
use crate::network::{ClipPage, Network};
use crate::pages::{Here, trouble};
use crate::queries::{PageServices, page_services};
use crate::speech::Speech;
use crate::words::{Shown, Words};

/// Services on one page: with all their words the page stays below ten kilobytes.
const PER_PAGE: i64 = 10;

/// The languages one can filter by: those heard most at the desks.
pub(crate) const LANGUAGES: [&str; 20] = [
    "fra", "nld", "ara", "eng", "spa", "por", "ron", "bul", "tur", "rus", "ukr", "pol", "sqi", "fas", "pus",
    "tir", "som", "ful", "sfb", "fcs",
];

/// One of the nine needs, as a link.
struct Tile {
    href: String,
    icon: String,
    words: String,
    here: bool,
}

/// A choice of a list.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) words: String,
    pub(crate) chosen: bool,
}

/// A service, as far as a list shows it.
struct Card {
    href: String,
    name: Option<Shown>,
    description: Option<Shown>,
    phones: Vec<Phone>,
    languages: String,
    access: Option<String>,
    hours: Vec<String>,
    notice: Option<Notice>,
}

/// What has to be known before one goes there.
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) message: Option<Shown>,
}

#[derive(Template)]
#[template(path = "help.html")]
struct Help {
    frame: Frame,
    tiles: Vec<Tile>,
    need: Option<&'static str>,
    languages: Vec<Choice>,
    cards: Vec<Card>,
    more: Option<String>,
    later: bool,
}

/// What was asked for, from the address.
struct Wanted {
    need: Option<&'static Need>,
    language: Option<String>,
    after: Option<String>,
}

impl Wanted {
    fn of(query: &str) -> Self {
        let fields = Fields::read(query.as_bytes());
        let known = |code: &&str| code.len() == 3 && code.chars().all(|c| c.is_ascii_lowercase());
        Self {
            need: fields.one("need").and_then(needs::of),
            language: fields.one("language").filter(known).map(str::to_owned),
            after: fields.one("after").map(str::to_owned),
        }
    }

    /// The address of this choice, or of this one with something else in it.
    fn address(&self, root: &str, after: Option<&str>) -> String {
        let pairs = [
            ("need", self.need.map(|need| need.key.as_str())),
            ("language", self.language.as_deref()),
            ("after", after),
        ];
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).for_each(|(name, value)| {
            query.append_pair(name, value);
        });
        let query = query.finish();
        if query.is_empty() { format!("{root}/help") } else { format!("{root}/help?{query}") }
    }
}

/// `/{language}/{network}/help?need=&language=&after=`
pub(crate) async fn page(
    State(here): State<Here>,
    Path(network): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    let wanted = Wanted::of(&query.unwrap_or_default());
    here.send(Some(network), &headers, Keep::Asked, help(&here, network, &wanted).await)
}

async fn help(here: &Here, network: &Network, wanted: &Wanted) -> Result<Help, Trouble> {
    let variables = page_services::Variables {
        need: wanted.need.map(|need| need.codes.clone()),
        language: wanted.language.clone().map(|language| vec![language]),
        after: wanted.after.clone(),
        first: PER_PAGE,
    };
    let services = here.ask::<PageServices>(network, variables).await?.services;
    let path = wanted.address(&format!("/{}", network.id.as_str()), None);
    let frame = here
        .frame(Some(network), &path, "page-help")
        .with_clips(network, ClipPage::Help)
        .with_exit(wanted.need.is_some_and(|need| need.safety));
    let now = here.site.ports.clock.now();
    let cards = services.nodes.iter().map(|row| card(frame.speech(), &frame.root, row, now)).collect();
    let next = services.page_info.end_cursor.as_deref().filter(|_| services.page_info.has_next_page);
    Ok(Help {
        tiles: tiles(&frame, wanted),
        need: wanted.need.map(|need| need.key.as_str()),
        languages: choices(frame.speech(), wanted.language.as_deref()),
        cards,
        more: next.map(|next| wanted.address(&frame.root, Some(next))),
        later: wanted.after.is_some(),
        frame,
    })
}

fn tiles(frame: &Frame, wanted: &Wanted) -> Vec<Tile> {
    let tile = |need: &'static Need| {
        let other = Wanted { need: Some(need), language: wanted.language.clone(), after: None };
        Tile {
            href: other.address(&frame.root, None),
            icon: frame.icon(&need.icon),
            words: frame.say(&format!("page-need-{}", need.key)),
            here: wanted.need.is_some_and(|chosen| chosen.key == need.key),
        }
    };
    needs::all().iter().map(tile).collect()
}

/// The languages to choose from, in the alphabet of whoever reads.
pub(crate) fn choices(speech: &Speech, chosen: Option<&str>) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        value: code.to_owned(),
        words: speech.language(code),
        chosen: chosen == Some(code),
    };
    let mut choices: Vec<Choice> = LANGUAGES.iter().map(|code| choice(code)).collect();
    if let Some(other) = chosen.filter(|code| !LANGUAGES.contains(code)) {
        choices.push(choice(other));
    }
    choices.sort_by_key(|choice| choice.words.to_lowercase());
    choices
}

fn card(
    speech: &Speech,
    root: &str,
    row: &page_services::PageServicesServicesNodes,
    now: DateTime<Utc>,
) -> Card {
    let content = &row.content;
    let words = |words: &page_services::Words| Words::from(words).shown(speech.locale());
    let hours = content
        .hours
        .iter()
        .map(|hours| hours_line(speech, &hours.days, hours.opens.as_deref(), hours.closes.as_deref()));
    let mut languages: Vec<String> =
        content.languages.iter().map(|one| speech.language(&one.language)).collect();
    languages.dedup();
    let capacity = row.capacity.as_ref().filter(|capacity| capacity.expires_at > now);
    let closure = row.closure.as_ref().filter(|closure| closure.from <= now);
    let closure = closure.map(|closure| Closure { message: words(&closure.message) });
    Card {
        href: format!("{root}/help/{}", row.id),
        name: words(&content.name),
        description: content.description.as_ref().and_then(words),
        phones: content.phones.iter().map(|phone| Phone::of(&phone.number)).collect(),
        languages: languages.join(", "),
        access: access(speech, &content.conditions.access),
        hours: hours.collect(),
        notice: notice(speech, &row.state, closure, capacity.map(|capacity| capacity.level.as_str())),
    }
}

/// How one is received; nothing when it was not said.
pub(crate) fn access(speech: &Speech, code: &str) -> Option<String> {
    (code != "NOT_SAID").then(|| speech.code("page-received-", code))
}

/// A closure that has begun.
pub(crate) struct Closure {
    pub(crate) message: Option<Shown>,
}

/// Closed for a while, or full.
pub(crate) fn notice(
    speech: &Speech,
    state: &str,
    closure: Option<Closure>,
    capacity: Option<&str>,
) -> Option<Notice> {
    if state == "TEMPORARILY_CLOSED" || closure.is_some() {
        let message = closure.and_then(|closure| closure.message);
        return Some(Notice { words: speech.say("page-closed-for-now"), message });
    }
    let level = capacity.filter(|level| *level != "OPEN")?;
    Some(Notice { words: speech.code("page-capacity-", level), message: None })
}

/// `Monday, Tuesday: 9:00 to 12:00`.
pub(crate) fn hours_line(
    speech: &Speech,
    days: &[String],
    opens: Option<&str>,
    closes: Option<&str>,
) -> String {
    let mut days: Vec<&str> = days.iter().map(String::as_str).collect();
    days.sort_by_key(|day| DAYS.iter().position(|known| known == day));
    let names: Vec<String> = days.iter().map(|day| speech.code("page-day-", day)).collect();
    let names = names.join(", ");
    let times = match (opens, closes) {
        (Some(opens), Some(closes)) => {
            range(speech, &written_time(speech, opens), &written_time(speech, closes))
        }
        (Some(opens), None) => speech.with("page-from", "time", &written_time(speech, opens)),
        (None, Some(closes)) => speech.with("page-until", "time", &written_time(speech, closes)),
        (None, None) => return names,
    };
    if names.is_empty() {
        times
    } else {
        speech.tell("page-hours", [("days", names.into()), ("times", times.into())])
    }
}
