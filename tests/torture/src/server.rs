//! A running node, that can be killed as by `kill -9`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A process that listens.
pub(crate) struct Server {
    child: Child,
    /// Held open: it says a last word when it is told to stop.
    _told: BufReader<ChildStdout>,
    /// Where, such as `127.0.0.1:40123`.
    pub(crate) address: String,
}

impl Server {
    /// Starts a program and waits until it says where it listens. Its log goes to a file.
    pub(crate) fn start(mut command: Command, log: &Path) -> Result<Self> {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(log)?;
        let mut child =
            command.stdout(Stdio::piped()).stderr(log).spawn().context("the server cannot be started")?;
        let mut told = BufReader::new(child.stdout.take().context("its output was asked for")?);
        let mut line = String::new();
        while told.read_line(&mut line)? > 0 {
            if let Some(address) = line.trim_end().strip_prefix("listening on http://") {
                return Ok(Self { address: address.to_owned(), child, _told: told });
            }
            line.clear();
        }
        anyhow::bail!("it ended before it listened: {:?}", child.wait()?)
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal, such as `STOP`.
    pub(crate) fn signal(&self, name: &str) -> Result<()> {
        let sent = Command::new("kill").args([format!("-{name}"), self.id().to_string()]).status()?;
        ensure!(sent.success(), "{name} could not be sent");
        Ok(())
    }

    /// Tells it to stop, and waits until it has.
    pub(crate) fn stop(mut self) -> Result<()> {
        self.signal("TERM")?;
        let ended = self.child.wait()?;
        ensure!(ended.success(), "it was told to stop and ended with {ended}");
        Ok(())
    }

    /// Kills it, as nothing can be prepared for.
    pub(crate) fn kill(mut self) -> Result<()> {
        // On Unix this is SIGKILL.
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

/// A test that ends early leaves no server behind.
impl Drop for Server {
    fn drop(&mut self) {
        // Whoever has ended cannot be killed; that is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `entraide demo --empty` on a place.
pub(crate) fn node(binary: &Path, data: &Path, journal: Option<&str>) -> Command {
    let mut command = entraide(binary, &["demo", "--empty", "--listen", "127.0.0.1:0"], data, journal);
    command.env("ENTRAIDE_LOG", "warn").env("NO_COLOR", "1");
    command
}

/// A command of the binary on a place.
pub(crate) fn entraide(binary: &Path, arguments: &[&str], data: &Path, journal: Option<&str>) -> Command {
    let mut command = Command::new(binary);
    command.args(arguments).arg("--data").arg(data);
    if let Some(journal) = journal {
        command.args(["--journal", journal]);
    }
    command
}

/// Runs a command to its end, which must be a good one.
pub(crate) fn succeeds(mut command: Command) -> Result<()> {
    let output = command.output().context("the binary cannot be started")?;
    let told =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{:?} failed: {told}", command.get_args().collect::<Vec<_>>());
    Ok(())
}
