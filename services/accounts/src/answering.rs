//! Which account answers for a member of mutual aid: whom a letter goes to, and as whom a link acts.

use graph::Ports;
use graph::lists::table;
use graph::ports::{Known as Reading, PageAsk, Trouble};
use kernel::{ActorId, MemberId, NetworkId, Role, Secret};

use crate::projection::{AccountRow, AccountState, Accounts};
use crate::values::RoleFacet;

/// More accounts of one member are not looked at.
const MOST: usize = 20;

/// The account that answers for a member.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    /// The account.
    pub account: ActorId,
    /// Its address, sealed.
    pub email: Option<Secret>,
    /// The role in which it does.
    pub facet: RoleFacet,
}

/// The account that answers for a member now: active, with a role as volunteer, or else as member, that is
/// tied to this member and holds. The first that was invited, if there are several.
///
/// # Errors
/// When the read model cannot be read.
pub async fn for_member(
    ports: &Ports,
    network: &NetworkId,
    member: MemberId,
    known: Reading,
) -> Result<Option<Answering>, Trouble> {
    let filter =
        vec![("member", vec![member.to_string()]), ("state", vec![AccountState::Active.to_string()])];
    let ask = PageAsk { filter, limit: MOST, ..PageAsk::default() };
    let page = ports.rows.page(table::<Accounts>(), network, ask, known).await?;
    let now = ports.clock.now();
    let mut found: Vec<Answering> = Vec::new();
    for raw in page.rows {
        let row: AccountRow = serde_json::from_slice(&raw.body)
            .map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))?;
        let tied = row.facets.into_iter().filter(|facet| facet.member == Some(member) && facet.holds_at(now));
        let answers = tied.filter(|facet| matches!(facet.role, Role::Volunteer | Role::Member));
        found.extend(answers.map(|facet| Answering { account: row.id, email: row.email.clone(), facet }));
    }
    // The sort is stable: among equals, the first one invited.
    found.sort_by_key(|answering| answering.facet.role != Role::Volunteer);
    Ok(found.into_iter().next())
}
