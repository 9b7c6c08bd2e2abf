//! Links by which a volunteer answers one question without signing in: whether they go along with
//! somebody. A link opens one pairing for one member, until its time is over or it is revoked; what may be
//! read and done by it is for whoever takes it to bound.
//!
//! It stays good after an answer, so that a second tap on a bad line finds what the first one did; the
//! rules of the pairing see to it that only the first answer counts.

use chrono::{DateTime, Utc};
use kernel::{MemberId, NetworkId, PairingId};
use rusqlite::OptionalExtension;

use crate::denied::{Denied, Fault};
use crate::store::{Store, millis};
use crate::token::{self, Token};

/// How many links are kept at most; those that are over first go first.
const MOST: u32 = 50_000;

/// What a link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTo {
    /// The network.
    pub network: NetworkId,
    /// The pairing that is proposed.
    pub pairing: PairingId,
    /// The volunteer who is asked.
    pub member: MemberId,
}

/// The links of a node.
#[derive(Debug, Clone)]
pub struct Links {
    store: Store,
}

impl Links {
    /// Those in this file.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Makes a link; the one there was for the same is worth nothing from now on. What is answered says in
    /// which network it is good (`brussels.7K2...`), is given to the volunteer alone, and is kept nowhere.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn make(&self, to: &LinkTo, until: DateTime<Utc>) -> Result<String, Denied> {
        let token = Token::random()?;
        let (network, pairing, member) = to.words();
        let mut database = self.store.database();
        let transaction = database.transaction()?;
        transaction.execute(
            "DELETE FROM links WHERE network = ?1 AND pairing = ?2 AND member = ?3",
            (&network, &pairing, &member),
        )?;
        transaction.execute(
            "INSERT INTO links (digest, network, pairing, member, over_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (token.digest(), &network, &pairing, &member, millis(until)),
        )?;
        transaction.execute(
            "DELETE FROM links WHERE digest IN (
                 SELECT digest FROM links ORDER BY over_at DESC LIMIT -1 OFFSET ?1)",
            [MOST],
        )?;
        transaction.commit()?;
        Ok(format!("{network}.{}", token.as_str()))
    }

    /// What a link is for; nothing when it is unknown, over or revoked, and nobody learns which.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn look(&self, shown: &str) -> Result<Option<LinkTo>, Denied> {
        let Some((network, token)) = shown.trim().split_once('.') else { return Ok(None) };
        let found: Option<(String, String)> = self
            .store
            .database()
            .prepare_cached(
                "SELECT pairing, member FROM links WHERE digest = ?1 AND network = ?2 AND over_at > ?3",
            )?
            .query_row((token::digest(token), network, millis(self.store.now())), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let Some((pairing, member)) = found else { return Ok(None) };
        let unreadable = || Fault::Unreadable("a link");
        Ok(Some(LinkTo {
            network: network.parse().map_err(|_| unreadable())?,
            pairing: pairing.parse().map_err(|_| unreadable())?,
            member: member.parse().map_err(|_| unreadable())?,
        }))
    }

    /// Revokes every link to a pairing: when it is closed, or somebody else is asked. How many there were.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn revoke(&self, network: &NetworkId, pairing: PairingId) -> Result<usize, Denied> {
        let gone = self.store.database().execute(
            "DELETE FROM links WHERE network = ?1 AND pairing = ?2",
            (network.to_string(), pairing.to_string()),
        )?;
        Ok(gone)
    }
}

impl LinkTo {
    fn words(&self) -> (String, String, String) {
        (self.network.to_string(), self.pairing.to_string(), self.member.to_string())
    }
}
