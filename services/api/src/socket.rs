//! Live over a `WebSocket`: `graphql-transport-ws`, the caller named in `connection_init`.

use std::any::TypeId;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::http::{WebSocket as Session, WebSocketProtocols as Protocols, WsMessage};
use async_graphql::runtime::TokioTimer;
use async_graphql::{Data, ErrorExtensions, Executor, Request, Response as Answer};
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::stream::BoxStream;
use futures_util::{SinkExt, StreamExt, future};
use graph::Locale;
use tokio::sync::{Semaphore, oneshot};

use crate::authenticate::{Admitted, Presented};
use crate::by_token::within_its_token;
use crate::cookies::{SESSION, cookie};
use crate::gate::{Gate, error, refused};
use crate::http::{Face, LARGEST_BODY};
use crate::who::{ended, not_admitted, same_site};

/// A client that says nothing for so long is gone; graphql-ws pings every twelve seconds.
const SILENCE: Duration = Duration::from_mins(1);

/// What one connection may follow at once: a screen follows a few things, and each wakes with every event.
const FOLLOWED: usize = 64;

/// The close code of a socket whose owner is not in any more: `4401`, as graphql-ws says of who may not.
const SIGNED_OUT: u16 = 4401;

/// What `connection_init` carries.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Init {
    /// As the header of the same name.
    authorization: Option<String>,
    /// The language of the answers, as a BCP 47 tag.
    language: Option<String>,
    /// The device, as it names itself.
    device: Option<String>,
}

/// Opens the session, for pages of this site and for programs.
pub(crate) async fn upgrade(
    State(face): State<Face>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if let Err(unfit) = same_site(&headers) {
        return (unfit.0, unfit.2).into_response();
    }
    let protocol = Protocols::GraphQLWS.sec_websocket_protocol();
    let offered =
        headers.get("sec-websocket-protocol").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !offered.split(',').any(|name| name.trim() == protocol) {
        return (StatusCode::BAD_REQUEST, "sec-websocket-protocol: graphql-transport-ws").into_response();
    }
    // Browsers say where a page is from when they open a socket, so a cookie may count here.
    let session = cookie(&headers, SESSION);
    upgrade
        .max_message_size(LARGEST_BODY)
        .protocols([protocol])
        .on_upgrade(move |socket| serve(face, session, socket))
}

async fn serve(face: Face, cookie: Option<String>, socket: WebSocket) {
    let (mut sink, stream) = socket.split();
    let incoming = stream
        .take_while(|message| future::ready(message.is_ok()))
        .filter_map(|message| future::ready(message.ok()))
        .take_while(|message| future::ready(!matches!(message, Message::Close(_))))
        .filter(|message| future::ready(matches!(message, Message::Text(_) | Message::Binary(_))))
        .map(Message::into_data);
    let (let_in, came) = oneshot::channel();
    let opening = face.clone();
    let session = Session::new(Bounded(face.clone()), incoming, Protocols::GraphQLWS)
        .keepalive_timeout(TokioTimer::default(), SILENCE)
        .on_connection_init(move |payload| async move {
            let admitted = opened(&opening, cookie.as_deref(), payload).await?;
            let mut data = Data::default();
            data.insert(admitted.caller.clone());
            data.insert(admitted.clone());
            data.insert(Room(Arc::new(Semaphore::new(FOLLOWED))));
            // Nobody listens when the socket is closing already.
            let _ = let_in.send(admitted);
            Ok(data)
        });
    let out = async move {
        match came.await {
            Ok(admitted) => ended(face.authenticate, admitted).await,
            Err(_) => future::pending().await,
        }
    };
    let mut session = std::pin::pin!(session.take_until(Box::pin(out)));
    while let Some(message) = session.next().await {
        let message = match message {
            WsMessage::Text(text) => Message::Text(text.into()),
            WsMessage::Close(code, reason) => {
                Message::Close(Some(CloseFrame { code, reason: reason.into() }))
            }
        };
        if sink.send(message).await.is_err() {
            return;
        }
    }
    if session.is_stopped() {
        let gone = CloseFrame { code: SIGNED_OUT, reason: "signed out".into() };
        let _ = sink.send(Message::Close(Some(gone))).await;
    }
    let _ = sink.close().await;
}

/// Who opens the socket, from `connection_init` or the cookie.
async fn opened(
    face: &Face,
    cookie: Option<&str>,
    payload: serde_json::Value,
) -> async_graphql::Result<Admitted> {
    let bad =
        |what: String| async_graphql::Error::new(what).extend_with(|_, e| e.set("code", "UNAUTHENTICATED"));
    let init: Init = if payload.is_null() {
        Init::default()
    } else {
        serde_json::from_value(payload).map_err(|error| bad(format!("connection_init: {error}")))?
    };
    let locale = init.language.as_deref().and_then(Locale::of_tag);
    let presented = Presented { authorization: init.authorization.as_deref(), session: cookie };
    let mut admitted = face.authenticate.admit(presented).await.map_err(|why| {
        let error = not_admitted(face, locale, why);
        bad(error.message)
    })?;
    let caller = &mut admitted.caller;
    if let Some(locale) = locale {
        caller.locale = locale;
    }
    if let Some(device) = init.device {
        let device = device.parse().map_err(|why| bad(format!("device: {why}")))?;
        caller.device = caller.device.take().or(Some(device));
    }
    Ok(admitted)
}

/// Room for what a connection may still follow.
struct Room(Arc<Semaphore>);

/// The gate, for what came in by a token as well.
#[derive(Clone)]
struct Bounded(Face);

#[async_trait::async_trait]
impl Executor for Bounded {
    async fn execute(&self, request: Request) -> Answer {
        Executor::execute(&self.0.gate, request).await
    }

    fn execute_stream(&self, mut request: Request, session: Option<Arc<Data>>) -> BoxStream<'static, Answer> {
        let room = session.as_ref().and_then(|data| data.get(&TypeId::of::<Room>())?.downcast_ref::<Room>());
        let Some(held) = room.and_then(|room| Arc::clone(&room.0).try_acquire_owned().ok()) else {
            let many = format!("at most {FOLLOWED} operations at once on a connection; complete one first");
            return Box::pin(futures_util::stream::once(async move { refused(error("BAD_REQUEST", many)) }));
        };
        let admitted =
            session.as_ref().and_then(|data| data.get(&TypeId::of::<Admitted>())?.downcast_ref::<Admitted>());
        if let Some(admitted) = admitted
            && let Err(error) = self
                .0
                .documents
                .fill(&mut request, admitted)
                .and_then(|()| within_its_token(&self.0, admitted, &mut request))
        {
            return Box::pin(futures_util::stream::once(async move { refused(error) }));
        }
        let gate: &Gate = &self.0.gate;
        Box::pin(Executor::execute_stream(gate, request, session).inspect(move |_| {
            // Given back when the stream is dropped.
            let _ = &held;
        }))
    }
}
