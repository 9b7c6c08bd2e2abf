//! A running binary, and what it must not say: its log, its output and its metrics are searched for
//! every personal word of the story when it ends, however it ends. What goes to a collector of traces is
//! searched where there is one: `tests/traces.rs`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use support::personal::Watch;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::binary;

/// What is logged when a story does not say otherwise: more than anybody would run with. Nothing of
/// ours logs at a finer level.
const LOG: &str = "debug";
/// Lines of the log that are shown when a story fails.
const LAST: usize = 20;

/// A process that serves.
pub struct Running {
    /// Where it listens, such as `127.0.0.1:40123`.
    pub address: String,
    /// What it printed before it listened.
    pub greeting: Vec<String>,
    /// What it must not say.
    pub watch: Watch,
    child: Child,
    log: PathBuf,
    /// The log of the PostgreSQL server under it.
    beneath: Option<PathBuf>,
    printed: Arc<Mutex<String>>,
    judged: bool,
}

impl Running {
    /// Starts the binary in a folder, with its data in `data/` and its log beside it.
    pub async fn start(arguments: &[&str], journal: Option<&str>, folder: &Path) -> Self {
        let log = folder.join("log");
        let appended = std::fs::OpenOptions::new().create(true).append(true).open(&log).unwrap();
        let mut command = Command::new(binary());
        command.args(arguments).args(["--listen", "127.0.0.1:0", "--data"]).arg(folder.join("data"));
        if let Some(journal) = journal {
            command.args(["--journal", journal]);
        }
        command
            .env("ENTRAIDE_LOG", LOG)
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(appended)
            .kill_on_drop(true);
        let mut child = command.spawn().expect("the binary can be started");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut greeting = Vec::new();
        let address = loop {
            let line = tokio::time::timeout(Duration::from_mins(2), lines.next_line()).await;
            let line = line.expect("the node starts within two minutes").unwrap();
            let line = line.unwrap_or_else(|| panic!("the node says where it listens; {}", last(&log)));
            if let Some(address) = line.strip_prefix("listening on http://") {
                break address.to_owned();
            }
            greeting.push(line);
        };
        let printed = Arc::new(Mutex::new(greeting.join("\n")));
        let further = Arc::clone(&printed);
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let mut printed = further.lock().unwrap();
                printed.push('\n');
                printed.push_str(&line);
            }
        });
        let beneath =
            journal.and_then(|url| url.split_once("host=")).map(|(_, host)| Path::new(host).join("log"));
        let watch = Watch::of(folder);
        Self { address, greeting, watch, child, log, beneath, printed, judged: false }
    }

    /// Stops it politely; what it said is searched.
    pub async fn stop(mut self) {
        self.keep_metrics();
        let pid = self.child.id().expect("the node runs").to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
        let status = tokio::time::timeout(Duration::from_secs(30), self.child.wait()).await;
        let status = status.expect("the node ends when told").unwrap();
        assert!(status.success(), "the node ends with status 0; {}", last(&self.log));
    }

    /// Ends it, and gives what it said that it must not have said. Only for showing that it is found.
    pub fn betrayed(mut self) -> Vec<String> {
        self.judge()
    }

    fn keep_metrics(&self) {
        match metrics(&self.address) {
            Ok(text) => self.watch.said("/metrics", &text),
            Err(error) => assert!(std::thread::panicking(), "/metrics of a running node: {error}"),
        }
    }

    fn judge(&mut self) -> Vec<String> {
        self.judged = true;
        if self.child.id().is_some() {
            self.keep_metrics();
            let _ = self.child.start_kill();
        }
        let printed = without_tokens(&self.printed.lock().unwrap());
        let log = std::fs::read(&self.log).unwrap_or_default();
        let beneath = self.beneath.as_ref().map(|log| std::fs::read(log).unwrap_or_default());
        let beneath = beneath.unwrap_or_default();
        self.watch.leaks(&[
            ("the log", &log),
            ("standard output", printed.as_bytes()),
            ("the log of PostgreSQL", &beneath),
        ])
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.judged {
            return;
        }
        let leaks = self.judge();
        if std::thread::panicking() {
            eprintln!("what the node logged last:\n{}", last(&self.log));
        }
        let told = leaks.join("\n");
        if !leaks.is_empty() && !std::thread::panicking() {
            panic!("personal words where nobody may read them:\n{told}");
        } else if !leaks.is_empty() {
            eprintln!("personal words where nobody may read them:\n{told}");
        }
    }
}

/// What was printed, without the tokens of a demonstration: they are named after its people.
fn without_tokens(printed: &str) -> String {
    let mut pieces = printed.split("demo-");
    let first = pieces.next().unwrap_or_default().to_owned();
    let named = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    pieces.fold(first, |text, piece| text + piece.trim_start_matches(named))
}

/// The last lines of a log.
fn last(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LAST)..].join("\n")
}

/// The metrics of a node, asked without a runtime: a story may be ending.
fn metrics(address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.write_all(
        format!("GET /metrics HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    Ok(text)
}

/// Runs a command of the binary to its end, and looks at what it said.
///
/// # Panics
/// When a personal word of the watch is in it.
pub async fn run(mut command: Command, watch: &Watch) -> std::process::Output {
    let output = command.output().await.expect("the binary can be started");
    let leaks = watch.leaks(&[("standard output", &output.stdout), ("standard error", &output.stderr)]);
    assert!(leaks.is_empty(), "personal words where nobody may read them:\n{}", leaks.join("\n"));
    output
}
