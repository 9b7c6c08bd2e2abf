//! The sign-in name: how an address is compared, and found without being kept in clear.

use std::fmt::Display;

use graph::Ports;
use graph::ports::{Known as Reading, Trouble};
use kernel::{Decider, NetworkId, Secret, StreamId, Text};

use crate::account::Account;
use crate::projection::{CredentialRow, Credentials};

/// An address as it is compared: without blanks, in small letters. `None` when it is not one.
pub fn comparable(address: &str) -> Option<Text> {
    let address = address.trim().to_lowercase();
    let (name, host) = address.rsplit_once('@')?;
    let fits = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && address.len() <= 254
        && !address.chars().any(char::is_whitespace);
    if fits { address.parse().ok() } else { None }
}

/// The stream of an account: the subject under which its words are sealed.
pub fn subject(network: &NetworkId, account: impl Display) -> String {
    StreamId::new(network, Account::KIND, account).to_string()
}

/// The accounts of a network that have an address, with their proofs opened. More than one is not
/// meant to be, but two invitations at the same instant may bring it about.
///
/// # Errors
/// When the vault or the read model cannot be used.
pub async fn accounts_of(
    ports: &Ports,
    network: &NetworkId,
    address: &Text,
    known: Reading,
) -> Result<Vec<CredentialRow>, Trouble> {
    let prefix = subject(network, "");
    let keys: Vec<String> = ports
        .seals
        .find(network, address)?
        .iter()
        .filter_map(|subject| subject.strip_prefix(&prefix).map(ToOwned::to_owned))
        .collect();
    if keys.is_empty() {
        return Ok(vec![]);
    }
    let rows = ports.rows.rows(graph::lists::table::<Credentials>(), network, &keys, known).await?;
    let mut found = Vec::new();
    for raw in rows {
        let row: CredentialRow = opened(ports, &raw.body)?;
        let has = |known: &crate::account::Known| match &known.email {
            Secret::Clear(text) => comparable(text.as_str()).as_ref() == Some(address),
            Secret::Sealed(_) | Secret::Erased => false,
        };
        if row.account.known().is_some_and(has) {
            found.push(row);
        }
    }
    Ok(found)
}

/// A row with its secrets opened.
///
/// # Errors
/// When the row is not what today's code writes, or the vault cannot be used.
pub fn opened(ports: &Ports, body: &[u8]) -> Result<CredentialRow, Trouble> {
    graph::lists::read_row(ports, body).map_err(|error| Trouble::Fault(error.message))
}
