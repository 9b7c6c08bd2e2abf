//! A new visit without script, for somebody who is signed in and whose app does not come up.
//!
//! The key of the command is made when the form is shown, never in a page that is kept: a page shown
//! again from a cache would send the next visit under the key of the last. From that key follow the ids
//! of the visit, the case and the needs, so that a form sent twice is one visit.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::REFERRER_POLICY;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use uuid::Uuid;

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::dates::Calendar;
use crate::form::{self, Fields};
use crate::frame::Frame;
use crate::needs;
use crate::network::Network;
use crate::pages::help::{Choice, choices};
use crate::pages::{Here, trouble};
use crate::ports::Who;
use crate::queries::{PageDesk, PageVisit, page_desk, page_visit};

/// What was done at the desk, in the order of the form.
const ANSWERS: [&str; 5] = ["INFORMED", "ORIENTED", "NETWORK", "LISTENED", "DOCUMENT_HELPED"];
/// How the language was met.
const MET: [&str; 5] = ["DIRECT", "INTERPRETER", "VOLUNTEER", "WRITTEN", "NOT_MET"];
/// Said when nothing was ticked: it was not said what for, which is never *other*.
const NOT_SAID: &str = "OTH.UNSAID";

/// A need as a tick with a picture.
struct Tick {
    value: String,
    icon: String,
    words: String,
    chosen: bool,
}

/// What became of the form sent last.
enum Said {
    /// It was recorded.
    Recorded,
    /// It was not, and why; nothing that was ticked is lost.
    Refused(String),
}

#[derive(Template)]
#[template(path = "visit.html")]
struct Form {
    frame: Frame,
    command: Uuid,
    sessions: Vec<Choice>,
    tiles: Vec<Tick>,
    others: Vec<Choice>,
    answers: Vec<Choice>,
    languages: Vec<Choice>,
    met: Vec<Choice>,
    recorded: bool,
    refused: Option<String>,
}

/// `GET /{language}/{network}/visit`
pub(crate) async fn form(
    State(here): State<Here>,
    Path(network): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    let page = shown(&here, network, &headers, None).await;
    told_from(here.send(Some(network), &headers, Keep::Nothing, page))
}

