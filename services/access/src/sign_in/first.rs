//! The first account of a network: invited by whoever runs the node, because nobody is in yet.

use accounts::account::{InviteAccount, NewLink};
use accounts::email::{comparable, subject};
use accounts::values::GrantFacet;
use accounts::{AccountCommand, AccountRefusal, Digest, FacetId};
use graph::ports::Trouble;
use kernel::{ActorId, NetworkId, Role};

use super::coming_in::secret;
use super::{SignIn, no, refuse};
use crate::denied::Denied;
use crate::store::Holder;
use crate::token;

impl SignIn {
    /// Invites somebody in the name of the platform; the token of the link, shown once.
    ///
    /// # Errors
    /// The refusals of an invitation.
    pub async fn invite(
        &self,
        network: &NetworkId,
        email: &str,
        name: &str,
        role: Role,
    ) -> Result<String, Trouble> {
        let address = comparable(email).ok_or_else(|| refuse(AccountRefusal::AccountEmailUnfit))?;
        if self.account_named(network, email).await?.is_some() {
            return Err(refuse(AccountRefusal::AccountEmailTaken));
        }
        let id = || token::id().map_err(|fault| no(Denied::from(fault)));
        let (account, facet) = (ActorId(id()?), FacetId(id()?));
        let token = accounts::graphql::shown_once::token(&self.ports);
        let grant = GrantFacet {
            facet,
            role,
            sites: vec![],
            partner: None,
            referral: None,
            member: None,
            from: None,
            until: None,
        };
        let invite = InviteAccount {
            display_name: secret(name)?,
            email: secret(address.as_str())?,
            facets: vec![grant],
        };
        let link = NewLink { digest: Digest::of(&token) };
        let holder = Holder { network: network.clone(), account };
        self.act(&holder, Role::System, None, AccountCommand::Invite(invite, account, link)).await?;
        self.ports.seals.index(network, &subject(network, account), &[address])?;
        Ok(format!("{network}.{token}"))
    }
}
