//! The queries of paths, histories and the inbox: translation only.

use async_graphql::{Context, Object, Result};
use graph::lists::known;
use graph::{AsOf, Page, Paging, caller};
use kernel::{Party, Position};

use crate::entries::{EntryRow, ObjectRef};
use crate::inbox::{self, InboxItem};
use crate::timeline::{self, Extent, Path, PathBy};

/// What can be read across contexts.
#[derive(Debug, Default, Clone, Copy)]
pub struct PathQueries;

#[Object]
impl PathQueries {
    /// The path of a visitor, a case or a person. Null when there is none, for whatever reason.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn path(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose path.")] by: PathBy,
        #[graphql(desc = "The first so many entries, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many entries, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Option<Path>> {
        let paging = Paging { first, after, last, before };
        timeline::read(ctx, by, &paging, known(as_of, at_least)).await
    }

    /// The history of any object: who, when by device and by server, from, to, why. Oldest first.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which object.")] of: ObjectRef,
        #[graphql(desc = "The first so many entries, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many entries, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Page<EntryRow>> {
        let (caller, ports) = caller::of(ctx)?;
        let extent = Extent { objects: [of.word()].into(), ..Extent::default() };
        let entries = timeline::entries(ports, caller, &extent, known(as_of, at_least)).await?;
        timeline::page(entries, &Paging { first, after, last, before })
    }

    /// Who must move, since when: longest waiting first.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn decision_inbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Waiting on one of these; on anybody when left out.")] on: Option<Vec<Party>>,
        #[graphql(desc = "The first so many lines, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many lines, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Page<InboxItem>> {
        inbox::read(ctx, on, Paging { first, after, last, before }, known(as_of, at_least)).await
    }
}
