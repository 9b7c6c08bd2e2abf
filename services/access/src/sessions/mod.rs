//! Sessions: who is signed in, on which device, until when.
//!
//! A session is known by a random token, of which only the digest is kept. It ends when it is left
//! alone (5 minutes on a shared device, 15 elsewhere), after four hours at the latest, when its
//! holder or somebody entitled ends it, and with the account. Every change of privilege gives it a
//! new token. Time is the clock's that the store was given.
//!
//! Read on in [`ending`] (lists and ends), [`pin`] (locking a tablet), [`devices`] (which device an
//! account has signed in on before).

pub mod devices;
pub mod ending;
pub mod pin;
mod row;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use kernel::DeviceId;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::store::{Holder, Store, instant, millis};
use crate::token::{self, Digest, Token};

pub use devices::Devices;

/// How long a session may be left alone on a device that several people use: the next one sits down.
pub const IDLE_SHARED: TimeDelta = TimeDelta::minutes(5);
/// How long elsewhere.
pub const IDLE: TimeDelta = TimeDelta::minutes(15);
/// How long a session lasts at most: a permanence takes two to three hours.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(4);
/// How often the last use is written down; in between it is only in memory.
const WRITTEN_EVERY: TimeDelta = TimeDelta::seconds(30);
/// How exactly others see the last use of a session.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(5);

/// How somebody proved to be the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Proof {
    /// The password.
    Password,
    /// A code that changes with time, or a recovery code.
    SecondFactor,
    /// A passkey, unlocked by its holder.
    Passkey,
    /// An organisation's own sign-in.
    Outside,
    /// An invitation or a recovery link.
    Link,
    /// The PIN of a tablet, for a session that was opened otherwise.
    Pin,
    /// One click, in a demonstration.
    Demo,
}

/// What a session begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Whose it is.
    pub holder: Holder,
    /// The device, if it has a name.
    pub device: Option<DeviceId>,
    /// Whether several people use that device.
    pub shared: bool,
    /// The role that was chosen, in the words of the accounts; none yet while there is a choice.
    pub facet: Option<String>,
    /// The proofs that were given.
    pub proofs: Vec<Proof>,
}

/// A session, without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names it in lists.
    pub id: Uuid,
    /// Whose it is.
    pub holder: Holder,
    /// The device, if it has a name.
    pub device: Option<DeviceId>,
    /// Whether several people use that device.
    pub shared: bool,
    /// The role that was chosen.
    pub facet: Option<String>,
    /// The proofs that were given.
    pub proofs: Vec<Proof>,
    /// Since when.
    pub began_at: DateTime<Utc>,
    /// Last use.
    pub used_at: DateTime<Utc>,
    /// When it ends, whatever is done in it.
    pub over_at: DateTime<Utc>,
    /// Whether it waits for its PIN.
    pub locked: bool,
    /// Whether it has a PIN.
    pub has_pin: bool,
}

impl Session {
    /// How long it may be left alone.
    pub fn idle_limit(&self) -> TimeDelta {
        if self.shared { IDLE_SHARED } else { IDLE }
    }

    /// The last use as others may see it: nobody is timed to the minute.
    pub fn used_about(&self) -> DateTime<Utc> {
        self.used_at.duration_trunc(SEEN_EVERY).unwrap_or(self.used_at)
    }

    /// Whether it was left alone too long.
    fn left_alone(&self, now: DateTime<Utc>) -> bool {
        now - self.used_at >= self.idle_limit()
    }
}

/// A change of privilege.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another role.
    Facet(Option<String>),
    /// One more proof.
    Proved(Proof),
}

/// A session as it was found.
struct Standing {
    digest: Digest,
    session: Session,
    /// The last use as the file has it.
    written: DateTime<Utc>,
}

/// The sessions of a node.
#[derive(Debug, Clone)]
pub struct Sessions {
    store: Store,
    // The last use of each session since it was last written down.
    used: Arc<Mutex<HashMap<Uuid, i64>>>,
}

impl Sessions {
    /// Those in this file.
    pub fn new(store: Store) -> Self {
        Self { store, used: Arc::default() }
    }

