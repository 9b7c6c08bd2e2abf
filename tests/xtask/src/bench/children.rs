//! The processes that measure: each tells `name value`, one a line.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// What a process told.
pub(crate) type Numbers = BTreeMap<String, f64>;

/// The programs.
pub(crate) struct Programs {
    pub(crate) ours: PathBuf,
    pub(crate) lists: PathBuf,
    pub(crate) peers: PathBuf,
}

/// What a process told, as it told it.
pub(crate) fn words(program: &Path, arguments: &[&str]) -> Result<Vec<(String, String)>> {
    let output = Command::new(program)
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", program.display()))?;
    ensure!(output.status.success(), "{} {} failed", program.display(), arguments.join(" "));
    let told = String::from_utf8(output.stdout).context("a process told something else than text")?;
    let pair = |line: &str| line.split_once(' ').map(|(name, value)| (name.to_owned(), value.to_owned()));
    Ok(told.lines().filter_map(pair).collect())
}

/// The numbers of one measurement.
pub(crate) fn numbers(program: &Path, arguments: &[&str]) -> Result<Numbers> {
    let told = words(program, arguments)?;
    told.into_iter().map(|(name, value)| Ok((name, value.parse()?))).collect()
}

/// A folder for files that are thrown away.
pub(crate) struct Scratch {
    folder: PathBuf,
    used: u32,
}

impl Scratch {
    pub(crate) fn new(folder: PathBuf) -> Result<Self> {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder, used: 0 })
    }

    /// The path of a file that is not there yet.
    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    /// A new folder, and nothing else in the place: what was measured before is gone from the disk.
    pub(crate) fn fresh(&mut self) -> Result<String> {
        if self.used > 0 {
            fs::remove_dir_all(self.folder.join(self.used.to_string()))?;
        }
        self.used += 1;
        let folder = self.folder.join(self.used.to_string());
        fs::create_dir(&folder)?;
        Ok(folder.display().to_string())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A process that runs until its input is closed.
pub(crate) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    told: BufReader<ChildStdout>,
}

impl Running {
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child =
            command.spawn().with_context(|| format!("{} cannot be started", program.display()))?;
        let input = child.stdin.take();
        let told = BufReader::new(child.stdout.take().context("the output was asked for")?);
        Ok(Self { child, input, told })
    }

    /// The next address it tells.
    pub(crate) fn address(&mut self) -> Result<String> {
        let mut line = String::new();
        self.told.read_line(&mut line)?;
        let address = line.trim().strip_prefix("address ").context("no address was told")?;
        Ok(address.to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

/// A private PostgreSQL that flushes every commit.
pub(crate) struct Cluster(Running);

impl Cluster {
    pub(crate) fn start(programs: &Programs) -> Result<Self> {
        Ok(Self(Running::start(&programs.ours, &["postgres"])?))
    }

    /// The address of a new database.
    pub(crate) fn database(&mut self) -> Result<String> {
        let input = self.0.input.as_mut().context("the cluster was stopped")?;
        writeln!(input)?;
        self.0.address()
    }
}
