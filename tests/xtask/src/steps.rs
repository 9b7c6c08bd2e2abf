//! What is checked, in order; a failing step does not hide the next one.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus, Stdio};

use anyhow::{Context, Result};

use crate::report::{Report, Step, Tally};
use crate::tools;

const LINTS: [&str; 6] = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
/// With the features of the whole workspace and of its tests, as these have built it: nothing is compiled
/// again.
pub(crate) const BINARY: [&str; 5] = ["build", "--quiet", "--workspace", "--bins", "--tests"];

/// The browser's tests in minutes: one look for each page and language instead of four, and four random runs
/// of the outbox instead of eight.
const QUICK: [(&str, &str); 2] = [("LOOKS", "1"), ("RUNS", "4")];
/// The browser's tests that every change is tried with: what a host does on Monday morning. The others are for
/// whoever works on the interface.
const EVERY_CHANGE: [&str; 5] = ["first", "intake", "lists", "outbox", "referral-acts"];

/// Runs every step.
pub(crate) fn test() -> Result<ExitCode> {
    let root = root()?;
    let mut report = Report::default();
    needed(&mut report);
    report.run("format", || succeeds(&root, &["fmt", "--all", "--check"]))?;
    report.run("lints", || succeeds(&root, &LINTS))?;
    report.run("tests", || suite(&root))?;
    report.run("schema.graphql", || schema(&root))?;
    report.run("what breaks loses nothing", broken)?;
    if tools::node() {
        report.run("interface", || interface(&root))?;
        if let Some(chromium) = tools::chromium_at_last() {
            report.run("a morning in a browser", || played(&root, &chromium, &EVERY_CHANGE, &QUICK))?;
        } else {
            report.skipped(
                "a morning in a browser",
                "Chromium was not found: apt-get install chromium fonts-noto-core",
            );
        }
    }
    if tools::cargo_deny() {
        report.run("licences and advisories", || succeeds(&root, &["deny", "check"]))?;
    } else {
        report.skipped(
            "licences and advisories",
            "cargo-deny is not installed: cargo install --locked cargo-deny",
        );
    }
    Ok(report.close())
}

/// Says what this machine lacks before the rest runs.
fn needed(report: &mut Report) {
    for tool in tools::NEEDED.iter().filter(|tool| !(tool.found)()) {
        if tools::in_ci() {
            report.failed(tool.skipped, tool.how);
        } else {
            report.skipped(tool.skipped, tool.how);
        }
    }
}

pub(crate) fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    root.map(Path::to_owned).context("xtask is not in tests/xtask any more")
}

pub(crate) fn cargo(root: &Path, arguments: &[&str]) -> Command {
    println!("    cargo {}", arguments.join(" "));
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).args(arguments);
    command
}

fn succeeds(root: &Path, arguments: &[&str]) -> Result<Step> {
    let status = cargo(root, arguments).status().context("cargo cannot be started")?;
    Ok(Step { succeeded: status.success(), tally: Tally::default() })
}

/// Every test of the workspace, also after a failing one; shown as it goes, counted at the end.
fn suite(root: &Path) -> Result<Step> {
    counted(&mut cargo(root, &["test", "--workspace", "--no-fail-fast"]), "cargo")
}

/// Runs a program that runs tests, shows what it says and counts what it tells.
fn counted(tests: &mut Command, name: &str) -> Result<Step> {
    let started = tests.stdout(Stdio::piped()).spawn();
    let mut running = started.with_context(|| format!("{name} cannot be started"))?;
    let mut tally = Tally::default();
    let output = running.stdout.take().context("the tests have no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("the output of the tests broke off")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.add_line(&line);
    }
    let status = running.wait().context("the tests did not end")?;
    Ok(Step { succeeded: status.success(), tally })
}

/// The binary of the tests, which stands beside this program.
pub(crate) fn binary() -> Result<PathBuf> {
    Ok(std::env::current_exe().context("where this program is")?.with_file_name("entraide"))
}

