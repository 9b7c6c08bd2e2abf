//! How the comparisons are told.

use anyhow::Result;
use serde_json::json;

use crate::bench::compare::Line;

/// Prints the table.
pub(crate) fn tell(lines: &[Line]) {
    println!(
        "\n{:<26} {:<11} {:>13} {:>13} {:>8} {:>6}  met?",
        "name", "unit", "ours", "other", "ratio", "goal"
    );
    for line in lines {
        println!("{}", row(line));
    }
}

fn row(line: &Line) -> String {
    let Line { name, unit, ours, other, ratio, goal } = line;
    let met = if ratio >= goal { "yes" } else { "no" };
    format!("{name:<26} {unit:<11} {ours:>13.1} {other:>13.1} {ratio:>8.2} {goal:>6}  {met}")
}

/// The comparisons for a program.
pub(crate) fn json(lines: &[Line]) -> Result<String> {
    let lines: Vec<_> = lines
        .iter()
        .map(|Line { name, unit, ours, other, ratio, goal }| {
            json!({ "name": name, "unit": unit, "ours": ours, "other": other, "ratio": ratio, "goal": goal })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&lines)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ratio: f64) -> Line {
        let name = "append.sqlite.64".to_owned();
        Line { name, unit: "commands/s", ours: ratio * 1_000.0, other: 1_000.0, ratio, goal: 15.0 }
    }

    #[test]
    fn a_goal_is_met_when_the_ratio_reaches_it() {
        assert!(row(&line(15.0)).ends_with("yes"));
        assert!(row(&line(14.9)).ends_with("no"));
    }

    #[test]
    fn a_program_reads_the_same() {
        let read: serde_json::Value = serde_json::from_str(&json(&[line(2.0)]).unwrap()).unwrap();
        assert_eq!(read[0]["name"], "append.sqlite.64");
        assert_eq!(read[0]["ratio"], 2.0);
    }
}
