//! Coming in: by a link, by a password, and by a second factor after it.

use accounts::account::{FirstProof, UseLink};
use accounts::email::{comparable, subject};
use accounts::{AccountCommand, Digest, FacetId, Known, Stage};
use chrono::TimeDelta;
use graph::ports::Trouble;
use kernel::{ActorId, DeviceId, NetworkId, Role, Secret};
use serde::{Deserialize, Serialize};

use super::lookup::clear;
use super::{SignIn, no, refuse};
use crate::AccessRefusal;
use crate::attempts::{Trier, What};
use crate::password::{Around, Checked};
use crate::second_factor::recovery;
use crate::sessions::{Opening, Proof, Session};
use crate::store::Holder;
use crate::store::steps::Step;
use crate::token::Token;

/// Where somebody signs in.
#[derive(Debug, Clone, Default)]
pub struct Where {
    /// The device, if it has a name.
    pub device: Option<DeviceId>,
    /// Whether several people use it.
    pub shared: bool,
    /// What the device showed to be known by.
    pub known: Option<String>,
}

/// Somebody is in.
#[derive(Debug)]
pub struct Opened {
    /// The token of the session, for its holder alone.
    pub token: Token,
    /// The session.
    pub session: Session,
    /// What the device is known by from now on, when it was not known before.
    pub known: Option<Token>,
}

/// What came of a first proof.
#[derive(Debug)]
pub enum Came {
    /// In.
    In(Box<Opened>),
    /// Half way: the second factor is asked for, under this token.
    HalfWay(Token),
}

/// The password was right, the second factor is to come.
#[derive(Serialize, Deserialize)]
struct HalfWay {
    network: NetworkId,
    account: ActorId,
    device: Option<DeviceId>,
    shared: bool,
    proof: Proof,
    known: bool,
}

impl Step for HalfWay {
    const KIND: &'static str = "second factor";
    const WAITS: TimeDelta = TimeDelta::minutes(5);
}

/// How a code on paper is kept: without hyphens, blanks and capitals.
pub(crate) fn paper(code: &str) -> Digest {
    Digest::of(&recovery::comparable(code))
}

impl SignIn {
    /// Accepts an invitation with a password.
    ///
    /// # Errors
    /// The refusals of the account, of the password, and of links that lead nowhere.
    pub async fn accept_invitation(
        &self,
        shown: &str,
        password: &str,
        place: &Where,
    ) -> Result<Opened, Trouble> {
        let nowhere = || Trouble::Refused(accounts::AccountRefusal::InvitationNotValid.into());
        let (holder, known, digest) = self.account_by_link("invitation", shown).await?.ok_or_else(nowhere)?;
        let proof = self.first_proof(&holder, &known, password).await?;
        let command = AccountCommand::AcceptInvitation(UseLink { digest, proof });
        self.by_link(&holder, &known, command, place).await
    }

    /// Gets in again by the link of a recovery, with a new password. Every session of before ends.
    ///
    /// # Errors
    /// As [`SignIn::accept_invitation`].
    pub async fn complete_recovery(
        &self,
        shown: &str,
        password: &str,
        place: &Where,
    ) -> Result<Opened, Trouble> {
        let nowhere = || Trouble::Refused(accounts::AccountRefusal::RecoveryNotValid.into());
        let (holder, known, digest) = self.account_by_link("recovery", shown).await?.ok_or_else(nowhere)?;
        let proof = self.first_proof(&holder, &known, password).await?;
        self.sessions.end_all(&holder, None).map_err(no)?;
        self.devices.forget(&holder).map_err(no)?;
        let command = AccountCommand::CompleteRecovery(UseLink { digest, proof });
        self.by_link(&holder, &known, command, place).await
    }

    async fn by_link(
        &self,
        holder: &Holder,
        known: &Known,
        command: AccountCommand,
        place: &Where,
    ) -> Result<Opened, Trouble> {
        self.act(holder, role_of(known), place.device.as_ref(), command).await?;
        // Found by its address from now on, even if the node went down when it was invited.
        if let Some(address) = clear(&known.email).and_then(comparable) {
            let subject = subject(&holder.network, holder.account);
            self.ports.seals.index(&holder.network, &subject, &[address])?;
        }
        let known = self.account(holder).await?.ok_or_else(|| refuse(AccessRefusal::SessionEnded))?;
        self.open(holder, &known, vec![Proof::Link, Proof::Password], place, false).await
    }

