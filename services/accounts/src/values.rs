//! What accounts are made of: facets, links, digests, and what a token may do.

use std::fmt;
use std::str::FromStr;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{MemberId, PartnerId, ReferralId, Role, SiteId, id, text_scalar};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use strum::{Display, EnumString};
use thiserror::Error;

/// How long the link of an invitation can be used.
pub const INVITATION: TimeDelta = TimeDelta::days(7);
/// How long the link of a recovery can be used.
pub const RECOVERY: TimeDelta = TimeDelta::hours(24);
/// How long somebody who decides for others may go without a second factor or a passkey.
pub const GRACE: TimeDelta = TimeDelta::days(14);
/// How long a personal access token may be good, in days.
pub const TOKEN_DAYS: u32 = 365;
/// The most facets of one account: every role, some of them at several places.
pub const FACETS: u32 = 30;
/// The most sites one facet names.
pub const SITES: u32 = 100;
/// The most passkeys of one account.
pub const PASSKEYS: u32 = 10;
/// The most organisations whose sign-in opens one account.
pub const IDENTITIES: u32 = 5;
/// The most tokens of one account that are good at once.
pub const TOKENS: u32 = 20;

id! {
    /// One role of an account, with where and when it holds.
    FacetId
}

id! {
    /// A passkey of an account.
    PasskeyId
}

id! {
    /// A personal access token, by its name for people; not the token itself.
    AccessTokenId
}

id! {
    /// A device that was registered; the device names itself so.
    RegisteredDeviceId
}

/// The SHA-256 of a random token, in hex. The token itself is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(String);

/// The text is not a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a digest is 64 of 0-9 and a-f")]
pub struct NotADigest;

impl Digest {
    /// The digest of a token.
    pub fn of(token: &str) -> Self {
        use fmt::Write as _;
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(token.as_bytes()) {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Digest {
    type Err = NotADigest;
    fn from_str(text: &str) -> Result<Self, NotADigest> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 64 && text.bytes().all(hex) { Ok(Self(text.to_owned())) } else { Err(NotADigest) }
    }
}

text_scalar! {
    /// The SHA-256 of a random token, in hex. The token itself is kept nowhere.
    Digest
}

/// A link that can be used once, and not for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// The digest of its token.
    pub digest: Digest,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
}

/// A role of an account, with where and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct RoleFacet {
    /// Its id.
    pub facet: FacetId,
    /// The role.
    pub role: Role,
    /// The sites it holds at; none named means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteId>,
    /// The organisation it answers for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
    /// The one referral it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<ReferralId>,
    /// The member of mutual aid that the account belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// From when it holds; from the beginning when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DateTime<Utc>>,
    /// Until before when it holds; for good when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
}

impl RoleFacet {
    /// Whether it holds at an instant.
    pub fn holds_at(&self, now: DateTime<Utc>) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}

/// Whether a role decides for others, and must therefore be proven by more than a password.
pub fn decides_for_others(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Administrator)
}

/// A role to be granted, with where and when it holds.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "GrantFacetInput")]
pub struct GrantFacet {
    /// Its id, made by the client.
    pub facet: FacetId,
    /// The role.
    pub role: Role,
    /// The sites it holds at; none named means all.
    #[graphql(default)]
    pub sites: Vec<SiteId>,
    /// The organisation it answers for; a partner needs it, or a referral.
    pub partner: Option<PartnerId>,
    /// The one referral it answers.
    pub referral: Option<ReferralId>,
    /// The member of mutual aid that the account belongs to.
    pub member: Option<MemberId>,
    /// From when it holds; at once when left out.
    pub from: Option<DateTime<Utc>>,
    /// Until before when it holds; for good when left out.
    pub until: Option<DateTime<Utc>>,
}

impl From<GrantFacet> for RoleFacet {
    fn from(grant: GrantFacet) -> Self {
        let GrantFacet { facet, role, sites, partner, referral, member, from, until } = grant;
        Self { facet, role, sites, partner, referral, member, from, until }
    }
}

/// What a personal access token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum TokenScope {
    /// Read only.
    Read,
    /// Read, and act.
    Write,
}

/// Why somebody cannot get into an account any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum RecoveryReason {
    /// The password was forgotten.
    ForgottenPassword,
    /// The device with the passkey or the second factor is lost or broken.
    LostDevice,
    /// Somebody else may have got in.
    SuspectedMisuse,
}

/// Why an account is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum RemovalReason {
    /// The person left the network.
    Left,
    /// The invitation was a mistake, or is not needed any more.
    InvitationWithdrawn,
    /// Somebody else got in.
    Misuse,
    /// The person asked for it.
    OwnWish,
}
