//! What happened to a member. This is the storage format: never rename, never reuse.

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use kernel::{ActorId, Language, PairingId, PersonId, Secret};
use reference::NeedCode;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantNames};

use crate::offer::{Gender, HalfDay, LanguageSkill};

/// How a member came to understand the charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum CharterAcceptanceMode {
    /// Read it.
    Read,
    /// Had it read aloud.
    ReadAloud,
    /// Watched it in sign language.
    Signed,
    /// Had it interpreted.
    Interpreted,
}

/// What happened to a member. STORAGE FORMAT: a variant or a field is never renamed; a change is
/// an upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum MemberEvent {
    /// Somebody joined the network.
    MemberJoined {
        /// The name to be called by.
        display_name: Secret,
        /// How to reach the member.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Secret>,
        /// The pseudonym under which the member also comes for help.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// The account.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account: Option<ActorId>,
        /// The gender, if it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        gender: Option<Gender>,
        /// How many pairings at once, until the member says otherwise.
        quota: u32,
        /// The version of the numbers this quota comes from.
        limits_version: u32,
    },
    /// An account was tied to the member.
    MemberAccountLinked {
        /// The account.
        account: ActorId,
    },
    /// The member is also known as that person.
    MemberAliasLinked {
        /// The other pseudonym.
        person: PersonId,
    },
    /// The member accepted a version of the charter.
    CharterAccepted {
        /// The version.
        version: u32,
        /// In which language.
        language: Language,
        /// How it was understood.
        mode: CharterAcceptanceMode,
    },
    /// The member was asked to accept a newer version.
    CharterRenewalAsked {
        /// The version to accept.
        version: u32,
        /// Until when the one accepted before is still good.
        until: DateTime<Utc>,
    },
    /// The version accepted before is not good any more.
    CharterAcceptanceLapsed {
        /// The version that was accepted.
        version: u32,
    },
    /// The member shared having gone through something.
    LivedExperienceShared {
        /// What it is about.
        topic: NeedCode,
        /// Whether the person who is accompanied may be told.
        tell_person: bool,
    },
    /// The member took that back.
    LivedExperienceWithdrawn {
        /// What it was about.
        topic: NeedCode,
    },
    /// The member said on which half-days they are free.
    AvailabilityDeclared {
        /// The half-days.
        half_days: Vec<HalfDay>,
    },
    /// The member said which languages they speak or sign.
    LanguagesDeclared {
        /// The languages.
        languages: Vec<LanguageSkill>,
    },
    /// The member said how many pairings at once they take on.
    QuotaDeclared {
        /// How many.
        quota: u32,
        /// The version of the numbers that allowed it.
        limits_version: u32,
    },
    /// The member offers to go along with people.
    VolunteeringOffered,
    /// The member takes no new pairings any more.
    VolunteeringWithdrawn,
    /// A place is kept for a pairing.
    PairingPlaceHeld {
        /// The pairing.
        pairing: PairingId,
    },
    /// The place was given back.
    PairingPlaceReleased {
        /// The pairing.
        pairing: PairingId,
    },
    /// The member left the network.
    MemberLeft,
}
