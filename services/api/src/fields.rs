//! Which fields an operation touches: what authorization is asked about, once for each operation.

use std::collections::{BTreeSet, HashMap, HashSet};

use async_graphql::parser::types::{
    BaseType, DocumentOperations, ExecutableDocument, FragmentDefinition, OperationDefinition, OperationType,
    Selection, SelectionSet, ServiceDocument, TypeKind, TypeSystemDefinition, VariableDefinition,
};
use async_graphql::{Name, Pos, Positioned, Value, Variables, parser};

/// The fields of a schema: type, field, and the type it leads to.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    types: HashMap<String, HashMap<String, String>>,
}

/// One field of a type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The type.
    pub of: String,
    /// The field.
    pub name: String,
    /// The named type it leads to.
    pub to: String,
}

/// What an operation does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uses {
    /// Query, mutation or subscription.
    pub operation: OperationType,
    /// The root fields, one for each selection, aliases apart.
    pub roots: Vec<String>,
    /// What stands at the root and is no field of ours: validation says so.
    pub unknown: Vec<String>,
    /// Every field it touches, root fields included.
    pub fields: BTreeSet<Field>,
    /// Every argument it gives.
    pub given: Vec<Given>,
    /// The numbers it declares, does without, and was not given.
    pub absent: Vec<Name>,
}

/// An argument that an operation gives to a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The type of the field.
    pub of: String,
    /// The field.
    pub field: String,
    /// The argument.
    pub name: String,
    /// Where its value stands in the document.
    pub at: Pos,
    /// What is given, with the variables put in.
    pub value: Value,
}

/// Why an operation cannot be looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// No such operation, or several without a name.
    #[error("operationName: name one of the operations of the document")]
    Operation,
    /// A fragment that does not exist, or that contains itself.
    #[error("the fragment {0} is unknown or contains itself")]
    Fragment(String),
    /// More selections, with every fragment put in where it is spread, than anything we run has.
    #[error("the query is too large; ask for less at a time")]
    Large,
}

/// The most selections of an operation, fragments put in: fragments that spread each other twice
/// grow without end in a few lines.
const SELECTIONS: usize = 15_000;

impl Fields {
    /// The fields of a schema in its own language.
    ///
    /// # Errors
    /// When it is not a schema.
    pub fn of(sdl: &str) -> Result<Self, String> {
        let document: ServiceDocument = parser::parse_schema(sdl).map_err(|error| error.to_string())?;
        let mut types = HashMap::new();
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let fields = match definition.node.kind {
                TypeKind::Object(object) => object.fields,
                TypeKind::Interface(interface) => interface.fields,
                _ => continue,
            };
            let fields = fields
                .into_iter()
                .map(|field| (field.node.name.node.to_string(), named(&field.node.ty.node.base)))
                .collect();
            types.insert(definition.node.name.node.to_string(), fields);
        }
        Ok(Self { types })
    }

    /// Every field of the schema.
    pub fn all(&self) -> impl Iterator<Item = Field> + '_ {
        self.types.iter().flat_map(|(of, fields)| {
            fields.iter().map(|(name, to)| Field { of: of.clone(), name: name.clone(), to: to.clone() })
        })
    }

    /// What an operation touches. Fields that do not exist are left to validation.
    ///
    /// # Errors
    /// When the operation or a fragment cannot be found.
    pub fn used(
        &self,
        document: &ExecutableDocument,
        operation: Option<&str>,
        variables: &Variables,
    ) -> Result<Uses, Unclear> {
        let chosen = choose(&document.operations, operation)?;
        let root = match chosen.ty {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        let mut uses = Uses {
            operation: chosen.ty,
            roots: Vec::new(),
            unknown: Vec::new(),
            fields: BTreeSet::new(),
            given: Vec::new(),
            absent: absent(chosen, variables),
        };
        let variables = (variables, chosen.variable_definitions.as_slice());
        let fragments = &document.fragments;
        let open = HashSet::new();
        let mut walk = Walk { fields: self, fragments, variables, open, selections: 0, uses: &mut uses };
        walk.set(&chosen.selection_set.node, root, true)?;
        Ok(uses)
    }
}

