//! `schema.graphql` at the root is what the binary prints.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::process::Command;

#[test]
fn the_schema_in_the_repository_is_the_one_the_binary_prints() {
    let printed = Command::new(env!("CARGO_BIN_EXE_entraide")).arg("schema").output().unwrap();
    assert!(printed.status.success());
    let kept = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema.graphql")).unwrap();
    assert!(
        String::from_utf8(printed.stdout).unwrap() == kept,
        "schema.graphql is stale: cargo run -q -p node -- schema > schema.graphql"
    );
}
