//! Appending: versions, command ids, several streams at once, limits.

use std::collections::HashSet;

use graph::ports::Trouble;
use journal::Journal;
use kernel::act::Fresh;
use kernel::{Expected, Position};

use crate::ground::{Ground, JarCommand, add, append, ask, fresh, jar, network, new_command};
use crate::on_both_engines;

on_both_engines!(
    many_writers_leave_dense_positions,
    a_hot_stream_takes_every_command,
    a_stale_version_is_refused_and_changes_nothing,
    a_new_stream_is_new_once,
    a_repeated_command_gets_its_first_answer,
    a_repeated_command_is_remembered_after_a_restart,
    a_repeated_command_is_not_judged_again,
    a_command_that_changed_nothing_is_remembered_too,
    the_same_command_twice_at_once_acts_once,
    a_command_id_is_used_for_one_command,
    several_streams_are_written_together_or_not_at_all,
    one_stale_command_does_not_fail_its_neighbours,
    an_event_has_at_most_64_kib,
    an_append_has_at_most_1000_events,
    malformed_input_is_refused_and_changes_nothing,
    two_networks_may_use_the_same_ids,
);

async fn many_writers_leave_dense_positions(ground: Ground) {
    let ledger = ground.ledger().await;
    let tasks: Vec<_> = (0..64)
        .map(|writer| {
            let ledger = ledger.clone();
            tokio::spawn(async move {
                let mut positions = Vec::new();
                for beans in 0..10 {
                    positions
                        .push(add(&ledger, &format!("jar-{}", writer % 16), beans).await.unwrap().position);
                }
                positions
            })
        })
        .collect();
    let mut positions = HashSet::new();
    for task in tasks {
        for position in task.await.unwrap() {
            assert!(positions.insert(position), "{position} was given twice");
        }
    }
    let all = ledger.read_all(Position(0), None, 10_000).await.unwrap();
    assert_eq!(all.len(), 640);
    for (expected, event) in (1..).zip(&all) {
        assert_eq!(event.position, Position(expected));
    }
    let audit = ground.engine.audit().await.unwrap();
    assert_eq!(audit.damage, Vec::<String>::new());
    assert_eq!((audit.events, audit.commands, audit.streams), (640, 640, 16));
}

async fn a_hot_stream_takes_every_command(ground: Ground) {
    let ledger = ground.ledger().await;
    let tasks: Vec<_> = (0..200)
        .map(|_| {
            let ledger = ledger.clone();
            tokio::spawn(async move { add(&ledger, "hot", 1).await.unwrap().version })
        })
        .collect();
    let mut versions = Vec::new();
    for task in tasks {
        versions.push(task.await.unwrap());
    }
    versions.sort_unstable();
    assert_eq!(versions, (1..=200).collect::<Vec<_>>());
}

async fn a_stale_version_is_refused_and_changes_nothing(ground: Ground) {
    let ledger = ground.ledger().await;
    add(&ledger, "a", 1).await.unwrap();
    add(&ledger, "a", 2).await.unwrap();
    let refused = ask(&ledger, new_command(), "a", Expected::Exact(1), JarCommand::Add(3)).await;
    assert_eq!(refused, Err(Trouble::Stale { stream: jar("a"), actual: 2 }));
    let refused = ledger.append(append(new_command(), vec![("a", Expected::Exact(3), vec![fresh(3)])])).await;
    assert_eq!(refused, Err(Trouble::Stale { stream: jar("a"), actual: 2 }));
    assert_eq!(ledger.head().await.unwrap(), Position(2));
    ask(&ledger, new_command(), "a", Expected::Exact(2), JarCommand::Add(3)).await.unwrap();
}

async fn a_new_stream_is_new_once(ground: Ground) {
    let ledger = ground.ledger().await;
    ledger.append(append(new_command(), vec![("a", Expected::None, vec![fresh(1)])])).await.unwrap();
    let again = ledger.append(append(new_command(), vec![("a", Expected::None, vec![fresh(1)])])).await;
    assert_eq!(again, Err(Trouble::Stale { stream: jar("a"), actual: 1 }));
}

