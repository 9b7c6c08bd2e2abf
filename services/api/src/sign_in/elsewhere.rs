//! Passkeys, and the sign-ins of organisations.

#![allow(clippy::unused_async, reason = "every route is called in the same way")]

use access::oidc::Return;
use access::sign_in::{Came, Opened};
use axum::extract::{Query, State};
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use graph::Locale;
use graph::ports::Trouble;
use kernel::NetworkId;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::inside::Nothing;
use super::{Answer, Asked, Door, Refusal, came, refusal};
use crate::cookies::{self, KNOWN, OUTSIDE, cookie};
use crate::who::locale;

/// Reads what a browser's authenticator answered, in the words of its own standard.
fn read<T: serde::de::DeserializeOwned>(answer: Value) -> Result<T, Trouble> {
    let not_valid = |_| Trouble::Refused(access::AccessRefusal::PasskeyNotValid.into());
    serde_json::from_value(answer).map_err(not_valid)
}

pub(super) async fn begin_adding(door: &Door, asked: Asked, _: Nothing) -> Result<Answer, Trouble> {
    let (challenge, step) = door.sign_in.begin_adding_passkey(asked.session()?).await?;
    Ok(Answer::of(json!({ "challenge": challenge, "step": step.as_str() })))
}

/// A browser's answer: a new passkey.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPasskey {
    step: String,
    name: String,
    answer: Value,
}

pub(super) async fn finish_adding(door: &Door, asked: Asked, input: NewPasskey) -> Result<Answer, Trouble> {
    let answer = read(input.answer)?;
    let opened: Opened =
        door.sign_in.finish_adding_passkey(asked.session()?, &input.step, &input.name, &answer).await?;
    Ok(Answer::opened(&opened))
}

/// Whoever is there is asked for a passkey.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AnyPasskey {
    network: NetworkId,
    #[serde(default)]
    unasked: bool,
}

pub(super) async fn begin_passkey(door: &Door, _: Asked, input: AnyPasskey) -> Result<Answer, Trouble> {
    let (challenge, step) = door.sign_in.begin_passkey(&input.network, input.unasked)?;
    Ok(Answer::of(json!({ "challenge": challenge, "step": step.as_str() })))
}

/// A browser's answer: a passkey it has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ByPasskey {
    network: NetworkId,
    step: String,
    answer: Value,
    #[serde(default)]
    shared: bool,
}

pub(super) async fn passkey(door: &Door, mut asked: Asked, input: ByPasskey) -> Result<Answer, Trouble> {
    asked.place.shared = input.shared;
    let answer = read(input.answer)?;
    Ok(came(&door.sign_in.with_passkey(&input.network, &input.step, &answer, &asked.place).await?))
}

/// Somebody goes out to the sign-in of an organisation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Out {
    network: NetworkId,
    provider: String,
    #[serde(default)]
    invitation: Option<String>,
    #[serde(default)]
    shared: bool,
}

pub(super) async fn go_out(door: &Door, mut asked: Asked, input: Out) -> Result<Answer, Trouble> {
    asked.place.shared = input.shared;
    let invitation = input.invitation.as_deref();
    let way = door.sign_in.go_out(&input.network, &input.provider, invitation, &asked.place).await?;
    Ok(Answer { body: json!({ "goTo": way.address }), cookies: vec![cookies::outside(&way.cookie)] })
}

/// Somebody who is in goes out to link their account.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    provider: String,
}

pub(super) async fn link(door: &Door, asked: Asked, input: Link) -> Result<Answer, Trouble> {
    let way = door.sign_in.go_out_to_link(asked.session()?, &input.provider).await?;
    Ok(Answer { body: json!({ "goTo": way.address }), cookies: vec![cookies::outside(&way.cookie)] })
}

/// The browser comes back from another site: its own step, state and nonce stand in for the checks that
/// a page of this site passes.
///
/// The answer is a page that leads on by itself, and no redirect: what a redirect asks for counts as asked
/// by the other site, so a browser would not send the strict cookie of the session along, and whoever has
/// just signed in would be shown the page of somebody who has not. What a page of ours asks for is ours.
pub(super) async fn come_back(
    State(door): State<Door>,
    Query(back): Query<Return>,
    headers: HeaderMap,
) -> Response {
    let locale = locale(&headers).unwrap_or_default();
    let shown = cookie(&headers, OUTSIDE).unwrap_or_default();
    let known = cookie(&headers, KNOWN);
    let mut response = match door.sign_in.come_back(&shown, &back, known).await {
        Ok(Came::In(opened)) => {
            let mut response = leads_on(&door, locale, "/app#came");
            for cookie in Answer::opened(&opened).cookies.into_iter().flatten() {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response
        }
        // The step is no secret from the page it goes to, and after # it is sent to no server.
        Ok(Came::HalfWay(step)) => leads_on(&door, locale, &format!("/app#second-factor={}", step.as_str())),
        Err(trouble) => turned_back(&door, locale, trouble),
    };
    if let Some(gone) = cookies::none_outside() {
        response.headers_mut().append(SET_COOKIE, gone);
    }
    response
}

/// Leads on at once; by a link where a browser was told not to.
fn leads_on(door: &Door, locale: Locale, to: &str) -> Response {
    let go_on = say(door, locale, "OUTSIDE_SIGN_IN_GO_ON", &Map::new());
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"0;url={to}\">");
    page(StatusCode::OK, locale, &refresh, &format!("<p><a href=\"{to}\">{go_on}</a></p>"))
}

/// Says why not, and leads back by a link: there is something to read.
fn turned_back(door: &Door, locale: Locale, trouble: Trouble) -> Response {
    let Refusal { status, message, wait, .. } = refusal(door, Some(locale), trouble);
    let back = say(door, locale, "OUTSIDE_SIGN_IN_BACK", &Map::new());
    let body = format!("<p>{}</p><p><a href=\"/\">{back}</a></p>", escaped(&message));
    let mut response = page(status, locale, "", &body);
    if let Some(wait) = wait {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

fn say(door: &Door, locale: Locale, code: &str, details: &Map<String, Value>) -> String {
    escaped(&door.sign_in.ports().wording.say(locale, code, details))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page without style or script: the headers of the API allow neither.
fn page(status: StatusCode, locale: Locale, head: &str, body: &str) -> Response {
    let direction = if locale == Locale::Ar { "rtl" } else { "ltr" };
    let html = format!(
        "<!doctype html><html lang=\"{}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Entraide</title>{head}</head>\
         <body>{body}</body></html>",
        locale.tag(),
    );
    (status, Html(html)).into_response()
}
