//! The members of the Brussels network and whom they go along with. Fictional people.

use crate::example::houses::{Tongue, signed, spoken};
use crate::example::pairings::{Course, Plot};
use crate::example::people::Member;

const MORNINGS: &[(&str, &str)] = &[("MONDAY", "MORNING"), ("TUESDAY", "MORNING"), ("FRIDAY", "MORNING")];
const AFTERNOONS: &[(&str, &str)] = &[("TUESDAY", "AFTERNOON"), ("THURSDAY", "AFTERNOON")];
const WEEKENDS: &[(&str, &str)] = &[("SATURDAY", "MORNING"), ("SATURDAY", "AFTERNOON")];

pub(super) const KARIM: Member = Member {
    name: "karim",
    called: "Karim",
    account: true,
    gender: "MAN",
    languages: &[("ara", "NATIVE"), ("fra", "FLUENT")],
    half_days: MORNINGS,
    topics: &[("HEA.AMU", true), ("ADM.FORM", true)],
    quota: Some(3),
};
pub(super) const BEA: Member = Member {
    name: "bea",
    called: "Bea",
    account: true,
    gender: "WOMAN",
    languages: &[("nld", "NATIVE"), ("fra", "FLUENT"), ("eng", "CONVERSATIONAL")],
    half_days: AFTERNOONS,
    topics: &[("HOU.FIND", true)],
    quota: None,
};
pub(super) const YASMINE: Member = Member {
    name: "yasmine",
    called: "Yasmine",
    account: true,
    gender: "WOMAN",
    languages: &[("sfb", "NATIVE"), ("fra", "FLUENT")],
    half_days: MORNINGS,
    topics: &[("HEA.DISAB", false)],
    quota: None,
};
pub(super) const FATOU: Member = Member {
    name: "fatou",
    called: "Fatou",
    account: false,
    gender: "WOMAN",
    languages: &[("fra", "NATIVE"), ("ara", "CONVERSATIONAL")],
    half_days: WEEKENDS,
    topics: &[("MON.DEBT", false), ("FAM.CHILD", true)],
    quota: None,
};
pub(super) const LUC: Member = Member {
    name: "luc",
    called: "Luc",
    account: false,
    gender: "MAN",
    languages: &[("fra", "NATIVE"), ("nld", "BASIC")],
    half_days: AFTERNOONS,
    topics: &[],
    quota: None,
};
const fn member(name: &'static str, called: &'static str, account: bool, gender: &'static str) -> Member {
    Member { name, called, account, gender, languages: &[], half_days: &[], topics: &[], quota: None }
}
pub(super) const MONA: Member = member("mona", "Mona", true, "WOMAN");
pub(super) const AMAL: Member = member("amal", "Amal", false, "WOMAN");
pub(super) const DIRK: Member = member("dirk", "Dirk", false, "MAN");

pub(super) const MEMBERS: &[Member] = &[KARIM, BEA, YASMINE, FATOU, LUC, MONA, AMAL, DIRK];

const fn plot(key: &'static str, course: Course, volunteer: Option<&'static Member>) -> Plot {
    Plot { key, course, volunteer, declines: None, topic: None, times: MORNINGS }
}

/// Pairings: how many days ago somebody was asked for, in which language, and how it goes.
pub(super) const PLOTS: &[(u64, Tongue, Plot)] = &[
    (
        70,
        spoken("ara", "DIRECT"),
        Plot { topic: Some("HEA.AMU"), ..plot("nadia", Course::GoalReached, Some(&KARIM)) },
    ),
    (66, spoken("nld", "DIRECT"), Plot { times: AFTERNOONS, ..plot("joris", Course::Active, Some(&BEA)) }),
    (
        61,
        signed("sfb", "DIRECT"),
        Plot { declines: Some(&LUC), ..plot("elise", Course::Silent, Some(&YASMINE)) },
    ),
    (56, spoken("ara", "DIRECT"), plot("omar", Course::Mismatch, Some(&FATOU))),
    (50, spoken("ron", "VOLUNTEER"), plot("ioana", Course::NobodyFits, None)),
    (45, spoken("ara", "DIRECT"), plot("salma", Course::Paused, Some(&KARIM))),
    (
        38,
        spoken("fra", "DIRECT"),
        Plot { times: AFTERNOONS, ..plot("pascal", Course::Suspended, Some(&LUC)) },
    ),
    (30, spoken("fra", "DIRECT"), plot("rita", Course::Active, Some(&FATOU))),
    (
        7,
        spoken("nld", "DIRECT"),
        Plot { times: AFTERNOONS, ..plot("greet", Course::HalfAccepted, Some(&BEA)) },
    ),
];
