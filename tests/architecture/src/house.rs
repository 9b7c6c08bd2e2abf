//! The rules of the house: short files, a README for each crate, four languages, no path of
//! anybody's machine.

use std::collections::{BTreeMap, BTreeSet};

use crate::CONTEXTS;
use crate::arrows::Crate;
use crate::tree::TextFile;

/// The most lines of a file that is read from top to bottom.
const LONGEST: usize = 400;
/// What people read; data files may be as long as they are.
const READ: [&str; 9] = [".rs", ".md", ".ftl", ".sql", ".toml", ".graphql", ".html", ".css", ".js"];

/// Files that may be longer, each with its reason.
pub const MAY_BE_LONG: &[(&str, &str)] = &[
    ("services/access/policies/classes.toml", "a register, looked up by name"),
    ("services/web/locales/fr.ftl", "a register, looked up by key"),
    ("services/web/locales/nl.ftl", "a register, looked up by key"),
    ("services/web/locales/ar.ftl", "a register, looked up by key"),
    ("services/web/locales/en.ftl", "a register, looked up by key"),
];

/// Files nobody reads from top to bottom.
pub fn too_long(files: &[TextFile], may_be_long: &[(&str, &str)]) -> Vec<String> {
    let long: BTreeMap<&str, usize> = files
        .iter()
        .filter(|file| file.in_service().is_some() && READ.iter().any(|kind| file.is(kind)))
        .map(|file| (file.path.as_str(), file.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .collect();
    let excused = |path: &str| may_be_long.iter().any(|(excused, _)| *excused == path);
    let faults = long.iter().filter(|(path, _)| !excused(path)).map(|(path, lines)| {
        format!(
            "{path} has {lines} lines: split it below {LONGEST}, or list it with its reason in tests/architecture/src/house.rs"
        )
    });
    let stale = may_be_long.iter().filter(|(path, _)| !long.contains_key(path));
    faults
        .chain(
            stale.map(|(path, _)| format!("{path} is not long any more: take it off the list in house.rs")),
        )
        .chain(
            may_be_long
                .iter()
                .filter(|(_, reason)| reason.trim().is_empty())
                .map(|(path, _)| format!("{path} may be long without a reason: give one in house.rs")),
        )
        .collect()
}

/// Crates under `services/` without a page that says what they are.
pub fn without_readme(crates: &[Crate], files: &[TextFile]) -> Vec<String> {
    let has = |folder: &str| {
        let path = format!("{folder}/README.md");
        files.iter().any(|file| file.path == path && !file.text.trim().is_empty())
    };
    crates
        .iter()
        .filter(|one| one.folder.starts_with("services/") && !has(&one.folder))
        .map(|one| format!("{}/README.md is missing: one page, the words first", one.folder))
        .collect()
}

/// The languages in which every message is written.
const LANGUAGES: [&str; 4] = ["fr", "nl", "ar", "en"];
/// Regional words; where they say nothing, the language itself is read.
const REGIONAL: [&str; 1] = ["fr-CA"];

/// Messages that one language has and another has not, and codes that two crates both use.
pub fn unsaid(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut said: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for file in files {
        let Some((service, rest)) = file.in_service() else { continue };
        if let Some(name) = rest.strip_prefix("locales/").and_then(|name| name.strip_suffix(".ftl")) {
            if !LANGUAGES.contains(&name) && !REGIONAL.contains(&name) {
                faults.push(format!("{} is in no language of ours: {}", file.path, LANGUAGES.join(", ")));
            }
            said.entry(service).or_default().insert(name, &file.text);
        }
    }
    for context in CONTEXTS.iter().filter(|context| !said.contains_key(**context)) {
        faults.push(format!("services/{context}/locales is missing: each refusal has its sentence there"));
    }
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (service, languages) in &said {
        faults.extend(unsaid_in(service, languages));
        for key in languages.values().flat_map(|text| keys(text)).collect::<BTreeSet<_>>() {
            if let Some(other) = owners.insert(key.clone(), service) {
                faults.push(format!(
                    "{other} and {service} both have {key}: a code is one refusal of the platform"
                ));
            }
        }
    }
    faults
}

fn unsaid_in(service: &str, languages: &BTreeMap<&str, &str>) -> Vec<String> {
    let mut faults = Vec::new();
    let all: BTreeSet<String> = languages.values().flat_map(|text| keys(text)).collect();
    for (language, text) in languages {
        let mut seen = BTreeSet::new();
        let twice = keys(text).into_iter().filter(|key| !seen.insert(key.clone()));
        faults.extend(
            twice.map(|key| format!("services/{service}/locales/{language}.ftl has {key} twice: keep one")),
        );
    }
    for language in LANGUAGES {
        let has: BTreeSet<String> =
            languages.get(language).map(|text| keys(text)).into_iter().flatten().collect();
        faults.extend(
            all.difference(&has)
                .map(|key| format!("services/{service}/locales/{language}.ftl lacks {key}: write it")),
        );
    }
    faults
}

/// The keys of a Fluent file: what stands before `=` at the beginning of a line.
fn keys(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

/// Beginnings of paths that exist on somebody's machine only. In pieces, so that this file does
/// not hold what it looks for.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!(":\\Us", "ers\\"),
];

/// Absolute paths of somebody's machine.
pub fn machine_paths(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            for path in MACHINE_PATHS.iter().filter(|path| names(line, path)) {
                faults.push(format!(
                    "{}:{}: names {path}: write the path from the root, or take it from an argument",
                    file.path,
                    number + 1
                ));
            }
        }
    }
    faults
}

/// Whether a line holds a path that begins so; inside a longer path or address it is something else.
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        path.starts_with(':')
            || before.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '~' | '}' | '/')))
            || line[..at].ends_with("file://")
    })
}
