//! Links by which a volunteer answers one question without signing in: whether they go along with
//! somebody. A link opens one pairing for one member, until its time is over or it is revoked; what may be
//! read and done by it is for whoever takes it to bound.
//!
//! It stays good after a yes, so that a second tap on a bad line finds what the first one did; the rules
//! of the pairing see to it that only the first answer counts. Several may be good for the same question:
//! each letter has its own. Whoever writes the letters makes, takes back and revokes them (`mail`).

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

    /// Makes a link. Those there were for the same stay good: a letter that is sent again may follow one
    /// that did arrive. What is answered says in which network it is good (`brussels.7K2...`), is given to
    /// the volunteer alone, and is kept nowhere.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn make(&self, to: &LinkTo, until: DateTime<Utc>) -> Result<String, Denied> {
        let token = Token::random()?;
        let (network, pairing, member) = to.words();
        let mut database = self.store.database();
        let transaction = database.transaction()?;
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

    /// Takes a link back that was given to nobody: its letter did not leave.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_back(&self, made: &str) -> Result<(), Denied> {
        let Some((network, token)) = made.split_once('.') else { return Ok(()) };
        self.store.database().execute(
            "DELETE FROM links WHERE digest = ?1 AND network = ?2",
            (token::digest(token), network),
        )?;
        Ok(())
    }

    /// Revokes every link of a member: when they leave. How many there were.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn revoke_member(&self, network: &NetworkId, member: MemberId) -> Result<usize, Denied> {
        let gone = self.store.database().execute(
            "DELETE FROM links WHERE network = ?1 AND member = ?2",
            (network.to_string(), member.to_string()),
        )?;
        Ok(gone)
    }

    /// Revokes every link to a pairing: when it was declined, ran out or ended. One that was accepted keeps
    /// them, so that a second tap finds that the first one counted. How many there were.
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
