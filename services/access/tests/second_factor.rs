//! The second factor: codes that change with time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use access::AccessRefusal;
use access::second_factor::SecondFactor;
use common::{Node, holder, holds, refused};
use graph::ports::Clock;

/// The secret of RFC 6238, appendix B: the twenty bytes `12345678901234567890`.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn at(node: &Node, seconds: i64) {
    let now = node.clock.now();
    node.clock.pass(chrono::DateTime::from_timestamp(seconds, 0).unwrap() - now);
}

fn checked(node: &Node, code: &str) -> Result<(), access::Denied> {
    SecondFactor::new(node.store.clone()).check(&holder(1, "brussels"), SECRET, code)
}

#[test]
fn the_codes_are_those_of_the_rfc() {
    // RFC 6238, appendix B, the last six digits of its eight.
    for (seconds, code) in
        [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (2_000_000_000, "279037")]
    {
        let node = Node::new();
        at(&node, seconds);
        checked(&node, code).unwrap();
    }
}

#[test]
fn a_code_counts_one_step_before_and_after_and_no_further() {
    for (seconds, counts) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
        let node = Node::new();
        at(&node, 1_111_111_109 + seconds);
        let answer = checked(&node, "081804");
        if counts { answer.unwrap() } else { refused(answer, &AccessRefusal::SecondFactorWrong) }
    }
}

#[test]
fn a_code_counts_once() {
    let node = Node::new();
    at(&node, 1_111_111_109);
    checked(&node, "081804").unwrap();
    refused(checked(&node, "081804"), &AccessRefusal::SecondFactorUsed);
    let node = node.restarted();
    refused(checked(&node, "081804"), &AccessRefusal::SecondFactorUsed);
}

#[test]
fn an_earlier_code_does_not_count_after_a_later_one() {
    let node = Node::new();
    at(&node, 1_111_111_109);
    checked(&node, "050471").unwrap();
    refused(checked(&node, "081804"), &AccessRefusal::SecondFactorUsed);
}

#[test]
fn what_one_account_used_another_may_use() {
    let node = Node::new();
    at(&node, 1_111_111_109);
    checked(&node, "081804").unwrap();
    let factor = SecondFactor::new(node.store.clone());
    factor.check(&holder(2, "brussels"), SECRET, "081804").unwrap();
    factor.check(&holder(1, "gatineau"), SECRET, "081804").unwrap();
}

#[test]
fn what_is_no_code_is_wrong() {
    let node = Node::new();
    at(&node, 1_111_111_109);
    for code in ["", "08180", "0818044", "abcdef", "٠٨١٨٠٤"] {
        refused(checked(&node, code), &AccessRefusal::SecondFactorWrong);
    }
    checked(&node, " 081 804 ").unwrap();
}

#[test]
fn an_app_is_set_up_by_a_picture_or_by_typing() {
    let node = Node::new();
    let enrolment =
        SecondFactor::new(node.store.clone()).enrol("Réseau: Bruxelles", "nora@permanence.example").unwrap();
    assert_eq!(enrolment.secret.len(), 32);
    let address = enrolment.address.as_str();
    assert!(
        address.starts_with("otpauth://totp/R%C3%A9seau%20%20Bruxelles:nora@permanence.example?"),
        "{address}"
    );
    assert!(address.contains(&format!("secret={}", enrolment.secret.as_str())), "{address}");
    assert!(address.contains("issuer=R%C3%A9seau%20%20Bruxelles"), "{address}");
    assert!(enrolment.picture.contains("<svg") && !enrolment.picture.contains("<script"));
    assert!(!holds(&node.bytes(), enrolment.secret.as_bytes()), "the account keeps it, not this file");
}

#[test]
fn two_enrolments_have_two_secrets() {
    let factor = SecondFactor::new(Node::new().store);
    let secret = || factor.enrol("n", "a").unwrap().secret.to_string();
    assert_ne!(secret(), secret());
}
