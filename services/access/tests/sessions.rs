//! Sessions: how they begin, change, and end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use access::sessions::{ABSOLUTE, Change, IDLE, IDLE_SHARED, Opening, Proof, Session, Sessions};
use access::{AccessRefusal, Token};
use chrono::TimeDelta;
use common::{Node, holder, holds, refused};

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

fn opening(number: u8, shared: bool) -> Opening {
    Opening {
        holder: holder(number, "brussels"),
        device: Some("desk-1".parse().unwrap()),
        shared,
        facet: None,
        proofs: vec![Proof::Password],
    }
}

fn open(sessions: &Sessions, number: u8, shared: bool) -> (Token, Session) {
    sessions.open(opening(number, shared)).unwrap()
}

#[test]
fn a_session_is_known_by_its_token() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, session) = open(&sessions, 1, false);
    let found = sessions.of(token.as_str()).unwrap();
    assert_eq!((found.id, &found.holder), (session.id, &holder(1, "brussels")));
    refused(sessions.of(Token::random().unwrap().as_str()), &AccessRefusal::SessionEnded);
    refused(sessions.of(""), &AccessRefusal::SessionEnded);
    refused(sessions.of(&session.id.to_string()), &AccessRefusal::SessionEnded);
}

#[test]
fn the_token_is_nowhere_in_the_file_and_its_digest_is() {
    let node = Node::new();
    let (token, _) = open(&Sessions::new(node.store.clone()), 1, false);
    assert!(!holds(&node.bytes(), token.as_str().as_bytes()));
    assert!(holds(&node.bytes(), &token.digest()), "else this test looks in the wrong place");
}

#[test]
fn a_session_left_alone_for_15_minutes_is_over() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, _) = open(&sessions, 1, false);
    node.clock.pass(IDLE - TimeDelta::seconds(1));
    sessions.of(token.as_str()).unwrap();
    node.clock.pass(IDLE - TimeDelta::seconds(1));
    sessions.of(token.as_str()).unwrap();
    node.clock.pass(IDLE);
    refused(sessions.of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn on_a_shared_device_it_is_over_after_5_minutes() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, _) = open(&sessions, 1, true);
    node.clock.pass(IDLE_SHARED - TimeDelta::seconds(1));
    sessions.of(token.as_str()).unwrap();
    node.clock.pass(IDLE_SHARED);
    refused(sessions.of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn a_session_that_is_always_used_is_over_after_4_hours() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (mut token, session) = open(&sessions, 1, true);
    while node.clock_now() + minutes(4) < session.over_at {
        node.clock.pass(minutes(4));
        // Neither use nor a new token makes it last longer.
        token = sessions.change(token.as_str(), Change::Facet(Some("host".to_owned()))).unwrap().0;
    }
    node.clock.pass(minutes(4));
    assert_eq!(session.over_at - session.began_at, ABSOLUTE);
    refused(sessions.of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn another_role_is_another_token_and_the_old_one_is_worth_nothing() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (old, session) = open(&sessions, 1, false);
    let (new, changed) = sessions.change(old.as_str(), Change::Facet(Some("host".to_owned()))).unwrap();
    assert_eq!((changed.id, changed.facet.as_deref()), (session.id, Some("host")));
    refused(sessions.of(old.as_str()), &AccessRefusal::SessionEnded);
    assert_eq!(sessions.of(new.as_str()).unwrap().facet.as_deref(), Some("host"));
}

#[test]
fn one_more_proof_is_another_token_too() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (old, _) = open(&sessions, 1, false);
    let (new, changed) = sessions.change(old.as_str(), Change::Proved(Proof::SecondFactor)).unwrap();
    assert_eq!(changed.proofs, [Proof::Password, Proof::SecondFactor]);
    refused(sessions.of(old.as_str()), &AccessRefusal::SessionEnded);
    assert_eq!(sessions.of(new.as_str()).unwrap().proofs, changed.proofs);
}

#[test]
fn the_list_says_where_and_about_when() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (first, _) = open(&sessions, 1, false);
    node.clock.pass(minutes(3));
    open(&sessions, 1, true);
    open(&sessions, 2, true);
    sessions.of(first.as_str()).unwrap();
    let list = sessions.list(&holder(1, "brussels")).unwrap();
    let told: Vec<_> = list
        .iter()
        .map(|session| (session.shared, session.device.as_ref().unwrap().to_string(), session.used_about()))
        .collect();
    let about = "2027-03-09T13:05:00Z".parse().unwrap();
    assert_eq!(told, [(true, "desk-1".to_owned(), about), (false, "desk-1".to_owned(), about)]);
    assert!(sessions.list(&holder(1, "gatineau")).unwrap().is_empty(), "another network is another account");
}

