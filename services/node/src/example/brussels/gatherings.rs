//! The network's meetings at the Maison des Tilleuls, in the rhythm of its first spring: one
//! afternoon, then two mornings, 38 and 28 days apart, with a welcome half an hour before; and the
//! charter that its members gave themselves there.

use chrono::{Days as Many, NaiveDate, TimeDelta, Weekday};
use serde_json::json;

use super::CAST;
use super::network::{AMAL, BEA, DIRK, FATOU, KARIM, LUC, MEMBERS, MONA, YASMINE};
use crate::example::asks::Script;
use crate::example::days::Days;
use crate::example::houses::House;
use crate::example::meetings::Gathering;
use crate::example::pairings;
use crate::example::people::{Member, Said, said};

const MORNING: [(u32, u32); 3] = [(9, 0), (9, 30), (11, 30)];
const AFTERNOON: [(u32, u32); 3] = [(13, 0), (13, 30), (15, 30)];

/// Three meetings that took place and one to come, with what the charter owes them.
pub(super) fn write(script: &mut Script, house: &House, days: &Days) {
    let third = days.open_before(days.last(Weekday::Fri, 10));
    let second = days.open_before(third - Many::new(28));
    let first = days.open_before(second - Many::new(38));
    let fourth = days.open_before(third + Many::new(35));
    let meetings = [first_meeting(house, first), second_meeting(house, second), third_meeting(house, third)];
    for (index, meeting) in meetings.iter().enumerate() {
        meeting.held(script, CAST, days, meetings.get(index + 1));
    }
    upcoming(house, fourth).prepared(script, CAST, days);
    charter(script, days, &meetings[0], &meetings[2]);
}

fn gathering(house: &House, key: &'static str, on: NaiveDate, times: [(u32, u32); 3]) -> Gathering {
    Gathering {
        key,
        on,
        times,
        title: ["Rencontre du réseau", "Netwerkbijeenkomst", "لقاء الشبكة", "Network meeting"],
        zone: house.zone,
        place: house.name,
        site: house.site(),
        from_needs: None,
        from_member: (
            &MONA,
            ["Un jardin sur le toit", "Een tuin op het dak", "حديقة على السطح", "A garden on the roof"],
        ),
        decision: [
            "On essaie jusqu'à l'été.",
            "We proberen het tot de zomer.",
            "نجرب حتى الصيف.",
            "We try it until summer.",
        ],
        commitment: (&LUC, "Demander l'autorisation pour le toit"),
        named: &[&KARIM, &BEA, &YASMINE, &FATOU, &MONA],
        counted: &[("fra", 4), ("ara", 3)],
        minutes: ["Le réseau s'est réuni.", "Het netwerk kwam samen.", "اجتمعت الشبكة.", "The network met."],
        kept: true,
    }
}

fn first_meeting(house: &House, on: NaiveDate) -> Gathering {
    Gathering {
        from_member: (
            &BEA,
            ["Une charte pour nous", "Een charter voor ons", "ميثاق لنا", "A charter for us"],
        ),
        decision: [
            "La charte est adoptée telle qu'elle a été lue.",
            "Het charter wordt aangenomen zoals het werd voorgelezen.",
            "اعتُمد الميثاق كما قُرئ.",
            "The charter is adopted as it was read.",
        ],
        commitment: (&BEA, "Traduire la charte en néerlandais"),
        minutes: [
            "Onze personnes. La charte est lue à voix haute et adoptée par consensus.",
            "Elf mensen. Het charter wordt voorgelezen en bij consensus aangenomen.",
            "أحد عشر شخصا. قُرئ الميثاق بصوت عال واعتُمد بالتوافق.",
            "",
        ],
        ..gathering(house, "first", on, AFTERNOON)
    }
}

fn second_meeting(house: &House, on: NaiveDate) -> Gathering {
    Gathering {
        from_needs: Some((
            "NET.CREATE",
            7,
            ["Faire quelque chose ensemble", "Samen iets doen", "أن نفعل شيئا معا", "Do something together"],
        )),
        from_member: (&FATOU, ["Un atelier couture", "Een naaiatelier", "ورشة خياطة", "A sewing workshop"]),
        decision: [
            "L'atelier couture ouvre le jeudi après la permanence.",
            "Het naaiatelier opent op donderdag na de zitdag.",
            "تفتح ورشة الخياطة يوم الخميس بعد الاستقبال.",
            "The sewing workshop opens on Thursdays after the drop-in.",
        ],
        commitment: (&FATOU, "Trouver quelqu'un qui apprend à coudre"),
        named: &[&KARIM, &BEA, &FATOU, &LUC, &MONA, &AMAL],
        counted: &[("fra", 3), ("ara", 2), ("sfb", 1)],
        minutes: [
            "Douze personnes. L'atelier couture est décidé ; Fatou s'en occupe.",
            "Twaalf mensen. Het naaiatelier is beslist.",
            "",
            "",
        ],
        ..gathering(house, "second", on, MORNING)
    }
}

