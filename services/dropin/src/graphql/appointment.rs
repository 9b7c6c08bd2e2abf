//! Appointments: commands, and the acts that ask the site first.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use graph::Outcome;
use kernel::{AppointmentId, CommandId, Decider, StreamId};

use super::{envelope, expecting};
use crate::acts;
use crate::appointment::{Appointment, BookAppointment, CancelAppointment, MoveAppointment, RecordArrival};

graph::mutations! {
    /// What may be asked of an appointment.
    pub struct AppointmentMutations: Appointment, AppointmentId {
        /// Cancels an appointment in time: excused, not missed.
        cancel_appointment => Cancel(CancelAppointment),
        /// Links an appointment to the visit it became; recording that visit with its appointment
        /// does the same.
        record_arrival => RecordArrival(RecordArrival),
        /// Says that the person did not come.
        record_no_show => RecordNoShow,
    }
}

/// Acts of an appointment that ask its site first.
#[derive(Debug, Default, Clone, Copy)]
pub struct AppointmentActs;

#[Object]
impl AppointmentActs {
    /// Books a time in an opening that takes appointments.
    async fn book_appointment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The new appointment, an id made by the client.")] id: AppointmentId,
        #[graphql(desc = "What is asked.")] mut input: BookAppointment,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, ports) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        let stream = StreamId::new(&caller.network, Appointment::KIND, id);
        graph::seal_all(ports, &stream.to_string(), &mut input)?;
        let act = acts::book_appointment(&caller.network, command_id, id, input);
        graph::perform_act(ctx, envelope, expecting(act, envelope)).await
    }

    /// Moves an appointment to another time that takes appointments.
    async fn move_appointment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The appointment.")] id: AppointmentId,
        #[graphql(desc = "What is asked.")] input: MoveAppointment,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = graph::caller::of(ctx)?;
        let envelope = envelope(command_id, expected_version, occurred_at);
        let act = acts::move_appointment(&caller.network, command_id, id, input);
        graph::perform_act(ctx, envelope, expecting(act, envelope)).await
    }
}
