//! One object of each kind in a network, made by real commands.

#![allow(dead_code, reason = "each test uses a part")]

use async_graphql::parser::types::{BaseType, Type};
use serde_json::{Value, json};
use stories::{World, new_id};

use crate::shapes::{Shape, Shapes, heart};

/// The ids, by kind as the history names it.
pub(crate) struct Objects {
    ids: Vec<(&'static str, String)>,
    /// Where the journal stands with them.
    pub(crate) position: String,
    /// The case of the visit.
    pub(crate) case: String,
}

impl Objects {
    /// The id of the object of a kind.
    pub(crate) fn id(&self, kind: &str) -> &str {
        &self.ids.iter().find(|(known, _)| *known == kind).unwrap_or_else(|| panic!("no {kind}")).1
    }

    /// Another object of a kind, instead of the one there is.
    pub(crate) fn replace(&mut self, kind: &'static str, id: String) {
        self.ids.retain(|(known, _)| *known != kind);
        self.ids.push((kind, id));
    }

    /// Every kind with its object.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.ids.iter().map(|(kind, id)| (*kind, id.as_str()))
    }

    /// Makes them, in Brussels first where both networks are wanted. The clock must stand before
    /// 2023-06-05T16:45:00Z, and stands there or five minutes later afterwards.
    pub(crate) async fn make(world: &World, shapes: &Shapes, network: &str) -> Self {
        let mut made = Self { ids: Vec::new(), position: String::new(), case: new_id() };
        made.house(world, shapes, network).await;
        made.desk(world, shapes, network).await;
        made.directory(world, shapes, network).await;
        made.network(world, shapes, network).await;
        made.meeting(world, shapes, network).await;
        made
    }

    async fn act(
        &mut self,
        act: (&World, &Shapes, &str),
        field: &str,
        kind: &'static str,
        input: &str,
        wanted: Value,
    ) {
        let (world, shapes, network) = act;
        let known = self.ids.iter().find(|(known, _)| *known == kind).map(|(_, id)| id.clone());
        let id = known.clone().unwrap_or_else(new_id);
        let value = if input.is_empty() { Value::Null } else { shapes.least(input, wanted) };
        let done = world.of("odile", network).done(field, &id, &format!("{input}!"), value).await;
        self.position = done.position;
        if known.is_none() {
            self.ids.push((kind, id));
        }
    }

    async fn house(&mut self, world: &World, shapes: &Shapes, network: &str) {
        let by = (world, shapes, network);
        let zone = if network == "quebec" { "America/Toronto" } else { "Europe/Brussels" };
        self.act(by, "openSite", "site", "OpenSiteInput", json!({ "timeZone": zone })).await;
        let slot = json!({ "day": "MONDAY", "start": "09:00", "end": "12:00", "byAppointment": true, "walkIn": true,
                           "validFrom": "2023-06-01" });
        self.act(by, "addOpeningSlot", "site", "OpeningSlotInput", slot).await;
        let session = json!({ "site": self.id("site"), "exceptionalOpening": "OTHER",
                              "languages": [{ "language": "fra", "mode": "DIRECT" }] });
        self.act(by, "openSession", "session", "OpenSessionInput", session).await;
    }

    async fn desk(&mut self, world: &World, shapes: &Shapes, network: &str) {
        let by = (world, shapes, network);
        let need = new_id();
        let asked = shapes.least("ExpressNeedInput", json!({ "need": need }));
        let visit = json!({ "session": self.id("session"), "case": self.case, "mode": "WALK_IN",
                            "languageMet": "DIRECT", "needs": [asked] });
        self.act(by, "recordVisit", "visit", "RecordVisitInput", visit).await;
        self.ids.push(("need", need));
        let hour = if network == "quebec" { "14" } else { "08" };
        let booking = json!({ "site": self.id("site"), "startsAt": format!("2023-06-12T{hour}:00:00Z"), "reminder": "NO_REMINDER" });
        self.act(by, "bookAppointment", "appointment", "BookAppointmentInput", booking).await;
        self.act(by, "openPerson", "person", "", Value::Null).await;
        let reading =
            json!({ "object": { "kind": "visit", "id": self.id("visit") }, "purpose": "RECEPTION" });
        self.act(by, "revealIdentity", "disclosure", "RevealIdentityInput", reading).await;
    }

