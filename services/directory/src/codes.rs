//! The macro that makes an enum a stable code: the same word in GraphQL, in JSON and in facets.

macro_rules! codes {
    ($(#[$about:meta])+ pub enum $name:ident {
        $( $(#[$doc:meta])+ $variant:ident ),+ $(,)?
    }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            ::async_graphql::Enum, ::serde::Serialize, ::serde::Deserialize,
            ::strum::Display, ::strum::EnumString, ::strum::VariantArray,
        )]
        $(#[$about])+
        #[serde(rename_all = "camelCase")]
        #[strum(serialize_all = "camelCase")]
        pub enum $name {
            $( $(#[$doc])+ $variant, )+
        }
    };
}

pub(crate) use codes;
