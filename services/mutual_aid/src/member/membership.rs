//! What a member shares and offers, and the rules for it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{ActorId, Asked, Language, PairingId, PersonId};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::commands::{AcceptCharter, DeclareLanguages, DeclareQuota, MemberCommand, ShareLivedExperience};
use super::events::MemberEvent;
use super::refusal::MemberRefusal;
use crate::charter::{Renewal, Standing};
use crate::limits::Limits;
use crate::offer::{Gender, HalfDay, LanguageLevel, LanguageSkill};

/// The most topics a member shares: a member is folded in memory.
pub(crate) const MOST_TOPICS: usize = 30;
/// The most languages of a member.
pub(crate) const MOST_LANGUAGES: usize = 30;
/// The most pseudonyms of a member.
pub(crate) const MOST_ALIASES: usize = 10;

/// What a rule answers.
pub(super) type Events = Result<Vec<MemberEvent>, MemberRefusal>;

/// What a member shares and offers.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// The pseudonyms under which the member also comes for help.
    pub aliases: BTreeSet<PersonId>,
    /// The account.
    pub account: Option<ActorId>,
    /// The gender, if it was said.
    pub gender: Option<Gender>,
    /// The version of the charter that was accepted last.
    pub accepted: Option<u32>,
    /// Whether that version is not good any more.
    pub lapsed: bool,
    /// The version the member was asked to accept, and until when.
    pub renewal: Option<Renewal>,
    /// What the member went through, and whether the person may be told.
    pub topics: BTreeMap<NeedCode, bool>,
    /// The half-days the member is free.
    pub half_days: BTreeSet<HalfDay>,
    /// The languages the member speaks or signs.
    pub languages: BTreeMap<Language, LanguageLevel>,
    /// Whether the member offers to go along with people.
    pub volunteer: bool,
    /// How many pairings at once.
    pub quota: u32,
    /// The pairings that have a place.
    pub places: BTreeSet<PairingId>,
}

impl Membership {
    /// How many pairings the member has, proposed ones included.
    pub fn current_pairings(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// How many more pairings the member takes on.
    pub fn free_places(&self) -> u32 {
        self.quota.saturating_sub(self.current_pairings())
    }

    /// Whether the charter that was accepted is still good.
    ///
    /// # Errors
    /// With the version to accept.
    pub fn accepted_what_counts(&self, standing: &Standing) -> Result<(), MemberRefusal> {
        if standing.takes(self.accepted.filter(|_| !self.lapsed)) {
            return Ok(());
        }
        Err(MemberRefusal::CharterNotCurrent {
            accepted: self.accepted.unwrap_or(0),
            in_force: standing.in_force.unwrap_or(0),
        })
    }

    /// Whether a pairing with that person may be proposed to this member now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_proposed(
        &self,
        person: Option<PersonId>,
        standing: &Standing,
    ) -> Result<(), MemberRefusal> {
        if !self.volunteer {
            return Err(MemberRefusal::NotAVolunteer);
        }
        if person.is_some_and(|person| self.aliases.contains(&person)) {
            return Err(MemberRefusal::SameAlias);
        }
        self.accepted_what_counts(standing)?;
        if self.free_places() == 0 {
            return Err(MemberRefusal::QuotaReached { quota: self.quota });
        }
        Ok(())
    }

    /// The state after an event; the whole of it, so that lists and rules never differ.
    pub fn evolve(&mut self, event: &MemberEvent) {
        match event {
            MemberEvent::MemberJoined { person, account, gender, quota, .. } => {
                self.aliases.extend(*person);
                self.account = *account;
                self.gender = *gender;
                self.quota = *quota;
            }
            MemberEvent::MemberAccountLinked { account } => self.account = Some(*account),
            MemberEvent::MemberAliasLinked { person } => {
                self.aliases.insert(*person);
            }
            MemberEvent::CharterAccepted { version, .. } => {
                self.accepted = Some(*version);
                self.lapsed = false;
                self.renewal = self.renewal.filter(|renewal| renewal.version > *version);
            }
            MemberEvent::CharterRenewalAsked { version, until } => {
                self.renewal = Some(Renewal { version: *version, until: *until });
            }
            MemberEvent::CharterAcceptanceLapsed { .. } => {
                self.lapsed = true;
                self.renewal = None;
            }
            _ => self.evolve_offer(event),
        }
    }

