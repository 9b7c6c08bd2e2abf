//! Passkeys, with an authenticator in software.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

#[path = "../common/mod.rs"]
mod common;

use access::passkey::{Added, Passkeys};
use access::{AccessRefusal, Denied, Holder};
use chrono::TimeDelta;
use common::{Node, holder, refused};
use serde_json::Value;
use support::authenticator::Authenticator;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

const SITE: &str = "https://entraide.example";

struct Site {
    node: Node,
    passkeys: Passkeys,
    nora: Holder,
}

fn site() -> Site {
    let node = Node::new();
    let passkeys = passkeys(&node);
    Site { node, passkeys, nora: holder(1, "brussels") }
}

fn passkeys(node: &Node) -> Passkeys {
    Passkeys::new(node.store.clone(), &SITE.parse().unwrap(), "Entraide").unwrap()
}

fn json(asked: impl serde::Serialize) -> Value {
    serde_json::to_value(asked).unwrap()
}

fn adds(device: &mut Authenticator, asked: &Value) -> RegisterPublicKeyCredential {
    serde_json::from_value(device.adds(asked)).unwrap()
}

fn answers(device: &mut Authenticator, asked: &Value) -> PublicKeyCredential {
    serde_json::from_value(device.answers(asked)).unwrap()
}

impl Site {
    /// Nora adds a passkey.
    fn added(&self, device: &mut Authenticator) -> Added {
        let (asked, token) =
            self.passkeys.begin_adding(&self.nora, "nora@permanence.example", "Nora", &[]).unwrap();
        self.passkeys.finish_adding(&self.nora, token.as_str(), &adds(device, &json(asked))).unwrap()
    }

    /// Somebody signs in with a passkey, without a name.
    fn signs_in(&self, device: &mut Authenticator, added: &Added) -> Result<(), Denied> {
        let (asked, token) = self.passkeys.begin(&self.nora.network, false).unwrap();
        let answer = answers(device, &json(asked));
        self.passkeys.finish(&self.nora, token.as_str(), &answer, &added.kept)
    }
}

#[test]
fn a_passkey_signs_in_without_a_name() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    let (asked, token) = site.passkeys.begin(&site.nora.network, false).unwrap();
    let answer = answers(&mut telephone, &json(asked));
    let claimed = site.passkeys.claimed(&answer);
    assert_eq!((claimed.account, &claimed.credential), (Some(site.nora.account), &added.credential));
    site.passkeys.finish(&site.nora, token.as_str(), &answer, &added.kept).unwrap();
}

#[test]
fn the_browser_may_offer_it_in_the_field_for_the_name() {
    let site = site();
    let asked = |unasked: bool| json(site.passkeys.begin(&site.nora.network, unasked).unwrap().0);
    assert_eq!(asked(true)["mediation"], "conditional");
    assert_eq!(asked(false)["mediation"], Value::Null);
}

#[test]
fn an_answer_counts_once() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    let (asked, token) = site.passkeys.begin(&site.nora.network, false).unwrap();
    let answer = answers(&mut telephone, &json(asked));
    site.passkeys.finish(&site.nora, token.as_str(), &answer, &added.kept).unwrap();
    let again = site.passkeys.finish(&site.nora, token.as_str(), &answer, &added.kept);
    refused(again, &AccessRefusal::SignInStepExpired);
}

#[test]
fn an_answer_to_another_question_does_not_count() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    let (asked, _) = site.passkeys.begin(&site.nora.network, false).unwrap();
    let (_, token) = site.passkeys.begin(&site.nora.network, false).unwrap();
    let answer =
        site.passkeys.finish(&site.nora, token.as_str(), &answers(&mut telephone, &json(asked)), &added.kept);
    refused(answer, &AccessRefusal::PasskeyNotValid);
}

#[test]
fn an_answer_is_waited_for_five_minutes_also_over_a_restart() {
    for (minutes, counts) in [(4, true), (5, false)] {
        let mut site = site();
        let mut telephone = Authenticator::new(1, SITE);
        let added = site.added(&mut telephone);
        let (asked, token) = site.passkeys.begin(&site.nora.network, false).unwrap();
        site.node = site.node.restarted();
        site.passkeys = passkeys(&site.node);
        site.node.clock.pass(TimeDelta::minutes(minutes));
        let answer = site.passkeys.finish(
            &site.nora,
            token.as_str(),
            &answers(&mut telephone, &json(asked)),
            &added.kept,
        );
        if counts { answer.unwrap() } else { refused(answer, &AccessRefusal::SignInStepExpired) }
    }
}

#[test]
fn another_site_gets_no_passkey_of_this_one() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    telephone.origin = "https://entraide.example.evil.example".to_owned();
    refused(site.signs_in(&mut telephone, &added), &AccessRefusal::PasskeyNotValid);
}

#[test]
fn a_passkey_that_was_not_unlocked_does_not_count() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    telephone.unlocked = false;
    refused(site.signs_in(&mut telephone, &added), &AccessRefusal::PasskeyNotValid);
    telephone.unlocked = true;
    site.signs_in(&mut telephone, &added).unwrap();
}

