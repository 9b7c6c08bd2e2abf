//! Sites: commands, and the openings to come.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{AsOf, Trouble};
use kernel::{Position, SiteId};

use crate::projection::Sites;
use crate::site::{
    ChangeSite, CloseSite, ExceptionalOpening, OpenSite, OpeningSlot, RemoveOpeningSlot, Site, SiteClosure,
    SiteOpening, WithdrawSiteException,
};

/// The most openings of one answer: a year of two a week.
const MOST_OPENINGS: u32 = 104;

graph::mutations! {
    /// What may be asked of a site.
    pub struct SiteMutations: Site, SiteId {
        /// Opens a site: a place that receives people.
        open_site => Open(OpenSite),
        /// Changes what people read about a site.
        change_site => Change(ChangeSite),
        /// Adds a weekly opening slot.
        add_opening_slot => AddSlot(OpeningSlot),
        /// Changes a weekly opening slot, for all its dates.
        change_opening_slot => ChangeSlot(OpeningSlot),
        /// Ends a weekly opening slot from a date on.
        remove_opening_slot => RemoveSlot(RemoveOpeningSlot),
        /// Closes a site on some dates.
        close_site_on_dates => CloseOnDates(SiteClosure),
        /// Opens a site outside its weekly slots.
        open_site_exceptionally => OpenExceptionally(ExceptionalOpening),
        /// Takes back a closure or an exceptional opening.
        withdraw_site_exception => WithdrawException(WithdrawSiteException),
        /// Closes a site for good.
        close_site => Close(CloseSite),
    }
}

/// The openings to come.
#[derive(Debug, Default, Clone, Copy)]
pub struct OpeningQueries;

#[Object]
impl OpeningQueries {
    /// The next openings of a site, over a year at most; empty for a site that is closed or unknown.
    async fn next_openings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The site.")] site: SiteId,
        #[graphql(desc = "From this instant; now when left out.")] from: Option<DateTime<Utc>>,
        #[graphql(desc = "How many, 1 to 104.", default = 5)] count: u32,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Vec<SiteOpening>> {
        if !(1..=MOST_OPENINGS).contains(&count) {
            let why = format!("count: 1 to {MOST_OPENINGS} openings");
            return Err(graph::perform::fault(Trouble::BadAsk(why)));
        }
        let (_, ports) = graph::caller::of(ctx)?;
        let from = from.unwrap_or_else(|| ports.clock.now());
        let row = graph::one::<Sites>(ctx, site, as_of, at_least).await?;
        Ok(row
            .filter(|row| row.closed_at.is_none())
            .map_or_else(Vec::new, |row| row.hours.next(from, count as usize)))
    }
}
