//! The pages of a node: they ask the same gate as everybody, in this process.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use access::links::{LinkTo, Links};
use access::sign_in::SignIn;
use api::sign_in::Named;
use api::{Authenticate, Entry, Gate, Presented};
use async_graphql::{Request, Variables};
use async_trait::async_trait;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use graph::{Caller, Locale, Scope};
use kernel::{ActorId, NetworkId, Role};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;
use uuid::Uuid;
use web::{Answer, Ask, Ids, LinkToken, Network, Operation, Unanswered, Who};

use crate::adapters::SystemChance;
use crate::node::Node;

/// The routes of the pages; their fallback answers what nobody else does, so they are merged last.
pub(crate) fn routes(
    node: &Node,
    gate: Gate,
    authenticate: Arc<dyn Authenticate>,
    networks: Vec<Network>,
) -> anyhow::Result<Router> {
    let clock = Arc::clone(&gate.ports().clock);
    let (links, sign_in) = (Links::new(node.store.clone()), node.sign_in.clone());
    let ask = Arc::new(InProcess { gate, authenticate, links, sign_in });
    Ok(web::router(web::Ports { ask, clock, ids: Arc::new(SystemChance), networks })?)
}

/// The networks as whoever comes in chooses among them.
pub(crate) fn named(networks: &[Network]) -> Arc<[Named]> {
    let named = |network: &Network| Named {
        code: network.id.clone(),
        name: network.name.each().map(|(language, text)| (language, text.to_owned())).collect(),
        // A film is made of texts; one that could not be written would be left out, and is not.
        clips: network.clips.iter().filter_map(|clip| serde_json::to_value(clip).ok()).collect(),
    };
    networks.iter().map(named).collect()
}

/// The clips of the networks, from a folder: films, pictures, captions. Parts of a film can be asked for,
/// so that it begins before all of it is there.
pub(crate) fn clips(folder: &Path) -> Router {
    let always =
        |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    Router::new()
        .nest_service("/clips", ServeDir::new(folder).append_index_html_on_directories(false))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox"))
        .layer(always(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
}

/// The documents that browsers may send by their ids.
pub(crate) fn documents() -> anyhow::Result<HashMap<String, String>> {
    let allowed = web::Allowed::embedded()?;
    if allowed.is_empty() {
        tracing::warn!("the interface was not built into this program; build it with Node.js 20 or later");
    }
    Ok(allowed.into_texts())
}

/// The API, asked without a network between.
struct InProcess {
    gate: Gate,
    authenticate: Arc<dyn Authenticate>,
    links: Links,
    sign_in: SignIn,
}

/// What whoever holds a link may ask: the question, yes, and no; and what the link itself says about it.
const BY_LINK: [(&str, &[&str]); 3] =
    [("PageLink", &["pairing"]), ("PageYes", &["pairing", "member"]), ("PageNo", &["pairing", "member"])];

impl InProcess {
    async fn caller(
        &self,
        who: Who,
        locale: Locale,
        operation: &mut Operation,
    ) -> Result<Caller, Unanswered> {
        match who {
            Who::Public(network) => Ok(passer_by(network, locale)),
            Who::Link(token) => {
                let caller = self.by_link(&token, operation).await?;
                Ok(Caller { locale, ..caller })
            }
            Who::SignedIn(headers) => {
                let session = api::session_shown(&headers);
                let presented = Presented { authorization: None, session: session.as_deref() };
                let admitted = self.authenticate.admit(presented).await.map_err(|why| match why {
                    api::NotAdmitted::Unavailable => Unanswered::Unavailable,
                    api::NotAdmitted::Unknown(_) | api::NotAdmitted::Refused(_) => Unanswered::SignedOut,
                })?;
                match admitted.entry {
                    Entry::Anybody => Err(Unanswered::SignedOut),
                    _ => Ok(Caller { locale, ..admitted.caller }),
                }
            }
        }
    }
}

impl InProcess {
    /// Whoever holds a link, for what it was made for and nothing else: which pairing it is and who
    /// answers is put in from the link, whatever was sent. A link that is unknown, over or revoked, whose
    /// volunteer has no account any more, or that is used for something else, all look the same.
    async fn by_link(&self, token: &LinkToken, operation: &mut Operation) -> Result<Caller, Unanswered> {
        let unavailable = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, "a link cannot be looked up");
            Unanswered::Unavailable
        };
        let found = self.links.look(&token.0).map_err(|error| unavailable(&error))?;
        let to = found.ok_or(Unanswered::NoSuchLink)?;
        let caller = self.sign_in.admit_link(&to).await.map_err(|trouble| unavailable(&trouble))?;
        let caller = caller.ok_or(Unanswered::NoSuchLink)?;
        bound(operation, &to)?;
        Ok(caller)
    }
}

/// Binds what is asked by a link to what the link is for.
fn bound(operation: &mut Operation, to: &LinkTo) -> Result<(), Unanswered> {
    let known = BY_LINK.iter().find(|(name, _)| *name == operation.name);
    let (Some((_, said)), Some(variables)) = (known, operation.variables.as_object_mut()) else {
        return Err(Unanswered::NoSuchLink);
    };
    for name in *said {
        let value = if *name == "pairing" { to.pairing.to_string() } else { to.member.to_string() };
        variables.insert((*name).to_owned(), value.into());
    }
    Ok(())
}

/// Somebody who has come to the door of a network, and is nobody yet.
fn passer_by(network: NetworkId, locale: Locale) -> Caller {
    Caller {
        network,
        actor: ActorId(Uuid::nil()),
        role: Role::Public,
        device: None,
        locale,
        trace: None,
        scope: Scope::default(),
        session: None,
    }
}

#[async_trait]
impl Ask for InProcess {
    async fn ask(&self, who: Who, locale: Locale, mut operation: Operation) -> Result<Answer, Unanswered> {
        let caller = self.caller(who, locale, &mut operation).await?;
        let request = Request::new(operation.document)
            .operation_name(operation.name)
            .variables(Variables::from_json(operation.variables));
        let response = self.gate.run(caller, request).await;
        serde_json::to_value(response).map_err(|error| {
            tracing::error!(%error, "an answer to a page is no JSON");
            Unanswered::Unavailable
        })
    }
}

impl Ids for SystemChance {
    #[allow(clippy::disallowed_methods, reason = "chance is an adapter")]
    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_link_asks_three_things_about_one_pairing() {
        let id = |number: u128| Uuid::from_u128(number);
        let to = LinkTo {
            network: "brussels".parse().unwrap(),
            pairing: kernel::PairingId(id(1)),
            member: kernel::MemberId(id(2)),
        };
        let ask = |name: &'static str| {
            let variables =
                json!({ "pairing": id(3).to_string(), "member": id(4).to_string(), "reason": "NO_TIME" });
            let mut operation = Operation { name, document: "", variables };
            bound(&mut operation, &to).map(|()| operation.variables)
        };
        for name in ["PageYes", "PageNo"] {
            let expected =
                json!({ "pairing": id(1).to_string(), "member": id(2).to_string(), "reason": "NO_TIME" });
            assert_eq!(ask(name), Ok(expected));
        }
        assert_eq!(ask("PageLink").unwrap()["pairing"], id(1).to_string());
        for other in ["PageHome", "PageVisit", "MyPairings", "pageyes", ""] {
            assert_eq!(ask(other), Err(Unanswered::NoSuchLink), "{other}");
        }
    }
}