fn third_meeting(house: &House, on: NaiveDate) -> Gathering {
    Gathering {
        from_member: (&KARIM, ["Pas de photos", "Geen foto's", "بدون صور", "No photos"]),
        decision: [
            "La charte dit désormais : pas de photo sans l'accord de chacun.",
            "Het charter zegt voortaan: geen foto zonder ieders akkoord.",
            "ينص الميثاق من الآن: لا صور دون موافقة الجميع.",
            "From now on the charter says: no photo unless everybody agrees.",
        ],
        commitment: (&DIRK, "Apporter les chaises de la salle paroissiale"),
        named: &[&KARIM, &BEA, &YASMINE, &MONA, &DIRK],
        counted: &[("fra", 5), ("nld", 1), ("ara", 4)],
        minutes: ["Quinze personnes. La charte change : pas de photo sans accord.", "", "", ""],
        kept: false,
        ..gathering(house, "third", on, MORNING)
    }
}

fn upcoming(house: &House, on: NaiveDate) -> Gathering {
    Gathering {
        from_needs: Some((
            "LNG.LEARN",
            9,
            [
                "Apprendre la langue ensemble",
                "Samen de taal leren",
                "نتعلم اللغة معا",
                "Learn the language together",
            ],
        )),
        ..gathering(house, "fourth", on, AFTERNOON)
    }
}

/// Written, adopted by a meeting, in force; changed two meetings later. Some have accepted the new
/// version, for others the time they were given runs.
fn charter(script: &mut Script, days: &Days, first: &Gathering, third: &Gathering) {
    let by = CAST.coordinator();
    let text: Said = [
        "On s'écoute. Ce qui se dit ici reste ici. Chacun avance à son rythme.",
        "We luisteren naar elkaar. Wat hier gezegd wordt, blijft hier. Ieder op eigen tempo.",
        "نستمع لبعضنا. ما يقال هنا يبقى هنا. كل واحد بوتيرته.",
        "We listen. What is said here stays here. Everybody at their own pace.",
    ];
    let changed: Said = [
        "On s'écoute. Ce qui se dit ici reste ici. Pas de photo sans l'accord de chacun.",
        "We luisteren naar elkaar. Wat hier gezegd wordt, blijft hier. Geen foto zonder ieders akkoord.",
        "",
        "We listen. What is said here stays here. No photo unless everybody agrees.",
    ];
    for (version, meeting, text, grace) in [(1, first, text, 0), (2, third, changed, 35)] {
        let drafted = days.open_before(meeting.on - Many::new(5));
        script.ask_network(
            days.at(drafted, 10, 0),
            by,
            "draftCharterVersion",
            json!({ "text": said(&text) }),
        );
        if version == 2 {
            let amendment: Said = ["Ajouter les vidéos.", "Ook video's vermelden.", "", ""];
            let input = json!({ "member": KARIM.id(CAST.network), "text": said(&amendment) });
            script.ask_network(days.at(drafted, 18, 0), CAST.who("karim"), "proposeCharterAmendment", input);
        }
        let adopted = days.after(meeting.on, 1);
        let input =
            json!({ "version": version, "meeting": meeting.id(CAST), "decision": meeting.decision_id(CAST) });
        script.ask_network(days.at(adopted, 10, 0), by, "adoptCharterVersion", input);
        let from = days.at(adopted, 12, 0);
        let until = from + TimeDelta::days(grace);
        let input = json!({ "version": version, "from": from, "graceUntil": until });
        script.ask_network(days.at(adopted, 11, 0), by, "bringCharterVersionIntoForce", input);
        let accepts: fn(&&Member) -> bool =
            if version == 1 { |_| true } else { |member| matches!(member.name, "bea" | "yasmine" | "mona") };
        for member in MEMBERS.iter().filter(accepts) {
            pairings::accept_charter(script, CAST, days, member, version, adopted);
        }
    }
}
