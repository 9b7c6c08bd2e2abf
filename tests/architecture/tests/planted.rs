//! Each check, on a fault planted for it: a check that has gone blind fails here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use architecture::arrows::{self, Crate};
use architecture::tree::TextFile;
use architecture::{CONTEXTS, figures, house, none, pure, storage};

fn service(name: &str, uses: &[&str], tests_use: &[&str]) -> Crate {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Crate {
        name: name.to_owned(),
        folder: format!("services/{name}"),
        uses: owned(uses),
        tests_use: owned(tests_use),
    }
}

fn workspace(planted: Crate) -> Vec<Crate> {
    let others =
        ["kernel", "graph", "reference", "journal", "readmodel", "vault", "dropin", "referrals", "path"];
    let mut crates: Vec<Crate> = others.iter().map(|name| service(name, &[], &[])).collect();
    crates.push(Crate { folder: "tests/support".to_owned(), ..service("support", &[], &[]) });
    crates.retain(|other| other.name != planted.name);
    crates.push(planted);
    crates
}

fn file(path: &str, text: &str) -> TextFile {
    TextFile::new(path, text)
}

/// One fault, and its message says all of this.
#[track_caller]
fn one(faults: &[String], says: &[&str]) {
    assert_eq!(faults.len(), 1, "{faults:#?}");
    for words in says {
        assert!(faults[0].contains(words), "{} does not say {words}", faults[0]);
    }
}

#[test]
fn a_context_that_knows_another_is_found() {
    let crates = workspace(service("referrals", &["kernel", "graph", "dropin", "serde"], &["support"]));
    one(&arrows::faults(&crates), &["services/referrals depends on dropin", "flow"]);
}

#[test]
fn a_context_that_tests_itself_with_another_is_found() {
    let crates = workspace(service("referrals", &["kernel"], &["support", "dropin"]));
    one(&arrows::faults(&crates), &["services/referrals tests itself with dropin"]);
}

#[test]
fn each_forbidden_arrow_is_found() {
    for (from, to) in [
        ("kernel", "graph"),
        ("graph", "reference"),
        ("reference", "dropin"),
        ("journal", "readmodel"),
        ("vault", "journal"),
        ("readmodel", "vault"),
        ("dropin", "journal"),
        ("path", "readmodel"),
        ("flows", "api"),
        ("flows", "path"),
        ("readmodel", "path"),
        ("path", "flows"),
        ("api", "flows"),
        ("node", "support"),
        ("mail", "vault"),
        ("mail", "flows"),
        ("access", "mail"),
    ] {
        let mut crates = workspace(service(from, &[to], &[]));
        if !crates.iter().any(|other| other.name == to) {
            crates.push(service(to, &[], &[]));
        }
        one(&arrows::faults(&crates), &[from, to]);
    }
}

#[test]
fn each_allowed_arrow_passes() {
    for (from, to) in [
        ("graph", "kernel"),
        ("reference", "graph"),
        ("journal", "graph"),
        ("readmodel", "journal"),
        ("vault", "graph"),
        ("dropin", "reference"),
        ("path", "referrals"),
        ("api", "path"),
        ("api", "vault"),
        ("flows", "dropin"),
        ("flows", "journal"),
        ("flows", "readmodel"),
        ("mail", "journal"),
        ("node", "journal"),
    ] {
        none(&arrows::faults(&workspace(service(from, &[to], &["support"]))));
    }
}

#[test]
fn a_crate_nobody_decided_about_is_found() {
    one(&arrows::faults(&workspace(service("utils", &["kernel"], &[]))), &["services/utils", "table"]);
}

#[test]
fn a_test_kit_that_knows_a_context_is_found() {
    let support = Crate { folder: "tests/support".to_owned(), ..service("support", &["dropin"], &[]) };
    one(&arrows::faults(&workspace(support)), &["tests/support", "dropin"]);
}

#[test]
fn a_suite_under_tests_may_use_everything() {
    let suite =
        Crate { folder: "tests/stories".to_owned(), ..service("stories", &["dropin", "support"], &[]) };
    none(&arrows::faults(&workspace(suite)));
}

#[test]
fn a_context_with_a_network_is_found() {
    one(
        &arrows::impure(&workspace(service("dropin", &["serde", "reqwest"], &["tokio"]))),
        &["reqwest", "pure"],
    );
}

#[test]
fn a_database_in_the_manifest_of_another_crate_is_found() {
    let crates = workspace(service("api", &["sqlx"], &["rusqlite"]));
    one(&arrows::databases(&crates), &["services/api depends on sqlx"]);
    none(&arrows::databases(&workspace(service("journal", &["sqlx", "rusqlite"], &[]))));
}

