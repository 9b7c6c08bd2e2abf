//! Who sends a request: asked in one place, for every way in.

pub use access::sign_in::{Admitted, Entry};
use async_trait::async_trait;
use graph::Caller;
use graph::ports::Trouble;
use kernel::Refused;

/// What a request shows of who sends it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Presented<'a> {
    /// The `Authorization` header.
    pub authorization: Option<&'a str>,
    /// The cookie of a session.
    pub session: Option<&'a str>,
}

impl Presented<'_> {
    /// Whether a browser may have sent it by itself: a cookie alone says nothing about who wanted the
    /// request.
    pub fn by_cookie(&self) -> bool {
        self.authorization.is_none() && self.session.is_some()
    }
}

/// Tells who sends a request.
#[async_trait]
pub trait Authenticate: Send + Sync {
    /// The caller behind an `Authorization` header; anybody when there is none.
    ///
    /// # Errors
    /// When the header is there but names nobody.
    fn caller(&self, authorization: Option<&str>) -> Result<Caller, Unauthenticated>;

    /// Whoever shows what a request shows; by default, only the header counts.
    ///
    /// # Errors
    /// When it names nobody, or somebody who must do something first.
    async fn admit(&self, presented: Presented<'_>) -> Result<Admitted, NotAdmitted> {
        let entry = if presented.authorization.is_some() { Entry::Demo } else { Entry::Anybody };
        Ok(Admitted { caller: self.caller(presented.authorization)?, entry })
    }

    /// Whether somebody who was let in is still in; asked again and again of whoever is served for a
    /// long time.
    async fn still(&self, _admitted: &Admitted) -> bool {
        true
    }
}

/// The header names nobody we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("authorization: this token is not known here; sign in again")]
pub struct Unauthenticated;

/// Why somebody is not let in.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NotAdmitted {
    /// Nobody we know.
    #[error(transparent)]
    Unknown(#[from] Unauthenticated),
    /// Somebody who must do something first: sign in again, type the PIN, choose a role.
    #[error("refused: {}", .0.code)]
    Refused(Refused),
    /// It cannot be told now.
    #[error("unavailable for the moment; try again")]
    Unavailable,
}

impl From<Trouble> for NotAdmitted {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refused) => Self::Refused(refused),
            trouble => {
                tracing::warn!(%trouble, "it cannot be told who sends a request");
                Self::Unavailable
            }
        }
    }
}