async fn a_repeated_command_gets_its_first_answer(ground: Ground) {
    let ledger = ground.ledger().await;
    let command = new_command();
    let first = ask(&ledger, command, "a", Expected::None, JarCommand::Add(1)).await.unwrap();
    add(&ledger, "a", 5).await.unwrap();
    let again = ask(&ledger, command, "a", Expected::None, JarCommand::Add(1)).await.unwrap();
    assert!(!first.repeated && again.repeated);
    assert_eq!((again.position, again.version, again.events), (first.position, first.version, first.events));
    assert_eq!(ledger.head().await.unwrap(), Position(2));
}

async fn a_repeated_command_is_remembered_after_a_restart(ground: Ground) {
    let command = new_command();
    let ledger = ground.ledger().await;
    add(&ledger, "b", 1).await.unwrap();
    let first = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    ledger.close().await;
    let ledger = ground.ledger().await;
    let again = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    assert!(again.repeated);
    assert_eq!(
        (again.position, again.version, again.events),
        (first.position, 1, vec!["BeansAdded".to_owned()])
    );
    assert_eq!(ledger.head().await.unwrap(), Position(2));
}

async fn a_repeated_command_is_not_judged_again(ground: Ground) {
    let command = new_command();
    let ledger = ground.ledger().await;
    ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    ask(&ledger, new_command(), "a", Expected::Any, JarCommand::Seal).await.unwrap();
    ledger.close().await;
    // A fresh node remembers nothing: the rule would say no now, but the command was performed.
    let ledger = ground.ledger().await;
    let again = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    assert!(again.repeated);
    let other = ask(&ledger, new_command(), "a", Expected::Any, JarCommand::Add(1)).await;
    assert!(matches!(other, Err(Trouble::Refused(refused)) if refused.code == "JAR_IS_SEALED"));
}

async fn a_command_that_changed_nothing_is_remembered_too(ground: Ground) {
    let ledger = ground.ledger().await;
    ask(&ledger, new_command(), "a", Expected::Any, JarCommand::Seal).await.unwrap();
    let command = new_command();
    let first = ask(&ledger, command, "a", Expected::Any, JarCommand::Seal).await.unwrap();
    assert_eq!((first.events.len(), first.version, first.position), (0, 1, Position(1)));
    ledger.close().await;
    let ledger = ground.ledger().await;
    let again = ask(&ledger, command, "a", Expected::Any, JarCommand::Seal).await.unwrap();
    assert!(again.repeated && again.events.is_empty());
    assert_eq!(again.position, Position(1));
}

async fn the_same_command_twice_at_once_acts_once(ground: Ground) {
    let ledger = ground.ledger().await;
    let command = new_command();
    let asks = (0..8).map(|_| ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)));
    let answers = futures_util::future::join_all(asks).await;
    let first: Vec<_> = answers.iter().filter(|answer| !answer.as_ref().unwrap().repeated).collect();
    assert_eq!(first.len(), 1);
    assert_eq!(ledger.head().await.unwrap(), Position(1));
}

async fn a_command_id_is_used_for_one_command(ground: Ground) {
    let ledger = ground.ledger().await;
    let command = new_command();
    ask(&ledger, command, "a", Expected::Any, JarCommand::Add(1)).await.unwrap();
    let other = ask(&ledger, command, "a", Expected::Any, JarCommand::Add(2)).await;
    assert_eq!(other, Err(Trouble::CommandIdReused));
    ledger.close().await;
    let ledger = ground.ledger().await;
    let other = ask(&ledger, command, "b", Expected::Any, JarCommand::Add(1)).await;
    assert_eq!(other, Err(Trouble::CommandIdReused));
    assert_eq!(ledger.head().await.unwrap(), Position(1));
}

async fn several_streams_are_written_together_or_not_at_all(ground: Ground) {
    let ledger = ground.ledger().await;
    add(&ledger, "b", 1).await.unwrap();
    let both =
        |expected| vec![("a", Expected::None, vec![fresh(1), fresh(2)]), ("b", expected, vec![fresh(3)])];
    let refused = ledger.append(append(new_command(), both(Expected::None))).await;
    assert_eq!(refused, Err(Trouble::Stale { stream: jar("b"), actual: 1 }));
    assert!(ledger.read_stream(&jar("a"), 0, 10).await.unwrap().is_empty());
    let receipt = ledger.append(append(new_command(), both(Expected::Exact(1)))).await.unwrap();
    assert_eq!((receipt.position, receipt.version), (Position(4), 2));
    assert_eq!(ledger.read_stream(&jar("b"), 0, 10).await.unwrap().len(), 2);
}