    async fn first_proof(
        &self,
        holder: &Holder,
        known: &Known,
        password: &str,
    ) -> Result<FirstProof, Trouble> {
        Ok(FirstProof::Password { hash: self.hashed(holder, known, password).await? })
    }

    /// A new password of an account, hashed; its secrets were opened.
    pub(crate) async fn hashed(
        &self,
        holder: &Holder,
        known: &Known,
        password: &str,
    ) -> Result<Secret, Trouble> {
        let name = clear(&known.display_name).unwrap_or_default();
        let names = [name, holder.network.as_str()];
        let around = Around { email: clear(&known.email).unwrap_or_default(), names: &names };
        let hash = self.passwords.hash(password, &around).await.map_err(no)?;
        secret(&hash)
    }

    /// Signs in with a name and a password. Every wrong answer is the same one, and takes the same
    /// time: no such name, no password, another password, a removed or a locked account.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInWrong`], [`AccessRefusal::TooManyAttempts`], [`AccessRefusal::SignInBusy`].
    pub async fn with_password(
        &self,
        network: &NetworkId,
        email: &str,
        password: &str,
        place: &Where,
    ) -> Result<Came, Trouble> {
        let name = comparable(email).map_or_else(|| email.trim().to_lowercase(), |name| name.to_string());
        let known = self.account_named(network, email).await?;
        let known = known.filter(|known| known.stage == Stage::Active);
        let holder = known.as_ref().map(|known| Holder { network: network.clone(), account: known.account });
        let on_known_device = self.knows(holder.as_ref(), place)?;
        let device = place.known.as_deref().or(place.device.as_ref().map(DeviceId::as_str));
        let trier = Trier { network, account: Some(&name), device, known: on_known_device };
        let attempt = self.attempts.begin(What::Password, trier).map_err(no)?;
        let kept = known.as_ref().and_then(|known| known.proofs.password.as_ref()).and_then(clear);
        let checked = match self.passwords.check(attempt.lane(), password, kept).await {
            Ok(checked) => checked,
            Err(busy) => {
                attempt.unspent().map_err(no)?;
                return Err(no(busy));
            }
        };
        let (Checked::Right { rehashed }, Some(known), Some(holder)) = (checked, known, holder) else {
            return Err(refuse(AccessRefusal::SignInWrong));
        };
        attempt.right().map_err(no)?;
        if let Some(hash) = rehashed {
            let command = AccountCommand::SetPassword { hash: secret(&hash)? };
            self.act(&holder, role_of(&known), place.device.as_ref(), command).await?;
        }
        self.after_a_proof(&holder, &known, Proof::Password, place, on_known_device).await
    }

    /// In, or half way when a second factor is asked for.
    pub(crate) async fn after_a_proof(
        &self,
        holder: &Holder,
        known: &Known,
        proof: Proof,
        place: &Where,
        on_known_device: bool,
    ) -> Result<Came, Trouble> {
        let asked = known.proofs.second_factor.as_ref().is_some_and(|factor| factor.confirmed);
        // A passkey is two factors in one: something one has, unlocked by its holder.
        if asked && proof != Proof::Passkey {
            let step = HalfWay {
                network: holder.network.clone(),
                account: holder.account,
                device: place.device.clone(),
                shared: place.shared,
                proof,
                known: on_known_device,
            };
            return Ok(Came::HalfWay(self.steps.begin(&step).map_err(no)?));
        }
        let opened = self.open(holder, known, vec![proof], place, on_known_device).await?;
        Ok(Came::In(Box::new(opened)))
    }

