//! Open Referral HSDS in both forms: no row is lost, a second import changes nothing, and what is
//! broken is named with its file and line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod broken;

use std::collections::BTreeMap;
use std::path::Path;

use directory::hsds::report::{Fate, Form, MappingReport, Reason, RowEntry};
use directory::hsds::{File, Import, Source, Step, StepCommand, partner_id, read, service_id};
use directory::partner::{Partner, PartnerEvent};
use directory::service::{LanguageOffering, Service, ServiceContent, ServiceEvent, Sheet, Status};
use directory::speech::InterfaceLanguage;
use kernel::given::monday_morning;
use kernel::{Asked, Decider, PartnerId, Role, Secrets, ServiceId};

const CANAL: &str = "5e1c0000-0000-4000-8000-000000000001";
const COMPTOIR: &str = "5e1c0000-0000-4000-8000-000000000003";
const MEDECINE: &str = "5e1c0000-0000-4000-8000-000000000011";
const LSFB: &str = "5e1c0000-0000-4000-8000-000000000012";
const COLIS: &str = "5e1c0000-0000-4000-8000-000000000013";
const VESTIAIRE: &str = "5e1c0000-0000-4000-8000-000000000014";

fn source() -> Source {
    Source { name: "bruxelles-exemple".parse().unwrap(), language: InterfaceLanguage::Fr }
}

fn folder(name: &str) -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hsds").join(name);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.push(File { name, bytes: std::fs::read(path).unwrap() });
    }
    files
}

fn file(name: &str, contents: impl AsRef<[u8]>) -> File {
    File { name: name.to_owned(), bytes: contents.as_ref().to_vec() }
}

fn import(files: &[File]) -> Import {
    read(files, &source())
}

/// The directory as it stands, secrets open.
#[derive(Default)]
struct World {
    partners: BTreeMap<PartnerId, Partner>,
    services: BTreeMap<ServiceId, Service>,
}

impl World {
    fn asked() -> Asked {
        Asked { role: Role::System, ..monday_morning() }
    }

    /// Asks every step and answers with the names of the events.
    fn perform(&mut self, steps: &[Step]) -> Vec<String> {
        let asked = Self::asked();
        let mut names = Vec::new();
        for step in steps {
            match &step.command {
                StepCommand::Partner(id, command) => {
                    let state = self.partners.entry(*id).or_default();
                    let events = state.decide((**command).clone(), &asked).expect("not refused");
                    assert_eq!(
                        step.would_change(state, &Service::default(), &asked).unwrap(),
                        !events.is_empty()
                    );
                    for event in events {
                        names.push(kernel::Event::name(&event).to_owned());
                        state.evolve(event);
                    }
                }
                StepCommand::Service(id, command) => {
                    let state = self.services.entry(*id).or_default();
                    let events = state.decide((**command).clone(), &asked).expect("not refused");
                    for event in events {
                        names.push(kernel::Event::name(&event).to_owned());
                        state.evolve(event);
                    }
                }
            }
        }
        names
    }

    fn sheet(&self, id: &str) -> &Sheet {
        match &self.services[&service_id(&source().name, id)] {
            Service::Sheet(sheet) => sheet,
            Service::Unknown => panic!("{id} is not known"),
        }
    }

    fn content(&self, id: &str) -> &ServiceContent {
        &self.sheet(id).content
    }
}

fn row<'a>(report: &'a MappingReport, table: &str, ending: &str) -> &'a RowEntry {
    let mut rows = report.rows.iter();
    let fits = |row: &&RowEntry| row.table == table && row.id.as_ref().is_some_and(|id| id.ends_with(ending));
    rows.find(fits).unwrap_or_else(|| panic!("no {table} {ending}"))
}

/// Every object with an id, and every object that is not one of ours by its keys, in a JSON value.
fn objects(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Object(members) => {
            let own = usize::from(members.contains_key("id") || members.contains_key("openapi_url"));
            own + members.values().map(objects).sum::<usize>()
        }
        serde_json::Value::Array(items) => items.iter().map(objects).sum(),
        _ => 0,
    }
}

#[test]
fn every_line_of_every_table_is_in_the_report() {
    let files = folder("csv");
    let report = import(&files).report;
    assert_eq!(report.lost(), 0, "{report}");
    let mut lines = 0;
    for entry in report.files.iter().filter(|file| file.form == Form::Tabular) {
        let file = files.iter().find(|file| file.name == entry.name).unwrap();
        // The fixtures have no line breaks inside a value.
        let rows = String::from_utf8(file.bytes.clone()).unwrap().lines().count() - 1;
        assert_eq!(entry.rows, rows, "{}", entry.name);
        let told = report.rows.iter().filter(|row| row.spot.file == entry.name).count();
        assert_eq!(told, rows, "{}", entry.name);
        lines += rows;
    }
    assert_eq!((report.files.len(), report.rows.len()), (22, lines));
    let locations = report.tallies()["locations"];
    assert_eq!((locations.rows, locations.mapped), (2, 2), "the data package names lieux.csv");
}

