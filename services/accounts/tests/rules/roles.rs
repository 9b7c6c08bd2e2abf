//! Roles: granted, withdrawn, when they hold.

use super::*;

#[test]
fn a_role_is_granted_and_withdrawn() {
    let more = other(Role::Volunteer, 0x11);
    odile(active(Role::Host))
        .when(Ask::Grant(more.clone()))
        .then([Then::FacetGranted { facet: more.into(), at: instant(NOW) }]);
    odile(active(Role::Host))
        .when(Ask::Withdraw(WithdrawFacet { facet: FACET }))
        .then([Then::FacetWithdrawn { facet: FACET }]);
}
#[test]
fn granting_twice_is_granting_once() {
    odile(active(Role::Host)).when(Ask::Grant(grant(Role::Host))).then_nothing();
}
#[test]
fn a_facet_of_one_id_is_one_facet() {
    odile(active(Role::Host)).when(Ask::Grant(grant(Role::Volunteer))).then_refused(No::FacetAlreadyGranted);
    odile([])
        .when(invite(vec![grant(Role::Host), grant(Role::Volunteer)]))
        .then_refused(No::FacetAlreadyGranted);
}
#[test]
fn a_facet_that_is_not_there_is_not_withdrawn() {
    odile([invited()]).when(Ask::Withdraw(WithdrawFacet { facet: FACET })).then_refused(No::FacetNotFound);
}
#[test]
fn an_administrator_is_made_and_unmade_by_administrators() {
    let no = No::RoleForAdministrators { role: Role::Administrator };
    odile([]).when(invite(vec![grant(Role::Administrator)])).then_refused(no.clone());
    odile(active(Role::Administrator)).when(removal()).then_refused(no.clone());
    odile(active(Role::Administrator)).when(Ask::Withdraw(WithdrawFacet { facet: FACET })).then_refused(no);
    by([], LISE, Role::Administrator)
        .when(invite(vec![grant(Role::Administrator)]))
        .then([invited(), granted(Role::Administrator)]);
}
#[test]
fn the_public_and_the_platform_are_no_roles_of_an_account() {
    odile([]).when(invite(vec![grant(Role::System)])).then_refused(No::RoleNotGranted);
    odile([]).when(invite(vec![grant(Role::Public)])).then_refused(No::RoleNotGranted);
}
#[test]
fn a_partner_is_tied_to_an_organisation_or_a_referral() {
    odile([]).when(invite(vec![grant(Role::Partner)])).then_refused(No::PartnerFacetUntied);
    let tied = GrantFacet { partner: Some(PartnerId(Uuid::nil())), ..grant(Role::Partner) };
    odile([invited()])
        .when(Ask::Grant(tied.clone()))
        .then([Then::FacetGranted { facet: tied.into(), at: instant(NOW) }]);
}
#[test]
fn a_role_ends_after_it_begins() {
    let backwards = GrantFacet { from: Some(instant(SOON)), until: Some(instant(NOW)), ..grant(Role::Host) };
    odile([invited()]).when(Ask::Grant(backwards)).then_refused(No::FacetPeriodEmpty);
}
#[test]
fn a_role_names_not_too_many_sites() {
    let sites = (0..101).map(|number| SiteId(Uuid::from_u128(number))).collect();
    odile([invited()])
        .when(Ask::Grant(GrantFacet { sites, ..grant(Role::Host) }))
        .then_refused(No::TooManyFacetSites { most: 100 });
}
#[test]
fn nobody_withdraws_the_last_role_in_which_they_decide() {
    let withdraw = || Ask::Withdraw(WithdrawFacet { facet: FACET });
    by(active(Role::Coordinator), NORA, Role::Coordinator)
        .when(withdraw())
        .then_refused(No::OwnLastDecidingRole);
    odile(active(Role::Coordinator)).when(withdraw()).then([Then::FacetWithdrawn { facet: FACET }]);
}
#[test]
fn a_role_holds_in_its_time() {
    let known = |at: &str, until: &str| {
        let facet = RoleFacet { until: Some(instant(until)), ..facet(Role::Host) };
        let events = [invited(), Then::FacetGranted { facet, at: instant(NOW) }, accepted()];
        Account::after(events).known().unwrap().usable(FACET, instant(at)).map(|facet| facet.role)
    };
    assert_eq!(known(NOW, SOON), Ok(Role::Host));
    assert_eq!(known(SOON, SOON), Err(Unusable::NotHeld));
}
#[test]
fn a_role_that_decides_for_others_needs_more_than_a_password_after_two_weeks() {
    let usable = |events: Vec<Then>, at: &str| {
        Account::after(events).known().unwrap().usable(FACET, instant(at)).map(|facet| facet.role)
    };
    let (late, early) = ("2023-06-19T07:20:00Z", "2023-06-19T07:19:59Z");
    assert_eq!(usable(active(Role::Coordinator), early), Ok(Role::Coordinator));
    assert_eq!(usable(active(Role::Coordinator), late), Err(Unusable::SecondFactorNeeded));
    assert_eq!(usable(active(Role::Host), late), Ok(Role::Host));
    let strong = active_and(Role::Coordinator, [passkey(KEY)]);
    assert_eq!(usable(strong, late), Ok(Role::Coordinator));
    let half = active_and(Role::Coordinator, [enrolled()]);
    assert_eq!(usable(half, late), Err(Unusable::SecondFactorNeeded));
    let strong = active_and(Role::Coordinator, [enrolled(), confirmed()]);
    assert_eq!(usable(strong, late), Ok(Role::Coordinator));
}
#[test]
fn only_an_active_account_uses_its_roles() {
    let account = Account::after([invited(), granted(Role::Host)]);
    assert_eq!(account.known().unwrap().usable(FACET, instant(NOW)), Err(Unusable::NotActive));
}
