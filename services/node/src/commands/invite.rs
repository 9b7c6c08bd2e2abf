//! `entraide invite`: the first account of a network, so that a new deployment can begin.

use std::sync::Arc;

use anyhow::anyhow;
use graph::Trouble;
use graph::wording::Locale;

use crate::adapters::SystemClock;
use crate::commands;
use crate::node::Node;
use crate::options::Invite;

pub(crate) async fn run(invite: Invite) -> anyhow::Result<()> {
    commands::log("warn", false)?;
    let node = Node::start(&invite.place, Arc::new(SystemClock)).await?;
    let wording = Arc::clone(&node.ports.wording);
    let invited = node.sign_in.invite(&invite.network, &invite.email, &invite.name, invite.role.into()).await;
    node.stop().await;
    let token = invited.map_err(|trouble| match trouble {
        Trouble::Refused(refused) => anyhow!(wording.say(Locale::En, &refused.code, &refused.arguments)),
        trouble => anyhow!(trouble),
    })?;
    // What stands after # is not sent to any server, so it is in no log.
    println!("{}/app#invitation={token}", invite.address.trim_end_matches('/'));
    println!("good once, for seven days; POST /access/invitation/accept takes the part after =");
    Ok(())
}
