//! What whoever runs a node says about letters: by which server, from whom, with which password, and
//! where links lead.

use std::fmt;

use lettre::Address;
use lettre::message::Mailbox;
use thiserror::Error;
use url::{Host, Url};

/// A password. It is shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// A password as it stands in a file or in the environment: the end of the line is not part of it.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_end_matches(['\r', '\n']);
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    pub(crate) fn clear(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(...)")
    }
}

/// Why letters cannot be sent with what was said. Each names the key to put right.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misconfigured {
    /// No server.
    #[error("mail.server: say by which server letters leave, such as smtps://user@mail.example.org")]
    NoServer,
    /// No sender.
    #[error("mail.from: say from which address letters are, such as \"Entraide <entraide@example.org>\"")]
    NoSender,
    /// The sender is no address.
    #[error("mail.from: this is no address; one is \"Entraide <entraide@example.org>\"")]
    Sender,
    /// Not an address of a server.
    #[error("mail.server: {0}; an address is smtps://user@host or smtp://user@host?tls=required")]
    Server(&'static str),
    /// A user without a password.
    #[error(
        "mail.password_file: {0} names a user, so a password is needed, in a file or in ENTRAIDE_MAIL_PASSWORD"
    )]
    NoPassword(&'static str),
    /// A password without a user.
    #[error("mail.server: there is a password and no user for it; say smtps://user@host")]
    NoUser,
    /// Nowhere for links to lead.
    #[error("site: letters hold links, so say at which address this node is found")]
    NoSite,
}

/// What was said, and found to be whole.
#[derive(Debug, Clone)]
pub struct Settings {
    pub(crate) server: Url,
    pub(crate) password: Option<Password>,
    pub(crate) from: Mailbox,
    pub(crate) site: Url,
}

impl Settings {
    /// Letters by a server, from an address, with links to a site.
    ///
    /// # Errors
    /// Names the key that is missing or wrong, and quotes nothing that could hold a secret.
    pub fn new(
        server: Option<&Url>,
        from: Option<&str>,
        password: Option<Password>,
        site: Option<&Url>,
    ) -> Result<Self, Misconfigured> {
        let server = server.ok_or(Misconfigured::NoServer)?.clone();
        let from: Mailbox =
            from.ok_or(Misconfigured::NoSender)?.parse().map_err(|_| Misconfigured::Sender)?;
        let site = site.ok_or(Misconfigured::NoSite)?.clone();
        if site.cannot_be_a_base() || site.host_str().is_none() {
            return Err(Misconfigured::NoSite);
        }
        private(&server)?;
        match (server.username().is_empty(), &password) {
            (false, None) => Err(Misconfigured::NoPassword("mail.server")),
            (true, Some(_)) => Err(Misconfigured::NoUser),
            _ => Ok(Self { server, password, from, site }),
        }
    }

    /// The address letters are from.
    pub fn sender(&self) -> &Address {
        &self.from.email
    }

    /// The address of the server. It holds no password: one with it was refused.
    pub fn server(&self) -> &Url {
        &self.server
    }

    /// Whether a password was given.
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }
}

/// The way to the server is private: TLS, or this machine itself. A letter holds an address and a link.
fn private(server: &Url) -> Result<(), Misconfigured> {
    if server.password().is_some() {
        return Err(Misconfigured::Server("the password does not belong in the address, which is shown"));
    }
    let tls = server.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
    let here = match server.host() {
        // The host of an address that is not of the web is not read as a number.
        Some(Host::Domain(name)) => name == "localhost" || name == "127.0.0.1",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(Misconfigured::Server("there is no host")),
    };
    match (server.scheme(), tls.as_deref()) {
        ("smtps", None) | ("smtp", Some("required")) => Ok(()),
        ("smtp", None) if here => Ok(()),
        ("smtp", None | Some("opportunistic")) => {
            Err(Misconfigured::Server("letters leave this machine by TLS only"))
        }
        ("smtp" | "smtps", _) => Err(Misconfigured::Server("tls is \"required\" or left out")),
        _ => Err(Misconfigured::Server("it begins with smtp:// or smtps://")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(server: &str, password: Option<&str>) -> Result<Settings, Misconfigured> {
        let site: Url = "https://entraide.example".parse().unwrap();
        let password = password.and_then(Password::read);
        Settings::new(Some(&server.parse().unwrap()), Some("Entraide <e@example.org>"), password, Some(&site))
    }

    #[test]
    fn a_way_to_the_server_that_others_could_read_is_refused() {
        for good in ["smtps://mail.example.org", "smtp://mail.example.org:587?tls=required"] {
            with(good, None).unwrap();
        }
        for here in ["smtp://localhost:2525", "smtp://127.0.0.1:25", "smtp://[::1]:25"] {
            with(here, None).unwrap();
        }
        for bad in [
            "smtp://mail.example.org",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://127.0.0.1.example.org",
            "smtp://mail.example.org?tls=no",
            "https://mail.example.org",
        ] {
            assert!(matches!(with(bad, None), Err(Misconfigured::Server(_))), "{bad}");
        }
    }

    #[test]
    fn a_password_is_not_in_the_address_and_never_shown() {
        let why = with("smtps://nora:orties@mail.example.org", None).unwrap_err();
        assert!(!why.to_string().contains("orties"), "{why}");
        let settings = with("smtps://nora@mail.example.org", Some("orties\n")).unwrap();
        assert_eq!(settings.password.as_ref().map(Password::clear), Some("orties"));
        assert!(!format!("{settings:?}").contains("orties"), "{settings:?}");
        assert_eq!(
            with("smtps://nora@mail.example.org", None).unwrap_err(),
            Misconfigured::NoPassword("mail.server")
        );
        assert_eq!(with("smtps://mail.example.org", Some("x")).unwrap_err(), Misconfigured::NoUser);
    }

    #[test]
    fn what_is_missing_is_named() {
        let (server, site): (Url, Url) =
            ("smtps://mail.example.org".parse().unwrap(), "https://e.example".parse().unwrap());
        let named = |server, from, site| Settings::new(server, from, None, site).unwrap_err().to_string();
        assert!(named(None, Some("e@example.org"), Some(&site)).starts_with("mail.server:"));
        assert!(named(Some(&server), None, Some(&site)).starts_with("mail.from:"));
        assert!(named(Some(&server), Some("nobody"), Some(&site)).starts_with("mail.from:"));
        assert!(named(Some(&server), Some("e@example.org"), None).starts_with("site:"));
    }
}
