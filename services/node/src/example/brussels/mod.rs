//! Brussels: the Maison des Tilleuls at Cureghem receives people on Mondays from 9 to 12 and on
//! Thursdays from 14 to 16, with or without appointment, in four languages; a mutual-aid network
//! meets there on dates that no rule gives.

mod directory;
mod gatherings;
mod network;

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Europe::Brussels;
use referrals::ReferralCalendar;

use crate::example::asks::Script;
use crate::example::days::Days;
use crate::example::desk::{Desk, Wished};
use crate::example::houses::{House, Slot, signed, spoken};
use crate::example::people::Cast;
use crate::example::{pairings, partners};

const CAST: Cast = Cast { network: "brussels" };

const HOUSE: House = House {
    cast: CAST,
    key: "tilleuls",
    name: "Maison des Tilleuls",
    address: "Cureghem, 1070 Anderlecht",
    phone: "+32 2 555 01 42",
    zone: "Europe/Brussels",
    slots: &[Slot { day: Weekday::Mon, from: 9, until: 12 }, Slot { day: Weekday::Thu, from: 14, until: 16 }],
    offers: &[("fra", "DIRECT"), ("nld", "DIRECT"), ("ara", "DIRECT"), ("sfb", "DIRECT")],
    tongues: &[
        (46, spoken("fra", "DIRECT")),
        (22, spoken("ara", "DIRECT")),
        (9, spoken("nld", "DIRECT")),
        (5, signed("sfb", "DIRECT")),
        (2, signed("sfb", "INTERPRETER")),
        (4, spoken("eng", "DIRECT")),
        (4, spoken("spa", "VOLUNTEER")),
        (4, spoken("ron", "NOT_MET")),
        (3, spoken("pus", "NOT_MET")),
        (1, spoken("und", "WRITTEN")),
    ],
    needs: &[
        (18, "ADM.FORM"),
        (9, "ADM.RIGHT"),
        (5, "ADM.STAY"),
        (3, "ADM.ADDR"),
        (10, "HEA.AMU"),
        (5, "HEA.COVER"),
        (4, "HEA.CARE"),
        (5, "PSY.LISTEN"),
        (3, "PSY.ISOL"),
        (9, "HOU.FIND"),
        (3, "HOU.KEEP"),
        (4, "HOU.ENERGY"),
        (5, "MON.DEBT"),
        (4, "MON.INCOME"),
        (8, "MAT.FOOD"),
        (2, "MAT.CLOTH"),
        (3, "FAM.CHILD"),
        (6, "LNG.LEARN"),
        (6, "DIG.ONLINE"),
        (3, "WRK.JOB"),
        (4, "NET.MEET"),
        (1, "NET.GIVE"),
        (4, "OTH.INFO"),
        (2, "OTH.UNSAID"),
    ],
    visits: (8, 2),
    interpreter: Some("sfb"),
};

/// Writes the months of Brussels down.
pub(super) fn write(script: &mut Script, now: DateTime<Utc>) {
    let days = Days::until(now, Brussels, ReferralCalendar::Be);
    HOUSE.open(script, &days);
    for partner in directory::PARTNERS {
        partner.won(script, CAST, &days);
    }
    for sheet in directory::SHEETS {
        sheet.written(script, CAST, &days);
    }
    if let Some(sheet) = directory::SHEETS.first() {
        partners::closes_for_a_while(script, CAST, &days, sheet);
    }
    for (day, member) in (2..).zip(network::MEMBERS) {
        pairings::join(script, CAST, &days, member, day);
    }
    gatherings::write(script, &HOUSE, &days);
    let wished = (network::PLOTS.iter())
        .map(|(ago, tongue, plot)| Wished {
            from: days.ago(*ago),
            tongue: *tongue,
            plot,
            long_path: plot.key == "nadia",
        })
        .collect();
    Desk::new(&HOUSE, &days, directory::SHEETS, wished).receive(script);
}
