//! The accounts of the network, for the screen of people and roles: what they are, never what
//! opens them.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{
    ActorId, Decider, Event, Facet, Line, Party, Projection, Recorded, Secret, Secrets, Undecodable, Waiting,
};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use crate::account::{Account, AccountEvent, Known, Stage};
use crate::values::{
    AccessTokenId, FacetId, PasskeyId, RecoveryReason, RemovalReason, RoleFacet, TokenScope,
};

/// How far an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum AccountState {
    /// Invited; the link waits.
    Invited,
    /// Accepted.
    Active,
    /// Locked until its recovery is completed.
    Locked,
    /// Removed.
    Removed,
}

/// A passkey, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PasskeySummary {
    /// Its id.
    pub passkey: PasskeyId,
    /// What its owner calls it.
    pub name: Option<Secret>,
}

/// A recovery under way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct RecoverySummary {
    /// Who asked; somebody else approves.
    pub asked_by: ActorId,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Why.
    pub because: RecoveryReason,
    /// Until when its link can be used, once it was approved.
    pub expires_at: Option<DateTime<Utc>>,
}

/// A personal access token, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct TokenSummary {
    /// Its id.
    pub token: AccessTokenId,
    /// What its owner calls it.
    pub name: Option<Secret>,
    /// Its last four characters.
    pub last_four: String,
    /// The role in which it acts.
    pub facet: FacetId,
    /// What it may do.
    pub scope: TokenScope,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// An account of the network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Account")]
#[serde(rename_all = "camelCase")]
pub struct AccountRow {
    /// Its id.
    pub id: ActorId,
    /// The version of the account.
    pub version: u64,
    /// How far it is.
    pub state: AccountState,
    /// The name to be called by; null once it was removed or erased.
    pub display_name: Option<Secret>,
    /// The sign-in name; null once it was removed or erased.
    pub email: Option<Secret>,
    /// Its roles, with where and when they hold.
    pub facets: Vec<RoleFacet>,
    /// Whether it has a password.
    pub has_password: bool,
    /// Whether a second factor is asked for.
    pub has_second_factor: bool,
    /// Codes on paper that were not used.
    pub recovery_codes_left: u32,
    /// Its passkeys.
    pub passkeys: Vec<PasskeySummary>,
    /// The organisations whose sign-in opens it, by issuer.
    pub outside_identities: Vec<Line>,
    /// Until when a role that decides for others can be used without a second factor or a passkey;
    /// null when none is needed.
    pub second_factor_due: Option<DateTime<Utc>>,
    /// When it was invited.
    pub invited_at: DateTime<Utc>,
    /// By whom.
    pub invited_by: ActorId,
    /// Until when the link of the invitation can be used; null once it was accepted.
    pub invitation_expires_at: Option<DateTime<Utc>>,
    /// When the invitation was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
    /// The recovery under way.
    pub recovery: Option<RecoverySummary>,
    /// Its personal access tokens.
    pub tokens: Vec<TokenSummary>,
    /// When it was removed.
    pub removed_at: Option<DateTime<Utc>>,
    /// Why it was removed.
    pub removed_because: Option<RemovalReason>,
    /// What the rules know of it.
    #[graphql(skip)]
    pub account: Account,
}

impl Secrets for AccountRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        // What the rules know stays sealed: nobody reads proofs here.
        let mut secrets: Vec<&mut Secret> = self.display_name.iter_mut().chain(&mut self.email).collect();
        secrets.extend(self.passkeys.iter_mut().filter_map(|passkey| passkey.name.as_mut()));
        secrets.extend(self.tokens.iter_mut().filter_map(|token| token.name.as_mut()));
        secrets
    }
}

impl AccountRow {
    fn invited(key: &str, event: &Recorded<AccountEvent>) -> Option<Self> {
        Some(Self {
            id: key.parse().ok()?,
            version: event.version,
            state: AccountState::Invited,
            display_name: None,
            email: None,
            facets: vec![],
            has_password: false,
            has_second_factor: false,
            recovery_codes_left: 0,
            passkeys: vec![],
            outside_identities: vec![],
            second_factor_due: None,
            invited_at: event.at(),
            invited_by: event.meta.actor,
            invitation_expires_at: None,
            accepted_at: None,
            recovery: None,
            tokens: vec![],
            removed_at: None,
            removed_because: None,
            account: Account::default(),
        })
    }

