//! The lists of persons, of what was read of them, and of the needs nothing leaves about.

use async_graphql::{Context, Object, Result};
use graph::lists;
use graph::{PageAsk, Paging};
use kernel::{ActorId, Language, MemberId, PersonId, Position, ReturnCode};

use crate::codes::{AccessNeed, IdentityRung, PersonPart, PersonState, RevealPurpose};
use crate::projection::{ContactRuleRow, ContactRules, DisclosureRow, Disclosures, PersonRow, Persons};

graph::lists! {
    /// What can be read of persons.
    pub struct PersonLists: Persons, PersonRow, newest_first {
        /// One person. Identity and contact are shown after `revealIdentity` only.
        person,
        /// Persons, the last opened first.
        persons,
        /// How many persons, by a facet.
        person_counts,
    }
    /// Which persons.
    filter PersonFilter {
        /// In one of these states.
        state: PersonState,
        /// Known to one of these degrees.
        identity: IdentityRung,
        /// Who speak or sign one of these languages.
        language: Language,
        /// Who need one of these to take part.
        access_need: AccessNeed,
        /// Whether nobody may contact them.
        do_not_contact: bool,
        /// Who are one of these in the network.
        part: PersonPart,
        /// Who are one of these members as well.
        member: MemberId,
        /// Aliases of one of these.
        alias_of: PersonId,
        /// Known by one of these codes.
        return_code: ReturnCode,
    }
    /// What persons are counted by.
    facet PersonFacet {
        /// Their state.
        State = state,
        /// How far they are known.
        Identity = identity,
        /// Their languages.
        Language = language,
        /// What they need to take part.
        AccessNeed = access_need,
        /// Whether nobody may contact them.
        DoNotContact = do_not_contact,
        /// What they are in the network.
        Part = part,
    }
}

graph::lists! {
    /// What can be read of disclosures.
    pub struct DisclosureLists: Disclosures, DisclosureRow, newest_first {
        /// One disclosure.
        disclosure,
        /// What was read of whom, the latest first: what a person can be given.
        disclosures,
        /// How many disclosures, by a facet.
        disclosure_counts,
    }
    /// Which disclosures.
    filter DisclosureFilter {
        /// By one of these accounts.
        actor: ActorId,
        /// Of one of these objects, each as kind and id such as `visit:0190a5d4-0000-7000-8000-000000000001`.
        object: String,
        /// About one of these persons.
        person: PersonId,
        /// For one of these purposes.
        purpose: RevealPurpose,
    }
    /// What disclosures are counted by.
    facet DisclosureFacet {
        /// The account that read.
        Actor = actor,
        /// For what.
        Purpose = purpose,
    }
}

/// More codes than the taxonomy has.
const MOST_RULES: usize = 500;

/// The needs nothing leaves about.
#[derive(Debug, Default, Clone, Copy)]
pub struct ContactRuleQueries;

#[Object]
impl ContactRuleQueries {
    /// The needs about which somebody decided whether anything may leave the network.
    #[graphql(complexity = "100 + 20 * child_complexity")]
    async fn contact_rules(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Vec<ContactRuleRow>> {
        let mut rules = Vec::new();
        let mut after = None;
        while rules.len() < MOST_RULES {
            let paging = Paging { first: Some(100), after: after.take(), ..Paging::default() };
            let known = lists::known(None, at_least);
            let page = graph::page::<ContactRules>(ctx, PageAsk::default(), paging, known).await?;
            after = page.edges.last().map(|edge| edge.cursor.clone());
            rules.extend(page.edges.into_iter().map(|edge| edge.node));
            if !page.has_next_page {
                break;
            }
        }
        Ok(rules)
    }
}
