//! The schema is described throughout, has the Relay shape, and hides no collision.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;

use async_graphql::parser::types::{
    FieldDefinition, InputValueDefinition, TypeDefinition, TypeKind, TypeSystemDefinition,
};
use async_graphql::{EmptyMutation, EmptySubscription, ObjectType, Positioned, Schema, parser};
use serde_json::Value;

fn types(sdl: &str) -> BTreeMap<String, TypeDefinition> {
    let document = parser::parse_schema(sdl).expect("the schema is a schema");
    let definitions = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(definition) => Some(definition.node),
        _ => None,
    });
    let mut types = BTreeMap::new();
    for definition in definitions {
        let name = definition.name.node.to_string();
        assert!(types.insert(name.clone(), definition).is_none(), "{name} is there twice");
    }
    types
}

fn fields(definition: &TypeDefinition) -> &[Positioned<FieldDefinition>] {
    match &definition.kind {
        TypeKind::Object(object) => &object.fields,
        TypeKind::Interface(interface) => &interface.fields,
        _ => &[],
    }
}

fn names(definition: &TypeDefinition) -> Vec<&str> {
    fields(definition).iter().map(|field| field.node.name.node.as_str()).collect()
}

fn said(description: Option<&Positioned<String>>) -> bool {
    description.is_some_and(|text| !text.node.trim().is_empty())
}

fn unsaid(of: &str, values: &[Positioned<InputValueDefinition>]) -> Vec<String> {
    let silent = values.iter().filter(|value| !said(value.node.description.as_ref()));
    silent.map(|value| format!("{of}.{}", value.node.name.node)).collect()
}

#[test]
fn everything_is_described() {
    let mut silent = Vec::new();
    for (name, definition) in types(&api::schema::sdl()) {
        if !said(definition.description.as_ref()) {
            silent.push(name.clone());
        }
        for field in fields(&definition) {
            let of = format!("{name}.{}", field.node.name.node);
            silent.extend(unsaid(&of, &field.node.arguments));
            if !said(field.node.description.as_ref()) {
                silent.push(of);
            }
        }
        match definition.kind {
            TypeKind::InputObject(object) => silent.extend(unsaid(&name, &object.fields)),
            TypeKind::Enum(choice) => {
                let values = choice.values.iter().filter(|value| !said(value.node.description.as_ref()));
                silent.extend(values.map(|value| format!("{name}.{}", value.node.value.node)));
            }
            _ => {}
        }
    }
    assert!(silent.is_empty(), "{} elements say nothing of themselves: {silent:#?}", silent.len());
}

#[tokio::test]
async fn introspection_says_the_same() {
    let query = "{ __schema { types { name description fields { name description args { name description } }
                 inputFields { name description } enumValues { name description } } } }";
    let response = api::schema().execute(query).await;
    assert!(response.errors.is_empty(), "{:?}", response.errors);
    let data = response.data.into_json().unwrap();
    let ours = types(&api::schema::sdl());
    let mut seen = 0;
    let mut silent = Vec::new();
    for ty in data["__schema"]["types"].as_array().unwrap() {
        let name = ty["name"].as_str().unwrap();
        if !ours.contains_key(name) {
            continue;
        }
        seen += 1;
        silent_in(name, ty, &mut silent);
    }
    assert_eq!(seen, ours.len(), "introspection knows the types of the schema");
    assert!(silent.is_empty(), "{silent:#?}");
}

fn silent_in(of: &str, element: &Value, silent: &mut Vec<String>) {
    if element["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
        silent.push(of.to_owned());
    }
    for part in ["fields", "args", "inputFields", "enumValues"] {
        for inner in element[part].as_array().into_iter().flatten() {
            silent_in(&format!("{of}.{}", inner["name"].as_str().unwrap()), inner, silent);
        }
    }
}

