//! The objects that the matrix asks for, made by the real binary, tied to an account as people tie them.

use std::path::Path;

use kernel::uuid::Uuid;
use serde_json::{Value, json};
use stories::running::run;
use stories::tilleuls::{accepts_charter, charter};
use stories::{Person, World, binary, new_id};
use support::personal::Watch;
use tokio::process::Command;

use crate::objects::Objects;
use crate::shapes::Shapes;

/// When it begins; the meeting of [`Objects::make`] is at the end of that day.
const MORNING: &str = "2023-06-05T07:00:00Z";

/// A world whose directory came from files, as a network starts.
async fn with_a_directory() -> World {
    let folder = tempfile::tempdir().unwrap();
    let files =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/directory/tests/fixtures/hsds/csv");
    let mut import = Command::new(binary());
    import.args(["import", "directory"]).arg(files).args(["--source", "fixture", "--data"]);
    import.arg(folder.path().join("data"));
    let done = run(import, &Watch::default()).await;
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    World::start(&["demo", "--empty", "--clock", MORNING], None, folder).await
}

/// Whoever makes what is asked for.
struct Making<'a> {
    odile: Person<'a>,
    shapes: &'a Shapes,
    made: &'a mut Objects,
}

impl Making<'_> {
    /// A new object of a kind, which takes the place of the one there is.
    async fn anew(&mut self, kind: &'static str, field: &str, input: &str, wanted: Value) -> String {
        let id = new_id();
        self.act(field, &id, input, wanted).await;
        self.made.replace(kind, id.clone());
        id
    }

    /// Does something with the least it needs.
    async fn act(&mut self, field: &str, id: &str, input: &str, wanted: Value) {
        let value = if input.is_empty() { Value::Null } else { self.shapes.least(input, wanted) };
        let ty = if input.is_empty() { String::new() } else { format!("{input}!") };
        self.odile.done(field, id, &ty, value).await;
    }

    fn id(&self, kind: &str) -> String {
        self.made.id(kind).to_owned()
    }

    /// What was said of a visit, a slip for it, an hour and an interpreter.
    async fn desk(&mut self) {
        let (visit, site, partner) = (self.id("visit"), self.id("site"), self.id("partner"));
        for level in ["SHARED", "PRIVATE"] {
            self.act(
                "addVisitNote",
                &visit,
                "VisitNoteInput",
                json!({ "level": level, "words": "Some words" }),
            )
            .await;
        }
        let slip = self.odile.done("issueReturnCode", &visit, "", Value::Null).await;
        self.made.replace("returnCode", slip.fact("returnCode"));
        let monday = "2023-06-12T08:00:00Z";
        let booking = json!({ "site": site, "startsAt": monday, "language": "fra", "reminder": "NO_REMINDER",
            "called": "Some words", "contact": "Some words" });
        self.anew("appointment", "bookAppointment", "BookAppointmentInput", booking).await;
        let wanted = json!({ "site": site, "startsAt": monday, "provider": { "partner": partner } });
        self.anew("interpretation", "requestInterpretation", "RequestInterpretationInput", wanted).await;
    }

    /// A sheet is public once it is published, and a meeting once it is announced.
    async fn door(&mut self) {
        let content = json!({ "name": { "fr": "La maison", "en": "The house" }, "needs": ["HEA.AMU"],
            "conditions": { "access": "BOTH" }, "phones": [{ "number": "+32 2 555 01 99" }],
            "places": [{ "key": "accueil", "addresses": [{ "city": "Bruxelles", "kind": "PHYSICAL" }] }] });
        let sheet = json!({ "partner": self.id("partner"), "content": content });
        let service = self.anew("service", "draftServiceSheet", "DraftServiceSheetInput", sheet).await;
        self.act("publishServiceSheet", &service, "", Value::Null).await;
        self.made.replace("meetingNotice", self.id("meeting"));
    }

    /// Two persons of one name, a third who was erased, and a need that nobody is written to about.
    async fn people(&mut self) {
        for kind in ["duplicate", "erasedPerson", "person"] {
            let person = self.anew(kind, "openPerson", "", Value::Null).await;
            self.act("givePersonName", &person, "GivePersonNameInput", json!({})).await;
        }
        let erased = self.id("erasedPerson");
        self.act("erasePerson", &erased, "ErasePersonInput", json!({ "reason": "PERSON_ASKED" })).await;
        let reading = json!({ "object": { "kind": "visit", "id": self.id("visit") }, "purpose": "OTHER",
            "because": "Some words" });
        self.anew("disclosure", "revealIdentity", "RevealIdentityInput", reading).await;
        self.act("suppressNeedContact", "HEA.AMU", "SuppressNeedContactInput", json!({})).await;
    }

    /// An account, whose member goes along with somebody; somebody else still waits for company.
    async fn network(&mut self, world: &World, account: &str) {
        let facet = json!({ "facet": new_id(), "role": "HOST" });
        let inviting = json!({ "email": "odile@tilleuls.example", "facets": [facet] });
        self.act("inviteAccount", account, "InviteAccountInput", inviting).await;
        // The schema names an account by whom it is of.
        for kind in ["account", "actor"] {
            self.made.replace(kind, account.to_owned());
        }
        self.anew("device", "registerDevice", "RegisterDeviceInput", json!({})).await;
        charter(world, MORNING, 1, ["2023-06-01T00:00:00Z", "2023-06-01T00:00:00Z"]).await;
        let member = self.id("member");
        self.act("linkAccount", &member, "LinkAccountInput", json!({ "account": account })).await;
        let spoken = json!({ "languages": [{ "language": "fra", "level": "NATIVE" }] });
        self.act("declareLanguages", &member, "DeclareLanguagesInput", spoken).await;
        self.act("offerVolunteering", &member, "", Value::Null).await;
        accepts_charter(world, MORNING, &member, 1).await;
        let (pairing, with) = (self.id("pairing"), json!({ "member": member }));
        self.act("proposePairing", &pairing, "ProposePairingInput", with.clone()).await;
        self.act("acceptPairingAsVolunteer", &pairing, "AcceptPairingAsVolunteerInput", with.clone()).await;
        self.act("acceptPairingAsPerson", &pairing, "AcceptPairingAsPersonInput", with).await;
        let request = json!({ "case": new_id(), "purpose": "NET.ESCORT", "language": "fra" });
        self.anew("lookedFor", "requestAccompaniment", "RequestAccompanimentInput", request).await;
    }
}

/// The objects with words about people in them, the account that recorded them, and what they left.
pub(crate) async fn made() -> (World, Objects, Uuid) {
    let (world, shapes) = (with_a_directory().await, Shapes::read());
    let mut made = Objects::make(&world, &shapes, "brussels").await;
    let me = world.as_("odile").read("{ me { actor } }", json!({})).await;
    let account = me["me"]["actor"].as_str().unwrap().to_owned();
    let mut making = Making { odile: world.as_("odile"), shapes: &shapes, made: &mut made };
    making.desk().await;
    making.door().await;
    making.people().await;
    making.network(&world, &account).await;
    let rows = "{ position importedRows(first: 20) { nodes { id private { column } } } }";
    let read = world.as_("odile").read(rows, json!({})).await;
    let rows = read["importedRows"]["nodes"].as_array().unwrap();
    let told = rows.iter().find(|row| !row["private"].as_array().unwrap().is_empty()).unwrap();
    made.replace("importedRow", told["id"].as_str().unwrap().to_owned());
    (world, made, account.parse().unwrap())
}