#[test]
fn every_object_of_every_json_file_is_in_the_report() {
    let files = folder("json");
    let report = import(&files).report;
    assert_eq!(report.lost(), 0, "{report}");
    for file in &files {
        let value: serde_json::Value = serde_json::from_slice(&file.bytes).unwrap();
        let told = report.rows.iter().filter(|row| row.spot.file == file.name).count();
        assert_eq!(told, objects(&value), "{}", file.name);
    }
    assert!(report.rows.iter().any(|row| row.same_as.is_some()), "objects are repeated in objects");
}

#[test]
fn both_forms_make_the_same_directory() {
    let mut worlds = ["csv", "json"].map(|form| {
        let mut world = World::default();
        world.perform(&import(&folder(form)).steps);
        world
    });
    let [csv, json] = &mut worlds;
    assert_eq!(csv.partners.keys().collect::<Vec<_>>(), json.partners.keys().collect::<Vec<_>>());
    for id in [MEDECINE, LSFB, COLIS, VESTIAIRE] {
        let (csv, json) = (csv.sheet(id), json.sheet(id));
        assert_eq!((&csv.content, &csv.status), (&json.content, &json.status), "{id}");
    }
    for (id, partner) in &csv.partners {
        let (Partner::Known(csv), Partner::Known(json)) = (partner, &json.partners[id]) else {
            panic!("{id} is not known");
        };
        assert_eq!((&csv.details, &csv.persons), (&json.details, &json.persons));
    }
}

#[test]
fn a_second_import_changes_nothing() {
    for form in ["csv", "json"] {
        let mut world = World::default();
        let first = world.perform(&import(&folder(form)).steps);
        assert!(first.len() > 20, "{first:?}");
        let again = world.perform(&import(&folder(form)).steps);
        assert_eq!(again, Vec::<String>::new(), "{form}");
    }
}

#[test]
fn what_somebody_here_corrected_is_not_undone_by_the_same_source() {
    let mut world = World::default();
    let steps = import(&folder("csv")).steps;
    world.perform(&steps);
    let id = service_id(&source().name, MEDECINE);
    let mut better = world.content(MEDECINE).clone();
    better.name.ar = Some("طب عام".parse().unwrap());
    let revised = ServiceEvent::ServiceSheetRevised { content: Box::new(better.clone()) };
    world.services.get_mut(&id).unwrap().evolve(revised);
    assert_eq!(world.perform(&steps), Vec::<String>::new());
    assert_eq!(*world.content(MEDECINE), better);
}

#[test]
fn a_source_that_says_otherwise_is_heard() {
    let mut files = folder("csv");
    let mut world = World::default();
    world.perform(&import(&files).steps);
    for file in files.iter_mut().filter(|file| file.name == "services.csv") {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("temporarily closed", "active").into_bytes();
    }
    let names = world.perform(&import(&files).steps);
    assert_eq!(names, ["ServiceSheetImported", "ServiceSheetReopened"]);
    assert_eq!(world.sheet(COLIS).status, Status::Published);
}

#[test]
fn a_service_becomes_a_sheet() {
    let mut world = World::default();
    world.perform(&import(&folder("csv")).steps);
    let sheet = world.sheet(MEDECINE);
    let content = &sheet.content;
    let fr = |text: &kernel::Localized| text.fr.as_ref().unwrap().to_string();
    assert_eq!(fr(&content.name), "Médecine générale");
    assert_eq!(sheet.partner, partner_id(&source().name, CANAL));
    assert_eq!(sheet.status, Status::Published);
    assert_eq!(sheet.verified_on.unwrap().to_string(), "2023-05-02");
    assert_eq!(content.needs.iter().map(ToString::to_string).collect::<Vec<_>>(), ["HEA.CARE"]);
    let languages: Vec<_> = content.languages.iter().map(|l| (l.language.to_string(), l.by)).collect();
    let unsaid = |code: &str| (code.to_owned(), LanguageOffering::NotSaid);
    assert_eq!(languages, [unsaid("ara"), unsaid("nld")]);
    assert_eq!(content.phones[0].languages[0].to_string(), "fra");
    let hours = &content.hours[0];
    assert_eq!(hours.days.len(), 2);
    assert_eq!(hours.opens.unwrap().to_string(), "09:00");
    assert!(!hours.partial);
    assert_eq!(fr(&content.documents[0].name), "Carte d'identité, si vous en avez une");
    assert_eq!(content.places[0].addresses[0].postal_code.as_ref().unwrap().as_str(), "1080");

    let fortnightly = &world.content(COLIS).hours[0];
    assert!(fortnightly.partial, "every second week is more than our hours can show");
    assert_eq!(fortnightly.opens.unwrap().to_string(), "14:00");
    assert_eq!(fortnightly.place, Some(world.content(COLIS).places[0].key.clone()));
    assert!(matches!(&world.sheet(COLIS).status, Status::Closed(closure)
        if closure.until.is_none() && fr(&closure.message) == "Fermé pour travaux."));
    assert_eq!(world.sheet(VESTIAIRE).status, Status::Retired);
}

