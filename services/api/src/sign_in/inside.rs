//! What somebody who is in does about their session and their proofs.

#![allow(clippy::unused_async, reason = "every route is called in the same way")]

use accounts::FacetId;
use graph::ports::Trouble;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Answer, Asked, Door};

/// Nothing more is said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// A role is chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    facet: FacetId,
}

pub(super) async fn role(door: &Door, asked: Asked, input: Chosen) -> Result<Answer, Trouble> {
    Ok(Answer::opened(&door.sign_in.choose(asked.session()?, input.facet).await?))
}

/// A PIN.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pin {
    pin: String,
}

pub(super) async fn pin(door: &Door, asked: Asked, input: Pin) -> Result<Answer, Trouble> {
    Ok(Answer::opened(&door.sign_in.set_pin(asked.session()?, &input.pin).await?))
}

pub(super) async fn lock(door: &Door, asked: Asked, _: Nothing) -> Result<Answer, Trouble> {
    door.sign_in.lock(asked.session()?)?;
    Ok(Answer::of(json!({ "locked": true })))
}

pub(super) async fn resume(door: &Door, asked: Asked, input: Pin) -> Result<Answer, Trouble> {
    Ok(Answer::opened(&door.sign_in.resume(asked.session()?, &input.pin).await?))
}

pub(super) async fn sign_out(door: &Door, asked: Asked, _: Nothing) -> Result<Answer, Trouble> {
    if let Some(session) = &asked.session {
        door.sign_in.sign_out(session)?;
    }
    Ok(Answer::out(json!({ "signedIn": false })))
}

/// A new password, and the one before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    #[serde(default)]
    current: Option<String>,
    new: String,
}

pub(super) async fn password(door: &Door, asked: Asked, input: NewPassword) -> Result<Answer, Trouble> {
    let current = input.current.as_deref();
    Ok(Answer::opened(&door.sign_in.change_password(asked.session()?, current, &input.new).await?))
}

pub(super) async fn enrol(door: &Door, asked: Asked, _: Nothing) -> Result<Answer, Trouble> {
    let enrolment = door.sign_in.enrol_second_factor(asked.session()?).await?;
    Ok(Answer::of(json!({
        "secret": enrolment.secret.as_str(),
        "address": enrolment.address.as_str(),
        "picture": enrolment.picture.as_str(),
    })))
}

/// A code of the second factor.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    code: String,
}

pub(super) async fn confirm(door: &Door, asked: Asked, input: Code) -> Result<Answer, Trouble> {
    let (opened, codes) = door.sign_in.confirm_second_factor(asked.session()?, &input.code).await?;
    Ok(Answer::opened_with(&opened, json!({ "recoveryCodes": codes })))
}

/// One of the sessions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct One {
    session: Uuid,
}

pub(super) async fn end(door: &Door, asked: Asked, input: One) -> Result<Answer, Trouble> {
    let ended = door.sign_in.end_session(asked.session()?, input.session)?;
    Ok(Answer::of(json!({ "ended": u32::from(ended) })))
}

pub(super) async fn end_all(door: &Door, asked: Asked, _: Nothing) -> Result<Answer, Trouble> {
    let ended = door.sign_in.end_all_sessions(asked.session()?)?;
    Ok(Answer::out(json!({ "ended": ended })))
}

pub(super) async fn me(door: &Door, asked: Asked) -> Result<Answer, Trouble> {
    let me = door.sign_in.me(asked.session()?).await?;
    let me = serde_json::to_value(me).map_err(|error| Trouble::Fault(error.to_string()))?;
    Ok(Answer::of(me))
}

pub(super) async fn sessions(door: &Door, asked: Asked) -> Result<Answer, Trouble> {
    let (own, sessions) = door.sign_in.own_sessions(asked.session()?)?;
    let sessions: Vec<Value> = sessions
        .iter()
        .map(|session| {
            json!({
                "session": session.id,
                "own": session.id == own,
                "device": session.device,
                "shared": session.shared,
                "since": session.began_at,
                "usedAbout": session.used_about(),
                "overAt": session.over_at,
                "locked": session.locked,
            })
        })
        .collect();
    Ok(Answer::of(json!({ "sessions": sessions })))
}
