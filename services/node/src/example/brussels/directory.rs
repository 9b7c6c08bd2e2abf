//! The partners around the Maison des Tilleuls and the sheets of their services. Fictional houses.

use crate::example::partners::{Partner, Sheet, Stage};

const fn partner(
    key: &'static str,
    name: &'static str,
    dutch: &'static str,
    stage: Stage,
    found: usize,
) -> Partner {
    Partner { key, name: [name, dutch, "", ""], stage, found, city: "Anderlecht" }
}

const SAISONS: Partner = partner(
    "saisons",
    "Maison médicale des Quatre Saisons",
    "Wijkgezondheidscentrum Vier Seizoenen",
    Stage::Active,
    1,
);
const ANCRE: Partner =
    partner("ancre", "Service juridique de l'Ancre", "Juridische dienst Het Anker", Stage::Active, 2);
const COMPTOIR: Partner = partner("comptoir", "Comptoir du logement", "Woonloket", Stage::Active, 3);
const CLE: Partner =
    partner("cle", "Épicerie solidaire La Clé", "Sociale kruidenier De Sleutel", Stage::Active, 4);
const TAAL: Partner =
    partner("taal", "Tables de conversation du canal", "Praattafels aan het kanaal", Stage::Active, 5);
const FIL: Partner =
    partner("fil", "Médiation de dettes Le Fil", "Schuldbemiddeling De Draad", Stage::Revived, 6);
const ECLUSE: Partner =
    partner("ecluse", "Polyclinique de l'Écluse", "Polikliniek De Sluis", Stage::Active, 7);

pub(super) const PARTNERS: &[Partner] = &[
    SAISONS,
    ANCRE,
    COMPTOIR,
    CLE,
    TAAL,
    FIL,
    ECLUSE,
    partner("lampe", "Guidance énergie La Lampe", "Energiebegeleiding De Lamp", Stage::Met, 60),
    partner("jardin", "Jardin partagé du Ring", "Gedeelde tuin aan de Ring", Stage::Dormant, 20),
    partner("velo", "Atelier vélo des Abattoirs", "Fietsatelier Slachthuis", Stage::Contacted, 74),
    partner("toit", "Agence Un Toit", "Agentschap Een Dak", Stage::Declined, 40),
    partner("musee", "Maison du récit", "Verhalenhuis", Stage::Identified, 78),
];

