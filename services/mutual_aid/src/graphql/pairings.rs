//! Pairings: what may be asked of them and what can be read.

use async_graphql::{ComplexObject, Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{AsOf, Envelope, Outcome, Page, PageAsk, Paging};
use kernel::{CaseId, CommandId, Language, MemberId, PairingId, PersonId, Position};
use reference::{NeedCode, NeedRef};

use crate::acts::{self, OnPairing};
use crate::member::Members;
use crate::pairing::PairingAction;
use crate::pairing::{
    AcceptPairingAsPerson, AcceptPairingAsVolunteer, CompletePairing, CorrectContactLog, DeclinePairing,
    EndPairing, GiveFeedback, IncidentId, LogContact, Pairing, PairingRow, PairingState, Pairings,
    PausePairing, ProposePairing, RequestAccompaniment, RequestRematch, SuspendPairing,
    WithdrawAccompaniment,
};
use crate::recruitment::{self, RecruitmentCall};
use crate::score::{self, PairingReason};
use crate::sight;

graph::mutations! {
    /// What may be asked of a pairing alone.
    pub struct PairingMutations: Pairing, PairingId {
        /// Asks for somebody to go along.
        request_accompaniment => Request(RequestAccompaniment),
        /// The person accepts the volunteer who is proposed.
        accept_pairing_as_person => AcceptAsPerson(AcceptPairingAsPerson),
        /// Says that nobody fits; makes a call for volunteers.
        report_no_match => ReportNoMatch,
        /// Notes a contact, or that one was sought in vain.
        log_contact => LogContact(LogContact),
        /// Puts an entry of the contact log right.
        correct_contact_log => CorrectContactLog(CorrectContactLog),
        /// Pauses, or moves the end of the pause.
        pause_pairing => Pause(PausePairing),
        /// Goes on after a pause.
        resume_pairing => Resume,
        /// Stops a pairing until an incident is cleared up. For coordinators.
        suspend_pairing => Suspend(SuspendPairing),
        /// Goes on after an incident. For coordinators.
        reinstate_pairing => Reinstate,
        /// One side says how it was.
        give_pairing_feedback => GiveFeedback(GiveFeedback),
        /// Closes a pairing that ended, with what came of it.
        complete_pairing => Complete(CompletePairing),
    }
}

graph::lists! {
    /// What can be read of pairings.
    pub struct PairingQueries: Pairings, PairingRow, newest_first {
        /// One pairing.
        pairing,
        /// Pairings, newest first.
        pairings,
        /// How many pairings, by a facet.
        pairing_counts,
    }
    /// Which pairings.
    filter PairingFilter {
        /// In one of these states.
        state: PairingState,
        /// Of one of these cases.
        case: CaseId,
        /// Of one of these persons.
        person: PersonId,
        /// With one of these volunteers.
        member: MemberId,
        /// In one of these languages.
        language: Language,
        /// About one of these topics.
        topic: NeedCode,
    }
    /// What pairings are counted by.
    facet PairingFacet {
        /// Their state.
        State = state,
        /// Their volunteer.
        Member = member,
        /// Their language.
        Language = language,
        /// Their topic.
        Topic = topic,
    }
}

/// What plays on a pairing and on the place of its volunteer.
#[derive(Debug, Default, Clone, Copy)]
pub struct PairingActMutations;

/// The act of an envelope on a pairing of the caller's network.
fn on(ctx: &Context<'_>, envelope: Envelope, pairing: PairingId) -> Result<OnPairing> {
    let (caller, _) = graph::caller::of(ctx)?;
    Ok(OnPairing {
        network: caller.network.clone(),
        command: envelope.command_id,
        pairing,
        expected: envelope.expected(),
    })
}

#[Object]
impl PairingActMutations {
    /// Proposes a volunteer, and keeps a place with them. Refused when the charter was not accepted, when
    /// there is no place, when volunteer and person are the same, or after a decline.
    async fn propose_pairing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: ProposePairing,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::propose(on(ctx, envelope, id)?, input)).await
    }

    /// The volunteer accepts; the charter in force must have been accepted.
    async fn accept_pairing_as_volunteer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: AcceptPairingAsVolunteer,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::accept_as_volunteer(on(ctx, envelope, id)?, input)).await
    }

    /// One side declines; the volunteer has the place back and is not proposed again.
    async fn decline_pairing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: DeclinePairing,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::decline(on(ctx, envelope, id)?, input)).await
    }

    /// The accompaniment is not wanted any more, before it began.
    async fn withdraw_accompaniment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: WithdrawAccompaniment,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::withdraw(on(ctx, envelope, id)?, input)).await
    }

    /// Ends a pairing; the volunteer has the place back.
    async fn end_pairing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: EndPairing,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::end(on(ctx, envelope, id)?, input)).await
    }

    /// Asks for another volunteer, in a new pairing tied to this one.
    async fn request_rematch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The pairing.")] id: PairingId,
        #[graphql(desc = "What is asked.")] input: RequestRematch,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let envelope = Envelope { command_id, expected_version, occurred_at };
        graph::perform_act(ctx, envelope, acts::rematch(on(ctx, envelope, id)?, input)).await
    }
}