#[test]
fn what_is_over_is_not_in_the_list() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    open(&sessions, 1, true);
    let (_, other) = open(&sessions, 1, false);
    node.clock.pass(IDLE_SHARED);
    let list = sessions.list(&holder(1, "brussels")).unwrap();
    assert_eq!(list.iter().map(|session| session.id).collect::<Vec<_>>(), [other.id]);
}

#[test]
fn signing_out_ends_this_session_only() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let ((here, _), (there, _)) = (open(&sessions, 1, false), open(&sessions, 1, false));
    sessions.sign_out(here.as_str()).unwrap();
    refused(sessions.of(here.as_str()), &AccessRefusal::SessionEnded);
    sessions.of(there.as_str()).unwrap();
    sessions.sign_out(here.as_str()).unwrap();
}

#[test]
fn one_ends_ones_own_sessions_and_nobody_elses() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, session) = open(&sessions, 1, false);
    assert!(!sessions.end(&holder(2, "brussels"), session.id).unwrap());
    assert!(!sessions.end(&holder(1, "gatineau"), session.id).unwrap());
    sessions.of(token.as_str()).unwrap();
    assert!(sessions.end(&holder(1, "brussels"), session.id).unwrap());
    refused(sessions.of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn ending_all_others_leaves_the_one_that_asks() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (here, session) = open(&sessions, 1, false);
    let (there, _) = open(&sessions, 1, false);
    let (somebody, _) = open(&sessions, 2, false);
    assert_eq!(sessions.end_all(&holder(1, "brussels"), Some(session.id)).unwrap(), 1);
    sessions.of(here.as_str()).unwrap();
    refused(sessions.of(there.as_str()), &AccessRefusal::SessionEnded);
    sessions.of(somebody.as_str()).unwrap();
}

#[test]
fn a_removed_account_has_no_session_left() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (here, session) = open(&sessions, 1, false);
    assert!(sessions.stands(session.id).unwrap());
    assert_eq!(sessions.end_all(&holder(1, "brussels"), None).unwrap(), 1);
    refused(sessions.of(here.as_str()), &AccessRefusal::SessionEnded);
    assert!(!sessions.stands(session.id).unwrap(), "an open subscription notices");
}

#[test]
fn looking_whether_a_session_stands_is_not_a_use() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, session) = open(&sessions, 1, true);
    node.clock.pass(minutes(3));
    assert!(sessions.stands(session.id).unwrap());
    node.clock.pass(minutes(3));
    assert!(!sessions.stands(session.id).unwrap());
    refused(sessions.of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn a_restart_ends_no_session_and_forgets_at_most_half_a_minute_of_use() {
    let mut node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, session) = open(&sessions, 1, true);
    node.clock.pass(minutes(4));
    sessions.of(token.as_str()).unwrap();
    drop(sessions);
    node = node.restarted();
    let sessions = Sessions::new(node.store.clone());
    node.clock.pass(minutes(4));
    assert_eq!(sessions.of(token.as_str()).unwrap().id, session.id);
}

#[test]
fn a_use_is_written_at_most_every_30_seconds() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, _) = open(&sessions, 1, false);
    let mut changes = Vec::new();
    for _ in 0..40 {
        node.clock.pass(TimeDelta::seconds(3));
        let before = node.bytes();
        sessions.of(token.as_str()).unwrap();
        changes.push(before != node.bytes());
    }
    // Two minutes of a request every three seconds.
    assert_eq!(changes.iter().filter(|changed| **changed).count(), 4);
}

#[test]
fn an_ended_session_does_not_come_back_with_the_node() {
    let mut node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    let (token, _) = open(&sessions, 1, false);
    sessions.sign_out(token.as_str()).unwrap();
    drop(sessions);
    node = node.restarted();
    refused(Sessions::new(node.store.clone()).of(token.as_str()), &AccessRefusal::SessionEnded);
}

#[test]
fn tidying_takes_what_is_over_and_nothing_else() {
    let node = Node::new();
    let sessions = Sessions::new(node.store.clone());
    open(&sessions, 1, true);
    let (token, _) = open(&sessions, 1, false);
    node.clock.pass(IDLE_SHARED);
    assert_eq!(sessions.tidy().unwrap(), 1);
    sessions.of(token.as_str()).unwrap();
    node.clock.pass(ABSOLUTE);
    assert_eq!(node.store.tidy().unwrap(), 1);
    assert_eq!(sessions.tidy().unwrap(), 0);
}

impl Node {
    fn clock_now(&self) -> chrono::DateTime<chrono::Utc> {
        graph::ports::Clock::now(&*self.clock)
    }
}
