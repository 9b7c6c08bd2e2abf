//! Reading: one row, a page, counts; now, after one's own write, or as of any date.

use async_graphql::{Context, InputObject, OneofObject, OutputType, Result, SimpleObject};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use kernel::{Facet, Position, Projection, Role, Secret, Secrets};

use crate::caller;
pub use crate::page::{Edge, Page, PageInfo};
use crate::perform::fault;
use crate::ports::{AsOfPoint, Known, PageAsk, Ports, RawRow, Table, Trouble};

/// Rows of a page when nothing is said.
const PAGE: usize = 25;
/// The most rows of a page: what a phone can show and a server can bound.
pub const LARGEST_PAGE: usize = 100;

/// A point in time to look back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, OneofObject)]
pub enum AsOf {
    /// As it was known at that instant.
    Instant(DateTime<Utc>),
    /// As it was known at that position of the journal.
    Position(Position),
}

impl From<AsOf> for AsOfPoint {
    fn from(as_of: AsOf) -> Self {
        match as_of {
            AsOf::Instant(instant) => Self::Instant(instant),
            AsOf::Position(position) => Self::Position(position),
        }
    }
}

/// As of when a read is wanted, from a query's arguments.
pub fn known(as_of: Option<AsOf>, at_least: Option<Position>) -> Known {
    Known { as_of: as_of.map(Into::into), at_least }
}

/// How many rows have one value.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct Count {
    /// The value, as a stable code or an id; empty for rows without one.
    pub value: String,
    /// How many rows have it.
    pub count: u64,
}

/// Which part of a list, the Relay way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paging {
    /// The first so many.
    pub first: Option<u32>,
    /// After this cursor.
    pub after: Option<String>,
    /// The last so many.
    pub last: Option<u32>,
    /// Before this cursor.
    pub before: Option<String>,
}

/// A period to keep a list to; lists that are not sorted by time ignore nothing: they have no such argument.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, InputObject)]
pub struct Period {
    /// From this instant.
    pub from: Option<DateTime<Utc>>,
    /// Until before this instant.
    pub until: Option<DateTime<Utc>>,
}

