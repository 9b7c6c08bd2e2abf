//! The fields of a member: what is kept narrow is shown to coordinators, and to the member.

use async_graphql::{ComplexObject, Context, Result, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{ActorId, PairingId, PersonId};
use reference::NeedCode;

use crate::member::MemberRow;
use crate::offer::{Gender, HalfDay, LanguageSkill};
use crate::sight;

/// Something a member went through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SimpleObject)]
pub struct LivedExperience {
    /// What it is about.
    pub topic: NeedCode,
    /// Whether the person who is accompanied may be told.
    pub tell_person: bool,
}

#[ComplexObject]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl MemberRow {
    /// The account of the member.
    async fn account(&self) -> Option<ActorId> {
        self.membership.account
    }

    /// The pseudonyms under which the member also comes for help. For coordinators; null for others.
    async fn aliases(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonId>>> {
        Ok(self.is_open_to(ctx)?.then(|| self.membership.aliases.iter().copied().collect()))
    }

    /// The member's gender, if they said it.
    async fn gender(&self) -> Option<Gender> {
        self.membership.gender
    }

    /// The version of the charter that was accepted last.
    async fn charter_version(&self) -> Option<u32> {
        self.membership.accepted
    }

    /// Whether that acceptance has run out.
    async fn charter_lapsed(&self) -> bool {
        self.membership.lapsed
    }

    /// The newer version of the charter the member is asked to accept.
    async fn charter_to_accept(&self) -> Option<u32> {
        self.membership.renewal.map(|renewal| renewal.version)
    }

    /// Until when the newer version is to be accepted.
    async fn charter_to_accept_until(&self) -> Option<DateTime<Utc>> {
        self.membership.renewal.map(|renewal| renewal.until)
    }

    /// What the member went through. For coordinators and the member; null for others.
    async fn lived_experience(&self, ctx: &Context<'_>) -> Result<Option<Vec<LivedExperience>>> {
        Ok(self.is_open_to(ctx)?.then(|| {
            let topics = self.membership.topics.iter();
            topics
                .map(|(topic, tell_person)| LivedExperience { topic: *topic, tell_person: *tell_person })
                .collect()
        }))
    }

    /// The half-days of the week the member is free.
    async fn availability(&self) -> Vec<HalfDay> {
        self.membership.half_days.iter().copied().collect()
    }

    /// The languages the member speaks or signs.
    async fn languages(&self) -> Vec<LanguageSkill> {
        let languages = self.membership.languages.iter();
        languages.map(|(language, level)| LanguageSkill { language: *language, level: *level }).collect()
    }

    /// Whether the member offers to go along with people.
    async fn volunteer(&self) -> bool {
        self.membership.volunteer
    }

    /// How many pairings at once the member takes on.
    async fn quota(&self) -> u32 {
        self.membership.quota
    }

    /// The pairings that have a place with the member, proposed ones included.
    async fn places(&self) -> Vec<PairingId> {
        self.membership.places.iter().copied().collect()
    }
}

impl MemberRow {
    /// Whether the caller may see what the member keeps for coordinators.
    fn is_open_to(&self, ctx: &Context<'_>) -> Result<bool> {
        let (caller, _) = graph::caller::of(ctx)?;
        Ok(sight::coordinates(caller.role) || self.membership.account == Some(caller.actor))
    }
}
