//! The journal as NDJSON, one line for each event and each remembered command, and back: at
//! identical positions, with identical bytes.

mod import;

use std::io::Write;

use chrono::{DateTime, Utc};
use kernel::{Meta, Position, StreamId, Version};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::engine::{Engine, Recorded};
use crate::error::JournalError;

pub use import::{Survey, Until, import, import_until, survey};

/// Lines handled at a time.
const PAGE: usize = 1_000;

/// A line of the export.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Line {
    /// The first line: what this is.
    Journal {
        /// The version of this format.
        format: u32,
        /// The position of the last event.
        head: Position,
    },
    /// An event.
    Event(Box<EventLine>),
    /// A remembered command.
    Command(Recorded),
    /// The last line: how much there was, so that a file cut short is noticed.
    End {
        /// Events.
        events: u64,
        /// Commands.
        commands: u64,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct EventLine {
    position: Position,
    stream: StreamId,
    version: Version,
    name: String,
    shape: u32,
    recorded_at: DateTime<Utc>,
    meta: Meta,
    payload: Box<RawValue>,
}

/// How much went out or came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Carried {
    /// Events.
    pub events: u64,
    /// Commands.
    pub commands: u64,
}

/// Writes the whole journal as it stands now.
///
/// # Errors
/// When the journal cannot be read, the output cannot be written, or a stored payload is not JSON.
pub async fn export(engine: &dyn Engine, mut to: impl Write + Send) -> Result<Carried, JournalError> {
    let head = engine.head().await?;
    line(&mut to, &Line::Journal { format: 1, head })?;
    let mut carried = Carried::default();
    let mut after = Position(0);
    while after < head {
        let page = engine.read_all(after, Some(head), None, PAGE).await?;
        let Some(last) = page.last() else {
            return Err(JournalError::Damaged {
                at: after,
                what: format!("nothing is left, but the head is {head}"),
            });
        };
        after = last.position;
        carried.events += page.len() as u64;
        for event in page {
            let position = event.position;
            let payload = String::from_utf8(event.payload)
                .map_err(|error| error.to_string())
                .and_then(|text| RawValue::from_string(text).map_err(|error| error.to_string()))
                .map_err(|what| JournalError::Damaged { at: position, what })?;
            let event = EventLine {
                position,
                stream: event.stream,
                version: event.version,
                name: event.name.to_string(),
                shape: event.shape,
                recorded_at: event.recorded_at,
                meta: event.meta,
                payload,
            };
            line(&mut to, &Line::Event(Box::new(event)))?;
        }
    }
    let mut after = None;
    loop {
        let page = engine.commands_after(after.take(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some((last.network.clone(), last.id));
        // What was recorded while we were writing belongs to the next export.
        for command in page.into_iter().filter(|command| command.last <= head) {
            carried.commands += 1;
            line(&mut to, &Line::Command(command))?;
        }
    }
    line(&mut to, &Line::End { events: carried.events, commands: carried.commands })?;
    to.flush().map_err(|error| {
        JournalError::Unavailable(format!("the export cannot be written: {error}").into())
    })?;
    Ok(carried)
}

fn line(to: &mut impl Write, line: &Line) -> Result<(), JournalError> {
    let mut json = serde_json::to_vec(line).map_err(|error| JournalError::Unfit(error.to_string()))?;
    json.push(b'\n');
    to.write_all(&json)
        .map_err(|error| JournalError::Unavailable(format!("the export cannot be written: {error}").into()))
}
