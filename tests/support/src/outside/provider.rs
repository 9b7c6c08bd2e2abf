//! The certified provider, in a process of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

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
        match installed() {
            Ok(folder) => Some(Self::on(folder, "0")),
            Err(why) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
                panic!("signing in outside was not tested: {why}")
            }
            Err(why) => {
                eprintln!("\n!!! SKIPPED: signing in outside was not tested: {why}\n");
                None
            }
        }
    }

    fn on(folder: &Path, port: &str) -> Self {
        let mut process = Command::new("node")
            .args(["provider.mjs", port])
            .current_dir(folder)
            // Closed when this process ends, however it ends; then the provider ends too.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node starts");
        let mut said = BufReader::new(process.stdout.take().expect("a pipe"));
        let mut issuer = String::new();
        while !issuer.starts_with("http://") {
            issuer.clear();
            assert!(said.read_line(&mut issuer).expect("text") > 0, "the provider does not start");
        }
        Self { process, _said: said, issuer: issuer.trim().to_owned() }
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
    FOLDER.get_or_init(install).as_deref().map_err(Clone::clone)
}

fn install() -> Result<PathBuf, String> {
    let parent = scratch();
    fs::create_dir_all(&parent).map_err(|error| error.to_string())?;
    let done = parent.join("outside-sign-in");
    let said = |name: &str| fs::read_to_string(done.join(name)).unwrap_or_default();
    if FILES.iter().all(|(name, text)| said(name) == *text) {
        return Ok(done);
    }
    // Beside it and then renamed, so that a broken installation is never taken for a whole one.
    let fresh = tempfile::tempdir_in(&parent).map_err(|error| error.to_string())?;
    for (name, text) in FILES {
        fs::write(fresh.path().join(name), text).map_err(|error| error.to_string())?;
    }
    let npm = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])
        .current_dir(fresh.path())
        .output()
        .map_err(|error| format!("npm cannot be started ({error}); install Node.js 20 or later"))?;
    if !npm.status.success() {
        return Err(format!("npm ci failed: {}", String::from_utf8_lossy(&npm.stderr)));
    }
    // An older version, or another test run that was faster.
    let _ = fs::remove_dir_all(&done);
    fs::rename(fresh.keep(), &done).map_err(|error| error.to_string())?;
    Ok(done)
}

/// Where test runs keep what they need again: beside what was built.
fn scratch() -> PathBuf {
    let test = std::env::current_exe().expect("this test has a file");
    let built = test.ancestors().find(|folder| folder.join("deps").is_dir() && folder.join("build").is_dir());
    built.and_then(Path::parent).unwrap_or(&std::env::temp_dir()).join("tmp")
}
