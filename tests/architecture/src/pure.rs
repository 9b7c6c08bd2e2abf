//! Rules are pure: what decides, folds, scores or words something has no clock, waits for nothing
//! and never breaks down. Then a replay gives the same rows next year.

use crate::CONTEXTS;
use crate::code::{self, Token};
use crate::tree::TextFile;

/// The files, or the folders of files, of a context that hold rules and folds.
const PURE: [&str; 7] = ["aggregate", "projection", "rules", "score", "scoring", "narration", "deadlines"];

/// Whether a file holds rules or folds of a context.
pub fn is_pure(file: &TextFile) -> bool {
    let Some((service, rest)) = file.in_service() else { return false };
    let Some(source) = rest.strip_prefix("src/").and_then(|rest| rest.strip_suffix(".rs")) else {
        return false;
    };
    CONTEXTS.contains(&service) && source.split('/').any(|part| PURE.contains(&part))
}

/// What a rule or a fold does that it may not do.
pub fn faults(files: &[TextFile]) -> Vec<String> {
    files.iter().filter(|file| is_pure(file)).flat_map(faults_of).collect()
}

/// Contexts in which this check would find nothing to look at.
pub fn unseen(files: &[TextFile]) -> Vec<String> {
    let mut unseen = Vec::new();
    for context in CONTEXTS {
        for part in ["aggregate", "projection", "narration"] {
            let seen = files.iter().filter(|file| is_pure(file)).filter_map(TextFile::in_service);
            let mut parts = seen.filter(|(service, _)| *service == context);
            if !parts.any(|(_, rest)| rest.trim_end_matches(".rs").split('/').any(|name| name == part)) {
                unseen.push(format!(
                    "services/{context}/src has no {part}.rs nor a folder {part}/: name it so, or tell tests/architecture/src/pure.rs its name"
                ));
            }
        }
    }
    unseen
}

fn faults_of(file: &TextFile) -> Vec<String> {
    let tokens = code::shipped(&file.text);
    (0..tokens.len())
        .filter_map(|at| {
            fault(&tokens, at).map(|fault| format!("{}:{}: {fault}", file.path, tokens[at].line))
        })
        .collect()
}

fn fault(tokens: &[Token<'_>], at: usize) -> Option<&'static str> {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map_or("", |token| token.text);
    let after = |steps: usize| tokens.get(at + steps).map_or("", |token| token.text);
    let called = after(1) == "(";
    match tokens[at].text {
        "async" => Some("`async`: rules wait for nothing; move it to graphql.rs or to a flow"),
        "await" if before == "." => {
            Some("`.await`: rules wait for nothing; move it to graphql.rs or to a flow")
        }
        "now" if before == ":" || (called && after(2) == ")") => {
            Some("`now()`: rules read no clock; take asked.at or asked.now")
        }
        "unwrap" | "expect" if called && matches!(before, "." | ":") => Some(
            "`unwrap` or `expect`: rules never break down; return a refusal, or a value that is always there",
        ),
        _ => None,
    }
}
