//! Locking a tablet and going on with a short PIN.
//!
//! The PIN belongs to one session, so to one device: it opens nothing elsewhere and goes with the
//! session. Four digits are easily guessed, so five wrong ones wipe it and end the session. A try is
//! counted before it is checked: trying at the same time from many requests gains nothing.

use rusqlite::{Connection, OptionalExtension};

use super::{Proof, Session, Sessions, Standing, row};
use crate::denied::Denied;
use crate::password::{Checked, Lane, Passwords};
use crate::refusal::AccessRefusal;
use crate::token::{self, Digest, Token};

/// How many wrong PINs wipe it.
pub const TRIES: u32 = 5;
/// How many digits it has.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=8;

impl Sessions {
    /// Gives a session a PIN on this device, or another one. Typing it later is a change of privilege,
    /// and so is this: the session goes on under a new token.
    ///
    /// # Errors
    /// [`AccessRefusal::PinNotDigits`], [`AccessRefusal::PinTooSimple`], [`AccessRefusal::SignInBusy`],
    /// and those of [`Sessions::of`].
    pub async fn set_pin(
        &self,
        passwords: &Passwords,
        shown: &str,
        pin: &str,
    ) -> Result<(Token, Session), Denied> {
        let pin = digits(pin)?;
        let mut session = self.of(shown)?;
        let hashed = passwords.hash_pin(&pin).await?;
        let token = self.renewed(&token::digest(shown), &session)?;
        self.store.database().execute(
            "UPDATE sessions SET pin = ?2, pin_wrong = 0 WHERE digest = ?1",
            (token.digest(), hashed),
        )?;
        session.has_pin = true;
        Ok((token, session))
    }

    /// Locks a session until its PIN is typed.
    ///
    /// # Errors
    /// [`AccessRefusal::PinMissing`] when nothing could unlock it, and those of [`Sessions::of`].
    pub fn lock(&self, shown: &str) -> Result<Session, Denied> {
        let mut session = self.of(shown)?;
        if !session.has_pin {
            return Err(AccessRefusal::PinMissing.into());
        }
        row::lock(&self.store.database(), &token::digest(shown))?;
        session.locked = true;
        Ok(session)
    }

    /// Goes on with a locked session, under a new token.
    ///
    /// # Errors
    /// [`AccessRefusal::PinWrong`], [`AccessRefusal::PinWiped`], [`AccessRefusal::PinMissing`],
    /// [`AccessRefusal::SignInBusy`] and [`AccessRefusal::SessionEnded`].
    pub async fn resume(
        &self,
        passwords: &Passwords,
        shown: &str,
        pin: &str,
    ) -> Result<(Token, Session), Denied> {
        let Standing { digest, mut session, .. } = self.standing(shown)?;
        let (hashed, tries) = self.begin_try(&digest)?;
        match passwords.check(Lane::Known, pin.trim(), Some(&hashed)).await {
            Ok(Checked::Right { .. }) => {}
            Ok(Checked::Wrong) if tries >= TRIES => {
                self.drop_one(&self.store.database(), session.id)?;
                return Err(AccessRefusal::PinWiped.into());
            }
            Ok(Checked::Wrong) => return Err(AccessRefusal::PinWrong { left: TRIES - tries }.into()),
            Err(busy) => {
                count(&self.store.database(), &digest, -1)?;
                return Err(busy);
            }
        }
        session.locked = false;
        session.used_at = self.store.now();
        if !session.proofs.contains(&Proof::Pin) {
            session.proofs.push(Proof::Pin);
        }
        let token = self.renewed(&digest, &session)?;
        self.store
            .database()
            .execute("UPDATE sessions SET pin_wrong = 0 WHERE digest = ?1", [token.digest()])?;
        Ok((token, session))
    }

    /// Counts a try, and gives the hash to check it against.
    fn begin_try(&self, digest: &Digest) -> Result<(String, u32), Denied> {
        let mut database = self.store.database();
        let transaction = database.transaction()?;
        let (pin, wrong): (Option<String>, u32) = transaction
            .query_row("SELECT pin, pin_wrong FROM sessions WHERE digest = ?1", [digest], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?
            .ok_or(AccessRefusal::SessionEnded)?;
        let pin = pin.ok_or(AccessRefusal::PinMissing)?;
        if wrong >= TRIES {
            return Err(AccessRefusal::PinWiped.into());
        }
        count(&transaction, digest, 1)?;
        transaction.commit()?;
        Ok((pin, wrong + 1))
    }
}

fn count(database: &Connection, digest: &Digest, by: i32) -> Result<(), Denied> {
    database
        .execute("UPDATE sessions SET pin_wrong = max(0, pin_wrong + ?2) WHERE digest = ?1", (digest, by))?;
    Ok(())
}

/// The PIN as typed, if it may be one.
fn digits(pin: &str) -> Result<String, AccessRefusal> {
    let pin = pin.trim();
    if !DIGITS.contains(&pin.len()) || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AccessRefusal::PinNotDigits);
    }
    if too_simple(pin.as_bytes()) {
        return Err(AccessRefusal::PinTooSimple);
    }
    Ok(pin.to_owned())
}

/// One digit, a run up or down, one pair again and again, or a year of birth.
fn too_simple(pin: &[u8]) -> bool {
    let steps: Vec<i16> = pin.windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0])).collect();
    let run = steps.iter().all(|step| *step == steps[0]) && steps[0].abs() <= 1;
    let pairs = pin.len().is_multiple_of(2) && pin.chunks(2).all(|pair| pair == &pin[..2]);
    let year = pin.len() == 4 && (pin.starts_with(b"19") || pin.starts_with(b"20"));
    run || pairs || year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_four_to_eight_digits() {
        for pin in ["123", "123456789", "12a4", "", "١٢٣٤"] {
            assert_eq!(digits(pin), Err(AccessRefusal::PinNotDigits), "{pin}");
        }
        for pin in ["8305", " 830516 ", "83051627"] {
            assert_eq!(digits(pin).as_deref(), Ok(pin.trim()));
        }
    }

    #[test]
    fn the_pins_everybody_tries_first_are_refused() {
        for pin in ["0000", "1234", "4321", "98765", "1212", "1984", "2010", "55555555"] {
            assert_eq!(digits(pin), Err(AccessRefusal::PinTooSimple), "{pin}");
        }
        for pin in ["2580", "1357", "2984"] {
            assert!(digits(pin).is_ok(), "{pin}");
        }
    }
}