#[test]
fn each_impure_word_in_a_rule_is_found_with_its_line() {
    for (line, says) in [
        ("pub async fn decide() {}", "`async`"),
        ("let x = y.await;", "`.await`"),
        ("let t = Utc::now();", "`now()`"),
        ("let t = clock.now();", "`now()`"),
        ("let t = at.unwrap_or_else(Utc::now);", "`now()`"),
        ("let x = y.unwrap();", "`unwrap`"),
        ("let x = y.map(Option::unwrap());", "`unwrap`"),
        ("let x = y\n.expect(\"z\");", "`unwrap` or `expect`"),
    ] {
        let line_of_fault = 1 + line.lines().count();
        for path in [
            "services/dropin/src/visit/aggregate.rs",
            "services/referrals/src/projection.rs",
            "services/directory/src/projection/partners.rs",
            "services/mutual_aid/src/score.rs",
            "services/mutual_aid/src/rules/quota.rs",
            "services/meetings/src/narration.rs",
            "services/meetings/src/meeting/deadlines.rs",
        ] {
            let faults = pure::faults(&[file(path, &format!("//! A rule.\n{line}\n"))]);
            one(&faults, &[path, &format!(":{line_of_fault}:"), says]);
        }
    }
}

#[test]
fn what_only_looks_impure_passes() {
    let innocent = r#"
        // Utc::now() and unwrap() and .await
        #[expect(clippy::large_enum_variant, reason = "async")]
        fn due(row: &Row, now: DateTime<Utc>) -> bool {
            let text = "call .await or now() or unwrap()";
            row.due.unwrap_or(asked.now) > asked.now && row.next.unwrap_or_default() > now
        }
        #[cfg(test)]
        mod tests {
            #[test]
            fn it_works() { Some(1).unwrap(); Utc::now(); }
        }
    "#;
    none(&pure::faults(&[file("services/dropin/src/aggregate.rs", innocent)]));
    let impure = "async fn f() { x.unwrap().await }";
    for elsewhere in [
        "services/dropin/src/graphql.rs",
        "services/dropin/tests/rules.rs",
        "services/journal/src/projection.rs",
        "services/dropin/src/aggregate.md",
    ] {
        none(&pure::faults(&[file(elsewhere, impure)]));
    }
}

#[test]
fn a_context_whose_rules_are_elsewhere_is_found() {
    let mut files: Vec<TextFile> = CONTEXTS
        .iter()
        .flat_map(|context| {
            ["thing/aggregate.rs", "projection/rows.rs", "narration.rs"]
                .map(|rest| file(&format!("services/{context}/src/{rest}"), ""))
        })
        .collect();
    none(&pure::unseen(&files));
    files.retain(|file| file.path != "services/meetings/src/narration.rs");
    files.push(file("services/meetings/src/telling.rs", ""));
    one(&pure::unseen(&files), &["services/meetings", "narration"]);
}

#[test]
fn a_database_library_outside_the_storage_crates_is_found() {
    let faults = storage::faults(&[file("services/node/src/doctor.rs", "\nuse rusqlite::Connection;")]);
    one(&faults, &["services/node/src/doctor.rs:2", "rusqlite", "port"]);
    one(&storage::faults(&[file("services/api/src/lib.rs", "fn f() { sqlx::query(\"\"); }")]), &["sqlx"]);
    none(&storage::faults(&[
        file("services/journal/src/sqlite.rs", "use rusqlite::Connection;"),
        file("services/vault/src/keys.rs", "use rusqlite::Connection;"),
        file("services/api/tests/http.rs", "use rusqlite::Connection;"),
        file("services/api/src/lib.rs", "// sqlx is elsewhere\nconst WHY: &str = \"rusqlite\";"),
    ]));
}

#[test]
fn a_file_too_long_to_read_is_found() {
    let long = |path: &str| file(path, &"a line\n".repeat(401));
    one(
        &house::too_long(&[long("services/api/src/lib.rs")], &[]),
        &["services/api/src/lib.rs", "401", "split"],
    );
    none(&house::too_long(&[file("services/api/src/lib.rs", &"a line\n".repeat(400))], &[]));
    none(&house::too_long(&[long("services/reference/data/needs.1.json"), long("Cargo.lock")], &[]));
    none(&house::too_long(
        &[long("services/api/src/lib.rs")],
        &[("services/api/src/lib.rs", "it is a table")],
    ));
}

#[test]
fn an_excuse_that_is_stale_or_has_no_reason_is_found() {
    one(&house::too_long(&[], &[("services/api/src/lib.rs", "it was a table")]), &["take it off"]);
    let long = file("services/api/src/lib.rs", &"a line\n".repeat(401));
    one(&house::too_long(&[long], &[("services/api/src/lib.rs", " ")]), &["without a reason"]);
}

#[test]
fn a_service_without_a_readme_is_found() {
    let crates = [service("api", &[], &[]), service("vault", &[], &[])];
    let files = [file("services/vault/README.md", "# vault"), file("services/api/README.md", " \n")];
    one(&house::without_readme(&crates, &files), &["services/api/README.md is missing"]);
}

/// Every context with one message of its own in four languages.
fn spoken() -> Vec<TextFile> {
    CONTEXTS
        .iter()
        .flat_map(|context| {
            ["fr", "nl", "ar", "en"].map(|language| {
                let text = format!("# comment = no key\n{context}-closed = ...\n    second line = no key\n");
                file(&format!("services/{context}/locales/{language}.ftl"), &text)
            })
        })
        .collect()
}

