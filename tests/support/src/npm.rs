//! Programs of npm that stand at the other end: installed once for each version, beside what was built.

#![allow(clippy::panic, clippy::expect_used, clippy::print_stderr, reason = "a test kit fails by panicking")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

/// What is installed, by file names and texts: a manifest, its lock, a script.
pub(crate) type Files = [(&'static str, &'static str)];

/// What was installed; nothing, said loudly, on a machine without Node.js. Where tests must run
/// (`CI=true`) that is a failure.
pub(crate) fn or_skipped<T>(what: &str, installed: Result<T, String>) -> Option<T> {
    match installed {
        Ok(installed) => Some(installed),
        Err(why) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            panic!("{what} was not tested: {why}")
        }
        Err(why) => {
            eprintln!("\n!!! SKIPPED: {what} was not tested: {why}\n");
            None
        }
    }
}

/// Starts a script of an installed folder; it ends when this process does. Answers what it says first
/// that begins so, and the rest of what it will say.
pub(crate) fn start(
    folder: &Path,
    arguments: &[&str],
    begins: &str,
) -> (Child, String, BufReader<ChildStdout>) {
    let mut process = Command::new("node")
        .args(arguments)
        .current_dir(folder)
        // Closed when this process ends, however it ends; then the script ends too.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("node starts");
    let mut said = BufReader::new(process.stdout.take().expect("a pipe"));
    let mut first = String::new();
    while !first.starts_with(begins) {
        first.clear();
        assert!(said.read_line(&mut first).expect("text") > 0, "{arguments:?} does not start");
    }
    (process, first.trim().to_owned(), said)
}

/// Installs these files and what their manifest names, in a folder of this name.
pub(crate) fn install(name: &str, files: &Files) -> Result<PathBuf, String> {
    let parent = scratch();
    fs::create_dir_all(&parent).map_err(|error| error.to_string())?;
    let done = parent.join(name);
    let whole = |folder: &Path| {
        files.iter().all(|(name, text)| fs::read_to_string(folder.join(name)).unwrap_or_default() == *text)
    };
    if whole(&done) {
        return Ok(done);
    }
    // Beside it and then renamed, so that a broken installation is never taken for a whole one.
    let fresh = tempfile::tempdir_in(&parent).map_err(|error| error.to_string())?;
    for (name, text) in files {
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
