//! The text files of the repository.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not part of the repository, whatever is in them.
const NOT_OURS: [&str; 6] = [".git", "target", "node_modules", ".svelte-kit", "made", "screenshots"];
/// What the app is built into, during work on it.
const BUILT: &str = "services/web/app/build";
/// What `.gitignore` leaves out at the root: where a server started here keeps its data.
const DATA: &str = "data";

/// A text file, by its path from the root with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    /// Its path.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl TextFile {
    /// A file with these lines in it.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Whether its name ends so.
    pub fn is(&self, kind: &str) -> bool {
        self.path.ends_with(kind)
    }

    /// Its path below a service's folder: the service and the rest, if it is one of a service.
    pub fn in_service(&self) -> Option<(&str, &str)> {
        self.path.strip_prefix("services/")?.split_once('/')
    }
}

/// The root of the repository.
///
/// # Panics
/// When this crate was moved.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("this crate is in tests/");
    root.to_owned()
}

/// Every text file below a folder, sorted by path; what is not UTF-8 is left out.
///
/// # Panics
/// When a folder cannot be read.
pub fn files(root: &Path) -> Vec<TextFile> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read") {
            let path = entry.expect("a folder can be listed").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let not_ours =
                NOT_OURS.contains(&name) || (name == DATA && folder == root) || path.ends_with(BUILT);
            if path.is_symlink() || not_ours {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.push(TextFile::new(from_root(root, &path), text));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// A path from the root, with `/` between folders on every system.
pub fn from_root(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
