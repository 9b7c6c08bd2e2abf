//! A sheet that another directory tells of.

use super::*;

#[test]
fn an_active_service_of_a_source_is_published_at_once() {
    let said = said(SourceStatus::Active);
    given::<Service>([]).when(import(said.clone())).then([imported(said.clone()), published()]);
    given::<Service>([imported(said.clone()), published()]).when(import(said)).then_nothing();
}

#[test]
fn a_source_tells_when_it_checked() {
    let said = ImportService { assured_on: Some(day("2023-05-02")), ..said(SourceStatus::Active) };
    let checked = verified("2023-05-02", "2023-11-02T00:00:00Z");
    given::<Service>([]).when(import(said.clone())).then([imported(said), published(), checked]);
    let tomorrow =
        ImportService { assured_on: Some(day("2023-06-06")), ..common::said(SourceStatus::Active) };
    given::<Service>([])
        .when(import(tomorrow))
        .then_refused(ServiceRefusal::ServiceSheetVerifiedInTheFuture { on: day("2023-06-06") });
}

#[test]
fn a_source_closes_and_reopens_what_it_closed() {
    let shut =
        ImportService { closure_message: Some(fr("Travaux")), ..said(SourceStatus::TemporarilyClosed) };
    let closure = Closure { from: instant(MORNING), until: None, message: fr("Travaux") };
    let closed = ServiceEvent::ServiceSheetTemporarilyClosed { closure, begun: true };
    let history = [imported(shut.clone()), published(), closed];
    given::<Service>([]).when(import(shut)).then(history.clone());
    let open = said(SourceStatus::Active);
    given::<Service>(history).when(import(open.clone())).then([imported(open), REOPENED]);
}

#[test]
fn a_source_does_not_reopen_what_was_closed_here() {
    let open = said(SourceStatus::Active);
    let renamed = ImportService { content: content("Carte"), ..open.clone() };
    given::<Service>([imported(open), published(), closed()])
        .when(import(renamed.clone()))
        .then([imported(renamed)]);
}

#[test]
fn an_inactive_service_stays_a_draft_and_a_defunct_one_is_retired() {
    let inactive = said(SourceStatus::Inactive);
    given::<Service>([]).when(import(inactive.clone())).then([imported(inactive)]);
    let defunct = said(SourceStatus::Defunct);
    let ended = ServiceEvent::ServiceSheetRetired { reason: SheetRetirement::SourceDefunct };
    given::<Service>([]).when(import(defunct.clone())).then([imported(defunct), ended]);
}

#[test]
fn a_source_does_not_bring_back_what_was_retired_here() {
    let said = said(SourceStatus::Active);
    let history = [imported(said.clone()), published(), RETIRED];
    given::<Service>(history.clone()).when(import(said.clone())).then_nothing();
    given::<Service>(history)
        .when(import(ImportService { content: content("Autre"), ..said }))
        .then_refused(ServiceRefusal::ServiceSheetIsRetired);
}

#[test]
fn a_source_does_not_move_a_sheet_to_another_partner() {
    let moved = ImportService { partner: partner_id(2), ..said(SourceStatus::Active) };
    given::<Service>([imported(said(SourceStatus::Active)), published()])
        .when(import(moved))
        .then_refused(ServiceRefusal::ServiceOfAnotherPartner);
}

#[test]
fn an_imported_row_is_kept_once_and_a_new_version_takes_its_place() {
    let row_kept = || ServiceEvent::ServiceRowKept { row: kept("1") };
    given::<Service>(live()).when(ServiceCommand::KeepRow(kept("1"))).then([row_kept()]);
    given::<Service>(with(row_kept())).when(ServiceCommand::KeepRow(kept("1"))).then_nothing();
    let mut newer = kept("1");
    newer.columns = r#"{"wait_time":"2"}"#.parse().unwrap();
    let Service::Sheet(sheet) =
        given::<Service>(with(row_kept())).when(ServiceCommand::KeepRow(newer.clone())).state()
    else {
        panic!("a sheet")
    };
    assert_eq!(sheet.rows.iter().collect::<Vec<_>>(), [&newer]);
}

#[test]
fn imported_rows_have_a_limit() {
    let most = directory::imported::MOST_ROWS;
    let rows = (0..most).map(|number| ServiceEvent::ServiceRowKept { row: kept(&number.to_string()) });
    given::<Service>(live().into_iter().chain(rows))
        .when(ServiceCommand::KeepRow(kept("new")))
        .then_refused(ServiceRefusal::TooManyServiceRows { most });
}
