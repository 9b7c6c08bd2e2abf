//! One service, whole: what it does, for whom, when, where, and what to bring.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::frame::{Frame, Phone};
use crate::needs;
use crate::network::Network;
use crate::pages::help::{Closure, Notice, access, hours_line, notice};
use crate::pages::{Here, trouble};
use crate::queries::{PageService, page_service};
use crate::speech::Speech;
use crate::words::{Shown, Words};

type Row = page_service::PageServiceService;

/// A line under a heading: our words, those of the network, and ours again.
#[derive(Default)]
struct Line {
    plain: Option<String>,
    words: Option<Shown>,
    after: Option<String>,
}

/// A heading with its lines.
struct Part {
    icon: String,
    title: String,
    lines: Vec<Line>,
}

/// A telephone with what it is for.
struct Call {
    phone: Phone,
    note: Option<Shown>,
}

#[derive(Template)]
#[template(path = "service.html")]
struct Page {
    frame: Frame,
    name: Option<Shown>,
    description: Option<Shown>,
    important: Option<Shown>,
    notice: Option<Notice>,
    calls: Vec<Call>,
    email: Option<String>,
    website: Option<String>,
    parts: Vec<Part>,
}

/// `/{language}/{network}/help/{service}`
pub(crate) async fn page(
    State(here): State<Here>,
    Path((network, service)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    // What is not an id is not there; the API would call it malformed.
    if uuid::Uuid::try_parse(&service).is_err() {
        return trouble::missing(&here, Some(network), &headers, StatusCode::NOT_FOUND);
    }
    match sheet(&here, network, service).await {
        Ok(Some(page)) => here.send(Some(network), &headers, Keep::Asked, Ok(page)),
        Ok(None) => trouble::missing(&here, Some(network), &headers, StatusCode::NOT_FOUND),
        Err(trouble) => trouble::page(&here, Some(network), &headers, trouble),
    }
}

async fn sheet(here: &Here, network: &Network, id: String) -> Result<Option<Page>, Trouble> {
    let path = format!("/{}/help/{id}", network.id.as_str());
    let row = here.ask::<PageService>(network, page_service::Variables { id }).await?.service;
    // Drafts are not for the public, and neither is what was taken out.
    let Some(row) = row.filter(|row| matches!(row.state.as_str(), "PUBLISHED" | "TEMPORARILY_CLOSED")) else {
        return Ok(None);
    };
    let safety = needs::is_safety(row.content.needs.iter().map(String::as_str));
    let mut frame = here.frame(Some(network), &path, "page-help").with_exit(safety);
    let speech = frame.speech().clone();
    let words = |words: &page_service::Words| Words::from(words).shown(speech.locale());
    let now = here.site.ports.clock.now();
    let content = &row.content;
    let name = words(&content.name);
    if let Some(name) = &name {
        frame.title.clone_from(&name.text);
    }
    let calls = content.phones.iter().map(|phone| {
        let number = match &phone.extension {
            Some(extension) => format!("{} ({extension})", phone.number),
            None => phone.number.clone(),
        };
        Call {
            phone: Phone { shown: number, href: Phone::of(&phone.number).href },
            note: phone.note.as_ref().and_then(words),
        }
    });
    let closure = row
        .closure
        .as_ref()
        .filter(|closure| closure.from <= now)
        .map(|closure| Closure { message: words(&closure.message) });
    let capacity = row.capacity.as_ref().filter(|capacity| capacity.expires_at > now);
    Ok(Some(Page {
        description: content.description.as_ref().and_then(words),
        important: content.notice.as_ref().and_then(words),
        notice: notice(&speech, &row.state, closure, capacity.map(|capacity| capacity.level.as_str())),
        calls: calls.collect(),
        email: content.email.clone(),
        website: content
            .website
            .clone()
            .filter(|address| address.starts_with("https://") || address.starts_with("http://")),
        parts: parts(&frame, &speech, &row),
        name,
        frame,
    }))
}

fn parts(frame: &Frame, speech: &Speech, row: &Row) -> Vec<Part> {
    let part = |icon: &str, title: &str, lines: Vec<Line>| Part {
        icon: frame.icon(icon),
        title: frame.say(title),
        lines,
    };
    let parts = [
        part("clock", "page-when", when(speech, row)),
        part("map-pin", "page-where", places(speech, row)),
        part("languages", "page-languages", languages(speech, row)),
        part("users", "page-for-whom", conditions(speech, row)),
        part("file-text", "page-bring", documents(speech, row)),
    ];
    parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
}

fn plain(text: String) -> Line {
    Line { plain: Some(text), ..Line::default() }
}

fn spoken(speech: &Speech, words: Option<&page_service::Words>) -> Option<Line> {
    let shown = Words::from(words?).shown(speech.locale())?;
    Some(Line { words: Some(shown), ..Line::default() })
}

fn when(speech: &Speech, row: &Row) -> Vec<Line> {
    let hours = row.content.hours.iter().map(|hours| Line {
        plain: Some(hours_line(speech, &hours.days, hours.opens.as_deref(), hours.closes.as_deref())),
        words: hours.note.as_ref().and_then(|note| Words::from(note).shown(speech.locale())),
        ..Line::default()
    });
    hours.chain(access(speech, &row.content.conditions.access).map(plain)).collect()
}

fn places(speech: &Speech, row: &Row) -> Vec<Line> {
    let mut lines = Vec::new();
    for place in &row.content.places {
        lines.extend(spoken(speech, place.name.as_ref()));
        for address in place.addresses.iter().filter(|address| address.kind.as_deref() != Some("VIRTUAL")) {
            let city = [&address.postal_code, &address.city]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" ");
            let pieces = [address.street.clone(), address.extra.clone(), Some(city)];
            let pieces: Vec<String> =
                pieces.into_iter().flatten().filter(|piece| !piece.is_empty()).collect();
            lines.push(plain(pieces.join(", ")));
        }
        lines.extend(spoken(speech, place.transport.as_ref()));
        lines.extend(place.accessibility.iter().filter_map(|words| spoken(speech, Some(words))));
        lines.extend(spoken(speech, place.note.as_ref()));
    }
    lines
}

