//! The directory's part of the story AT-13: three partners, five sheets in four languages with one
//! Arabic text missing, a closure on the national day, a capacity that expires.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use std::collections::BTreeMap;

use common::*;
use directory::deadlines::due_service;
use directory::partner::*;
use directory::projection::*;
use directory::service::*;
use directory::speech::{InterfaceLanguage, shown};
use kernel::given::monday_morning;
use kernel::projection::Facet;
use kernel::{Asked, Decider, Party, Projection, Role};

/// The rules and the lists together, as the platform runs them.
#[derive(Default)]
struct Network {
    partners: BTreeMap<u128, (Partner, Option<PartnerRow>, u64)>,
    services: BTreeMap<u128, (Service, Option<ServiceRow>, u64)>,
}

fn asked(when: &str, role: Role) -> Asked {
    Asked { at: at(when), now: at(when), role, ..monday_morning() }
}

impl Network {
    fn partner(&mut self, id: u128, when: &str, command: PartnerCommand) {
        let (state, row, version) = self.partners.entry(id).or_default();
        for event in state.decide(command, &asked(when, Role::Host)).expect("not refused") {
            *version += 1;
            state.evolve(event.clone());
            let recorded = recorded("partner", partner_id(id), *version, when, event);
            *row = Partners::project(row.take(), &partner_id(id).to_string(), &recorded);
        }
    }

    fn service(&mut self, id: u128, when: &str, command: ServiceCommand) {
        let (state, row, version) = self.services.entry(id).or_default();
        for event in state.decide(command, &asked(when, Role::Host)).expect("not refused") {
            *version += 1;
            state.evolve(event.clone());
            let recorded = recorded("service", service_id(id), *version, when, event);
            *row = Services::project(row.take(), &service_id(id).to_string(), &recorded);
        }
    }

    /// What the flow of deadlines does when the clock strikes.
    fn strike(&mut self, when: &str) {
        for id in self.services.keys().copied().collect::<Vec<_>>() {
            while let Some(command) = due_service(&self.sheet(id), at(when)) {
                let before = Services::due(&self.sheet(id));
                self.service(id, when, command);
                assert_ne!(Services::due(&self.sheet(id)), before, "the next time is another one");
            }
        }
    }

    fn row(&self, id: u128) -> PartnerRow {
        self.partners[&id].1.clone().expect("a partner")
    }

    fn sheet(&self, id: u128) -> ServiceRow {
        self.services[&id].1.clone().expect("a sheet")
    }
}

fn identify(name: &str) -> PartnerCommand {
    PartnerCommand::Identify(IdentifyPartner { details: details(name) })
}

fn contact() -> PartnerCommand {
    PartnerCommand::Contact(ContactPartner { way: ContactWay::Visit })
}

fn prospected() -> Network {
    let mut network = Network::default();
    for (id, name) in [(1, "Maison médicale du Canal"), (2, "Signes-Relais"), (3, "Le Comptoir du Square")] {
        network.partner(id, "2023-03-01T09:00:00Z", identify(name));
        network.partner(id, "2023-03-06T09:00:00Z", contact());
        network.partner(id, "2023-03-13T09:00:00Z", PartnerCommand::Meet);
    }
    let reason = PartnerDeclineReason::NoCapacity;
    network.partner(2, "2023-03-20T09:00:00Z", PartnerCommand::Decline(DeclinePartner { reason }));
    for id in [1, 3] {
        network.partner(id, "2023-03-20T09:00:00Z", PartnerCommand::Activate);
    }
    let reason = DormancyReason::NoAnswer;
    let dormant = PartnerCommand::MarkDormant(MarkPartnershipDormant { reason });
    network.partner(3, "2023-06-01T09:00:00Z", dormant);
    network
}

/// Five sheets in four languages; the fourth has no Arabic description.
fn published(network: &mut Network) {
    for id in 11..=15 {
        let mut sheet = ServiceContent {
            name: four("Carte médicale", "Medische kaart", "البطاقة الطبية", "Medical card"),
            description: Some(four("Aide urgente", "Dringende hulp", "مساعدة عاجلة", "Urgent help")),
            ..content("x")
        };
        if id == 14 {
            sheet.description.as_mut().unwrap().ar = None;
        }
        let draft = DraftServiceSheet { partner: partner_id(1), content: sheet };
        network.service(id, "2023-05-02T09:00:00Z", ServiceCommand::Draft(draft));
        network.service(id, "2023-05-02T09:00:00Z", ServiceCommand::Publish);
    }
}

#[test]
fn three_partners_are_active_declined_and_dormant() {
    let network = prospected();
    let states = [1, 2, 3].map(|id| network.row(id).state);
    assert_eq!(states, [PartnerState::Active, PartnerState::Declined, PartnerState::Dormant]);
    assert_eq!(network.row(2).decline_reason, Some(PartnerDeclineReason::NoCapacity));
    assert_eq!(network.row(1).active_since, Some(at("2023-03-20T09:00:00Z")));
    assert_eq!(Partners::facets(&network.row(3))[0], Facet::of("dormant"));
}

#[test]
fn a_next_step_waits_for_a_coordinator() {
    let mut network = prospected();
    assert_eq!(Partners::waiting(&network.row(1)), None);
    let step = PlanPartnerStep { what: line("Porter les affiches"), on: day("2023-06-30") };
    network.partner(1, "2023-06-05T09:00:00Z", PartnerCommand::PlanStep(step));
    let waiting = Partners::waiting(&network.row(1)).expect("somebody must move");
    assert_eq!((waiting.on, waiting.due), (Party::Coordinator, Some(at("2023-07-01T00:00:00Z"))));
    network.partner(1, "2023-06-29T09:00:00Z", PartnerCommand::TakeStep);
    assert_eq!(Partners::waiting(&network.row(1)), None);
}