/// The filter of a list as facets and the values they may have.
pub trait Filter {
    /// Facet names with the accepted values; a facet without values is not filtered.
    fn facets(&self) -> Vec<(&'static str, Vec<String>)>;
}

/// The table of a projection.
pub fn table<P: Projection>() -> Table {
    Table { name: P::NAME, facets: P::FACETS }
}

/// One row by its key, if there is one in the caller's network. A resolver answers with it
/// transposed: an error then empties this field, as it should, and not the answer around it.
///
/// # Errors
/// When the position asked for is not reached in time, or the read model cannot be read.
pub async fn one<P: Projection>(
    ctx: &Context<'_>,
    key: impl std::fmt::Display,
    as_of: Option<AsOf>,
    at_least: Option<Position>,
) -> Result<Option<P::Row>> {
    Ok(rows::<P>(ctx, &[key.to_string()], known(as_of, at_least)).await?.into_iter().next())
}

/// Several rows by their keys.
///
/// # Errors
/// As [`one`].
pub async fn rows<P: Projection>(ctx: &Context<'_>, keys: &[String], known: Known) -> Result<Vec<P::Row>> {
    let (caller, ports) = caller::of(ctx)?;
    let raw = ports.rows.rows(table::<P>(), &caller.network, keys, known).await.map_err(fault)?;
    let rows = raw.iter().map(|row| read_row(ports, &row.body)).collect::<Result<Vec<P::Row>>>()?;
    Ok(rows.into_iter().filter(|row| seen_by::<P>(caller.role, row)).collect())
}

/// What a role is kept to: anybody without an account sees what the list shows in public, and so does
/// everybody where nothing else is shown.
fn kept_to<P: Projection>(role: Role) -> Option<(&'static str, &'static [&'static str])> {
    P::public().filter(|_| P::ONLY_PUBLIC || role == Role::Public)
}

/// Whether a role sees a row.
fn seen_by<P: Projection>(role: Role, row: &P::Row) -> bool {
    let Some((facet, values)) = kept_to::<P>(role) else { return true };
    let place = P::FACETS.iter().position(|name| *name == facet);
    place
        .and_then(|place| P::facets(row).into_iter().nth(place))
        .is_some_and(|value| matches!(value, Facet::One(value) if values.contains(&&*value)))
}

/// What a role may ask of a list.
fn within<P: Projection>(role: Role, mut ask: PageAsk) -> PageAsk {
    if let Some((facet, values)) = kept_to::<P>(role) {
        ask.filter.push((facet, values.iter().map(ToString::to_string).collect()));
    }
    ask
}

/// A page of a list in the caller's network.
///
/// # Errors
/// When the cursor or the page size makes no sense, or as [`one`].
pub async fn page<P: Projection>(
    ctx: &Context<'_>,
    ask: PageAsk,
    paging: Paging,
    known: Known,
) -> Result<Page<P::Row>>
where
    P::Row: OutputType,
{
    let (caller, ports) = caller::of(ctx)?;
    let wanted = bounded(within::<P>(caller.role, ask), &paging).map_err(fault)?;
    let backwards = wanted.backwards;
    let raw = ports.rows.page(table::<P>(), &caller.network, wanted, known).await.map_err(fault)?;
    let rows = raw
        .rows
        .into_iter()
        .map(|row| Ok((cursor(&row), read_row::<P::Row>(ports, &row.body)?)))
        .collect::<Result<Vec<_>>>()?;
    Ok(connection(rows, raw.more, backwards, &paging, raw.total))
}

/// Rows as a Relay page.
pub fn connection<Row: OutputType>(
    rows: Vec<(String, Row)>,
    more: bool,
    backwards: bool,
    paging: &Paging,
    total_count: u64,
) -> Page<Row> {
    let (previous, next) =
        if backwards { (more, paging.before.is_some()) } else { (paging.after.is_some(), more) };
    Page::new(rows, previous, next, total_count)
}

/// How many rows have each value of a facet.
///
/// # Errors
/// As [`one`].
pub async fn counts<P: Projection>(
    ctx: &Context<'_>,
    by: &'static str,
    ask: PageAsk,
    known: Known,
) -> Result<Vec<Count>> {
    let (caller, ports) = caller::of(ctx)?;
    let ask = within::<P>(caller.role, ask);
    let counts = ports.rows.counts(table::<P>(), &caller.network, by, ask, known).await.map_err(fault)?;
    Ok(counts.into_iter().map(|(value, count)| Count { value, count }).collect())
}

/// Reads a row and opens its secrets.
///
/// # Errors
/// When the row is not what today's code writes, or the vault cannot be used.
pub fn read_row<Row: serde::de::DeserializeOwned + Secrets>(ports: &Ports, body: &[u8]) -> Result<Row> {
    let mut row: Row = serde_json::from_slice(body)
        .map_err(|error| fault(Trouble::Fault(format!("a row cannot be read: {error}"))))?;
    for secret in row.secrets() {
        if let Secret::Sealed(sealed) = secret {
            *secret = ports.seals.open(sealed).map_err(fault)?.map_or(Secret::Erased, Secret::Clear);
        }
    }
    Ok(row)
}

/// The page to read, with its size bounded and its cursors read.
///
/// # Errors
/// When a size is nought or too large, both ends are asked, or a cursor is not one of ours.
pub fn bounded(mut ask: PageAsk, paging: &Paging) -> Result<PageAsk, Trouble> {
    let (size, backwards) = match (paging.first, paging.last) {
        (Some(_), Some(_)) => {
            return Err(Trouble::BadAsk("first, last: give one of them, not both".to_owned()));
        }
        (None, Some(last)) => (last as usize, true),
        (Some(first), None) => (first as usize, false),
        (None, None) => (PAGE, false),
    };
    if !(1..=LARGEST_PAGE).contains(&size) {
        let name = if backwards { "last" } else { "first" };
        return Err(Trouble::BadAsk(format!("{name}: a page has 1 to {LARGEST_PAGE} rows")));
    }
    ask.limit = size;
    ask.backwards = backwards;
    ask.total = true;
    ask.after = paging.after.as_deref().map(|text| read_cursor(text, "after")).transpose()?;
    ask.before = paging.before.as_deref().map(|text| read_cursor(text, "before")).transpose()?;
    Ok(ask)
}

/// The cursor of a row: its place in the order of the list.
pub fn cursor(row: &RawRow) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}\u{0}{}", row.order, row.key))
}

fn read_cursor(text: &str, argument: &str) -> Result<(String, String), Trouble> {
    let bad =
        || Trouble::BadAsk(format!("{argument}: not a cursor of this list; read the list from its start"));
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| bad())?;
    let text = String::from_utf8(bytes).map_err(|_| bad())?;
    let (order, key) = text.split_once('\u{0}').ok_or_else(bad)?;
    Ok((order.to_owned(), key.to_owned()))
}

