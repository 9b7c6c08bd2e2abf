//! The pages of a node: they ask the same gate as everybody, in this process.

use std::collections::HashMap;
use std::sync::Arc;

use api::{Authenticate, Entry, Gate, Presented};
use async_graphql::{Request, Variables};
use async_trait::async_trait;
use axum::Router;
use graph::{Caller, Locale, Scope};
use kernel::{ActorId, NetworkId, Role};
use uuid::Uuid;
use web::{Answer, Ask, Ids, Network, Operation, Unanswered, Who};

use crate::adapters::SystemChance;

/// The routes of the pages; their fallback answers what nobody else does, so they are merged last.
pub(crate) fn routes(
    gate: Gate,
    authenticate: Arc<dyn Authenticate>,
    networks: Vec<Network>,
) -> anyhow::Result<Router> {
    let clock = Arc::clone(&gate.ports().clock);
    let ask = Arc::new(InProcess { gate, authenticate });
    Ok(web::router(web::Ports { ask, clock, ids: Arc::new(SystemChance), networks })?)
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
}

impl InProcess {
    async fn caller(&self, who: Who, locale: Locale) -> Result<Caller, Unanswered> {
        match who {
            Who::Public(network) => Ok(passer_by(network, locale)),
            Who::Link(_) => Err(Unanswered::NoSuchLink),
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
    async fn ask(&self, who: Who, locale: Locale, operation: Operation) -> Result<Answer, Unanswered> {
        let caller = self.caller(who, locale).await?;
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
