//! How a row is tied to the caller.

use std::collections::HashSet;

use ::access::policy::{Kind, Relation, Rights};
use graph::lists::table;
use graph::ports::{Known, PageAsk, Trouble};
use serde_json::Value;

use super::Sight;

/// Memberships of one account, and purposes it states in a quarter of an hour: a few.
const FEW: usize = 100;

impl Sight {
    /// The ties a row of a kind may have to this caller.
    pub(super) fn possible(&self, rights: Rights) -> impl Iterator<Item = Relation> + use<> {
        let scope = &self.caller.scope;
        let (referral, partner, sites) =
            (scope.referral.is_some(), scope.partner.is_some(), !scope.sites.is_empty());
        rights.relations().filter(move |relation| match relation {
            Relation::Referral => referral,
            Relation::Partner => partner,
            Relation::OtherSite => sites,
            Relation::Own | Relation::SameSite | Relation::Network => true,
        })
    }

    /// The closest tie of a row.
    pub(super) async fn relation(&self, kind: &Kind, body: &Value) -> Result<Relation, Trouble> {
        let values = |tie: &str| kind.ties.get(tie).map(|path| values(body, path)).unwrap_or_default();
        let scope = &self.caller.scope;
        if values("account").contains(&self.caller.actor.to_string().as_str()) {
            return Ok(Relation::Own);
        }
        let members = values("member");
        if !members.is_empty() && self.members().await?.iter().any(|own| members.contains(&own.as_str())) {
            return Ok(Relation::Own);
        }
        if scope.referral.is_some_and(|id| values("referral").contains(&id.to_string().as_str())) {
            return Ok(Relation::Referral);
        }
        if scope.partner.is_some_and(|id| values("partner").contains(&id.to_string().as_str())) {
            return Ok(Relation::Partner);
        }
        let sites = values("site");
        let works_at = |site: &&str| scope.sites.iter().any(|own| own.to_string() == **site);
        Ok(match sites.is_empty() {
            true => Relation::Network,
            false if scope.sites.is_empty() || sites.iter().any(works_at) => Relation::SameSite,
            false => Relation::OtherSite,
        })
    }

    /// The members that the account is.
    pub(super) async fn members(&self) -> Result<Vec<String>, Trouble> {
        match &self.kept {
            Some(kept) => kept.members.get_or_try_init(|| self.find_members()).await.cloned(),
            None => self.find_members().await,
        }
    }

    async fn find_members(&self) -> Result<Vec<String>, Trouble> {
        let own = self.caller.actor.to_string();
        let ask = PageAsk { filter: vec![("account", vec![own])], limit: FEW, ..PageAsk::default() };
        let members = table::<mutual_aid::Members>();
        let page = self.inner.page(members, &self.caller.network, ask, Known::default()).await?;
        let known = page.rows.into_iter().map(|row| row.key);
        Ok(known.chain(self.caller.scope.member.map(|member| member.to_string())).collect())
    }

    /// The objects whose identity and private notes the caller has asked for, with a purpose, in the
    /// last quarter of an hour: as `kind:id`.
    pub(super) async fn disclosed(&self) -> Result<HashSet<String>, Trouble> {
        match &self.kept {
            Some(kept) => kept.disclosed.get_or_try_init(|| self.find_disclosed()).await.cloned(),
            None => self.find_disclosed().await,
        }
    }

    async fn find_disclosed(&self) -> Result<HashSet<String>, Trouble> {
        let own = self.caller.actor.to_string();
        let ask = PageAsk {
            filter: vec![("actor", vec![own])],
            limit: FEW,
            newest_first: true,
            ..PageAsk::default()
        };
        let disclosures = table::<people::Disclosures>();
        let page = self.inner.page(disclosures, &self.caller.network, ask, Known::default()).await?;
        let now = self.clock.now();
        let live = page.rows.iter().filter_map(|row| {
            let row: Value = serde_json::from_slice(&row.body).ok()?;
            let until: chrono::DateTime<chrono::Utc> = row["until"].as_str()?.parse().ok()?;
            let word = format!("{}:{}", row["object"]["kind"].as_str()?, row["object"]["id"].as_str()?);
            (now < until).then_some(word)
        });
        Ok(live.collect())
    }
}

/// The texts at a path of a row; lists on the way are gone through.
fn values<'a>(body: &'a Value, path: &str) -> Vec<&'a str> {
    let mut found = vec![body];
    for part in path.split('.') {
        found = found.into_iter().flat_map(each).filter_map(|value| value.get(part)).collect();
    }
    found.into_iter().flat_map(each).filter_map(Value::as_str).collect()
}

fn each(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}
