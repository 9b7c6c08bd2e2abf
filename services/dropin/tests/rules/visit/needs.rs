//! Needs, each with a state of its own.

use super::*;

#[test]
fn one_more_need_is_expressed_once() {
    let ask = || VisitCommand::ExpressNeed(need(LISTEN, "PSY.LISTEN"));
    given::<Visit>([recorded(), amu()]).when(ask()).then([listen()]);
    given::<Visit>(in_session()).when(ask()).then_nothing();
}

#[test]
fn a_need_is_answered_at_the_desk_once() {
    given::<Visit>(in_session()).when(answer(LISTEN)).then([answered(LISTEN, "PSY.LISTEN")]);
    given::<Visit>(after([answered(LISTEN, "PSY.LISTEN")])).when(answer(LISTEN)).then_nothing();
}

#[test]
fn a_need_of_another_visit_is_not_found() {
    given::<Visit>(in_session())
        .when(answer(NeedId(Uuid::from_u128(0x99))))
        .then_refused(VisitRefusal::NeedNotFound);
}

#[test]
fn an_answered_need_is_not_left_unmet() {
    given::<Visit>(after([answered(AMU, "HEA.AMU")]))
        .when(VisitCommand::LeaveNeedUnmet(LeaveNeedUnmet { need: AMU, reason: UnmetReason::Other }))
        .then_refused(VisitRefusal::NeedNotOpen { state: NeedState::AnsweredDirectly });
}

#[test]
fn a_need_is_left_unmet_with_a_reason() {
    let reason = UnmetReason::LanguageNotCovered;
    given::<Visit>(in_session())
        .when(VisitCommand::LeaveNeedUnmet(LeaveNeedUnmet { need: AMU, reason }))
        .then([VisitEvent::NeedLeftUnmet {
            need: AMU,
            code: "HEA.AMU".parse().unwrap(),
            session: Some(SESSION),
            from: NeedState::Expressed,
            reason,
        }]);
}

#[test]
fn a_need_is_withdrawn() {
    let reason = NeedWithdrawal::ChangedMind;
    given::<Visit>(in_session()).when(VisitCommand::WithdrawNeed(WithdrawNeed { need: AMU, reason })).then([
        VisitEvent::NeedWithdrawn {
            need: AMU,
            code: "HEA.AMU".parse().unwrap(),
            session: Some(SESSION),
            from: NeedState::Expressed,
            reason,
        },
    ]);
}

#[test]
fn a_need_is_oriented_once_to_each_place() {
    given::<Visit>(in_session())
        .role(Role::System)
        .when(orient(REFERRAL))
        .then([oriented(NeedState::Expressed, REFERRAL)]);
    given::<Visit>(after([oriented(NeedState::Expressed, REFERRAL)])).when(orient(REFERRAL)).then_nothing();
    given::<Visit>(after([oriented(NeedState::Expressed, REFERRAL)]))
        .when(orient(PAIRING))
        .then([oriented(NeedState::Oriented, PAIRING)]);
}

#[test]
fn an_answered_need_is_not_oriented() {
    given::<Visit>(after([answered(AMU, "HEA.AMU")]))
        .when(orient(REFERRAL))
        .then_refused(VisitRefusal::NeedNotOpen { state: NeedState::AnsweredDirectly });
}

#[test]
fn a_need_has_fifty_orientations_at_most() {
    let fifty = (0..50_u128).map(|n| {
        let from = if n == 0 { NeedState::Expressed } else { NeedState::Oriented };
        oriented(from, Towards::Referral(ReferralId(Uuid::from_u128(5000 + n))))
    });
    given::<Visit>(after(fifty))
        .when(orient(REFERRAL))
        .then_refused(VisitRefusal::TooManyOrientations { max: 50 });
}

#[test]
fn a_need_is_settled_by_where_it_was_oriented() {
    given::<Visit>(after([oriented(NeedState::Expressed, REFERRAL)]))
        .when(settle(REFERRAL, NeedSettlement::Met))
        .then([settled(NeedState::Oriented, REFERRAL, NeedSettlement::Met, NeedState::Met)]);
    given::<Visit>(in_session())
        .when(settle(REFERRAL, NeedSettlement::Met))
        .then_refused(VisitRefusal::NeedNotOrientedThere);
}

#[test]
fn a_need_stays_open_while_another_orientation_runs_and_the_best_outcome_counts() {
    let both = || after([oriented(NeedState::Expressed, REFERRAL), oriented(NeedState::Oriented, PAIRING)]);
    let no_help = settled(NeedState::Oriented, REFERRAL, NeedSettlement::Unmet, NeedState::Oriented);
    given::<Visit>(both()).when(settle(REFERRAL, NeedSettlement::Unmet)).then([no_help.clone()]);
    let history: Vec<VisitEvent> = both().into_iter().chain([no_help]).collect();
    given::<Visit>(history.clone()).when(settle(REFERRAL, NeedSettlement::Unmet)).then_nothing();
    given::<Visit>(history).when(settle(PAIRING, NeedSettlement::PartlyMet)).then([settled(
        NeedState::Oriented,
        PAIRING,
        NeedSettlement::PartlyMet,
        NeedState::PartlyMet,
    )]);
}

#[test]
fn a_need_that_was_not_met_there_is_oriented_again() {
    let unmet = settled(NeedState::Oriented, REFERRAL, NeedSettlement::Unmet, NeedState::Unmet);
    given::<Visit>(after([oriented(NeedState::Expressed, REFERRAL), unmet]))
        .when(orient(PAIRING))
        .then([oriented(NeedState::Unmet, PAIRING)]);
}
