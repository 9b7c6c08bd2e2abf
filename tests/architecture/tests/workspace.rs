//! The invariants of this repository, each by one sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::LazyLock;

use architecture::arrows::Crate;
use architecture::tree::TextFile;
use architecture::{arrows, figures, house, none, pure, storage, tree};

static CRATES: LazyLock<Vec<Crate>> = LazyLock::new(|| arrows::crates(&tree::root()));
static FILES: LazyLock<Vec<TextFile>> = LazyLock::new(|| tree::files(&tree::root()));

#[test]
fn every_arrow_between_our_crates_is_an_allowed_one() {
    none(&arrows::faults(&CRATES));
}

#[test]
fn contexts_kernel_and_reference_depend_on_nothing_that_touches_the_world() {
    none(&arrows::impure(&CRATES));
}

#[test]
fn rules_and_folds_have_no_clock_wait_for_nothing_and_never_break_down() {
    none(&pure::faults(&FILES));
}

#[test]
fn every_context_has_its_rules_and_folds_where_this_test_looks() {
    none(&pure::unseen(&FILES));
}

#[test]
fn sql_is_written_in_the_storage_crates_only() {
    none(&arrows::databases(&CRATES));
    none(&storage::faults(&FILES));
}

#[test]
fn no_file_of_the_services_is_too_long_to_read() {
    none(&house::too_long(&FILES, house::MAY_BE_LONG));
}

#[test]
fn every_service_has_a_readme() {
    none(&house::without_readme(&CRATES, &FILES));
}

#[test]
fn every_message_is_there_in_four_languages_and_once() {
    none(&house::unsaid(&FILES));
}

#[test]
fn no_file_names_a_path_of_somebodys_machine() {
    none(&house::machine_paths(&FILES));
}

#[test]
fn dashboard_and_alerts_ask_for_figures_the_program_gives() {
    none(&figures::faults(&FILES));
}

#[test]
fn this_test_sees_the_repository() {
    assert!(CRATES.len() >= 15, "{} crates", CRATES.len());
    for seen in ["Cargo.toml", "clippy.toml", "services/kernel/src/lib.rs", "services/graph/locales/ar.ftl"] {
        assert!(FILES.iter().any(|file| file.path == seen), "{seen} is not seen");
    }
    assert!(figures::given(&FILES).contains("entraide_journal_events"), "figures are not seen");
    let node = CRATES.iter().find(|one| one.name == "node").unwrap();
    assert!(node.uses.contains(&"api".to_owned()), "arrows are not seen");
    assert!(!FILES.iter().any(|file| file.path.starts_with("target/") || file.path.starts_with(".git/")));
}
