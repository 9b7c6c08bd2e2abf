//! `entraide serve`: the networks of a data folder.

use std::sync::Arc;

use anyhow::Context;
use api::{Documents, Gate, Policies, http::Face};

use crate::adapters::SystemClock;
use crate::commands;
use crate::doors::{self, Doors};
use crate::figures::Figures;
use crate::node::Node;
use crate::options::{Serve, Settings};
use crate::traces::Traces;
use crate::{letters, pages, server};

pub(crate) async fn run(serve: Serve) -> anyhow::Result<()> {
    let settings = serve.settings()?;
    if serve.check {
        return check(&settings);
    }
    let traces = Traces::to(settings.traces.as_ref())?;
    commands::log_and_traces(&settings.log, settings.log_json, &traces)?;
    let figures = Figures::start()?;
    let mut node = Node::start(&settings.place, Arc::new(SystemClock)).await?;
    doors::open(&mut node, &settings.ways)?;
    let policies = Policies::read().map_err(anyhow::Error::msg).context("the policies")?;
    let gate = Gate::new(node.ports.clone(), Arc::new(policies)).map_err(anyhow::Error::msg)?;
    let known = pages::documents()?;
    let documents = if settings.free_queries { Documents::and_any(known) } else { Documents::only(known) };
    let authenticate = Arc::new(Doors::new(node.sign_in.clone())?);
    letters::send(&mut node, &settings.place, settings.mail, &settings.networks)?;
    let named = pages::named(&settings.networks);
    let pages = pages::routes(&node, gate.clone(), authenticate.clone(), settings.networks)?;
    let face = Face { gate, authenticate, documents };
    let routes = server::routes(&node, face, None, named, figures);
    let routes = match &settings.clips {
        Some(folder) => routes.merge(pages::clips(folder)),
        None => routes,
    };
    let routes = routes.merge(pages);
    let routes = if settings.tls { server::over_tls(routes) } else { routes };
    server::serve(settings.listen, routes, node, |address| {
        println!("listening on http://{address}");
    })
    .await?;
    traces.end().await;
    println!("stopped; everything acknowledged is on disk");
    Ok(())
}

/// Prints the configuration that results; a password in the journal's address is not shown.
fn check(settings: &Settings) -> anyhow::Result<()> {
    tracing_subscriber::EnvFilter::try_new(&settings.log)?;
    println!("listen   = {}", settings.listen);
    println!("data     = {}", settings.place.data.display());
    let journal = match &settings.place.stores.journal {
        None => "SQLite in the data folder".to_owned(),
        Some(url) => {
            match url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?))) {
                Some((scheme, (_, host))) => format!("{scheme}://...@{host}"),
                None => url.clone(),
            }
        }
    };
    println!("journal  = {journal}");
    println!("keys     = {}", settings.place.keys().display());
    println!("shared   = {}", settings.place.shared().display());
    println!("log      = {}", settings.log);
    println!("log_json = {}", settings.log_json);
    println!("tls      = {}", settings.tls);
    // Without what may be in the address beside the machine: a password.
    let traces = settings.traces.as_ref().map(|to| format!("to {}", to.host_str().unwrap_or_default()));
    println!("traces   = {}", traces.unwrap_or_else(|| "none are sent".to_owned()));
    println!("mail     = {}", letters::shown(settings.mail.as_ref()));
    let clips = settings.clips.as_ref().map_or("none".to_owned(), |folder| folder.display().to_string());
    println!("clips    = {clips}");
    println!("free_queries = {}", settings.free_queries);
    println!("the configuration can be used");
    Ok(())
}
