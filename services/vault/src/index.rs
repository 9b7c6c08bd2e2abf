//! Finding a subject by its words without keeping them: a truncated keyed index.
//!
//! A token is some 20 bits of an HMAC of one word, under a key of the network and of the epoch. So
//! few bits never tell who it is: in a large network several words share one. A token of one epoch
//! compares with none of another, and dies with the epoch's key; to make it again, the vault keeps
//! what a subject is found by, under the subject's own key.

use std::collections::BTreeSet;

use rusqlite::Transaction;
use zeroize::Zeroizing;

use crate::epochs::{EpochKey, Wrapping};
use crate::error::VaultError;
use crate::keys::{Keys, Standing, begin};
use crate::seal::{Key, SubjectKeys, mac, pad, unpad};
use crate::words::Terms;

impl Keys {
    /// A subject is found by these terms from now on, and by no others.
    pub(crate) fn index(
        &mut self,
        network: &str,
        subject: &str,
        terms: &BTreeSet<String>,
    ) -> Result<(), VaultError> {
        let key = match self.standing(subject)? {
            Standing::Kept(key) => key,
            Standing::Forgotten if !terms.is_empty() => return Err(VaultError::Forgotten),
            Standing::Unknown if !terms.is_empty() => match self.begin(subject)? {
                Standing::Kept(key) => key,
                _ => return Err(VaultError::Forgotten),
            },
            // There is nothing to be found by, and nothing to take back.
            Standing::Forgotten | Standing::Unknown => return Ok(()),
        };
        let Self { database, epochs, held, .. } = self;
        let transaction = begin(database)?;
        held.follow(&transaction, &**epochs)?;
        transaction.execute("DELETE FROM found_by WHERE subject = ?1", [subject])?;
        transaction.execute("DELETE FROM findable WHERE subject = ?1", [subject])?;
        if !terms.is_empty() {
            keep(&transaction, &key, network, subject, terms)?;
            put(&transaction, &held.key, network, subject, terms)?;
        }
        transaction.commit()?;
        Ok(())
    }

    /// The subjects of a network that may have these terms.
    pub(crate) fn find(&mut self, network: &str, terms: &Terms) -> Result<Vec<String>, VaultError> {
        let Self { database, epochs, held, .. } = self;
        // One snapshot, so that tokens and epoch belong together.
        let transaction = database.transaction()?;
        held.follow(&transaction, &**epochs)?;
        let finding = held.key.finding(network);
        let mut select =
            transaction.prepare_cached("SELECT subject FROM found_by WHERE network = ?1 AND token = ?2")?;
        let mut having = |term: &String| -> rusqlite::Result<BTreeSet<String>> {
            select.query_map((network, token(&finding, term)), |row| row.get(0))?.collect()
        };
        let mut found = BTreeSet::new();
        match terms {
            // A number is the same when its end is: with or without the country in front.
            Terms::Number(forms) => {
                for form in forms {
                    found.extend(having(form)?);
                }
            }
            Terms::Words(words) => {
                for (nth, word) in words.iter().enumerate() {
                    let having = having(word)?;
                    found = if nth == 0 { having } else { &found & &having };
                }
            }
        }
        Ok(found.into_iter().collect())
    }
}

/// Keeps what a subject is found by, under its own key. It must have one in this very moment:
/// another process may have erased it.
fn keep(
    transaction: &Transaction<'_>,
    key: &Key,
    network: &str,
    subject: &str,
    terms: &BTreeSet<String>,
) -> Result<(), VaultError> {
    let lines: Vec<&str> = terms.iter().map(String::as_str).collect();
    let lines = Zeroizing::new(lines.join("\n"));
    let words = Wrapping::of(SubjectKeys::finding(key)).enclose(subject, &pad(&lines))?;
    let kept = transaction.execute(
        "INSERT INTO findable (subject, network, words) SELECT subject, ?2, ?3 FROM subject_keys \
         WHERE subject = ?1",
        (subject, network, words),
    )?;
    if kept == 1 { Ok(()) } else { Err(VaultError::Forgotten) }
}

/// What [`keep`] kept.
pub(crate) fn kept(key: &Key, subject: &str, words: &[u8]) -> Result<BTreeSet<String>, VaultError> {
    let lines = Wrapping::of(SubjectKeys::finding(key)).disclose(subject, words);
    let lines =
        lines.and_then(|lines| unpad(&lines)).ok_or(VaultError::Tampered("an index in vault.sqlite"))?;
    Ok(lines.lines().map(ToOwned::to_owned).collect())
}

/// Writes the tokens of a subject for an epoch.
pub(crate) fn put(
    transaction: &Transaction<'_>,
    key: &EpochKey,
    network: &str,
    subject: &str,
    terms: &BTreeSet<String>,
) -> rusqlite::Result<()> {
    let finding = key.finding(network);
    let mut insert = transaction.prepare_cached(
        "INSERT INTO found_by (network, token, subject) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    )?;
    for term in terms {
        insert.execute((network, token(&finding, term), subject))?;
    }
    Ok(())
}

/// 20 bits.
fn token(finding: &Key, term: &str) -> i64 {
    let mac = mac(finding, &[term.as_bytes()]);
    i64::from(u32::from_be_bytes([0, mac[0], mac[1], mac[2]]) >> 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::KeyFiles;

    fn tokens(connection: &rusqlite::Connection, subject: &str) -> Vec<i64> {
        let mut select =
            connection.prepare("SELECT token FROM found_by WHERE subject = ?1 ORDER BY token").unwrap();
        select.query_map([subject], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    fn words(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_token_has_20_bits_and_is_of_its_network_and_epoch() {
        let (one, other) = (EpochKey::random().unwrap(), EpochKey::random().unwrap());
        let of = |key: &EpochKey, network: &str| -> Vec<i64> {
            (0..64).map(|n| token(&key.finding(network), &format!("word{n}"))).collect()
        };
        assert!(of(&one, "brussels").iter().all(|token| (0..1 << 20).contains(token)));
        assert!(of(&one, "brussels").iter().any(|token| *token >= 1 << 19), "all 20 are used");
        assert_ne!(of(&one, "brussels"), of(&one, "quebec"));
        assert_ne!(of(&one, "brussels"), of(&other, "brussels"));
    }

    #[test]
    fn an_erasure_removes_the_index_of_the_erased_and_makes_that_of_others_anew() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = Keys::open(folder.path(), Box::new(KeyFiles::open(folder.path()).unwrap())).unwrap();
        let of_both = words(&["nora", "samir", "odile", "karim"]);
        for subject in ["one", "two"] {
            keys.index("brussels", subject, &of_both).unwrap();
        }
        let before = tokens(&keys.database, "two");
        keys.erase(&BTreeSet::from(["one"])).unwrap();
        assert_eq!(tokens(&keys.database, "one"), Vec::<i64>::new());
        assert_eq!(tokens(&keys.database, "two").len(), before.len());
        assert_ne!(tokens(&keys.database, "two"), before);
        let kept: i64 =
            keys.database.query_row("SELECT count(*) FROM findable", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 1);
    }
}
