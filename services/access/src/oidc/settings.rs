//! Whom a network trusts to say who somebody is: from the configuration, never from a request.

use kernel::NetworkId;
use serde::Deserialize;
use url::{Host, Url};

use crate::denied::Fault;

/// An organisation's own sign-in.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideSignIn {
    /// Its name in addresses: a to z, digits, hyphens.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// The issuer, exactly as it calls itself.
    pub issuer: String,
    /// What we are called there.
    pub client: String,
    /// What we prove it with; none for a public client.
    #[serde(default)]
    pub secret: Option<String>,
    /// The networks that trust it.
    pub networks: Vec<NetworkId>,
    /// Where the browser comes back to.
    pub back: Url,
}

impl std::fmt::Debug for OutsideSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OutsideSignIn")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .field("networks", &self.networks)
            .finish_non_exhaustive()
    }
}

impl OutsideSignIn {
    /// Whether it is on this machine: for a demonstration, or a test.
    pub(super) fn on_this_machine(&self) -> bool {
        Url::parse(&self.issuer).is_ok_and(|issuer| local(&issuer))
    }
}

/// Refuses a configuration that would send people, or what they prove, in clear over a network.
pub(super) fn checked(settings: &[OutsideSignIn]) -> Result<(), Fault> {
    for (place, one) in settings.iter().enumerate() {
        let wrong =
            |what: &str| Err(Fault::Configuration(format!("the outside sign-in {}: {what}", one.name)));
        let fit = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if !fit(&one.name) {
            return wrong("its name has other characters than a to z, digits and hyphens");
        }
        let Ok(issuer) = Url::parse(&one.issuer) else { return wrong("its issuer is not an address") };
        if !(safe(&issuer) && safe(&one.back)) {
            return wrong("its issuer and the address back must be https");
        }
        if one.networks.is_empty() {
            return wrong("no network trusts it: name one, or take it out");
        }
        let twice = |other: &OutsideSignIn| {
            other.name == one.name && other.networks.iter().any(|network| one.networks.contains(network))
        };
        if settings[..place].iter().any(twice) {
            return wrong("its name stands twice in one network");
        }
    }
    Ok(())
}

fn safe(address: &Url) -> bool {
    address.scheme() == "https" || (address.scheme() == "http" && local(address))
}

fn local(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_in(issuer: &str, back: &str) -> OutsideSignIn {
        OutsideSignIn {
            name: "cpas".to_owned(),
            label: "CPAS".to_owned(),
            issuer: issuer.to_owned(),
            client: "entraide".to_owned(),
            secret: None,
            networks: vec!["brussels".parse().unwrap()],
            back: back.parse().unwrap(),
        }
    }

    #[track_caller]
    fn refused(settings: &[OutsideSignIn], because: &str) {
        let error = checked(settings).expect_err("it is refused").to_string();
        assert!(error.contains(because), "{error}");
    }

    #[test]
    fn only_https_is_trusted_beyond_this_machine() {
        let good = sign_in("https://id.example", "https://entraide.example/access/outside");
        assert!(checked(std::slice::from_ref(&good)).is_ok());
        assert!(checked(&[sign_in("http://127.0.0.1:7000", "http://localhost:8000/back")]).is_ok());
        refused(&[sign_in("http://id.example", "https://entraide.example/back")], "https");
        refused(&[sign_in("https://id.example", "http://entraide.example/back")], "https");
        refused(&[sign_in("http://localhost.id.example", "http://localhost/back")], "https");
    }

    #[test]
    fn a_name_stands_once_in_a_network() {
        let one = sign_in("https://id.example", "https://entraide.example/back");
        let elsewhere = OutsideSignIn { networks: vec!["gatineau".parse().unwrap()], ..one.clone() };
        assert!(checked(&[one.clone(), elsewhere]).is_ok());
        refused(&[one.clone(), one], "twice");
    }

    #[test]
    fn nothing_shows_its_secret_by_accident() {
        let one = OutsideSignIn {
            secret: Some("s3cr3t".to_owned()),
            ..sign_in("https://id.example", "https://x.example")
        };
        assert!(!format!("{one:?}").contains("s3cr3t"));
    }
}
