//! Who is who: sessions first, then personal access tokens, and in a demonstration its own tokens.

use std::sync::Arc;

use access::oidc::Outside;
use access::passkey::Passkeys;
use access::sign_in::{Admitted, Entry, SignIn};
use anyhow::Context;
use api::{Authenticate, NotAdmitted, Presented, Unauthenticated};
use async_trait::async_trait;
use graph::Caller;

use crate::node::Node;
use crate::options::Ways;
use crate::tokens::DemoTokens;

/// The ways into a node.
pub(crate) struct Doors {
    sign_in: SignIn,
    anybody: Caller,
    demo: Option<Arc<DemoTokens>>,
}

impl Doors {
    /// Those of a node that serves.
    pub(crate) fn new(sign_in: SignIn) -> anyhow::Result<Self> {
        Ok(Self { sign_in, anybody: crate::tokens::anybody()?, demo: None })
    }

    /// Those of a demonstration.
    pub(crate) fn with_demo(sign_in: SignIn, demo: Arc<DemoTokens>) -> anyhow::Result<Self> {
        Ok(Self { demo: Some(demo), ..Self::new(sign_in)? })
    }

    async fn by_session(&self, shown: &str) -> Result<Admitted, NotAdmitted> {
        let (session, admitted) = self.sign_in.admit_session(shown).await?;
        if let Some(admitted) = admitted {
            return Ok(admitted);
        }
        let person = session.facet.as_deref().zip(self.demo.as_ref());
        let caller = person.and_then(|(who, demo)| demo.named(who)).ok_or(Unauthenticated)?;
        let caller = Caller { session: Some(session.id), device: session.device, ..caller };
        Ok(Admitted { caller, entry: Entry::Demo })
    }
}

/// Opens the further ways in that the configuration names.
pub(crate) fn open(node: &mut Node, ways: &Ways) -> anyhow::Result<()> {
    if let Some(site) = &ways.site {
        let passkeys = Passkeys::new(node.store.clone(), site, "Entraide").context("site")?;
        node.sign_in = node.sign_in.clone().with_passkeys(passkeys);
    }
    if !ways.outside.is_empty() {
        let clock = Arc::clone(&node.ports.clock);
        let outside = Outside::new(node.store.clone(), clock, ways.outside.clone()).context("outside")?;
        node.sign_in = node.sign_in.clone().with_outside(outside);
    }
    Ok(())
}

#[async_trait]
impl Authenticate for Doors {
    fn caller(&self, authorization: Option<&str>) -> Result<Caller, Unauthenticated> {
        let Some(header) = authorization else { return Ok(self.anybody.clone()) };
        let token = header.strip_prefix("Bearer ").ok_or(Unauthenticated)?;
        self.demo.as_ref().and_then(|demo| demo.caller(token.trim())).ok_or(Unauthenticated)
    }

    async fn admit(&self, presented: Presented<'_>) -> Result<Admitted, NotAdmitted> {
        match (presented.authorization, presented.session) {
            (None, None) => Ok(Admitted { caller: self.anybody.clone(), entry: Entry::Anybody }),
            (None, Some(shown)) => self.by_session(shown).await,
            (Some(header), _) => {
                if let Ok(caller) = self.caller(Some(header)) {
                    return Ok(Admitted { caller, entry: Entry::Demo });
                }
                let token = header.strip_prefix("Bearer ").ok_or(Unauthenticated)?;
                self.sign_in.admit_token(token.trim()).await.map_err(|trouble| match trouble {
                    graph::Trouble::Refused(_) => NotAdmitted::Unknown(Unauthenticated),
                    trouble => trouble.into(),
                })
            }
        }
    }

    async fn still(&self, admitted: &Admitted) -> bool {
        match (&admitted.entry, admitted.caller.session) {
            (Entry::Demo, Some(session)) => self.sign_in.sessions().stands(session).unwrap_or(false),
            _ => self.sign_in.still(admitted).await,
        }
    }
}
