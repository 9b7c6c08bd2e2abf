//! A private, throw-away `PostgreSQL` on a Unix socket, from whatever is installed on the machine.
//!
//! One cluster for each test process, started at first need and ended with the process: a shell
//! beside the server waits for our end of a pipe to close, then stops it and removes its folder.
//! As root it drops to another user, because the server refuses to run as root.

#![allow(clippy::panic, clippy::expect_used, clippy::print_stderr, reason = "a test kit fails by panicking")]

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::PgConnection;

/// A running cluster.
struct Cluster {
    folder: PathBuf,
    _keeper: Mutex<(Child, ChildStdin)>,
}

static CLUSTER: OnceLock<Option<Cluster>> = OnceLock::new();
static DURABLE: OnceLock<Option<Cluster>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// Speed only: durability across a power cut is not what tests show. The journal itself sets
/// `synchronous_commit` for its connections.
const QUICK: &str = "-c fsync=off -c full_page_writes=off -c shared_buffers=64MB";
/// As a server of somebody's data: every commit is flushed before it is answered.
const FLUSHED: &str = "-c fsync=on -c full_page_writes=on -c synchronous_commit=on -c shared_buffers=256MB";

/// The address of a new, empty database; `None` when no server is installed, which is said loudly
/// and is a failure when `CI` is set.
///
/// # Panics
/// When a server is installed but does not start, or in CI when none is.
pub async fn database() -> Option<String> {
    let started = || CLUSTER.get_or_init(|| start(QUICK)).as_ref();
    Some(made(tokio::task::spawn_blocking(started).await.expect("the start ends")?).await)
}

/// The same on a cluster that flushes every commit to the disk: for measurements, where speed
/// must not be bought with durability.
///
/// # Panics
/// As [`database`].
pub async fn durable_database() -> Option<String> {
    let started = || DURABLE.get_or_init(|| start(FLUSHED)).as_ref();
    Some(made(tokio::task::spawn_blocking(started).await.expect("the start ends")?).await)
}

async fn made(cluster: &Cluster) -> String {
    let name = format!("test_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    let admin = address(&cluster.folder, "postgres");
    let mut connection = PgConnection::connect(&admin).await.expect("the private server answers");
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut connection)
        .await
        .expect("a database can be made");
    connection.close().await.expect("the connection closes");
    address(&cluster.folder, &name)
}

fn address(folder: &Path, database: &str) -> String {
    format!("postgres://postgres@localhost/{database}?host={}", folder.display())
}

fn start(settings: &str) -> Option<Cluster> {
    let Some(binaries) = installed() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "PostgreSQL (initdb, postgres) is not installed, and in CI its suite must run"
        );
        eprintln!(
            "\n*** SKIPPED: no PostgreSQL (initdb, postgres) on this machine; the README says how to get it ***\n"
        );
        return None;
    };
    let folder = tempfile::Builder::new().prefix("pg").tempdir().expect("a temporary folder").keep();
    let account = other_account();
    if let Some((user, group)) = account {
        std::os::unix::fs::chown(&folder, Some(user), Some(group)).expect("root may give a folder away");
    }
    let run = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(binaries.join(program));
        command
            .args(arguments)
            .current_dir(&folder)
            .env_clear()
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", &folder);
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
        if let Some((user, group)) = account {
            command.uid(user).gid(group);
        }
        command
    };
    let made = run(
        "initdb",
        &["-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions"],
    )
    .stdout(Stdio::null())
    .output()
    .expect("initdb can be run");
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let socket = folder.display().to_string();
    let script = format!(
        "'{}' -D data -k '{socket}' -c listen_addresses= {settings} \
         -c max_connections=200 -c jit=off >log 2>&1 & server=$!; \
         read -r _; kill -QUIT $server; wait $server; cd /; rm -rf '{socket}'",
        binaries.join("postgres").display()
    );
    let mut keeper = Command::new("/bin/sh");
    keeper
        .args(["-c", &script])
        .current_dir(&folder)
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .env("HOME", &folder);
    keeper
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // A Ctrl-C on the test run must reach the cleaning shell only through the closing pipe.
    keeper.process_group(0);
    if let Some((user, group)) = account {
        keeper.uid(user).gid(group);
    }
    let mut child = keeper.spawn().expect("the server can be started");
    let pipe = child.stdin.take().expect("the pipe was asked for");
    wait_until_ready(&folder);
    Some(Cluster { folder, _keeper: Mutex::new((child, pipe)) })
}

/// Ready is when the server says so in the eighth line of its pid file.
fn wait_until_ready(folder: &Path) {
    for _ in 0..600 {
        let state = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
        if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    panic!("PostgreSQL did not start within 30 s: {log}");
}

/// The folder of `initdb` and `postgres`, on the path or where Debian puts them.
pub fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"));
    std::env::split_paths(&path)
        .chain(debian)
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

/// As root: the user and group to drop to, of `postgres` or `nobody`.
pub fn other_account() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| -> Option<u32> {
        let output =
            Command::new("id").args(arguments).output().ok().filter(|output| output.status.success())?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    ["postgres", "nobody"].into_iter().find_map(|name| Some((id(&["-u", name])?, id(&["-g", name])?)))
}
