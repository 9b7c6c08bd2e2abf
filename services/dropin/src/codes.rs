//! A macro for closed lists of stable codes: one spelling in the journal, in facets and in GraphQL.

/// Declares an enum whose text, JSON and facet value are the same camelCase code.
macro_rules! codes {
    (
        $(#[doc = $doc:literal])+
        $name:ident {
            $( $(#[doc = $value_doc:literal])+ $value:ident ),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(
            Debug,
            Clone,
            Copy,
            PartialEq,
            Eq,
            Hash,
            PartialOrd,
            Ord,
            ::async_graphql::Enum,
            ::serde::Serialize,
            ::serde::Deserialize,
            ::strum::Display,
            ::strum::EnumString,
            ::strum::VariantArray,
        )]
        #[serde(rename_all = "camelCase")]
        #[strum(serialize_all = "camelCase")]
        pub enum $name {
            $( $(#[doc = $value_doc])+ $value, )+
        }
    };
}
