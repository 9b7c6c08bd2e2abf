//! An export is looked through, then taken in: whole, or up to where somebody wants it.

use std::io::BufRead;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use kernel::Position;

use crate::engine::{Engine, Recorded};
use crate::error::JournalError;
use crate::portable::{Carried, EventLine, Line, PAGE};
use crate::stored::StoredEvent;

/// How much of an export is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// All of it.
    Head,
    /// What stood there when the journal ended at this position.
    Position(Position),
    /// What was recorded at this instant or before.
    Instant(DateTime<Utc>),
}

/// What an export holds, and what of it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Survey {
    /// All of it.
    pub whole: Carried,
    /// What is wanted: as many events as this position.
    pub until: Position,
    /// When the last of them was recorded.
    pub recorded_at: Option<DateTime<Utc>>,
}

/// Reads an export through to its end, shows each event to `seen`, and finds where to stop. Nothing is written.
///
/// # Errors
/// Names the line that cannot be read, or that the file was cut short; or the position wanted is not there, or
/// in the middle of what one command did, with the positions beside it.
pub fn survey(
    from: impl BufRead,
    wanted: Until,
    mut seen: impl FnMut(&StoredEvent),
) -> Result<Survey, JournalError> {
    let mut lines = Lines::of(from);
    let (mut whole, mut until, mut recorded_at) = (Carried::default(), Position(0), None);
    let (mut command, mut first, mut halved) = (None, Position(0), None);
    while let Some(line) = lines.next()? {
        let Taken::Event(event) = line else {
            whole.commands += 1;
            continue;
        };
        whole.events += 1;
        seen(&event);
        if command != Some((event.stream.network.clone(), event.meta.command)) {
            command = Some((event.stream.network.clone(), event.meta.command));
            first = event.position;
        }
        let within = match wanted {
            Until::Head => true,
            Until::Position(last) => event.position <= last,
            Until::Instant(last) => event.recorded_at <= last,
        };
        if within {
            (until, recorded_at) = (event.position, Some(event.recorded_at));
        } else if first <= until {
            halved = Some((first, event.position));
        }
    }
    match (wanted, halved) {
        (_, Some((first, last))) => Err(JournalError::Unfit(format!(
            "positions {first} to {last} are what one command did: take {} or {last}",
            first.0 - 1
        ))),
        (Until::Position(wanted), None) if wanted > until => {
            Err(JournalError::Unfit(format!("it ends at position {until}; {wanted} is not in it")))
        }
        _ => Ok(Survey { whole, until, recorded_at }),
    }
}

/// Reads an export into an empty journal.
///
/// # Errors
/// Names the line that cannot be read; or the journal is not empty, or the file was cut short.
pub async fn import(engine: &dyn Engine, from: impl BufRead + Send) -> Result<Carried, JournalError> {
    import_until(engine, from, Position(u64::MAX)).await
}

/// The same up to a position that a [`survey`] has found: commands that were performed later are unknown
/// again.
///
/// # Errors
/// As [`import`].
pub async fn import_until(
    engine: &dyn Engine,
    from: impl BufRead + Send,
    until: Position,
) -> Result<Carried, JournalError> {
    if engine.head().await? != Position(0) {
        return Err(JournalError::Unfit("the journal is not empty; import into a new one".to_owned()));
    }
    let mut carried = Carried::default();
    let (mut events, mut commands) = (Vec::new(), Vec::new());
    let mut lines = Lines::of(from);
    while let Some(line) = lines.next()? {
        match line {
            Taken::Event(event) if event.position <= until => events.push(event),
            Taken::Command(command) if command.last <= until => commands.push(command),
            Taken::Event(_) | Taken::Command(_) => {}
        }
        if events.len() + commands.len() >= PAGE {
            carried = flush(engine, &mut events, &mut commands, carried).await?;
        }
    }
    flush(engine, &mut events, &mut commands, carried).await
}

/// What a line between the first and the last says.
enum Taken {
    Event(StoredEvent),
    Command(Recorded),
}

/// The lines of an export; ends well only behind its last one.
struct Lines<From> {
    from: std::io::Lines<From>,
    number: u64,
    seen: Carried,
    ended: bool,
}

impl<From: BufRead> Lines<From> {
    fn of(from: From) -> Self {
        Self { from: from.lines(), number: 0, seen: Carried::default(), ended: false }
    }

    fn bad(&self, what: impl std::fmt::Display) -> JournalError {
        JournalError::Unfit(format!("line {}: {what}", self.number))
    }

    fn next(&mut self) -> Result<Option<Taken>, JournalError> {
        loop {
            self.number += 1;
            let Some(text) = self.from.next() else {
                return if self.ended {
                    Ok(None)
                } else {
                    let what = "the export was cut short: its last line is missing or counts more";
                    Err(JournalError::Unfit(what.to_owned()))
                };
            };
            let text = text.map_err(|error| self.bad(error))?;
            if self.ended {
                return Err(self.bad("there is more after the end"));
            }
            match serde_json::from_str(&text).map_err(|error| self.bad(error))? {
                Line::Journal { format: 1, .. } if self.number == 1 => {}
                Line::Journal { format, .. } => {
                    return Err(self.bad(format!("format {format} is not read here")));
                }
                _ if self.number == 1 => return Err(self.bad("this is not an export of a journal")),
                Line::Event(event) => {
                    if event.position.0 != self.seen.events + 1 {
                        let what =
                            format!("position {} does not follow {}", event.position, self.seen.events);
                        return Err(self.bad(what));
                    }
                    self.seen.events += 1;
                    return Ok(Some(Taken::Event(stored(*event))));
                }
                Line::Command(command) => {
                    self.seen.commands += 1;
                    return Ok(Some(Taken::Command(command)));
                }
                Line::End { events, commands } => self.ended = self.seen == Carried { events, commands },
            }
        }
    }
}

fn stored(event: EventLine) -> StoredEvent {
    StoredEvent {
        position: event.position,
        stream: event.stream,
        version: event.version,
        name: Arc::from(event.name),
        shape: event.shape,
        payload: event.payload.get().as_bytes().to_vec(),
        meta: event.meta,
        recorded_at: event.recorded_at,
    }
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
