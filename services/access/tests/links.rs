//! A link opens one pairing for one volunteer, for a time, and until it is revoked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use access::links::{LinkTo, Links};
use chrono::{DateTime, TimeDelta, Utc};
use common::{Node, holds};
use graph::ports::Clock;

fn link_to(pairing: u8, member: u8, network: &str) -> LinkTo {
    let id = |kind: u8, number: u8| format!("0190a5d4-0000-7000-8000-0000000{kind:02}0{number:02}");
    LinkTo {
        network: network.parse().unwrap(),
        pairing: id(1, pairing).parse().unwrap(),
        member: id(2, member).parse().unwrap(),
    }
}

/// Three days from now: as long as a proposal waits.
fn until(node: &Node) -> DateTime<Utc> {
    node.clock.now() + TimeDelta::days(3)
}

#[test]
fn a_link_opens_what_it_was_made_for_and_goes_on_doing_so() {
    let node = Node::new();
    let (links, to) = (Links::new(node.store.clone()), link_to(1, 1, "brussels"));
    let shown = links.make(&to, until(&node)).unwrap();
    assert_eq!(shown.len(), "brussels.".len() + 43, "256 bits in base64url");
    for _ in 0..2 {
        assert_eq!(links.look(&shown).unwrap(), Some(to.clone()), "a second tap is no mistake");
    }
    let (store, shown) = (node.restarted().store, shown);
    assert_eq!(Links::new(store).look(&shown).unwrap(), Some(to), "over a restart as well");
}

#[test]
fn what_is_not_a_link_opens_nothing() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let shown = links.make(&link_to(1, 1, "brussels"), until(&node)).unwrap();
    let token = shown.split_once('.').unwrap().1;
    let elsewhere = format!("gatineau.{token}");
    let longer = format!("{shown}A");
    for wrong in
        ["", ".", "brussels.", token, &elsewhere, &longer, &shown[..shown.len() - 1], "brussels.' OR 1 --"]
    {
        assert_eq!(links.look(wrong).unwrap(), None, "{wrong}");
    }
}

#[test]
fn a_link_is_over_when_its_time_is() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let shown = links.make(&link_to(1, 1, "brussels"), until(&node)).unwrap();
    node.clock.pass(TimeDelta::days(3) - TimeDelta::seconds(1));
    assert!(links.look(&shown).unwrap().is_some());
    node.clock.pass(TimeDelta::seconds(1));
    assert_eq!(links.look(&shown).unwrap(), None);
    assert_eq!(node.store.tidy().unwrap(), 1, "and it is dropped");
}

#[test]
fn a_newer_link_leaves_those_before_as_they_are() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let to = link_to(1, 1, "brussels");
    let made = [(); 3].map(|()| links.make(&to, until(&node)).unwrap());
    for link in &made {
        assert_eq!(links.look(link).unwrap(), Some(to.clone()), "its letter may have arrived");
    }
}

#[test]
fn a_link_that_was_given_to_nobody_is_taken_back_and_no_other() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let to = link_to(1, 1, "brussels");
    let [given, kept] = [(); 2].map(|()| links.make(&to, until(&node)).unwrap());
    let token = kept.split_once('.').unwrap().1;
    for nothing in ["", token, &format!("gatineau.{token}")] {
        links.take_back(nothing).unwrap();
    }
    links.take_back(&kept).unwrap();
    assert_eq!(links.look(&kept).unwrap(), None);
    assert_eq!(links.look(&given).unwrap(), Some(to));
}

#[test]
fn whoever_leaves_has_no_links_any_more() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let make =
        |pairing, member, network| links.make(&link_to(pairing, member, network), until(&node)).unwrap();
    let gone = [make(1, 1, "brussels"), make(2, 1, "brussels")];
    let others = [make(1, 2, "brussels"), make(1, 1, "gatineau")];
    let to = link_to(1, 1, "brussels");
    assert_eq!(links.revoke_member(&to.network, to.member).unwrap(), 2);
    assert!(gone.iter().all(|link| links.look(link).unwrap().is_none()));
    assert!(others.iter().all(|link| links.look(link).unwrap().is_some()));
}

#[test]
fn a_closed_pairing_takes_its_links_with_it_and_no_other() {
    let node = Node::new();
    let links = Links::new(node.store.clone());
    let make =
        |pairing, member, network| links.make(&link_to(pairing, member, network), until(&node)).unwrap();
    let closed = [make(1, 1, "brussels"), make(1, 2, "brussels")];
    let open = [make(2, 1, "brussels"), make(1, 1, "gatineau")];
    let to = link_to(1, 1, "brussels");
    assert_eq!(links.revoke(&to.network, to.pairing).unwrap(), 2);
    assert_eq!(links.revoke(&to.network, to.pairing).unwrap(), 0);
    for link in closed {
        assert_eq!(links.look(&link).unwrap(), None);
    }
    for link in open {
        assert!(links.look(&link).unwrap().is_some());
    }
}

#[test]
fn no_file_holds_a_link() {
    let node = Node::new();
    let shown = Links::new(node.store.clone()).make(&link_to(1, 1, "brussels"), until(&node)).unwrap();
    let token = shown.split_once('.').unwrap().1;
    assert!(holds(&node.bytes(), b"brussels"), "what is searched can be found");
    assert!(!holds(&node.bytes(), token.as_bytes()));
}
