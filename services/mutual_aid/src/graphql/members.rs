//! Members: what may be asked of them and what can be read.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{AsOf, Envelope, Outcome, Page, Paging};
use kernel::{CommandId, Language, MemberId, PersonId, Position};
use reference::NeedCode;

use super::forbidden;
use crate::acts;
use crate::member::{
    AcceptCharter, DeclareAvailability, DeclareLanguages, DeclareQuota, JoinNetwork, LinkAccount, LinkAlias,
    Member, MemberRow, MemberState, Members, ShareLivedExperience, WithdrawLivedExperience,
};
use crate::sight;

graph::mutations! {
    /// What may be asked of a member.
    pub struct MemberMutations: Member, MemberId {
        /// Joins the network: to find help, to offer it, or both.
        join_network => Join(JoinNetwork),
        /// Ties an account to a member.
        link_account => LinkAccount(LinkAccount),
        /// Says that a member also comes for help under that pseudonym.
        link_alias => LinkAlias(LinkAlias),
        /// Shares that a member has gone through something; only coordinators see it.
        share_lived_experience => ShareLivedExperience(ShareLivedExperience),
        /// Takes a shared experience back.
        withdraw_lived_experience => WithdrawLivedExperience(WithdrawLivedExperience),
        /// Says on which half-days of the week a member is free.
        declare_availability => DeclareAvailability(DeclareAvailability),
        /// Says which languages a member speaks or signs, and how well.
        declare_languages => DeclareLanguages(DeclareLanguages),
        /// Says how many pairings at once a member takes on.
        declare_quota => DeclareQuota(DeclareQuota),
        /// Offers to go along with people.
        offer_volunteering => OfferVolunteering,
        /// Takes no new pairings any more; those that run go on.
        withdraw_volunteering => WithdrawVolunteering,
        /// Leaves the network, once no pairing is left.
        leave_network => Leave,
    }
}

graph::lists! {
    /// What can be read of members.
    pub struct MemberQueries: Members, MemberRow, newest_first {
        /// One member.
        member,
        /// Members, newest first.
        members,
        /// How many members, by a facet.
        member_counts,
    }
    /// Which members.
    filter MemberFilter {
        /// In one of these states.
        state: MemberState,
        /// Speaking or signing one of these languages.
        language: Language,
        /// Offering to go along with people, or not.
        volunteer: bool,
        /// Having accepted one of these versions of the charter, still good.
        charter_version: u32,
    }
    /// What members are counted by.
    facet MemberFacet {
        /// Their state.
        State = state,
        /// Their languages.
        Language = language,
        /// Whether they offer to go along with people.
        Volunteer = volunteer,
        /// The version of the charter they accepted.
        CharterVersion = charter_version,
    }
}

/// What coordinators can read of members, and nobody else.
#[derive(Debug, Default, Clone, Copy)]
pub struct LivedExperienceQueries;

#[Object]
impl LivedExperienceQueries {
    /// Members who have gone through something, or who are known as that person. For coordinators.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn members_for_coordinators(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What they have gone through, one of these.")] topic: Option<Vec<NeedCode>>,
        #[graphql(desc = "The pseudonym they are known under, one of these.")] person: Option<Vec<PersonId>>,
        #[graphql(desc = "The first so many rows, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many rows, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Page<MemberRow>> {
        let (caller, _) = graph::caller::of(ctx)?;
        if !sight::coordinates(caller.role) {
            return Err(forbidden("what members went through is read by coordinators"));
        }
        let texts = |values: Vec<String>| Some(values).filter(|values| !values.is_empty());
        let topics = texts(topic.unwrap_or_default().iter().map(ToString::to_string).collect());
        let persons = texts(person.unwrap_or_default().iter().map(ToString::to_string).collect());
        let filter = [("topic", topics), ("person", persons)]
            .into_iter()
            .filter_map(|(facet, values)| values.map(|values| (facet, values)))
            .collect();
        let ask = graph::PageAsk { filter, newest_first: true, ..graph::PageAsk::default() };
        let paging = Paging { first, after, last, before };
        graph::page::<Members>(ctx, ask, paging, graph::lists::known(as_of, at_least)).await
    }
}

/// What members do with the charter.
#[derive(Debug, Default, Clone, Copy)]
pub struct MemberCharterMutations;

#[Object]
impl MemberCharterMutations {
    /// Accepts a version of the charter that is good now, or announced.
    async fn accept_charter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The member.")] id: MemberId,
        #[graphql(desc = "What is asked.")] input: AcceptCharter,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let act = acts::accept_charter(&caller.network, command_id, id, envelope.expected(), input);
        graph::perform_act(ctx, envelope, act).await
    }

    /// Asks a member whose version of the charter runs out to accept the newest one. Does nothing
    /// for a member who has.
    async fn ask_charter_renewal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The member.")] id: MemberId,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let act = acts::ask_charter_renewal(&caller.network, command_id, id, envelope.expected());
        graph::perform_act(ctx, envelope, act).await
    }
}
