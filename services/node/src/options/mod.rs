//! What may be said on the command line, in the environment, and in a configuration file.

mod carrying;
mod keeping;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use access::oidc::OutsideSignIn;
use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};
use kernel::NetworkId;
use serde::Deserialize;
use url::Url;
use web::Network;

use crate::commands::ready::Ready;
use crate::letters::MailFlags;
use crate::traces::TraceFlags;

pub(crate) use carrying::{Export, Import, ImportDirectory, ImportJournal, ImportVisits};
pub(crate) use keeping::{Backup, Doctor, Restore};

/// Entraide, an event-sourced platform for mutual-aid networks.
#[derive(Debug, Parser)]
#[command(name = "entraide", version, about, disable_help_subcommand = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the networks of a data folder.
    Serve(Serve),
    /// Serve a living example: two networks with some months of life, and tokens to try them.
    Demo(Demo),
    /// Invite somebody: the first account of a network. Prints a link that is good once.
    Invite(Invite),
    /// Print the GraphQL schema.
    Schema,
    /// Rebuild the read models from the journal, or show that they are what a rebuild would give.
    Rebuild(Rebuild),
    /// Copy the journal and the vault, while a node runs.
    Backup(Backup),
    /// Put a backup back, whole or as it was then, into an empty place.
    Restore(Restore),
    /// Look the journal and the read models over.
    Doctor(Doctor),
    /// Ask a node that runs whether it can be used: what it says, and the exit status.
    Ready(Ready),
    /// Take in visits, a directory, or a whole journal.
    #[command(subcommand)]
    Import(Import),
    /// Write the whole journal to a file, one line for each event and command.
    Export(Export),
    /// Print the version.
    Version,
}

/// Where the data of a node is.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The folder of the node: the journal unless it is elsewhere, the read models, the vault.
    #[arg(long, env = "ENTRAIDE_DATA")]
    pub(crate) data: PathBuf,
    #[command(flatten)]
    pub(crate) stores: Stores,
}

/// What may be kept elsewhere than in the folder of a node.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Stores {
    /// The journal, when it is in PostgreSQL: <postgres://user@host/database>
    #[arg(long, env = "ENTRAIDE_JOURNAL")]
    pub(crate) journal: Option<String>,
    /// The folder of the vault's keys, best on another disk than the data [default: DATA/vault]
    #[arg(long, env = "ENTRAIDE_KEYS")]
    pub(crate) keys: Option<PathBuf>,
    /// The folder of what several nodes of one machine share: the vault, who is signed in, which letters
    /// were sent [default: DATA]
    #[arg(long, env = "ENTRAIDE_SHARED")]
    pub(crate) shared: Option<PathBuf>,
}

impl Place {
    /// The folder of what several nodes share.
    pub(crate) fn shared(&self) -> &Path {
        self.stores.shared.as_deref().unwrap_or(&self.data)
    }

    /// The folder of the vault.
    pub(crate) fn vault(&self) -> PathBuf {
        self.shared().join("vault")
    }

    /// The folder of its keys.
    pub(crate) fn keys(&self) -> PathBuf {
        self.stores.keys.clone().unwrap_or_else(|| self.vault())
    }
}

/// `entraide serve`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Serve {
    /// The address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "ENTRAIDE_LISTEN")]
    listen: Option<SocketAddr>,
    /// The folder of the node.
    #[arg(long, env = "ENTRAIDE_DATA")]
    data: Option<PathBuf>,
    #[command(flatten)]
    stores: Stores,
    /// What is logged: error, warn, info, debug, or a tracing filter [default: info]
    #[arg(long, env = "ENTRAIDE_LOG")]
    log: Option<String>,
    /// Log lines as JSON.
    #[arg(long, env = "ENTRAIDE_LOG_JSON")]
    log_json: bool,
    /// TLS ends before this node: browsers are told to come over TLS only.
    #[arg(long, env = "ENTRAIDE_TLS")]
    tls: bool,
    /// The address people find this node at, such as <https://entraide.example>; passkeys are bound to
    /// its host for good.
    #[arg(long, env = "ENTRAIDE_SITE")]
    site: Option<Url>,
    #[command(flatten)]
    mail: MailFlags,
    #[command(flatten)]
    traces: TraceFlags,
    /// A folder of clips in sign language, with their pictures and captions; served under `/clips/`.
    #[arg(long, env = "ENTRAIDE_CLIPS")]
    clips: Option<PathBuf>,
    /// Take any GraphQL text from anybody, not only the operations of the pages: for developers.
    #[arg(long, env = "ENTRAIDE_FREE_QUERIES")]
    free_queries: bool,
    /// A TOML file with the same keys: `listen`, `data`, `journal`, `keys`, `shared`, `log`, `log_json`, `tls`,
    /// `site`, `clips`, `free_queries`, `traces`; letters as a table `mail`, the networks as tables `network`, and the sign-ins
    /// of organisations as tables `outside`. The command line and the environment win over it.
    #[arg(long, env = "ENTRAIDE_CONFIG")]
    config: Option<PathBuf>,
    /// Check the configuration, print it, and end.
    #[arg(long)]
    pub(crate) check: bool,
}

