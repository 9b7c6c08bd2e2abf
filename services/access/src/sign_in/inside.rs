//! What somebody who is in does about their own session and account.

use accounts::{AccountCommand, FacetId, Known, RoleFacet, Unusable};
use chrono::{DateTime, Utc};
use graph::ports::Trouble;
use kernel::{ActorId, NetworkId};
use serde::Serialize;
use uuid::Uuid;

use super::coming_in::{paper, role_of, secret};
use super::lookup::clear;
use super::{Opened, SignIn, no, refuse};
use crate::AccessRefusal;
use crate::attempts::{Trier, What};
use crate::password::{Checked, Lane};
use crate::second_factor::{Enrolment, recovery};
use crate::sessions::{Change, Proof, Session};
use crate::store::Holder;

/// A role somebody may choose.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleChoice {
    /// The role, with where and when it holds; chosen by its `facet`.
    #[serde(flatten)]
    pub holds: RoleFacet,
    /// Whether it can be used now; a second factor or a passkey is missing when it cannot.
    pub usable: bool,
}

/// Who is in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// The network.
    pub network: NetworkId,
    /// The account.
    pub account: ActorId,
    /// The name to be called by.
    pub display_name: Option<String>,
    /// The session.
    pub session: Uuid,
    /// The role it acts in.
    pub facet: Option<String>,
    /// Every role that holds now.
    pub roles: Vec<RoleChoice>,
    /// Whether a second factor or a passkey must be added, and by when.
    pub second_factor_due: Option<DateTime<Utc>>,
    /// Whether several people use the device.
    pub shared: bool,
    /// When the session ends, whatever is done in it.
    pub over_at: DateTime<Utc>,
    /// How long it may be left alone, in seconds.
    pub idle_seconds: i64,
    /// Whether it can be locked and resumed by a PIN.
    pub has_pin: bool,
}

