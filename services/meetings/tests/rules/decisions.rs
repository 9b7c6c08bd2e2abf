//! What they decide.

use super::*;

#[test]
fn a_decision_is_taken_by_consensus() {
    let consensus = DecisionMethod::Consensus;
    given::<Meeting>(open_meeting()).when(decide(consensus, None)).then([decided(consensus, None)]);
    given::<Meeting>(open_with([decided(consensus, None)])).when(decide(consensus, None)).then_nothing();
    given::<Meeting>(held_with([])).when(decide(consensus, None)).then_refused(Why::MeetingAlreadyHeld);
}

#[test]
fn a_decision_is_taken_by_vote() {
    let vote = DecisionMethod::Vote;
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(vote, votes(4, 1, 1)))
        .then([decided(vote, votes(4, 1, 1))]);
}

#[test]
fn a_vote_has_a_count() {
    given::<Meeting>(open_meeting())
        .when(decide(DecisionMethod::Vote, None))
        .then_refused(Why::VoteCountMissing);
}

#[test]
fn a_tie_decides_nothing() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(3, 3, 0)))
        .then_refused(Why::VoteNotCarried);
}

#[test]
fn nobody_votes_twice() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(5, 1, 1)))
        .then_refused(Why::VotesExceedAttendance { votes: 7, present: 6 });
}

#[test]
fn a_consensus_has_nobody_against() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Consensus, votes(5, 1, 0)))
        .then_refused(Why::NotAConsensus);
}

#[test]
fn a_decision_has_a_text() {
    let silent = TakeDecision {
        decision: NO_PHOTO,
        text: kernel::Localized::default(),
        method: DecisionMethod::Consensus,
        votes: None,
        item: None,
    };
    given::<Meeting>(open_meeting()).when(Ask::TakeDecision(silent)).then_refused(Why::DecisionTextMissing);
}

#[test]
fn a_decision_answers_an_item_of_the_agenda() {
    let stray = TakeDecision {
        decision: NO_PHOTO,
        text: fr("Pas de photo"),
        method: DecisionMethod::Consensus,
        votes: None,
        item: Some(SEWING),
    };
    given::<Meeting>(open_meeting()).when(Ask::TakeDecision(stray)).then_refused(Why::AgendaItemNotFound);
}

#[test]
fn one_number_is_one_decision() {
    given::<Meeting>(open_with([decided(DecisionMethod::Consensus, None), counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(4, 1, 1)))
        .then_refused(Why::DecisionAlreadyTaken);
}

#[test]
fn a_commitment_is_made_in_the_meeting() {
    let commit = || Ask::MakeCommitment(find_a_teacher("2023-06-20"));
    given::<Meeting>(open_meeting()).when(commit()).then([committed("2023-06-20")]);
    given::<Meeting>(open_with([committed("2023-06-20")])).when(commit()).then_nothing();
    given::<Meeting>(open_with([committed("2023-06-20"), CLOSED])).when(commit()).then_nothing();
}

#[test]
fn a_commitment_is_due_from_the_day_of_the_meeting_on() {
    let commit = |due| Ask::MakeCommitment(find_a_teacher(due));
    given::<Meeting>(open_meeting()).when(commit("2023-05-26")).then([committed("2023-05-26")]);
    given::<Meeting>(open_meeting()).when(commit("2023-05-25")).then_refused(Why::CommitmentDueBeforeMeeting);
    given::<Meeting>(open_meeting())
        .when(commit("2028-05-27"))
        .then_refused(Why::CommitmentDueTooFar { years: 5 });
}