/// The keys of the configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    journal: Option<String>,
    keys: Option<PathBuf>,
    shared: Option<PathBuf>,
    log: Option<String>,
    #[serde(default)]
    log_json: bool,
    #[serde(default)]
    tls: bool,
    site: Option<Url>,
    #[serde(default)]
    mail: MailFlags,
    traces: Option<String>,
    clips: Option<PathBuf>,
    #[serde(default)]
    free_queries: bool,
    #[serde(default)]
    network: Vec<Network>,
    #[serde(default)]
    outside: Vec<OutsideSignIn>,
}

/// The configuration that results.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) listen: SocketAddr,
    pub(crate) place: Place,
    pub(crate) log: String,
    pub(crate) log_json: bool,
    pub(crate) tls: bool,
    pub(crate) free_queries: bool,
    pub(crate) networks: Vec<Network>,
    pub(crate) ways: Ways,
    /// The folder of the clips, if there is one.
    pub(crate) clips: Option<PathBuf>,
    /// How letters are sent, if they are.
    pub(crate) mail: Option<mail::Settings>,
    /// Where traces are sent, if they are.
    pub(crate) traces: Option<Url>,
}

/// Further ways in: what passkeys are bound to, and whose own sign-in is trusted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ways {
    pub(crate) site: Option<Url>,
    pub(crate) outside: Vec<OutsideSignIn>,
}

/// The network of a node that was told of none.
fn usual() -> anyhow::Result<NetworkId> {
    "brussels".parse().context("the usual network")
}

/// A folder of clips must be there from the beginning: a page with a film that is not is worse than one
/// without.
fn clips(folder: Option<PathBuf>) -> anyhow::Result<Option<PathBuf>> {
    match folder {
        Some(folder) if !folder.is_dir() => anyhow::bail!("clips: {} is not a folder", folder.display()),
        folder => Ok(folder),
    }
}

impl Serve {
    /// The command line and environment over the file over the defaults.
    pub(crate) fn settings(&self) -> anyhow::Result<Settings> {
        let file = match &self.config {
            None => File::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("{} cannot be read", path.display()))?;
                toml::from_str(&text).with_context(|| format!("{} is not a configuration", path.display()))?
            }
        };
        let data = self
            .data
            .clone()
            .or(file.data)
            .context("data: say where, with --data, ENTRAIDE_DATA or the file")?;
        let site = self.site.clone().or(file.site);
        let mail = self.mail.clone().or(file.mail).settings(site.as_ref())?;
        Ok(Settings {
            listen: self.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            place: Place {
                data,
                stores: Stores {
                    journal: self.stores.journal.clone().or(file.journal),
                    keys: self.stores.keys.clone().or(file.keys),
                    shared: self.stores.shared.clone().or(file.shared),
                },
            },
            log: self.log.clone().or(file.log).unwrap_or_else(|| "info".to_owned()),
            log_json: self.log_json || file.log_json,
            tls: self.tls || file.tls,
            free_queries: self.free_queries || file.free_queries,
            networks: if file.network.is_empty() { vec![Network::of(usual()?)] } else { file.network },
            clips: clips(self.clips.clone().or(file.clips))?,
            ways: Ways { site, outside: file.outside },
            mail,
            traces: self.traces.collector(file.traces)?,
        })
    }
}

/// `entraide demo`
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The address to listen on.
    #[arg(long, env = "ENTRAIDE_LISTEN", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// The folder of the node; a throw-away one when left out.
    #[arg(long, env = "ENTRAIDE_DATA")]
    pub(crate) data: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The address people find this node at, for the links in letters.
    #[arg(long, env = "ENTRAIDE_SITE")]
    pub(crate) site: Option<Url>,
    #[command(flatten)]
    pub(crate) mail: MailFlags,
    #[command(flatten)]
    pub(crate) traces: TraceFlags,
    /// Begin with nothing instead of the example.
    #[arg(long)]
    pub(crate) empty: bool,
    /// Begin at this instant; POST /demo/clock {"now": "..."} moves it on. Now when left out.
    #[arg(long)]
    pub(crate) clock: Option<DateTime<Utc>>,
    /// What is logged.
    #[arg(long, env = "ENTRAIDE_LOG", default_value = "warn")]
    pub(crate) log: String,
}

/// `entraide invite`
#[derive(Debug, Args)]
pub(crate) struct Invite {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The network.
    #[arg(long, env = "ENTRAIDE_NETWORK")]
    pub(crate) network: NetworkId,
    /// The e-mail address, which is the sign-in name.
    #[arg(long)]
    pub(crate) email: String,
    /// The name to be called by.
    #[arg(long, default_value = "Administration")]
    pub(crate) name: String,
    /// The role.
    #[arg(long, value_enum, default_value = "administrator")]
    pub(crate) role: FirstRole,
    /// Where the node will be found, for the link.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    pub(crate) address: String,
}

/// The roles whoever runs a node may give: those that can invite everybody else.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum FirstRole {
    /// Sets the network up.
    Administrator,
    /// Answers for everything in the network.
    Coordinator,
}

impl From<FirstRole> for kernel::Role {
    fn from(role: FirstRole) -> Self {
        match role {
            FirstRole::Administrator => Self::Administrator,
            FirstRole::Coordinator => Self::Coordinator,
        }
    }
}

/// `entraide rebuild`
#[derive(Debug, Args)]
pub(crate) struct Rebuild {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Change nothing: rebuild beside the live read models and name the first difference.
    #[arg(long)]
    pub(crate) verify: bool,
}
