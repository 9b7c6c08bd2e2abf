//! Translation only: one mutation for each command, one list, and the two acts on two referrals.

use async_graphql::{Context, MergedObject, Object, Result};
use chrono::{DateTime, Utc};
use graph::{Envelope, Outcome};
use kernel::{
    CaseId, CommandId, Decider, Language, PartnerId, PersonId, ReferralId, ServiceId, StreamId, VisitId,
};
use reference::NeedCode;

use crate::acts;
use crate::aggregate::Referral;
use crate::codes::{
    ReferralChannel, ReferralIdentity, ReferralOutcome, ReferralPriority, ReferralReason, ReferralState,
    ReferralTargetKind,
};
use crate::commands::{
    AcceptReferral, CloseReferral, DeclineReferral, DraftReferral, OverrideReferralConsent,
    PutReferralUnderReview, RecallReferral, ReceiveReferral, RecordPersonAttended, RecordPersonDidNotAttend,
    RecordReferralConsent, ReopenReferral, ReportReferralOutcome, ReportReferralUndelivered,
    RequestPersonAction, ReturnReferral, ScheduleReferralAppointment, SendReferral, VoidReferral,
    WaitlistReferral, WithdrawReferralConsent,
};
use crate::projection::Referrals;
use crate::row::ReferralRow;

graph::lists! {
    /// What can be read of referrals.
    pub struct ReferralLists: Referrals, ReferralRow, newest_first {
        /// One referral.
        referral,
        /// Referrals, the last drafted first.
        referrals,
        /// How many referrals there are, by a facet.
        referral_counts,
    }
    /// Which referrals.
    filter ReferralFilter {
        /// In one of these states.
        state: ReferralState,
        /// Of one of these priorities.
        priority: ReferralPriority,
        /// Of one of these cases.
        case: CaseId,
        /// Of one of these persons.
        person: PersonId,
        /// To one of these partners.
        partner: PartnerId,
        /// To one of these services.
        service: ServiceId,
        /// To one of these kinds of target.
        target_kind: ReferralTargetKind,
        /// Sharing the identity to one of these degrees.
        identity: ReferralIdentity,
        /// For one of these needs.
        need: NeedCode,
        /// From one of these visits.
        visit: VisitId,
        /// Of people who speak or sign one of these languages.
        language: Language,
        /// Sent by one of these ways.
        channel: ReferralChannel,
        /// Declined for one of these reasons, at any time.
        decline_reason: ReferralReason,
        /// Returned for one of these reasons.
        return_reason: ReferralReason,
        /// Closed with one of these outcomes.
        outcome: ReferralOutcome,
        /// Whether the voices contradict each other.
        contradiction: bool,
        /// Whether the answer is late now.
        overdue: bool,
        /// Whether another referral goes on from it.
        resumed: bool,
    }
    /// What referrals are counted by.
    facet ReferralFacet {
        /// Their state; expired is never among the declined.
        State = state,
        /// Their priority.
        Priority = priority,
        /// Their case.
        Case = case,
        /// Their partner.
        Partner = partner,
        /// Their service.
        Service = service,
        /// The kind of their target.
        TargetKind = target_kind,
        /// How much of the identity is shared.
        Identity = identity,
        /// Their needs.
        Need = need,
        /// The languages of the person.
        Language = language,
        /// How they were sent.
        Channel = channel,
        /// Why they were declined; a language that is not covered among them.
        DeclineReason = decline_reason,
        /// Why they were returned.
        ReturnReason = return_reason,
        /// The outcome they were closed with.
        Outcome = outcome,
        /// Whether the voices contradict each other.
        Contradiction = contradiction,
        /// Whether the answer is late now.
        Overdue = overdue,
        /// Whether another referral goes on from them.
        Resumed = resumed,
    }
}

