//! Well-formed values for every input of the schema, made from the schema itself.

#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, InputValueDefinition, Type, TypeKind, TypeSystemDefinition};
use serde_json::{Map, Value, json};
use stories::new_id;

/// An argument or an input field.
#[derive(Clone)]
pub(crate) struct Slot {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
}

/// What a named type is.
pub(crate) enum Shape {
    Scalar,
    Choice(Vec<String>),
    Object { slots: Vec<Slot>, one_of: bool },
}

/// A root field with its arguments and the type it leads to.
pub(crate) struct Root {
    pub(crate) name: String,
    pub(crate) arguments: Vec<Slot>,
    pub(crate) leads_to: String,
}

/// The inputs of the schema.
pub(crate) struct Shapes {
    named: BTreeMap<String, Shape>,
    roots: BTreeMap<String, Vec<Root>>,
}

/// How much of an input is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// Only what must be there.
    Least,
    /// Everything, with one choice of each one-of.
    Most(usize),
}

fn slots(values: Vec<async_graphql::Positioned<InputValueDefinition>>) -> Vec<Slot> {
    let slot = |value: InputValueDefinition| Slot {
        name: value.name.node.to_string(),
        required: !value.ty.node.nullable && value.default_value.is_none(),
        ty: value.ty.node,
    };
    values.into_iter().map(|value| slot(value.node)).collect()
}

impl Shapes {
    /// Of the schema in the repository.
    pub(crate) fn read() -> Self {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql");
        let document = parse_schema(std::fs::read_to_string(file).unwrap()).unwrap();
        let (mut named, mut roots) = (BTreeMap::new(), BTreeMap::new());
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            let one_of =
                definition.node.directives.iter().any(|directive| directive.node.name.node == "oneOf");
            match definition.node.kind {
                TypeKind::Scalar => drop(named.insert(name, Shape::Scalar)),
                TypeKind::Enum(choice) => {
                    let values = choice.values.into_iter().map(|value| value.node.value.node.to_string());
                    named.insert(name, Shape::Choice(values.collect()));
                }
                TypeKind::InputObject(object) => {
                    named.insert(name, Shape::Object { slots: slots(object.fields), one_of });
                }
                TypeKind::Object(object)
                    if ["Query", "Mutation", "Subscription"].contains(&name.as_str()) =>
                {
                    let fields = object.fields.into_iter().map(|field| Root {
                        name: field.node.name.node.to_string(),
                        arguments: slots(field.node.arguments),
                        leads_to: field.node.ty.node.to_string(),
                    });
                    roots.insert(name, fields.collect());
                }
                _ => {}
            }
        }
        Self { named, roots }
    }

    /// The fields of a root type.
    pub(crate) fn roots(&self, of: &str) -> &[Root] {
        &self.roots[of]
    }

    /// What a named type is; what the language brings itself is a scalar.
    pub(crate) fn shape(&self, name: &str) -> &Shape {
        self.named.get(name).unwrap_or(&Shape::Scalar)
    }

    /// The least an input needs, with some fields as wanted.
    pub(crate) fn least(&self, input: &str, wanted: Value) -> Value {
        let mut made = self.named_value(input, Fill::Least, 0);
        for (name, value) in wanted.as_object().unwrap() {
            made[name] = value.clone();
        }
        made
    }

    /// A well-formed value of a type.
    pub(crate) fn value(&self, ty: &Type, fill: Fill, depth: usize) -> Value {
        match &ty.base {
            BaseType::List(item) => json!([self.value(item, fill, depth)]),
            BaseType::Named(name) => self.named_value(name, fill, depth),
        }
    }

    fn named_value(&self, name: &str, fill: Fill, depth: usize) -> Value {
        assert!(depth < 10, "{name} contains itself");
        match self.shape(name) {
            Shape::Scalar => scalar(name),
            Shape::Choice(values) => json!(values[0]),
            Shape::Object { slots, one_of: true } => {
                let choice = if let Fill::Most(choice) = fill { choice % slots.len() } else { 0 };
                json!({ &slots[choice].name: self.value(&slots[choice].ty, fill, depth + 1) })
            }
            Shape::Object { slots, one_of: false } => {
                let filled = slots.iter().filter(|slot| slot.required || fill != Fill::Least);
                let values = filled.map(|slot| (slot.name.clone(), self.value(&slot.ty, fill, depth + 1)));
                Value::Object(values.collect::<Map<_, _>>())
            }
        }
    }
}

/// The name at the heart of a type.
pub(crate) fn heart(ty: &Type) -> &str {
    match &ty.base {
        BaseType::List(item) => heart(item),
        BaseType::Named(name) => name,
    }
}

/// A well-formed value of a scalar.
pub(crate) fn scalar(name: &str) -> Value {
    match name {
        "Int" => json!(1),
        "Float" => json!(0.5),
        "Boolean" => json!(true),
        "DateTime" => json!("2023-06-06T09:00:00Z"),
        "NaiveDate" => json!("2023-06-06"),
        "ClockTime" | "OpeningTime" => json!("09:30"),
        "NaiveTime" => json!("09:30:00"),
        "SiteTimeZone" | "MeetingTimeZone" => json!("Europe/Brussels"),
        "Language" => json!("fra"),
        "NeedCode" => json!("HEA.AMU"),
        "Position" => json!("0"),
        "ReturnCode" => json!("QDP-C7PZ"),
        "Telephone" => json!("+32 2 555 01 99"),
        "EmailAddress" => json!("desk@example.org"),
        "WebAddress" => json!("https://example.org/"),
        // No word of it is a word of the schema: every message is searched for it.
        "Line" | "Text" | "PrivateText" | "String" => json!("Quelques mots"),
        "DeviceId" => json!("tablet-1"),
        "NetworkId" => json!("brussels"),
        id if id.ends_with("Id") || id == "UUID" => json!(new_id()),
        other => panic!("no example of {other}"),
    }
}
