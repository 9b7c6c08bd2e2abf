//! What an operation gives, looked at before anything runs: a value that cannot be taken is
//! answered with the place it stands in and the reason, not only with the name of its type.

use std::collections::{BTreeMap, HashMap};

use async_graphql::parser::types::{BaseType, InputValueDefinition, Type, TypeKind, TypeSystemDefinition};
use async_graphql::{InputType, Pos, Positioned, Value, parser};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Language, Line, Position, ReturnCode, Secret, Text};
use uuid::Uuid;

use crate::fields::Given;

/// The largest whole number of the language.
const LARGEST: i64 = i32::MAX as i64;

/// Why a value is not one of a type; nothing when it is.
type Check = fn(&Value) -> Option<String>;

/// The arguments and input types of a schema, with what their values must be.
#[derive(Debug, Clone)]
pub struct Inputs {
    arguments: HashMap<(String, String), BTreeMap<String, Type>>,
    objects: HashMap<String, BTreeMap<String, Type>>,
    checks: HashMap<String, Check>,
}

/// A value that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Unfit {
    /// The argument and the fields below it, such as `input.contact`.
    pub place: String,
    /// Why, and what would be taken.
    pub reason: String,
}

impl Inputs {
    /// The arguments and input types of a schema in its own language.
    ///
    /// # Errors
    /// When it is not a schema.
    pub fn of(sdl: &str) -> Result<Self, String> {
        let document = parser::parse_schema(sdl).map_err(|error| error.to_string())?;
        let (mut arguments, mut objects) = (HashMap::new(), HashMap::new());
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let name = definition.node.name.node.to_string();
            match definition.node.kind {
                TypeKind::Object(object) => {
                    for field in object.fields {
                        let of = (name.clone(), field.node.name.node.to_string());
                        arguments.insert(of, types(field.node.arguments));
                    }
                }
                TypeKind::InputObject(object) => {
                    objects.insert(name, types(object.fields));
                }
                _ => {}
            }
        }
        Ok(Self { arguments, objects, checks: checks() })
    }

    /// Looks at every value an operation gives.
    ///
    /// # Errors
    /// The first value that cannot be taken. What is missing, unknown or of another shape is left
    /// to validation, which names it as well.
    pub fn look(&self, given: &[Given]) -> Result<(), Unfit> {
        self.known(given).try_for_each(|(argument, ty)| self.look_at(&argument.name, ty, &argument.value))
    }

    /// The places below the argument at a position whose values have a type: where a value that
    /// was taken by validation and not by its type may stand.
    pub fn places(&self, given: &[Given], at: Pos, named: &str) -> Vec<String> {
        let mut places = Vec::new();
        for (argument, ty) in self.known(given).filter(|(argument, _)| argument.at == at) {
            self.gather(&argument.name, ty, &argument.value, named, &mut places);
        }
        places
    }

    fn known<'a>(&'a self, given: &'a [Given]) -> impl Iterator<Item = (&'a Given, &'a Type)> {
        given.iter().filter_map(|argument| {
            let of = (argument.of.clone(), argument.field.clone());
            Some((argument, self.arguments.get(&of)?.get(&argument.name)?))
        })
    }

    fn look_at(&self, place: &str, ty: &Type, value: &Value) -> Result<(), Unfit> {
        match (&ty.base, value) {
            (_, Value::Null) => Ok(()),
            (BaseType::List(item), Value::List(values)) => values
                .iter()
                .enumerate()
                .try_for_each(|(index, value)| self.look_at(&format!("{place}.{index}"), item, value)),
            (BaseType::List(item), value) => self.look_at(place, item, value),
            (BaseType::Named(name), value) => match (self.objects.get(name.as_str()), value) {
                (Some(fields), Value::Object(values)) => values
                    .iter()
                    .filter_map(|(name, value)| Some((name, fields.get(name.as_str())?, value)))
                    .try_for_each(|(name, ty, value)| self.look_at(&format!("{place}.{name}"), ty, value)),
                (Some(_), _) => {
                    let reason = format!("an object of the fields of {name} is expected");
                    Err(Unfit { place: place.to_owned(), reason })
                }
                (None, value) => match self.checks.get(name.as_str()).and_then(|check| check(value)) {
                    Some(reason) => Err(Unfit { place: place.to_owned(), reason }),
                    None => Ok(()),
                },
            },
        }
    }

    fn gather(&self, place: &str, ty: &Type, value: &Value, named: &str, places: &mut Vec<String>) {
        match (&ty.base, value) {
            (BaseType::List(item), Value::List(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.gather(&format!("{place}.{index}"), item, value, named, places);
                }
            }
            (BaseType::List(item), value) => self.gather(place, item, value, named, places),
            (BaseType::Named(name), _) if name == named => places.push(place.to_owned()),
            (BaseType::Named(name), Value::Object(values)) => {
                let fields = self.objects.get(name.as_str());
                for (name, value) in values {
                    if let Some(ty) = fields.and_then(|fields| fields.get(name.as_str())) {
                        self.gather(&format!("{place}.{name}"), ty, value, named, places);
                    }
                }
            }
            _ => {}
        }
    }
}

fn types(values: Vec<Positioned<InputValueDefinition>>) -> BTreeMap<String, Type> {
    values.into_iter().map(|value| (value.node.name.node.to_string(), value.node.ty.node)).collect()
}

/// What is checked here: the types whose reason tells the asker more than their name.
fn checks() -> HashMap<String, Check> {
    let mut checks: HashMap<String, Check> = HashMap::from([("Int".to_owned(), whole as Check)]);
    add::<DateTime<Utc>>(&mut checks);
    add::<NaiveDate>(&mut checks);
    add::<Uuid>(&mut checks);
    add::<Line>(&mut checks);
    add::<Text>(&mut checks);
    add::<Secret>(&mut checks);
    add::<Language>(&mut checks);
    add::<kernel::Telephone>(&mut checks);
    add::<Position>(&mut checks);
    add::<ReturnCode>(&mut checks);
    add::<reference::NeedCode>(&mut checks);
    add::<meetings::MeetingTimeZone>(&mut checks);
    checks
}

fn add<T: InputType>(checks: &mut HashMap<String, Check>) {
    checks.insert(T::type_name().into_owned(), |value| {
        let error = T::parse(Some(value.clone())).err()?.into_server_error(Pos::default());
        Some(parted(&error.message).map_or(error.message.clone(), |(_, reason)| reason.to_owned()))
    });
}

/// Every whole number that is asked for is a count, an age, a version or a year: none is negative.
fn whole(value: &Value) -> Option<String> {
    let fits = matches!(value, Value::Number(number)
        if number.as_i64().is_some_and(|number| (0..=LARGEST).contains(&number)));
    (!fits).then(|| format!("a whole number from 0 to {LARGEST} is expected"))
}

/// The type and the reason in `Failed to parse "Line": the text is empty`, and in
/// `Expected input type "NaiveTime", found 12.`.
pub(crate) fn parted(message: &str) -> Option<(&str, &str)> {
    if let Some((named, found)) =
        message.strip_prefix("Expected input type \"").and_then(|rest| rest.split_once("\", "))
    {
        return Some((named, found.split_once(" (occurred while parsing").map_or(found, |(found, _)| found)));
    }
    let (named, reason) = message.strip_prefix("Failed to parse \"")?.split_once("\": ")?;
    let reason = reason.split_once(" (occurred while parsing").map_or(reason, |(reason, _)| reason);
    Some((named, reason))
}
