//! Coming in.

use access::sessions::{Opening, Proof};
use access::sign_in::DoorRefusal;
use access::store::Holder;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use graph::ports::Trouble;
use kernel::NetworkId;
use serde::Deserialize;
use serde_json::json;

use super::{Answer, Asked, Door, brought, came, not_taken, refused, told};
use crate::who::{is_ours, locale, same_site};

/// Somebody comes with a link and chooses a password.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ByLink {
    token: String,
    password: String,
    #[serde(default)]
    shared: bool,
}

pub(super) async fn invitation(door: &Door, mut asked: Asked, input: ByLink) -> Result<Answer, Trouble> {
    asked.place.shared = input.shared;
    let opened = door.sign_in.accept_invitation(&input.token, &input.password, &asked.place).await?;
    Ok(Answer::opened(&opened))
}

pub(super) async fn recovery(door: &Door, mut asked: Asked, input: ByLink) -> Result<Answer, Trouble> {
    asked.place.shared = input.shared;
    let opened = door.sign_in.complete_recovery(&input.token, &input.password, &asked.place).await?;
    Ok(Answer::opened(&opened))
}

/// Somebody comes with a name and a password.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ByPassword {
    network: NetworkId,
    email: String,
    password: String,
    #[serde(default)]
    shared: bool,
}

pub(super) async fn password(door: &Door, mut asked: Asked, input: ByPassword) -> Result<Answer, Trouble> {
    asked.place.shared = input.shared;
    let place = &asked.place;
    Ok(came(&door.sign_in.with_password(&input.network, &input.email, &input.password, place).await?))
}

/// The second step: a code that changes with time, or one on paper.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct BySecondFactor {
    step: String,
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    recovery_code: Option<String>,
}

pub(super) async fn second_factor(
    door: &Door,
    _asked: Asked,
    input: BySecondFactor,
) -> Result<Answer, Trouble> {
    let (code, on_paper) = match (&input.code, &input.recovery_code) {
        (Some(code), _) => (code.as_str(), false),
        (None, Some(code)) => (code.as_str(), true),
        (None, None) => ("", false),
    };
    let opened = door.sign_in.with_second_factor(&input.step, code, on_paper).await?;
    Ok(Answer::opened(&opened))
}

/// One click, in a demonstration; there is no body.
pub(super) async fn demo(State(door): State<Door>, Path(who): Path<String>, headers: HeaderMap) -> Response {
    if let Err(unfit) = same_site(&headers) {
        return not_taken(&unfit);
    }
    if !is_ours(&headers) {
        let missing = Trouble::Refused(DoorRefusal::RequestHeaderMissing.into());
        return refused(&door, locale(&headers), missing);
    }
    let asked = match brought(&headers) {
        Ok(asked) => asked,
        Err(response) => return response,
    };
    let Some(caller) = door.demo.as_ref().and_then(|people| people.person(&who)) else {
        let message = "nobody of the example has that name: NAME-NETWORK, such as nora-brussels";
        return told(StatusCode::NOT_FOUND, &json!({ "code": "NOT_FOUND", "message": message }));
    };
    let opening = Opening {
        holder: Holder { network: caller.network, account: caller.actor },
        device: asked.place.device,
        shared: false,
        facet: Some(who),
        proofs: vec![Proof::Demo],
    };
    match door.sign_in.sessions().open(opening) {
        Ok((token, session)) => {
            let opened = access::sign_in::Opened { token, session, known: None };
            Answer::opened(&opened).into_response()
        }
        Err(denied) => refused(&door, asked.locale, denied.into()),
    }
}
