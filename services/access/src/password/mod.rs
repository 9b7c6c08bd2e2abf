//! Passwords and PINs: hashed with argon2id, never kept.
//!
//! A hash costs a whole core for some 30 milliseconds and 19 `MiB`, on purpose. So there are never more at
//! once than cores, those who wait are few, and strangers do not stand in the way of devices that an
//! account is known on ([`Lane`]). A sign-in name that nobody has costs the same as one that somebody
//! has.
//!
//! Read on in [`lanes`] (who waits where) and [`judge`] (which passwords are refused).

pub mod judge;
mod lanes;

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::token;

pub use judge::{Around, judge};
pub use lanes::Lane;
use lanes::Lanes;

/// What a hash costs.
///
/// OWASP Password Storage Cheat Sheet: argon2id with at least 19 `MiB`, 2 passes, 1 lane. RFC 9106
/// recommends more memory where there is more; the cost is stored with each hash, so it may be raised
/// here at any time, and each password is hashed anew when it is next typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in `KiB`.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2, lanes: 1 }
    }
}

impl Cost {
    /// The least that argon2id works with: for tests of what is around it.
    pub const LEAST: Self = Self { memory: 8, passes: 1, lanes: 1 };
}

/// What came of checking a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// It is not this one.
    Wrong,
    /// It is.
    Right {
        /// The same password hashed at today's cost, to be kept from now on, when the old hash was
        /// cheaper.
        rehashed: Option<String>,
    },
}

/// Hashes passwords, a few at a time.
#[derive(Clone)]
pub struct Passwords {
    cost: Cost,
    lanes: Arc<Lanes>,
    nobodys: Arc<str>,
}

impl Passwords {
    /// With this cost, on this many cores.
    ///
    /// # Errors
    /// When the cost makes no sense, or the machine gives no random bytes.
    pub fn new(cost: Cost, cores: usize) -> Result<Self, Fault> {
        // Compared with what is typed for accounts that do not exist; nobody knows what it is the
        // hash of.
        let nobodys = hash(cost, token::Token::random()?.as_str())?.into();
        Ok(Self { cost, lanes: Arc::new(Lanes::new(cores)), nobodys })
    }

    /// With the default cost, on all cores of this machine.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn of_this_machine() -> Result<Self, Fault> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self::new(Cost::default(), cores)
    }

    /// Hashes a new password, if it is not one that somebody would guess.
    ///
    /// # Errors
    /// One of the `Password…` refusals, or [`AccessRefusal::SignInBusy`].
    pub async fn hash(&self, password: &str, around: &Around<'_>) -> Result<String, Denied> {
        judge(password, around)?;
        self.hash_as_it_is(password).await
    }

    /// Hashes a PIN; which PINs are refused is the session's to say.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInBusy`].
    pub(crate) async fn hash_pin(&self, pin: &str) -> Result<String, Denied> {
        self.hash_as_it_is(pin).await
    }

    async fn hash_as_it_is(&self, clear: &str) -> Result<String, Denied> {
        let (cost, clear) = (self.cost, Zeroizing::new(clear.to_owned()));
        self.lanes.run(Lane::Known, move || hash(cost, &clear)).await?.map_err(Denied::from)
    }

    /// Whether a password is the one that was hashed. Nothing kept (no such account, or it has no
    /// password) takes as long and is wrong.
    ///
    /// # Errors
    /// [`AccessRefusal::SignInBusy`] when too many are waiting: the same may be sent again.
    pub async fn check(&self, lane: Lane, typed: &str, kept: Option<&str>) -> Result<Checked, Denied> {
        // Nothing longer was ever hashed; it costs what any other wrong one costs.
        let typed = if typed.len() > judge::MOST { "" } else { typed };
        let (cost, typed) = (self.cost, Zeroizing::new(typed.to_owned()));
        let exists = kept.is_some();
        let kept = kept.unwrap_or(&self.nobodys).to_owned();
        self.lanes
            .run(lane, move || {
                let right = verify(&typed, &kept)?;
                if !(right && exists) {
                    return Ok(Checked::Wrong);
                }
                let rehashed = weaker(&kept, cost).then(|| hash(cost, &typed)).transpose()?;
                Ok(Checked::Right { rehashed })
            })
            .await?
            .map_err(|fault: Fault| fault.into())
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passwords").field("cost", &self.cost).finish_non_exhaustive()
    }
}

fn hash(cost: Cost, clear: &str) -> Result<String, Fault> {
    let params = Params::new(cost.memory, cost.passes, cost.lanes, None)
        .map_err(|error| Fault::Configuration(format!("argon2id cannot work at this cost: {error}")))?;
    let mut salt = [0; 16];
    token::fill(&mut salt)?;
    let salt = SaltString::encode_b64(&salt).map_err(failed)?;
    let hashed = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(clear.as_bytes(), &salt)
        .map_err(failed)?;
    Ok(hashed.to_string())
}

/// By the algorithm and the cost that stand in the hash itself.
fn verify(typed: &str, kept: &str) -> Result<bool, Fault> {
    let kept = PasswordHash::new(kept).map_err(|_| Fault::Unreadable("the hash of a password"))?;
    match Argon2::default().verify_password(typed.as_bytes(), &kept) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::Password) => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

/// Whether a hash costs less than one made today.
fn weaker(kept: &str, cost: Cost) -> bool {
    let Ok(kept) = PasswordHash::new(kept) else { return true };
    let Ok(params) = Params::try_from(&kept) else { return true };
    kept.algorithm != argon2::ARGON2ID_IDENT
        || params.m_cost() < cost.memory
        || params.t_cost() < cost.passes
        || params.p_cost() < cost.lanes
}

fn failed(error: argon2::password_hash::Error) -> Fault {
    Fault::Hashing(error.to_string())
}

/// The refusal when too many wait.
pub(crate) fn busy() -> Denied {
    AccessRefusal::SignInBusy { seconds: lanes::TRY_AGAIN_AFTER }.into()
}
