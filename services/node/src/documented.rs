//! Every command, flag and variable that the pages about running a node name is one there is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};

use crate::options::Options;

/// Variables that are not the program's: of the unit, of Compose and Caddy, and of the tests.
const NOT_OURS: [&str; 5] =
    ["ENTRAIDE_ARGUMENTS", "ENTRAIDE_HOST", "ENTRAIDE_NODE", "ENTRAIDE_BIN", "ENTRAIDE_BINARY"];
/// The one that has no flag on purpose: others see the command line.
const WITHOUT_FLAG: &str = "ENTRAIDE_MAIL_PASSWORD";

/// What is wrong in a text: commands, flags and variables there are not.
fn faults(text: &str, markdown: bool) -> Vec<String> {
    let root = Options::command();
    let text = text.replace("\\\n", " ");
    let known = variables(&root);
    let named = text
        .split(|c: char| !(c.is_ascii_uppercase() || c == '_'))
        .filter(|word| word.starts_with("ENTRAIDE_") && !word.ends_with('_') && !NOT_OURS.contains(word));
    let unknown = named.filter(|name| !known.contains(*name) && *name != WITHOUT_FLAG);
    let mut faults: Vec<String> = unknown.map(|name| format!("{name} is no variable of ours")).collect();
    for line in code(&text, markdown) {
        let words: Vec<&str> =
            line.split_whitespace().map(|word| word.trim_matches(['"', '(', ')', ','])).collect();
        for at in (0..words.len()).filter(|at| words[*at] == "entraide" || words[*at].ends_with("/entraide"))
        {
            faults.extend(command(&root, &words[at + 1..]));
        }
    }
    faults
}

/// The pieces that are commands: what stands in backticks of Markdown, every line of anything else.
fn code(text: &str, markdown: bool) -> Vec<&str> {
    if !markdown {
        return text.lines().collect();
    }
    let mut pieces = Vec::new();
    for (at, part) in text.split("```").enumerate() {
        if at % 2 == 1 {
            pieces.extend(part.lines());
        } else {
            pieces.extend(part.split('`').skip(1).step_by(2).flat_map(str::lines));
        }
    }
    pieces
}

/// What is wrong with the words that follow `entraide`, if they are a command of it.
fn command(root: &Command, words: &[&str]) -> Vec<String> {
    let mut current = root;
    let mut faults = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (word, last) = match word.strip_suffix([';', '.', ':']) {
            Some(word) => (word, true),
            None => (*word, false),
        };
        if matches!(word, "" | "|" | "&&" | "#" | "entraide") {
            break;
        }
        if let Some(below) = current.find_subcommand(word) {
            current = below;
        } else if at == 0 {
            // The last word of another command: an account, a folder, a package.
            let is_word = word.chars().all(|c| c.is_ascii_lowercase()) && word.len() > 2;
            return if is_word { vec![format!("entraide {word}: no such command")] } else { Vec::new() };
        } else if let Some(flag) = word.strip_prefix("--") {
            let flag = flag.split('=').next().unwrap_or(flag);
            let there = current.get_arguments().any(|argument| argument.get_long() == Some(flag));
            if !there && !matches!(flag, "help" | "version") {
                faults.push(format!("entraide {}: there is no --{flag}", current.get_name()));
            }
        }
        if last {
            break;
        }
    }
    faults
}

/// The variables of every command.
fn variables(command: &Command) -> BTreeSet<String> {
    let own = command.get_arguments().filter_map(|argument| argument.get_env()?.to_str().map(str::to_owned));
    let mut all: BTreeSet<String> = own.collect();
    all.extend(command.get_subcommands().flat_map(variables));
    all
}

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut pages: Vec<PathBuf> = ["README.md", "services/ARCHITECTURE.md", "services/node/README.md"]
        .iter()
        .map(|page| root.join(page))
        .collect();
    let infra = std::fs::read_dir(root.join("infra")).unwrap();
    pages.extend(infra.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    pages.sort();
    pages
}

#[test]
fn every_command_flag_and_variable_that_is_named_is_one_there_is() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        let markdown = page.extension().is_some_and(|end| end == "md");
        wrong.extend(faults(&text, markdown).into_iter().map(|fault| format!("{}: {fault}", page.display())));
    }
    assert!(wrong.is_empty(), "{} faults:\n  {}", wrong.len(), wrong.join("\n  "));
}

#[test]
fn what_is_not_there_is_found() {
    let found = |text: &str| faults(text, true).len();
    assert_eq!(found("`entraide doctor --data DIR` and `ENTRAIDE_DATA`"), 0);
    assert_eq!(found("`systemctl start entraide`, `chown entraide /x`, entraide mends nothing"), 0);
    assert_eq!(found("`entraide doctr --data DIR`"), 1);
    assert_eq!(found("```sh\nentraide doctor \\\n  --dat DIR\n```"), 1);
    assert_eq!(found("`entraide import visits F --dry-run`, `entraide export F --dry-run`"), 1);
    assert_eq!(found("set ENTRAIDE_DATUM"), 1);
}