#[test]
fn one_that_is_not_unlocked_cannot_be_added() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    telephone.unlocked = false;
    let (asked, token) = site.passkeys.begin_adding(&site.nora, "nora", "Nora", &[]).unwrap();
    let answer = site.passkeys.finish_adding(&site.nora, token.as_str(), &adds(&mut telephone, &json(asked)));
    refused(answer, &AccessRefusal::PasskeyNotValid);
}

#[test]
fn another_key_under_the_same_id_does_not_count() {
    let site = site();
    let added = site.added(&mut Authenticator::new(1, SITE));
    let mut forged = Authenticator::new(2, SITE);
    let (asked, token) = site.passkeys.begin_adding(&site.nora, "nora", "Nora", &[]).unwrap();
    site.passkeys.finish_adding(&site.nora, token.as_str(), &adds(&mut forged, &json(asked))).unwrap();
    refused(site.signs_in(&mut forged, &added), &AccessRefusal::PasskeyNotValid);
    forged.takes_the_id_of(&Authenticator::new(1, SITE));
    refused(site.signs_in(&mut forged, &added), &AccessRefusal::PasskeyNotValid);
}

#[test]
fn a_cloned_passkey_is_noticed() {
    let site = site();
    let mut key = Authenticator::new(1, SITE);
    key.counts = true;
    let added = site.added(&mut key);
    let mut copy = key.clone();
    site.signs_in(&mut key, &added).unwrap();
    site.signs_in(&mut key, &added).unwrap();
    refused(site.signs_in(&mut copy, &added), &AccessRefusal::PasskeyCloned);
    site.signs_in(&mut key, &added).unwrap();
    // Taken off and added again, it begins afresh.
    site.passkeys.forget(&added.credential).unwrap();
    site.signs_in(&mut key, &added).unwrap();
}

#[test]
fn a_passkey_that_does_not_count_is_no_clone() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    for _ in 0..3 {
        site.signs_in(&mut telephone, &added).unwrap();
    }
}

#[test]
fn a_passkey_is_its_accounts_in_its_network() {
    let site = site();
    let mut telephone = Authenticator::new(1, SITE);
    let added = site.added(&mut telephone);
    for other in [holder(2, "brussels"), holder(1, "gatineau")] {
        let (asked, token) = site.passkeys.begin(&site.nora.network, false).unwrap();
        let answer =
            site.passkeys.finish(&other, token.as_str(), &answers(&mut telephone, &json(asked)), &added.kept);
        refused(answer, &AccessRefusal::PasskeyNotValid);
    }
}

#[test]
fn only_who_began_adds_a_passkey() {
    let site = site();
    let (asked, token) = site.passkeys.begin_adding(&site.nora, "nora", "Nora", &[]).unwrap();
    let answer = adds(&mut Authenticator::new(1, SITE), &json(asked));
    let added = site.passkeys.finish_adding(&holder(2, "brussels"), token.as_str(), &answer);
    refused(added, &AccessRefusal::SignInStepExpired);
}

#[test]
fn a_passkey_is_not_added_twice() {
    let site = site();
    let added = site.added(&mut Authenticator::new(1, SITE));
    let (asked, _) =
        site.passkeys.begin_adding(&site.nora, "nora", "Nora", std::slice::from_ref(&added.kept)).unwrap();
    assert_eq!(json(asked)["publicKey"]["excludeCredentials"][0]["id"], added.credential);
}

#[test]
fn after_a_password_the_accounts_own_keys_are_asked_for() {
    let site = site();
    let mut key = Authenticator::new(1, SITE);
    let added = site.added(&mut key);
    let kept = std::slice::from_ref(&added.kept);
    let (asked, token) = site.passkeys.begin_for(&site.nora, kept).unwrap();
    let answer = answers(&mut key, &json(asked));
    site.passkeys.finish(&site.nora, token.as_str(), &answer, &added.kept).unwrap();

    let (asked, token) = site.passkeys.begin_for(&site.nora, kept).unwrap();
    let answer = answers(&mut Authenticator::new(2, SITE), &json(asked));
    refused(
        site.passkeys.finish(&site.nora, token.as_str(), &answer, &added.kept),
        &AccessRefusal::PasskeyNotValid,
    );
}

#[test]
fn a_question_asked_of_one_account_is_not_answered_by_another() {
    let site = site();
    let mut key = Authenticator::new(1, SITE);
    let added = site.added(&mut key);
    let (asked, token) = site.passkeys.begin_for(&site.nora, std::slice::from_ref(&added.kept)).unwrap();
    let answer = answers(&mut key, &json(asked));
    let finished = site.passkeys.finish(&holder(2, "brussels"), token.as_str(), &answer, &added.kept);
    refused(finished, &AccessRefusal::PasskeyNotValid);
}

#[test]
fn an_address_without_a_name_has_no_passkeys() {
    let node = Node::new();
    let answer = Passkeys::new(node.store, &"https://192.0.2.7".parse().unwrap(), "Entraide");
    assert!(answer.unwrap_err().to_string().contains("host name"));
}
