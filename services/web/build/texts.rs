//! The texts of the pages: a key, an argument, a plural form or the name of a value that a language
//! lacks is an error of the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::serializer::serialize;

use crate::{files_under, read};

/// The languages, each with the plural forms that its whole numbers take.
const LANGUAGES: [(&str, &[&str]); 4] = [
    ("fr", &["one", "other"]),
    ("nl", &["one", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("en", &["one", "other"]),
];

/// The beginnings of keys under which each value of an enum of the schema has its words.
const LABELLED: [(&str, &str); 10] = [
    ("OpeningDay", "page-day-"),
    ("WeekDay", "page-day-"),
    ("WeeklyDay", "page-day-"),
    ("DayPart", "page-part-"),
    ("LanguageMode", "page-met-"),
    ("LanguageOffering", "page-offered-"),
    ("ServiceAccess", "page-received-"),
    ("CapacityLevel", "page-capacity-"),
    ("PairingDeclineReason", "page-no-because-"),
    ("AnswerGiven", "page-answer-"),
];

/// What one message needs: its arguments, and which of them it counts by.
#[derive(Default, PartialEq, Eq)]
struct Shape {
    arguments: BTreeSet<String>,
    /// Arguments with a choice of plural forms, and the forms there are.
    counted: BTreeMap<String, BTreeSet<String>>,
}

type Shapes = BTreeMap<String, Shape>;

/// Compares the languages with each other, with the templates, and with the schema.
pub(crate) fn check(web: &Path, out: &Path) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    let mut all: BTreeMap<&str, Shapes> = BTreeMap::new();
    for (language, _) in LANGUAGES {
        let path = web.join(format!("locales/{language}.ftl"));
        match read(&path).and_then(|text| shapes(&text)) {
            Ok(shapes) => drop(all.insert(language, shapes)),
            Err(fault) => faults.push(format!("{language}.ftl: {fault}")),
        }
    }
    let Some(french) = all.get("fr") else { return Err(faults) };
    for (language, forms) in LANGUAGES {
        let Some(shapes) = all.get(language) else { continue };
        faults.extend(differences(language, forms, french, shapes));
    }
    for language in ["fr", "fr-CA", "nl", "ar", "en"] {
        faults.extend(kept(web, out, language).err());
    }
    faults.extend(unknown_keys(web, french).map_err(|fault| vec![fault])?);
    faults.extend(unlabelled(web, french).map_err(|fault| vec![fault])?);
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Writes the messages of the pages alone: those of the app go to browsers another way.
fn kept(web: &Path, out: &Path, language: &str) -> Result<(), String> {
    let text = read(&web.join(format!("locales/{language}.ftl")))?;
    let mut resource =
        parser::parse(text.as_str()).map_err(|(_, errors)| format!("{language}.ftl: {errors:?}"))?;
    resource.body.retain(|entry| matches!(entry, Entry::Message(message) if is_ours(message.id.name)));
    let target = out.join(format!("{language}.ftl"));
    std::fs::write(&target, serialize(&resource)).map_err(|error| format!("{}: {error}", target.display()))
}

fn is_ours(key: &str) -> bool {
    key.starts_with("page-")
}

/// The shapes of the messages of the pages.
fn shapes(text: &str) -> Result<Shapes, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) if is_ours(message.id.name) => Some(message),
        _ => None,
    });
    Ok(messages
        .map(|message| {
            let mut shape = Shape::default();
            if let Some(pattern) = &message.value {
                look(pattern, &mut shape);
            }
            (message.id.name.to_owned(), shape)
        })
        .collect())
}

fn look(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => name(inline, shape),
            Expression::Select { selector, variants } => {
                name(selector, shape);
                let forms = variants.iter().filter_map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => Some((*name).to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                });
                if let InlineExpression::VariableReference { id } = selector {
                    shape.counted.entry(id.name.to_owned()).or_default().extend(forms);
                }
                for variant in variants {
                    look(&variant.value, shape);
                }
            }
        }
    }
}

fn name(inline: &InlineExpression<&str>, shape: &mut Shape) {
    if let InlineExpression::VariableReference { id } = inline {
        shape.arguments.insert(id.name.to_owned());
    }
}

fn differences(language: &str, forms: &[&str], french: &Shapes, shapes: &Shapes) -> Vec<String> {
    let mut faults = Vec::new();
    for key in french.keys().filter(|key| !shapes.contains_key(*key)) {
        faults.push(format!("{language}.ftl lacks {key}"));
    }
    for (key, shape) in shapes {
        let Some(asked) = french.get(key) else {
            faults.push(format!("fr.ftl lacks {key}, which {language}.ftl has"));
            continue;
        };
        if asked.arguments != shape.arguments {
            faults.push(format!(
                "{language}.ftl: {key} takes {:?}, fr.ftl {:?}",
                shape.arguments, asked.arguments
            ));
        }
        for (argument, there) in &shape.counted {
            let lacks: Vec<_> = forms.iter().filter(|form| !there.contains(**form)).collect();
            if !lacks.is_empty() {
                faults.push(format!("{language}.ftl: {key} lacks the forms {lacks:?} of ${argument}"));
            }
        }
        if asked.counted.keys().ne(shape.counted.keys()) {
            faults.push(format!("{language}.ftl: {key} does not count by what fr.ftl counts by"));
        }
    }
    faults
}

/// Keys that a template or a source names and no language has. A name that ends with `-` is a
/// beginning: at least one key must begin so.
fn unknown_keys(web: &Path, known: &Shapes) -> Result<Vec<String>, String> {
    let mut faults = Vec::new();
    for folder in ["templates", "src"] {
        println!("cargo::rerun-if-changed={}", web.join(folder).display());
        for path in files_under(&web.join(folder), &[])? {
            let text = read(&path)?;
            for (at, _) in text.match_indices("\"page-") {
                let rest = &text[at + 1..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
                let key = &rest[..end];
                let found = if key.ends_with('-') {
                    known.keys().any(|there| there.starts_with(key))
                } else {
                    known.contains_key(key)
                };
                if !found {
                    faults.push(format!("{} names {key}, which no language has", path.display()));
                }
            }
        }
    }
    Ok(faults)
}

/// Values of enums without words.
fn unlabelled(web: &Path, known: &Shapes) -> Result<Vec<String>, String> {
    let schema = read(&web.join("../../schema.graphql"))?;
    let mut faults = Vec::new();
    for (name, beginning) in LABELLED {
        let Some(values) = values_of(&schema, name) else {
            faults.push(format!("schema.graphql has no enum {name}: take it off the list in build/texts.rs"));
            continue;
        };
        for value in values {
            let key = format!("{beginning}{}", value.to_ascii_lowercase().replace('_', "-"));
            if !known.contains_key(&key) {
                faults.push(format!("{name} has the value {value}, and no language has {key}"));
            }
        }
    }
    Ok(faults)
}

fn values_of(schema: &str, name: &str) -> Option<Vec<String>> {
    let (_, body) = schema.split_once(&format!("\nenum {name} {{\n"))?;
    let (body, _) = body.split_once("\n}")?;
    let value = |line: &&str| {
        !line.is_empty() && line.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
    };
    Some(body.lines().map(str::trim).filter(value).map(str::to_owned).collect())
}
