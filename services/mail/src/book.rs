//! `mail.sqlite`: which letters are to be sent, and what became of them. It holds no address, no text
//! and no token: a letter is written at the moment it leaves, from what is known then.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{MemberId, NetworkId, PairingId, Position};
use rusqlite::{Connection, OptionalExtension, Row};
use thiserror::Error;
use uuid::Uuid;

use crate::patience;

const TABLES: &str = include_str!("tables.sql");
/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it is remembered what became of a letter, after the proposal's deadline.
const REMEMBERED: TimeDelta = TimeDelta::days(30);
/// The one kind of letter there is.
const PROPOSAL: &str = "proposal";

/// Why the file cannot be used.
#[derive(Debug, Error)]
pub enum BookError {
    /// The file itself.
    #[error("{file}")]
    File {
        /// Which.
        file: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// What SQLite says.
    #[error("mail.sqlite")]
    Database(#[from] rusqlite::Error),
    /// Something in it is not what today's code writes.
    #[error("mail.sqlite: {0} cannot be read")]
    Unreadable(&'static str),
}

/// A letter to be sent, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id, which follows from the cause.
    pub id: Uuid,
    /// The network.
    pub network: NetworkId,
    /// The pairing that is proposed.
    pub pairing: PairingId,
    /// The volunteer it was proposed to.
    pub member: MemberId,
    /// Until when they may answer.
    pub deadline: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u32,
}

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The server took it.
    Sent,
    /// The gate of what leaves said no.
    Suppressed,
    /// The server will never take it.
    Refused,
    /// There was nothing to ask any more, or nobody to write to.
    Over,
}

impl Ending {
    /// Its name, in the file and in metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Suppressed => "suppressed",
            Self::Refused => "refused",
            Self::Over => "over",
        }
    }
}

/// The file.
pub struct Book {
    database: Mutex<Connection>,
}

impl Book {
    /// Opens `mail.sqlite` in a folder, or makes it on first use.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn open(folder: &Path) -> Result<Self, BookError> {
        let file = folder.join("mail.sqlite");
        for_owner_only(&file)?;
        let database = Connection::open(&file)?;
        database.busy_timeout(PATIENCE)?;
        database.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        // A letter that was sent must not be due again because the power went.
        database.pragma_update(None, "synchronous", "FULL")?;
        database.execute_batch(TABLES)?;
        Ok(Self { database: Mutex::new(database) })
    }

    fn database(&self) -> MutexGuard<'_, Connection> {
        // Whoever panicked left nothing half done: the transaction rolled back.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Up to where the journal was looked at.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn position(&self) -> Result<Position, BookError> {
        let found: Option<i64> =
            self.database().query_row("SELECT position FROM followed", [], |row| row.get(0)).optional()?;
        Ok(Position(found.and_then(|position| u64::try_from(position).ok()).unwrap_or(0)))
    }

    /// Takes letters on and notes how far the journal was looked at, both or neither. A letter that is
    /// there already stays as it is.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_on(&self, letters: &[Letter], now: DateTime<Utc>, seen: Position) -> Result<(), BookError> {
        let mut database = self.database();
        let transaction = database.transaction()?;
        for letter in letters {
            transaction.execute(
                "INSERT INTO letters (id, network, kind, pairing, member, deadline, next_try, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting') ON CONFLICT DO NOTHING",
                (
                    letter.id.to_string(),
                    letter.network.to_string(),
                    PROPOSAL,
                    letter.pairing.to_string(),
                    letter.member.to_string(),
                    letter.deadline.timestamp_millis(),
                    now.timestamp_millis(),
                ),
            )?;
        }
        transaction.execute(
            "INSERT INTO followed (one, position) VALUES (1, ?1)
             ON CONFLICT DO UPDATE SET position = excluded.position",
            [i64::try_from(seen.0).unwrap_or(i64::MAX)],
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// The letters whose time has come, the longest waiting first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn due(&self, now: DateTime<Utc>, most: usize) -> Result<Vec<Letter>, BookError> {
        let database = self.database();
        let mut statement = database.prepare_cached(
            "SELECT id, network, pairing, member, deadline, attempts FROM letters
             WHERE state = 'waiting' AND next_try <= ?1 ORDER BY next_try, id LIMIT ?2",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = statement.query_map((now.timestamp_millis(), most), |row| Ok(letter(row)))?;
        rows.map(|row| row?).collect()
    }

    /// An attempt begins: if nobody says what came of it, there is another one after a while.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn attempt(&self, letter: &Letter, now: DateTime<Utc>) -> Result<(), BookError> {
        let attempts = letter.attempts + 1;
        self.database().execute(
            "UPDATE letters SET attempts = ?2, next_try = ?3 WHERE id = ?1 AND state = 'waiting'",
            (letter.id.to_string(), attempts, (now + patience::after(attempts)).timestamp_millis()),
        )?;
        Ok(())
    }

    /// What became of a letter, for good.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end(&self, letter: &Letter, ending: Ending) -> Result<(), BookError> {
        self.database()
            .execute("UPDATE letters SET state = ?2 WHERE id = ?1", (letter.id.to_string(), ending.name()))?;
        Ok(())
    }

    /// Forgets what became of letters a month after their time; how many still wait.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn tidy(&self, now: DateTime<Utc>) -> Result<u64, BookError> {
        let database = self.database();
        database.execute(
            "DELETE FROM letters WHERE state != 'waiting' AND deadline < ?1",
            [(now - REMEMBERED).timestamp_millis()],
        )?;
        let waiting: i64 = database
            .prepare_cached("SELECT count(*) FROM letters WHERE state = 'waiting'")?
            .query_row([], |row| row.get(0))?;
        Ok(u64::try_from(waiting).unwrap_or(0))
    }
}

