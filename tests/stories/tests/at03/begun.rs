//! How it begins: the woman of AT-01, the partners she may be oriented to, and the first referral.

use serde_json::{Value, json};
use stories::tilleuls::{Visit, did, house, partner, passing_through, refused, session, sheet};
use stories::{World, new_id};

const EARLY: &str = "2023-06-05T06:50:00Z";
const MORNING: [&str; 3] = ["2023-06-05T07:20:00Z", "2023-06-05T07:30:00Z", "2023-06-05T07:31:00Z"];
const SENT: &str = "2023-06-05T08:00:00Z";

/// The woman of AT-01, with the partners she may be oriented to.
pub(crate) struct Begun {
    pub(crate) visit: Visit,
    pub(crate) code: String,
    cpas: String,
    pub(crate) card: String,
    other: String,
}

pub(crate) async fn begun(world: &World) -> Begun {
    let site = house(world, EARLY).await;
    let cpas = partner(world, "CPAS-Test", EARLY).await;
    let content = json!({
        "name": { "fr": "Carte médicale", "nl": "Medische kaart", "ar": "البطاقة الطبية" },
        "needs": ["HEA.AMU"],
        "conditions": { "access": "WALK_IN", "residence": { "fr": "Habiter la commune" } },
    });
    let card = sheet(world, &cpas, content, EARLY).await;
    let other = partner(world, "CPAS-Autre", EARLY).await;
    let morning = session(world, &site, "2023-06-05T07:00:00Z").await;
    let (visit, code) = passing_through(world, &morning, MORNING).await;
    Begun { visit, code, cpas, card, other }
}

impl Begun {
    /// A referral of the medical card, with nothing but the code.
    fn draft(&self, target: &Value) -> Value {
        json!({ "case": self.visit.case, "code": self.code, "identity": "RETURN_CODE", "contact": "IN_PERSON",
            "languages": ["ara"], "interpreterWanted": true, "needs": [self.visit.need("HEA.AMU")],
            "priority": "URGENT", "target": target, "question": "Peut-elle venir sans adresse ?" })
    }

    /// To CPAS-Test, by the sheet as it is on that day.
    pub(crate) fn to_cpas_test(&self) -> Value {
        self.draft(&json!({ "service": { "service": self.card, "partner": self.cpas, "sheetVersion": 2,
            "name": { "fr": "Carte médicale" }, "partnerName": { "fr": "CPAS-Test" },
            "conditions": [{ "fr": "Habiter la commune" }] } }))
    }

    pub(crate) fn to_cpas_autre(&self) -> Value {
        self.draft(&json!({ "partner": { "partner": self.other, "name": { "fr": "CPAS-Autre" } } }))
    }
}

pub(crate) fn consent() -> Value {
    json!({ "scope": ["NEED"], "mode": "ORAL", "language": "ara", "languageMode": "DIRECT" })
}

/// Drafted, agreed to and sent by link to CPAS-Test on Monday at ten.
pub(crate) async fn sent(world: &World, begun: &Begun) -> String {
    let (samir, first) = (world.as_("samir"), new_id());
    let draft = begun.to_cpas_test();
    did(&samir, "2023-06-05T07:40:00Z", "draftReferral", &first, draft, &["ReferralDrafted"]).await;
    let by_link = json!({ "channel": "LINK" });
    refused(
        &samir,
        "2023-06-05T07:41:00Z",
        "sendReferral",
        &first,
        by_link.clone(),
        "REFERRAL_CONSENT_MISSING",
    )
    .await;
    did(&samir, "2023-06-05T07:45:00Z", "recordReferralConsent", &first, consent(), &["ConsentRecorded"])
        .await;
    did(&samir, SENT, "sendReferral", &first, by_link, &["ReferralSent"]).await;
    first
}
