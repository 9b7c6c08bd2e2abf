//! Who may depend on whom: `node -> api, flows, adapters -> contexts -> kernel`, and no other way.

use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::storage::{KEEPERS, LIBRARIES};
use crate::{CONTEXTS, tree};

/// What a pure crate has no use for: it would bring a clock, chance, a network or a disk.
const WORLD: [&str; 8] = ["axum", "hyper", "rand", "reqwest", "rusqlite", "sqlx", "tokio", "tower"];

/// A crate of the workspace with its direct dependencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its folder from the root, such as `services/kernel`.
    pub folder: String,
    /// What it ships with, and what it is built with.
    pub uses: Vec<String>,
    /// What only its tests use.
    pub tests_use: Vec<String>,
}

/// The crates of the workspace, from `cargo metadata`.
///
/// # Panics
/// When cargo cannot read the workspace.
pub fn crates(root: &Path) -> Vec<Crate> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata reads the workspace");
    let mut crates: Vec<Crate> = metadata
        .packages
        .into_iter()
        .map(|package| {
            let folder = package.manifest_path.parent().expect("a manifest is in a folder");
            let used = |for_tests: bool| {
                let names = package.dependencies.iter();
                let kept = names.filter(move |used| (used.kind == DependencyKind::Development) == for_tests);
                kept.map(|used| used.name.clone()).collect()
            };
            Crate {
                name: package.name.to_string(),
                folder: tree::from_root(root, folder.as_std_path()),
                uses: used(false),
                tests_use: used(true),
            }
        })
        .collect();
    crates.sort_by(|a, b| a.folder.cmp(&b.folder));
    crates
}

/// The crates of ours that a service may depend on; `None` for one nobody has decided about.
fn allowed(name: &str) -> Option<Vec<&'static str>> {
    let contexts_and = |more: &[&'static str]| {
        let below = ["kernel", "graph", "reference"];
        CONTEXTS.iter().chain(&below).chain(more).copied().collect()
    };
    Some(match name {
        "kernel" => vec![],
        "graph" => vec!["kernel"],
        "reference" | "journal" | "vault" => vec!["kernel", "graph"],
        "readmodel" => vec!["kernel", "graph", "journal"],
        // What accounts are is a context; how somebody proves to be one, and what they may, is here.
        "access" => vec!["kernel", "graph", "accounts"],
        context if CONTEXTS.contains(&context) => vec!["kernel", "graph", "reference"],
        "path" => contexts_and(&[]),
        // A flow is woken by the journal, reads lists, and keeps how far it came; what people see of
        // several contexts at once is no business of its.
        "flows" => contexts_and(&["journal", "readmodel"]),
        // A letter is caused by the journal, written from rows, and holds a link.
        "mail" => contexts_and(&["journal", "access"]),
        "api" => contexts_and(&["path", "access", "journal", "readmodel", "vault"]),
        "web" => vec!["kernel", "graph"],
        "node" => {
            contexts_and(&["path", "flows", "mail", "access", "api", "web", "journal", "readmodel", "vault"])
        }
        _ => return None,
    })
}

/// Every arrow between our crates that is not allowed.
pub fn faults(crates: &[Crate]) -> Vec<String> {
    crates.iter().flat_map(|from| faults_of(from, crates)).collect()
}

fn faults_of(from: &Crate, crates: &[Crate]) -> Vec<String> {
    let ours = |name: &&String| crates.iter().any(|other| other.name == **name);
    let Some(allowed) = allowed_in(from) else {
        return vec![format!(
            "{} is not in the table: decide what it may depend on, in tests/architecture/src/arrows.rs",
            from.folder
        )];
    };
    let Allowed::These(allowed) = allowed else { return Vec::new() };
    let shipped = from.uses.iter().filter(ours).filter(|to| !allowed.contains(&to.as_str()));
    let tested = from.tests_use.iter().filter(ours);
    let tested = tested.filter(|to| *to != "support" && !allowed.contains(&to.as_str()));
    shipped
        .map(|to| ("depends on", to))
        .chain(tested.map(|to| ("tests itself with", to)))
        .map(|(how, to)| {
            format!(
                "{} {how} {to}: it may use {}; name the other's object by an id of the kernel, or react in a flow",
                from.folder,
                if allowed.is_empty() { "nothing of ours".to_owned() } else { allowed.join(", ") }
            )
        })
        .collect()
}

enum Allowed {
    These(Vec<&'static str>),
    Everything,
}

fn allowed_in(from: &Crate) -> Option<Allowed> {
    if from.folder.starts_with("services/") {
        return allowed(&from.name).map(Allowed::These);
    }
    // Contexts test themselves with it, so it must not know them.
    if from.name == "support" {
        return Some(Allowed::These(vec!["kernel", "graph"]));
    }
    from.folder.starts_with("tests/").then_some(Allowed::Everything)
}

/// Database libraries in the manifest of a crate that keeps nothing.
pub fn databases(crates: &[Crate]) -> Vec<String> {
    let services = crates.iter().filter(|from| from.folder.starts_with("services/"));
    services
        .filter(|from| !KEEPERS.contains(&from.name.as_str()))
        .flat_map(|from| from.uses.iter().map(move |to| (from, to)))
        .filter(|(_, to)| LIBRARIES.contains(&to.as_str()))
        .map(|(from, to)| {
            format!("{} depends on {to}: only {} touch a database", from.folder, KEEPERS.join(", "))
        })
        .collect()
}

/// Pure crates that could reach for a clock, chance, a network or a disk.
pub fn impure(crates: &[Crate]) -> Vec<String> {
    let pure = |name: &str| CONTEXTS.contains(&name) || matches!(name, "kernel" | "reference");
    crates
        .iter()
        .filter(|from| pure(&from.name))
        .flat_map(|from| from.uses.iter().map(move |to| (from, to)))
        .filter(|(_, to)| WORLD.contains(&to.as_str()))
        .map(|(from, to)| {
            format!(
                "{} depends on {to}: it is pure; put what needs it into an adapter or a flow",
                from.folder
            )
        })
        .collect()
}
