//! Attempts: how many, and who has to wait.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use access::attempts::{Attempts, Trier, What};
use access::password::Lane;
use access::{AccessRefusal, Denied};
use chrono::TimeDelta;
use common::{Node, holds};
use graph::ports::{Guesses, Trouble};
use kernel::NetworkId;

struct Door {
    node: Node,
    attempts: Attempts,
    network: NetworkId,
}

fn door() -> Door {
    let node = Node::new();
    let attempts = Attempts::new(node.store.clone());
    Door { node, attempts, network: "brussels".parse().unwrap() }
}

impl Door {
    fn trier<'a>(&'a self, account: &'a str, device: &'a str, known: bool) -> Trier<'a> {
        Trier { network: &self.network, account: Some(account), device: Some(device), known }
    }

    /// A wrong password from a device nobody knows.
    fn stranger(&self, account: &str, device: &str) -> Result<(), Denied> {
        self.attempts.begin(What::Password, self.trier(account, device, false)).map(drop)
    }

    /// A wrong password from a device the account is known on.
    fn known(&self, account: &str, device: &str) -> Result<(), Denied> {
        self.attempts.begin(What::Password, self.trier(account, device, true)).map(drop)
    }
}

fn waits(answer: Result<(), Denied>) -> u64 {
    match answer {
        Ok(()) => 0,
        Err(Denied::Refused(AccessRefusal::TooManyAttempts { seconds })) => seconds,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn five_wrong_tries_are_free_and_the_sixth_waits_longer_and_longer() {
    let door = door();
    for _ in 0..5 {
        assert_eq!(waits(door.stranger("nora", "a")), 0);
    }
    for expected in [15, 30, 60, 120, 240, 480, 900, 900] {
        let wait = waits(door.stranger("nora", "a"));
        assert_eq!(wait, expected);
        door.node.clock.pass(TimeDelta::seconds(wait.cast_signed()) - TimeDelta::milliseconds(1));
        assert_eq!(waits(door.stranger("nora", "a")), 1, "a moment too early");
        door.node.clock.pass(TimeDelta::milliseconds(1));
        assert_eq!(waits(door.stranger("nora", "a")), 0);
    }
}

#[test]
fn asking_again_while_waiting_makes_nobody_wait_longer() {
    let door = door();
    for _ in 0..5 {
        door.stranger("nora", "a").unwrap();
    }
    for _ in 0..100 {
        assert_eq!(waits(door.stranger("nora", "a")), 15);
    }
}

#[test]
fn whoever_waits_writes_nothing() {
    let door = door();
    for _ in 0..5 {
        door.stranger("nora", "a").unwrap();
    }
    let before = door.node.bytes();
    assert!(waits(door.stranger("nora", "a")) > 0);
    assert!(before == door.node.bytes());
}

#[test]
fn strangers_share_the_tries_at_one_account_from_wherever_they_come() {
    let door = door();
    for device in ["a", "b", "c", "d", "e"] {
        assert_eq!(waits(door.stranger("nora", device)), 0);
    }
    assert!(waits(door.stranger("nora", "f")) > 0);
    assert_eq!(waits(door.stranger("samir", "f")), 0);
}

#[test]
fn strangers_do_not_lock_a_known_device_out() {
    let door = door();
    while waits(door.stranger("nora", "elsewhere")) == 0 {}
    for _ in 0..10 {
        assert_eq!(waits(door.known("nora", "her tablet")), 0);
    }
    assert!(waits(door.known("nora", "her tablet")) > 0, "but it has an end there too");
    assert_eq!(waits(door.known("nora", "her telephone")), 0);
}

#[test]
fn one_device_at_many_accounts_comes_to_an_end() {
    let door = door();
    let tried = (0..100).take_while(|account| waits(door.stranger(&account.to_string(), "a")) == 0).count();
    assert_eq!(tried, 20);
    assert_eq!(waits(door.stranger("nora", "b")), 0);
}

#[test]
fn a_whole_network_comes_to_an_end_but_not_for_known_devices() {
    let door = door();
    let try_one =
        |number: usize| waits(door.stranger(&format!("account {number}"), &format!("device {number}")));
    let tried = (0..1000).take_while(|number| try_one(*number) == 0).count();
    assert_eq!(tried, 600);
    assert_eq!(waits(door.known("nora", "her tablet")), 0);
    let gatineau = "gatineau".parse().unwrap();
    let elsewhere = Trier { network: &gatineau, ..door.trier("nora", "b", false) };
    assert!(door.attempts.begin(What::Password, elsewhere).is_ok(), "nor for another network");
    door.node.clock.pass(TimeDelta::minutes(10));
    assert_eq!(try_one(2000), 0);
}

#[test]
fn the_right_password_is_not_counted_and_forgives_a_known_device() {
    let door = door();
    for _ in 0..9 {
        door.known("nora", "her tablet").unwrap();
    }
    door.attempts.begin(What::Password, door.trier("nora", "her tablet", true)).unwrap().right().unwrap();
    for _ in 0..10 {
        assert_eq!(waits(door.known("nora", "her tablet")), 0);
    }
}

#[test]
fn somebody_who_signs_in_gives_strangers_no_new_tries() {
    let door = door();
    for _ in 0..4 {
        door.stranger("nora", "elsewhere").unwrap();
    }
    for _ in 0..50 {
        door.attempts.begin(What::Password, door.trier("nora", "new", false)).unwrap().right().unwrap();
    }
    assert_eq!(waits(door.stranger("nora", "elsewhere")), 0);
    assert!(waits(door.stranger("nora", "elsewhere")) > 0);
}

#[test]
fn a_try_that_was_not_looked_at_is_taken_back() {
    let door = door();
    for _ in 0..50 {
        door.attempts.begin(What::Password, door.trier("nora", "a", false)).unwrap().unspent().unwrap();
    }
    assert_eq!(waits(door.stranger("nora", "a")), 0);
}

#[test]
fn trying_at_the_same_time_gains_nothing() {
    let door = door();
    let begun: Vec<_> = (0..50)
        .map_while(|_| door.attempts.begin(What::Password, door.trier("nora", "a", false)).ok())
        .collect();
    assert_eq!(begun.len(), 5, "a try counts before it is known whether it is right");
}

#[test]
fn whoever_was_wrong_before_waits_apart() {
    let door = door();
    let lane = |account: &str, device: &str, known: bool| {
        door.attempts.begin(What::Password, door.trier(account, device, known)).unwrap().lane()
    };
    assert_eq!(lane("nora", "a", false), Lane::Stranger);
    assert_eq!(lane("nora", "b", false), Lane::Again, "at that account");
    assert_eq!(lane("samir", "a", false), Lane::Again, "on that device");
    assert_eq!(lane("amina", "c", false), Lane::Stranger, "whatever others did in the network");
    assert_eq!(lane("nora", "her tablet", true), Lane::Known);
    assert_eq!(lane("nora", "her tablet", true), Lane::Known);
}

#[test]
fn a_restart_forgets_nothing() {
    let mut door = door();
    while waits(door.stranger("nora", "a")) == 0 {}
    door.node = door.node.restarted();
    door.attempts = Attempts::new(door.node.store.clone());
    assert!(waits(door.stranger("nora", "b")) > 0);
}

#[test]
fn what_was_typed_as_a_name_is_in_no_file() {
    let door = door();
    door.stranger("nora@permanence.example", "a").unwrap();
    assert!(!holds(&door.node.bytes(), b"nora@permanence"));
}

#[test]
fn what_no_longer_counts_is_tidied_away() {
    let door = door();
    door.stranger("nora", "a").unwrap();
    door.node.clock.pass(TimeDelta::hours(1));
    assert_eq!(door.node.store.tidy().unwrap(), 3, "the account's, the device's and the network's");
}

#[test]
fn the_tries_at_one_thing_are_not_those_at_another() {
    let door = door();
    while waits(door.stranger("nora", "a")) == 0 {}
    assert!(door.attempts.begin(What::Passkey, door.trier("nora", "a", false)).is_ok());
}

#[test]
fn codes_have_few_tries_even_on_a_known_device() {
    let door = door();
    let tried = (0..50)
        .take_while(|_| {
            door.attempts.begin(What::SecondFactor, door.trier("nora", "her tablet", true)).is_ok()
        })
        .count();
    assert_eq!(tried, 5);
}

fn caller(account: u8, device: &str) -> graph::Caller {
    let holder = common::holder(account, "brussels");
    graph::Caller {
        network: holder.network,
        actor: holder.account,
        role: kernel::Role::Host,
        device: Some(device.parse().unwrap()),
        locale: graph::Locale::FrBe,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    }
}

#[test]
fn wrong_return_codes_are_counted_by_account_and_by_device() {
    let door = door();
    let guesses: &dyn Guesses = &door.attempts;
    for _ in 0..10 {
        guesses.may_guess(&caller(1, "desk-1")).unwrap();
        guesses.guessed_wrong(&caller(1, "desk-1"));
    }
    assert_eq!(guesses.may_guess(&caller(1, "desk-2")), Err(Trouble::TooManyGuesses { seconds: 60 }));
    assert_eq!(guesses.may_guess(&caller(2, "desk-1")), Err(Trouble::TooManyGuesses { seconds: 60 }));
    assert_eq!(guesses.may_guess(&caller(2, "desk-2")), Ok(()));
    door.node.clock.pass(TimeDelta::minutes(1));
    assert_eq!(guesses.may_guess(&caller(1, "desk-1")), Ok(()));
}

#[test]
fn guesses_that_begin_at_the_same_time_are_counted_one_by_one() {
    let door = door();
    let guesses: &dyn Guesses = &door.attempts;
    // As the fields of one operation do: all ask before any knows whether it was right.
    let begun = (0..100).filter(|_| guesses.may_guess(&caller(1, "desk-1")).is_ok()).count();
    assert_eq!(begun, 10);
}

#[test]
fn right_return_codes_are_not_counted() {
    let door = door();
    let guesses: &dyn Guesses = &door.attempts;
    for _ in 0..100 {
        guesses.may_guess(&caller(1, "desk-1")).unwrap();
        guesses.guessed_right(&caller(1, "desk-1"));
    }
}
