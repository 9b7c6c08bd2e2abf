//! What may be asked of a member.

use async_graphql::InputObject;
use kernel::{ActorId, Language, PairingId, PersonId, Secret, Secrets};
use reference::NeedCode;
use serde::Serialize;

use super::events::CharterAcceptanceMode;
use crate::charter::Standing;
use crate::offer::{Gender, HalfDay, LanguageSkill};

/// What may be asked of a member.
#[derive(Debug, Clone, Serialize)]
pub enum MemberCommand {
    /// Join the network.
    Join(JoinNetwork),
    /// Tie an account to the member.
    LinkAccount(LinkAccount),
    /// Say that the member is also known as that person.
    LinkAlias(LinkAlias),
    /// Accept a version of the charter that is good now.
    AcceptCharter(AcceptCharter, Standing),
    /// Ask the member to accept the newest version, if the one accepted runs out.
    AskCharterRenewal(Standing),
    /// The grace period is over and the newer version was not accepted.
    LapseCharterAcceptance,
    /// Share that one has gone through something.
    ShareLivedExperience(ShareLivedExperience),
    /// Take that back.
    WithdrawLivedExperience(WithdrawLivedExperience),
    /// Say on which half-days one is free.
    DeclareAvailability(DeclareAvailability),
    /// Say which languages one speaks or signs.
    DeclareLanguages(DeclareLanguages),
    /// Say how many pairings at once one takes on.
    DeclareQuota(DeclareQuota),
    /// Offer to go along with people.
    OfferVolunteering,
    /// Take no new pairings any more.
    WithdrawVolunteering,
    /// Keep a place for a pairing; part of proposing it.
    HoldPlace {
        /// The pairing.
        pairing: PairingId,
        /// The person who would be accompanied, if known.
        person: Option<PersonId>,
        /// What the charter asks now.
        standing: Standing,
    },
    /// Give the place back; part of a decline, an expiry or an end.
    ReleasePlace {
        /// The pairing.
        pairing: PairingId,
    },
    /// Leave the network.
    Leave,
}

impl Secrets for MemberCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Join(join) => std::iter::once(&mut join.display_name).chain(&mut join.contact).collect(),
            _ => vec![],
        }
    }
}

/// Join the network. Anybody may, whether they come for help, offer it, or both.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "JoinNetworkInput")]
pub struct JoinNetwork {
    /// The name to be called by.
    pub display_name: Secret,
    /// How to reach the member, if they want to be reached.
    pub contact: Option<Secret>,
    /// The pseudonym under which the member also comes for help, so that nobody is paired with
    /// themselves.
    pub person: Option<PersonId>,
    /// The account of the member, if there is one.
    pub account: Option<ActorId>,
    /// The member's gender, if they said it by themselves.
    pub gender: Option<Gender>,
}

/// Tie an account to the member, in place of the one before.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "LinkAccountInput")]
pub struct LinkAccount {
    /// The account.
    pub account: ActorId,
}

/// Say that the member is also known as that person.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "LinkAliasInput")]
pub struct LinkAlias {
    /// The other pseudonym of the member.
    pub person: PersonId,
}

/// Accept a version of the charter.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AcceptCharterInput")]
pub struct AcceptCharter {
    /// The version.
    pub version: u32,
    /// The language in which it was understood.
    pub language: Language,
    /// How it was understood.
    pub mode: CharterAcceptanceMode,
}

/// Share that one has gone through something oneself. Only coordinators see it.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ShareLivedExperienceInput")]
pub struct ShareLivedExperience {
    /// What it is about.
    pub topic: NeedCode,
    /// Whether the person who is accompanied may be told.
    pub tell_person: bool,
}

/// Take a shared experience back.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WithdrawLivedExperienceInput")]
pub struct WithdrawLivedExperience {
    /// What it is about.
    pub topic: NeedCode,
}

/// Say on which half-days of the week one is free; the list replaces the one before.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclareAvailabilityInput")]
pub struct DeclareAvailability {
    /// The half-days; none when one is not free any more.
    pub half_days: Vec<HalfDay>,
}

/// Say which languages one speaks or signs; the list replaces the one before.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclareLanguagesInput")]
pub struct DeclareLanguages {
    /// The languages with their levels; of a language named twice the better level counts.
    pub languages: Vec<LanguageSkill>,
}

/// Say how many pairings at once one takes on.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclareQuotaInput")]
pub struct DeclareQuota {
    /// How many; 0 to take a rest.
    pub quota: u32,
}