    fn evolve_offer(&mut self, event: &MemberEvent) {
        match event {
            MemberEvent::LivedExperienceShared { topic, tell_person } => {
                self.topics.insert(*topic, *tell_person);
            }
            MemberEvent::LivedExperienceWithdrawn { topic } => {
                self.topics.remove(topic);
            }
            MemberEvent::AvailabilityDeclared { half_days } => {
                self.half_days = half_days.iter().copied().collect();
            }
            MemberEvent::LanguagesDeclared { languages } => {
                self.languages = languages.iter().map(|skill| (skill.language, skill.level)).collect();
            }
            MemberEvent::QuotaDeclared { quota, .. } => self.quota = *quota,
            MemberEvent::VolunteeringOffered => self.volunteer = true,
            MemberEvent::VolunteeringWithdrawn => self.volunteer = false,
            MemberEvent::PairingPlaceHeld { pairing } => {
                self.places.insert(*pairing);
            }
            MemberEvent::PairingPlaceReleased { pairing } => {
                self.places.remove(pairing);
            }
            _ => {}
        }
    }

    /// One arm for each thing a member may do.
    pub(super) fn decide(&self, command: MemberCommand, asked: &Asked) -> Events {
        use {MemberCommand as Ask, MemberEvent as Then};
        let unless = |already: bool, event: Then| Ok(if already { vec![] } else { vec![event] });
        match command {
            Ask::Join(_) => Err(MemberRefusal::MemberAlreadyJoined),
            Ask::LinkAccount(link) => unless(
                self.account == Some(link.account),
                Then::MemberAccountLinked { account: link.account },
            ),
            Ask::LinkAlias(link) => self.link_alias(link.person),
            Ask::AcceptCharter(accept, standing) => self.accept_charter(accept, &standing),
            Ask::AskCharterRenewal(standing) => Ok(self.ask_renewal(&standing)),
            Ask::LapseCharterAcceptance => self.lapse(asked),
            Ask::ShareLivedExperience(share) => self.share(share),
            Ask::WithdrawLivedExperience(withdraw) => unless(
                !self.topics.contains_key(&withdraw.topic),
                Then::LivedExperienceWithdrawn { topic: withdraw.topic },
            ),
            Ask::DeclareAvailability(declare) => {
                let half_days: BTreeSet<HalfDay> = declare.half_days.into_iter().collect();
                unless(
                    half_days == self.half_days,
                    Then::AvailabilityDeclared { half_days: half_days.into_iter().collect() },
                )
            }
            Ask::DeclareLanguages(declare) => self.declare_languages(declare),
            Ask::DeclareQuota(declare) => self.declare_quota(declare),
            Ask::OfferVolunteering => unless(self.volunteer, Then::VolunteeringOffered),
            Ask::WithdrawVolunteering => unless(!self.volunteer, Then::VolunteeringWithdrawn),
            Ask::HoldPlace { pairing, .. } if self.places.contains(&pairing) => Ok(vec![]),
            Ask::HoldPlace { pairing, person, standing } => {
                self.may_be_proposed(person, &standing)?;
                Ok(vec![Then::PairingPlaceHeld { pairing }])
            }
            Ask::ReleasePlace { pairing } => {
                unless(!self.places.contains(&pairing), Then::PairingPlaceReleased { pairing })
            }
            Ask::Leave if !self.places.is_empty() => {
                Err(MemberRefusal::MemberStillPaired { places: self.current_pairings() })
            }
            Ask::Leave => Ok(vec![Then::MemberLeft]),
        }
    }

