//! Every refusal has its sentence in four languages, and the schema describes everything.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use async_graphql::{EmptySubscription, Schema};
use directory::{DirectoryMutations, DirectoryQueries, PartnerRefusal, ServiceRefusal, TEXTS};

#[test]
fn partners_refuse_in_four_languages() {
    assert_eq!(graph::wording::missing::<PartnerRefusal>(TEXTS), Ok(()));
}

#[test]
fn service_sheets_refuse_in_four_languages() {
    assert_eq!(graph::wording::missing::<ServiceRefusal>(TEXTS), Ok(()));
}

#[test]
fn everything_in_the_schema_is_described() {
    let (queries, mutations) = (DirectoryQueries::default(), DirectoryMutations::default());
    let sdl = Schema::build(queries, mutations, EmptySubscription).finish().sdl();
    // Descriptions may stand on one line or on several; none stands on the line before an element
    // that has none.
    let lines: Vec<&str> = sdl.lines().map(str::trim).collect();
    let mut bare = Vec::new();
    let mut inside = false;
    for (number, line) in lines.iter().enumerate() {
        if line.starts_with("\"\"\"") {
            let one_line = line.len() > 3 && line.ends_with("\"\"\"");
            inside = !(inside || one_line);
            continue;
        }
        let opens =
            ["type ", "input ", "enum ", "scalar ", "union "].iter().any(|word| line.starts_with(word));
        let element = !inside && (opens || line.split_once(':').is_some_and(|(name, _)| !name.is_empty()));
        let described = number > 0 && lines[number - 1].ends_with("\"\"\"");
        if element && !described && !line.starts_with("schema") {
            bare.push(*line);
        }
    }
    // What the schema as a whole describes: its roots, and the pages of lists.
    let shared = ["query: ", "mutation: ", "type DirectoryQueries", "type DirectoryMutations", "): "];
    bare.retain(|line| !line.ends_with("Connection {") && !shared.iter().any(|word| line.starts_with(word)));
    assert_eq!(bare, Vec::<&str>::new());
}
