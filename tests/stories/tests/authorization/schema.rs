//! The fields of the schema, and a way to each from an object of a kind.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, TypeKind, TypeSystemDefinition};

use crate::shapes::heart;

/// A field with the type it leads to; arguments it cannot do without are not given here.
#[derive(Clone)]
struct Field {
    name: String,
    to: String,
    needs: Vec<(String, String)>,
}

/// A field to be seen, and how to get there from the object.
#[derive(Clone, Debug)]
pub(crate) struct Sighting {
    pub(crate) of: String,
    pub(crate) name: String,
    /// Whether words about a person are there.
    pub(crate) private: bool,
    /// The selection from the object on, such as `notes { words }`.
    pub(crate) selection: String,
}

/// The object types of the schema.
pub(crate) struct Schema(BTreeMap<String, Vec<Field>>);

impl Schema {
    pub(crate) fn read(sdl: &str) -> Self {
        let mut types = BTreeMap::new();
        for definition in parse_schema(sdl).unwrap().definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let TypeKind::Object(object) = definition.node.kind else { continue };
            let fields = object.fields.into_iter().map(|field| {
                let needs = field.node.arguments.iter().filter(|argument| {
                    !argument.node.ty.node.nullable && argument.node.default_value.is_none()
                });
                let named = |base: &BaseType| match base {
                    BaseType::Named(name) => name.to_string(),
                    BaseType::List(_) => String::new(),
                };
                Field {
                    name: field.node.name.node.to_string(),
                    to: heart(&field.node.ty.node).to_owned(),
                    needs: needs
                        .map(|argument| {
                            (argument.node.name.node.to_string(), named(&argument.node.ty.node.base))
                        })
                        .collect(),
                }
            });
            types.insert(definition.node.name.node.to_string(), fields.collect());
        }
        Self(types)
    }

    /// Every field that can be reached from a type, by the shortest way, not through other objects'
    /// lists.
    pub(crate) fn sightings(&self, root: &str) -> Vec<Sighting> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::from([root.to_owned()]));
        let mut ahead = VecDeque::from([(root.to_owned(), Vec::<String>::new())]);
        while let Some((of, way)) = ahead.pop_front() {
            for field in self.0.get(&of).into_iter().flatten() {
                let Some(call) = called(field) else { continue };
                let mut here = way.clone();
                here.push(call);
                if !self.0.contains_key(&field.to) {
                    found.push(Sighting {
                        of: of.clone(),
                        name: field.name.clone(),
                        private: field.to == "PrivateText",
                        selection: nested(&here, ""),
                    });
                    continue;
                }
                found.push(Sighting {
                    of: of.clone(),
                    name: field.name.clone(),
                    private: false,
                    selection: nested(&here, "__typename"),
                });
                if seen.insert(field.to.clone()) && here.len() < 5 {
                    ahead.push_back((field.to.clone(), here));
                }
            }
        }
        found
    }
}

/// The field with what it cannot do without; nothing when that is not known.
fn called(field: &Field) -> Option<String> {
    let mut given = Vec::new();
    for (name, ty) in &field.needs {
        let value = match ty.as_str() {
            "InterfaceLanguage" => "FR",
            _ => return None,
        };
        given.push(format!("{name}: {value}"));
    }
    Some(if given.is_empty() { field.name.clone() } else { format!("{}({})", field.name, given.join(", ")) })
}

fn nested(way: &[String], leaf: &str) -> String {
    let inner = if leaf.is_empty() { String::new() } else { format!(" {{ {leaf} }}") };
    let (last, before) = way.split_last().unwrap();
    before.iter().rev().fold(format!("{last}{inner}"), |inside, step| format!("{step} {{ {inside} }}"))
}