impl SignIn {
    /// The session of a request about oneself: a role need not be chosen.
    pub(crate) async fn own(&self, shown: &str) -> Result<(Session, Known), Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        match self.opened_account(&session.holder).await {
            Ok(known) => Ok((session, known)),
            Err(trouble) => {
                self.sessions.end_all(&session.holder, None).map_err(no)?;
                Err(trouble)
            }
        }
    }

    /// Who is in.
    ///
    /// # Errors
    /// [`AccessRefusal::SessionEnded`], [`AccessRefusal::SessionLocked`].
    pub async fn me(&self, shown: &str) -> Result<Me, Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        if session.proofs.contains(&Proof::Demo) {
            return Ok(self.told(&session, None));
        }
        let (session, known) = self.own(shown).await?;
        Ok(self.told(&session, Some(&known)))
    }

    fn told(&self, session: &Session, known: Option<&Known>) -> Me {
        let now = self.ports.clock.now();
        let granted = || known.into_iter().flat_map(|known| known.facets.values().map(move |it| (known, it)));
        let roles = granted()
            .map(|(known, it)| (known.usable(it.facet.facet, now).map(drop), it))
            .filter(|(usable, _)| *usable != Err(Unusable::NotHeld))
            .map(|(usable, it)| RoleChoice { holds: it.facet.clone(), usable: usable.is_ok() })
            .collect();
        let strong = known.is_some_and(|known| known.proofs.are_strong());
        let due = granted().filter_map(|(known, it)| known.grace_until(it)).min();
        Me {
            network: session.holder.network.clone(),
            account: session.holder.account,
            display_name: known.and_then(|known| clear(&known.display_name)).map(ToOwned::to_owned),
            session: session.id,
            facet: session.facet.clone(),
            roles,
            second_factor_due: due.filter(|_| !strong),
            shared: session.shared,
            over_at: session.over_at,
            idle_seconds: session.idle_limit().num_seconds(),
            has_pin: session.has_pin,
        }
    }

    /// Chooses the role to act in; the session goes on under a new token.
    ///
    /// # Errors
    /// [`super::DoorRefusal`], and as [`SignIn::me`].
    pub async fn choose(&self, shown: &str, facet: FacetId) -> Result<Opened, Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        self.role(&session.holder, facet).await?;
        let (token, session) =
            self.sessions.change(shown, Change::Facet(Some(facet.to_string()))).map_err(no)?;
        Ok(Opened { token, session, known: None })
    }

    /// Gives the session a PIN on this device.
    ///
    /// # Errors
    /// Those of [`crate::sessions::Sessions::set_pin`].
    pub async fn set_pin(&self, shown: &str, pin: &str) -> Result<Opened, Trouble> {
        let (token, session) = self.sessions.set_pin(&self.passwords, shown, pin).await.map_err(no)?;
        Ok(Opened { token, session, known: None })
    }

    /// Locks the session until its PIN is typed.
    ///
    /// # Errors
    /// Those of [`crate::sessions::Sessions::lock`].
    pub fn lock(&self, shown: &str) -> Result<(), Trouble> {
        self.sessions.lock(shown).map(drop).map_err(no)
    }

    /// Goes on with a locked session.
    ///
    /// # Errors
    /// Those of [`crate::sessions::Sessions::resume`].
    pub async fn resume(&self, shown: &str, pin: &str) -> Result<Opened, Trouble> {
        let (token, session) = self.sessions.resume(&self.passwords, shown, pin).await.map_err(no)?;
        Ok(Opened { token, session, known: None })
    }

    /// Signs out.
    ///
    /// # Errors
    /// When the file of sessions cannot be written.
    pub fn sign_out(&self, shown: &str) -> Result<(), Trouble> {
        self.sessions.sign_out(shown).map_err(no)
    }

    /// Sets the password, or another one; the one before is asked for if there is one. Every other
    /// session ends, and this one goes on under a new token.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInWrong`] and the refusals of passwords.
    pub async fn change_password(
        &self,
        shown: &str,
        current: Option<&str>,
        new: &str,
    ) -> Result<Opened, Trouble> {
        let (session, known) = self.own(shown).await?;
        let holder = &session.holder;
        if let Some(kept) = known.proofs.password.as_ref().and_then(clear) {
            let attempt = self.try_of(&session, What::Password)?;
            match self.passwords.check(Lane::Known, current.unwrap_or_default(), Some(kept)).await {
                Ok(Checked::Right { .. }) => attempt.right().map_err(no)?,
                Ok(Checked::Wrong) => return Err(refuse(AccessRefusal::SignInWrong)),
                Err(busy) => return Err(no(busy)),
            }
        }
        let hash = self.hashed(holder, &known, new).await?;
        self.act_of(&session, &known, AccountCommand::SetPassword { hash }).await?;
        self.sessions.end_all(holder, Some(session.id)).map_err(no)?;
        let (token, session) = self.sessions.change(shown, Change::Proved(Proof::Password)).map_err(no)?;
        Ok(Opened { token, session, known: None })
    }

    /// Begins to set up a second factor.
    ///
    /// # Errors
    /// The refusals of the account.
    pub async fn enrol_second_factor(&self, shown: &str) -> Result<Enrolment, Trouble> {
        let (session, known) = self.own(shown).await?;
        let name = clear(&known.email).unwrap_or_default();
        let enrolment = self.factor.enrol(session.holder.network.as_str(), name).map_err(no)?;
        let command = AccountCommand::EnrolSecondFactor { secret: secret(&enrolment.secret)? };
        self.act_of(&session, &known, command).await?;
        Ok(enrolment)
    }

    /// Shows that the second factor works; the codes for paper are told once. The session goes on
    /// under a new token.
    ///
    /// # Errors
    /// [`AccessRefusal::SecondFactorWrong`] and the refusals of the account.
    pub async fn confirm_second_factor(
        &self,
        shown: &str,
        code: &str,
    ) -> Result<(Opened, Vec<String>), Trouble> {
        let (session, known) = self.own(shown).await?;
        let missing = || Trouble::Refused(accounts::AccountRefusal::SecondFactorNotEnrolled.into());
        let factor = known.proofs.second_factor.as_ref().ok_or_else(missing)?;
        let attempt = self.try_of(&session, What::SecondFactor)?;
        let shared = clear(&factor.secret).ok_or_else(missing)?;
        self.factor.check(&session.holder, shared, code).map_err(no)?;
        attempt.right().map_err(no)?;
        let codes = recovery::fresh().map_err(no)?;
        let recovery_codes = codes.iter().map(|code| paper(code)).collect();
        self.act_of(&session, &known, AccountCommand::ConfirmSecondFactor { recovery_codes }).await?;
        let (token, session) =
            self.sessions.change(shown, Change::Proved(Proof::SecondFactor)).map_err(no)?;
        let codes = codes.iter().map(|code| code.to_string()).collect();
        Ok((Opened { token, session, known: None }, codes))
    }

    /// The sessions of the account.
    ///
    /// # Errors
    /// As [`SignIn::me`].
    pub fn own_sessions(&self, shown: &str) -> Result<(Uuid, Vec<Session>), Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        Ok((session.id, self.sessions.list(&session.holder).map_err(no)?))
    }

    /// Ends one session of the account; whether there was such a one.
    ///
    /// # Errors
    /// As [`SignIn::me`].
    pub fn end_session(&self, shown: &str, id: Uuid) -> Result<bool, Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        self.sessions.end(&session.holder, id).map_err(no)
    }

    /// Ends every session of the account, this one as well; how many.
    ///
    /// # Errors
    /// As [`SignIn::me`].
    pub fn end_all_sessions(&self, shown: &str) -> Result<usize, Trouble> {
        let session = self.sessions.of(shown).map_err(no)?;
        self.sessions.end_all(&session.holder, None).map_err(no)
    }

    async fn act_of(&self, session: &Session, known: &Known, ask: AccountCommand) -> Result<(), Trouble> {
        self.act(&session.holder, role_of(known), session.device.as_ref(), ask).await.map(drop)
    }

    fn try_of(&self, session: &Session, what: What) -> Result<crate::attempts::Try, Trouble> {
        let Holder { network, account } = &session.holder;
        let (account, device) = (account.to_string(), session.id.to_string());
        let trier = Trier { network, account: Some(&account), device: Some(&device), known: true };
        self.attempts.begin(what, trier).map_err(no)
    }
}
