//! Each request: who sends it, in which role, and whether that still holds.

use accounts::answering::for_member;
use accounts::{AccessTokenId, Digest, FacetId, RoleFacet, Stage, TokenScope, Unusable};
use graph::ports::Trouble;
use graph::{Caller, Locale, Scope};
use uuid::Uuid;

use super::lookup::parted;
use super::{DoorRefusal, SignIn, no, refuse};
use crate::AccessRefusal;
use crate::links::LinkTo;
use crate::sessions::{Proof, Session};
use crate::store::Holder;

/// How somebody came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// They did not: anybody.
    Anybody,
    /// By a session.
    Session {
        /// The session.
        session: Uuid,
        /// The role it acts in.
        facet: FacetId,
    },
    /// By a personal access token.
    Token {
        /// The token, by its id.
        token: AccessTokenId,
        /// The role it acts in.
        facet: FacetId,
        /// What it may do.
        scope: TokenScope,
    },
    /// By a token, or a click, of a demonstration.
    Demo,
}

/// Somebody who was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// Who.
    pub caller: Caller,
    /// How.
    pub entry: Entry,
}

impl Admitted {
    /// Whether they may act, and not only read.
    pub fn may_act(&self) -> bool {
        !matches!(self.entry, Entry::Token { scope: TokenScope::Read, .. })
    }

    /// Whether a program acts for somebody.
    pub fn is_a_program(&self) -> bool {
        matches!(self.entry, Entry::Token { .. })
    }
}

/// Where a role holds, as requests carry it.
pub(crate) fn scope(facet: &RoleFacet) -> Scope {
    Scope {
        sites: facet.sites.clone(),
        partner: facet.partner,
        referral: facet.referral,
        member: facet.member,
    }
}

fn caller(holder: &Holder, facet: &RoleFacet, session: Option<&Session>) -> Caller {
    Caller {
        network: holder.network.clone(),
        actor: holder.account,
        role: facet.role,
        device: session.and_then(|session| session.device.clone()),
        locale: Locale::default(),
        trace: None,
        scope: scope(facet),
        session: session.map(|session| session.id),
    }
}

impl SignIn {
    /// Whoever shows the cookie of a session; a use of it. A session of a demonstration has no account
    /// behind it: the node knows its people.
    ///
    /// # Errors
    /// Refusals that say what to do: sign in, type the PIN, choose a role.
    pub async fn admit_session(&self, shown: &str) -> Result<(Session, Option<Admitted>), Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        if session.proofs.contains(&Proof::Demo) {
            return Ok((session, None));
        }
        let facet: FacetId = session
            .facet
            .as_deref()
            .and_then(|facet| facet.parse().ok())
            .ok_or_else(|| refuse(DoorRefusal::RoleNotChosen))?;
        let role = self.role(&session.holder, facet).await?;
        let caller = caller(&session.holder, &role, Some(&session));
        let entry = Entry::Session { session: session.id, facet };
        Ok((session, Some(Admitted { caller, entry })))
    }

    /// Whoever shows a personal access token.
    ///
    /// # Errors
    /// One refusal for every token that is not good.
    pub async fn admit_token(&self, shown: &str) -> Result<Admitted, Trouble> {
        let unknown = || refuse(AccessRefusal::SessionEnded);
        let (network, token) = parted(shown).ok_or_else(unknown)?;
        let digest = Digest::of(token);
        let known = self.account_by(&network, "token", digest.to_string()).await?.ok_or_else(unknown)?;
        let now = self.ports.clock.now();
        let (id, issued) = known
            .tokens
            .iter()
            .find(|(_, issued)| issued.digest == digest && issued.expires_at > now)
            .ok_or_else(unknown)?;
        let facet = known.usable(issued.facet, now).map_err(|_| unknown())?;
        let holder = Holder { network, account: known.account };
        let entry = Entry::Token { token: *id, facet: issued.facet, scope: issued.scope };
        Ok(Admitted { caller: caller(&holder, facet, None), entry })
    }

    /// Whoever a link was made for: the account that answers for the volunteer now, in that role and tied to
    /// them. Nobody when there is none any more. What may be done by a link is for whoever asks to bound.
    ///
    /// # Errors
    /// When accounts cannot be read.
    pub async fn admit_link(&self, to: &LinkTo) -> Result<Option<Caller>, Trouble> {
        let reading = self.seen.reading();
        let found = for_member(&self.ports, &to.network, to.member, reading).await?;
        Ok(found.map(|answering| {
            let holder = Holder { network: to.network.clone(), account: answering.account };
            caller(&holder, &answering.facet, None)
        }))
    }

    /// Whether somebody who was let in is still in; not a use. For whoever is served for a long time.
    pub async fn still(&self, admitted: &Admitted) -> bool {
        let holder = Holder { network: admitted.caller.network.clone(), account: admitted.caller.actor };
        match &admitted.entry {
            Entry::Anybody | Entry::Demo => true,
            Entry::Session { session, facet } => {
                let stands = self.sessions.stands(*session).unwrap_or(false);
                stands
                    && self.role(&holder, *facet).await.is_ok_and(|facet| facet.role == admitted.caller.role)
            }
            Entry::Token { token, facet, .. } => {
                let now = self.ports.clock.now();
                let Ok(Some(known)) = self.account(&holder).await else { return false };
                let good = known.tokens.get(token).is_some_and(|issued| issued.expires_at > now);
                good && known.usable(*facet, now).is_ok()
            }
        }
    }

    /// A role of an account that can be used now. An account that is not there, or locked, loses its
    /// sessions.
    pub(crate) async fn role(&self, holder: &Holder, facet: FacetId) -> Result<RoleFacet, Trouble> {
        let known = self.account(holder).await?;
        let Some(known) = known.filter(|known| known.stage == Stage::Active) else {
            self.sessions.end_all(holder, None).map_err(no)?;
            self.devices.forget(holder).map_err(no)?;
            return Err(refuse(AccessRefusal::SessionEnded));
        };
        match known.usable(facet, self.ports.clock.now()) {
            Ok(facet) => Ok(facet.clone()),
            Err(Unusable::SecondFactorNeeded) => Err(refuse(DoorRefusal::RoleNeedsSecondFactor)),
            Err(Unusable::NotHeld | Unusable::NotActive) => Err(refuse(DoorRefusal::RoleNotChosen)),
        }
    }
}