/// The numbers an operation declares, does without, and was not given.
fn absent(operation: &OperationDefinition, variables: &Variables) -> Vec<Name> {
    let left_out = |declared: &&Positioned<VariableDefinition>| {
        let ty = &declared.node.var_type.node;
        let number = matches!(&ty.base, BaseType::Named(name) if name == "Int");
        ty.nullable
            && number
            && declared.node.default_value.is_none()
            && !variables.contains_key(&declared.node.name.node)
    };
    let names = operation.variable_definitions.iter().filter(left_out);
    names.map(|declared| declared.node.name.node.clone()).collect()
}

fn named(base: &BaseType) -> String {
    match base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(inner) => named(&inner.base),
    }
}

fn choose<'a>(
    operations: &'a DocumentOperations,
    wanted: Option<&str>,
) -> Result<&'a OperationDefinition, Unclear> {
    match (operations, wanted) {
        (DocumentOperations::Single(operation), None) => Ok(&operation.node),
        (DocumentOperations::Multiple(operations), Some(name)) => {
            operations.get(name).map(|operation| &operation.node).ok_or(Unclear::Operation)
        }
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next().map(|operation| &operation.node).ok_or(Unclear::Operation)
        }
        (DocumentOperations::Single(_), Some(_)) | (DocumentOperations::Multiple(_), None) => {
            Err(Unclear::Operation)
        }
    }
}

struct Walk<'a> {
    fields: &'a Fields,
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    variables: (&'a Variables, &'a [Positioned<VariableDefinition>]),
    open: HashSet<String>,
    selections: usize,
    uses: &'a mut Uses,
}

impl Walk<'_> {
    fn set(&mut self, set: &SelectionSet, of: &str, root: bool) -> Result<(), Unclear> {
        for selection in &set.items {
            self.selections += 1;
            if self.selections > SELECTIONS {
                return Err(Unclear::Large);
            }
            match &selection.node {
                Selection::Field(field) => {
                    let name = field.node.name.node.as_str();
                    let to = self.fields.types.get(of).and_then(|fields| fields.get(name)).cloned();
                    if root {
                        let roots = if to.is_some() || name.starts_with("__") {
                            &mut self.uses.roots
                        } else {
                            &mut self.uses.unknown
                        };
                        roots.push(name.to_owned());
                    }
                    let Some(to) = to else { continue };
                    let used = Field { of: of.to_owned(), name: name.to_owned(), to: to.clone() };
                    self.uses.fields.insert(used);
                    self.give(of, &field.node);
                    self.set(&field.node.selection_set.node, &to, false)?;
                }
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map(|on| on.node.on.node.to_string());
                    self.set(&inline.node.selection_set.node, on.as_deref().unwrap_or(of), root)?;
                }
                Selection::FragmentSpread(spread) => {
                    let name = spread.node.fragment_name.node.as_str();
                    let fragments = self.fragments;
                    let fragment = fragments.get(name).ok_or_else(|| Unclear::Fragment(name.to_owned()))?;
                    if !self.open.insert(name.to_owned()) {
                        return Err(Unclear::Fragment(name.to_owned()));
                    }
                    let on = fragment.node.type_condition.node.on.node.as_str();
                    self.set(&fragment.node.selection_set.node, on, root)?;
                    self.open.remove(name);
                }
            }
        }
        Ok(())
    }

    /// Notes the arguments of a field. A variable without a value is left to validation.
    fn give(&mut self, of: &str, field: &parser::types::Field) {
        let (variables, defined) = self.variables;
        let put_in = |name: Name| {
            let default = || {
                let of_it = defined.iter().find(|definition| definition.node.name.node == name)?;
                Some(of_it.node.default_value.as_ref()?.node.clone())
            };
            variables.get(&name).cloned().or_else(default).ok_or(())
        };
        for (name, value) in &field.arguments {
            if let Ok(given) = value.node.clone().into_const_with(put_in) {
                self.uses.given.push(Given {
                    of: of.to_owned(),
                    field: field.name.node.to_string(),
                    name: name.node.to_string(),
                    at: value.pos,
                    value: given,
                });
            }
        }
    }
}
