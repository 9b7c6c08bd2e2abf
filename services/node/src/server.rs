//! The routes beside the API: health, metrics, and what only a demonstration has.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use api::http::Face;
use api::sign_in::{DemoPeople, Door, Named};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use graph::ports::Clock;
use journal::Journal;
use tokio::net::TcpListener;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::adapters::DemoClock;
use crate::figures::Figures;
use crate::node::Node;
use crate::observed::observed;
use crate::query_page;
use crate::tokens::DemoTokens;

/// How far the read models may lag behind the journal and still be called ready, in events.
const LAG: u64 = 10_000;

/// What the health routes look at.
#[derive(Clone)]
struct Watched {
    ledger: Arc<journal::Ledger>,
    model: readmodel::ReadModel,
    ports: graph::Ports,
    figures: Figures,
}

/// The routes every node has.
pub(crate) fn routes(
    node: &Node,
    face: Face,
    demo: Option<Arc<dyn DemoPeople>>,
    networks: Arc<[Named]>,
    figures: Figures,
) -> Router {
    let watched = Watched {
        ledger: node.ledger.clone(),
        model: node.model.clone(),
        ports: node.ports.clone(),
        figures,
    };
    let health = Router::new()
        .route("/health/live", get(async || "live\n"))
        .route("/health/ready", get(ready))
        .route("/metrics", get(figures_now))
        .with_state(watched);
    let door = Door { sign_in: node.sign_in.clone(), demo, networks };
    api::http::routes(face).merge(api::sign_in::routes(door)).merge(health)
}

async fn figures_now(State(watched): State<Watched>) -> String {
    watched.figures.tell(&watched.ledger, &watched.ports).await
}

/// Tells browsers to come over TLS only, for two years.
pub(crate) fn over_tls(routes: Router) -> Router {
    let always = HeaderValue::from_static("max-age=63072000; includeSubDomains");
    routes.layer(SetResponseHeaderLayer::overriding(header::STRICT_TRANSPORT_SECURITY, always))
}

/// Ready: the journal answers and the read models follow. Parked events are counted beside: they
/// need a look, but they stop nothing else. So does a storage that takes no writes for the moment: what
/// is known can be read, and commands are told to come again.
///
/// Anybody may ask. So what the storage itself says, which may name a machine, a path or a user, is in the
/// log; here stands a word of [`journal::Why`].
async fn ready(State(watched): State<Watched>) -> Response {
    let head = watched.ledger.head().await;
    let position = watched.ports.rows.position().await;
    let parked = watched.model.parked().await.map(|parked| parked.len());
    let lag = head.as_ref().map(|head| head.0.saturating_sub(position.0)).ok();
    let ready = lag.is_some_and(|lag| lag <= LAG) && parked.is_ok();
    let refused = match &*watched.ledger.writing().borrow() {
        journal::Writing::Open => None,
        journal::Writing::Refused(refused) => Some(refused.why.word()),
    };
    if let Err(error) = &head {
        tracing::warn!(%error, "not ready: the journal cannot be read");
    }
    if let Err(error) = &parked {
        tracing::warn!(error = error as &dyn std::error::Error, "not ready: the read models cannot be read");
    }
    let body = serde_json::json!({
        "ready": ready,
        "readOnly": refused.is_some(),
        "writesRefused": refused,
        "journal": head.as_ref().map(ToString::to_string).ok(),
        "journalTrouble": head.as_ref().err().map(|error| error.why().word()),
        "readModels": position.to_string(),
        "lag": lag,
        "parked": parked.ok(),
    });
    (if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(body)).into_response()
}

/// What a demonstration has beside: a clock that can be moved on, and a page to try queries.
pub(crate) fn demo_routes(node: &Node, clock: Arc<DemoClock>, tokens: Arc<DemoTokens>) -> Router {
    #[derive(Clone)]
    struct Demo {
        clock: Arc<DemoClock>,
        flows: Arc<flows::Flows>,
    }
    #[derive(serde::Deserialize)]
    struct Moved {
        now: DateTime<Utc>,
    }
    async fn move_clock(State(demo): State<Demo>, Json(moved): Json<Moved>) -> Response {
        let now = demo.clock.now();
        if moved.now < now {
            let why = format!("now: time only goes forward; it is {now}\n");
            return (StatusCode::BAD_REQUEST, why).into_response();
        }
        demo.clock.run_from(moved.now);
        // Whoever moves time on finds what time brings: deadlines are looked at before the answer.
        match demo.flows.settle().await {
            Ok(position) => {
                Json(serde_json::json!({ "now": demo.clock.now(), "position": position })).into_response()
            }
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}\n")).into_response(),
        }
    }
    Router::new()
        .route("/demo/clock", post(move_clock))
        .with_state(Demo { clock, flows: node.flows.clone() })
        .merge(query_page::routes(tokens))
}

/// Serves until told to stop, then finishes what it has accepted.
pub(crate) async fn serve(
    listen: SocketAddr,
    routes: Router,
    node: Node,
    ready: impl FnOnce(SocketAddr),
) -> anyhow::Result<()> {
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    ready(listener.local_addr()?);
    // Open streams end with the node; nothing waits for them longer than this.
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let routes = routes.layer(axum::middleware::from_fn(observed));
    let server = axum::serve(listener, routes).with_graceful_shutdown(async move {
        told_to_stop().await;
        let _ = stopping.send(true);
    });
    tokio::select! {
        ended = async { server.await } => ended?,
        () = async {
            let _ = stopped.wait_for(|stop| *stop).await;
            tokio::time::sleep(std::time::Duration::from_secs(5)).await;
        } => tracing::info!("some connections were still open"),
    }
    node.stop().await;
    Ok(())
}

async fn told_to_stop() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM is not heard");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
