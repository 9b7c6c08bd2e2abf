//! Dashboard and alerts ask for figures the program gives: a figure that was renamed alarms nobody.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::tree::TextFile;

/// The dashboard.
pub const DASHBOARD: &str = "infra/grafana/entraide.json";
/// The alerts.
pub const ALERTS: &str = "infra/prometheus-alerts.yml";

/// Figures of others: of Prometheus itself, of its exporters, of Patroni; and those of any process, which
/// the crate `metrics-process` gives and a story looks for.
const OF_OTHERS: [&str; 9] = [
    "node_filesystem_avail_bytes",
    "patroni_primary",
    "patroni_sync_standby",
    "probe_success",
    "process_cpu_seconds_total",
    "process_open_fds",
    "process_resident_memory_bytes",
    "process_start_time_seconds",
    "up",
];
/// What a histogram is asked for by.
const PARTS: [&str; 3] = ["_bucket", "_sum", "_count"];

/// Words of Prometheus after which labels stand in parentheses.
const LABELS_FOLLOW: [&str; 4] = ["by", "without", "on", "ignoring"];
/// The other words of Prometheus that we use.
const OF_THE_LANGUAGE: [&str; 13] = [
    "absent",
    "and",
    "changes",
    "delta",
    "histogram_quantile",
    "increase",
    "or",
    "predict_linear",
    "rate",
    "sum",
    "time",
    "topk",
    "unless",
];

/// The figures the services count, by name; of histograms, their parts.
pub fn given(files: &[TextFile]) -> BTreeSet<String> {
    let sources = files.iter().filter(|file| file.in_service().is_some() && file.is(".rs"));
    sources.flat_map(|file| given_in(&file.text)).collect()
}

fn given_in(source: &str) -> Vec<String> {
    let named = |kind: &'static str| {
        source.split(kind).skip(1).filter_map(|after| {
            let name = after.trim_start().strip_prefix('"')?;
            Some(name.split_once('"')?.0.to_owned())
        })
    };
    let mut given: Vec<String> = named("metrics::gauge!(").chain(named("metrics::counter!(")).collect();
    for name in named("metrics::histogram!(") {
        given.extend(PARTS.map(|part| format!("{name}{part}")));
    }
    given
}

/// What is asked for and not given, and what cannot be read.
pub fn faults(files: &[TextFile]) -> Vec<String> {
    let given = given(files);
    let mut faults = Vec::new();
    for (path, asked) in asked(files) {
        let Ok(asked) = asked.map_err(|why| faults.push(format!("{path}: {why}"))) else { continue };
        for question in asked {
            match names(&question) {
                Err(why) => faults.push(format!("{path}: {question}: {why}")),
                Ok(names) => faults.extend(
                    names
                        .into_iter()
                        .filter(|name| !given.contains(name) && !OF_OTHERS.contains(&name.as_str()))
                        .map(|name| format!("{path}: nobody counts {name}: rename it here as well")),
                ),
            }
        }
    }
    faults
}

/// The questions of dashboard and alerts, by file.
fn asked(files: &[TextFile]) -> Vec<(&'static str, Result<Vec<String>, String>)> {
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path).ok_or_else(|| "is not there".to_owned());
        file.map(|file| file.text.as_str())
    };
    vec![(DASHBOARD, text(DASHBOARD).and_then(of_dashboard)), (ALERTS, text(ALERTS).and_then(of_alerts))]
}

fn of_dashboard(text: &str) -> Result<Vec<String>, String> {
    let dashboard: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let panels = dashboard["panels"].as_array().ok_or("it has no panels")?;
    let mut questions = Vec::new();
    for panel in panels {
        let (kind, title) = (panel["type"].as_str().unwrap_or_default(), &panel["title"]);
        if matches!(kind, "row" | "text") {
            continue;
        }
        let said = |what: &Value| what.as_str().is_some_and(|what| !what.is_empty());
        if !said(title) || !said(&panel["description"]) || !said(&panel["fieldConfig"]["defaults"]["unit"]) {
            return Err(format!("the panel {title} lacks its title, its description or its unit"));
        }
        let targets = panel["targets"].as_array().filter(|targets| !targets.is_empty());
        for target in targets.ok_or_else(|| format!("the panel {title} asks nothing"))? {
            let question =
                target["expr"].as_str().ok_or_else(|| format!("the panel {title} asks nothing"))?;
            questions.push(question.replace("$__rate_interval", "5m"));
        }
    }
    if questions.is_empty() { Err("it asks nothing".to_owned()) } else { Ok(questions) }
}

/// Of alerts one line each is looked at: that of the question.
fn of_alerts(text: &str) -> Result<Vec<String>, String> {
    let alerts = text.matches("- alert: ").count();
    for part in ["expr: ", "summary: ", "means: ", "what_to_do: "] {
        let said = text.lines().filter(|line| line.trim_start().starts_with(part)).count();
        if said != alerts {
            return Err(format!("{said} of {alerts} alerts have {part}"));
        }
    }
    let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("expr: "));
    let questions: Vec<String> = lines.map(str::to_owned).collect();
    if questions.is_empty() { Err("it asks nothing".to_owned()) } else { Ok(questions) }
}

/// The figures a question names: its words, but for those of the language and what stands in braces,
/// brackets, quotes, or in a list of labels.
fn names(question: &str) -> Result<BTreeSet<String>, String> {
    let (mut names, mut rest) = (BTreeSet::new(), question);
    let mut open = 0_i32;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let until = |end: char| rest[1..].find(end).map(|at| at + 2).ok_or(format!("{first} without {end}"));
        let length = match first {
            '"' => until('"')?,
            '{' => until('}')?,
            '[' => until(']')?,
            '(' | ')' => {
                open += if first == '(' { 1 } else { -1 };
                1
            }
            '0'..='9' => rest.find(|c: char| !(is_word(c) || c == '.')).unwrap_or(rest.len()),
            _ if word == 0 => first.len_utf8(),
            _ if LABELS_FOLLOW.contains(&&rest[..word]) => until(')')?,
            _ => {
                if !OF_THE_LANGUAGE.contains(&&rest[..word]) {
                    names.insert(rest[..word].to_owned());
                }
                word
            }
        };
        rest = &rest[length..];
    }
    let dangles = question.trim_end().ends_with(['>', '<', '=', '/', '*', '+', '-']);
    if open != 0 || dangles || names.is_empty() {
        Err("it is no whole question".to_owned())
    } else {
        Ok(names)
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | ':')
}
