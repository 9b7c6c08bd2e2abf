//! What is planned: one step for each command, in the order they have to be asked.

use kernel::{Asked, CommandId, Decider, Line, NetworkId, PartnerId, Refused, ServiceId, uuid::Uuid};

use super::report::{MappingReport, Spot};
use crate::partner::{Partner, PartnerCommand};
use crate::service::{Service, ServiceCommand};

/// The namespace under which ids of imported objects are made.
const IMPORTED: Uuid = Uuid::from_u128(0x0f6b_5a0e_3c1d_5f0b_9a44_71d3_28c6_e5b2);

/// The partner that an organisation of a source always becomes.
pub fn partner_id(source: &Line, organization: &str) -> PartnerId {
    PartnerId(Uuid::new_v5(&IMPORTED, format!("{source}/organizations/{organization}").as_bytes()))
}

/// The sheet that a service of a source always becomes.
pub fn service_id(source: &Line, service: &str) -> ServiceId {
    ServiceId(Uuid::new_v5(&IMPORTED, format!("{source}/services/{service}").as_bytes()))
}

/// What came of reading: what to ask, and what became of every row.
#[derive(Debug, Clone)]
pub struct Import {
    /// What to ask, in this order.
    pub steps: Vec<Step>,
    /// What became of every row.
    pub report: MappingReport,
}

/// One command of an import.
#[derive(Debug, Clone)]
pub struct Step {
    /// The row it comes from.
    pub spot: Spot,
    /// What to ask of whom.
    pub command: StepCommand,
}

/// A command with the partner or sheet it is asked of. Its secrets are still clear.
#[derive(Debug, Clone)]
pub enum StepCommand {
    /// Of a partner.
    Partner(PartnerId, Box<PartnerCommand>),
    /// Of a service sheet.
    Service(ServiceId, Box<ServiceCommand>),
}

impl Step {
    /// Whether it would change anything. The state is the present one **with its secrets
    /// opened**: two seals of the same words are never the same bytes. A state of another kind
    /// counts as unknown.
    ///
    /// # Errors
    /// The refusal it would meet.
    pub fn would_change(&self, partner: &Partner, service: &Service, asked: &Asked) -> Result<bool, Refused> {
        match &self.command {
            StepCommand::Partner(_, command) => {
                let events = partner.decide((**command).clone(), asked).map_err(Refused::from)?;
                Ok(!events.is_empty())
            }
            StepCommand::Service(_, command) => {
                let events = service.decide((**command).clone(), asked).map_err(Refused::from)?;
                Ok(!events.is_empty())
            }
        }
    }

    /// The command id for performing it on a stream of this version: the same interrupted import,
    /// started again, does nothing twice, and a source that changes its mind back is heard.
    pub fn command_id(&self, network: &NetworkId, version: u64) -> CommandId {
        let Spot { file, line, path } = &self.spot;
        let what = match &self.command {
            StepCommand::Partner(id, command) => format!("partner/{id}/{}", kind_of_partner(command)),
            StepCommand::Service(id, command) => format!("service/{id}/{}", kind_of_service(command)),
        };
        let text = format!("{network}/{what}/{version}/{file}/{line:?}/{path:?}");
        CommandId(Uuid::new_v5(&IMPORTED, text.as_bytes()))
    }
}

fn kind_of_partner(command: &PartnerCommand) -> String {
    match command {
        PartnerCommand::Import(_) => "import".to_owned(),
        PartnerCommand::NoteContactPerson(note) => format!("person/{}", note.person.id),
        PartnerCommand::KeepRow(row) => format!("row/{}/{}", row.table, row.id),
        _ => "other".to_owned(),
    }
}

fn kind_of_service(command: &ServiceCommand) -> String {
    match command {
        ServiceCommand::Import(_) => "import".to_owned(),
        ServiceCommand::KeepRow(row) => format!("row/{}/{}", row.table, row.id),
        _ => "other".to_owned(),
    }
}
