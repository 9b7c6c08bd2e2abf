//! What was begun and waits for its next step: a second factor after a password, a passkey's
//! challenge, the way out to an organisation's own sign-in. Half way is not signed in.

use chrono::TimeDelta;
use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::store::{Store, millis};
use crate::token::{self, Token};

/// How many steps may wait at once on this node; the oldest go first. A step costs at most some
/// kilobytes, and anybody may begin one.
const MOST: u32 = 20_000;

/// Something somebody is half way through.
pub trait Step: Serialize + DeserializeOwned {
    /// What it is, in the file.
    const KIND: &'static str;
    /// How long it waits.
    const WAITS: TimeDelta;
}

/// The steps of a node.
#[derive(Debug, Clone)]
pub struct Steps {
    store: Store,
}

impl Steps {
    /// Those in this file.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Begins one; whoever shows the token goes on with it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn begin<S: Step>(&self, step: &S) -> Result<Token, Denied> {
        let token = Token::random()?;
        let state = serde_json::to_string(step).map_err(|_| Fault::Unreadable(S::KIND))?;
        let over = millis(self.store.now() + S::WAITS);
        let mut database = self.store.database();
        let transaction = database.transaction()?;
        transaction.execute(
            "INSERT INTO steps (digest, kind, state, over_at) VALUES (?1, ?2, ?3, ?4)",
            (token.digest(), S::KIND, state, over),
        )?;
        transaction.execute(
            "DELETE FROM steps WHERE digest IN (
                 SELECT digest FROM steps ORDER BY over_at DESC LIMIT -1 OFFSET ?1)",
            [MOST],
        )?;
        transaction.commit()?;
        Ok(token)
    }

    /// Looks at one that goes on waiting: a wrong code may be typed again.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInStepExpired`] when it is over, unknown, or of another kind.
    pub fn look<S: Step>(&self, shown: &str) -> Result<S, Denied> {
        let state: Option<String> = self
            .store
            .database()
            .prepare_cached("SELECT state FROM steps WHERE digest = ?1 AND kind = ?2 AND over_at > ?3")?
            .query_row((token::digest(shown), S::KIND, millis(self.store.now())), |row| row.get(0))
            .optional()?;
        read::<S>(state)
    }

    /// Takes one: it is over with this, whatever comes of it.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInStepExpired`] when it is over, unknown, or of another kind.
    pub fn take<S: Step>(&self, shown: &str) -> Result<S, Denied> {
        let state: Option<String> = self
            .store
            .database()
            .prepare_cached(
                "DELETE FROM steps WHERE digest = ?1 AND kind = ?2 AND over_at > ?3 RETURNING state",
            )?
            .query_row((token::digest(shown), S::KIND, millis(self.store.now())), |row| row.get(0))
            .optional()?;
        read::<S>(state)
    }
}

fn read<S: Step>(state: Option<String>) -> Result<S, Denied> {
    let state = state.ok_or(AccessRefusal::SignInStepExpired)?;
    serde_json::from_str(&state).map_err(|_| Fault::Unreadable(S::KIND).into())
}