/// What a volunteer reads of their own pairings.
#[derive(Debug, Default, Clone, Copy)]
pub struct MyPairingQueries;

#[Object]
impl MyPairingQueries {
    /// The pairings that are proposed to the caller or that the caller goes along in, newest first.
    #[allow(clippy::too_many_arguments, reason = "the arguments of a Relay connection")]
    #[graphql(complexity = "first.or(last).unwrap_or(25).min(100) as usize * child_complexity + 1")]
    async fn my_pairings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In one of these states; all when left out.")] state: Option<Vec<PairingState>>,
        #[graphql(desc = "The first so many rows, 1 to 100; 25 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many rows, 1 to 100.")] last: Option<u32>,
        #[graphql(desc = "Before this cursor.")] before: Option<String>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Page<PairingRow>> {
        let known = graph::lists::known(as_of, at_least);
        let paging = Paging { first, after, last, before };
        let (caller, _) = graph::caller::of(ctx)?;
        let own = vec![("account", vec![caller.actor.to_string()])];
        let ask = PageAsk { filter: own, ..PageAsk::default() };
        let members = graph::page::<Members>(ctx, ask, Paging::default(), known).await?;
        let members: Vec<String> = members.edges.iter().map(|edge| edge.node.id.to_string()).collect();
        if members.is_empty() {
            return Ok(graph::lists::connection(vec![], false, false, &paging, 0));
        }
        let mut filter = vec![("member", members)];
        if let Some(states) = state.filter(|states| !states.is_empty()) {
            filter.push(("state", states.iter().map(ToString::to_string).collect()));
        }
        let ask = PageAsk { filter, newest_first: true, ..PageAsk::default() };
        graph::page::<Pairings>(ctx, ask, paging, known).await
    }
}

#[ComplexObject]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl PairingRow {
    /// The need it answers. For those who work with needs; null for others: a volunteer sees the
    /// purpose.
    async fn need(&self, ctx: &Context<'_>) -> Result<Option<NeedRef>> {
        let (caller, _) = graph::caller::of(ctx)?;
        Ok(self.need.filter(|_| sight::works_with_needs(caller.role)))
    }

    /// What the volunteer should have gone through. For those who work with needs; null for others.
    async fn topic(&self, ctx: &Context<'_>) -> Result<Option<NeedCode>> {
        let (caller, _) = graph::caller::of(ctx)?;
        Ok(self.topic.filter(|_| sight::works_with_needs(caller.role)))
    }

    /// Why the volunteer fits. That the volunteer went through the topic is told to coordinators,
    /// and to others if the volunteer agreed.
    async fn reasons(&self, ctx: &Context<'_>) -> Result<Vec<PairingReason>> {
        let (caller, _) = graph::caller::of(ctx)?;
        Ok(score::reasons_open_to(&self.reasons, sight::coordinates(caller.role)))
    }

    /// The incident it was last suspended for. For coordinators; null for others.
    async fn incident(&self, ctx: &Context<'_>) -> Result<Option<IncidentId>> {
        let (caller, _) = graph::caller::of(ctx)?;
        Ok(self.incident.filter(|_| sight::coordinates(caller.role)))
    }

    /// What the volunteer can do now.
    async fn volunteer_actions(&self) -> Vec<PairingAction> {
        self.actions_of_volunteer()
    }

    /// The call for volunteers, when nobody was found.
    async fn recruitment_call(&self, ctx: &Context<'_>) -> Result<Option<RecruitmentCall>> {
        let (caller, ports) = graph::caller::of(ctx)?;
        Ok((self.state == PairingState::Unmatched)
            .then(|| recruitment::call(&ports.wording, caller.locale, self.language, &self.times)))
    }
}
