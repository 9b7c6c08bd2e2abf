//! The classes, the policies and the schema, held against each other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use access::policy::{Class, Classes, Decisions, Relation, fields_of};
use kernel::Role;

const CLASSES: &str = include_str!("../policies/classes.toml");
const SCHEMA: &str = include_str!("../../../schema.graphql");

#[test]
fn nothing_of_the_schema_is_without_a_class() {
    assert_eq!(Classes::read(CLASSES).unwrap().faults(&fields_of(SCHEMA)), Vec::<String>::new());
}

/// The canary: what the build check is there for.
#[test]
fn a_field_without_a_class_is_named_with_what_to_do() {
    let without = CLASSES.replacen("ageBand ", "", 1);
    let faults = Classes::read(&without).unwrap().faults(&fields_of(SCHEMA));
    let wanted = "Visit.ageBand has no class of sensitivity: put it under one in services/access/policies/classes.toml";
    assert_eq!(faults, [wanted]);
}

#[test]
fn a_mutation_without_an_action_is_named() {
    let without = CLASSES.replacen("recordVisit ", "", 1);
    let faults = Classes::read(&without).unwrap().faults(&fields_of(SCHEMA));
    let wanted = "Mutation.recordVisit has no action: put it under `does` of its kind in services/access/policies/classes.toml";
    assert_eq!(faults, [wanted]);
}

#[test]
fn what_is_gone_from_the_schema_is_named() {
    let more = CLASSES.replacen("ageBand ", "ageBand shoeSize ", 1);
    let faults = Classes::read(&more).unwrap().faults(&fields_of(SCHEMA));
    let wanted =
        "Visit.shoeSize is gone from the schema: take it out of services/access/policies/classes.toml";
    assert_eq!(faults, [wanted]);
}

#[test]
fn a_field_stands_in_one_class_only() {
    let twice = CLASSES.replacen("[visit.case]", "[visit.contact]\nVisit = \"ageBand\"\n\n[visit.case]", 1);
    let wrong = Classes::read(&twice).unwrap_err();
    assert!(wrong.contains("Visit.ageBand stands here twice"), "{wrong}");
}

#[test]
fn the_purpose_opens_what_needs_one_and_nothing_else() {
    let decisions = Decisions::read().unwrap();
    let visit = decisions.classes().kind("visit").unwrap();
    let host = decisions.rights(Role::Host, visit);
    assert!(host.sees(Class::PrivateNote, Relation::SameSite, true));
    assert!(!host.sees(Class::PrivateNote, Relation::SameSite, false));
    assert!(!host.sees(Class::PrivateNote, Relation::OtherSite, true), "another site's notes stay there");
    assert!(host.sees(Class::SharedNote, Relation::OtherSite, false));
    let auditor = decisions.rights(Role::Auditor, visit);
    assert!(!auditor.may_see(Class::Identity, Relation::Own));
    let coordinator = decisions.rights(Role::Coordinator, visit);
    assert!(coordinator.sees(Class::Case, Relation::SameSite, false), "the group of all seeing is known");
    assert!(auditor.may_see(Class::Case, Relation::Network));
}

#[test]
fn a_policy_says_why() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/policies");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "cedar") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (place, line) in lines.iter().enumerate() {
            if line.starts_with("permit") || line.starts_with("forbid") {
                let before =
                    |back: usize| place.checked_sub(back).and_then(|place| lines.get(place)).unwrap_or(&"");
                assert!(before(1).starts_with("@id("), "{}: {line} has no name", path.display());
                assert!(before(2).starts_with("//"), "{}: {} says no reason", path.display(), before(1));
            }
        }
    }
}