async fn one_stale_command_does_not_fail_its_neighbours(ground: Ground) {
    let ledger = ground.ledger().await;
    add(&ledger, "a", 1).await.unwrap();
    let asks = (0..40).map(|place| {
        let expected = if place % 2 == 0 { Expected::Exact(99) } else { Expected::Any };
        ask(&ledger, new_command(), "a", expected, JarCommand::Add(1))
    });
    let answers = futures_util::future::join_all(asks).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 20);
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Err(Trouble::Stale { .. }))).count(), 20);
    assert_eq!(ledger.head().await.unwrap(), Position(21));
}

fn sized(bytes: usize) -> Fresh {
    let payload = format!("\"{}\"", "x".repeat(bytes - 2)).into_bytes();
    Fresh { name: "Filled", shape: 1, payload }
}

async fn an_event_has_at_most_64_kib(ground: Ground) {
    let ledger = ground.ledger().await;
    let limit = journal::engine::LARGEST_EVENT;
    let refused =
        ledger.append(append(new_command(), vec![("a", Expected::Any, vec![sized(limit + 1)])])).await;
    assert!(matches!(refused, Err(Trouble::TooLarge(what)) if what.contains("65537")));
    assert_eq!(ledger.head().await.unwrap(), Position(0));
    ledger.append(append(new_command(), vec![("a", Expected::Any, vec![sized(limit)])])).await.unwrap();
    assert_eq!(ledger.read_stream(&jar("a"), 0, 1).await.unwrap()[0].payload.len(), limit);
}

async fn an_append_has_at_most_1000_events(ground: Ground) {
    let ledger = ground.ledger().await;
    let many = |count: u64| vec![("a", Expected::Any, (0..count).map(fresh).collect::<Vec<_>>())];
    let refused = ledger.append(append(new_command(), many(1_001))).await;
    assert!(matches!(refused, Err(Trouble::TooLarge(what)) if what.contains("1001")));
    assert_eq!(ledger.head().await.unwrap(), Position(0));
    let receipt = ledger.append(append(new_command(), many(1_000))).await.unwrap();
    assert_eq!((receipt.position, receipt.version), (Position(1_000), 1_000));
}

async fn malformed_input_is_refused_and_changes_nothing(ground: Ground) {
    let ledger = ground.ledger().await;
    let with = |name, payload: &[u8]| {
        vec![("a", Expected::Any, vec![Fresh { name, shape: 1, payload: payload.to_vec() }])]
    };
    for (writes, said) in [
        (with("Odd", &[0xff, 0xfe, b'"']), "UTF-8"),
        (with("Odd", b"{\"open\":"), "JSON"),
        (with("Odd", b""), "JSON"),
        (with("", b"{}"), "name"),
        (vec![("", Expected::Any, vec![fresh(1)])], "id"),
        (vec![("a", Expected::Any, vec![fresh(1)]), ("a", Expected::Any, vec![fresh(2)])], "twice"),
    ] {
        let refused = ledger.append(append(new_command(), writes)).await;
        assert!(
            matches!(&refused, Err(Trouble::BadAsk(what)) if what.contains(said)),
            "{refused:?} does not say {said}"
        );
    }
    let mut foreign = append(new_command(), vec![("a", Expected::Any, vec![fresh(1)])]);
    foreign.network = "quebec".parse().unwrap();
    assert!(
        matches!(ledger.append(foreign).await, Err(Trouble::BadAsk(what)) if what.contains("another network"))
    );
    assert_eq!(ledger.head().await.unwrap(), Position(0));
}

async fn two_networks_may_use_the_same_ids(ground: Ground) {
    let ledger = ground.ledger().await;
    let command = new_command();
    ledger.append(append(command, vec![("a", Expected::None, vec![fresh(1)])])).await.unwrap();
    let mut other = append(command, vec![("a", Expected::None, vec![fresh(2)])]);
    other.network = "quebec".parse().unwrap();
    other.writes[0].stream.network = other.network.clone();
    let stream = other.writes[0].stream.clone();
    assert!(!ledger.append(other).await.unwrap().repeated);
    assert_eq!(ledger.read_stream(&stream, 0, 10).await.unwrap().len(), 1);
    assert_eq!(ledger.read_stream(&jar("a"), 0, 10).await.unwrap().len(), 1);
    assert_ne!(stream.network, network());
}
