//! The journal as NDJSON, one line for each event and each remembered command, and back: at
//! identical positions, with identical bytes.

use std::io::{BufRead, Write};
use std::sync::Arc;

use kernel::{Meta, Position, StreamId, Version};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::engine::{Engine, Recorded};
use crate::error::JournalError;
use crate::stored::StoredEvent;

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
    recorded_at: chrono::DateTime<chrono::Utc>,
    meta: Meta,
    payload: Box<RawValue>,
}

/// How much went out or came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    let mut carried = Carried { events: 0, commands: 0 };
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

/// Reads an export into an empty journal.
///
/// # Errors
/// Names the line that cannot be read; or the journal is not empty, or the file was cut short.
pub async fn import(engine: &dyn Engine, from: impl BufRead + Send) -> Result<Carried, JournalError> {
    if engine.head().await? != Position(0) {
        return Err(JournalError::Unfit("the journal is not empty; import into a new one".to_owned()));
    }
    let mut carried = Carried { events: 0, commands: 0 };
    let (mut events, mut commands) = (Vec::new(), Vec::new());
    let mut ended = None;
    for (number, text) in (1_u64..).zip(from.lines()) {
        let bad = |what: String| JournalError::Unfit(format!("line {number}: {what}"));
        let text = text.map_err(|error| bad(error.to_string()))?;
        if ended.is_some() {
            return Err(bad("there is more after the end".to_owned()));
        }
        match serde_json::from_str(&text).map_err(|error| bad(error.to_string()))? {
            Line::Journal { format: 1, .. } if number == 1 => {}
            Line::Journal { format, .. } => return Err(bad(format!("format {format} is not read here"))),
            _ if number == 1 => return Err(bad("this is not an export of a journal".to_owned())),
            Line::Event(event) => events.push(StoredEvent {
                position: event.position,
                stream: event.stream,
                version: event.version,
                name: Arc::from(event.name),
                shape: event.shape,
                payload: event.payload.get().as_bytes().to_vec(),
                meta: event.meta,
                recorded_at: event.recorded_at,
            }),
            Line::Command(command) => commands.push(command),
            Line::End { events, commands } => ended = Some(Carried { events, commands }),
        }
        if events.len() + commands.len() >= PAGE {
            carried = flush(engine, &mut events, &mut commands, carried).await?;
        }
    }
    carried = flush(engine, &mut events, &mut commands, carried).await?;
    if ended != Some(carried) {
        return Err(JournalError::Unfit(
            "the export was cut short: its last line is missing or counts more".to_owned(),
        ));
    }
    Ok(carried)
}

async fn flush(
    engine: &dyn Engine,
    events: &mut Vec<StoredEvent>,
    commands: &mut Vec<Recorded>,
    carried: Carried,
) -> Result<Carried, JournalError> {
    engine.restore(events, commands).await?;
    let now = Carried {
        events: carried.events + events.len() as u64,
        commands: carried.commands + commands.len() as u64,
    };
    events.clear();
    commands.clear();
    Ok(now)
}
