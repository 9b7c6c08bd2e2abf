//! Sessions: commands, and the acts that ask the site first.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::Outcome;
use kernel::{CommandId, SessionId};

use super::{envelope, expecting};
use crate::acts;
use crate::session::{
    CancelSession, CloseSession, OpenSession, PlanSession, RecordInterpreterArrival, Session, TurnPersonAway,
};

graph::mutations! {
    /// What may be asked of a session.
    pub struct SessionMutations: Session, SessionId {
        /// Closes a session whose counts were checked.
        close_session => Close(CloseSession),
        /// Cancels a planned session, with a message for those who would come.
        cancel_session => Cancel(CancelSession),
        /// Records that an interpreter is there.
        record_interpreter_arrival => RecordInterpreterArrival(RecordInterpreterArrival),
        /// Records that people could not be received, and why.
        turn_person_away => TurnPersonAway(TurnPersonAway),
    }
}

/// Acts of a session that ask its site first.
#[derive(Debug, Default, Clone, Copy)]
pub struct SessionActs;

#[Object]
impl SessionActs {
    /// Plans a session; on a date the site is closed, only with a reason.
    async fn plan_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The new session, an id made by the client.")] id: SessionId,
        #[graphql(desc = "What is asked.")] input: PlanSession,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        let act = acts::plan_session(&caller.network, command_id, id, input);
        graph::perform_act(ctx, envelope, expecting(act, envelope)).await
    }

    /// Opens a session, planned or not; on a date the site is closed, only with a reason.
    async fn open_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The session: a planned one, or a new id made by the client.")] id: SessionId,
        #[graphql(desc = "What is asked.")] input: OpenSession,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        let act = acts::open_session(&caller.network, command_id, id, input);
        graph::perform_act(ctx, envelope, expecting(act, envelope)).await
    }
}