/// The first is the one that closes for works.
pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        key: "accueil-sante",
        partner: &SAISONS,
        name: ["Accueil santé", "Gezondheidsonthaal", "استقبال صحي", "Health reception"],
        description: [
            "Médecin, infirmière et aide pour la carte médicale d'urgence.",
            "Arts, verpleegkundige en hulp voor dringende medische hulp.",
            "طبيب وممرضة ومساعدة للحصول على بطاقة العلاج العاجل.",
            "Doctor, nurse, and help with the urgent medical card.",
        ],
        needs: &["HEA.AMU", "HEA.CARE", "HEA.COVER"],
        languages: &[("fra", "NATIVE_STAFF"), ("nld", "STAFF")],
        bring: &[[
            "Une preuve d'adresse, si vous en avez une",
            "Een adresbewijs, als u er een hebt",
            "إثبات عنوان إن وجد",
            "A proof of address, if you have one",
        ]],
        days: &["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        room: Some("FEW"),
        published: true,
    },
    Sheet {
        key: "sejour",
        partner: &ANCRE,
        name: ["Conseil en droit du séjour", "Advies verblijfsrecht", "", "Advice on residence law"],
        description: [
            "Un juriste relit vos papiers et explique les délais.",
            "Een jurist leest uw papieren na en legt de termijnen uit.",
            "",
            "A lawyer reads your papers and explains the time limits.",
        ],
        needs: &["ADM.STAY", "ADM.LEGAL"],
        languages: &[("fra", "NATIVE_STAFF"), ("ara", "REMOTE_INTERPRETER")],
        bring: &[[
            "Tous les courriers reçus",
            "Alle ontvangen brieven",
            "كل الرسائل التي وصلتك",
            "All letters received",
        ]],
        days: &["TUESDAY", "FRIDAY"],
        room: Some("WAITING_LIST"),
        published: true,
    },
    Sheet {
        key: "logement",
        partner: &COMPTOIR,
        name: ["Recherche de logement", "Woning zoeken", "البحث عن سكن", "Finding a home"],
        description: [
            "Lire une annonce, appeler un propriétaire, préparer la visite.",
            "Een advertentie lezen, een eigenaar bellen, het bezoek voorbereiden.",
            "قراءة إعلان والاتصال بالمالك والتحضير للزيارة.",
            "Read an advertisement, call an owner, prepare the visit.",
        ],
        needs: &["HOU.FIND", "HOU.KEEP", "HOU.SOCIAL"],
        languages: &[("fra", "NATIVE_STAFF"), ("nld", "NATIVE_STAFF")],
        bring: &[],
        days: &["WEDNESDAY"],
        room: Some("FULL"),
        published: true,
    },
    Sheet {
        key: "colis",
        partner: &CLE,
        name: ["Colis alimentaire", "Voedselpakket", "طرد غذائي", "Food parcel"],
        description: [
            "Un colis par semaine et par ménage.",
            "Een pakket per week en per gezin.",
            "طرد لكل أسرة أسبوعيا.",
            "One parcel a week for each household.",
        ],
        needs: &["MAT.FOOD", "MAT.HYG"],
        languages: &[("fra", "NATIVE_STAFF"), ("ara", "NATIVE_STAFF")],
        bring: &[["Un sac solide", "Een stevige tas", "كيس متين", "A strong bag"]],
        days: &["THURSDAY"],
        room: Some("OPEN"),
        published: true,
    },
    Sheet {
        key: "tables",
        partner: &TAAL,
        name: ["Table de conversation", "Praattafel", "طاولة محادثة", "Conversation table"],
        description: [
            "Parler français ou néerlandais, sans inscription.",
            "Nederlands of Frans praten, zonder inschrijving.",
            "التحدث بالفرنسية أو الهولندية دون تسجيل.",
            "Speak French or Dutch, no registration.",
        ],
        needs: &["LNG.LEARN"],
        languages: &[("fra", "NATIVE_STAFF"), ("nld", "NATIVE_STAFF")],
        bring: &[],
        days: &["TUESDAY", "THURSDAY"],
        room: Some("OPEN"),
        published: true,
    },
    Sheet {
        key: "dettes",
        partner: &FIL,
        name: ["Médiation de dettes", "Schuldbemiddeling", "وساطة الديون", "Debt mediation"],
        description: [
            "Faire le compte et parler aux créanciers.",
            "Alles optellen en met de schuldeisers praten.",
            "حساب الديون والتحدث مع الدائنين.",
            "Add it up and talk to the creditors.",
        ],
        needs: &["MON.DEBT", "MON.BUDGET"],
        languages: &[("fra", "NATIVE_STAFF")],
        bring: &[[
            "Les factures et rappels",
            "Facturen en aanmaningen",
            "الفواتير والتذكيرات",
            "Bills and reminders",
        ]],
        days: &["MONDAY", "WEDNESDAY"],
        room: None,
        published: true,
    },
    Sheet {
        key: "consultation",
        partner: &ECLUSE,
        name: [
            "Consultation avec interprète",
            "Raadpleging met tolk",
            "استشارة مع مترجم",
            "Consultation with an interpreter",
        ],
        description: [
            "Médecine générale, en arabe et en langue des signes sur demande.",
            "Huisarts, in het Arabisch en in gebarentaal op aanvraag.",
            "طب عام بالعربية وبلغة الإشارة عند الطلب.",
            "General practice, in Arabic and in sign language on request.",
        ],
        needs: &["HEA.AMU", "HEA.CARE", "HEA.SPEC"],
        languages: &[("fra", "NATIVE_STAFF"), ("ara", "NATIVE_STAFF"), ("sfb", "INTERPRETER")],
        bring: &[],
        days: &["TUESDAY", "THURSDAY"],
        room: Some("FEW"),
        published: true,
    },
    Sheet {
        key: "papiers",
        partner: &ANCRE,
        name: ["Permanence nationalité", "", "", ""],
        description: ["À relire avant publication.", "", "", ""],
        needs: &[],
        languages: &[("fra", "NATIVE_STAFF")],
        bring: &[],
        days: &["FRIDAY"],
        room: None,
        published: false,
    },
];
