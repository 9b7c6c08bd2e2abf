//! Which words of a request are personal: the schema says it of operations, a short list of those
//! that sign in.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use async_graphql::parser::types::{
    BaseType, DocumentOperations, InputValueDefinition, OperationDefinition, Selection, Type, TypeKind,
    TypeSystemDefinition,
};
use async_graphql::parser::{parse_query, parse_schema};
use async_graphql::{Name, Positioned, Value as Constant};
use serde_json::Value;

/// The scalars whose values are personal.
const PERSONAL: [&str; 2] = ["PrivateText", "ReturnCode"];
/// The arguments that are personal though any text fits: what is searched, and what is scanned.
const ASKED: [(&str, &str); 2] = [("findPersons", "words"), ("scanNote", "text")];
/// What is personal or secret in a request to `/access/`.
const OF_SIGNING_IN: [&str; 8] =
    ["email", "password", "current", "new", "token", "invitation", "recoveryCode", "name"];

/// No operation of a story is deeper; some that are refused are.
const DEEPEST: usize = 60;

type Slots = HashMap<String, Type>;

/// The inputs of the schema, as far as personal words may be in them.
pub struct Inputs {
    objects: HashMap<String, Slots>,
    roots: HashMap<String, Slots>,
    /// The names of fields that are private in one input at least.
    private: HashSet<String>,
}

impl Inputs {
    /// Those of the schema in the repository.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Inputs> = LazyLock::new(|| {
            let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql");
            Inputs::of(&std::fs::read_to_string(file).expect("the schema can be read"))
        });
        &SHARED
    }

    fn of(schema: &str) -> Self {
        let (mut objects, mut roots) = (HashMap::<String, Slots>::new(), HashMap::<String, Slots>::new());
        for definition in parse_schema(schema).expect("the schema can be parsed").definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            match definition.node.kind {
                TypeKind::InputObject(object) => {
                    objects.insert(name, slots(object.fields));
                }
                // Only root fields take arguments with words of people in them.
                TypeKind::Object(object)
                    if ["Query", "Mutation", "Subscription"].contains(&name.as_str()) =>
                {
                    for field in object.fields {
                        roots.insert(field.node.name.node.to_string(), slots(field.node.arguments));
                    }
                }
                _ => {}
            }
        }
        let all = objects.values().chain(roots.values()).flatten();
        let private = all.filter(|(_, ty)| PERSONAL.contains(&heart(ty))).map(|(name, _)| name.clone());
        let mut private: HashSet<String> = private.collect();
        private.extend(ASKED.iter().map(|(_, argument)| (*argument).to_owned()));
        Self { objects, roots, private }
    }

    /// The personal words of a body, each with the name of its field.
    pub fn personal(&self, body: &Value) -> Vec<(String, String)> {
        let mut found = Vec::new();
        match body["query"].as_str() {
            Some(query) => self.of_operations(query, &body["variables"], &mut found),
            // The text of a document is not at hand: what is private in any input is private in it.
            None if body["documentId"].is_string() => self.by_name("", &body["variables"], &mut found),
            None => {
                let fields = body.as_object().into_iter().flatten();
                for (field, value) in fields.filter(|(field, _)| OF_SIGNING_IN.contains(&field.as_str())) {
                    found.extend(value.as_str().map(|words| (field.clone(), words.to_owned())));
                }
            }
        }
        found
    }

    fn by_name(&self, name: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::String(words) if self.private.contains(name) => {
                found.push((name.to_owned(), words.clone()));
            }
            Value::Array(items) => items.iter().for_each(|item| self.by_name(name, item, found)),
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| self.by_name(name, value, found));
            }
            _ => {}
        }
    }

    fn of_operations(&self, query: &str, variables: &Value, found: &mut Vec<(String, String)>) {
        // The parser goes down as far as the brackets do; towers of them carry no words.
        if depth(query) > DEEPEST {
            return;
        }
        let Ok(document) = parse_query(query) else { return };
        let operations: Vec<&OperationDefinition> = match &document.operations {
            DocumentOperations::Single(one) => vec![&one.node],
            DocumentOperations::Multiple(all) => all.values().map(|one| &one.node).collect(),
        };
        for operation in operations {
            for variable in &operation.variable_definitions {
                let name = variable.node.name.node.as_str();
                self.walk(&variable.node.var_type.node, name, &variables[name], found);
            }
            for selection in &operation.selection_set.node.items {
                let Selection::Field(field) = &selection.node else { continue };
                let root = field.node.name.node.as_str();
                for (argument, value) in &field.node.arguments {
                    let put_in = |name: Name| Constant::from_json(variables[name.as_str()].clone());
                    let value = value.node.clone().into_const_with(put_in);
                    let value = value.and_then(Constant::into_json).unwrap_or_default();
                    self.of_argument(root, argument.node.as_str(), &value, found);
                }
            }
        }
    }

    fn of_argument(&self, root: &str, argument: &str, value: &Value, found: &mut Vec<(String, String)>) {
        if ASKED.contains(&(root, argument)) {
            found.extend(value.as_str().map(|words| (argument.to_owned(), words.to_owned())));
        }
        if let Some(ty) = self.roots.get(root).and_then(|slots| slots.get(argument)) {
            self.walk(ty, argument, value, found);
        }
    }

    fn walk(&self, ty: &Type, field: &str, value: &Value, found: &mut Vec<(String, String)>) {
        match (&ty.base, value) {
            (_, Value::Array(items)) => {
                let inner = if let BaseType::List(inner) = &ty.base { inner } else { ty };
                for item in items {
                    self.walk(inner, field, item, found);
                }
            }
            (BaseType::List(inner), one) => self.walk(inner, field, one, found),
            (BaseType::Named(name), Value::String(words)) if PERSONAL.contains(&name.as_str()) => {
                found.push((field.to_owned(), words.clone()));
            }
            (BaseType::Named(name), Value::Object(given)) => {
                let Some(slots) = self.objects.get(name.as_str()) else { return };
                for (field, value) in given {
                    if let Some(ty) = slots.get(field) {
                        self.walk(ty, field, value, found);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The name at the heart of a type.
fn heart(ty: &Type) -> &str {
    match &ty.base {
        BaseType::List(inner) => heart(inner),
        BaseType::Named(name) => name,
    }
}

fn slots(values: Vec<Positioned<InputValueDefinition>>) -> Slots {
    values.into_iter().map(|value| (value.node.name.node.to_string(), value.node.ty.node)).collect()
}

fn depth(query: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for sign in query.bytes() {
        match sign {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}
