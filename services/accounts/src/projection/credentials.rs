//! What signing in looks things up in: the whole account, as the rules see it. Never shown.

use kernel::{ActorId, Decider, Event, Facet, Projection, Recorded, Secret, Secrets, Undecodable};
use serde::{Deserialize, Serialize};

use crate::account::{Account, AccountEvent};
use crate::values::Digest;

/// An account with its proofs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CredentialRow {
    /// The account.
    pub id: ActorId,
    /// The version of the account.
    pub version: u64,
    /// What is known of it.
    pub account: Account,
}

impl Secrets for CredentialRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let Account::Known(known) = &mut self.account else { return vec![] };
        let mut secrets = vec![&mut known.display_name, &mut known.email];
        secrets.extend(&mut known.proofs.password);
        for passkey in known.proofs.passkeys.values_mut() {
            secrets.extend([&mut passkey.name, &mut passkey.credential]);
        }
        secrets.extend(known.proofs.second_factor.as_mut().map(|factor| &mut factor.secret));
        secrets.extend(known.tokens.values_mut().map(|token| &mut token.name));
        secrets
    }
}

/// The value by which the sign-in of an organisation is looked up.
pub fn outside_key(issuer: &str, subject: &Digest) -> String {
    Digest::of(&format!("{issuer}\n{subject}")).to_string()
}

/// The accounts with their proofs.
#[derive(Debug, Clone, Copy)]
pub struct Credentials;

impl Projection for Credentials {
    const NAME: &'static str = "accounts_credentials_1";
    const KINDS: &'static [&'static str] = &["account"];
    const FACETS: &'static [&'static str] = &["invitation", "recovery", "token", "outside", "passkey"];
    type Event = AccountEvent;
    type Row = CredentialRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<AccountEvent, Undecodable> {
        AccountEvent::read(name, shape, payload)
    }

    fn project(
        row: Option<CredentialRow>,
        key: &str,
        event: &Recorded<AccountEvent>,
    ) -> Option<CredentialRow> {
        let mut account = row.map(|row| row.account).unwrap_or_default();
        account.evolve(event.event.clone());
        Some(CredentialRow { id: key.parse().ok()?, version: event.version, account })
    }

    fn order(row: &CredentialRow) -> String {
        row.id.to_string()
    }

    fn facets(row: &CredentialRow) -> Vec<Facet> {
        let Some(known) = row.account.known() else { return vec![const { Facet::None }; 5] };
        let recovery = known.recovery.as_ref().and_then(|recovery| recovery.approved.as_ref());
        vec![
            Facet::maybe(known.invitation.as_ref().map(|link| &link.digest)),
            Facet::maybe(recovery.map(|link| &link.digest)),
            Facet::many(known.tokens.values().map(|token| &token.digest)),
            Facet::many(known.proofs.outside.iter().map(|(issuer, subject)| outside_key(issuer, subject))),
            Facet::many(known.proofs.passkeys.keys()),
        ]
    }
}
