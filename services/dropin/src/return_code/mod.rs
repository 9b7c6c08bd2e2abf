//! A return code of a network: free until it is given to one visit. One small stream for each
//! code makes it unique without a lock.

use kernel::{Asked, CaseId, Decider, Secrets, VisitId, aggregate};
use serde::{Deserialize, Serialize};

/// A code, free or given.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReturnCodeSlip {
    /// Nobody has it.
    #[default]
    Free,
    /// It leads to a case.
    Given {
        /// The visit it was printed for.
        visit: VisitId,
    },
}

/// What may be asked of a code.
#[derive(Debug, Clone, Serialize)]
pub enum ReturnCodeCommand {
    /// Give it to a visit.
    Give {
        /// The visit.
        visit: VisitId,
        /// The case it leads back to.
        case: CaseId,
    },
}

impl Secrets for ReturnCodeCommand {}

/// What happened to a code.
///
/// **This is the storage format.** Never rename a variant or a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ReturnCodeEvent {
    /// It was given to a visit.
    ReturnCodeGiven {
        /// The visit.
        visit: VisitId,
        /// The case it leads back to.
        case: CaseId,
    },
}

/// Why a code says no.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
pub enum ReturnCodeRefusal {
    /// Somebody has it; another one must be drawn.
    CodeTaken,
}

impl Decider for ReturnCodeSlip {
    const KIND: &'static str = "returnCode";
    type Command = ReturnCodeCommand;
    type Event = ReturnCodeEvent;
    type Refusal = ReturnCodeRefusal;

    fn decide(
        &self,
        command: ReturnCodeCommand,
        _asked: &Asked,
    ) -> Result<Vec<ReturnCodeEvent>, ReturnCodeRefusal> {
        let ReturnCodeCommand::Give { visit, case } = command;
        match self {
            Self::Free => Ok(vec![ReturnCodeEvent::ReturnCodeGiven { visit, case }]),
            Self::Given { visit: holder } if *holder == visit => Ok(vec![]),
            Self::Given { .. } => Err(ReturnCodeRefusal::CodeTaken),
        }
    }

    fn evolve(&mut self, event: ReturnCodeEvent) {
        let ReturnCodeEvent::ReturnCodeGiven { visit, .. } = event;
        *self = Self::Given { visit };
    }
}

aggregate!(ReturnCodeSlip, ReturnCodeEvent, ReturnCodeRefusal);
