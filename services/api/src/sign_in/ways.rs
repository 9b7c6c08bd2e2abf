//! What can be known before anybody is: which networks there are, and how one comes in. And what
//! anybody who is in may read: the rules by which they see and do.

use std::collections::BTreeMap;

use access::policy::told;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use graph::ports::Trouble;
use kernel::NetworkId;
use serde_json::{Value, json};

use super::{Answer, Asked, Door, not_taken};
use crate::who::same_site;

/// A network as whoever comes in chooses it.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its code.
    pub code: NetworkId,
    /// Its name by language (`fr`, `nl`, `ar`, `en`), in those it has one.
    pub name: BTreeMap<&'static str, String>,
    /// Its films in sign language, as its configuration has them.
    pub clips: Vec<Value>,
}

/// `GET /access/ways`: `{ demo, passkeys, networks: [{ code, name: { fr, .. }, clips }], outside: [{ network,
/// provider, name }] }`. Nobody needs to be in for it.
#[allow(clippy::unused_async, reason = "a route")]
pub(super) async fn ways(State(door): State<Door>, headers: HeaderMap) -> Response {
    if let Err(unfit) = same_site(&headers) {
        return not_taken(&unfit);
    }
    let outside = door.networks.iter().flat_map(|network| {
        let offered = door.sign_in.outside_offered(&network.code);
        offered
            .into_iter()
            .map(|(provider, name)| json!({ "network": network.code, "provider": provider, "name": name }))
    });
    let networks = door
        .networks
        .iter()
        .map(|network| json!({ "code": network.code, "name": network.name, "clips": network.clips }));
    let body = json!({
        "demo": door.demo.is_some(),
        "passkeys": door.sign_in.offers_passkeys(),
        "networks": networks.collect::<Vec<Value>>(),
        "outside": outside.collect::<Vec<Value>>(),
    });
    super::told(StatusCode::OK, &body)
}

/// `GET /access/policies`: `{ policies: [{ id, why, says }] }`, for whoever is in.
pub(super) async fn policies(door: &Door, asked: Asked) -> Result<Answer, Trouble> {
    door.sign_in.me(asked.session()?).await?;
    Ok(Answer::of(json!({ "policies": told::told() })))
}