graph::mutations! {
    /// What may be asked of one referral.
    pub struct ReferralMutations: Referral, ReferralId {
        /// Records that the person agrees; a draft is ready to be sent then.
        record_referral_consent => RecordConsent(RecordReferralConsent),
        /// Records that the person does not agree any more: what is open is taken back.
        withdraw_referral_consent => WithdrawConsent(WithdrawReferralConsent),
        /// Shares although the person could not say yes: with a reason, read by two.
        override_referral_consent => OverrideConsent(OverrideReferralConsent),
        /// Sends it; by when it must be answered follows from its priority.
        send_referral => Send(SendReferral),
        /// Reports that it did not reach the partner; it is ready to be sent again.
        report_referral_undelivered => ReportUndelivered(ReportReferralUndelivered),
        /// Makes the partner's link anew; older ones are good for nothing.
        renew_referral_link => RenewLink,
        /// Makes the partner's link good for nothing.
        revoke_referral_link => RevokeLink,
        /// The partner has seen it.
        receive_referral => Receive(ReceiveReferral),
        /// The partner looks into it.
        put_referral_under_review => PutUnderReview(PutReferralUnderReview),
        /// The partner puts it on the wait list.
        waitlist_referral => Waitlist(WaitlistReferral),
        /// The partner needs something from the person first; the clock stands still.
        request_person_action => RequestPersonAction(RequestPersonAction),
        /// The person has done what was asked; the clock runs again.
        complete_person_action => CompletePersonAction,
        /// The partner says yes.
        accept_referral => Accept(AcceptReferral),
        /// The partner says no, and why.
        decline_referral => Decline(DeclineReferral),
        /// The partner gives it back after having said yes, and why.
        return_referral => Return(ReturnReferral),
        /// The person has an appointment at the partner.
        schedule_referral_appointment => ScheduleAppointment(ScheduleReferralAppointment),
        /// The person came.
        record_person_attended => RecordAttended(RecordPersonAttended),
        /// The person did not come.
        record_person_did_not_attend => RecordDidNotAttend(RecordPersonDidNotAttend),
        /// Somebody tells what became of it; each voice is kept.
        report_referral_outcome => ReportOutcome(ReportReferralOutcome),
        /// It is over, with an outcome.
        close_referral => Close(CloseReferral),
        /// The host takes it back.
        recall_referral => Recall(RecallReferral),
        /// It goes on after its end; every date it had stays.
        reopen_referral => Reopen(ReopenReferral),
        /// Nobody may write to or call the person any more.
        mark_referral_no_contact => MarkNoContact,
        /// It should never have been entered.
        void_referral => Void(VoidReferral),
    }
}

/// What may be asked of two referrals at once.
#[derive(Debug, Default, Clone, Copy)]
pub struct ReferralActs;

#[Object]
impl ReferralActs {
    /// Writes a referral down. When it goes on from another one, that one must have ended.
    #[allow(clippy::too_many_arguments, reason = "what every command carries")]
    async fn draft_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The new referral; its id is made by the client.")] id: ReferralId,
        #[graphql(desc = "What is written down.")] mut input: DraftReferral,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let stream = StreamId::new(&caller.network, Referral::KIND, id);
        graph::seal_all(ports, &stream.to_string(), &mut input)?;
        let act = acts::draft_referral(command_id, &caller.network, id, envelope.expected(), input);
        graph::perform_act(ctx, envelope, act).await
    }

    /// Re-orients a person: drafts another referral, and in the same act an open one is superseded
    /// by it, so that nobody answers it any more. One that has ended keeps its end.
    #[allow(clippy::too_many_arguments, reason = "what every command carries")]
    async fn reorient_referral(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The referral the person is re-oriented from.")] id: ReferralId,
        #[graphql(desc = "The new referral; its id is made by the client.")] to: ReferralId,
        #[graphql(desc = "What is written down in the new one.")] mut input: DraftReferral,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let stream = StreamId::new(&caller.network, Referral::KIND, to);
        graph::seal_all(ports, &stream.to_string(), &mut input)?;
        let act = acts::reorient_referral(command_id, &caller.network, id, envelope.expected(), to, input);
        graph::perform_act(ctx, envelope, act).await
    }
}

/// Everything that can be read here.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct ReferralsQueries(ReferralLists);

/// Everything that may be asked here.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct ReferralsMutations(ReferralActs, ReferralMutations);