    /// Goes on with the second factor: a code that changes with time, or one on paper.
    ///
    /// # Errors
    /// [`AccessRefusal::SecondFactorWrong`] and its neighbours.
    pub async fn with_second_factor(
        &self,
        step: &str,
        code: &str,
        on_paper: bool,
    ) -> Result<Opened, Trouble> {
        let half: HalfWay = self.steps.look(step).map_err(no)?;
        let holder = Holder { network: half.network.clone(), account: half.account };
        let known = self.opened_account(&holder).await?;
        let account = half.account.to_string();
        let device = half.device.as_ref().map(DeviceId::as_str);
        let trier = Trier { network: &half.network, account: Some(&account), device, known: half.known };
        let attempt = self.attempts.begin(What::SecondFactor, trier).map_err(no)?;
        if on_paper {
            let command = AccountCommand::UseRecoveryCode { digest: paper(code) };
            self.act(&holder, role_of(&known), half.device.as_ref(), command).await?;
        } else {
            let factor = known.proofs.second_factor.as_ref().and_then(|factor| clear(&factor.secret));
            let secret = factor.ok_or_else(|| refuse(AccessRefusal::SecondFactorWrong))?;
            self.factor.check(&holder, secret, code).map_err(no)?;
        }
        attempt.right().map_err(no)?;
        let _: HalfWay = self.steps.take(step).map_err(no)?;
        let place = Where { device: half.device, shared: half.shared, known: None };
        self.open(&holder, &known, vec![half.proof, Proof::SecondFactor], &place, half.known).await
    }

    /// Opens a session; in the only role there is, or in none until one is chosen.
    pub(crate) async fn open(
        &self,
        holder: &Holder,
        known: &Known,
        proofs: Vec<Proof>,
        place: &Where,
        on_known_device: bool,
    ) -> Result<Opened, Trouble> {
        let now = self.ports.clock.now();
        let mut usable = known.facets.keys().filter(|facet| known.usable(**facet, now).is_ok());
        let facet = match (usable.next(), usable.next()) {
            (Some(only), None) => Some(FacetId::to_string(only)),
            _ => None,
        };
        let device = place.device.clone();
        let shared = place.shared || self.is_shared(holder, place).await?;
        let opening = Opening { holder: holder.clone(), device, shared, facet, proofs };
        let (token, session) = self.sessions.open(opening).map_err(no)?;
        let known = if on_known_device { None } else { Some(self.devices.remember(holder).map_err(no)?) };
        Ok(Opened { token, session, known })
    }

    /// Whether the device was registered as one that several people use.
    async fn is_shared(&self, holder: &Holder, place: &Where) -> Result<bool, Trouble> {
        let Some(device) = &place.device else { return Ok(false) };
        let (table, key) = (graph::lists::table::<accounts::Devices>(), device.to_string());
        let rows = self.ports.rows.rows(table, &holder.network, &[key], self.seen.reading()).await?;
        let row = rows.first().map(|raw| serde_json::from_slice::<accounts::DeviceRow>(&raw.body));
        let row =
            row.transpose().map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))?;
        Ok(row.is_some_and(|row| row.shared))
    }

    pub(crate) fn knows(&self, holder: Option<&Holder>, place: &Where) -> Result<bool, Trouble> {
        match (holder, &place.known) {
            (Some(holder), Some(shown)) => self.devices.knows(holder, shown).map_err(no),
            _ => Ok(false),
        }
    }

    /// The active account of a holder, with its secrets opened.
    pub(crate) async fn opened_account(&self, holder: &Holder) -> Result<Known, Trouble> {
        let mut row = accounts::CredentialRow {
            id: holder.account,
            version: 0,
            account: self
                .account(holder)
                .await?
                .map_or(accounts::Account::Removed, |known| accounts::Account::Known(Box::new(known))),
        };
        for secret in kernel::Secrets::secrets(&mut row) {
            if let Secret::Sealed(sealed) = secret {
                *secret = self.ports.seals.open(sealed)?.map_or(Secret::Erased, Secret::Clear);
            }
        }
        let known = row.account.known().filter(|known| known.stage == Stage::Active).cloned();
        known.ok_or_else(|| refuse(AccessRefusal::SessionEnded))
    }
}

/// The role in which an account acts on itself: any it has.
pub(crate) fn role_of(known: &Known) -> Role {
    known.facets.values().next().map_or(Role::Public, |granted| granted.facet.role)
}

/// A text that is kept sealed.
pub(crate) fn secret(text: &str) -> Result<Secret, Trouble> {
    let text = text.parse().map_err(|error| Trouble::Fault(format!("cannot be kept: {error}")))?;
    Ok(Secret::Clear(text))
}
