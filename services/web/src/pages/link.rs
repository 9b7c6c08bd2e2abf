//! Can you go with somebody? Asked by a link, answered with one tap, by whoever holds the link.
//!
//! Looking changes nothing: mail programs open links before people do. The secret of the link is in the
//! address only, so the page is kept by nobody and tells no other site where it was.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use uuid::Uuid;

use crate::answer::Keep;
use crate::asking::Trouble;
use crate::dates::Calendar;
use crate::form::{self, Fields};
use crate::frame::Frame;
use crate::needs;
use crate::network::Network;
use crate::pages::help::Choice;
use crate::pages::{Here, trouble};
use crate::ports::{LinkToken, Unanswered, Who};
use crate::queries::{PageLink, PageNo, PageYes, page_link, page_no, page_yes};
use crate::speech::Speech;

/// Why somebody says no, in the order of the list.
const REASONS: [&str; 6] =
    ["NO_TIME", "TOO_FAR", "NOT_AT_EASE", "ACQUAINTED_PRIVATELY", "NEED_CHANGED", "OTHER"];

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Yes or no?
    Asked,
    /// They said yes, now or before.
    SaidYes,
    /// They said no.
    SaidNo,
    /// Nothing is asked any more.
    Over,
}

#[derive(Template)]
#[template(path = "link.html")]
struct Link {
    frame: Frame,
    stage: Stage,
    purpose: String,
    icon: String,
    language: String,
    times: Vec<String>,
    deadline: Option<String>,
    /// The key of this rendering: sent twice, it is answered once.
    command: Uuid,
    /// What went wrong with the answer, in plain words.
    refused: Option<String>,
    reasons: Vec<Choice>,
}

type Row = page_link::PageLinkPairing;

/// What the link leads to.
struct Question {
    network: String,
    row: Row,
    purpose: String,
}

/// `GET /{language}/l/{token}`
pub(crate) async fn question(
    State(here): State<Here>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let token = LinkToken(token);
    let page = asked(&here, &token).await.map(|question| {
        let stage = stage(&question.row);
        view(&here, &token, &question, stage, None)
    });
    here.send(None, &headers, Keep::Nothing, page)
}

/// `POST /{language}/l/{token}`
pub(crate) async fn answer(
    State(here): State<Here>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Response {
    // Whoever knows the token may answer, so where the form comes from adds nothing; without a
    // referrer old browsers could not say it anyway.
    if !form::is_form(&headers) {
        return trouble::missing(&here, None, &headers, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let token = LinkToken(token);
    let page = answered(&here, &token, &Fields::read(&body)).await;
    here.send(None, &headers, Keep::Nothing, page)
}

async fn asked(here: &Here, token: &LinkToken) -> Result<Question, Trouble> {
    // Which pairing it is, only the node knows: it puts that in from the token, whatever is sent.
    let variables = page_link::Variables { pairing: Uuid::nil().to_string() };
    let data = here.ask_as::<PageLink>(Who::Link(token.clone()), None, variables).await?;
    let row = data.pairing.ok_or(Unanswered::NoSuchLink)?;
    let labels = data.needs_taxonomy.into_iter().find(|need| need.code == row.purpose);
    let purpose = labels.map_or_else(|| format!("? {}", row.purpose), |need| need.label);
    Ok(Question { network: data.me.network, row, purpose })
}

/// What the pairing waits for, as far as the holder of the link goes.
fn stage(row: &Row) -> Stage {
    let may = |action: &str| row.volunteer_actions.iter().any(|known| known == action);
    match row.state.as_str() {
        _ if may("ACCEPT") => Stage::Asked,
        "PROPOSED" | "HALF_ACCEPTED" | "ACTIVE" | "PAUSED" if row.member.is_some() => Stage::SaidYes,
        _ => Stage::Over,
    }
}

async fn answered(here: &Here, token: &LinkToken, fields: &Fields) -> Result<Link, Trouble> {
    let command = fields.one("command").and_then(|id| Uuid::try_parse(id).ok()).ok_or(Trouble::Malformed)?;
    let yes = match fields.one("answer") {
        Some("yes") => true,
        Some("no") => false,
        _ => return Err(Trouble::Malformed),
    };
    let question = asked(here, token).await?;
    let Some(member) = question.row.member.clone() else {
        return Ok(view(here, token, &question, Stage::Over, None));
    };
    let (who, pairing) = (Who::Link(token.clone()), question.row.id.clone());
    let command = command.to_string();
    let refusal = if yes {
        let variables = page_yes::Variables { command, pairing, member };
        match here.ask_as::<PageYes>(who, None, variables).await?.accept_pairing_as_volunteer {
            page_yes::PageYesAcceptPairingAsVolunteer::Done(_) => None,
            page_yes::PageYesAcceptPairingAsVolunteer::Refusal(refusal) => Some(refusal.message),
        }
    } else {
        let reason = fields.one("reason").filter(|reason| REASONS.contains(reason)).map(str::to_owned);
        let variables = page_no::Variables { command, pairing, member, reason };
        match here.ask_as::<PageNo>(who, None, variables).await?.decline_pairing {
            page_no::PageNoDeclinePairing::Done(_) => None,
            page_no::PageNoDeclinePairing::Refusal(refusal) => Some(refusal.message),
        }
    };
    let stage = match (&refusal, yes) {
        (None, true) => Stage::SaidYes,
        (None, false) => Stage::SaidNo,
        (Some(_), _) => stage(&question.row),
    };
    Ok(view(here, token, &question, stage, refusal))
}

fn view(here: &Here, token: &LinkToken, question: &Question, stage: Stage, refused: Option<String>) -> Link {
    let token: String = url::form_urlencoded::byte_serialize(token.0.as_bytes()).collect();
    let title = match stage {
        Stage::Asked => "page-link-question",
        Stage::SaidYes => "page-link-yes-said",
        Stage::SaidNo => "page-link-no-said",
        Stage::Over => "page-link-over",
    };
    let network = here.site.network(&question.network);
    let frame = here.frame(network, &format!("/l/{token}"), title).unlisted();
    let (speech, row) = (frame.speech(), &question.row);
    let need = needs::all().iter().find(|need| need.codes.contains(&row.purpose));
    let reasons = REASONS.iter().map(|code| Choice {
        value: (*code).to_owned(),
        words: speech.code("page-no-because-", code),
        chosen: false,
    });
    Link {
        stage,
        purpose: question.purpose.clone(),
        icon: need.map(|need| frame.icon(&need.icon)).unwrap_or_default(),
        language: speech.language(&row.language),
        times: times(speech, row),
        deadline: row.proposal_deadline.map(|at| {
            let calendar = Calendar::new(speech, network.map_or("UTC", Network::clock));
            let date = calendar.date(calendar.date_of(at));
            speech.tell("page-day-time", [("day", date.into()), ("time", calendar.time(at).into())])
        }),
        command: here.site.ports.ids.id(),
        refused,
        reasons: reasons.collect(),
        frame,
    }
}

/// The half-days, one a line; any will do when there is none.
fn times(speech: &Speech, row: &Row) -> Vec<String> {
    if row.times.is_empty() {
        return vec![speech.say("page-any-time")];
    }
    let said = |half: &page_link::PageLinkPairingTimes| {
        let (day, part) = (speech.code("page-day-", &half.day), speech.code("page-part-", &half.part));
        speech.tell("page-day-part", [("day", day.into()), ("part", part.into())])
    };
    row.times.iter().map(said).collect()
}
