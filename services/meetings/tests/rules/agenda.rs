//! Its agenda.

use super::*;

#[test]
fn a_member_proposes_an_item() {
    given::<Meeting>([planned()]).when(propose("Couture")).then([proposed()]);
    given::<Meeting>([planned(), proposed()]).when(propose("Couture")).then_nothing();
}

#[test]
fn needs_heard_at_the_desk_propose_an_item() {
    let source = from_need("NET.CREATE", 7);
    given::<Meeting>([planned()])
        .when(Ask::ProposeItem(ProposeAgendaItem {
            item: SEWING,
            title: fr("Atelier"),
            source: source.clone(),
        }))
        .then([Then::AgendaItemProposed { item: SEWING, title: fr("Atelier"), source }]);
}

#[test]
fn a_sensitive_need_of_few_people_is_not_put_on_an_agenda() {
    let few = |code, expressions| {
        let source = from_need(code, expressions);
        Ask::ProposeItem(ProposeAgendaItem { item: SEWING, title: fr("Carte"), source })
    };
    given::<Meeting>([planned()]).when(few("HEA.AMU", 4)).then_refused(Why::AgendaNeedTooRare { least: 5 });
    given::<Meeting>([planned()])
        .when(few("NET.CREATE", 0))
        .then_refused(Why::AgendaNeedTooRare { least: 1 });
    assert!(given::<Meeting>([planned()]).when(few("HEA.AMU", 5)).state().program().is_some());
}

#[test]
fn an_item_has_a_title() {
    let untitled = ProposeAgendaItem {
        item: SEWING,
        title: kernel::Localized::default(),
        source: from_need("NET.CREATE", 7),
    };
    given::<Meeting>([planned()]).when(Ask::ProposeItem(untitled)).then_refused(Why::AgendaItemTitleMissing);
}

#[test]
fn one_number_is_one_item() {
    given::<Meeting>([planned(), proposed()])
        .when(propose("Cuisine"))
        .then_refused(Why::AgendaItemAlreadyProposed);
}

#[test]
fn an_agenda_is_bounded() {
    let item = |n: u128| Then::AgendaItemProposed {
        item: kernel::AgendaItemId(Uuid::from_u128(0x1000 + n)),
        title: fr("Point"),
        source: from_need("NET.CREATE", 7),
    };
    given::<Meeting>(std::iter::once(planned()).chain((0..100).map(item)))
        .when(propose("Un de trop"))
        .then_refused(Why::MeetingTooMany { most: 100 });
}

#[test]
fn an_item_is_accepted_or_deferred() {
    let accepted = Then::AgendaItemAccepted { item: SEWING };
    let deferred = Then::AgendaItemDeferred { item: SEWING, to: None };
    let accept = || Ask::AcceptItem(AcceptAgendaItem { item: SEWING });
    let defer = || Ask::DeferItem(DeferAgendaItem { item: SEWING, to: None });
    given::<Meeting>([planned(), proposed()]).when(accept()).then([accepted.clone()]);
    given::<Meeting>([planned(), proposed(), accepted.clone()]).when(accept()).then_nothing();
    given::<Meeting>([planned(), proposed(), accepted]).when(defer()).then([deferred.clone()]);
    given::<Meeting>([planned(), proposed(), deferred]).when(defer()).then_nothing();
}

#[test]
fn only_items_of_the_agenda_are_accepted_or_deferred() {
    given::<Meeting>([planned()])
        .when(Ask::AcceptItem(AcceptAgendaItem { item: SEWING }))
        .then_refused(Why::AgendaItemNotFound);
    given::<Meeting>([planned()])
        .when(Ask::DeferItem(DeferAgendaItem { item: SEWING, to: None }))
        .then_refused(Why::AgendaItemNotFound);
}

#[test]
fn an_item_is_deferred_to_one_meeting() {
    let to = |to| Ask::DeferItem(DeferAgendaItem { item: SEWING, to: Some(to) });
    let deferred = Then::AgendaItemDeferred { item: SEWING, to: Some(JUNE) };
    let history = [planned(), proposed(), deferred];
    given::<Meeting>(history.clone()).when(to(JUNE)).then_nothing();
    given::<Meeting>(history).when(to(APRIL)).then_refused(Why::AgendaItemAlreadyDeferred);
}
