//! A client that keeps its connections open and does no more than it must.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use crate::{lives, serve};
use benches::load::{self, Measured, Until};

/// Asks for paths of lives at random.
pub(crate) async fn paths(
    address: SocketAddr,
    connections: usize,
    seconds: f64,
    lives: u64,
) -> Result<Measured> {
    check(address).await?;
    let mut idle = Vec::new();
    for _ in 0..connections {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        idle.push(stream);
    }
    let idle = Arc::new(Mutex::new(idle));
    load::callers(connections, Until::Seconds(seconds), move |dice| {
        let idle = Arc::clone(&idle);
        async move {
            let mut stream = idle.lock().await.pop().context("one connection for each caller")?;
            let body = path(&mut stream, dice % lives).await?;
            ensure!(body.len() > 4_000, "{}", String::from_utf8_lossy(&body));
            idle.lock().await.push(stream);
            Ok(())
        }
    })
    .await
}

/// Both servers must say the same: twenty entries of the first life, with what each came from.
async fn check(address: SocketAddr) -> Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    let answer: serde_json::Value = serde_json::from_slice(&path(&mut stream, 0).await?)?;
    let nodes = answer["data"]["path"]["entries"]["nodes"].as_array().context("a path has entries")?;
    ensure!(nodes.len() as u64 == lives::EVENTS, "{} entries", nodes.len());
    let last = nodes.last().context("a last entry")?;
    ensure!(last["event"] == "NeedSettled" && last["from"] == "oriented" && last["to"] == "met", "{last}");
    ensure!(
        last["role"] == "HOST" && last["facts"].as_array().is_some_and(|facts| facts.len() == 4),
        "{last}"
    );
    Ok(())
}

async fn path(stream: &mut TcpStream, life: u64) -> Result<Vec<u8>> {
    let body = serde_json::json!({ "query": serve::QUERY, "variables": { "case": lives::case(life) } });
    let body = body.to_string();
    let request = format!(
        "POST /graphql HTTP/1.1\r\nhost: bench\r\nauthorization: {}\r\naccept: application/json\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        serve::TOKEN,
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::with_capacity(16_384);
    loop {
        ensure!(stream.read_buf(&mut answer).await? > 0, "the server hung up");
        let Some(end) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&answer[..end])?.to_ascii_lowercase();
        ensure!(head.starts_with("http/1.1 200"), "{}", String::from_utf8_lossy(&answer));
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length.context("the answer has a length")?.trim().parse()?;
        while answer.len() < end + 4 + length {
            ensure!(stream.read_buf(&mut answer).await? > 0, "the server hung up");
        }
        return Ok(answer.split_off(end + 4));
    }
}
