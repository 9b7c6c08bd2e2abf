//! A line to PostgreSQL that breaks where it is told to, and leads elsewhere when told so.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;

/// Where the line breaks; counted over all connections since it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    /// A message of ours never reaches the server.
    Before(u64),
    /// A message of ours reaches it, and nothing comes back.
    After(u64),
    /// So many bytes come back, and no more.
    Bytes(u64),
}

#[derive(Default)]
struct State {
    plan: Option<Break>,
    messages: u64,
    bytes: u64,
    broken: u64,
}

/// A socket in a folder of its own.
pub(crate) struct Proxy {
    folder: TempDir,
    state: Arc<Mutex<State>>,
    upstream: watch::Sender<PathBuf>,
    accepting: tokio::task::JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Proxy {
    /// A line to a server's socket.
    pub(crate) fn to(socket: PathBuf) -> Self {
        let folder = tempfile::Builder::new().prefix("line").tempdir().expect("a temporary folder");
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).expect("a socket");
        let state = Arc::<Mutex<State>>::default();
        let (upstream, led) = watch::channel(socket);
        let shared = Arc::clone(&state);
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let to = led.borrow().clone();
                if let Ok(server) = UnixStream::connect(to).await {
                    tokio::spawn(carry(client, server, Arc::clone(&shared), led.clone()));
                }
            }
        });
        Self { folder, state, upstream, accepting }
    }

    /// Where PostgreSQL is to be found through it.
    pub(crate) fn url(&self) -> String {
        crate::cluster::url(self.folder.path())
    }

    /// Leads to another server; what is open is cut.
    pub(crate) fn lead_to(&self, socket: &Path) {
        self.upstream.send_replace(socket.to_owned());
    }

    /// Says where it breaks, once.
    pub(crate) fn plan(&self, plan: Option<Break>) {
        let mut state = self.state.lock().expect("never left half done");
        *state = State { plan, broken: state.broken, ..State::default() };
    }

    /// How many bytes came back since a plan was made.
    pub(crate) fn bytes(&self) -> u64 {
        self.state.lock().expect("never left half done").bytes
    }

    /// How often it broke.
    pub(crate) fn broken(&self) -> u64 {
        self.state.lock().expect("never left half done").broken
    }
}

/// The body of a request for TLS.
const TLS: [u8; 4] = 80_877_103_u32.to_be_bytes();

/// What is to be done with a piece.
enum Step {
    Pass,
    /// So many bytes of it, then nothing on this line any more.
    Cut(usize),
}

impl State {
    fn message(&mut self, length: usize) -> Step {
        let number = self.messages;
        self.messages += 1;
        let kept = match self.plan {
            Some(Break::Before(at)) if at == number => 0,
            Some(Break::After(at)) if at == number => length,
            _ => return Step::Pass,
        };
        self.cut(kept)
    }

    fn answer(&mut self, length: usize) -> Step {
        let before = self.bytes;
        self.bytes += length as u64;
        match self.plan {
            Some(Break::Bytes(at)) if self.bytes > at => {
                self.cut(usize::try_from(at.saturating_sub(before)).unwrap_or(0))
            }
            _ => Step::Pass,
        }
    }

    fn cut(&mut self, kept: usize) -> Step {
        self.plan = None;
        self.broken += 1;
        Step::Cut(kept)
    }
}

async fn carry(
    client: UnixStream,
    server: UnixStream,
    state: Arc<Mutex<State>>,
    mut led: watch::Receiver<PathBuf>,
) {
    let ((from_client, to_client), (from_server, to_server)) = (client.into_split(), server.into_split());
    led.mark_unchanged();
    // Whichever ends first takes both with it: the line is cut.
    tokio::select! {
        () = ask(from_client, to_server, &state) => {}
        () = answer(from_server, to_client, &state) => {}
        _ = led.changed() => {}
    }
}

/// Message by message: the first has a length and no kind.
async fn ask(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, state: &Mutex<State>) {
    let mut first = true;
    loop {
        let mut head = [0_u8; 5];
        let head = if first { &mut head[..4] } else { &mut head[..] };
        if from.read_exact(head).await.is_err() {
            return;
        }
        let length = head[head.len() - 4..].try_into().map_or(4, u32::from_be_bytes);
        let mut message = head.to_vec();
        message.resize(head.len() - 4 + length as usize, 0);
        let read = head.len();
        if from.read_exact(&mut message[read..]).await.is_err() {
            return;
        }
        // Asking for TLS comes before the first message, in the same form.
        first = first && message[4..] == TLS;
        let step = state.lock().expect("never left half done").message(message.len());
        match step {
            Step::Pass => {
                if to.write_all(&message).await.is_err() {
                    return;
                }
            }
            Step::Cut(kept) => {
                let _ = to.write_all(&message[..kept]).await;
                // The server gets to do what it was asked, and nobody hears.
                return;
            }
        }
    }
}

async fn answer(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, state: &Mutex<State>) {
    let mut piece = vec![0_u8; 16 * 1024];
    loop {
        let Ok(count @ 1..) = from.read(&mut piece).await else { return };
        let step = state.lock().expect("never left half done").answer(count);
        let kept = match step {
            Step::Pass => count,
            Step::Cut(kept) => kept,
        };
        if to.write_all(&piece[..kept]).await.is_err() || kept < count {
            return;
        }
    }
}
