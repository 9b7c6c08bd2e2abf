//! The way out: SMTP, by lettre. What a server says is never repeated: it may name the address.

use std::time::Duration;

use async_trait::async_trait;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use thiserror::Error as Because;

use crate::settings::{Password, Settings};

/// How long a server may take for each step of the conversation.
const PATIENCE: Duration = Duration::from_secs(20);
/// Letters leave one after the other.
const CONNECTIONS: u32 = 1;
/// Replies about ourselves and not about the letter (RFC 4954): who we are, and the encryption.
const OURS: [u16; 5] = [454, 530, 534, 535, 538];

/// Why a letter did not leave, as far as one knows.
#[derive(Debug, Clone, PartialEq, Eq, Because)]
pub enum Unsent {
    /// The server says that it will never take it.
    #[error("refused for good with reply {0}")]
    Refused(u16),
    /// The server did not take it; it may later.
    #[error("not taken now: {0}")]
    NotTaken(String),
    /// The line broke: it may have been taken.
    #[error("the line broke: {0}")]
    Unknown(String),
}

/// Where letters are handed over.
#[async_trait]
pub trait Post: Send + Sync {
    /// Whether letters can be handed over now.
    ///
    /// # Errors
    /// Says why not, for whoever runs the node.
    async fn ready(&self) -> Result<(), Unsent>;

    /// Hands a letter over.
    ///
    /// # Errors
    /// Whether it can be tried again.
    async fn send(&self, letter: Message) -> Result<(), Unsent>;
}

/// A server that speaks SMTP.
pub struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    /// The server of these settings; nothing is asked of it yet.
    ///
    /// # Errors
    /// When the address cannot be used, in words that hold no secret.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(settings.server.as_str())
            .map_err(|_| "mail.server: lettre cannot use this address".to_owned())?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        if let Some(password) = &settings.password {
            let user = user(settings);
            builder = builder.credentials(Credentials::new(user, Password::clear(password).to_owned()));
        }
        Ok(Self(builder.build()))
    }
}

/// The user in the address, as it was before it stood in one: `%40` is an at sign.
fn user(settings: &Settings) -> String {
    // A form's decoder does it, but for the plus sign, which is no blank here.
    let written = format!("user={}", settings.server.username().replace('+', "%2B"));
    url::form_urlencoded::parse(written.as_bytes())
        .next()
        .map(|(_, user)| user.into_owned())
        .unwrap_or_default()
}

#[async_trait]
impl Post for Smtp {
    async fn ready(&self) -> Result<(), Unsent> {
        match self.0.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Unsent::NotTaken("the server ends the conversation".to_owned())),
            Err(error) => Err(Unsent::NotTaken(told(&error))),
        }
    }

    async fn send(&self, letter: Message) -> Result<(), Unsent> {
        self.0.send(letter).await.map(|_| ()).map_err(|error| unsent(&error))
    }
}

fn unsent(error: &Error) -> Unsent {
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() && !OURS.contains(&code) => Unsent::Refused(code),
        Some(_) => Unsent::NotTaken(told(error)),
        None => Unsent::Unknown(told(error)),
    }
}

/// What went wrong, without a word of the server's.
fn told(error: &Error) -> String {
    match error.status().map(u16::from) {
        Some(code) => format!("reply {code}"),
        None if error.is_response() || error.is_client() => "its words were not understood".to_owned(),
        // The words of the machine and of its libraries: no connection, a certificate that does not fit.
        None => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The pool of connections wants a runtime.
    #[tokio::test]
    async fn a_user_is_told_as_it_is() {
        let settings = |server: &str| {
            let (server, site) = (server.parse().unwrap(), "https://e.example".parse().unwrap());
            let password = Password::read("x");
            Settings::new(Some(&server), Some("e@example.org"), password, Some(&site)).unwrap()
        };
        let user = |server: &str| user(&settings(server));
        assert_eq!(user("smtps://e%40example.org@mail.example.org"), "e@example.org");
        assert_eq!(user("smtps://e+x@mail.example.org"), "e+x");
        Smtp::new(&settings("smtp://e@mail.example.org?tls=required")).unwrap();
    }
}
