//! Any sequence of commands leaves an account valid, and its rows agree with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::account::{
    AccountCommand as Ask, AddPasskey, AskRecovery, FirstProof, InviteAccount, IssueAccessToken, NewLink,
    NewToken, RemoveAccount, RemovePasskey, RevokeAccessToken, UseLink, WithdrawFacet,
};
use accounts::values::{GrantFacet, RecoveryReason, RemovalReason, decides_for_others};
use accounts::{
    AccessTokenId, Account, AccountRow, AccountState, Accounts, Credentials, Digest, FacetId, PasskeyId,
    Stage, TokenScope,
};
use chrono::TimeDelta;
use kernel::given::monday_morning;
use kernel::uuid::Uuid;
use kernel::walk::walk;
use kernel::{
    ActorId, Asked, CommandId, Decider, Meta, Position, Projection, Recorded, Role, Sealed, Secret, StreamId,
};
use proptest::prelude::*;

fn id(number: u8) -> Uuid {
    Uuid::from_u128(u128::from(number))
}
fn words() -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/account/1".to_owned(), bytes: "AAAA".to_owned() })
}
fn link(number: u8) -> NewLink {
    NewLink { digest: Digest::of(&number.to_string()) }
}

fn row<P: Projection<Event = accounts::AccountEvent>>(history: &[P::Event]) -> Option<P::Row> {
    let asked = monday_morning();
    let key = id(0).to_string();
    history.iter().enumerate().fold(None, |row, (place, event)| {
        let version = place as u64 + 1;
        let meta = Meta {
            command: CommandId(Uuid::nil()),
            actor: asked.by,
            role: asked.role,
            device: None,
            occurred_at: asked.at,
            causation: None,
            correlation: None,
            trace: None,
            provenance: None,
        };
        let recorded = Recorded {
            stream: StreamId::new(&asked.network, "account", &key),
            version,
            position: Position(version),
            recorded_at: asked.now,
            meta,
            event: event.clone(),
        };
        let row = P::project(row, &key, &recorded)?;
        assert_eq!(P::facets(&row).len(), P::FACETS.len());
        let _ = (P::order(&row), P::waiting(&row), P::due(&row));
        serde_json::to_string(&row).expect("a row can be written");
        Some(row)
    })
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![Just(Role::Host), Just(Role::Coordinator), Just(Role::Administrator)]
}
fn grant() -> impl Strategy<Value = GrantFacet> {
    (0..3_u8, role()).prop_map(|(facet, role)| GrantFacet {
        facet: FacetId(id(facet)),
        role,
        sites: vec![],
        partner: None,
        referral: None,
        member: None,
        from: None,
        until: None,
    })
}
fn used() -> impl Strategy<Value = UseLink> {
    let proof = prop_oneof![
        Just(FirstProof::Password { hash: words() }),
        Just(FirstProof::Passkey(AddPasskey {
            passkey: PasskeyId(id(1)),
            name: words(),
            credential: words()
        })),
    ];
    (0..2_u8, proof).prop_map(|(number, proof)| UseLink { digest: link(number).digest, proof })
}

fn command() -> impl Strategy<Value = Ask> {
    prop_oneof![
        (grant(), 0..2_u8).prop_map(|(facet, number)| Ask::Invite(
            InviteAccount { display_name: words(), email: words(), facets: vec![facet] },
            ActorId(id(0)),
            link(number),
        )),
        used().prop_map(Ask::AcceptInvitation),
        grant().prop_map(Ask::Grant),
        (0..3_u8).prop_map(|facet| Ask::Withdraw(WithdrawFacet { facet: FacetId(id(facet)) })),
        Just(Ask::SetPassword { hash: words() }),
        Just(Ask::RemovePassword),
        (0..3_u8).prop_map(|key| Ask::AddPasskey(AddPasskey {
            passkey: PasskeyId(id(key)),
            name: words(),
            credential: words(),
        })),
        (0..3_u8).prop_map(|key| Ask::RemovePasskey(RemovePasskey { passkey: PasskeyId(id(key)) })),
        Just(Ask::EnrolSecondFactor { secret: words() }),
        Just(Ask::ConfirmSecondFactor { recovery_codes: vec![Digest::of("paper")] }),
        Just(Ask::UseRecoveryCode { digest: Digest::of("paper") }),
        Just(Ask::RemoveSecondFactor),
        (0..2_u8).prop_map(|number| Ask::AskRecovery(
            AskRecovery { because: RecoveryReason::LostDevice },
            link(number),
        )),
        (0..2_u8).prop_map(|number| Ask::ApproveRecovery(link(number))),
        Just(Ask::CancelRecovery),
        used().prop_map(Ask::CompleteRecovery),
        (0..3_u8, 0..3_u8).prop_map(|(token, facet)| Ask::IssueToken(
            IssueAccessToken {
                token: AccessTokenId(id(token)),
                name: words(),
                facet: FacetId(id(facet)),
                scope: TokenScope::Read,
                expires_at: monday_morning().at + TimeDelta::days(90),
            },
            NewToken { digest: Digest::of("token"), last_four: "WXYZ".to_owned() },
        )),
        (0..3_u8).prop_map(|token| Ask::RevokeToken(RevokeAccessToken { token: AccessTokenId(id(token)) })),
        Just(Ask::Remove(RemoveAccount { because: RemovalReason::Left })),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    let roles = prop_oneof![role(), Just(Role::System)];
    (0..3_u8, roles, 0..60_i64).prop_map(|(actor, role, days)| {
        let at = monday_morning().at + TimeDelta::days(days);
        Asked { by: ActorId(id(actor)), role, at, now: at, ..monday_morning() }
    })
}

fn valid(account: &Account) {
    let Some(known) = account.known() else { return };
    // Whoever got in can get in again, and nothing is issued to who did not.
    assert_eq!(known.stage == Stage::Invited, known.accepted_at.is_none());
    if known.stage == Stage::Active {
        assert!(known.proofs.count() > 0, "an active account can always be opened");
    } else {
        assert!(known.stage == Stage::Locked || known.tokens.is_empty());
    }
    let late = monday_morning().at + TimeDelta::days(1_000);
    for granted in known.facets.values() {
        let usable = known.usable(granted.facet.facet, late).is_ok();
        let strong = !decides_for_others(granted.facet.role) || known.proofs.are_strong();
        assert_eq!(usable, known.stage == Stage::Active && strong);
    }
}

fn agrees(account: &Account, row: &AccountRow) {
    match account.known() {
        Some(known) => {
            assert_eq!(row.facets.len(), known.facets.len());
            assert_eq!(row.tokens.len(), known.tokens.len());
            assert_eq!(row.state == AccountState::Active, known.stage == Stage::Active);
        }
        None => assert!(row.state == AccountState::Removed && row.email.is_none() && row.facets.is_empty()),
    }
}

proptest! {
    #[test]
    fn any_walk_leaves_an_account_valid(
        steps in proptest::collection::vec((command(), asked()), 1..80)
    ) {
        let history = walk::<Account>(steps, |account, _| valid(account));
        let account = Account::after(history.iter().cloned());
        if let Some(row) = row::<Accounts>(&history) {
            agrees(&account, &row);
        }
        if let Some(row) = row::<Credentials>(&history) {
            prop_assert_eq!(row.account, account);
        }
    }
}
