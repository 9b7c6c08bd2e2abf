//! On what it was measured.

use std::fs;

use anyhow::Result;

use crate::bench::children;
use crate::bench::compare::Bench;

/// Tells the machine, the versions, the settings and the sizes.
pub(crate) fn tell(bench: &mut Bench) -> Result<()> {
    let folder = bench.scratch.fresh()?;
    println!("\nmachine");
    let say = |name: &str, value: &str| println!("  {name:<14} {value}");
    say("processor", &processor());
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    say("cores", &cores.to_string());
    say("file system", &file_system(&folder));
    say("kernel", fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default().trim());
    say("load average", &load());
    say("rustc", &rustc());
    let flush = ["limit", &folder, "1", "0.5", "600"];
    if let Some(wait) = children::numbers(&bench.programs.ours, &flush)?.get("p50") {
        say("fdatasync", &format!("{wait:.3} ms for 600 bytes"));
    }
    let mut versions = vec!["versions".to_owned(), folder];
    if let Some(cluster) = &mut bench.cluster {
        versions.extend(["--address".to_owned(), cluster.database()?]);
    }
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    for (name, value) in children::words(&bench.programs.ours, &versions)? {
        say(&name, &value);
    }
    say(
        "peers",
        "cqrs-es 0.5.0 with sqlite-es 0.5.0 (WAL, synchronous=FULL) and postgres-es 0.5.0, pools of 10",
    );
    let effort = bench.effort;
    say(
        "effort",
        &format!(
            "medians of {} rounds of {} s; replay of {} events, lists of {} cases with 20 events each",
            effort.rounds, effort.seconds, effort.events, effort.lives
        ),
    );
    println!();
    Ok(())
}

/// How busy the machine is.
pub(crate) fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| name.to_owned())
}

/// The type of the file system that a folder is on.
fn file_system(folder: &str) -> String {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let on = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?, words.next()?))
    });
    let longest = on.filter(|(place, _)| folder.starts_with(place)).max_by_key(|(place, _)| place.len());
    longest.map_or_else(String::new, |(_, kind)| kind.to_owned())
}

fn rustc() -> String {
    let output = std::process::Command::new("rustc").arg("--version").output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
