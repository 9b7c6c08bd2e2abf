//! PostgreSQL servers of our own that can be killed, stopped, followed by a standby and promoted.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use sqlx::postgres::PgConnection;
use sqlx::{Connection, Row};
use support::postgres::{installed, other_account};
use tempfile::TempDir;

/// One server in a folder of its own, which goes with it.
pub(crate) struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    account: Option<(u32, u32)>,
    running: Option<Running>,
}

struct Running {
    postgres: Child,
    /// Ends the server when this process ends, however it does: its input closes then.
    keeper: (Child, ChildStdin),
}

impl Cluster {
    /// A new server, not started; `None` when PostgreSQL is not installed.
    pub(crate) fn make() -> Result<Option<Self>> {
        let Some(cluster) = Self::empty()? else { return Ok(None) };
        cluster.run(
            "initdb",
            &["-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"],
        )?;
        Ok(Some(cluster))
    }

    /// A standby of a running server, not started: a copy that follows it.
    pub(crate) fn standby_of(primary: &Self) -> Result<Self> {
        let cluster = Self::empty()?.context("PostgreSQL was there")?;
        let socket = primary.socket();
        let from = ["-D", "data", "-R", "-X", "stream", "-c", "fast", "--no-sync", "-U", "postgres", "-h"];
        cluster.run("pg_basebackup", &[&from[..], &[&socket]].concat())?;
        Ok(cluster)
    }

    fn empty() -> Result<Option<Self>> {
        let Some(programs) = installed() else { return Ok(None) };
        let folder = tempfile::Builder::new().prefix("pg").tempdir()?;
        let account = other_account();
        if let Some((user, group)) = account {
            std::os::unix::fs::chown(&folder, Some(user), Some(group))?;
        }
        // Debian keeps the rest of the programs apart from those on the path.
        let all = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let whole = all.map(|version| version.path().join("bin"));
        let programs = if programs.join("pg_basebackup").exists() {
            programs
        } else {
            whole.into_iter().find(|bin| bin.join("pg_basebackup").exists()).unwrap_or(programs)
        };
        Ok(Some(Self { folder, programs, account, running: None }))
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.args(arguments).current_dir(&self.folder).env_clear().stdin(Stdio::null());
        command.env("LC_ALL", "C.UTF-8").env("HOME", self.folder.path());
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
        if let Some((user, group)) = self.account {
            command.uid(user).gid(group);
        }
        command
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let output = self.command(program, arguments).output().with_context(|| program.to_owned())?;
        ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }

    /// The folder of its socket.
    pub(crate) fn socket(&self) -> String {
        self.folder.path().display().to_string()
    }

    /// The file of its socket.
    pub(crate) fn socket_file(&self) -> PathBuf {
        self.folder.path().join(".s.PGSQL.5432")
    }

    /// Starts it and waits until it takes connections.
    ///
    /// Nothing is flushed: what is killed here are processes, and the machine keeps their writes.
    pub(crate) fn start(&mut self, settings: &[&str]) -> Result<()> {
        let socket = self.socket();
        let _ = std::fs::remove_file(self.folder.path().join("data/postmaster.pid"));
        let mut arguments = vec!["-D", "data", "-k", &socket];
        for setting in ["listen_addresses=", "fsync=off", "shared_buffers=32MB", "jit=off", "autovacuum=off"]
            .iter()
            .chain(settings)
        {
            arguments.extend(["-c", setting]);
        }
        let log =
            std::fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("log"))?;
        let postgres = self
            .command("postgres", &arguments)
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .context("postgres cannot be started")?;
        let script = format!("read -r _; kill -QUIT {} 2>/dev/null", postgres.id());
        let mut keeper = Command::new("/bin/sh")
            .args(["-c", &script])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()?;
        let pipe = keeper.stdin.take().context("a pipe was asked for")?;
        self.running = Some(Running { postgres, keeper: (keeper, pipe) });
        let until = Instant::now() + Duration::from_mins(1);
        while Instant::now() < until {
            let state = std::fs::read_to_string(self.folder.path().join("data/postmaster.pid"));
            let state = state.unwrap_or_default();
            if state.lines().nth(7).is_some_and(|line| matches!(line.trim(), "ready" | "standby")) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("PostgreSQL did not start: {}", self.log())
    }

