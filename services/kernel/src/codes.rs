//! Closed lists of stable codes: one spelling in the journal, in facets and in GraphQL.

/// Declares enums whose text, JSON and facet value are the same camelCase code, and which are
/// GraphQL enums. Whoever uses it depends on `async-graphql`, `serde` and `strum`.
///
/// ```
/// kernel::codes! {
///     /// How somebody came to the desk.
///     Channel {
///         /// Through the door.
///         WalkIn,
///         /// By telephone.
///         Telephone,
///     }
/// }
/// assert_eq!(Channel::WalkIn.to_string(), "walkIn");
/// assert_eq!("telephone".parse(), Ok(Channel::Telephone));
/// ```
#[macro_export]
macro_rules! codes {
    ($(
        $(#[$about:meta])+
        $name:ident {
            $( $(#[$value_about:meta])+ $value:ident ),+ $(,)?
        }
    )+) => { $(
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
        $(#[$about])+
        #[serde(rename_all = "camelCase")]
        #[strum(serialize_all = "camelCase")]
        pub enum $name {
            $( $(#[$value_about])+ $value, )+
        }
    )+ };
}