#[test]
fn lists_have_the_relay_shape() {
    let types = types(&api::schema::sdl());
    let mut pages = 0;
    for (name, definition) in &types {
        if let Some(row) = name.strip_suffix("Connection") {
            pages += 1;
            assert_eq!(names(definition), ["edges", "nodes", "pageInfo", "totalCount"], "{name}");
            let edge = types.get(&format!("{row}Edge")).expect(name);
            assert_eq!(names(edge), ["cursor", "node"], "{row}Edge");
            let leads_to = fields(edge)[1].node.ty.node.to_string();
            assert_eq!(leads_to, format!("{row}!"), "{row}Edge.node");
        }
    }
    assert!(pages >= 15, "only {pages} kinds of pages");
    let page_info = ["endCursor", "hasNextPage", "hasPreviousPage", "startCursor"];
    assert_eq!(names(&types["PageInfo"]), page_info);
    for field in fields(&types["Query"]) {
        let field = &field.node;
        let arguments: Vec<&str> = field.arguments.iter().map(|a| a.node.name.node.as_str()).collect();
        let page = field.ty.node.to_string().ends_with("Connection!");
        let all = ["after", "asOf", "atLeast", "before", "first", "last"];
        assert!(
            !page || all.iter().all(|name| arguments.contains(name)),
            "{}: {arguments:?}",
            field.name.node
        );
    }
}

#[test]
fn every_mutation_carries_its_envelope_and_answers_with_an_outcome() {
    let types = types(&api::schema::sdl());
    for field in fields(&types["Mutation"]) {
        let field = &field.node;
        let typed = |name: &str| {
            let found = field.arguments.iter().find(|a| a.node.name.node == name);
            found.map(|argument| argument.node.ty.node.to_string())
        };
        assert_eq!(typed("commandId").as_deref(), Some("CommandId!"), "{}", field.name.node);
        assert_eq!(typed("expectedVersion").as_deref(), Some("Int"), "{}", field.name.node);
        assert_eq!(typed("occurredAt").as_deref(), Some("DateTime"), "{}", field.name.node);
        assert_eq!(field.ty.node.to_string(), "Outcome!", "{}", field.name.node);
    }
}

/// How many fields a context brings to a root, by itself.
fn brought(sdl: &str, root: &str) -> usize {
    types(sdl).get(root).map_or(0, |definition| fields(definition).len())
}

fn alone<Q: ObjectType + Default + 'static>() -> usize {
    brought(&Schema::new(Q::default(), EmptyMutation, EmptySubscription).sdl(), &Q::type_name())
}

#[test]
fn no_context_takes_the_place_of_another() {
    let types = types(&api::schema::sdl());
    let queries = alone::<reference::ReferenceQueries>()
        + alone::<dropin::DropinQueries>()
        + alone::<directory::DirectoryQueries>()
        + alone::<referrals::ReferralsQueries>()
        + alone::<mutual_aid::MutualAidQueries>()
        + alone::<meetings::MeetingsQueries>()
        + alone::<people::PeopleQueries>()
        + alone::<accounts::AccountsQueries>()
        + alone::<path::PathQueries>();
    assert_eq!(names(&types["Query"]).len(), queries + 2, "beside `me` and `position`");
    let mutations = alone::<dropin::DropinMutations>()
        + alone::<directory::DirectoryMutations>()
        + alone::<referrals::ReferralsMutations>()
        + alone::<mutual_aid::MutualAidMutations>()
        + alone::<meetings::MeetingsMutations>()
        + alone::<people::PeopleMutations>()
        + alone::<accounts::AccountsMutations>();
    assert_eq!(names(&types["Mutation"]).len(), mutations);
}

mod one {
    /// A word.
    #[derive(async_graphql::SimpleObject, Default)]
    pub(super) struct Word {
        /// It.
        pub(super) one: bool,
    }
}

mod other {
    /// The same word, meaning something else.
    #[derive(async_graphql::SimpleObject, Default)]
    pub(super) struct Word {
        /// It.
        pub(super) other: bool,
    }
}

/// Both words.
#[derive(async_graphql::SimpleObject, Default)]
struct Both {
    /// One.
    one: one::Word,
    /// The other.
    other: other::Word,
}

#[test]
#[should_panic(expected = "Word")]
fn two_types_of_one_name_are_no_schema() {
    let both = Both { one: one::Word { one: true }, other: other::Word { other: true } };
    drop(Schema::new(both, EmptyMutation, EmptySubscription));
}
