//! One node acts for all, and what a node does in a term that is over is refused.

use std::sync::Arc;
use std::time::Duration;

use graph::ports::{Commands, Trail, Trouble};
use journal::{Engine, Ledger};
use kernel::given::monday_morning;
use kernel::{Act, Expected};
use uuid::Uuid;

use crate::ground::{Ground, Jar, JarCommand, Ticking, add, jar, new_command};
use crate::on_both_engines;

on_both_engines!(
    a_node_that_is_alone_acts,
    what_is_done_in_the_present_term_is_done,
    a_journal_keeps_its_identity,
    who_only_looks_leaves_acting_to_the_others,
);

const LONG: Duration = Duration::from_mins(1);

async fn a_node_that_is_alone_acts(ground: Ground) {
    let ledger = ground.ledger().await;
    assert_eq!(ledger.leading().term(), Some(1));
    let (one, again) = (Uuid::from_u128(7), Uuid::from_u128(7));
    ledger.close().await;
    assert!(ground.engine.lead(one, LONG).await.unwrap().is_some(), "who was closed has left it");
    assert_eq!(
        ground.engine.lead(one, LONG).await.unwrap(),
        ground.engine.lead(again, LONG).await.unwrap(),
        "whoever has it goes on in the same term"
    );
}

/// Adds beans in a term.
async fn add_in(ledger: &journal::Ledger, term: Option<u64>, beans: u64) -> Result<(), Trouble> {
    let act = Act::on::<Jar>(new_command(), jar("jar-1"), Expected::Any, JarCommand::Add(beans)).unwrap();
    let trail = Trail { term, ..Trail::default() };
    ledger.perform(act, monday_morning(), trail).await.map(|_| ())
}

async fn what_is_done_in_the_present_term_is_done(ground: Ground) {
    let ledger = ground.ledger().await;
    let term = ledger.leading().term();
    assert!(term.is_some());
    add_in(&ledger, term, 1).await.unwrap();
    add(&ledger, "jar-1", 1).await.unwrap();
}

async fn who_only_looks_leaves_acting_to_the_others(ground: Ground) {
    let looks = Ledger::aside(Arc::clone(&ground.engine), Ticking::new()).await.unwrap();
    assert_eq!(looks.leading().term(), None);
    add(&looks, "jar-1", 1).await.unwrap();
    let serves = ground.ledger().await;
    assert_eq!(serves.leading().term(), Some(1), "nobody was before it");
    looks.close().await;
    assert_eq!(serves.leading().term(), Some(1), "nor did it take anything with it");
}

async fn a_journal_keeps_its_identity(ground: Ground) {
    let identity = ground.engine.identity().await.unwrap();
    let ledger = ground.ledger().await;
    add(&ledger, "jar-1", 1).await.unwrap();
    ledger.close().await;
    assert_eq!(ground.engine.identity().await.unwrap(), identity);
    assert_ne!(Ground::sqlite().engine.identity().await.unwrap(), identity);
}

#[tokio::test]
async fn a_later_term_ends_the_one_before() {
    let Some(ground) = Ground::postgres().await else { return };
    let engine: &Arc<dyn Engine> = &ground.engine;
    let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
    assert_eq!(engine.lead(one, Duration::from_millis(1)).await.unwrap(), Some(1));
    tokio::time::sleep(Duration::from_millis(5)).await;
    assert_eq!(engine.lead(two, LONG).await.unwrap(), Some(2), "the first one ran out");
    assert_eq!(engine.lead(one, LONG).await.unwrap(), None, "it is the other's now");
    // A node that stood still for a while, and goes on as if it still had its term; with somebody else's
    // command in the same group.
    let ledger = ground.ledger().await;
    assert_eq!(ledger.leading().term(), None);
    let (late, other) = tokio::join!(add_in(&ledger, Some(1), 5), add(&ledger, "jar-1", 1));
    assert!(matches!(late, Err(Trouble::Unavailable(_))), "{late:?}");
    other.unwrap();
    add_in(&ledger, Some(2), 5).await.unwrap();
    assert_eq!(engine.head().await.unwrap().0, 2);
    // Left, it is the next one's at once.
    engine.leave(two).await.unwrap();
    assert_eq!(engine.lead(one, LONG).await.unwrap(), Some(3));
    assert!(matches!(add_in(&ledger, Some(2), 1).await, Err(Trouble::Unavailable(_))));
}
