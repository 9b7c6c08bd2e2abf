//! A line that speaks `graphql-transport-ws`.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use stories::World;
use support::personal::Watch;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How long something is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// How long nothing must come for nothing to have come.
pub(crate) const SILENCE: Duration = Duration::from_millis(700);

/// An open line.
pub(crate) struct Line {
    /// What it goes over.
    pub(crate) socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    watch: Watch,
}

/// Opens a `WebSocket` with these headers.
pub(crate) async fn dial(
    world: &World,
    headers: &[(&'static str, &str)],
) -> Result<WebSocketStream<MaybeTlsStream<TcpStream>>, Error> {
    let mut request = format!("ws://{}/graphql/ws", world.address).into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    connect_async(request).await.map(|(socket, _)| socket)
}

impl Line {
    /// A line of the protocol, before anybody said who they are.
    pub(crate) async fn silent(world: &World) -> Self {
        Self::dialled(world, &[("sec-websocket-protocol", "graphql-transport-ws")]).await
    }

    /// A line opened with these headers.
    pub(crate) async fn dialled(world: &World, headers: &[(&'static str, &str)]) -> Self {
        Self { socket: dial(world, headers).await.unwrap(), watch: world.watch.clone() }
    }

    /// A line of somebody in Brussels.
    pub(crate) async fn open(world: &World, name: &str) -> Self {
        let mut line = Self::silent(world).await;
        let token = format!("Bearer demo-{name}-brussels");
        line.say(
            json!({ "type": "connection_init", "payload": { "authorization": token, "language": "en" } }),
        )
        .await;
        assert_eq!(line.next().await["type"], "connection_ack");
        line
    }

    pub(crate) async fn say(&mut self, message: Value) {
        self.watch.sent(message["payload"].to_string().as_bytes());
        self.socket.send(Message::text(message.to_string())).await.unwrap();
    }

    pub(crate) async fn subscribe(&mut self, query: &str, variables: Value) {
        self.say(
            json!({ "id": "1", "type": "subscribe", "payload": { "query": query, "variables": variables } }),
        )
        .await;
    }

    /// The next message, or the code and reason the line was closed with.
    pub(crate) async fn heard(&mut self, patience: Duration) -> Option<Value> {
        let next = async {
            loop {
                match self.socket.next().await {
                    Some(Ok(Message::Text(text))) => {
                        self.watch.answered(&text);
                        break serde_json::from_str(&text).unwrap();
                    }
                    Some(Ok(Message::Close(Some(frame)))) => {
                        break json!({ "closed": u16::from(frame.code), "reason": frame.reason.as_str() });
                    }
                    Some(Ok(Message::Close(None)) | Err(_)) | None => break json!({ "closed": 0 }),
                    Some(Ok(_)) => {}
                }
            }
        };
        timeout(patience, next).await.ok()
    }

    pub(crate) async fn next(&mut self) -> Value {
        self.heard(PATIENCE).await.expect("something comes")
    }

    /// The data of the next answer.
    pub(crate) async fn data(&mut self) -> Value {
        let message = self.next().await;
        assert_eq!(message["type"], "next", "{message}");
        assert!(message["payload"].get("errors").is_none(), "{message}");
        message["payload"]["data"].clone()
    }

    pub(crate) async fn hang_up(mut self) {
        self.socket.close(None).await.unwrap();
    }
}