    /// Opens one. The token is given to its holder, once, and nowhere else.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn open(&self, opening: Opening) -> Result<(Token, Session), Denied> {
        let token = Token::random()?;
        let now = instant(millis(self.store.now()));
        let session = Session {
            id: token::id()?,
            holder: opening.holder,
            device: opening.device,
            shared: opening.shared,
            facet: opening.facet,
            proofs: opening.proofs,
            began_at: now,
            used_at: now,
            over_at: now + ABSOLUTE,
            locked: false,
            has_pin: false,
        };
        row::insert(&self.store.database(), &token.digest(), &session)?;
        Ok((token, session))
    }

    /// The session of a request, which counts as a use.
    ///
    /// # Errors
    /// [`AccessRefusal::SessionEnded`] and [`AccessRefusal::SessionLocked`].
    pub fn of(&self, shown: &str) -> Result<Session, Denied> {
        let Standing { digest, mut session, written } = self.standing(shown)?;
        if session.locked {
            return Err(AccessRefusal::SessionLocked.into());
        }
        let now = self.store.now();
        session.used_at = now;
        self.uses().insert(session.id, millis(now));
        // What cannot be written down now is in memory, and is written at a later use: a storage that takes no writes
        // keeps nobody from reading.
        if now - written >= WRITTEN_EVERY
            && let Err(error) = row::write_used(&self.store.database(), &digest, millis(now))
        {
            tracing::warn!(%error, "a use of a session cannot be written down");
        }
        Ok(session)
    }

    /// The session of a token, locked or not; not a use. What was left alone too long is locked if it
    /// has a PIN, and over if it has none.
    fn standing(&self, shown: &str) -> Result<Standing, Denied> {
        let digest = token::digest(shown);
        let database = self.store.database();
        let found = row::by_digest(&database, &digest).optional()?;
        let mut session = found.ok_or(AccessRefusal::SessionEnded)?;
        let written = session.used_at;
        self.remember_use(&mut session);
        let now = self.store.now();
        if session.over_at <= now || (session.left_alone(now) && !session.locked && !session.has_pin) {
            self.drop_one(&database, session.id)?;
            return Err(AccessRefusal::SessionEnded.into());
        }
        if session.left_alone(now) && !session.locked {
            row::lock(&database, &digest)?;
            session.locked = true;
        }
        Ok(Standing { digest, session, written })
    }

    /// Gives a session more, or something else, under a new token; the old one is worth nothing from
    /// here on. Its limits stay where they were.
    ///
    /// # Errors
    /// [`AccessRefusal::SessionEnded`] and [`AccessRefusal::SessionLocked`].
    pub fn change(&self, shown: &str, change: Change) -> Result<(Token, Session), Denied> {
        let mut session = self.of(shown)?;
        match change {
            Change::Facet(facet) => session.facet = facet,
            Change::Proved(proof) if session.proofs.contains(&proof) => {}
            Change::Proved(proof) => session.proofs.push(proof),
        }
        let token = self.renewed(&token::digest(shown), &session)?;
        Ok((token, session))
    }

    /// Writes a session under a new token.
    fn renewed(&self, old: &Digest, session: &Session) -> Result<Token, Denied> {
        let token = Token::random()?;
        if row::replace(&self.store.database(), old, &token.digest(), session)? == 0 {
            // Ended, or renewed by a faster request, between two looks at it.
            return Err(AccessRefusal::SessionEnded.into());
        }
        Ok(token)
    }

    /// Sets the last use to what memory knows, if that is later than the file.
    fn remember_use(&self, session: &mut Session) {
        if let Some(used) = self.uses().get(&session.id) {
            session.used_at = session.used_at.max(instant(*used));
        }
    }

    fn drop_one(&self, database: &Connection, id: Uuid) -> Result<usize, Fault> {
        self.uses().remove(&id);
        Ok(database.execute("DELETE FROM sessions WHERE id = ?1", [id.to_string()])?)
    }

    fn uses(&self) -> MutexGuard<'_, HashMap<Uuid, i64>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
