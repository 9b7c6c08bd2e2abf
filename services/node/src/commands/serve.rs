//! `entraide serve`: the networks of a data folder.

use std::sync::Arc;

use api::{Gate, RoleTable, http::Face};

use crate::adapters::SystemClock;
use crate::commands;
use crate::node::Node;
use crate::options::{Serve, Settings};
use crate::server;
use crate::tokens::NoAccounts;

pub(crate) async fn run(serve: Serve) -> anyhow::Result<()> {
    let settings = serve.settings()?;
    if serve.check {
        return check(&settings);
    }
    commands::log(&settings.log, settings.log_json)?;
    let metrics = commands::metrics()?;
    let node = Node::start(&settings.place, Arc::new(SystemClock)).await?;
    let gate = Gate::new(node.ports.clone(), Arc::new(RoleTable)).map_err(anyhow::Error::msg)?;
    let face = Face { gate, authenticate: Arc::new(NoAccounts::new()?) };
    let routes = server::routes(&node, face, metrics);
    server::serve(settings.listen, routes, node, |address| {
        println!("listening on http://{address}");
    })
    .await?;
    println!("stopped; everything acknowledged is on disk");
    Ok(())
}

/// Prints the configuration that results; a password in the journal's address is not shown.
fn check(settings: &Settings) -> anyhow::Result<()> {
    tracing_subscriber::EnvFilter::try_new(&settings.log)?;
    println!("listen   = {}", settings.listen);
    println!("data     = {}", settings.place.data.display());
    let journal = match &settings.place.journal {
        None => "SQLite in the data folder".to_owned(),
        Some(url) => {
            match url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?))) {
                Some((scheme, (_, host))) => format!("{scheme}://...@{host}"),
                None => url.clone(),
            }
        }
    };
    println!("journal  = {journal}");
    println!("log      = {}", settings.log);
    println!("log_json = {}", settings.log_json);
    println!("the configuration can be used");
    Ok(())
}
