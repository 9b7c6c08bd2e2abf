//! Which devices an account has signed in on before: such a device has tries of its own, so that
//! strangers who guess at the account do not lock its holder out.

use chrono::TimeDelta;
use rusqlite::OptionalExtension;

use crate::denied::Denied;
use crate::store::{Holder, Store, millis};
use crate::token::{self, Token};

/// How long a device stays known after the last sign-in on it.
pub const KNOWN_FOR: TimeDelta = TimeDelta::days(180);
/// How many devices of one account are known; the one that was not used for longest goes first.
const MOST: u32 = 10;

/// The devices that accounts are known on.
#[derive(Debug, Clone)]
pub struct Devices {
    store: Store,
}

impl Devices {
    /// Those in this file.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// After a sign-in: gives the device a token to show at the next one, in a cookie of its own. It
    /// proves nothing about who sits there and opens nothing.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remember(&self, holder: &Holder) -> Result<Token, Denied> {
        let token = Token::random()?;
        let (network, account) = (holder.network.to_string(), holder.account.to_string());
        let mut database = self.store.database();
        let transaction = database.transaction()?;
        transaction.execute(
            "INSERT INTO devices (digest, network, account, over_at) VALUES (?1, ?2, ?3, ?4)",
            (token.digest(), &network, &account, millis(self.store.now() + KNOWN_FOR)),
        )?;
        transaction.execute(
            "DELETE FROM devices WHERE digest IN (
                 SELECT digest FROM devices WHERE network = ?1 AND account = ?2
                 ORDER BY over_at DESC LIMIT -1 OFFSET ?3)",
            (&network, &account, MOST),
        )?;
        transaction.commit()?;
        Ok(token)
    }

    /// Whether this account has signed in on the device that shows this token.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows(&self, holder: &Holder, shown: &str) -> Result<bool, Denied> {
        let found = self
            .store
            .database()
            .prepare_cached(
                "SELECT 1 FROM devices
                 WHERE digest = ?1 AND network = ?2 AND account = ?3 AND over_at > ?4",
            )?
            .query_row(
                (
                    token::digest(shown),
                    holder.network.to_string(),
                    holder.account.to_string(),
                    millis(self.store.now()),
                ),
                |_| Ok(()),
            )
            .optional()?;
        Ok(found.is_some())
    }

    /// No device is known to this account any more: when it is removed or recovered.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget(&self, holder: &Holder) -> Result<(), Denied> {
        self.store.database().execute(
            "DELETE FROM devices WHERE network = ?1 AND account = ?2",
            (holder.network.to_string(), holder.account.to_string()),
        )?;
        Ok(())
    }
}
