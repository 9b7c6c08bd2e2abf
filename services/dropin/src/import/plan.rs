//! What an import will do, act by act.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Act, CommandId, Decider, Expected, Halt, NetworkId, SessionId, StreamId, VisitId};

use crate::acts;
use crate::session::{CloseSession, OpenSession, Session, SessionCommand};
use crate::visit::RecordVisit;

/// What an import will do: open the sessions, record the visits, close the sessions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportPlan {
    /// One session for each site and date that has visits without a session of their own.
    pub sessions: Vec<PlannedSession>,
    /// The visits, in the order of the file.
    pub visits: Vec<PlannedVisit>,
}

/// A session that holds imported visits; it spans the whole date at its site, so that a later file
/// can add visits to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSession {
    /// Its id, derived from site and date.
    pub session: SessionId,
    /// Its date at the site.
    pub date: NaiveDate,
    /// The command that opens it.
    pub opening: CommandId,
    /// When it opens: the first instant of its date.
    pub opens_at: DateTime<Utc>,
    /// What is asked.
    pub input: OpenSession,
    /// The command that closes it.
    pub closing: CommandId,
    /// When it closes: the last second of its date. Closed only once that is past.
    pub closes_at: DateTime<Utc>,
}

impl PlannedSession {
    /// Opens it, at [`PlannedSession::opens_at`].
    ///
    /// # Errors
    /// A fault of ours.
    pub fn open(&self, network: &NetworkId) -> Result<Act, Halt> {
        acts::open_session(network, self.opening, self.session, self.input.clone())
    }

    /// Closes it, at [`PlannedSession::closes_at`].
    ///
    /// # Errors
    /// A fault of ours.
    pub fn close(&self, network: &NetworkId) -> Result<Act, Halt> {
        let stream = StreamId::new(network, Session::KIND, self.session);
        let ask = SessionCommand::Close(CloseSession { counts_checked: true, visits_counted: None });
        Act::on::<Session>(self.closing, stream, Expected::Any, ask)
    }
}

/// A visit of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedVisit {
    /// The line it stands on, for its provenance.
    pub line: u64,
    /// Its key in the file.
    pub key: String,
    /// Its id, derived from the key.
    pub visit: VisitId,
    /// The command that records it.
    pub command: CommandId,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// What is asked; its notes are clear and must be sealed first, each under
    /// [`NoteLevel::subject`](crate::visit::NoteLevel::subject).
    pub input: RecordVisit,
}

impl PlannedVisit {
    /// Records it, at [`PlannedVisit::occurred_at`], once its notes are sealed.
    ///
    /// # Errors
    /// When a note is not sealed.
    pub fn record(&self, network: &NetworkId) -> Result<Act, Halt> {
        acts::record_visit(network, self.command, self.visit, self.input.clone())
    }
}
