//! Live over a `WebSocket`: `graphql-transport-ws`, the caller named in `connection_init`.

use std::time::Duration;

use async_graphql::http::{WebSocket as Session, WebSocketProtocols as Protocols, WsMessage};
use async_graphql::runtime::TokioTimer;
use async_graphql::{Data, ErrorExtensions};
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt, future};
use graph::Locale;

use crate::http::{Face, LARGEST_BODY, same_site};

/// A client that says nothing for so long is gone; graphql-ws pings every twelve seconds.
const SILENCE: Duration = Duration::from_mins(1);

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
    upgrade.max_message_size(LARGEST_BODY).protocols([protocol]).on_upgrade(move |socket| serve(face, socket))
}

async fn serve(face: Face, socket: WebSocket) {
    let (mut sink, stream) = socket.split();
    let incoming = stream
        .take_while(|message| future::ready(message.is_ok()))
        .filter_map(|message| future::ready(message.ok()))
        .take_while(|message| future::ready(!matches!(message, Message::Close(_))))
        .filter(|message| future::ready(matches!(message, Message::Text(_) | Message::Binary(_))))
        .map(Message::into_data);
    let authenticate = face.authenticate.clone();
    let session = Session::new(face.gate.clone(), incoming, Protocols::GraphQLWS)
        .keepalive_timeout(TokioTimer::default(), SILENCE)
        .on_connection_init(move |payload| async move {
            let bad = |what: String| {
                async_graphql::Error::new(what).extend_with(|_, e| e.set("code", "UNAUTHENTICATED"))
            };
            let init: Init = if payload.is_null() {
                Init::default()
            } else {
                serde_json::from_value(payload).map_err(|error| bad(format!("connection_init: {error}")))?
            };
            let mut caller =
                authenticate.caller(init.authorization.as_deref()).map_err(|why| bad(why.to_string()))?;
            if let Some(locale) = init.language.as_deref().and_then(Locale::of_tag) {
                caller.locale = locale;
            }
            if let Some(device) = init.device {
                caller.device = Some(device.parse().map_err(|why| bad(format!("device: {why}")))?);
            }
            let mut data = Data::default();
            data.insert(caller);
            Ok(data)
        });
    let mut session = std::pin::pin!(session);
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
    let _ = sink.close().await;
}
