//! Builds the app with Node 20 or newer, when it is there; takes a ready build from `WEB_DIST`; or
//! says why there is none. The pages and the API never need it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, io};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Folders, files_under};

/// The oldest Node that builds the app.
const NODE: u32 = 20;

/// What is made, not written: no reason to build again.
const MADE: [&str; 5] = ["node_modules", "build", ".svelte-kit", "made", "test-results"];

/// The folder of a build, if there is one.
pub(crate) fn build(folders: &Folders) -> Result<Option<PathBuf>, String> {
    println!("cargo::rerun-if-env-changed=WEB_DIST");
    if let Some(ready) = env::var_os("WEB_DIST").filter(|path| !path.is_empty()) {
        let ready = PathBuf::from(ready);
        println!("cargo::rerun-if-changed={}", ready.display());
        return if ready.is_dir() {
            Ok(Some(ready))
        } else {
            Err(format!("WEB_DIST: {} is not a folder", ready.display()))
        };
    }
    let app = folders.web.join("app");
    for path in inputs(folders)? {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    if !app.join("package.json").is_file() || !app.join("package-lock.json").is_file() {
        return Ok(without("services/web/app has no package.json with its lock"));
    }
    match node() {
        Err(why) => Ok(without(&why)),
        Ok(()) => made(folders, &app),
    }
}

/// Goes on without the app, and says so.
fn without(why: &str) -> Option<PathBuf> {
    println!("cargo::warning=the app is not built, only the pages: {why}");
    None
}

/// Whether Node is there and new enough.
fn node() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=PATH");
    let wanted = format!("Node {NODE} or newer builds it");
    let answer =
        Command::new("node").arg("--version").output().map_err(|_| format!("{wanted}, and none is there"))?;
    let version = String::from_utf8_lossy(&answer.stdout);
    let major =
        version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        Ok(())
    } else {
        Err(format!("{wanted}, and this is {}", version.trim()))
    }
}

/// Every file the app is made of.
fn inputs(folders: &Folders) -> Result<Vec<PathBuf>, String> {
    let mut inputs = vec![folders.web.join("../../schema.graphql")];
    for folder in ["app", "documents", "locales", "icons", "style"] {
        let folder = folders.web.join(folder);
        if folder.is_dir() {
            inputs.extend(files_under(&folder, &MADE)?);
        }
    }
    Ok(inputs)
}

fn digest(paths: &[PathBuf]) -> Result<String, String> {
    let mut hash = Sha256::new();
    for path in paths {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        hash.update(path.to_string_lossy().as_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Builds, unless nothing changed since it was built for this profile.
fn made(folders: &Folders, app: &Path) -> Result<Option<PathBuf>, String> {
    let (target, stamp) = (folders.out.join("app-build"), folders.out.join("app-build.stamp"));
    let now = digest(&inputs(folders)?)?;
    if target.is_dir() && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(Some(target));
    }
    // Two profiles built at the same time share node_modules and .svelte-kit; the lock goes with the
    // process.
    let _alone = alone(app).map_err(|error| format!("services/web/app cannot be locked: {error}"))?;
    if let Err(why) = installed(app) {
        return Ok(without(&why));
    }
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    // A stable version for stable inputs: a page built twice is the same page.
    let version = format!("{version}-{}", &now[..12]);
    let run = npm(app, &["run", "build"]).env("WEB_BUILD", &target).env("WEB_VERSION", version).output();
    if let Err(why) = went_well("npm run build", run) {
        // A released program without its interface would be found out by those who need it.
        return if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
            Err(why)
        } else {
            Ok(without(&why))
        };
    }
    if !target.is_dir() {
        return Ok(without("npm run build left nothing in WEB_BUILD"));
    }
    fs::write(&stamp, now).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(Some(target))
}

fn alone(app: &Path) -> io::Result<File> {
    let folder = app.join(".svelte-kit");
    fs::create_dir_all(&folder)?;
    let file = File::create(folder.join("cargo-build.lock"))?;
    file.lock()?;
    Ok(file)
}

/// Installs what the lock names, unless that is what is installed.
fn installed(app: &Path) -> Result<(), String> {
    let packages = |name: &str| -> Option<serde_json::Map<String, Value>> {
        let text = fs::read_to_string(app.join(name)).ok()?;
        serde_json::from_str::<Value>(&text).ok()?.get_mut("packages")?.as_object_mut().map(std::mem::take)
    };
    let (Some(wanted), there) = (packages("package-lock.json"), packages("node_modules/.package-lock.json"))
    else {
        return Err("services/web/app/package-lock.json cannot be read".to_owned());
    };
    // npm writes down what it installed; what is optional is there or not by machine.
    let optional = |package: &Value| package.get("optional").is_some_and(|optional| optional == true);
    let same = there.is_some_and(|there| {
        let mut named = wanted.iter().filter(|(name, package)| !name.is_empty() && !optional(package));
        named.all(|(name, package)| {
            there.get(name).is_some_and(|there| there.get("integrity") == package.get("integrity"))
        })
    });
    if same {
        return Ok(());
    }
    went_well("npm ci", npm(app, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).output())
}

fn npm(app: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(app).env("CI", "1").env("NO_COLOR", "1");
    command
}

/// The end of what a command said, when it failed.
fn went_well(what: &str, run: io::Result<Output>) -> Result<(), String> {
    let output = run.map_err(|error| format!("{what}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said =
        format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Err(format!("{what} failed: {}", lines[lines.len().saturating_sub(6)..].join(" | ")))
}
