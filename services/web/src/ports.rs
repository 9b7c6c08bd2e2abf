//! What a node gives to the pages: answers of the API, the time, ids, and which networks there are.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use axum::http::HeaderMap;
use graph::Locale;
use graph::ports::Clock;
use kernel::NetworkId;
use serde_json::Value;
use uuid::Uuid;

use crate::network::Network;

/// Everything the pages stand on.
#[derive(Clone)]
pub struct Ports {
    /// Runs documents.
    pub ask: Arc<dyn Ask>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes the ids of commands.
    pub ids: Arc<dyn Ids>,
    /// The networks of the node; their pages carry them in the address.
    pub networks: Vec<Network>,
}

/// Runs a document of these pages in process, behind the same gate as everybody's.
#[async_trait]
pub trait Ask: Send + Sync {
    /// The response of the API to an operation, in a language.
    ///
    /// # Errors
    /// When it cannot be told who asks, or nothing can be told now.
    async fn ask(&self, who: Who, locale: Locale, operation: Operation) -> Result<Answer, Unanswered>;
}

/// Makes ids.
pub trait Ids: Send + Sync {
    /// An id nobody has had.
    fn id(&self) -> Uuid;
}

/// Whom a page asks for.
#[derive(Debug, Clone)]
pub enum Who {
    /// Anybody at the door of a network.
    Public(NetworkId),
    /// Whoever holds a link.
    Link(LinkToken),
    /// Whoever the headers of the request show, a session's cookie above all.
    SignedIn(Box<HeaderMap>),
}

/// The secret of a link. It is shown to nobody, and to no log.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkToken(pub String);

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkToken(...)")
    }
}

/// A document of ours with its variables.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub document: &'static str,
    /// Its variables.
    pub variables: Value,
}

/// A GraphQL response as JSON, as it would go over the network: `data`, `errors`.
pub type Answer = Value;

/// Why there is no response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// The link is unknown, used up, taken back, or too old: which of them is told to nobody.
    #[error("this link opens nothing")]
    NoSuchLink,
    /// Nobody is signed in, or somebody must do something first.
    #[error("nobody is signed in")]
    SignedOut,
    /// It cannot be told now.
    #[error("unavailable for the moment")]
    Unavailable,
}
