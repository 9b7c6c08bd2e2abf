//! The list of somebody's sessions, and the ways they end.

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::{Session, Sessions, row};
use crate::denied::Denied;
use crate::store::Holder;
use crate::token;

impl Sessions {
    /// The sessions an account has now, newest first; locked ones too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn list(&self, holder: &Holder) -> Result<Vec<Session>, Denied> {
        let database = self.store.database();
        let mut statement = database.prepare_cached(&format!(
            "SELECT {} FROM sessions WHERE network = ?1 AND account = ?2 ORDER BY began_at DESC, id",
            row::COLUMNS
        ))?;
        let rows =
            statement.query_map((holder.network.to_string(), holder.account.to_string()), row::read)?;
        let now = self.store.now();
        let mut sessions = Vec::new();
        for session in rows {
            let mut session = session?;
            self.remember_use(&mut session);
            if Self::goes_on(&session, now) {
                sessions.push(session);
            }
        }
        Ok(sessions)
    }

    /// Whether a session still goes on and is not locked; not a use. For whoever is served for a long
    /// time: a subscription asks again and again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stands(&self, id: Uuid) -> Result<bool, Denied> {
        let found = self
            .store
            .database()
            .prepare_cached(&format!("SELECT {} FROM sessions WHERE id = ?1", row::COLUMNS))?
            .query_row([id.to_string()], row::read)
            .optional()?;
        let Some(mut session) = found else { return Ok(false) };
        self.remember_use(&mut session);
        let now = self.store.now();
        Ok(Self::goes_on(&session, now) && !session.locked && !session.left_alone(now))
    }

    fn goes_on(session: &Session, now: DateTime<Utc>) -> bool {
        session.over_at > now && (session.locked || session.has_pin || !session.left_alone(now))
    }

    /// Signs out: this session, and its PIN.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn sign_out(&self, shown: &str) -> Result<(), Denied> {
        let database = self.store.database();
        let id: Option<String> = database
            .prepare_cached("DELETE FROM sessions WHERE digest = ?1 RETURNING id")?
            .query_row([token::digest(shown)], |row| row.get(0))
            .optional()?;
        if let Some(id) = id.and_then(|id| id.parse().ok()) {
            self.uses().remove(&id);
        }
        Ok(())
    }

    /// Ends one session of an account; whether it had such a one. Nobody ends another account's.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end(&self, holder: &Holder, id: Uuid) -> Result<bool, Denied> {
        self.uses().remove(&id);
        let ended = self.store.database().execute(
            "DELETE FROM sessions WHERE id = ?1 AND network = ?2 AND account = ?3",
            (id.to_string(), holder.network.to_string(), holder.account.to_string()),
        )?;
        Ok(ended > 0)
    }

    /// Ends every session of an account, except one if asked; how many. When the account is removed,
    /// recovered, or loses a role: all of them.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end_all(&self, holder: &Holder, except: Option<Uuid>) -> Result<usize, Denied> {
        let except = except.map(|id| id.to_string()).unwrap_or_default();
        let ended = self.store.database().execute(
            "DELETE FROM sessions WHERE network = ?1 AND account = ?2 AND id <> ?3",
            (holder.network.to_string(), holder.account.to_string(), except),
        )?;
        Ok(ended)
    }

    /// Drops sessions that were left alone and what memory knows of those that are over; the absolute
    /// limit is [`crate::Store::tidy`]'s. To be called now and then; how many rows went.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn tidy(&self) -> Result<usize, Denied> {
        let database = self.store.database();
        let now = self.store.now();
        let sessions: Vec<Session> = database
            .prepare_cached(&format!("SELECT {} FROM sessions", row::COLUMNS))?
            .query_map([], row::read)?
            .collect::<Result<_, _>>()?;
        let mut gone = 0;
        let mut going_on = std::collections::HashSet::new();
        for mut session in sessions {
            self.remember_use(&mut session);
            if Self::goes_on(&session, now) {
                going_on.insert(session.id);
            } else {
                gone += self.drop_one(&database, session.id)?;
            }
        }
        self.uses().retain(|id, _| going_on.contains(id));
        Ok(gone)
    }
}
