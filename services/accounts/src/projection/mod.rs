//! What is seen of accounts and devices, and what signing in looks things up in.

mod accounts;
mod credentials;
mod devices;

pub use accounts::{AccountRow, AccountState, Accounts, PasskeySummary, RecoverySummary, TokenSummary};
pub use credentials::{CredentialRow, Credentials, outside_key};
pub use devices::{DeviceRow, DeviceState, Devices};
