//! Needs about which nothing leaves the network: one stream for each code of the taxonomy.

mod aggregate;
pub mod commands;
mod events;
mod refusal;

pub use aggregate::ContactRule;
pub use commands::{ContactRuleCommand, SuppressNeedContact};
pub use events::ContactRuleEvent;
pub use refusal::ContactRuleRefusal;