/// The schema in the repository is the one the binary prints.
fn schema(root: &Path) -> Result<Step> {
    let failed = Step { succeeded: false, tally: Tally::default() };
    if !cargo(root, &BINARY).status().context("cargo cannot be started")?.success() {
        return Ok(failed);
    }
    let binary = binary()?;
    let printed = Command::new(&binary)
        .arg("schema")
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", binary.display()))?;
    if !printed.status.success() {
        return Ok(failed);
    }
    let file = root.join("schema.graphql");
    let kept = std::fs::read(&file).unwrap_or_default();
    let differs =
        first_difference(&String::from_utf8_lossy(&kept), &String::from_utf8_lossy(&printed.stdout));
    if let Some(line) = differs {
        println!("schema.graphql differs from the program at line {line}; write it anew with");
        println!("    cargo run --quiet --package node -- schema > schema.graphql");
    }
    Ok(Step { succeeded: differs.is_none(), tally: Tally::default() })
}

/// The share of a release run that each change is tried with: minutes. A promise is one test.
fn broken() -> Result<Step> {
    let file = binary()?.with_file_name("torture.json");
    let options = crate::torture::Options::of_a_change(file.clone());
    let succeeded = crate::torture::torture(&options)? == ExitCode::SUCCESS;
    let told = std::fs::read_to_string(&file).context("the table was not written")?;
    let lines: Vec<serde_json::Value> = serde_json::from_str(&told).context("the table is no JSON")?;
    let kept = lines.iter().filter(|line| line["kept"] == true).count() as u64;
    Ok(Step { succeeded, tally: Tally { passed: kept, failed: lines.len() as u64 - kept } })
}

/// The app's own checks: types, texts in every language, documents against the schema.
fn interface(root: &Path) -> Result<Step> {
    let app = root.join("services/web/app");
    let done = installed(&app)?
        && npm(&app, &["run", "--silent", "check"])?.success()
        && npm(&app, &["test", "--silent"])?.success();
    Ok(Step { succeeded: done, tally: Tally::default() })
}

/// What people do, in a real browser against the real binary.
pub(crate) fn browser(quick: bool) -> Result<ExitCode> {
    let root = root()?;
    let chromium = tools::chromium_at_last()
        .context("Chromium was not found: apt-get install chromium fonts-noto-core")?;
    let mut report = Report::default();
    let share: &[(&str, &str)] = if quick { &QUICK } else { &[] };
    report.run("what people do, in a browser", || played(&root, &chromium, &[], share))?;
    Ok(report.close())
}

/// Plays what people do in a browser, all of it when no file is named; shown as it goes, counted at the end.
fn played(root: &Path, chromium: &Path, only: &[&str], share: &[(&str, &str)]) -> Result<Step> {
    let folder = root.join("tests/browser");
    let built = cargo(root, &BINARY).status().context("cargo cannot be started")?;
    if !built.success() || !installed(&folder)? {
        return Ok(Step { succeeded: false, tally: Tally::default() });
    }
    let mut tests = if only.is_empty() {
        let mut npm = Command::new("npm");
        npm.args(["test", "--silent"]);
        npm
    } else {
        let mut node = Command::new("node");
        node.args(["--test", "--test-reporter=tap", "--test-concurrency=1"]);
        node.args(only.iter().map(|file| format!("{file}.test.mjs")));
        node
    };
    println!("    {tests:?}");
    tests
        .current_dir(&folder)
        .env("CHROMIUM", chromium)
        .envs(share.iter().copied())
        .env("ENTRAIDE_BINARY", binary()?);
    counted(&mut tests, "npm")
}

/// Installs what a lock file names, unless it is there already; nothing of it runs a script.
fn installed(folder: &Path) -> Result<bool> {
    let written = |file: &str| std::fs::metadata(folder.join(file)).and_then(|file| file.modified()).ok();
    if written("node_modules/.package-lock.json")
        .is_some_and(|there| Some(there) >= written("package-lock.json"))
    {
        return Ok(true);
    }
    Ok(npm(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?.success())
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<ExitStatus> {
    println!("    npm {}", arguments.join(" "));
    Command::new("npm").current_dir(folder).args(arguments).status().context("npm cannot be started")
}

/// The first line that differs, from 1.
fn first_difference(kept: &str, printed: &str) -> Option<usize> {
    if kept == printed {
        return None;
    }
    let same = kept.split_inclusive('\n').zip(printed.split_inclusive('\n')).take_while(|(a, b)| a == b);
    Some(same.count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_named() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("", "a\n"), Some(1));
        assert_eq!(first_difference("a\nb", "a\nb\n"), Some(2));
    }

    #[test]
    fn the_root_is_where_the_workspace_is() {
        assert!(root().unwrap().join("Cargo.toml").exists());
    }
}
