//! The follower's promise: every event once, in order, while writers are slow, fail and retry.

use std::time::Duration;

use graph::ports::Trouble;
use journal::Journal;
use kernel::{Expected, Position};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::ground::{Ground, JarCommand, add, ask, new_command};
use crate::on_both_engines;

on_both_engines!(followers_see_every_event_once_in_order, two_nodes_share_one_journal);

/// What a writer does next: wait so many milliseconds, then ask, perhaps with a version that
/// cannot be, so that it is rolled back.
fn steps() -> impl Strategy<Value = Vec<Vec<(u64, bool)>>> {
    prop::collection::vec(prop::collection::vec((0_u64..4, prop::bool::weighted(0.2)), 5..15), 8)
}

async fn followers_see_every_event_once_in_order(ground: Ground) {
    let mut runner = TestRunner::deterministic();
    let ledger = ground.ledger().await;
    let mut written = 0;
    for _ in 0..4 {
        let plan = steps().new_tree(&mut runner).unwrap().current();
        let before = ledger.head().await.unwrap();
        let writers: Vec<_> = plan
            .into_iter()
            .enumerate()
            .map(|(writer, steps)| {
                let ledger = ledger.clone();
                tokio::spawn(async move {
                    let mut accepted = 0_u64;
                    for (wait, stale) in steps {
                        tokio::time::sleep(Duration::from_millis(wait)).await;
                        let expected = if stale { Expected::Exact(9_999) } else { Expected::Any };
                        match ask(
                            &ledger,
                            new_command(),
                            &format!("jar-{}", writer % 3),
                            expected,
                            JarCommand::Add(1),
                        )
                        .await
                        {
                            Ok(_) => accepted += 1,
                            Err(Trouble::Stale { .. }) => assert!(stale),
                            Err(other) => panic!("{other}"),
                        }
                    }
                    accepted
                })
            })
            .collect();
        let followers: Vec<_> = (1..=3)
            .map(|pace| {
                let ledger = ledger.clone();
                tokio::spawn(async move {
                    let (mut seen, mut idle) = (before, 0);
                    // Ends when the writers have been quiet for a while; the count is checked below.
                    while idle < 40 {
                        let page = ledger.read_all(seen, None, pace * 3).await.unwrap();
                        idle = if page.is_empty() { idle + 1 } else { 0 };
                        for event in page {
                            assert_eq!(event.position.0, seen.0 + 1, "a gap or a repetition");
                            seen = event.position;
                        }
                        tokio::time::sleep(Duration::from_millis(2)).await;
                    }
                    seen
                })
            })
            .collect();
        for writer in writers {
            written += writer.await.unwrap();
        }
        for follower in followers {
            let mut seen = follower.await.unwrap();
            // Whatever was committed after a follower went quiet is still there, without a gap.
            for event in ledger.read_all(seen, None, 10_000).await.unwrap() {
                assert_eq!(event.position.0, seen.0 + 1);
                seen = event.position;
            }
            assert_eq!(seen, Position(written));
        }
    }
}

async fn two_nodes_share_one_journal(ground: Ground) {
    // SQLite has one writer by design; two nodes are PostgreSQL's.
    let Some(address) = &ground.postgres else { return };
    let other = crate::ground::ledger_on(std::sync::Arc::new(
        journal::postgres::Postgres::connect(address).await.unwrap(),
    ))
    .await;
    let ledger = ground.ledger().await;
    let tasks: Vec<_> = (0..60)
        .map(|task| {
            let node = if task % 2 == 0 { ledger.clone() } else { other.clone() };
            tokio::spawn(async move { add(&node, "shared", 1).await })
        })
        .collect();
    let mut accepted = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => accepted += 1,
            // Lost the race eight times over: said so, retriable, nothing written.
            Err(Trouble::Overloaded) => {}
            Err(other) => panic!("{other}"),
        }
    }
    let history = ledger.read_stream(&crate::ground::jar("shared"), 0, 100).await.unwrap();
    assert_eq!(history.len(), accepted);
    // What one node has done, the other knows: a refusal is never judged on an old state.
    ask(&other, new_command(), "shared", Expected::Any, JarCommand::Seal).await.unwrap();
    let refused = add(&ledger, "shared", 1).await;
    assert!(matches!(refused, Err(Trouble::Refused(refused)) if refused.code == "JAR_IS_SEALED"));
    let sealed_again = ask(&ledger, new_command(), "shared", Expected::Any, JarCommand::Seal).await.unwrap();
    assert!(sealed_again.events.is_empty());
    assert_eq!(ground.engine.audit().await.unwrap().damage, Vec::<String>::new());
}