fn with_text(mut files: Vec<TextFile>, path: &str, text: &str) -> Vec<TextFile> {
    files.retain(|file| file.path != path);
    files.push(file(path, text));
    files
}

#[test]
fn messages_in_four_languages_pass() {
    none(&house::unsaid(&spoken()));
    none(&house::unsaid(&with_text(spoken(), "services/dropin/locales/fr-CA.ftl", "dropin-closed = ...")));
}

#[test]
fn a_message_missing_in_one_language_is_found() {
    let files = with_text(spoken(), "services/dropin/locales/ar.ftl", "");
    one(&house::unsaid(&files), &["services/dropin/locales/ar.ftl lacks dropin-closed"]);
    let mut files = spoken();
    files.retain(|file| file.path != "services/dropin/locales/nl.ftl");
    one(&house::unsaid(&files), &["services/dropin/locales/nl.ftl lacks dropin-closed"]);
}

#[test]
fn a_message_in_one_language_only_is_missing_in_the_others() {
    let files =
        with_text(spoken(), "services/dropin/locales/en.ftl", "dropin-closed = ...\ndropin-new = ...");
    assert_eq!(house::unsaid(&files).len(), 3);
}

#[test]
fn a_message_written_twice_is_found() {
    let files = with_text(spoken(), "services/dropin/locales/en.ftl", "dropin-closed = a\ndropin-closed = b");
    one(&house::unsaid(&files), &["en.ftl has dropin-closed twice"]);
}

#[test]
fn a_code_of_two_contexts_is_found() {
    let mut files = spoken();
    for language in ["fr", "nl", "ar", "en"] {
        files = with_text(
            files,
            &format!("services/meetings/locales/{language}.ftl"),
            "dropin-closed = ...\nmeetings-closed = ...",
        );
    }
    one(&house::unsaid(&files), &["dropin and meetings both have dropin-closed"]);
}

#[test]
fn a_context_without_messages_and_a_language_nobody_speaks_are_found() {
    let mut files = spoken();
    files.retain(|file| !file.path.starts_with("services/meetings/"));
    one(&house::unsaid(&files), &["services/meetings/locales is missing"]);
    let files = with_text(spoken(), "services/dropin/locales/de.ftl", "dropin-closed = ...");
    one(&house::unsaid(&files), &["services/dropin/locales/de.ftl is in no language"]);
}

#[test]
fn a_path_of_a_machine_is_found() {
    // In pieces, so that this file passes the check it tests.
    for path in [
        ["/wo", "rk/main"],
        ["/ho", "me/nora/x"],
        ["/Us", "ers/nora"],
        ["/ro", "ot/.x"],
        ["C:\\Us", "ers\\x"],
    ] {
        let path = path.concat();
        for line in
            [path.clone(), format!("see \"{path}\""), format!("file://{path}"), format!("cd {path} && ls")]
        {
            one(&house::machine_paths(&[file("README.md", &format!("\n{line}"))]), &["README.md:2"]);
        }
    }
}

#[test]
fn addresses_and_paths_from_the_root_pass() {
    let pieces =
        [["https://example.org/wo", "rk/x"], ["services/ho", "me/x"], ["./wo", "rk/x"], ["{}/ro", "ot/x"]];
    for address in pieces {
        none(&house::machine_paths(&[file("README.md", &address.concat())]));
    }
}

#[test]
fn a_figure_nobody_counts_is_found() {
    let counted = "metrics::gauge!(\"a_gauge\"); metrics::histogram!(\n    \"some_seconds\", x)";
    let panel = |question: &str| {
        let targets = serde_json::json!([{ "expr": question }]);
        let config = serde_json::json!({ "defaults": { "unit": "s" } });
        let panel = serde_json::json!({ "title": "A", "description": "B", "fieldConfig": config, "targets": targets });
        serde_json::json!({ "panels": [panel] }).to_string()
    };
    let alert = |question: &str| {
        format!("- alert: A\n  expr: {question}\n  summary: s\n  means: m\n  what_to_do: w\n")
    };
    let files = |asked: &str, alarmed: &str| {
        let source = file("services/node/src/figures.rs", counted);
        vec![source, file(figures::DASHBOARD, &panel(asked)), file(figures::ALERTS, &alert(alarmed))]
    };
    let rate = "sum by (le) (rate(some_seconds_bucket{a=\"b\"}[$__rate_interval]))";
    none(&figures::faults(&files(rate, "a_gauge > 0 and up == 1")));
    one(&figures::faults(&files("rate(a_counter[5m])", "a_gauge > 0")), &["infra/grafana", "a_counter"]);
    one(&figures::faults(&files("a_gauge", "some_seconds > 1")), &["infra/prometheus", "some_seconds"]);
    one(&figures::faults(&files("a_gauge", "a_gauge >")), &["infra/prometheus", "a_gauge >"]);
    let without = vec![file(figures::DASHBOARD, &panel("a_gauge")), file("services/a/src/a.rs", counted)];
    one(&figures::faults(&without), &["infra/prometheus", "not there"]);
}
