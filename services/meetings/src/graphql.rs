//! Translation only: what the schema says of meetings, and which act each mutation is.

use async_graphql::{Context, MergedObject, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use graph::ports::RawPage;
use graph::{AsOf, Envelope, Known, Outcome, PageAsk, lists, perform::fault, perform_act, ports::Trouble};
use kernel::projection::sortable;
use kernel::{CommandId, CommitmentId, MeetingId, MemberId, Position};

use crate::acts;
use crate::commitment::commands::{CarryOverCommitment, DropCommitment, PostponeCommitment};
use crate::meeting::commands::{
    AcceptAgendaItem, ApproveMinutes, CancelMeeting, CancelMeetingRegistration, CorrectMinutes,
    CountAnonymousAttendance, DeferAgendaItem, DraftMinutes, MakeCommitment, PlanMeeting, ProposeAgendaItem,
    PublishMinutes, RecordAttendance, RegisterForMeeting, RescheduleMeeting, TakeDecision,
    WithdrawAttendance,
};
use crate::meeting::{Meeting, MeetingState, MinutesState};
use crate::projection::{CommitmentRow, Commitments, MeetingNotice, MeetingNotices, MeetingRow, Meetings};
use crate::regularity::{MeetingRegularity, months, regularity};
use crate::{Commitment, CommitmentState, MeetingTimeZone};

/// Everything that can be read of meetings.
#[derive(MergedObject, Debug, Default, Clone, Copy)]
pub struct MeetingsQueries(MeetingQueries, MeetingNoticeQueries, CommitmentQueries, RegularityQueries);

/// Everything that can be asked of meetings.
#[derive(MergedObject, Debug, Default, Clone, Copy)]
pub struct MeetingsMutations(MeetingMutations, CommitmentMutations, ActMutations);

graph::lists! {
    /// What can be read of meetings.
    pub struct MeetingQueries: Meetings, MeetingRow, in_order {
        /// One meeting.
        meeting,
        /// Meetings, by their start; a period keeps to those that start in it.
        meetings,
        /// How many meetings, by a facet.
        meeting_counts,
    }
    /// Which meetings.
    filter MeetingFilter {
        /// In one of these states.
        state: MeetingState,
        /// In one of these months at their place, as `2023-05`.
        month: String,
        /// With minutes in one of these states.
        minutes: MinutesState,
    }
    /// What meetings are counted by.
    facet MeetingFacet {
        /// Their state.
        State = state,
        /// Their month, at their place.
        Month = month,
        /// The state of their minutes.
        Minutes = minutes,
    }
}

graph::lists! {
    /// What anybody can read of meetings.
    pub struct MeetingNoticeQueries: MeetingNotices, MeetingNotice, in_order {
        /// One meeting as anybody may know of it: announced, and not before.
        meeting_notice,
        /// Meetings as anybody may know of them, by their start; a period keeps to those that start
        /// in it.
        meeting_notices,
        /// How many meetings anybody may know of, by a facet.
        meeting_notice_counts,
    }
    /// Which notices.
    filter MeetingNoticeFilter {
        /// In one of these states.
        state: MeetingState,
    }
    /// What notices are counted by.
    facet MeetingNoticeFacet {
        /// Their state.
        State = state,
    }
}

graph::lists! {
    /// What can be read of commitments.
    pub struct CommitmentQueries: Commitments, CommitmentRow, in_order {
        /// One commitment.
        commitment,
        /// Commitments, by the day they are due; a period keeps to those that are late from an
        /// instant in it.
        commitments,
        /// How many commitments, by a facet.
        commitment_counts,
    }
    /// Which commitments.
    filter CommitmentFilter {
        /// In one of these states.
        state: CommitmentState,
        /// Of one of these members.
        owner: MemberId,
        /// Made in one of these meetings, or carried over to one of them.
        meeting: MeetingId,
        /// Late, or not.
        overdue: bool,
    }
    /// What commitments are counted by.
    facet CommitmentFacet {
        /// Their state.
        State = state,
        /// Their member.
        Owner = owner,
        /// The meetings they were made in or carried over to.
        Meeting = meeting,
        /// Whether they are late.
        Overdue = overdue,
    }
}

graph::mutations! {
    /// What may be asked of a meeting.
    pub struct MeetingMutations: Meeting, MeetingId {
        /// Plans a meeting with a date, a welcome time and a place.
        plan_meeting => Plan(PlanMeeting),
        /// Lets everybody know of it; registration begins.
        announce_meeting => Announce,
        /// Gives it another date, or another place.
        reschedule_meeting => Reschedule(RescheduleMeeting),
        /// Cancels it, and says why.
        cancel_meeting => Cancel(CancelMeeting),
        /// Asks that something be talked about: a member, or needs heard at the desk.
        propose_agenda_item => ProposeItem(ProposeAgendaItem),
        /// Puts a proposed item on the agenda.
        accept_agenda_item => AcceptItem(AcceptAgendaItem),
        /// Keeps a seat; nobody has to.
        register_for_meeting => Register(RegisterForMeeting),
        /// Gives a seat back.
        cancel_meeting_registration => CancelRegistration(CancelMeetingRegistration),
        /// Opens it, on its day.
        open_meeting => Open,
        /// Names somebody who came and agreed to be named, also when they came late.
        record_attendance => RecordAttendance(RecordAttendance),
        /// Takes a name back.
        withdraw_attendance => WithdrawAttendance(WithdrawAttendance),
        /// Sets how many came without a name, in one language.
        count_anonymous_attendance => CountAnonymous(CountAnonymousAttendance),
        /// Writes a decision down.
        take_decision => TakeDecision(TakeDecision),
        /// Closes it: it has taken place.
        close_meeting => Close,
        /// Writes its minutes.
        draft_minutes => DraftMinutes(DraftMinutes),
        /// Corrects its minutes; they are approved again.
        correct_minutes => CorrectMinutes(CorrectMinutes),
        /// Opens its approved minutes to everybody.
        publish_minutes => PublishMinutes(PublishMinutes),
    }
}

graph::mutations! {
    /// What may be asked of a commitment.
    pub struct CommitmentMutations: Commitment, CommitmentId {
        /// It is done.
        fulfil_commitment => Fulfil,
        /// It will not be done, and why.
        drop_commitment => Drop(DropCommitment),
        /// It is done later.
        postpone_commitment => Postpone(PostponeCommitment),
    }
}

/// Acts on several aggregates at once.
#[derive(Debug, Default, Clone, Copy)]
pub struct ActMutations;

/// Declares one mutation for each act of [`crate::acts`].
macro_rules! act_mutations {
    ($( $(#[doc = $doc:literal])+ $field:ident($id:ty, $input:ty) ),+ $(,)?) => {
        #[Object]
        impl ActMutations {
            $(
                $(#[doc = $doc])+
                async fn $field(
                    &self,
                    ctx: &Context<'_>,
                    #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
                    command_id: CommandId,
                    #[graphql(desc = "The object it is about.")] id: $id,
                    #[graphql(desc = "What is asked.")] input: $input,
                    #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
                    expected_version: Option<u64>,
                    #[graphql(desc = "When it happened, by the device; now when left out.")]
                    occurred_at: Option<DateTime<Utc>>,
                ) -> Result<Outcome> {
                    let (caller, _) = graph::caller::of(ctx)?;
                    let envelope = Envelope { command_id, expected_version, occurred_at };
                    let act = acts::$field(command_id, &caller.network, id, envelope.expected(), input);
                    perform_act(ctx, envelope, act).await
                }
            )+
        }
    };
}

act_mutations! {
    /// Leaves an item of a meeting's agenda for another time, and proposes it to that meeting.
    defer_agenda_item(MeetingId, DeferAgendaItem),
    /// Writes down in a meeting who will do what, by when.
    make_commitment(MeetingId, MakeCommitment),
    /// Approves the minutes of a meeting at a later one.
    approve_minutes(MeetingId, ApproveMinutes),
    /// Takes a commitment over to another meeting.
    carry_over_commitment(CommitmentId, CarryOverCommitment),
}

/// The most meetings looked at for the regularity: more than a meeting on each day of ten years.
const MOST_MEETINGS: usize = 5_000;
/// Meetings read at once.
const AT_ONCE: usize = 500;

/// Whether meetings were regular.
#[derive(Debug, Default, Clone, Copy)]
pub struct RegularityQueries;

#[Object]
impl RegularityQueries {
    /// The meetings held and their attendance, month by month; a month without a meeting is shown.
    #[allow(clippy::too_many_arguments, reason = "a period, a time zone, and as of when")]
    #[graphql(complexity = "100 + child_complexity")]
    async fn meeting_regularity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From the month of this day.")] from: NaiveDate,
        #[graphql(desc = "Until the month of this day, at most ten years later.")] until: NaiveDate,
        #[graphql(desc = "Whose calendar the months are of.")] time_zone: MeetingTimeZone,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<MeetingRegularity> {
        let bad = |error: crate::regularity::NoPeriod| fault(Trouble::BadAsk(error.to_string()));
        let months = months(from, until).map_err(bad)?;
        let (Some(first), Some(last)) = (months.first(), months.last()) else {
            return Err(bad(crate::regularity::NoPeriod));
        };
        let last = last.checked_add_months(chrono::Months::new(1)).unwrap_or(*last);
        let ask = PageAsk {
            filter: vec![("state", vec![MeetingState::Held.to_string()])],
            from: Some(sortable(time_zone.start_of(*first))),
            until: Some(sortable(time_zone.start_of(last))),
            limit: AT_ONCE,
            ..PageAsk::default()
        };
        let held = every_meeting(ctx, ask, lists::known(as_of, at_least)).await?;
        regularity(&held, from, until, time_zone).map_err(bad)
    }
}

/// Every meeting of a list, within a limit.
async fn every_meeting(ctx: &Context<'_>, mut ask: PageAsk, known: Known) -> Result<Vec<MeetingRow>> {
    let (caller, ports) = graph::caller::of(ctx)?;
    let mut meetings = Vec::new();
    loop {
        let page = ports.rows.page(lists::table::<Meetings>(), &caller.network, ask.clone(), known).await;
        let RawPage { rows, more, .. } = page.map_err(fault)?;
        for row in &rows {
            meetings.push(lists::read_row::<MeetingRow>(ports, &row.body)?);
        }
        match rows.into_iter().next_back() {
            Some(last) if more => ask.after = Some((last.order, last.key)),
            _ => return Ok(meetings),
        }
        if meetings.len() >= MOST_MEETINGS {
            let text = "from, until: too many meetings; ask for a shorter period";
            return Err(fault(Trouble::BadAsk(text.to_owned())));
        }
    }
}