/// Declares the three queries of a projection: one row, a page, and counts by a facet.
///
/// ```ignore
/// graph::lists! {
///     /// What can be read of referrals.
///     pub struct ReferralQueries: Referrals, ReferralRow, newest_first {
///         /// One referral.
///         referral,
///         /// Referrals, newest first.
///         referrals,
///         /// How many referrals, by a facet.
///         referral_counts,
///     }
///     /// Which referrals.
///     filter ReferralFilter {
///         /// In one of these states.
///         state: ReferralState,
///         /// At one of these partners.
///         partner: PartnerId,
///     }
///     /// What referrals are counted by.
///     facet ReferralFacet {
///         /// Their state.
///         State = state,
///     }
/// }
/// ```
/// Filter fields and facets name facets of the projection; `newest_first` or `in_order` says how
/// the list is sorted.
#[macro_export]
macro_rules! lists {
    (
        $(#[doc = $about:literal])+
        $visibility:vis struct $name:ident: $projection:ty, $row:ty, $sort:ident {
            $(#[doc = $one_doc:literal])+ $one:ident,
            $(#[doc = $page_doc:literal])+ $page:ident,
            $(#[doc = $counts_doc:literal])+ $counts:ident $(,)?
        }
        $(#[doc = $filter_doc:literal])+
        filter $filter:ident {
            $( $(#[doc = $field_doc:literal])+ $field:ident: $field_type:ty ),+ $(,)?
        }
        $(#[doc = $facet_doc:literal])+
        facet $facet:ident {
            $( $(#[doc = $value_doc:literal])+ $value:ident = $column:ident ),+ $(,)?
        }
    ) => {
        $(#[doc = $filter_doc])+
        #[derive(Debug, Clone, Default, $crate::async_graphql::InputObject)]
        $visibility struct $filter {
            $( $(#[doc = $field_doc])+ pub $field: Option<Vec<$field_type>>, )+
        }

        impl $crate::Filter for $filter {
            fn facets(&self) -> Vec<(&'static str, Vec<String>)> {
                let mut facets = Vec::new();
                $(
                    if let Some(values) = &self.$field {
                        facets.push((stringify!($field), values.iter().map(ToString::to_string).collect()));
                    }
                )+
                facets
            }
        }

        $(#[doc = $facet_doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, $crate::async_graphql::Enum)]
        $visibility enum $facet {
            $( $(#[doc = $value_doc])+ $value, )+
        }

        impl $facet {
            /// The facet's name in the projection.
            fn column(self) -> &'static str {
                match self {
                    $( Self::$value => stringify!($column), )+
                }
            }
        }

        $(#[doc = $about])+
        #[derive(Debug, Default, Clone, Copy)]
        $visibility struct $name;

        #[$crate::async_graphql::Object]
        impl $name {
            $(#[doc = $one_doc])+
            async fn $one(
                &self,
                ctx: &$crate::async_graphql::Context<'_>,
                #[graphql(desc = "Its id.")] id: ::kernel::uuid::Uuid,
                #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<$crate::AsOf>,
                #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")]
                at_least: Option<::kernel::Position>,
            ) -> Option<$crate::async_graphql::Result<$row>> {
                $crate::one::<$projection>(ctx, id, as_of, at_least).await.transpose()
            }

            $(#[doc = $page_doc])+
            #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
            #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
            async fn $page(
                &self,
                ctx: &$crate::async_graphql::Context<'_>,
                #[graphql(desc = "Which rows; all when left out.")] filter: Option<$filter>,
                #[graphql(desc = "Only rows of this period.")] period: Option<$crate::lists::Period>,
                #[graphql(desc = "The first so many rows, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
                #[graphql(desc = "After this cursor.")] after: Option<String>,
                #[graphql(desc = "The last so many rows, 1 to 100.")] last: Option<u32>,
                #[graphql(desc = "Before this cursor.")] before: Option<String>,
                #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<$crate::AsOf>,
                #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")]
                at_least: Option<::kernel::Position>,
            ) -> $crate::async_graphql::Result<$crate::Page<$row>> {
                let ask = $crate::lists::ask(filter.as_ref(), period, stringify!($sort) == "newest_first");
                let paging = $crate::Paging { first, after, last, before };
                $crate::page::<$projection>(ctx, ask, paging, $crate::lists::known(as_of, at_least)).await
            }

            $(#[doc = $counts_doc])+
            async fn $counts(
                &self,
                ctx: &$crate::async_graphql::Context<'_>,
                #[graphql(desc = "What is counted by.")] by: $facet,
                #[graphql(desc = "Which rows; all when left out.")] filter: Option<$filter>,
                #[graphql(desc = "Only rows of this period.")] period: Option<$crate::lists::Period>,
                #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<$crate::AsOf>,
                #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")]
                at_least: Option<::kernel::Position>,
            ) -> $crate::async_graphql::Result<Vec<$crate::Count>> {
                let ask = $crate::lists::ask(filter.as_ref(), period, false);
                $crate::counts::<$projection>(ctx, by.column(), ask, $crate::lists::known(as_of, at_least)).await
            }
        }
    };
}

/// What a list query asks for, before paging.
pub fn ask(filter: Option<&impl Filter>, period: Option<Period>, newest_first: bool) -> PageAsk {
    let period = period.unwrap_or_default();
    PageAsk {
        filter: filter.map(Filter::facets).unwrap_or_default(),
        from: period.from.map(kernel::projection::sortable),
        until: period.until.map(kernel::projection::sortable),
        newest_first,
        ..PageAsk::default()
    }
}