    async fn directory(&mut self, world: &World, shapes: &Shapes, network: &str) {
        let by = (world, shapes, network);
        let name = json!({ "fr": "La maison", "en": "The house" });
        self.act(
            by,
            "identifyPartner",
            "partner",
            "IdentifyPartnerInput",
            json!({ "details": { "name": name } }),
        )
        .await;
        let sheet = json!({ "partner": self.id("partner"), "content": { "name": name } });
        self.act(by, "draftServiceSheet", "service", "DraftServiceSheetInput", sheet).await;
        let referral = json!({
            "case": self.case,
            "identity": "ANONYMOUS",
            "needs": [{ "need": self.id("need"), "code": "HEA.AMU", "visit": self.id("visit") }],
            "target": { "partner": shapes.least("ReferralPartnerInput", json!({ "partner": self.id("partner") })) },
        });
        self.act(by, "draftReferral", "referral", "DraftReferralInput", referral).await;
    }

    async fn network(&mut self, world: &World, shapes: &Shapes, network: &str) {
        let by = (world, shapes, network);
        self.act(by, "joinNetwork", "member", "JoinNetworkInput", json!({ "displayName": "Karim" })).await;
        let request = json!({ "case": self.case, "purpose": "NET.ESCORT" });
        self.act(by, "requestAccompaniment", "pairing", "RequestAccompanimentInput", request).await;
    }

    async fn meeting(&mut self, world: &World, shapes: &Shapes, network: &str) {
        let by = (world, shapes, network);
        let plan = json!({ "title": { "fr": "Réunion" }, "place": { "name": "La maison" }, "welcomeAt": "2023-06-05T16:30:00Z",
                           "startsAt": "2023-06-05T17:00:00Z", "endsAt": "2023-06-05T19:00:00Z" });
        self.act(by, "planMeeting", "meeting", "PlanMeetingInput", plan).await;
        self.act(by, "announceMeeting", "meeting", "", Value::Null).await;
        world.at(if network == "quebec" { "2023-06-05T16:50:00Z" } else { "2023-06-05T16:45:00Z" }).await;
        self.act(by, "openMeeting", "meeting", "", Value::Null).await;
        let commitment = new_id();
        let promise = json!({ "commitment": commitment, "owner": self.id("member"), "due": "2023-07-06" });
        self.act(by, "makeCommitment", "meeting", "MakeCommitmentInput", promise).await;
        self.ids.push(("commitment", commitment));
    }
}

/// The kind of object an id type names, as the history names it.
pub(crate) fn kind(id: &str) -> String {
    let name = id.strip_suffix("Id").unwrap_or(id);
    name[..1].to_lowercase() + &name[1..]
}

/// Every id in a value changed to that of an object of a network, where it has one of the kind.
pub(crate) fn with_ids(shapes: &Shapes, ty: &Type, value: &mut Value, of: &Objects) {
    match (&ty.base, shapes.shape(heart(ty))) {
        (BaseType::List(item), _) => {
            value.as_array_mut().into_iter().flatten().for_each(|value| with_ids(shapes, item, value, of));
        }
        (BaseType::Named(name), Shape::Scalar) => {
            if let Some((_, id)) = of.all().find(|(known, _)| *known == kind(name)) {
                *value = json!(id);
            }
        }
        (BaseType::Named(_), Shape::Choice(_)) => {}
        (BaseType::Named(_), Shape::Object { slots, .. }) => {
            for slot in slots {
                if let Some(value) = value.get_mut(&slot.name) {
                    with_ids(shapes, &slot.ty, value, of);
                }
            }
        }
    }
}
