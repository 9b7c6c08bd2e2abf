//! SQL is written in five crates only; everybody else asks a port.

use crate::code;
use crate::tree::TextFile;

/// Who keeps things on disk.
pub const KEEPERS: [&str; 5] = ["access", "journal", "mail", "readmodel", "vault"];
/// The libraries that speak to a database.
pub const LIBRARIES: [&str; 2] = ["rusqlite", "sqlx"];

/// Where another crate names a database library.
pub fn faults(files: &[TextFile]) -> Vec<String> {
    files.iter().flat_map(faults_of).collect()
}

fn faults_of(file: &TextFile) -> Vec<String> {
    let Some((service, rest)) = file.in_service() else { return Vec::new() };
    let for_tests = rest.starts_with("tests/") || rest.starts_with("benches/");
    if KEEPERS.contains(&service) || for_tests || !file.is(".rs") {
        return Vec::new();
    }
    code::shipped(&file.text)
        .into_iter()
        .filter(|token| LIBRARIES.contains(&token.text))
        .map(|token| {
            format!(
                "{}:{}: names {}: only {} touch a database; ask a port of graph::ports",
                file.path,
                token.line,
                token.text,
                KEEPERS.join(", ")
            )
        })
        .collect()
}