    fn link_alias(&self, person: PersonId) -> Events {
        if self.aliases.contains(&person) {
            return Ok(vec![]);
        }
        if self.aliases.len() >= MOST_ALIASES {
            return Err(MemberRefusal::TooManyAliases { most: bound(MOST_ALIASES) });
        }
        Ok(vec![MemberEvent::MemberAliasLinked { person }])
    }

    fn share(&self, share: ShareLivedExperience) -> Events {
        let ShareLivedExperience { topic, tell_person } = share;
        match self.topics.get(&topic) {
            Some(told) if *told == tell_person => Ok(vec![]),
            None if self.topics.len() >= MOST_TOPICS => {
                Err(MemberRefusal::TooManyTopics { most: bound(MOST_TOPICS) })
            }
            _ => Ok(vec![MemberEvent::LivedExperienceShared { topic, tell_person }]),
        }
    }

    fn accept_charter(&self, accept: AcceptCharter, standing: &Standing) -> Events {
        let AcceptCharter { version, language, mode } = accept;
        match self.accepted {
            Some(accepted) if accepted == version && !self.lapsed => return Ok(vec![]),
            Some(accepted) if accepted > version => {
                return Err(MemberRefusal::NewerCharterAccepted { accepted });
            }
            _ => {}
        }
        if !standing.acceptable.contains(&version) {
            let in_force = standing.in_force.unwrap_or(0);
            return Err(MemberRefusal::CharterVersionNotAcceptable { version, in_force });
        }
        let mut events = vec![MemberEvent::CharterAccepted { version, language, mode }];
        // Whoever accepts a version that runs out is asked for the next one at once.
        events.extend(standing.renewal(version).map(renewal_asked));
        Ok(events)
    }

    fn ask_renewal(&self, standing: &Standing) -> Vec<MemberEvent> {
        let accepted = self.accepted.filter(|_| !self.lapsed);
        let renewal = accepted.and_then(|accepted| standing.renewal(accepted));
        renewal.filter(|renewal| self.renewal != Some(*renewal)).map(renewal_asked).into_iter().collect()
    }

    fn lapse(&self, asked: &Asked) -> Events {
        match (self.accepted, self.renewal) {
            (Some(_), Some(Renewal { until, .. })) if asked.now < until => {
                Err(MemberRefusal::CharterGraceNotOver { until: until.date_naive() })
            }
            (Some(version), Some(_)) => Ok(vec![MemberEvent::CharterAcceptanceLapsed { version }]),
            // Accepted in the meantime, or lapsed before: nothing is left to lapse.
            _ => Ok(vec![]),
        }
    }

    fn declare_languages(&self, declare: DeclareLanguages) -> Events {
        let mut languages: BTreeMap<Language, LanguageLevel> = BTreeMap::new();
        for LanguageSkill { language, level } in declare.languages {
            languages.entry(language).and_modify(|known| *known = (*known).max(level)).or_insert(level);
        }
        if languages.len() > MOST_LANGUAGES {
            return Err(MemberRefusal::TooManyLanguages { most: bound(MOST_LANGUAGES) });
        }
        if languages == self.languages {
            return Ok(vec![]);
        }
        let languages =
            languages.into_iter().map(|(language, level)| LanguageSkill { language, level }).collect();
        Ok(vec![MemberEvent::LanguagesDeclared { languages }])
    }

    fn declare_quota(&self, declare: DeclareQuota) -> Events {
        let limits = Limits::current();
        match declare.quota {
            quota if quota > limits.highest_quota => {
                Err(MemberRefusal::QuotaTooHigh { most: limits.highest_quota })
            }
            quota if quota == self.quota => Ok(vec![]),
            quota => Ok(vec![MemberEvent::QuotaDeclared { quota, limits_version: limits.version }]),
        }
    }
}

fn bound(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX)
}

fn renewal_asked(renewal: Renewal) -> MemberEvent {
    MemberEvent::CharterRenewalAsked { version: renewal.version, until: renewal.until }
}