#[test]
fn words_about_persons_are_secrets_everywhere() {
    let steps = import(&folder("csv")).steps;
    let mut sealed = 0;
    for step in &steps {
        let clear = match &step.command {
            StepCommand::Partner(_, command) => {
                let mut command = (**command).clone();
                sealed += command.secrets().len();
                for secret in command.secrets() {
                    *secret = kernel::Secret::Erased;
                }
                serde_json::to_string(&command).unwrap()
            }
            StepCommand::Service(_, command) => {
                let mut command = (**command).clone();
                sealed += command.secrets().len();
                for secret in command.secrets() {
                    *secret = kernel::Secret::Erased;
                }
                serde_json::to_string(&command).unwrap()
            }
        };
        for word in ["Nora", "Karim", "Odile", "odile@", "nora@", "00 00 03", "Le matin"] {
            assert!(!clear.contains(word), "{word} stands clear in {clear}");
        }
    }
    assert_eq!(sealed, 12, "name, role, e-mail, telephone of Nora; name of Karim; the rest kept");
}

#[test]
fn what_has_no_field_is_kept_word_for_word_with_its_owner() {
    let mut world = World::default();
    let import = import(&folder("csv"));
    world.perform(&import.steps);
    let cost = row(&import.report, "cost_options", "111");
    assert_eq!(cost.fate, Fate::Kept);
    assert_eq!(cost.kept_with, Some(format!("service {}", service_id(&source().name, COLIS))));
    let kept: Vec<_> =
        world.sheet(COLIS).rows.iter().filter(|row| row.table.as_str() == "cost_options").collect();
    let columns: serde_json::Value = serde_json::from_str(&kept[0].columns.to_string()).unwrap();
    assert_eq!(columns["amount_description"], "par colis");
    assert_eq!(columns["service_id"], COLIS);
    let organization = row(&import.report, "organizations", "001");
    assert_eq!(organization.fate, Fate::Mapped);
    assert!(organization.kept.contains(&"legal_status".to_owned()));
    assert_eq!(organization.fields["website"], "website");
    let parent = row(&import.report, "organizations", "003");
    assert!(parent.kept.contains(&"parent_organization_id".to_owned()), "{parent:?}");
    assert_eq!(parent.kept_with, Some(format!("partner {}", partner_id(&source().name, COMPTOIR))));
    let Partner::Known(canal) = &world.partners[&partner_id(&source().name, CANAL)] else { panic!() };
    assert!(canal.rows.iter().any(|row| row.table.as_str() == "funding"));
}

#[test]
fn a_term_without_a_need_is_listed_and_never_becomes_other() {
    let report = import(&folder("csv")).report;
    let terms: Vec<_> = report.unmatched.iter().map(|term| term.code.as_deref().unwrap()).collect();
    assert_eq!(terms, ["ASTRO"]);
    assert_eq!(report.unmatched[0].services, [LSFB]);
    assert_eq!(report.services_without_need, [LSFB, VESTIAIRE]);
    let mut world = World::default();
    world.perform(&import(&folder("csv")).steps);
    assert!(world.content(LSFB).needs.is_empty());
}

#[test]
fn ids_are_stable_and_differ_by_source() {
    let (one, other) = ("one".parse().unwrap(), "other".parse().unwrap());
    assert_eq!(partner_id(&one, "o1"), partner_id(&one, "o1"));
    assert_ne!(partner_id(&one, "o1"), partner_id(&other, "o1"));
    assert_ne!(partner_id(&one, "o1").0, service_id(&one, "o1").0);
    let import = import(&folder("csv"));
    let network = monday_morning().network;
    let ids: std::collections::BTreeSet<_> =
        import.steps.iter().map(|step| step.command_id(&network, 0)).collect();
    assert_eq!(ids.len(), import.steps.len(), "every step has a command id of its own");
    assert_ne!(import.steps[0].command_id(&network, 0), import.steps[0].command_id(&network, 1));
}

#[test]
fn a_partner_known_by_events_alone_has_its_provenance() {
    let mut world = World::default();
    world.perform(&import(&folder("json")).steps);
    let Partner::Known(canal) = &world.partners[&partner_id(&source().name, CANAL)] else { panic!() };
    let (provenance, details) = canal.imported.clone().unwrap();
    assert_eq!(provenance.external_id.as_str(), CANAL);
    let event = PartnerEvent::PartnerIdentified { details, provenance: Some(provenance) };
    assert!(serde_json::to_string(&event).unwrap().contains("\"externalId\""));
}
