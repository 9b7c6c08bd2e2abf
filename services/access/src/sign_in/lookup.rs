//! How accounts are found: by id, by address, by the digest of a link or a token.

use accounts::email::{accounts_of, comparable};
use accounts::{CredentialRow, Credentials, Digest, Known};
use graph::lists::table;
use graph::ports::{PageAsk, Trouble};
use kernel::{NetworkId, Secret};

use super::SignIn;
use crate::store::Holder;

/// A token that says in which network it is good: `brussels.7K2…`.
pub(crate) fn parted(shown: &str) -> Option<(NetworkId, &str)> {
    let (network, token) = shown.trim().split_once('.')?;
    Some((network.parse().ok()?, token))
}

impl SignIn {
    /// The account of a holder, with its secrets sealed; nothing when it is not there any more.
    pub(crate) async fn account(&self, holder: &Holder) -> Result<Option<Known>, Trouble> {
        let key = holder.account.to_string();
        let table = table::<Credentials>();
        let rows = self.ports.rows.rows(table, &holder.network, &[key], self.seen.reading()).await?;
        let Some(raw) = rows.first() else { return Ok(None) };
        let row: CredentialRow = serde_json::from_slice(&raw.body)
            .map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))?;
        Ok(row.account.known().cloned())
    }

    /// The account that a digest leads to, with its secrets opened.
    pub(crate) async fn account_by(
        &self,
        network: &NetworkId,
        facet: &'static str,
        value: String,
    ) -> Result<Option<Known>, Trouble> {
        let ask = PageAsk { filter: vec![(facet, vec![value])], limit: 1, ..PageAsk::default() };
        let page = self.ports.rows.page(table::<Credentials>(), network, ask, self.seen.reading()).await?;
        let Some(raw) = page.rows.first() else { return Ok(None) };
        let row = accounts::email::opened(&self.ports, &raw.body)?;
        Ok(row.account.known().cloned())
    }

    /// The account that a token of a link leads to.
    pub(crate) async fn account_by_link(
        &self,
        facet: &'static str,
        shown: &str,
    ) -> Result<Option<(Holder, Known, Digest)>, Trouble> {
        let Some((network, token)) = parted(shown) else { return Ok(None) };
        let digest = Digest::of(token);
        let found = self.account_by(&network, facet, digest.to_string()).await?;
        Ok(found.map(|known| (Holder { network, account: known.account }, known, digest)))
    }

    /// The account with this sign-in name, with its secrets opened.
    pub(crate) async fn account_named(
        &self,
        network: &NetworkId,
        email: &str,
    ) -> Result<Option<Known>, Trouble> {
        let Some(address) = comparable(email) else { return Ok(None) };
        let rows = accounts_of(&self.ports, network, &address, self.seen.reading()).await?;
        Ok(rows.into_iter().find_map(|row| row.account.known().cloned()))
    }
}

/// A secret that was opened.
pub(crate) fn clear(secret: &Secret) -> Option<&str> {
    match secret {
        Secret::Clear(text) => Some(text.as_str()),
        Secret::Sealed(_) | Secret::Erased => None,
    }
}
