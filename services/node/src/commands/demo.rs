//! `entraide demo`: a living example, tokens, and a clock that can be moved on.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use api::{Documents, Gate, Policies, http::Face};
use graph::ports::Clock;
use journal::Journal;
use kernel::Position;

use crate::adapters::{DemoClock, SystemClock};
use crate::commands;
use crate::doors::Doors;
use crate::example::{self, Ready};
use crate::figures::Figures;
use crate::node::Node;
use crate::options::{Demo, Place};
use crate::tokens::DemoTokens;
use crate::traces::Traces;
use crate::{letters, pages, server};

pub(crate) async fn run(demo: Demo) -> anyhow::Result<()> {
    let traces = Traces::to(demo.traces.collector(None)?.as_ref())?;
    commands::log_and_traces(&demo.log, false, &traces)?;
    let figures = Figures::start()?;
    // Kept until the end: a throw-away folder goes with the process.
    let (_throw_away, data) = if let Some(data) = demo.data {
        (None, data)
    } else {
        let folder = tempfile::Builder::new().prefix("entraide-demo-").tempdir()?;
        let path = folder.path().to_owned();
        (Some(folder), path)
    };
    let clock = Arc::new(DemoClock::default());
    let now = demo.clock.unwrap_or_else(|| SystemClock.now());
    clock.run_from(now);
    let place = Place { data, stores: demo.stores };
    let letters_by = demo.mail.settings(demo.site.as_ref())?;
    let mut node = Node::start(&place, clock.clone()).await?;
    let policies = Policies::read().map_err(anyhow::Error::msg).context("the policies")?;
    let gate = Gate::new(node.ports.clone(), Arc::new(policies)).map_err(anyhow::Error::msg)?;
    if !demo.empty && node.ledger.head().await? == Position(0) {
        example::live(&node, &gate, &clock, now).await?;
    }
    clock.run_from(now);
    let tokens = DemoTokens::new()?;
    let ready = example::ready(&gate).await?;
    let head = node.ledger.head().await?;
    let mut known: Vec<(String, String)> =
        tokens.list().map(|(token, role)| (token.clone(), role.to_string())).collect();
    known.extend(example::answerer(&gate).await?.map(|token| (token, "partner, of one referral".to_owned())));
    let welcome = Welcome { head, tokens: known, ready };
    let tokens = Arc::new(tokens);
    let doors = Doors::with_demo(node.sign_in.clone(), Arc::clone(&tokens))?;
    let documents = Documents::and_any(pages::documents()?);
    let authenticate = Arc::new(doors);
    let networks = example::networks()?;
    letters::send(&mut node, &place, letters_by, &networks)?;
    let named = pages::named(&networks);
    let pages = pages::routes(&node, gate.clone(), authenticate.clone(), networks)?;
    let face = Face { gate, authenticate, documents };
    let routes = server::routes(&node, face, Some(tokens.clone()), named, figures)
        .merge(server::demo_routes(&node, clock, tokens))
        .merge(pages);
    server::serve(demo.listen, routes, node, |address| {
        println!("{}", welcome.at(address));
        println!("listening on http://{address}");
    })
    .await?;
    traces.end().await;
    println!("stopped");
    Ok(())
}

/// What a newcomer reads: addresses, tokens, three queries to try.
struct Welcome {
    head: Position,
    tokens: Vec<(String, String)>,
    ready: Vec<Ready>,
}

impl Welcome {
    /// The text, once it is known where the node listens.
    fn at(&self, address: SocketAddr) -> String {
        let head = self.head;
        let mut lines = vec![
            format!("Entraide, a living example: {head} events in two networks, fictional people only."),
            String::new(),
            format!("  http://{address}/app           for the team: choose somebody and begin"),
            format!("  http://{address}/              what everybody sees"),
            format!("  http://{address}/demo/queries  a page to try queries on"),
            format!("  http://{address}/graphql       POST, application/json"),
            format!("  ws://{address}/graphql/ws      subscriptions, graphql-transport-ws"),
            format!("  http://{address}/health/ready  /metrics"),
            String::new(),
            "Tokens (Authorization: Bearer ...), for trying only; POST /access/demo/nora-brussels signs in"
                .to_owned(),
            "with a cookie, as a browser does:".to_owned(),
        ];
        lines.extend(self.tokens.iter().map(|(token, role)| format!("  {token:<28} {role}")));
        lines.push(String::new());
        lines.push("Three queries to try:".to_owned());
        for ready in &self.ready {
            lines.push(format!("  # {}; as {}", ready.what, ready.token));
            lines.push(format!("  {}", ready.query));
        }
        if let Some(first) = self.ready.first() {
            // JSON within single quotes: no query of the example holds one.
            let body = serde_json::json!({ "query": first.query });
            lines.push(String::new());
            lines.push("The first of them with curl:".to_owned());
            lines.push(format!(
                "  curl -s http://{address}/graphql -H 'content-type: application/json' \\\n    \
                 -H 'authorization: Bearer {}' -d '{body}'",
                first.token
            ));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}