fn letter(row: &Row<'_>) -> Result<Letter, BookError> {
    let text = |place: usize| row.get::<_, String>(place);
    let unreadable = || BookError::Unreadable("a letter");
    Ok(Letter {
        id: text(0)?.parse().map_err(|_| unreadable())?,
        network: text(1)?.parse().map_err(|_| unreadable())?,
        pairing: text(2)?.parse().map_err(|_| unreadable())?,
        member: text(3)?.parse().map_err(|_| unreadable())?,
        deadline: DateTime::from_timestamp_millis(row.get(4)?).ok_or_else(unreadable)?,
        attempts: row.get(5)?,
    })
}

/// Makes the file, if it is not there, so that only its owner reads it.
fn for_owner_only(file: &Path) -> Result<(), BookError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let unusable = |source| BookError::File { file: file.to_owned(), source };
    options.open(file).map(drop).map_err(unusable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_700_000_000_000).unwrap()
    }

    fn letter(number: u128) -> Letter {
        let id = |kind: u128| Uuid::from_u128((kind << 64) | number);
        Letter {
            id: id(1),
            network: "brussels".parse().unwrap(),
            pairing: PairingId(id(2)),
            member: MemberId(id(3)),
            deadline: noon() + TimeDelta::days(3),
            attempts: 0,
        }
    }

    #[test]
    fn a_cause_is_one_letter_whatever_becomes_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(folder.path()).unwrap();
        let one = letter(1);
        book.take_on(&[one.clone(), letter(2)], noon(), Position(7)).unwrap();
        book.end(&one, Ending::Sent).unwrap();
        // The journal is looked at again, from wherever.
        book.take_on(std::slice::from_ref(&one), noon(), Position(9)).unwrap();
        let again = Book::open(folder.path()).unwrap();
        assert_eq!(again.due(noon(), 10).unwrap(), [letter(2)]);
        assert_eq!((again.position().unwrap(), again.tidy(noon()).unwrap()), (Position(9), 1));
    }

    #[test]
    fn an_attempt_nobody_hears_of_again_is_followed_by_another() {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(folder.path()).unwrap();
        book.take_on(&[letter(1)], noon(), Position(1)).unwrap();
        let mut now = noon();
        for (attempts, minutes) in [(1, 1), (2, 5), (3, 15), (4, 60), (5, 60)] {
            let due = book.due(now, 10).unwrap().remove(0);
            book.attempt(&due, now).unwrap();
            assert_eq!(book.due(now, 10).unwrap(), []);
            now += TimeDelta::minutes(minutes);
            assert_eq!(book.due(now - TimeDelta::milliseconds(1), 10).unwrap(), []);
            assert_eq!(book.due(now, 10).unwrap()[0].attempts, attempts);
        }
    }

    #[test]
    fn what_became_of_a_letter_is_forgotten_a_month_after_its_time() {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(folder.path()).unwrap();
        book.take_on(&[letter(1), letter(2)], noon(), Position(1)).unwrap();
        book.end(&letter(1), Ending::Refused).unwrap();
        let count = |book: &Book| {
            book.database().query_row("SELECT count(*) FROM letters", [], |row| row.get::<_, u32>(0)).unwrap()
        };
        book.tidy(noon() + TimeDelta::days(33)).unwrap();
        assert_eq!(count(&book), 2);
        book.tidy(noon() + TimeDelta::days(33) + TimeDelta::seconds(1)).unwrap();
        assert_eq!(count(&book), 1, "what waits stays");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(folder.path()).unwrap();
        book.take_on(&[letter(1)], noon(), Position(1)).unwrap();
        for file in ["mail.sqlite", "mail.sqlite-wal"] {
            let mode = std::fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{file} has mode {mode:o}");
        }
    }
}
