//! What is broken is named with its file and line, and kept where something can keep it.

use super::*;

const ORGANIZATIONS: &str = "id,name\no1,Maison\n";

/// The reason, the line or path and the column of every problem.
fn problems(report: &MappingReport) -> Vec<(String, String, Reason)> {
    let files = report.files.iter().flat_map(|file| &file.problems);
    let files = files.map(|(spot, reason)| (spot.to_string(), String::new(), reason.clone()));
    let rows = report.rows.iter().flat_map(|row| {
        row.problems.iter().map(|problem| {
            (row.spot.to_string(), problem.column.clone().unwrap_or_default(), problem.reason.clone())
        })
    });
    files.chain(rows).collect()
}

#[track_caller]
fn assert_problem(files: &[File], at: &str, column: &str, reason: Reason) -> MappingReport {
    let report = import(files).report;
    let expected = (at.to_owned(), column.to_owned(), reason);
    assert!(problems(&report).contains(&expected), "{expected:?} is not in {:?}", problems(&report));
    assert!(report.to_string().contains(at), "the table does not name {at}:\n{report}");
    report
}

#[test]
fn a_row_without_an_id_is_refused() {
    let files = [file("organizations.csv", "id,name\n,Maison\no2,Autre\n")];
    let report = assert_problem(&files, "organizations.csv:2", "", Reason::MissingId);
    assert_eq!(report.lost(), 1);
    let files = [file("organizations.json", r#"[{"name": "Maison"}]"#)];
    assert_problem(&files, "organizations.json $[0]", "", Reason::MissingId);
}

#[test]
fn a_service_of_an_unknown_organisation_is_refused_and_its_rows_are_kept() {
    let files = [
        file("organizations.csv", ORGANIZATIONS),
        file("services.csv", "id,organization_id,name,status\ns1,o9,Aide,active\ns2,,Aide,active\n"),
        file("phones.csv", "id,service_id,number\np1,s1,+32 2 000 00 00\n"),
    ];
    let unknown = Reason::UnknownReference("organizations".to_owned());
    let report = assert_problem(&files, "services.csv:2", "organization_id", unknown);
    let missing = Reason::MissingReference("organizations".to_owned());
    assert_problem(&files, "services.csv:3", "organization_id", missing);
    assert_eq!(report.lost(), 2);
    assert_eq!(row(&report, "phones", "p1").fate, Fate::Kept);
}

#[test]
fn a_bad_date_is_kept_and_named() {
    let files = [
        file("organizations.csv", ORGANIZATIONS),
        file(
            "services.csv",
            "id,organization_id,name,status,assured_date,minimum_age\ns1,o1,Aide,open,07/08/2023,twelve\n",
        ),
        file("schedules.csv", "id,service_id,valid_from,opens_at,byday\nh1,s1,2023-13-45,9 o'clock,MO\n"),
    ];
    let report = assert_problem(&files, "services.csv:2", "assured_date", Reason::BadDate);
    assert_problem(&files, "services.csv:2", "status", Reason::UnknownWord);
    assert_problem(&files, "services.csv:2", "minimum_age", Reason::BadNumber);
    assert_problem(&files, "schedules.csv:2", "valid_from", Reason::BadDate);
    assert_problem(&files, "schedules.csv:2", "opens_at", Reason::BadTime);
    assert_eq!(report.lost(), 0, "{report}");
    let kept = &row(&report, "services", "s1").kept;
    assert_eq!(*kept, ["assured_date", "minimum_age", "status"]);
    let mut world = World::default();
    world.perform(&import(&files).steps);
    assert_eq!(world.sheet("s1").status, Status::Draft, "an unknown status is not guessed");
}

#[test]
fn text_that_is_not_utf_8_is_named_with_its_line() {
    let files = [file("organizations.csv", b"id,name\no1,Maison\no2,M\xe9decins\n")];
    let report = assert_problem(&files, "organizations.csv:3", "", Reason::NotUtf8);
    assert_eq!(report.tallies()["organizations"].rows, 2);
    let files = [file("organizations.json", b"[\n{\"id\": \"o1\",\n \"name\": \"M\xe9decins\"}]")];
    let report = assert_problem(&files, "organizations.json:3", "", Reason::NotUtf8);
    assert_eq!(report.lost(), 1);
}

#[test]
fn truncated_json_is_named_with_its_line() {
    let files = [file("organizations.json", "[\n{\"id\": \"o1\",\n \"name\": ")];
    let report = import(&files).report;
    let (spot, reason) = &report.files[0].problems[0];
    assert_eq!(spot.to_string(), "organizations.json:3");
    assert!(matches!(reason, Reason::NotJson(_)));
    assert_eq!(report.lost(), 1);
}

#[test]
fn an_id_given_twice_in_one_list_is_refused_the_second_time() {
    let files = [file("organizations.csv", "id,name\no1,Maison\no1,Autre\n")];
    let report = import(&files).report;
    assert_eq!(report.tallies()["organizations"].refused, 1);
    let line =
        report.to_string().lines().find(|line| line.contains("organizations.csv:3")).unwrap().to_owned();
    assert!(line.contains("the same id stands at organizations.csv:2 already"), "{line}");
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    for end in ["\n", "\r\n"] {
        let lines = ["id,name,description", "o1,Maison,\"deux\nlignes\"", "", ",sans id,", "o3"];
        let files = [file("organizations.csv", lines.join(end))];
        assert_problem(&files, "organizations.csv:5", "", Reason::MissingId);
        assert_problem(&files, "organizations.csv:6", "", Reason::ColumnCount(1, 3));
    }
}

#[test]
fn a_row_with_too_few_columns_is_refused() {
    let files = [file("organizations.csv", "id,name\no1\n")];
    assert_problem(&files, "organizations.csv:2", "", Reason::ColumnCount(1, 2));
}

#[test]
fn what_another_file_says_otherwise_is_kept_beside() {
    let files = [
        file("a.json", r#"{"id": "o1", "name": "Maison", "legal_status": "asbl"}"#),
        file("organization.json", r#"{"id": "o1", "name": "Maison", "legal_status": "vzw"}"#),
    ];
    let report = import(&files).report;
    assert_eq!(report.lost(), 0);
    let second = &report.rows[1];
    assert_eq!((second.fate, second.kept.as_slice()), (Fate::Kept, &["legal_status".to_owned()][..]));
    let mut world = World::default();
    world.perform(&import(&files).steps);
    assert_eq!(world.perform(&import(&files).steps), Vec::<String>::new());
}

#[test]
fn a_link_instead_of_a_data_package_is_tolerated() {
    let mut files = folder("csv");
    files.retain(|file| file.name != "datapackage.json" && file.name != "lieux.csv");
    let lieux = folder("csv").into_iter().find(|file| file.name == "lieux.csv").unwrap();
    files.push(file("locations.csv", lieux.bytes));
    files.push(file("datapackage.json", "../../datapackage.json"));
    assert_eq!(import(&files).report.lost(), 0);
}

#[test]
fn a_page_of_a_longer_list_says_so() {
    let page = r#"{"page_number": 1, "total_pages": 10, "contents": [{"id": "o1", "name": "Maison"}]}"#;
    let files = [file("organization_list.json", page)];
    let report = import(&files).report;
    assert_eq!(report.files[0].problems[0].1, Reason::OnePageOnly(1, 10));
    assert_eq!(report.tallies()["organizations"].mapped, 1);
}

#[test]
fn rows_without_any_organisation_are_refused_because_nothing_can_keep_them() {
    let files = [file("taxonomies.csv", "id,name\nt1,Besoins\n")];
    assert_problem(&files, "taxonomies.csv:2", "", Reason::NothingToKeepItWith);
}

#[test]
fn a_table_the_standard_does_not_have_is_kept() {
    let files = [file("organizations.csv", ORGANIZATIONS), file("horaires.csv", "id,mot\nx1,demain\n")];
    let report = import(&files).report;
    assert_eq!(row(&report, "horaires", "x1").fate, Fate::Kept);
    let mut world = World::default();
    let names = world.perform(&import(&files).steps);
    assert_eq!(names, ["PartnerIdentified", "PartnerRowKept"]);
}

#[test]
fn a_file_that_is_neither_form_is_reported_as_not_read() {
    let report = import(&[file("logo.png", b"\x89PNG")]).report;
    assert_eq!((report.files[0].form, report.lost()), (Form::NotRead, 1));
}
