//! How a page asks: a document with its types, and what can come back instead of data.

use graph::Locale;
use graphql_client::GraphQLQuery;
use serde::Deserialize;
use serde_json::Value;

use crate::ports::{Operation, Ports, Unanswered, Who};

/// Why a page has nothing to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Trouble {
    /// Nobody answers for whoever asks.
    #[error(transparent)]
    Unanswered(#[from] Unanswered),
    /// The policies keep it from whoever asks.
    #[error("it is not for whoever asks")]
    Forbidden,
    /// What was sent along is not what it should be: an address or a form that was changed.
    #[error("what was sent along makes no sense")]
    Malformed,
    /// A fault of ours.
    #[error("the answer could not be read")]
    Broken,
}

/// An error of a response, as far as a page looks at it.
#[derive(Deserialize)]
struct Fault {
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Default, Deserialize)]
struct Extensions {
    #[serde(default)]
    code: Option<String>,
}

/// Asks, and reads the answer.
pub(crate) async fn ask<Q: GraphQLQuery>(
    ports: &Ports,
    who: Who,
    locale: Locale,
    variables: Q::Variables,
) -> Result<Q::ResponseData, Trouble> {
    let body = Q::build_query(variables);
    let variables =
        serde_json::to_value(&body.variables).map_err(|error| broken(body.operation_name, &error))?;
    let operation = Operation { name: body.operation_name, document: body.query, variables };
    let answer = ports.ask.ask(who, locale, operation).await?;
    read::<Q>(body.operation_name, answer)
}

fn read<Q: GraphQLQuery>(name: &'static str, mut answer: Value) -> Result<Q::ResponseData, Trouble> {
    let faults: Vec<Fault> = answer
        .get_mut("errors")
        .map(Value::take)
        .and_then(|errors| serde_json::from_value(errors).ok())
        .unwrap_or_default();
    if let Some(fault) = faults.first() {
        return Err(match fault.extensions.code.as_deref() {
            Some("FORBIDDEN" | "NOT_FOUND") => Trouble::Forbidden,
            Some("BAD_REQUEST") => Trouble::Malformed,
            Some("UNAUTHENTICATED") => Unanswered::SignedOut.into(),
            Some("UNAVAILABLE" | "TIMEOUT" | "OVERLOADED") => Unanswered::Unavailable.into(),
            code => {
                tracing::error!(operation = name, code, "a page could not ask");
                Trouble::Broken
            }
        });
    }
    let data = answer.get_mut("data").map(Value::take).unwrap_or_default();
    serde_json::from_value(data).map_err(|error| broken(name, &error))
}

fn broken(name: &str, error: &serde_json::Error) -> Trouble {
    // The message of serde names fields and values of ours, never what somebody typed: values that
    // do not fit are codes and times.
    tracing::error!(operation = name, line = error.line(), kind = ?error.classify(), "an answer cannot be read");
    Trouble::Broken
}
