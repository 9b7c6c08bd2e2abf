//! Given, when, then: one sentence for each event and each refusal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod answering;
mod attending;
mod consent;
mod drafting;
mod ending;
mod outcome;
mod platform;
mod sending;
#[path = "../words/mod.rs"]
mod words;

use chrono::NaiveDate;
use kernel::given::{Given, given, instant};
use kernel::{Decider, LanguageMode, Party, PersonId, Role};
use referrals::ReferralCommand as Ask;
use referrals::ReferralEvent as Then;
use referrals::ReferralRefusal as Why;
use referrals::ReferralState as At;
use referrals::*;
use strum::VariantArray;
use uuid::Uuid;
use words::*;

fn at(state: At) -> Given<Referral> {
    given::<Referral>(until(state)).at("2023-06-06T08:00:00Z")
}

fn partner(state: At) -> Given<Referral> {
    at(state).role(Role::Partner)
}

fn platform(history: Vec<Then>, when: &str) -> Given<Referral> {
    given::<Referral>(history).role(Role::System).at(when)
}

fn nothing() -> Given<Referral> {
    given::<Referral>([])
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn each_history_leads_where_it_says() {
    for state in At::VARIANTS {
        assert_eq!(Referral::after(until(*state)).state(), Some(*state));
    }
}
