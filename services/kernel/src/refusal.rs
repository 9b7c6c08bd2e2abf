//! Why not: a refusal is data that a person can read, never a fault.

use std::fmt::Debug;

use serde::Serialize;
use serde_json::{Map, Value};
use strum::VariantNames;

/// The reasons one aggregate has to say no. One variant, one sentence in four languages, one test.
///
/// An enum that derives `Serialize` and `VariantNames` is a refusal: the variant's name is the key
/// of its message, its fields are the message's arguments.
pub trait Refusal: Serialize + Debug + Clone + PartialEq + Send + Sync + VariantNames + 'static {
    /// The stable code, such as `ALREADY_OPENED`, and the values its message needs.
    fn coded(&self) -> (String, Map<String, Value>) {
        match serde_json::to_value(self) {
            Ok(Value::String(variant)) => (screaming(&variant), Map::new()),
            Ok(Value::Object(tagged)) => {
                tagged.into_iter().next().map_or_else(unnamed, |(variant, fields)| {
                    let fields = match fields {
                        Value::Object(fields) => fields,
                        single => Map::from_iter([("value".to_owned(), single)]),
                    };
                    (screaming(&variant), fields)
                })
            }
            _ => unnamed(),
        }
    }

    /// The codes of all variants, for the test that each has its messages.
    fn codes() -> Vec<String> {
        Self::VARIANTS.iter().map(|variant| screaming(variant)).collect()
    }
}

impl<T: Serialize + Debug + Clone + PartialEq + Send + Sync + VariantNames + 'static> Refusal for T {}

fn unnamed() -> (String, Map<String, Value>) {
    ("REFUSED".to_owned(), Map::new())
}

/// `AlreadyOpened` to `ALREADY_OPENED`.
fn screaming(variant: &str) -> String {
    let mut code = String::with_capacity(variant.len() + 4);
    for (place, letter) in variant.chars().enumerate() {
        if place > 0 && letter.is_ascii_uppercase() {
            code.push('_');
        }
        code.push(letter.to_ascii_uppercase());
    }
    code
}
