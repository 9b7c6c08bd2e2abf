//! What a trace shows of an operation: its kind, the name one of our own pages gave it, and its fields in
//! the words of the schema. Nothing of what was sent: no text, no argument, no alias, and not who sent it.

use std::any::TypeId;
use std::sync::Arc;

use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextResolve, ResolveInfo};
use async_graphql::parser::types::DocumentOperations;
use async_graphql::{QueryPathSegment, Request, ServerResult, Value};
use tracing::field::Empty;
use tracing::{Instrument, Level, Span, debug_span};

use crate::fields::Uses;
use crate::gate::word;

/// Says that an operation is one of the pages' own: its name is ours then, and may be shown. Whoever
/// writes a text of their own may put anything into its name.
pub(crate) struct OfThePages;

/// Whether anybody watches: spans that nobody takes are not made.
pub(crate) fn watched() -> bool {
    tracing::span_enabled!(Level::DEBUG)
}

/// The span of an operation.
pub(crate) fn operation(request: &mut Request, uses: &Uses) -> Span {
    let span = debug_span!(
        "operation",
        graphql.operation.type = word(uses.operation),
        graphql.operation.name = Empty
    );
    if !span.is_disabled()
        && request.data.get(&TypeId::of::<OfThePages>()).is_some()
        && let Some(name) = name(request)
    {
        span.record("graphql.operation.name", name);
    }
    span
}

fn name(request: &mut Request) -> Option<String> {
    let wanted = request.operation_name.clone();
    let DocumentOperations::Multiple(operations) = &request.parsed_query().ok()?.operations else {
        return None;
    };
    match wanted {
        Some(wanted) => operations.keys().find(|name| **name == wanted).map(ToString::to_string),
        None => operations.keys().next().map(ToString::to_string),
    }
}

/// A span for each root field and each list below it, but not for the lists that every row of a list has:
/// a page of a hundred rows is one span.
pub(crate) struct FieldSpans;

impl ExtensionFactory for FieldSpans {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_trait::async_trait]
impl Extension for FieldSpans {
    async fn resolve(
        &self,
        ctx: &ExtensionContext<'_>,
        info: ResolveInfo<'_>,
        next: NextResolve<'_>,
    ) -> ServerResult<Option<Value>> {
        if !shown(&info) || Span::current().is_disabled() {
            return next.run(ctx, info).await;
        }
        let span =
            debug_span!("field", graphql.field.parent = info.parent_type, graphql.field.name = info.name);
        next.run(ctx, info).instrument(span).await
    }
}

fn shown(info: &ResolveInfo<'_>) -> bool {
    let of_a_row = |segment: &QueryPathSegment<'_>| matches!(segment, QueryPathSegment::Index(_));
    if of_a_row(&info.path_node.segment) || info.is_for_introspection {
        return false;
    }
    let root = info.path_node.parent.is_none();
    root || (info.return_type.starts_with('[')
        && !info.path_node.parents().any(|above| of_a_row(&above.segment)))
}
