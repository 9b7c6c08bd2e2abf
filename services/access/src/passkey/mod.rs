//! Passkeys: `WebAuthn`, with the holder verified by the device (a PIN, a finger), so that a passkey is
//! both factors at once.
//!
//! What was asked of a browser waits here, on the node, for five minutes and for one answer. The public
//! key is the account's to keep; here is only how far each passkey has counted.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use kernel::{ActorId, NetworkId};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse,
    Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::store::steps::Step;
use crate::store::{Holder, Steps, Store};
use crate::token::Token;

/// How long a browser's answer is waited for: as long as `WebAuthn` recommends to give people.
const WAITS: TimeDelta = TimeDelta::minutes(5);

/// A passkey being added.
#[derive(Serialize, Deserialize)]
struct Adding {
    holder: Holder,
    state: PasskeyRegistration,
}

impl Step for Adding {
    const KIND: &'static str = "adding a passkey";
    const WAITS: TimeDelta = WAITS;
}

/// A passkey being asked for.
#[derive(Serialize, Deserialize)]
enum Asking {
    /// Anybody's: whoever answers says who.
    Anybody(NetworkId, DiscoverableAuthentication),
    /// One account's.
    One(Holder, PasskeyAuthentication),
}

impl Step for Asking {
    const KIND: &'static str = "asking for a passkey";
    const WAITS: TimeDelta = WAITS;
}

/// A passkey that was added; the account keeps it, sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Whose it is.
    pub holder: Holder,
    /// Its id in base64url, by which it is found again. It must belong to no other account.
    pub credential: String,
    /// What is kept: the public key and what goes with it, as JSON.
    pub kept: String,
}

/// Who an answer says it comes from; not yet believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The account; nothing when the browser did not say, as with a key that was asked of one account.
    pub account: Option<ActorId>,
    /// The passkey.
    pub credential: String,
}

/// Adds passkeys and asks for them.
#[derive(Clone)]
pub struct Passkeys {
    site: Arc<Webauthn>,
    steps: Steps,
    store: Store,
}

impl Passkeys {
    /// For the site at this address; its host is what passkeys are bound to, for good.
    ///
    /// # Errors
    /// When the address has no host name: an IP address cannot have passkeys.
    pub fn new(store: Store, site: &Url, name: &str) -> Result<Self, Fault> {
        let unfit = |_| {
            Fault::Configuration(format!("passkeys need an address with a host name, which {site} has not"))
        };
        let host = site.domain().unwrap_or_default();
        let site = WebauthnBuilder::new(host, site).map_err(unfit)?.rp_name(name).build().map_err(unfit)?;
        Ok(Self { site: Arc::new(site), steps: Steps::new(store.clone()), store })
    }

    /// Asks a browser for a new passkey. The names are shown by the device when it offers its passkeys;
    /// they stay there. `kept` are the passkeys the account has: none is added twice.
    ///
    /// # Errors
    /// When what is kept cannot be read, or the file cannot be written.
    pub fn begin_adding(
        &self,
        holder: &Holder,
        sign_in_name: &str,
        display_name: &str,
        kept: &[String],
    ) -> Result<(CreationChallengeResponse, Token), Denied> {
        let kept = kept.iter().map(|kept| read(kept)).collect::<Result<Vec<_>, _>>()?;
        let has = kept.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let (asked, state) = self
            .site
            .start_passkey_registration(holder.account.0, sign_in_name, display_name, Some(has))
            .map_err(fault)?;
        let token = self.steps.begin(&Adding { holder: holder.clone(), state })?;
        Ok((asked, token))
    }

    /// The browser's answer: a passkey, if it holds. It must be the same account that began.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInStepExpired`] and [`AccessRefusal::PasskeyNotValid`].
    pub fn finish_adding(
        &self,
        holder: &Holder,
        shown: &str,
        answer: &RegisterPublicKeyCredential,
    ) -> Result<Added, Denied> {
        let adding: Adding = self.steps.take(shown)?;
        if adding.holder != *holder {
            return Err(AccessRefusal::SignInStepExpired.into());
        }
        let passkey = self.site.finish_passkey_registration(answer, &adding.state).map_err(not_valid)?;
        let kept = serde_json::to_string(&passkey).map_err(|_| Fault::Unreadable("a passkey"))?;
        let credential = URL_SAFE_NO_PAD.encode(passkey.cred_id());
        Ok(Added { holder: adding.holder, credential, kept })
    }

