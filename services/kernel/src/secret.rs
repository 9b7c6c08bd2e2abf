//! Words about a person: clear only in memory, sealed wherever they are kept.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::text::Text;

/// A text sealed under the key of its subject; the journal and the read models hold only this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Whose key opens it; an opaque id.
    pub subject: String,
    /// Nonce and ciphertext in base64.
    pub bytes: String,
}

/// A name, a contact or a note. It cannot be written anywhere while it is clear: serializing a
/// clear secret is an error, and `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq)]
pub enum Secret {
    /// As typed; between the request and the seal, or between the vault and the answer.
    Clear(Text),
    /// As kept.
    Sealed(Sealed),
    /// Its key is gone: the person was erased.
    Erased,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Clear(_) => "Secret(clear)",
            Self::Sealed(_) => "Secret(sealed)",
            Self::Erased => "Secret(erased)",
        })
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Clear(_) => Err(ser::Error::custom("a clear secret must be sealed before it is kept")),
            Self::Sealed(sealed) => sealed.serialize(serializer),
            Self::Erased => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<Sealed>::deserialize(deserializer)
            .map_err(de::Error::custom)?
            .map_or(Self::Erased, Self::Sealed))
    }
}

/// Words about a person, 1 to 4,000 characters; sealed under the person's own key before they are
/// kept. Null once the person was erased.
#[Scalar(name = "PrivateText")]
impl ScalarType for Secret {
    fn parse(value: Value) -> InputValueResult<Self> {
        match value {
            Value::String(text) => text.parse().map(Self::Clear).map_err(InputValueError::custom),
            other => Err(InputValueError::expected_type(other)),
        }
    }

    fn is_valid(value: &Value) -> bool {
        matches!(value, Value::String(text) if text.parse::<Text>().is_ok())
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Clear(text) => Value::String(text.to_string()),
            Self::Sealed(_) | Self::Erased => Value::Null,
        }
    }
}

/// What holds secrets, so that one place can seal or open them all.
pub trait Secrets {
    /// Every secret inside; none by default.
    fn secrets(&mut self) -> Vec<&mut Secret> {
        Vec::new()
    }
}
