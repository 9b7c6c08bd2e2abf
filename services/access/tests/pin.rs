//! A tablet at the desk: locked, and resumed with a short PIN.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use access::password::{Cost, Passwords};
use access::sessions::{ABSOLUTE, IDLE_SHARED, Opening, Proof, Sessions};
use access::{AccessRefusal, Token};
use common::{Node, holder, holds, refused};

const PIN: &str = "8305";

struct Tablet {
    node: Node,
    sessions: Sessions,
    passwords: Passwords,
    token: Token,
}

async fn tablet() -> Tablet {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let passwords = Passwords::new(Cost::LEAST, 2).unwrap();
    let opening = Opening {
        holder: holder(1, "brussels"),
        device: Some("tablet".parse().unwrap()),
        shared: true,
        facet: Some("host".to_owned()),
        proofs: vec![Proof::Password],
    };
    let (token, _) = sessions.open(opening).unwrap();
    let (token, session) = sessions.set_pin(&passwords, token.as_str(), PIN).await.unwrap();
    assert!(session.has_pin);
    Tablet { node, sessions, passwords, token }
}

impl Tablet {
    async fn types(&self, pin: &str) -> Result<Token, access::Denied> {
        self.sessions.resume(&self.passwords, self.token.as_str(), pin).await.map(|(token, _)| token)
    }
}

#[tokio::test]
async fn a_locked_session_does_nothing_until_its_pin_is_typed() {
    let tablet = tablet().await;
    let id = tablet.sessions.lock(tablet.token.as_str()).unwrap().id;
    refused(tablet.sessions.of(tablet.token.as_str()), &AccessRefusal::SessionLocked);
    assert!(!tablet.sessions.stands(id).unwrap());
    let token = tablet.types(PIN).await.unwrap();
    let session = tablet.sessions.of(token.as_str()).unwrap();
    assert_eq!((session.id, session.facet.as_deref()), (id, Some("host")));
    assert_eq!(session.proofs, [Proof::Password, Proof::Pin]);
    refused(tablet.sessions.of(tablet.token.as_str()), &AccessRefusal::SessionEnded);
}

#[tokio::test]
async fn choosing_a_pin_gives_a_new_token() {
    let tablet = tablet().await;
    let old = tablet.token.clone();
    let (new, _) = tablet.sessions.set_pin(&tablet.passwords, old.as_str(), "9417").await.unwrap();
    refused(tablet.sessions.of(old.as_str()), &AccessRefusal::SessionEnded);
    tablet.sessions.of(new.as_str()).unwrap();
}

#[tokio::test]
async fn a_tablet_left_alone_locks_itself_and_goes_on_with_the_pin() {
    let tablet = tablet().await;
    tablet.node.clock.pass(IDLE_SHARED);
    refused(tablet.sessions.of(tablet.token.as_str()), &AccessRefusal::SessionLocked);
    let token = tablet.types(PIN).await.unwrap();
    tablet.sessions.of(token.as_str()).unwrap();
}

#[tokio::test]
async fn five_wrong_pins_wipe_it_and_end_the_session() {
    let tablet = tablet().await;
    tablet.sessions.lock(tablet.token.as_str()).unwrap();
    for left in (1..5).rev() {
        refused(tablet.types("9417").await, &AccessRefusal::PinWrong { left });
    }
    refused(tablet.types("9417").await, &AccessRefusal::PinWiped);
    refused(tablet.types(PIN).await, &AccessRefusal::SessionEnded);
    assert!(!holds(&tablet.node.bytes_after_checkpoint(), b"$argon2id$"), "nothing of the PIN is kept");
}

#[tokio::test]
async fn the_right_pin_forgives_the_wrong_ones() {
    let mut tablet = tablet().await;
    for _ in 0..3 {
        tablet.sessions.lock(tablet.token.as_str()).unwrap();
        for left in (1..5).rev() {
            refused(tablet.types("9417").await, &AccessRefusal::PinWrong { left });
        }
        tablet.token = tablet.types(PIN).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_all_at_once_gains_nothing() {
    let tablet = tablet().await;
    tablet.sessions.lock(tablet.token.as_str()).unwrap();
    let tries = (1000..1024).map(|pin| {
        let (sessions, passwords, token) =
            (tablet.sessions.clone(), tablet.passwords.clone(), tablet.token.clone());
        tokio::spawn(async move { sessions.resume(&passwords, token.as_str(), &pin.to_string()).await })
    });
    let mut looked_at = 0;
    for answer in tries.collect::<Vec<_>>() {
        match answer.await.unwrap().unwrap_err().refusal() {
            Some(AccessRefusal::PinWrong { .. }) => looked_at += 1,
            Some(AccessRefusal::PinWiped | AccessRefusal::SessionEnded) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(looked_at, 4, "the fifth wipes it");
    refused(tablet.types(PIN).await, &AccessRefusal::SessionEnded);
}

#[tokio::test]
async fn the_pin_opens_nothing_on_another_device() {
    let tablet = tablet().await;
    tablet.sessions.lock(tablet.token.as_str()).unwrap();
    let other = Token::random().unwrap();
    let answer = tablet.sessions.resume(&tablet.passwords, other.as_str(), PIN).await;
    refused(answer, &AccessRefusal::SessionEnded);
}

#[tokio::test]
async fn the_pin_does_not_outlive_the_session() {
    let tablet = tablet().await;
    tablet.node.clock.pass(ABSOLUTE);
    refused(tablet.types(PIN).await, &AccessRefusal::SessionEnded);
}

#[tokio::test]
async fn without_a_pin_nothing_can_be_locked() {
    let tablet = tablet().await;
    let opening = Opening {
        holder: holder(2, "brussels"),
        device: None,
        shared: true,
        facet: None,
        proofs: vec![Proof::Passkey],
    };
    let (token, _) = tablet.sessions.open(opening).unwrap();
    refused(tablet.sessions.lock(token.as_str()), &AccessRefusal::PinMissing);
    let answer = tablet.sessions.resume(&tablet.passwords, token.as_str(), PIN).await;
    refused(answer, &AccessRefusal::PinMissing);
}

#[tokio::test]
async fn the_pin_is_kept_only_hashed() {
    let tablet = tablet().await;
    assert!(holds(&tablet.node.bytes(), b"$argon2id$"));
}

impl Node {
    /// What is on the disk when nothing waits in the log.
    fn bytes_after_checkpoint(&self) -> Vec<u8> {
        let database = rusqlite::Connection::open(self.folder.path().join("access.sqlite")).unwrap();
        database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        self.bytes()
    }
}