    fn log(&self) -> String {
        let text = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        text.lines().rev().take(10).collect::<Vec<_>>().join("\n")
    }

    /// Sends a signal to all its processes.
    pub(crate) fn signal(&self, name: &str) -> Result<()> {
        let running = self.running.as_ref().context("it runs")?;
        signal(name, &running.postgres)
    }

    /// Kills all its processes at once.
    pub(crate) fn kill(&mut self) -> Result<()> {
        let Some(mut running) = self.running.take() else { return Ok(()) };
        running.keeper.0.kill()?;
        running.keeper.0.wait()?;
        signal("KILL", &running.postgres)?;
        running.postgres.wait()?;
        Ok(())
    }

    /// Makes a standby the primary, and waits until it is.
    pub(crate) async fn promote(&self) -> Result<()> {
        let mut connection = self.connection().await?;
        sqlx::query("SELECT pg_promote(true, 60)").execute(&mut connection).await?;
        Ok(())
    }

    /// A setting, from now on.
    pub(crate) async fn set(&self, setting: &str, value: &str) -> Result<()> {
        let mut connection = self.connection().await?;
        let sql = format!("ALTER SYSTEM SET {setting} = '{value}'");
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
        sqlx::query("SELECT pg_reload_conf()").execute(&mut connection).await?;
        Ok(())
    }

    /// Waits until a standby follows, in this way: `sync` or `async`.
    pub(crate) async fn followed(&self, how: &str) -> Result<()> {
        let mut connection = self.connection().await?;
        for _ in 0..3_000 {
            let states = sqlx::query("SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'")
                .fetch_all(&mut connection)
                .await?;
            if states.iter().any(|row| row.get::<String, _>(0) == how) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("no standby follows as {how}: {}", self.log())
    }

    /// A connection to its own database.
    pub(crate) async fn connection(&self) -> Result<PgConnection> {
        for _ in 0..200 {
            if let Ok(connection) = PgConnection::connect(&url(self.folder.path())).await {
                return Ok(connection);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bail!("PostgreSQL takes no connection: {}", self.log())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// The address of the journal behind the socket in a folder.
pub(crate) fn url(folder: &Path) -> String {
    format!("postgres://postgres@localhost/postgres?host={}", folder.display())
}

/// Signals the postmaster first, so that it starts nobody else, and then each of its processes: they
/// are leaders of groups of their own.
fn signal(name: &str, leader: &Child) -> Result<()> {
    let leader = leader.id().to_string();
    let own = std::fs::read_to_string(format!("/proc/{leader}/task/{leader}/children")).unwrap_or_default();
    let first = if name == "KILL" { "STOP" } else { name };
    ensure!(send(first, &[&leader])?, "kill -{first} {leader} failed");
    let later = std::fs::read_to_string(format!("/proc/{leader}/task/{leader}/children"))?;
    let mut all: Vec<&str> = own.split_whitespace().chain(later.split_whitespace()).collect();
    all.sort_unstable();
    all.dedup();
    // Some may have ended by themselves meanwhile.
    send(name, &all)?;
    if first != name {
        ensure!(send(name, &[&leader])?, "kill -{name} {leader} failed");
    }
    Ok(())
}

fn send(name: &str, to: &[&str]) -> Result<bool> {
    if to.is_empty() {
        return Ok(true);
    }
    let mut command = Command::new("kill");
    command.arg(format!("-{name}")).args(to).stderr(Stdio::null());
    Ok(command.status()?.success())
}
