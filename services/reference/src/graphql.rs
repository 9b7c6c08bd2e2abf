//! The taxonomy as a screen reads it: all codes in their order, labelled in the reader's language.

use async_graphql::{Context, Object, Result, SimpleObject};
use graph::{Locale, caller};

use crate::needs::{Branch, Need, NeedCode, Taxonomy};

/// What can be read of the reference data; the same for every network.
#[derive(Debug, Default, Clone, Copy)]
pub struct ReferenceQueries;

/// What can be read of the reference data; the same for every network.
#[Object]
#[allow(clippy::unused_self, clippy::trivially_copy_pass_by_ref, reason = "GraphQL resolves on an object")]
impl ReferenceQueries {
    /// The needs taxonomy in the order of the screen, deprecated codes included: they still name
    /// what old visits were about.
    fn needs_taxonomy(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only the needs of persons, or only those of groups; both when left out.")]
        branch: Option<Branch>,
    ) -> Result<Vec<TaxonomyNeed>> {
        let (caller, _) = caller::of(ctx)?;
        Ok(Taxonomy::current()
            .needs()
            .filter(|need| branch.is_none_or(|branch| branch == need.branch))
            .map(|need| TaxonomyNeed { need, locale: caller.locale })
            .collect())
    }

    /// The version of the needs taxonomy; it is stored with every need that is coded.
    fn taxonomy_version(&self) -> u32 {
        Taxonomy::current().version
    }
}

/// A need of the taxonomy, in the language of the request.
struct TaxonomyNeed {
    need: &'static Need,
    locale: Locale,
}

/// A need as the taxonomy has it: a code that is never renamed nor used for something else.
#[Object]
impl TaxonomyNeed {
    /// Its code, such as `HEA.AMU`.
    fn code(&self) -> Result<NeedCode> {
        self.need.code.parse().map_err(Into::into)
    }

    /// A need of a person or of a group.
    fn branch(&self) -> Branch {
        self.need.branch
    }

    /// Its label in the language of the request.
    fn label(&self) -> &str {
        self.need.label(self.locale)
    }

    /// Its label in all four languages.
    fn labels(&self) -> NeedLabels {
        let Need { fr, nl, ar, en, .. } = self.need;
        NeedLabels { fr, nl, ar, en }
    }

    /// Health, residence, justice or debts: never in small counts, notifications or calendars.
    fn sensitive(&self) -> bool {
        self.need.sensitive
    }

    /// Whether it proposes by itself that nobody contacts the person.
    fn proposes_no_contact(&self) -> bool {
        self.need.proposes_no_contact
    }

    /// The code to use instead, when this one is deprecated.
    fn successor(&self) -> Result<Option<NeedCode>> {
        self.need.successor.as_deref().map(|code| code.parse().map_err(Into::into)).transpose()
    }

    /// The closest terms of other lists, for exchanging services and figures.
    fn mappings(&self) -> NeedMappings {
        let need = self.need;
        NeedMappings {
            open_eligibility: need.open_eligibility.as_deref(),
            data_inclusion: &need.data_inclusion,
            soliguide: &need.soliguide,
            gravity_sdoh: &need.gravity_sdoh,
        }
    }
}

/// The label of a need in the four languages of the interface.
#[derive(SimpleObject)]
struct NeedLabels {
    /// In French.
    fr: &'static str,
    /// In Dutch.
    nl: &'static str,
    /// In Arabic.
    ar: &'static str,
    /// In English.
    en: &'static str,
}

/// The closest terms of other lists; empty where the list has none.
#[derive(SimpleObject)]
struct NeedMappings {
    /// The path in Open Eligibility.
    open_eligibility: Option<&'static str>,
    /// The themes of data·inclusion.
    data_inclusion: &'static [String],
    /// The categories of Soliguide.
    soliguide: &'static [String],
    /// The categories of the Gravity Project, for health systems.
    gravity_sdoh: &'static [String],
}
