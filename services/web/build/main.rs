//! Builds what is served beside the pages: the app, the style sheet, the pictures; and refuses texts
//! that a language lacks.
//!
//! Read on: `texts` (what the build refuses), `app` (how the app is built, or why not), `pack` (how
//! files get into the program).

#![allow(clippy::print_stdout, reason = "cargo reads what a build script prints")]

mod app;
mod pack;
mod texts;

use std::path::{Path, PathBuf};
use std::{env, process};

/// The folders of a build.
pub(crate) struct Folders {
    /// `services/web`.
    pub(crate) web: PathBuf,
    /// Where everything made goes.
    pub(crate) out: PathBuf,
}

fn main() {
    let folder = |name: &str| PathBuf::from(env::var_os(name).unwrap_or_default());
    let folders = Folders { web: folder("CARGO_MANIFEST_DIR"), out: folder("OUT_DIR") };
    println!("cargo::rerun-if-changed=build");
    if let Err(faults) = build(&folders) {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

fn build(folders: &Folders) -> Result<(), Vec<String>> {
    texts::check(&folders.web, &folders.out)?;
    let app = app::build(folders).map_err(|fault| vec![fault])?;
    pack::pack(folders, app.as_deref()).map_err(|fault| vec![fault])
}

/// Reads a text and asks cargo to build again when it changes.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    println!("cargo::rerun-if-changed={}", path.display());
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Every file under a folder, in order, without the folders named.
pub(crate) fn files_under(folder: &Path, without: &[&str]) -> Result<Vec<PathBuf>, String> {
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder).map_err(said)?.filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            if !without.iter().any(|name| entry.file_name() == *name) {
                files.extend(files_under(&path, without)?);
            }
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
