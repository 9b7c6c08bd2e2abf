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

/// Whether `cargo deny` can be run.
pub(crate) fn cargo_deny() -> bool {
    let mut version = Command::new("cargo-deny");
    version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}

/// Whether this is continuous integration, where nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

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