#[test]
fn a_missing_arabic_text_is_a_visible_gap_filled_from_french() {
    let mut network = prospected();
    published(&mut network);
    let gaps: Vec<_> = (11..=15).map(|id| network.sheet(id).missing_languages).collect();
    assert_eq!(gaps, [vec![], vec![], vec![], vec![InterfaceLanguage::Ar], vec![]]);
    let sheet = network.sheet(14);
    assert!(Services::facets(&sheet).contains(&Facet::many(["ar"])));
    let text = shown(sheet.content.description.as_ref().unwrap(), InterfaceLanguage::Ar).unwrap();
    assert_eq!(
        (text.text.as_str(), text.language, text.fallback),
        ("Aide urgente", InterfaceLanguage::Fr, true)
    );
    let name = shown(&sheet.content.name, InterfaceLanguage::Ar).unwrap();
    assert_eq!((name.language, name.fallback), (InterfaceLanguage::Ar, false));
}

#[test]
fn a_sheet_closes_for_the_national_day_and_opens_by_itself() {
    let mut network = prospected();
    published(&mut network);
    let (from, until) = ("2023-07-20T22:00:00Z", "2023-07-21T22:00:00Z");
    let message = four("Fermé le 21 juillet", "Gesloten op 21 juli", "مغلق يوم 21 تموز", "Closed on 21 July");
    let close = CloseServiceTemporarily { from: at(from), until: Some(at(until)), message };
    network.service(11, "2023-07-10T09:00:00Z", ServiceCommand::CloseTemporarily(close));
    assert_eq!(network.sheet(11).state, SheetState::Published);
    assert_eq!(Services::due(&network.sheet(11)), Some(at(from)));
    network.strike("2023-07-20T21:59:00Z");
    assert_eq!(network.sheet(11).state, SheetState::Published);
    network.strike("2023-07-21T08:00:00Z");
    assert_eq!(network.sheet(11).state, SheetState::TemporarilyClosed);
    assert!(network.sheet(11).closure.is_some());
    network.strike(until);
    assert_eq!((network.sheet(11).state, network.sheet(11).closure), (SheetState::Published, None));
}

#[test]
fn capacity_expires_after_fourteen_days() {
    let mut network = prospected();
    published(&mut network);
    let level = CapacityLevel::Open;
    network.service(12, "2023-06-05T09:00:00Z", ServiceCommand::DeclareCapacity(DeclareCapacity { level }));
    network.strike("2023-06-19T08:59:59Z");
    assert_eq!(network.sheet(12).capacity.map(|capacity| capacity.level), Some(CapacityLevel::Open));
    network.strike("2023-06-19T09:00:00Z");
    assert_eq!(network.sheet(12).capacity, None);
}

#[test]
fn a_sheet_nobody_verified_for_six_months_waits_for_a_coordinator() {
    let mut network = prospected();
    published(&mut network);
    network.strike("2023-11-02T08:59:00Z");
    assert_eq!(Services::waiting(&network.sheet(13)), None);
    network.strike("2023-11-02T09:00:00Z");
    let waiting = Services::waiting(&network.sheet(13)).expect("somebody must move");
    assert_eq!((waiting.on, waiting.what.as_str()), (Party::Coordinator, "verifyServiceSheet"));
    network.service(13, "2023-11-03T09:00:00Z", ServiceCommand::Verify(VerifyServiceSheet { on: None }));
    assert_eq!(Services::waiting(&network.sheet(13)), None);
    assert_eq!(Services::due(&network.sheet(13)), Some(at("2024-05-03T00:00:00Z")));
}

#[test]
fn a_decline_for_residence_makes_the_sheet_wait() {
    let mut network = prospected();
    published(&mut network);
    let flag = FlagServiceSheet { reason: SheetFlagReason::ResidenceRule, referral: Some(referral(7)) };
    network.service(15, "2023-06-06T09:00:00Z", ServiceCommand::Flag(flag));
    let waiting = Services::waiting(&network.sheet(15)).expect("somebody must move");
    assert_eq!(waiting.what, "reviewServiceSheet");
    assert!(Services::facets(&network.sheet(15)).contains(&Facet::many(["residenceRule"])));
}

#[test]
fn a_kept_row_is_listed_with_its_owner_and_its_new_version_takes_its_place() {
    let keep = |version: u64, columns: &str| {
        let row = directory::imported::KeptRow { columns: columns.parse().unwrap(), ..kept("1") };
        let event = RowEvent::Service(Box::new(ServiceEvent::ServiceRowKept { row }));
        recorded("service", service_id(11), version, MORNING, event)
    };
    let first = keep(2, r#"{"wait_time":"1"}"#);
    let second = keep(3, r#"{"wait_time":"2"}"#);
    let keys = ImportedRows::keys(&first);
    assert_eq!((keys.len(), &keys), (1, &ImportedRows::keys(&second)));
    let row = ImportedRows::project(None, &keys[0], &first);
    let row = ImportedRows::project(row, &keys[0], &second).expect("a row");
    assert_eq!((row.owner, row.owner_id), (RowOwner::Service, service_id(11).0));
    assert_eq!(row.columns.to_string(), r#"{"wait_time":"2"}"#);
    let other = RowEvent::Service(Box::new(ServiceEvent::ServiceSheetReopened {}));
    let other = recorded("service", service_id(11), 4, MORNING, other);
    assert!(ImportedRows::keys(&other).is_empty());
}
