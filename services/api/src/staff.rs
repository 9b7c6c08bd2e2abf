//! The names of those who work in a network, for the warning before a note is saved. Read behind
//! the eyes of the caller: a host is warned of names that are none of the host's business to list.

use std::sync::Arc;

use accounts::{AccountRow, Accounts};
use async_trait::async_trait;
use graph::Ports;
use graph::lists::{read_row, table};
use graph::ports::{Known, PageAsk, StaffNames, Trouble};
use kernel::{NetworkId, Secret, Text};

/// Accounts read at once, and the most that are read: a network has some dozens.
const AT_ONCE: usize = 500;
const MOST: usize = 2_000;

/// The names as the accounts have them.
pub(crate) struct Staff {
    ports: Ports,
}

impl Staff {
    /// The names behind some ports.
    pub(crate) fn of(ports: &Ports) -> Arc<dyn StaffNames> {
        Arc::new(Self { ports: ports.clone() })
    }
}

#[async_trait]
impl StaffNames for Staff {
    async fn staff_names(&self, network: &NetworkId) -> Result<Vec<Text>, Trouble> {
        let mut ask = PageAsk { limit: AT_ONCE, ..PageAsk::default() };
        let mut names = Vec::new();
        let mut read = 0;
        loop {
            let page =
                self.ports.rows.page(table::<Accounts>(), network, ask.clone(), Known::default()).await?;
            for row in &page.rows {
                let row: AccountRow =
                    read_row(&self.ports, &row.body).map_err(|error| Trouble::Fault(error.message))?;
                if let Some(Secret::Clear(name)) = row.display_name {
                    names.push(name);
                }
            }
            read += page.rows.len();
            match page.rows.last() {
                Some(last) if page.more && read < MOST => {
                    ask.after = Some((last.order.clone(), last.key.clone()));
                }
                _ => return Ok(names),
            }
        }
    }
}
