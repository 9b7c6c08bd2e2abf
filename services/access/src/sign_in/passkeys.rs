//! Passkeys: added by whoever is in, and shown by whoever comes.

use accounts::account::AddPasskey;
use accounts::{AccountCommand, Known, PasskeyId};
use graph::ports::Trouble;
use kernel::NetworkId;
use serde_json::Value;
use webauthn_rs::prelude::{
    CreationChallengeResponse, PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse,
};

use super::coming_in::{role_of, secret};
use super::lookup::clear;
use super::{Came, Opened, SignIn, Where, no, refuse};
use crate::AccessRefusal;
use crate::attempts::{Trier, What};
use crate::denied::Denied;
use crate::passkey::Passkeys;
use crate::sessions::{Change, Proof};
use crate::store::Holder;
use crate::token::{self, Token};

/// The id under which a passkey calls itself, in what is kept of it.
fn credential_of(kept: &str) -> Option<String> {
    let kept: Value = serde_json::from_str(kept).ok()?;
    kept["cred"]["cred_id"].as_str().map(ToOwned::to_owned)
}

/// What is kept of the passkeys of an account whose secrets were opened.
fn kept(known: &Known) -> Vec<String> {
    known
        .proofs
        .passkeys
        .values()
        .filter_map(|passkey| clear(&passkey.credential))
        .map(ToOwned::to_owned)
        .collect()
}

impl SignIn {
    fn site(&self) -> Result<&Passkeys, Trouble> {
        self.passkeys.as_ref().ok_or_else(|| refuse(AccessRefusal::PasskeysNotOffered))
    }

    /// Asks the browser of somebody who is in for a new passkey.
    ///
    /// # Errors
    /// As [`SignIn::me`].
    pub async fn begin_adding_passkey(
        &self,
        shown: &str,
    ) -> Result<(CreationChallengeResponse, Token), Trouble> {
        let (session, known) = self.own(shown).await?;
        let name = clear(&known.display_name).unwrap_or_default();
        let email = clear(&known.email).unwrap_or_default();
        self.site()?.begin_adding(&session.holder, email, name, &kept(&known)).map_err(no)
    }

    /// The browser's answer: a passkey under a name that its owner gave it. The session goes on under a
    /// new token.
    ///
    /// # Errors
    /// [`AccessRefusal::PasskeyNotValid`] and the refusals of the account.
    pub async fn finish_adding_passkey(
        &self,
        shown: &str,
        step: &str,
        name: &str,
        answer: &RegisterPublicKeyCredential,
    ) -> Result<Opened, Trouble> {
        let (session, known) = self.own(shown).await?;
        let added = self.site()?.finish_adding(&session.holder, step, answer).map_err(no)?;
        let passkey = PasskeyId(token::id().map_err(|fault| no(Denied::from(fault)))?);
        let add = AddPasskey { passkey, name: secret(name)?, credential: secret(&added.kept)? };
        let command = AccountCommand::AddPasskey(add);
        self.act(&session.holder, role_of(&known), session.device.as_ref(), command).await?;
        let (token, session) = self.sessions.change(shown, Change::Proved(Proof::Passkey)).map_err(no)?;
        Ok(Opened { token, session, known: None })
    }

    /// Asks whoever is there for a passkey of theirs.
    ///
    /// # Errors
    /// When the file of sessions cannot be written.
    pub fn begin_passkey(
        &self,
        network: &NetworkId,
        unasked: bool,
    ) -> Result<(RequestChallengeResponse, Token), Trouble> {
        self.site()?.begin(network, unasked).map_err(no)
    }

    /// The browser's answer. Every wrong one is the same: no such account, no such passkey, a
    /// signature that does not hold.
    ///
    /// # Errors
    /// [`AccessRefusal::PasskeyNotValid`] and its neighbours.
    pub async fn with_passkey(
        &self,
        network: &NetworkId,
        step: &str,
        answer: &PublicKeyCredential,
        place: &Where,
    ) -> Result<Came, Trouble> {
        let not_valid = || refuse(AccessRefusal::PasskeyNotValid);
        let claimed = self.site()?.claimed(answer);
        let account = claimed.account.ok_or_else(not_valid)?;
        let holder = Holder { network: network.clone(), account };
        let name = account.to_string();
        let device = place.known.as_deref();
        let on_known_device = self.knows(Some(&holder), place)?;
        let trier = Trier { network, account: Some(&name), device, known: on_known_device };
        let attempt = self.attempts.begin(What::Passkey, trier).map_err(no)?;
        let known = self.opened_account(&holder).await.map_err(|_| not_valid())?;
        let kept = kept(&known)
            .into_iter()
            .find(|kept| credential_of(kept).as_ref() == Some(&claimed.credential))
            .ok_or_else(not_valid)?;
        self.site()?.finish(&holder, step, answer, &kept).map_err(no)?;
        attempt.right().map_err(no)?;
        self.after_a_proof(&holder, &known, Proof::Passkey, place, on_known_device).await
    }
}
