//! The rules of the needs taxonomy, each by one sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use graph::Locale;
use reference::{Branch, NeedCode, Taxonomy, TaxonomyError};
use serde_json::{Value, json};

const LANGUAGES: [Locale; 4] = [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En];

fn need(code: &str, label: &str) -> Value {
    let labels = |language: &str| format!("{label} ({language})");
    json!({
        "code": code, "branch": "individual",
        "fr": labels("fr"), "nl": labels("nl"), "ar": labels("ar"), "en": labels("en"),
    })
}

fn with(mut need: Value, field: &str, value: &str) -> Value {
    need[field] = Value::from(value);
    need
}

fn taxonomy(needs: &[Value]) -> Result<Taxonomy, TaxonomyError> {
    Taxonomy::read(&json!({ "version": 9, "needs": needs }).to_string())
}

/// Every version that was ever in use, by number.
fn versions() -> BTreeMap<u32, Taxonomy> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("needs."))
        .map(|file| Taxonomy::read(&std::fs::read_to_string(file).unwrap()).unwrap())
        .map(|taxonomy| (taxonomy.version, taxonomy))
        .collect()
}

#[test]
fn there_are_48_needs_of_persons_and_11_of_groups() {
    let count = |branch| Taxonomy::current().needs().filter(|need| need.branch == branch).count();
    assert_eq!((count(Branch::Individual), count(Branch::Collective)), (48, 11));
}

#[test]
fn each_code_has_four_labels_of_its_own() {
    for locale in LANGUAGES {
        let mut labels = BTreeMap::new();
        for need in Taxonomy::current().needs() {
            let label = need.label(locale);
            assert!(!label.trim().is_empty(), "{} has no label in {}", need.code, locale.tag());
            if let Some(other) = labels.insert(label.to_lowercase(), &need.code) {
                panic!("{other} and {} are both {label:?} in {}", need.code, locale.tag());
            }
        }
    }
}

#[test]
fn arabic_labels_are_in_arabic_letters() {
    for need in Taxonomy::current().needs() {
        let arabic = |letter: char| ('\u{0600}'..='\u{06FF}').contains(&letter);
        assert!(need.ar.chars().any(arabic), "{}: {}", need.code, need.ar);
    }
}

#[test]
fn two_needs_with_one_label_are_refused_in_each_language() {
    for field in ["fr", "nl", "ar", "en"] {
        let [one, two] = ["same", "SAME "].map(|label| with(need(label.trim(), label), field, label));
        let error = taxonomy(&[one, two]).unwrap_err();
        assert!(matches!(error, TaxonomyError::LabelNotUnique { .. }), "{field}: {error}");
    }
}

#[test]
fn a_blank_label_is_refused() {
    let error = taxonomy(&[with(need("A.B", "One"), "nl", " ")]).unwrap_err();
    assert!(matches!(error, TaxonomyError::LabelNotUnique { language: "nl", .. }), "{error}");
}

#[test]
fn a_missing_label_is_refused() {
    let mut unlabelled = need("A.B", "One");
    unlabelled.as_object_mut().unwrap().remove("ar");
    assert!(matches!(taxonomy(&[unlabelled]), Err(TaxonomyError::Unreadable(_))));
}

#[test]
fn a_code_given_twice_is_refused() {
    let error = taxonomy(&[need("A.B", "One"), need("A.B", "Two")]).unwrap_err();
    assert!(matches!(error, TaxonomyError::CodeTwice(code) if code == "A.B"));
}

#[test]
fn a_deprecated_need_still_displays_in_its_place() {
    let old = with(need("A.OLD", "Old words"), "successor", "A.NEW");
    let taxonomy = taxonomy(&[need("A.ONE", "One"), old, need("A.NEW", "New words")]).unwrap();
    let shown: Vec<(&str, &str)> =
        taxonomy.needs().map(|need| (need.code.as_str(), need.label(Locale::En))).collect();
    assert_eq!(shown, [("A.ONE", "One (en)"), ("A.OLD", "Old words (en)"), ("A.NEW", "New words (en)")]);
    let old = taxonomy.needs().find(|need| need.code == "A.OLD").unwrap();
    assert_eq!(old.successor.as_deref(), Some("A.NEW"));
}

#[test]
fn a_deprecated_need_may_keep_the_label_of_its_successor() {
    let old = with(need("A.OLD", "Same words"), "successor", "A.NEW");
    assert!(taxonomy(&[old, need("A.NEW", "Same words")]).is_ok());
}

#[test]
fn a_successor_is_a_code_in_use() {
    let old = || with(need("A.OLD", "Old"), "successor", "A.NEW");
    let older = with(need("A.NEW", "New"), "successor", "A.OLD");
    for needs in [vec![old()], vec![old(), older]] {
        assert!(matches!(taxonomy(&needs), Err(TaxonomyError::SuccessorNotInUse { .. })));
    }
}

#[test]
fn no_version_drops_a_code_of_the_one_before() {
    let versions = versions();
    assert!(versions.contains_key(&Taxonomy::current().version));
    for (earlier, later) in versions.values().zip(versions.values().skip(1)) {
        let later_codes: BTreeSet<_> = later.needs().map(|need| &need.code).collect();
        for need in earlier.needs() {
            assert!(later_codes.contains(&need.code), "{} is gone: deprecate it instead", need.code);
        }
    }
}

#[test]
fn every_code_reads_and_writes_as_itself() {
    for need in Taxonomy::current().needs() {
        let code: NeedCode = need.code.parse().unwrap();
        assert_eq!(code.to_string(), need.code);
        assert_eq!(Taxonomy::current().need(code), Some(need));
    }
    assert!("HEA.NONE".parse::<NeedCode>().is_err());
    assert!("hea.amu".parse::<NeedCode>().is_err());
}

#[test]
fn violence_proposes_no_contact_and_is_sensitive() {
    let proposing: Vec<_> = Taxonomy::current().needs().filter(|need| need.proposes_no_contact).collect();
    assert_eq!(proposing.iter().map(|need| need.code.as_str()).collect::<Vec<_>>(), ["FAM.VIOL"]);
    assert!(proposing.iter().all(|need| need.sensitive));
}
