//! Québec: two fictional houses in the territories of L'Assomption and Les Moulins, in the French
//! of Canada, with less to tell.

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::America::Toronto;
use referrals::ReferralCalendar;

use crate::example::asks::Script;
use crate::example::days::Days;
use crate::example::desk::{Desk, Wished};
use crate::example::houses::{House, Slot, Tongue, signed, spoken};
use crate::example::meetings::Gathering;
use crate::example::pairings::{self, Course, Plot};
use crate::example::partners::{Partner, Sheet, Stage};
use crate::example::people::{Cast, Member};

const CAST: Cast = Cast { network: "quebec" };

const TONGUES: &[(u64, Tongue)] = &[
    (70, spoken("fra", "DIRECT")),
    (10, spoken("spa", "VOLUNTEER")),
    (8, spoken("eng", "DIRECT")),
    (6, spoken("ara", "NOT_MET")),
    (4, signed("fcs", "INTERPRETER")),
    (2, spoken("hat", "NOT_MET")),
];

const NEEDS: &[(u64, &str)] = &[
    (18, "MAT.FOOD"),
    (14, "HOU.FIND"),
    (12, "ADM.FORM"),
    (9, "PSY.LISTEN"),
    (8, "MOB.TRANS"),
    (8, "FAM.CARER"),
    (7, "MON.BUDGET"),
    (6, "DIG.ONLINE"),
    (6, "WRK.JOB"),
    (5, "HEA.CARE"),
    (4, "NET.MEET"),
    (3, "OTH.INFO"),
];

const RIVIERE: House = House {
    cast: CAST,
    key: "riviere",
    name: "La Maison de la Rivière",
    address: "L'Assomption (Québec)",
    phone: "+1 450 555-0142",
    zone: "America/Toronto",
    slots: &[Slot { day: Weekday::Tue, from: 13, until: 16 }],
    offers: &[("fra", "DIRECT"), ("eng", "DIRECT"), ("spa", "VOLUNTEER")],
    tongues: TONGUES,
    needs: NEEDS,
    visits: (2, 1),
    interpreter: None,
};

const MOULIN: House = House {
    key: "moulin",
    name: "Le Relais du Moulin",
    address: "Terrebonne (Québec)",
    phone: "+1 450 555-0178",
    slots: &[Slot { day: Weekday::Wed, from: 9, until: 12 }],
    interpreter: Some("fcs"),
    ..RIVIERE
};

const GRENIER: Partner = Partner {
    key: "grenier",
    name: ["Le Grenier partagé des Moulins", "", "", "The Shared Attic of Les Moulins"],
    stage: Stage::Active,
    found: 1,
    city: "Terrebonne",
};
const TOITURE: Partner = Partner {
    key: "toiture",
    name: ["Logis-Entraide L'Assomption", "", "", ""],
    stage: Stage::Active,
    found: 2,
    city: "L'Assomption",
};
const PARTNERS: &[Partner] = &[
    GRENIER,
    TOITURE,
    Partner {
        key: "ecoute",
        name: ["Halte-écoute du Sud", "", "", ""],
        stage: Stage::Met,
        found: 30,
        city: "Repentigny",
    },
    Partner {
        key: "navette",
        name: ["La Navette solidaire", "", "", ""],
        stage: Stage::Contacted,
        found: 70,
        city: "Mascouche",
    },
];

const SHEETS: &[Sheet] = &[
    Sheet {
        key: "depannage",
        partner: &GRENIER,
        name: ["Dépannage alimentaire", "", "", "Emergency food"],
        description: [
            "Un panier d'épicerie le jour même, sur appel.",
            "",
            "",
            "A grocery basket the same day; call first.",
        ],
        needs: &["MAT.FOOD", "MAT.HYG"],
        languages: &[("fra", "NATIVE_STAFF"), ("eng", "STAFF")],
        bring: &[["Des sacs réutilisables", "", "", "Reusable bags"]],
        days: &["TUESDAY", "FRIDAY"],
        room: Some("OPEN"),
        published: true,
    },
    Sheet {
        key: "logis",
        partner: &TOITURE,
        name: ["Aide à la recherche de logement", "", "", ""],
        description: ["Lire un bail, visiter, faire une demande de HLM.", "", "", ""],
        needs: &["HOU.FIND", "MON.BUDGET"],
        languages: &[("fra", "NATIVE_STAFF")],
        bring: &[["Le bail ou l'avis reçu", "", "", ""]],
        days: &["MONDAY", "THURSDAY"],
        room: Some("WAITING_LIST"),
        published: true,
    },
];

const LEA: Member = Member {
    name: "bea",
    called: "Béa",
    account: true,
    gender: "WOMAN",
    languages: &[("fra", "NATIVE"), ("spa", "FLUENT")],
    half_days: &[("TUESDAY", "AFTERNOON"), ("WEDNESDAY", "MORNING")],
    topics: &[("FAM.CARER", true)],
    quota: None,
};
const JEANNE: Member = Member {
    name: "mona",
    called: "Mona",
    account: true,
    gender: "WOMAN",
    languages: &[],
    half_days: &[],
    topics: &[],
    quota: None,
};
const WITH_LEA: Plot = Plot {
    key: "rosa",
    course: Course::Active,
    volunteer: Some(&LEA),
    declines: None,
    topic: None,
    times: &[("TUESDAY", "AFTERNOON")],
};

/// Writes the months of Québec down.
pub(super) fn write(script: &mut Script, now: DateTime<Utc>) {
    let days = Days::until(now, Toronto, ReferralCalendar::CaQc);
    for partner in PARTNERS {
        partner.won(script, CAST, &days);
    }
    for sheet in SHEETS {
        sheet.written(script, CAST, &days);
    }
    for (day, member) in (3..).zip([&LEA, &JEANNE]) {
        pairings::join(script, CAST, &days, member, day);
    }
    let held = meeting("automne", &days, 20);
    held.held(script, CAST, &days, None);
    for house in [&RIVIERE, &MOULIN] {
        house.open(script, &days);
        let wished = Wished {
            from: days.ago(40),
            tongue: spoken("spa", "VOLUNTEER"),
            plot: &WITH_LEA,
            long_path: false,
        };
        let wished = if house.key == "riviere" { vec![wished] } else { Vec::new() };
        Desk::new(house, &days, SHEETS, wished).receive(script);
    }
}

fn meeting(key: &'static str, days: &Days, ago: u64) -> Gathering {
    Gathering {
        key,
        on: days.ago(ago),
        times: [(18, 0), (18, 30), (20, 30)],
        title: ["Table de quartier", "", "", "Neighbourhood table"],
        zone: RIVIERE.zone,
        place: RIVIERE.name,
        site: RIVIERE.site(),
        from_needs: Some(("MOB.TRANS", 6, ["Se déplacer sans auto", "", "", "Getting around without a car"])),
        from_member: (&JEANNE, ["Le covoiturage du mardi", "", "", "Tuesday car sharing"]),
        decision: ["On met en place un covoiturage le mardi.", "", "", "Car sharing on Tuesdays is set up."],
        commitment: (&LEA, "Dresser la liste des conducteurs bénévoles"),
        named: &[&LEA, &JEANNE],
        counted: &[("fra", 8), ("spa", 2)],
        minutes: ["Douze personnes. Le covoiturage du mardi commence le mois prochain.", "", "", ""],
        kept: false,
    }
}
