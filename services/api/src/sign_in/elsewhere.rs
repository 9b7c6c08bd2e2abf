//! Passkeys, and the sign-ins of organisations.

#![allow(clippy::unused_async, reason = "every route is called in the same way")]

use access::oidc::Return;
use access::sign_in::{Came, Opened};
use axum::extract::{Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use graph::ports::Trouble;
use kernel::NetworkId;
use serde::Deserialize;
use serde_json::{Value, json};

use super::inside::Nothing;
use super::{Answer, Asked, Door, brought, came, refused};
use crate::cookies::{self, OUTSIDE, cookie};

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

pub(super) async fn go_out(door: &Door, _: Asked, input: Out) -> Result<Answer, Trouble> {
    let invitation = input.invitation.as_deref();
    let way = door.sign_in.go_out(&input.network, &input.provider, invitation, input.shared).await?;
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
/// a page of this site passes. Whoever is in goes on to the start page; the address keeps nothing.
pub(super) async fn come_back(
    State(door): State<Door>,
    Query(back): Query<Return>,
    headers: HeaderMap,
) -> Response {
    let asked = match brought(&headers) {
        Ok(asked) => asked,
        Err(response) => return response,
    };
    let shown = cookie(&headers, OUTSIDE).unwrap_or_default();
    let mut response = match door.sign_in.come_back(&shown, &back, &asked.place).await {
        Err(trouble) => refused(&door, asked.locale, trouble),
        Ok(Came::In(opened)) => {
            let mut response = Answer::opened(&opened).into_response();
            *response.status_mut() = StatusCode::SEE_OTHER;
            response.headers_mut().insert(LOCATION, HeaderValue::from_static("/"));
            response
        }
        // The step is no secret from the page it goes to, and after # it is sent to no server.
        Ok(Came::HalfWay(step)) => {
            let to = HeaderValue::from_str(&format!("/#second-factor={}", step.as_str()));
            let location = to.unwrap_or(HeaderValue::from_static("/"));
            (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
        }
    };
    if let Some(gone) = cookies::none_outside() {
        response.headers_mut().append(SET_COOKIE, gone);
    }
    response
}
