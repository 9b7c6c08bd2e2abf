//! Holds the policies, the classes and the schema against each other before anything is compiled.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::{env, fs, process};

use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};

#[allow(dead_code, unreachable_pub, reason = "the build uses a part of it")]
#[path = "src/policy/classes.rs"]
mod classes;

use classes::Classes;

fn main() {
    if let Err(faults) = check() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

fn text(path: &Path) -> Result<String, Vec<String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| vec![format!("{}: {error}", path.display())])
}

fn check() -> Result<(), Vec<String>> {
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let policies = folder.join("policies");
    println!("cargo::rerun-if-changed={}", policies.display());
    println!("cargo::rerun-if-changed=src/policy/classes.rs");
    let together = policies_of(&policies)?;
    let schema = text(&policies.join("entraide.cedarschema"))?;
    let classes = Classes::read(&text(&policies.join("classes.toml"))?).map_err(|fault| vec![fault])?;
    let mut faults = validated(&schema, &together, &classes)?;
    faults.extend(classes.faults(&classes::fields_of(&text(&folder.join("../../schema.graphql"))?)));
    if !faults.is_empty() {
        return Err(faults);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("policies.cedar");
    fs::write(&out, together).map_err(|error| vec![format!("{}: {error}", out.display())])
}

/// Every policy file, one after the other.
fn policies_of(folder: &Path) -> Result<String, Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| vec![format!("{}: {error}", folder.display())])?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "cedar"));
    files.sort();
    let texts = files.iter().map(|file| text(file)).collect::<Result<Vec<String>, _>>()?;
    // Policies are read together, so each must have a name of its own.
    Ok(texts.join("\n"))
}

/// What is wrong with the policies, or between them and the classes.
fn validated(schema: &str, policies: &str, classes: &Classes) -> Result<Vec<String>, Vec<String>> {
    let said = |error: &dyn ToString| vec![format!("services/access/policies: {}", error.to_string())];
    let (schema, _) = Schema::from_cedarschema_str(schema).map_err(|error| said(&error))?;
    let policies = PolicySet::from_str(policies).map_err(|error| said(&error))?;
    let entities: BTreeSet<String> = schema.entity_types().map(ToString::to_string).collect();
    let actions: BTreeSet<String> =
        schema.actions().map(|action| action.id().unescaped().to_owned()).collect();
    let told = Validator::new(schema).validate(&policies, ValidationMode::Strict);
    let mut faults: Vec<String> = told.validation_errors().flat_map(|error| said(error)).collect();
    for kind in classes.kinds() {
        let entity = kind.name[..1].to_uppercase() + &kind.name[1..];
        if !entities.contains(&entity) {
            faults.push(format!(
                "classes.toml: [{}] there is no entity {entity} in entraide.cedarschema",
                kind.name
            ));
        }
    }
    for action in classes.actions().iter().filter(|action| !actions.contains(*action)) {
        faults.push(format!("classes.toml: there is no action {action} in entraide.cedarschema"));
    }
    Ok(faults)
}