/// `POST /{language}/{network}/visit`
pub(crate) async fn record(
    State(here): State<Here>,
    Path(network): Path<String>,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Response {
    let Some(network) = here.site.network(&network) else {
        return trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND);
    };
    if !form::is_form(&headers) {
        return trouble::missing(&here, Some(network), &headers, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    if !form::from_here(&headers) {
        return trouble::page(&here, Some(network), &headers, Trouble::Forbidden);
    }
    let fields = Fields::read(&body);
    let page = match recorded(&here, network, &headers, &fields).await {
        Ok(said) => shown(&here, network, &headers, Some((said, &fields))).await,
        Err(trouble) => Err(trouble),
    };
    told_from(here.send(Some(network), &headers, Keep::Nothing, page))
}

/// With no referrer at all, browsers hide from us that a form is ours.
fn told_from(mut response: Response) -> Response {
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

fn signed_in(headers: &HeaderMap) -> Who {
    Who::SignedIn(Box::new(headers.clone()))
}

async fn shown(
    here: &Here,
    network: &Network,
    headers: &HeaderMap,
    last: Option<(Said, &Fields)>,
) -> Result<Form, Trouble> {
    let desk = here.ask_as::<PageDesk>(signed_in(headers), Some(network), page_desk::Variables).await?;
    if desk.me.network != network.id.as_str() {
        return Err(Trouble::Forbidden);
    }
    let path = format!("/{}/visit", network.id.as_str());
    let frame = here.frame(Some(network), &path, "page-visit").unlisted();
    let speech = frame.speech();
    let (said, before) = last.map_or((None, None), |(said, fields)| (Some(said), Some(fields)));
    let recorded = matches!(said, Some(Said::Recorded));
    // What was ticked comes back only when it was not recorded.
    let kept = before.filter(|_| !recorded);
    let ticked =
        |name: &str, value: &str| kept.is_some_and(|fields| fields.all(name).any(|one| one == value));
    let tiles = needs::all().iter().filter_map(|need| {
        let value = need.codes.first()?.clone();
        Some(Tick {
            icon: frame.icon(&need.icon),
            words: frame.say(&format!("page-need-{}", need.key)),
            chosen: ticked("need", &value),
            value,
        })
    });
    let firsts: Vec<&String> = needs::all().iter().filter_map(|need| need.codes.first()).collect();
    let others = desk.needs_taxonomy.iter().filter(|need| !firsts.contains(&&need.code)).map(|need| Choice {
        value: need.code.clone(),
        words: need.label.clone(),
        chosen: ticked("need", &need.code),
    });
    let answers = ANSWERS.iter().map(|code| Choice {
        value: (*code).to_owned(),
        words: speech.code("page-answer-", code),
        chosen: ticked("answer", code),
    });
    // The language and how it was met are those of the visit before: at one desk they often are.
    let language = before.and_then(|fields| fields.one("language")).unwrap_or("fra");
    let met = kept.and_then(|fields| fields.one("met")).unwrap_or("DIRECT");
    let met = MET.iter().map(|code| Choice {
        value: (*code).to_owned(),
        words: speech.code("page-met-", code),
        chosen: *code == met,
    });
    Ok(Form {
        command: here.site.ports.ids.id(),
        sessions: sessions(&frame, &desk, before.and_then(|fields| fields.one("session"))),
        tiles: tiles.collect(),
        others: others.collect(),
        answers: answers.collect(),
        languages: choices(speech, Some(language)),
        met: met.collect(),
        recorded,
        refused: match said {
            Some(Said::Refused(why)) => Some(why),
            _ => None,
        },
        frame,
    })
}

/// The open sessions: the place, and since when.
fn sessions(frame: &Frame, desk: &page_desk::ResponseData, chosen: Option<&str>) -> Vec<Choice> {
    let sessions = desk.sessions.nodes.iter().map(|session| {
        let site = desk.sites.nodes.iter().find(|site| site.id == session.site);
        let name = site.map_or("?", |site| site.name.as_str());
        let zone = site.map_or("UTC", |site| site.hours.time_zone.as_str());
        let calendar = Calendar::new(frame.speech(), zone);
        let day = calendar.date(calendar.date_of(session.starts_at));
        let words =
            [("place", name.into()), ("day", day.into()), ("time", calendar.time(session.starts_at).into())];
        Choice {
            value: session.id.clone(),
            words: frame.speech().tell("page-session", words),
            chosen: chosen.map_or(desk.sessions.nodes.len() == 1, |chosen| chosen == session.id),
        }
    });
    sessions.collect()
}

async fn recorded(
    here: &Here,
    network: &Network,
    headers: &HeaderMap,
    fields: &Fields,
) -> Result<Said, Trouble> {
    let speech = here.site.speech(here.language.locale(Some(network)));
    let command = fields.one("command").and_then(|id| Uuid::try_parse(id).ok()).ok_or(Trouble::Malformed)?;
    let Some(session) = fields.one("session") else {
        return Ok(Said::Refused(speech.say("page-visit-no-session")));
    };
    let input = input(command, session, fields);
    let visit = derived(command, "visit");
    let variables = page_visit::Variables { command: command.to_string(), visit, input };
    let data = here.ask_as::<PageVisit>(signed_in(headers), Some(network), variables).await?;
    Ok(match data.record_visit {
        page_visit::PageVisitRecordVisit::Done(_) => Said::Recorded,
        page_visit::PageVisitRecordVisit::Refusal(refusal) => Said::Refused(refusal.message),
    })
}

/// An id that follows from the key of the form.
fn derived(command: Uuid, of: &str) -> String {
    Uuid::new_v5(&command, of.as_bytes()).to_string()
}

fn input(command: Uuid, session: &str, fields: &Fields) -> page_visit::RecordVisitInput {
    let mut codes: Vec<&str> = fields.all("need").collect();
    codes.dedup();
    if codes.is_empty() {
        codes.push(NOT_SAID);
    }
    let needs = codes.into_iter().map(|code| page_visit::ExpressNeedInput {
        code: code.to_owned(),
        need: derived(command, code),
        urgency: "NORMAL".to_owned(),
    });
    let met = fields.one("met").filter(|met| MET.contains(met)).unwrap_or("DIRECT");
    let answers = fields.all("answer").filter(|answer| ANSWERS.contains(answer)).map(str::to_owned);
    page_visit::RecordVisitInput {
        accompanied_by: None,
        age_band: None,
        answers: answers.collect(),
        appointment: None,
        case: derived(command, "case"),
        first_visit: None,
        gender: None,
        heard_of_us: None,
        language: fields.one("language").unwrap_or("und").to_owned(),
        language_form: None,
        language_met: met.to_owned(),
        late_reason: None,
        minutes: None,
        mode: "WALK_IN".to_owned(),
        needs: needs.collect(),
        notes: Vec::new(),
        outreach: None,
        relation_to_area: None,
        session: Some(session.to_owned()),
    }
}
