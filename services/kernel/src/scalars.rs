//! Two macros that make a checked Rust type a described GraphQL scalar.

/// Makes a `FromStr + Display` type a GraphQL scalar written as a string, and a serde string.
///
/// A value that does not parse is refused while the operation is validated, so the answer names
/// the argument and the field. The doc comment is the description in the schema.
#[macro_export]
macro_rules! text_scalar {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[$crate::async_graphql::Scalar]
        impl $crate::async_graphql::ScalarType for $name {
            fn parse(value: $crate::async_graphql::Value) -> $crate::async_graphql::InputValueResult<Self> {
                match value {
                    $crate::async_graphql::Value::String(text) => {
                        text.parse::<Self>().map_err($crate::async_graphql::InputValueError::custom)
                    }
                    other => Err($crate::async_graphql::InputValueError::expected_type(other)),
                }
            }

            fn is_valid(value: &$crate::async_graphql::Value) -> bool {
                matches!(value, $crate::async_graphql::Value::String(text) if text.parse::<Self>().is_ok())
            }

            fn to_value(&self) -> $crate::async_graphql::Value {
                $crate::async_graphql::Value::String(::std::string::ToString::to_string(self))
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'de, str> as $crate::serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err($crate::serde::de::Error::custom)
            }
        }
    };
}

/// Declares an opaque id: a UUID made by the client, one type for each kind of thing.
#[macro_export]
macro_rules! id {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $crate::uuid::Uuid);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::ids::NotAnId;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::uuid::Uuid::try_parse(text).map(Self).map_err(|_| $crate::ids::NotAnId)
            }
        }

        $crate::text_scalar! { $(#[doc = $doc])+ $name }
    };
}
