//! The second factor: codes that change with time, and codes on paper for the day the telephone is
//! lost.
//!
//! RFC 6238 with the parameters every authenticator app knows: SHA-1, six digits, thirty seconds. A code
//! counts in its own step and the one before and after (clocks differ), and only once. The secret is
//! kept by the account, sealed; here is only which step was used last.

mod base32;
pub mod recovery;

use chrono::TimeDelta;
use qrcode::QrCode;
use qrcode::render::svg;
use rusqlite::TransactionBehavior;
use totp_rs::{Algorithm, Builder, Totp};
use url::Url;
use zeroize::Zeroizing;

use crate::denied::{Denied, Fault};
use crate::refusal::AccessRefusal;
use crate::store::{Holder, Store, millis};
use crate::token;

/// Bytes of a secret: as many as SHA-1 gives (RFC 4226, section 4).
const SECRET: usize = 20;
/// Seconds a code is shown.
const STEP: u64 = 30;
/// Steps before and after now that count too.
const SKEW: u16 = 1;
/// How long a used step is remembered: longer than it counts.
const REMEMBERED: TimeDelta = TimeDelta::minutes(5);

/// What somebody needs to set an authenticator app up. Shown once; the secret is then the account's to
/// keep, sealed.
pub struct Enrolment {
    /// The secret in base32, for typing.
    pub secret: Zeroizing<String>,
    /// The same as an address that apps read.
    pub address: Zeroizing<String>,
    /// The same as a picture to scan.
    pub picture: Zeroizing<String>,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

/// Checks codes.
#[derive(Debug, Clone)]
pub struct SecondFactor {
    store: Store,
}

impl SecondFactor {
    /// With the used steps of this file.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// A new secret for an app, named in it after the network and the account. It counts once a first
    /// code of it was right ([`Self::check`]).
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn enrol(&self, network: &str, account: &str) -> Result<Enrolment, Denied> {
        let mut bytes = Zeroizing::new([0; SECRET]);
        token::fill(bytes.as_mut())?;
        let secret = Zeroizing::new(base32::encode(bytes.as_slice()));
        let address = Zeroizing::new(address(&secret, network, account)?);
        let picture = Zeroizing::new(picture(&address)?);
        Ok(Enrolment { secret, address, picture })
    }

    /// Whether a code is the one of this moment, and takes it: the same code never counts again, nor
    /// does an earlier one.
    ///
    /// # Errors
    /// [`AccessRefusal::SecondFactorWrong`] and [`AccessRefusal::SecondFactorUsed`].
    pub fn check(&self, holder: &Holder, secret: &str, code: &str) -> Result<(), Denied> {
        let now = self.store.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        let code: String = code.chars().filter(|character| !character.is_whitespace()).collect();
        let step = totp(secret)?.check(&code, seconds).ok_or(AccessRefusal::SecondFactorWrong)?;
        let step = i64::try_from(step).unwrap_or(i64::MAX);
        let mut database = self.store.database();
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // One statement: of two requests with the same code one comes second.
        let taken = transaction.execute(
            "INSERT INTO codes_used (key, step, over_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET step = ?2, over_at = ?3 WHERE step < ?2",
            (holder.key(), step, millis(now + REMEMBERED)),
        )?;
        transaction.commit()?;
        if taken == 0 { Err(AccessRefusal::SecondFactorUsed.into()) } else { Ok(()) }
    }
}

fn totp(secret: &str) -> Result<Totp, Fault> {
    let bytes: Zeroizing<[u8; SECRET]> = base32::decode(secret)
        .and_then(|bytes| <[u8; SECRET]>::try_from(bytes.as_slice()).ok())
        .map(Zeroizing::new)
        .ok_or(Fault::Unreadable("the secret of a second factor"))?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(SKEW)
        .with_step_duration(STEP)
        .with_secret(*bytes)
        .build()
        .map_err(|_| Fault::Unreadable("the secret of a second factor"))
}

/// <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>
fn address(secret: &str, network: &str, account: &str) -> Result<String, Fault> {
    let faulty = |_| Fault::Configuration("the address of a second factor cannot be made".to_owned());
    let mut address = Url::parse("otpauth://totp/").map_err(faulty)?;
    // A colon parts the two names, so none may stand in them.
    let (network, account) = (network.replace(':', " "), account.replace(':', " "));
    address.set_path(&format!("/{network}:{account}"));
    address
        .query_pairs_mut()
        .append_pair("secret", secret)
        .append_pair("issuer", &network)
        .append_pair("algorithm", "SHA1")
        .append_pair("digits", "6")
        .append_pair("period", "30");
    // Some apps read a plus in the issuer as a plus.
    Ok(address.to_string().replace('+', "%20"))
}

fn picture(address: &str) -> Result<String, Fault> {
    let code = QrCode::new(address)
        .map_err(|error| Fault::Configuration(format!("the names are too long for a picture: {error}")))?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(200, 200).build())
}
