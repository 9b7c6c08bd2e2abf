//! Letters of a node: what may be said about them, and the sender that runs beside.

use std::path::PathBuf;
use std::sync::Arc;

use access::links::Links;
use anyhow::Context;
use clap::Args;
use journal::Journal;
use mail::{Mail, Manner, Password};
use serde::Deserialize;
use url::Url;
use web::Network;

use crate::node::Node;
use crate::options::Place;

/// The password, where it is not in a file. There is no flag for it: others see the command line.
const PASSWORD: &str = "ENTRAIDE_MAIL_PASSWORD";

/// How letters are sent, on the command line and in the file's table `mail`.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailFlags {
    /// Send letters by this server, such as <smtps://user@mail.example.org> or
    /// <smtp://user@mail.example.org:587?tls=required>; without one nothing is sent. Needs `site`.
    #[arg(id = "mail-server", long = "mail-server", env = "ENTRAIDE_MAIL_SERVER", value_name = "URL")]
    server: Option<Url>,
    /// The address letters are from, such as "Entraide <entraide@example.org>".
    #[arg(id = "mail-from", long = "mail-from", env = "ENTRAIDE_MAIL_FROM", value_name = "ADDRESS")]
    from: Option<String>,
    /// The file with the password for the server; `ENTRAIDE_MAIL_PASSWORD` holds it otherwise.
    #[arg(
        id = "mail-password-file",
        long = "mail-password-file",
        env = "ENTRAIDE_MAIL_PASSWORD_FILE",
        value_name = "FILE"
    )]
    password_file: Option<PathBuf>,
}

impl MailFlags {
    /// These, and for what they do not say, others.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            server: self.server.or(other.server),
            from: self.from.or(other.from),
            password_file: self.password_file.or(other.password_file),
        }
    }

    /// How letters are sent with links to a site; nothing when nothing was said.
    pub(crate) fn settings(&self, site: Option<&Url>) -> anyhow::Result<Option<mail::Settings>> {
        if self.server.is_none() && self.from.is_none() && self.password_file.is_none() {
            return Ok(None);
        }
        let password = match &self.password_file {
            Some(file) => Some(
                std::fs::read_to_string(file)
                    .with_context(|| format!("mail.password_file: {} cannot be read", file.display()))?,
            ),
            None => std::env::var(PASSWORD).ok(),
        };
        let password = password.as_deref().and_then(Password::read);
        Ok(Some(mail::Settings::new(self.server.as_ref(), self.from.as_deref(), password, site)?))
    }
}

/// How letters are sent, for `--check`: a password is only said to be there.
pub(crate) fn shown(settings: Option<&mail::Settings>) -> String {
    settings.map_or_else(
        || "none are sent".to_owned(),
        |settings| {
            let password = if settings.has_password() { "with a password" } else { "without a password" };
            format!("from {} by {}, {password}", settings.sender(), settings.server())
        },
    )
}

/// Sends the letters of a node while it runs, if it was said how.
pub(crate) fn send(
    node: &mut Node,
    place: &Place,
    settings: Option<mail::Settings>,
    networks: &[Network],
) -> anyhow::Result<()> {
    let Some(settings) = settings else { return Ok(()) };
    let manner = |network: &Network| Manner {
        locale: network.french.locale(),
        clock: network.clock().parse().unwrap_or(Manner::default().clock),
    };
    let manners = networks.iter().map(|network| (network.id.clone(), manner(network))).collect();
    let links = Links::new(node.store.clone());
    let journal = (node.ledger.clone() as Arc<dyn Journal>, node.ledger.leading());
    let letters = Mail::open(node.ports.clone(), journal, links, place.shared(), settings, manners)
        .context("letters")?;
    node.beside(|stopped| letters.run(stopped));
    Ok(())
}
