//! Legitimate sign-ins while fifty others guess: that they come through, and before whom. How long it
//! takes is `benches/login_load.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use access::AccessRefusal;
use access::attempts::{Attempts, Trier, What};
use access::password::{Around, Checked, Cost, Passwords};
use common::Node;
use kernel::NetworkId;

const GUESSERS: usize = 50;
const PASSWORD: &str = "tram 92 a encore du retard";

#[derive(Clone)]
struct Door {
    attempts: Attempts,
    passwords: Passwords,
    network: NetworkId,
    kept: Arc<str>,
    /// How many wrong passwords were hashed.
    hashed: Arc<AtomicUsize>,
}

async fn door(node: &Node) -> Door {
    let passwords = Passwords::new(Cost { memory: 1024, passes: 1, lanes: 1 }, 2).unwrap();
    Door {
        attempts: Attempts::new(node.store.clone()),
        kept: passwords.hash(PASSWORD, &Around::default()).await.unwrap().into(),
        passwords,
        network: "brussels".parse().unwrap(),
        hashed: Arc::default(),
    }
}

impl Door {
    async fn tries(
        &self,
        account: &str,
        device: &str,
        known: bool,
        password: &str,
    ) -> Result<bool, AccessRefusal> {
        let trier = Trier { network: &self.network, account: Some(account), device: Some(device), known };
        let refusal = |denied: access::Denied| denied.refusal().cloned().expect("a refusal");
        let counted = self.attempts.begin(What::Password, trier).map_err(refusal)?;
        match self.passwords.check(counted.lane(), password, Some(&self.kept)).await {
            Ok(Checked::Right { .. }) => counted.right().map(|()| true).map_err(refusal),
            Ok(Checked::Wrong) => {
                self.hashed.fetch_add(1, Ordering::Relaxed);
                Ok(false)
            }
            Err(busy) => {
                counted.unspent().map_err(refusal)?;
                Err(refusal(busy))
            }
        }
    }

    /// Fifty guess at these accounts, twenty times each, as fast as they can.
    fn guessed_at(&self, account: impl Fn(usize) -> String) -> Vec<tokio::task::JoinHandle<()>> {
        (0..GUESSERS)
            .map(|number| {
                let (door, account) = (self.clone(), account(number));
                tokio::spawn(async move {
                    for _ in 0..20 {
                        let _ = door.tries(&account, &format!("guesser {number}"), false, "wrong").await;
                        tokio::task::yield_now().await;
                    }
                })
            })
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_who_guess_at_an_account_do_not_keep_its_holder_out() {
    let node = Node::new();
    let door = door(&node).await;
    let guessers = door.guessed_at(|_| "nora".to_owned());
    for _ in 0..20 {
        assert_eq!(door.tries("nora", "her tablet", true, PASSWORD).await, Ok(true));
    }
    for guesser in guessers {
        guesser.await.unwrap();
    }
    // Whatever they do, five were looked at: the others waited for nothing.
    assert_eq!(door.hashed.load(Ordering::Relaxed), 5);
    assert_eq!(door.tries("nora", "her tablet", true, PASSWORD).await, Ok(true));
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_who_guess_at_other_accounts_keep_nobody_out_even_on_a_new_device() {
    let node = Node::new();
    let door = door(&node).await;
    let guessers = door.guessed_at(|number| format!("account {number}"));
    let mut came_through = 0;
    while came_through < 20 {
        match door.tries("nora", "a new telephone", false, PASSWORD).await {
            Ok(right) => came_through += usize::from(right),
            // The queue of strangers is full: the same again, as the refusal says.
            Err(AccessRefusal::SignInBusy { .. }) => tokio::task::yield_now().await,
            Err(other) => panic!("{other:?}"),
        }
    }
    for guesser in guessers {
        guesser.await.unwrap();
    }
    assert!(door.hashed.load(Ordering::Relaxed) <= 5 * GUESSERS);
}
