//! Visits: commands, the acts that ask the session first, and the way back by return code.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::{Outcome, Ports};
use kernel::{CommandId, Decider, Halt, Position, ReturnCode, StreamId, VisitId};

use super::{envelope, expecting};
use crate::acts;
use crate::projection::{ReturnCodeRow, ReturnCodes};
use crate::visit::{
    AnswerNeedDirectly, AttributeVisit, CorrectVisit, DetachVisit, ExpressNeed, LeaveNeedUnmet, OrientNeed,
    RecordVisit, SettleNeed, Visit, VisitCommand, VisitNoteInput, VoidVisit, WithdrawNeed, contact,
};

/// With 27 thousand million codes, a second draw is rare and a fifth unheard of.
const DRAWS: usize = 5;

graph::mutations! {
    /// What may be asked of a visit.
    pub struct VisitMutations: Visit, VisitId {
        /// Adds a need that was expressed in a visit.
        express_need => ExpressNeed(ExpressNeed),
        /// Says that a need was answered at the desk.
        answer_need_directly => AnswerNeedDirectly(AnswerNeedDirectly),
        /// Says that a need is left unmet, and why.
        leave_need_unmet => LeaveNeedUnmet(LeaveNeedUnmet),
        /// Says that a need is not asked any more.
        withdraw_need => WithdrawNeed(WithdrawNeed),
        /// Orients a need to a referral, a pairing, a meeting or the space.
        orient_need => OrientNeed(OrientNeed),
        /// Says what became of an orientation.
        settle_need => SettleNeed(SettleNeed),
        /// Attributes a visit to a person who agreed.
        attribute_visit => Attribute(AttributeVisit),
        /// Detaches a visit from a person.
        detach_visit => Detach(DetachVisit),
        /// Corrects what was said about a visit; the counts move with it.
        correct_visit => Correct(CorrectVisit),
        /// Takes a visit out of the counts: the same host on the same day, or a coordinator.
        void_visit => Void(VoidVisit),
    }
}

/// Acts of a visit that need more than the visit.
#[derive(Debug, Default, Clone, Copy)]
pub struct VisitActs;

#[Object]
impl VisitActs {
    /// Records a visit with its needs and notes: in an open session, or as an outreach contact.
    /// Nothing personal is asked.
    async fn record_visit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The new visit, an id made by the client.")] id: VisitId,
        #[graphql(desc = "What is asked.")] mut input: RecordVisit,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        if let Err(warning) = warned(ctx, &input.notes).await? {
            return graph::perform_act(ctx, envelope, Err(warning)).await;
        }
        let stream = StreamId::new(&caller.network, Visit::KIND, id);
        for note in &mut input.notes {
            seal(ports, &stream, note)?;
        }
        let act = acts::record_visit(&caller.network, command_id, id, input);
        graph::perform_act(ctx, envelope, expecting(act, envelope)).await
    }

    /// Adds a note to a visit. One that seems to hold a telephone number or an e-mail address is
    /// refused with `NOTE_CONTAINS_CONTACT`, one that seems to name somebody who works here with
    /// `NOTE_MAY_NAME_SOMEBODY`, until it is confirmed.
    async fn add_visit_note(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The visit.")] id: VisitId,
        #[graphql(desc = "What is asked.")] mut input: VisitNoteInput,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        if let Err(warning) = warned(ctx, [&input]).await? {
            return graph::perform_act(ctx, envelope, Err(warning)).await;
        }
        let stream = StreamId::new(&caller.network, Visit::KIND, id);
        seal(ports, &stream, &mut input)?;
        graph::perform::<Visit>(ctx, envelope, id, VisitCommand::AddNote(input)).await
    }

    /// Draws a return code for a visit; the answer carries it as the fact `returnCode`. A visit
    /// that has one keeps it.
    async fn issue_return_code(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The visit.")] id: VisitId,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        let mut tries = 1;
        loop {
            let drawn = ports.chance.return_code();
            let act = acts::issue_return_code(&caller.network, command_id, id, drawn);
            let outcome = graph::perform_act(ctx, envelope, expecting(act, envelope)).await?;
            match &outcome {
                Outcome::Refused(refusal) if refusal.code == "CODE_TAKEN" && tries < DRAWS => tries += 1,
                _ => return Ok(outcome),
            }
        }
    }
}

/// What speaks against saving notes as they are.
async fn warned<'a>(
    ctx: &Context<'_>,
    notes: impl IntoIterator<Item = &'a VisitNoteInput> + Clone,
) -> Result<Result<(), Halt>> {
    if let Err(warning) = contact::check(notes.clone()) {
        return Ok(Err(warning));
    }
    if notes.clone().into_iter().all(|note| note.confirmed) {
        return Ok(Ok(()));
    }
    Ok(contact::check_names(notes, &graph::caller::staff_names(ctx).await?))
}

fn seal(ports: &Ports, visit: &StreamId, note: &mut VisitNoteInput) -> Result<()> {
    let subject = note.level.subject(visit);
    graph::seal_all(ports, &subject, note)
}

/// The way back of somebody who gave no name.
#[derive(Debug, Default, Clone, Copy)]
pub struct ReturnCodeQueries;

#[Object]
impl ReturnCodeQueries {
    /// Where a return code leads. A code nobody has, and a text that cannot be a code, get the same
    /// answer: nothing; too many of them in a row must wait.
    async fn return_code(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code as read from the slip; case, blanks and hyphens do not matter.")]
        code: String,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Option<ReturnCodeRow>> {
        let (caller, ports) = graph::caller::of(ctx)?;
        ports.guesses.may_guess(caller).map_err(graph::perform::fault)?;
        let found = match code.parse::<ReturnCode>() {
            Ok(code) => graph::one::<ReturnCodes>(ctx, code, None, at_least).await?,
            Err(_) => None,
        };
        if found.is_none() {
            ports.guesses.guessed_wrong(caller);
        } else {
            ports.guesses.guessed_right(caller);
        }
        Ok(found)
    }
}