    /// Asks whoever is there for a passkey of theirs, without a name being typed; `unasked`: only in the
    /// list that a browser offers in the field for the name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin(
        &self,
        network: &NetworkId,
        unasked: bool,
    ) -> Result<(RequestChallengeResponse, Token), Denied> {
        let (mut asked, state) = self.site.start_discoverable_authentication().map_err(fault)?;
        if !unasked {
            asked.mediation = None;
        }
        let token = self.steps.begin(&Asking::Anybody(network.clone(), state))?;
        Ok((asked, token))
    }

    /// Asks for a passkey of one account, as its second factor: for keys that do not remember whose they
    /// are. Only after a first proof, because the question says which passkeys the account has.
    ///
    /// # Errors
    /// When what is kept cannot be read, or the file cannot be written.
    pub fn begin_for(
        &self,
        holder: &Holder,
        kept: &[String],
    ) -> Result<(RequestChallengeResponse, Token), Denied> {
        let kept = kept.iter().map(|kept| read(kept)).collect::<Result<Vec<_>, _>>()?;
        let (asked, state) = self.site.start_passkey_authentication(&kept).map_err(fault)?;
        let token = self.steps.begin(&Asking::One(holder.clone(), state))?;
        Ok((asked, token))
    }

    /// Who an answer says it comes from, so that the account's passkey can be looked up.
    pub fn claimed(&self, answer: &PublicKeyCredential) -> Claimed {
        let account = answer.get_user_unique_id().and_then(|bytes| Uuid::from_slice(bytes).ok());
        Claimed {
            account: account.map(ActorId),
            credential: URL_SAFE_NO_PAD.encode(answer.get_credential_id()),
        }
    }

    /// The browser's answer, against the passkey that the account keeps under the id it claims.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInStepExpired`], [`AccessRefusal::PasskeyNotValid`] and
    /// [`AccessRefusal::PasskeyCloned`].
    pub fn finish(
        &self,
        holder: &Holder,
        shown: &str,
        answer: &PublicKeyCredential,
        kept: &str,
    ) -> Result<(), Denied> {
        let asking: Asking = self.steps.take(shown)?;
        let passkey = read(kept)?;
        let result = match asking {
            Asking::Anybody(network, state) => {
                if network != holder.network || self.claimed(answer).account != Some(holder.account) {
                    return Err(AccessRefusal::PasskeyNotValid.into());
                }
                let key = DiscoverableKey::from(&passkey);
                self.site.finish_discoverable_authentication_v2(answer, state, &key)
            }
            Asking::One(asked_of, state) => {
                if asked_of != *holder || passkey.cred_id().as_slice() != answer.get_credential_id() {
                    return Err(AccessRefusal::PasskeyNotValid.into());
                }
                self.site.finish_passkey_authentication(answer, &state)
            }
        };
        let result = result.map_err(not_valid)?;
        if !result.user_verified() {
            return Err(AccessRefusal::PasskeyNotValid.into());
        }
        self.counted(result.cred_id().as_slice(), result.counter())
    }

    /// A passkey that counts must count on: two copies of one do not. Those that do not count say nought
    /// for ever.
    fn counted(&self, credential: &[u8], counter: u32) -> Result<(), Denied> {
        let database = self.store.database();
        let before: Option<u32> = database
            .prepare_cached("SELECT counter FROM passkey_counters WHERE credential = ?1")?
            .query_row([credential], |row| row.get(0))
            .optional()?;
        match before {
            Some(before) if counter <= before => Err(AccessRefusal::PasskeyCloned.into()),
            None if counter == 0 => Ok(()),
            _ => {
                database.execute(
                    "INSERT INTO passkey_counters (credential, counter) VALUES (?1, ?2)
                     ON CONFLICT (credential) DO UPDATE SET counter = ?2",
                    (credential, counter),
                )?;
                Ok(())
            }
        }
    }

    /// Forgets how far a passkey has counted: when it is taken off its account.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget(&self, credential: &str) -> Result<(), Denied> {
        if let Ok(credential) = URL_SAFE_NO_PAD.decode(credential) {
            self.store
                .database()
                .execute("DELETE FROM passkey_counters WHERE credential = ?1", [credential])?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passkeys")
    }
}

fn read(kept: &str) -> Result<Passkey, Fault> {
    serde_json::from_str(kept).map_err(|_| Fault::Unreadable("a passkey"))
}

fn fault(error: WebauthnError) -> Fault {
    Fault::Configuration(format!("a passkey cannot be asked for: {error}"))
}

fn not_valid(error: WebauthnError) -> Denied {
    tracing::debug!(%error, "a passkey's answer does not hold");
    match error {
        WebauthnError::CredentialPossibleCompromise => AccessRefusal::PasskeyCloned.into(),
        _ => AccessRefusal::PasskeyNotValid.into(),
    }
}
