//! `entraide demo`: a living example, tokens, and a clock that can be moved on.

use std::sync::Arc;

use api::{Gate, RoleTable, http::Face};
use graph::ports::Clock;
use journal::Journal;
use kernel::Position;

use crate::adapters::{DemoClock, SystemClock};
use crate::commands;
use crate::example;
use crate::node::Node;
use crate::options::{Demo, Place};
use crate::server;
use crate::tokens::DemoTokens;

pub(crate) async fn run(demo: Demo) -> anyhow::Result<()> {
    commands::log(&demo.log, false)?;
    let metrics = commands::metrics()?;
    // Kept until the end: a throw-away folder goes with the process.
    let (_throw_away, data) = match demo.data {
        Some(data) => (None, data),
        None => {
            let folder = tempfile::Builder::new().prefix("entraide-demo-").tempdir()?;
            let path = folder.path().to_owned();
            (Some(folder), path)
        }
    };
    let clock = Arc::new(DemoClock::default());
    let now = demo.clock.unwrap_or_else(|| SystemClock.now());
    clock.run_from(now);
    let place = Place { data, journal: demo.journal };
    let node = Node::start(&place, clock.clone()).await?;
    let gate = Gate::new(node.ports.clone(), Arc::new(RoleTable)).map_err(anyhow::Error::msg)?;
    if !demo.empty && node.ledger.head().await? == Position(0) {
        example::live(&node, &gate, &clock, now).await?;
    }
    clock.run_from(now);
    let tokens = DemoTokens::new()?;
    let welcome = welcome(&tokens, &node).await?;
    let face = Face { gate, authenticate: Arc::new(tokens) };
    let routes = server::routes(&node, face, metrics).merge(server::demo_routes(&node, clock));
    server::serve(demo.listen, routes, node, |address| {
        println!("{welcome}");
        println!("listening on http://{address}");
    })
    .await?;
    println!("stopped");
    Ok(())
}

/// What a newcomer reads: addresses, tokens, three queries to try.
async fn welcome(tokens: &DemoTokens, node: &Node) -> anyhow::Result<String> {
    use std::fmt::Write as _;
    let mut text = String::new();
    let head = node.ledger.head().await?;
    writeln!(text, "Entraide, a living example: {head} events in two networks, fictional people only.")?;
    writeln!(text, "\nTokens (Authorization: Bearer ...), for trying only:")?;
    for (token, role) in tokens.list() {
        writeln!(text, "  {token:<28} {role}")?;
    }
    writeln!(text, "\nThree queries to try, on the page / or with curl (POST /graphql, application/json):")?;
    for (what, query) in example::QUERIES {
        writeln!(text, "  {what}\n    {query}")?;
    }
    Ok(text)
}
