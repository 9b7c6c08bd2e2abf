//! One provider: what it says about itself, and the exchange of a code for a subject.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use graph::ports::Clock;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClient, CoreErrorResponseType, CoreGenderClaim, CoreIdToken,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenResponse,
};
use openidconnect::reqwest;
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret,
    EmptyAdditionalClaims, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeVerifier, RedirectUrl, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse, TokenResponse,
};

use super::settings::OutsideSignIn;
use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;

/// How long what a provider says about itself, its keys among it, is believed without asking again.
const BELIEVED: TimeDelta = TimeDelta::hours(1);
/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(3);
/// How long to wait for an answer: somebody is looking at a white page meanwhile.
const ANSWER: Duration = Duration::from_secs(8);

/// The signatures that count: those that only the provider can make.
const SIGNATURES: [CoreJwsSigningAlgorithm; 7] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A client of a provider that has told where it answers.
pub(super) type Ready = Client<
    EmptyAdditionalClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    CoreTokenResponse,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// One provider.
pub(super) struct Provider {
    settings: OutsideSignIn,
    issuer: IssuerUrl,
    back: RedirectUrl,
    http: reqwest::Client,
    clock: Arc<dyn Clock>,
    told: Mutex<Option<(DateTime<Utc>, CoreProviderMetadata)>>,
}

impl Provider {
    pub(super) fn new(settings: OutsideSignIn, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let wrong =
            |error: String| Fault::Configuration(format!("the outside sign-in {}: {error}", settings.name));
        let http = reqwest::Client::builder()
            // Who could redirect us could make us ask anything of anybody in our own network.
            .redirect(reqwest::redirect::Policy::none())
            .https_only(!settings.on_this_machine())
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .build()
            .map_err(|error| wrong(error.to_string()))?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|error| wrong(error.to_string()))?;
        let back = RedirectUrl::from_url(settings.back.clone());
        Ok(Self { settings, issuer, back, http, clock, told: Mutex::new(None) })
    }

    pub(super) fn settings(&self) -> &OutsideSignIn {
        &self.settings
    }

    /// A client that knows where the provider answers.
    pub(super) async fn client(&self) -> Result<Ready, Denied> {
        let told = self.told().await?;
        let secret = self.settings.secret.clone().map(ClientSecret::new);
        let client =
            CoreClient::from_provider_metadata(told, ClientId::new(self.settings.client.clone()), secret);
        Ok(client.set_redirect_uri(self.back.clone()))
    }

    async fn told(&self) -> Result<CoreProviderMetadata, Denied> {
        let now = self.clock.now();
        let believed = |(at, _): &&(DateTime<Utc>, CoreProviderMetadata)| now - *at < BELIEVED;
        if let Some((_, told)) =
            self.told.lock().unwrap_or_else(PoisonError::into_inner).as_ref().filter(believed)
        {
            return Ok(told.clone());
        }
        let asked = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.http).await;
        let told = asked.map_err(|error| {
            let (provider, error) = (&self.settings.name, chain(&error));
            tracing::warn!(%provider, error, "an outside sign-in does not tell about itself");
            AccessRefusal::OutsideSignInUnreachable
        })?;
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, told.clone()));
        Ok(told)
    }

    fn forget_told(&self) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Exchanges a code for a subject, if the answer is the provider's, for us, and for this step.
    pub(super) async fn subject(&self, code: &str, verifier: String, nonce: Nonce) -> Result<String, Denied> {
        let client = self.client().await?;
        let answer = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| AccessRefusal::OutsideSignInUnreachable)?
            .set_pkce_verifier(PkceCodeVerifier::new(verifier))
            .request_async(&self.http)
            .await
            .map_err(|error| self.no_exchange(&error))?;
        let token = answer.id_token().ok_or(AccessRefusal::OutsideSignInNotTrusted)?;
        match self.believed(&client, &answer, token, &nonce) {
            // The provider may have new keys since it told us about itself.
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                self.forget_told();
                self.believed(&self.client().await?, &answer, token, &nonce)
            }
            settled => settled,
        }
        .map_err(|error| {
            tracing::warn!(provider = %self.settings.name, %error, "an outside sign-in cannot be trusted");
            AccessRefusal::OutsideSignInNotTrusted.into()
        })
    }

    fn believed(
        &self,
        client: &Ready,
        answer: &CoreTokenResponse,
        token: &CoreIdToken,
        nonce: &Nonce,
    ) -> Result<String, ClaimsVerificationError> {
        let clock = Arc::clone(&self.clock);
        let verifier =
            client.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || clock.now());
        let claims = token.claims(&verifier, nonce)?;
        if let Some(expected) = claims.access_token_hash() {
            let other = |error: &dyn std::fmt::Display| ClaimsVerificationError::Other(error.to_string());
            let algorithm = token.signing_alg().map_err(|error| other(&error))?;
            let key = token.signing_key(&verifier).map_err(|error| other(&error))?;
            let actual = AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                .map_err(|error| other(&error))?;
            if actual != *expected {
                return Err(ClaimsVerificationError::Other("the access token is another's".to_owned()));
            }
        }
        Ok(claims.subject().as_str().to_owned())
    }

    /// A provider that says no to a code is not trusted; one that says nothing may be asked again.
    fn no_exchange<E: std::error::Error + 'static>(
        &self,
        error: &RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>,
    ) -> AccessRefusal {
        // The name of the error only: a provider's own words may hold anything.
        let (refusal, why) = match error {
            RequestTokenError::ServerResponse(said) => {
                (AccessRefusal::OutsideSignInNotTrusted, said.error().to_string())
            }
            RequestTokenError::Request(_) => {
                (AccessRefusal::OutsideSignInUnreachable, "no answer".to_owned())
            }
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                (AccessRefusal::OutsideSignInUnreachable, "an answer that cannot be read".to_owned())
            }
        };
        tracing::warn!(provider = %self.settings.name, why, "an outside sign-in gave no token");
        refusal
    }
}

/// An error with what led to it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        words = format!("{words}: {cause}");
        source = cause.source();
    }
    words
}
