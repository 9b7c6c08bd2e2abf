//! A mail server in a process of its own: nodemailer's `smtp-server` of npm. Its files are in `letters/`
//! of this crate, with the addresses to which it does not take letters.

#![allow(clippy::panic, clippy::expect_used, clippy::print_stderr, reason = "a test kit fails by panicking")]

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::npm;

/// What is installed and started.
const FILES: [(&str, &str); 3] = [
    ("package.json", include_str!("../letters/package.json")),
    ("package-lock.json", include_str!("../letters/package-lock.json")),
    ("server.mjs", include_str!("../letters/server.mjs")),
];
/// Who may hand letters over.
const USER: &str = "entraide";
/// How long a letter is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that takes letters.
pub struct MailServer {
    process: Mutex<Child>,
    /// Its address, with the user.
    pub address: String,
    password: String,
    taken: Arc<Mutex<Vec<Value>>>,
}

impl MailServer {
    /// One of one's own, on any free port; nothing, said loudly, on a machine without Node.js.
    pub fn start(password: &str) -> Option<Self> {
        npm::or_skipped("the sending of letters", installed())?;
        let (password, taken) = (password.to_owned(), Arc::default());
        let (process, address) = on("0", &password, &taken);
        Some(Self { process: Mutex::new(process), address, password, taken })
    }

    /// Every letter it took, oldest first.
    pub fn taken(&self) -> Vec<Value> {
        self.taken.lock().expect("nobody panicked holding it").clone()
    }

    /// Every letter it took for an address.
    pub fn to(&self, address: &str) -> Vec<Value> {
        let mut taken = self.taken();
        taken.retain(|letter| letter["to"] == Value::from(vec![address]));
        taken
    }

    /// Waits until there are so many letters for an address.
    pub async fn until(&self, address: &str, letters: usize) -> Vec<Value> {
        let begun = Instant::now();
        while self.to(address).len() < letters {
            assert!(begun.elapsed() < PATIENCE, "{letters} letters: {:#?}", self.taken());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        self.to(address)
    }

    /// Stops answering.
    pub fn goes_down(&self) {
        let mut process = self.process.lock().expect("nobody panicked holding it");
        // It may have stopped by itself.
        let _ = process.kill();
        let _ = process.wait();
    }

    /// Answers again, where it did before, and remembers what it took.
    pub fn comes_up(&self) {
        let port = self.address.rsplit(':').next().expect("a port");
        let (process, _) = on(port, &self.password, &self.taken);
        *self.process.lock().expect("nobody panicked holding it") = process;
    }
}

/// Starts it on a port; the process, and its address.
fn on(port: &str, password: &str, taken: &Arc<Mutex<Vec<Value>>>) -> (Child, String) {
    let folder = installed().expect("it was installed before");
    let (process, address, said) = npm::start(folder, &["server.mjs", port, USER, password], "smtp://");
    let taken = Arc::clone(taken);
    std::thread::spawn(move || {
        for line in said.lines().map_while(Result::ok) {
            let letter = serde_json::from_str(&line).expect("a letter is a line of JSON");
            taken.lock().expect("nobody panicked holding it").push(letter);
        }
    });
    (process, address)
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.goes_down();
    }
}

/// The folder where it is installed, once for each version.
fn installed() -> Result<&'static Path, String> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| npm::install("letters", &FILES));
    folder.as_deref().map_err(Clone::clone)
}
