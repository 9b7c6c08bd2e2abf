//! An organisation's own sign-in: `OpenID Connect`, authorization code with PKCE.
//!
//! The way out and the way back are tied together by a token in a short-lived cookie, the `state` in
//! the address and the nonce in the answer. What comes back is a subject at an issuer, as a digest; if
//! an account is linked to it, that is who signed in. No account is ever made by signing in outside.
//!
//! The cookie of this step must be `SameSite=Lax`: the browser comes back from another site.
//!
//! Read on in [`settings`] (whom a network trusts) and [`provider`] (what is asked of them).

mod provider;
pub mod settings;

use std::sync::Arc;

use chrono::TimeDelta;
use graph::ports::Clock;
use kernel::NetworkId;
use openidconnect::core::CoreAuthenticationFlow;
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use url::Url;

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::store::steps::Step;
use crate::store::{Steps, Store};
use crate::token::{self, Token};

use provider::Provider;
pub use settings::OutsideSignIn;

/// Somebody is on the way out.
#[derive(Serialize, Deserialize)]
struct Outward {
    network: NetworkId,
    provider: String,
    state: String,
    nonce: String,
    verifier: String,
}

impl Step for Outward {
    const KIND: &'static str = "signing in outside";
    // A password, a second factor and a consent, at somebody else's pace.
    const WAITS: TimeDelta = TimeDelta::minutes(10);
}

/// What the browser brings back in the address.
#[derive(Clone, Default, Deserialize)]
pub struct Return {
    /// The code to be exchanged.
    pub code: Option<String>,
    /// What it was sent out with.
    pub state: Option<String>,
    /// Who sent it back (RFC 9207).
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

impl std::fmt::Debug for Return {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Return")
    }
}

/// Who signed in outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outsider {
    /// The network it was for.
    pub network: NetworkId,
    /// The name of the sign-in in that network.
    pub provider: String,
    /// The issuer.
    pub issuer: String,
    /// SHA-256 of issuer and subject in hexadecimal: what an account is linked to.
    pub subject: String,
}

/// The outside sign-ins of all networks.
#[derive(Clone)]
pub struct Outside {
    providers: Arc<Vec<Provider>>,
    steps: Steps,
}

impl Outside {
    /// Those that the configuration names.
    ///
    /// # Errors
    /// When an issuer or an address is not HTTPS (except on this machine), or a name stands twice.
    pub fn new(store: Store, clock: Arc<dyn Clock>, settings: Vec<OutsideSignIn>) -> Result<Self, Fault> {
        settings::checked(&settings)?;
        let providers = settings
            .into_iter()
            .map(|settings| Provider::new(settings, Arc::clone(&clock)))
            .collect::<Result<_, _>>()?;
        Ok(Self { providers: Arc::new(providers), steps: Steps::new(store) })
    }

    /// The names and labels a network may choose from.
    pub fn offered(&self, network: &NetworkId) -> Vec<(&str, &str)> {
        self.providers
            .iter()
            .map(Provider::settings)
            .filter(|settings| settings.networks.contains(network))
            .map(|settings| (settings.name.as_str(), settings.label.as_str()))
            .collect()
    }

    fn trusted(&self, network: &NetworkId, name: &str) -> Result<&Provider, AccessRefusal> {
        self.providers
            .iter()
            .find(|provider| {
                provider.settings().name == name && provider.settings().networks.contains(network)
            })
            .ok_or(AccessRefusal::OutsideSignInUnknown)
    }

    /// The way out: where to send the browser, and the token for its cookie.
    ///
    /// # Errors
    /// [`AccessRefusal::OutsideSignInUnknown`] and [`AccessRefusal::OutsideSignInUnreachable`].
    pub async fn begin(&self, network: &NetworkId, name: &str) -> Result<(Url, Token), Denied> {
        let provider = self.trusted(network, name)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (address, state, nonce) = provider
            .client()
            .await?
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge)
            .url();
        let token = self.steps.begin(&Outward {
            network: network.clone(),
            provider: name.to_owned(),
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })?;
        Ok((address, token))
    }

    /// The way back: who signed in. The step is over with this, whatever comes of it.
    ///
    /// # Errors
    /// The `Outside…` refusals, and [`AccessRefusal::SignInStepExpired`].
    pub async fn finish(&self, shown: &str, back: &Return) -> Result<Outsider, Denied> {
        let outward: Outward = self.steps.take(shown)?;
        // Somebody else's way back must not end mine: the state is looked at before anything it says.
        let state = back.state.as_deref().unwrap_or_default();
        if !bool::from(state.as_bytes().ct_eq(outward.state.as_bytes())) {
            return Err(AccessRefusal::OutsideSignInNotTrusted.into());
        }
        if back.error.is_some() {
            return Err(AccessRefusal::OutsideSignInDeclined.into());
        }
        let provider = self.trusted(&outward.network, &outward.provider)?;
        let issuer = provider.settings().issuer.clone();
        if back.iss.as_ref().is_some_and(|iss| *iss != issuer) {
            return Err(AccessRefusal::OutsideSignInNotTrusted.into());
        }
        let code = back.code.as_deref().ok_or(AccessRefusal::OutsideSignInNotTrusted)?;
        let subject = provider.subject(code, outward.verifier, Nonce::new(outward.nonce)).await?;
        Ok(Outsider {
            network: outward.network,
            provider: outward.provider,
            subject: subject_digest(&issuer, &subject),
            issuer,
        })
    }
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outside")
    }
}

/// What an account is linked to: no issuer's name for a person is kept in clear.
pub fn subject_digest(issuer: &str, subject: &str) -> String {
    token::hex(&token::digest(&format!("{}:{issuer}{subject}", issuer.len())))
}
