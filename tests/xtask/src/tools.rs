//! What must be on the machine.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where Debian and Ubuntu keep PostgreSQL, one folder for each version, off the PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder of PostgreSQL's programs, if it is installed; found as the tests find it.
pub(crate) fn postgresql() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    postgresql_in(env::split_paths(&path), Path::new(DEBIAN))
}

fn postgresql_in(path: impl IntoIterator<Item = PathBuf>, debian: &Path) -> Option<PathBuf> {
    let versions = std::fs::read_dir(debian).into_iter().flatten().flatten();
    path.into_iter()
        .chain(versions.map(|version| version.path().join("bin")))
        .find(|folder| ["initdb", "postgres"].iter().all(|program| folder.join(program).is_file()))
}

/// Something the suite uses that Cargo does not bring along.
pub(crate) struct Needed {
    /// What is skipped without it.
    pub(crate) skipped: &'static str,
    /// How to get it.
    pub(crate) how: &'static str,
    /// Whether it is there.
    pub(crate) found: fn() -> bool,
}

/// The oldest Node.js the interface is built with.
const NODE: u32 = 20;

/// What is looked for before anything runs: each is skipped loudly without it, and in continuous
/// integration its absence is a failure.
pub(crate) const NEEDED: [Needed; 2] = [
    Needed {
        skipped: "the suite on PostgreSQL",
        how: "initdb and postgres were not found: apt-get install postgresql, or put their folder on PATH",
        found: || postgresql().is_some(),
    },
    Needed {
        skipped: "the interface, and sign-in elsewhere against a real provider",
        how: "Node.js 20 or later with npm was not found: https://nodejs.org",
        found: node,
    },
];

/// Whether Node.js is there, new enough, with npm.
pub(crate) fn node() -> bool {
    says("npm").is_some()
        && says("node").and_then(|version| major(&version)).is_some_and(|major| major >= NODE)
}

/// The `20` of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Debian's Chromium, or another.
pub(crate) fn chromium() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

/// The same, installed first where that is one command away: on Debian, for whoever may.
pub(crate) fn chromium_at_last() -> Option<PathBuf> {
    if let Some(there) = chromium() {
        return Some(there);
    }
    let may = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if !may || says("apt-get").is_none() {
        return None;
    }
    println!("    apt-get install chromium fonts-noto-core");
    for arguments in [
        &["update", "-q"][..],
        &["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-core"],
    ] {
        // What cannot be installed is not there: the caller says so.
        let _ = Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments).status();
    }
    chromium()
}

/// Whether `cargo deny` can be run.
pub(crate) fn cargo_deny() -> bool {
    says("cargo-deny").is_some()
}

/// What a program says its version is; nothing when it cannot be run.
fn says(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether this is continuous integration, where nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read_as_it_says_it() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nothing"), None);
    }

    #[test]
    fn postgresql_is_found_on_the_path_or_where_debian_keeps_it() {
        let folder = env::temp_dir().join(format!("entraide-xtask-{}", std::process::id()));
        let bin = folder.join("15").join("bin");
        let nowhere = folder.join("nowhere");
        std::fs::create_dir_all(&bin).unwrap();
        std::fs::write(bin.join("initdb"), "").unwrap();
        assert_eq!(postgresql_in([bin.clone()], &folder), None, "half an installation is none");
        std::fs::write(bin.join("postgres"), "").unwrap();
        assert_eq!(postgresql_in([], &folder), Some(bin.clone()));
        assert_eq!(postgresql_in([bin.clone()], &nowhere), Some(bin));
        assert_eq!(postgresql_in([], &nowhere), None);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