fn languages(speech: &Speech, row: &Row) -> Vec<Line> {
    let lines = row.content.languages.iter().map(|one| {
        let language = speech.language(&one.language);
        let said = match one.by.as_str() {
            "NOT_SAID" => language,
            how => speech.tell(
                "page-language-how",
                [("language", language.into()), ("how", speech.code("page-offered-", how).into())],
            ),
        };
        Line {
            plain: Some(said),
            words: one.note.as_ref().and_then(|note| Words::from(note).shown(speech.locale())),
            ..Line::default()
        }
    });
    lines.chain(spoken(speech, row.content.interpretation.as_ref())).collect()
}

fn conditions(speech: &Speech, row: &Row) -> Vec<Line> {
    let conditions = &row.content.conditions;
    let ages = match (conditions.minimum_age, conditions.maximum_age) {
        (None, None) => None,
        (Some(from), None) => Some(speech.tell("page-age-from", [("from", from.into())])),
        (None, Some(until)) => Some(speech.tell("page-age-until", [("until", until.into())])),
        (Some(from), Some(until)) => {
            Some(speech.tell("page-age-between", [("from", from.into()), ("until", until.into())]))
        }
    };
    let said = [&conditions.eligibility, &conditions.residence, &conditions.how_to_apply, &conditions.cost];
    let said = said.into_iter().filter_map(|words| spoken(speech, words.as_ref()));
    ages.map(plain).into_iter().chain(said).collect()
}

fn documents(speech: &Speech, row: &Row) -> Vec<Line> {
    let lines = row.content.documents.iter().filter_map(|document| {
        let mut line = spoken(speech, Some(&document.name))?;
        line.after = document.optional.then(|| speech.say("page-if-you-have-it"));
        Some(line)
    });
    lines.collect()
}
