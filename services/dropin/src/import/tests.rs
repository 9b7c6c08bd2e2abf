//! One sentence for each thing a file may hold.

use kernel::NetworkId;
use uuid::Uuid;

use super::*;
use crate::site::SiteTimeZone;
use crate::visit::{LateReason, NeedUrgency};

const HEADER: &str = "key,occurred_at,site,mode,language,language_met,relation_to_area,needs,minutes";

fn network() -> NetworkId {
    "brussels".parse().expect("a slug")
}

fn sites() -> Vec<KnownSite> {
    let zone: SiteTimeZone = "Europe/Brussels".parse().expect("a zone");
    let id = SiteId(Uuid::from_u128(1));
    vec![KnownSite { id, name: "Tilleuls".to_owned(), hours: SiteHours::none(zone) }]
}

fn import(lines: &str) -> Result<ImportPlan, Vec<ImportProblem>> {
    read(&format!("{HEADER}\n{lines}"), &network(), &sites(), ActorId(Uuid::from_u128(2)))
}

#[test]
fn a_line_becomes_a_visit_in_a_session_of_its_date() {
    let plan = import(
        "A1,2023-06-05 09:20,tilleuls,walkIn,ara,direct,passingThrough,HEA.AMU:urgent;PSY.LISTEN,25\n",
    )
    .expect("a good line");
    let [visit] = plan.visits.as_slice() else { panic!("one visit") };
    let [session] = plan.sessions.as_slice() else { panic!("one session") };
    assert_eq!(visit.occurred_at, kernel::given::instant("2023-06-05T07:20:00Z"));
    assert_eq!(visit.input.session, Some(session.session));
    assert_eq!(visit.input.needs.len(), 2);
    assert_eq!(visit.input.needs[0].urgency, NeedUrgency::Urgent);
    assert_eq!(visit.input.late_reason, Some(LateReason::Import));
    assert_eq!(session.opens_at, kernel::given::instant("2023-06-04T22:00:00Z"));
    assert_eq!(session.closes_at, kernel::given::instant("2023-06-05T21:59:59Z"));
    assert_eq!(visit.line, 2);
}

#[test]
fn the_same_file_gives_the_same_ids_and_another_network_gives_others() {
    let file = "A1,2023-06-05 09:20,Tilleuls,walkIn,fra,direct,,OTH.UNSAID,\n";
    assert_eq!(import(file), import(file));
    let quebec: NetworkId = "quebec".parse().expect("a slug");
    let there = read(&format!("{HEADER}\n{file}"), &quebec, &sites(), ActorId(Uuid::from_u128(2)));
    assert_ne!(there.expect("good").visits[0].command, import(file).expect("good").visits[0].command);
}

#[test]
fn every_problem_names_its_line_its_column_and_the_way_out() {
    let problems = import(concat!(
        "A1,yesterday,Tilleuls,flying,fra,direct,,OTH.UNSAID,\n",
        "A1,2023-06-05 09:20,Elsewhere,walkIn,french,direct,nowhere,HEA.NOPE,0\n",
        ",2023-03-26 02:30,Tilleuls,walkIn,fra,perhaps,,,\n",
    ))
    .expect_err("bad lines");
    let named: Vec<(u64, &str)> =
        problems.iter().map(|problem| (problem.line, problem.column.as_str())).collect();
    for expected in [
        (2, "occurred_at"),
        (2, "mode"),
        (3, "key"),
        (3, "site"),
        (3, "language"),
        (3, "relation_to_area"),
        (3, "needs"),
        (3, "minutes"),
        (4, "key"),
        (4, "occurred_at"),
        (4, "language_met"),
        (4, "needs"),
    ] {
        assert!(named.contains(&expected), "{expected:?} is not among {named:?}");
    }
    assert!(problems[0].to_string().starts_with("line 2, column "), "{}", problems[0]);
}

#[test]
fn a_header_is_checked_before_any_line() {
    let problems =
        read("key,colour\nA,red\n", &network(), &sites(), ActorId(Uuid::nil())).expect_err("a bad header");
    assert!(problems.iter().any(|problem| problem.column == "colour"));
    assert!(problems.iter().any(|problem| problem.column == "needs" && problem.line == 1));
}

#[test]
fn a_line_with_too_few_cells_is_a_problem_not_a_fault() {
    let problems = import("A1,2023-06-05 09:20\n").expect_err("a short line");
    assert_eq!(problems[0].line, 2);
}

#[test]
fn semicolons_between_columns_and_a_byte_order_mark_are_read_too() {
    let file = "\u{feff}key;occurred_at;mode;language;language_met;outreach_place;needs\n\
                B7;2023-06-05T10:00:00+02:00;outreach;nld;direct;Gare;\"OTH.UNSAID;NET.ESCORT\"\n";
    let plan = read(file, &network(), &sites(), ActorId(Uuid::nil())).expect("a good file");
    assert!(plan.sessions.is_empty());
    assert_eq!(plan.visits[0].input.needs.len(), 2);
    assert_eq!(plan.visits[0].input.outreach.as_ref().map(|met| met.place.as_str()), Some("Gare"));
}

#[test]
fn a_note_with_a_telephone_number_is_a_problem() {
    let file = "key,occurred_at,site,mode,language,language_met,needs,shared_note\n\
                C1,2023-06-05 09:20,Tilleuls,walkIn,fra,direct,OTH.UNSAID,au 0470 00 00 00\n";
    let problems = read(file, &network(), &sites(), ActorId(Uuid::nil())).expect_err("a contact");
    assert_eq!(problems[0].column, "shared_note");
}
