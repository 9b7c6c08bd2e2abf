//! The certified provider, in a process of its own.

use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout};
use std::sync::OnceLock;

use crate::npm;

/// What is installed and started.
const FILES: [(&str, &str); 3] = [
    ("package.json", include_str!("../../outside/package.json")),
    ("package-lock.json", include_str!("../../outside/package-lock.json")),
    ("provider.mjs", include_str!("../../outside/provider.mjs")),
];

/// A provider that answers.
pub struct Provider {
    process: Child,
    // Kept open: a process that cannot say any more what it has to say ends.
    _said: BufReader<ChildStdout>,
    /// Who it says it is.
    pub issuer: String,
}

impl Provider {
    /// The one that tests share; nothing, said loudly, on a machine without Node.js. Where tests must run
    /// (`CI=true`) that is a failure.
    pub fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Provider>> = OnceLock::new();
        SHARED.get_or_init(Self::start).as_ref()
    }

    /// One of one's own, on any free port.
    pub fn start() -> Option<Self> {
        npm::or_skipped("signing in outside", installed()).map(|folder| Self::on(folder, "0"))
    }

    fn on(folder: &Path, port: &str) -> Self {
        let (process, issuer, said) = npm::start(folder, &["provider.mjs", port], "http://");
        Self { process, _said: said, issuer }
    }

    /// Stops it and starts it again in the same place: with other keys, as after a change of keys.
    #[must_use]
    pub fn with_other_keys(mut self) -> Self {
        self.stop();
        let port = self.issuer.rsplit(':').next().expect("a port").to_owned();
        Self::on(installed().expect("it was installed before"), &port)
    }

    fn stop(&mut self) {
        // It may have stopped by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The folder where it is installed, once for each version.
fn installed() -> Result<&'static Path, String> {
    static FOLDER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| npm::install("outside-sign-in", &FILES));
    folder.as_deref().map_err(Clone::clone)
}