    /// Shows what is known now.
    fn show(&mut self) {
        if let Some(known) = self.account.known().cloned() {
            self.show_known(&known);
            return;
        }
        self.state = AccountState::Removed;
        (self.display_name, self.email) = (None, None);
        (self.facets, self.passkeys, self.tokens) = (vec![], vec![], vec![]);
        (self.has_password, self.has_second_factor, self.recovery_codes_left) = (false, false, 0);
        self.outside_identities = vec![];
        (self.second_factor_due, self.invitation_expires_at, self.recovery) = (None, None, None);
    }

    fn show_known(&mut self, known: &Known) {
        let factor = known.proofs.second_factor.as_ref().filter(|factor| factor.confirmed);
        self.state = match known.stage {
            Stage::Invited => AccountState::Invited,
            Stage::Active => AccountState::Active,
            Stage::Locked => AccountState::Locked,
        };
        self.display_name = Some(known.display_name.clone());
        self.email = Some(known.email.clone());
        self.facets = known.facets.values().map(|granted| granted.facet.clone()).collect();
        self.has_password = known.proofs.password.is_some();
        self.has_second_factor = factor.is_some();
        self.recovery_codes_left =
            factor.map_or(0, |factor| u32::try_from(factor.recovery_codes.len()).unwrap_or(u32::MAX));
        self.passkeys = known
            .proofs
            .passkeys
            .iter()
            .map(|(id, passkey)| PasskeySummary { passkey: *id, name: Some(passkey.name.clone()) })
            .collect();
        self.outside_identities =
            known.proofs.outside.keys().filter_map(|issuer| issuer.parse().ok()).collect();
        self.second_factor_due = due_by(known);
        self.invitation_expires_at = known.invitation.as_ref().map(|link| link.expires_at);
        self.accepted_at = known.accepted_at;
        self.recovery = known.recovery.as_ref().map(|recovery| RecoverySummary {
            asked_by: recovery.by,
            asked_at: recovery.at,
            because: recovery.because,
            expires_at: recovery.approved.as_ref().map(|link| link.expires_at),
        });
        self.tokens = known
            .tokens
            .iter()
            .map(|(id, token)| TokenSummary {
                token: *id,
                name: Some(token.name.clone()),
                last_four: token.last_four.clone(),
                facet: token.facet,
                scope: token.scope,
                expires_at: token.expires_at,
            })
            .collect();
    }
}

/// When the first role that decides for others cannot be used any more without more than a password.
fn due_by(known: &Known) -> Option<DateTime<Utc>> {
    if known.proofs.are_strong() {
        return None;
    }
    known.facets.values().filter_map(|granted| known.grace_until(granted)).min()
}

/// The accounts of the network.
#[derive(Debug, Clone, Copy)]
pub struct Accounts;

impl Projection for Accounts {
    const NAME: &'static str = "accounts_accounts_1";
    const KINDS: &'static [&'static str] = &["account"];
    const FACETS: &'static [&'static str] = &["state", "role", "member", "partner"];
    type Event = AccountEvent;
    type Row = AccountRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<AccountEvent, Undecodable> {
        AccountEvent::read(name, shape, payload)
    }

    fn project(row: Option<AccountRow>, key: &str, event: &Recorded<AccountEvent>) -> Option<AccountRow> {
        let mut row = match row {
            Some(row) => row,
            None => AccountRow::invited(key, event)?,
        };
        row.version = event.version;
        row.account.evolve(event.event.clone());
        if let AccountEvent::AccountRemoved { because } = &event.event {
            row.removed_at = Some(event.at());
            row.removed_because = Some(*because);
        }
        row.show();
        Some(row)
    }

    fn order(row: &AccountRow) -> String {
        sortable(row.invited_at)
    }

    fn facets(row: &AccountRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::many(row.facets.iter().map(|facet| facet.role)),
            Facet::many(row.facets.iter().filter_map(|facet| facet.member)),
            Facet::many(row.facets.iter().filter_map(|facet| facet.partner)),
        ]
    }

    /// A second coordinator must look at a recovery that was asked.
    fn waiting(row: &AccountRow) -> Option<Waiting> {
        let recovery = row.recovery.as_ref().filter(|recovery| recovery.expires_at.is_none())?;
        Some(Waiting {
            on: Party::Coordinator,
            since: recovery.asked_at,
            what: "approveRecovery".to_owned(),
            due: None,
        })
    }
}
