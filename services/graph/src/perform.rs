//! The one way from a mutation to the journal: seal, decide, record, answer.

use async_graphql::{Context, Error, ErrorExtensions, Result};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::act::Halt;
use kernel::{Act, CommandId, Decider, Expected, Secret, Secrets, StreamId};
use serde_json::{Map, Value};

use crate::caller::{self, Caller};
use crate::outcome::{Fact, Outcome, Refusal};
use crate::ports::{Ports, Trail, Trouble};

/// How far a device's clock may run ahead of ours before we ask to set it.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// What every command carries beside its own input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope {
    /// Its id, made by the client.
    pub command_id: CommandId,
    /// The version of the object the asker has seen; refused when it has moved on.
    pub expected_version: Option<u64>,
    /// When it happened, by the device; now when left out.
    pub occurred_at: Option<DateTime<Utc>>,
}

impl Envelope {
    /// The version the stream must have.
    pub fn expected(&self) -> Expected {
        self.expected_version.map_or(Expected::Any, Expected::Exact)
    }
}

/// Sends a command to one aggregate of the caller's network.
///
/// # Errors
/// Faults only; a refusal is an outcome.
pub async fn perform<D: Decider>(
    ctx: &Context<'_>,
    envelope: Envelope,
    id: impl std::fmt::Display,
    mut command: D::Command,
) -> Result<Outcome> {
    let (caller, ports) = caller::of(ctx)?;
    let stream = StreamId::new(&caller.network, D::KIND, id);
    seal_all(ports, &stream.to_string(), &mut command)?;
    let act = Act::on::<D>(envelope.command_id, stream, envelope.expected(), command);
    perform_act(ctx, envelope, act).await
}

/// Sends an act that plays on several aggregates.
///
/// # Errors
/// Faults only; a refusal is an outcome.
pub async fn perform_act(ctx: &Context<'_>, envelope: Envelope, act: Result<Act, Halt>) -> Result<Outcome> {
    let (caller, ports) = caller::of(ctx)?;
    let now = ports.clock.now();
    if let Some(at) = envelope.occurred_at
        && at > now + AHEAD
    {
        return Ok(refused(caller, ports, envelope.command_id, "OCCURRED_IN_THE_FUTURE", Map::new(), false));
    }
    let asked = caller.asked(envelope.occurred_at, now);
    let trail = Trail { device: caller.device.clone(), trace: caller.trace.clone(), ..Trail::default() };
    let answer = match act {
        Ok(act) => ports.commands.perform(act, asked, trail).await,
        Err(Halt::Refused(refused)) => Err(Trouble::Refused(refused)),
        Err(halt) => Err(Trouble::Fault(halt.to_string())),
    };
    match answer {
        Ok(receipt) => Ok(Outcome::done(envelope.command_id, receipt)),
        Err(trouble) => refusal_of(caller, ports, envelope.command_id, trouble),
    }
}

/// Seals every secret of a command under its subject's key.
///
/// # Errors
/// When the vault cannot be used.
pub fn seal_all(ports: &Ports, subject: &str, command: &mut impl Secrets) -> Result<()> {
    for secret in command.secrets() {
        if let Secret::Clear(text) = secret {
            *secret = Secret::Sealed(ports.seals.seal(subject, text).map_err(fault)?);
        }
    }
    Ok(())
}

/// A refusal for what the asker can mend, an error for what only we can.
fn refusal_of(caller: &Caller, ports: &Ports, id: CommandId, trouble: Trouble) -> Result<Outcome> {
    let say = |code: &str, details, retriable| Ok(refused(caller, ports, id, code, details, retriable));
    match trouble {
        Trouble::Refused(why) => say(&why.code, why.arguments, false),
        Trouble::Stale { actual, .. } => {
            say("STALE_VERSION", Map::from_iter([("actual".to_owned(), Value::from(actual))]), false)
        }
        Trouble::CommandIdReused => say("COMMAND_ID_REUSED", Map::new(), false),
        Trouble::TooLarge(_) => say("TOO_LARGE", Map::new(), false),
        Trouble::Overloaded => say("OVERLOADED", Map::new(), true),
        Trouble::Unavailable(_) => say("UNAVAILABLE", Map::new(), true),
        other => Err(fault(other)),
    }
}

fn refused(
    caller: &Caller,
    ports: &Ports,
    command_id: CommandId,
    code: &str,
    details: Map<String, Value>,
    retriable: bool,
) -> Outcome {
    let message = ports.wording.say(caller.locale, code, &details);
    let details = details
        .into_iter()
        .map(|(name, value)| {
            let value = match value {
                Value::String(text) => text,
                other => other.to_string(),
            };
            Fact { name, value }
        })
        .collect();
    Outcome::Refused(Refusal { command_id, code: code.to_owned(), message, details, retriable })
}

/// An error for the client: what it may know, with a code; the rest goes to the log where the
/// answer is masked.
pub fn fault(trouble: Trouble) -> Error {
    let code = match &trouble {
        Trouble::NotYet(_) => "NOT_YET",
        Trouble::BadAsk(_) => "BAD_REQUEST",
        Trouble::Overloaded => "OVERLOADED",
        Trouble::Unavailable(_) => "UNAVAILABLE",
        Trouble::TooManyGuesses { .. } => "TOO_MANY_GUESSES",
        _ => "FAULT",
    };
    Error::new(trouble.to_string()).extend_with(|_, extensions| extensions.set("code", code))
}
