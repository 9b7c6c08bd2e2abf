//! What people see is a fold of the journal, now and as of any position.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::sync::Arc;

use graph::ports::{AsOfPoint, Known, PageAsk, Rows};
use kernel::Position;
use proptest::prelude::*;
use toy::{
    Memory, TICKETS, Ticket, ToyEvent, as_of, brussels, folds, followed, histories, histories_with_erasures,
    moved, open, opened, recorded, seen, tagged, wait,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn live_equals_rebuilt(
        journal in prop_oneof![histories().boxed(), histories_with_erasures().boxed()],
        cuts in prop::collection::vec(1..20_u64, 0..12),
    ) {
        wait(async {
            let folder = tempfile::tempdir().unwrap();
            let model = followed(folder.path(), &Memory::of(&[])).await;
            let mut grown = 0;
            for cut in cuts.into_iter().chain([journal.size()]) {
                grown = (grown + cut).min(journal.size());
                model.catch_up(&*journal.first(grown)).await.unwrap();
            }
            let verified = model.verify(&*journal).await.unwrap();
            prop_assert_eq!(verified.position, Position(journal.size()));

            let reading = model.reading(journal.clone());
            let live = (seen(&reading, Known::default()).await, model.parked().await.unwrap());
            model.rebuild(&*journal).await.unwrap();
            let rebuilt = (seen(&reading, Known::default()).await, model.parked().await.unwrap());
            prop_assert_eq!(live, rebuilt);
            Ok(())
        })?;
    }

    #[test]
    fn as_of_a_position_is_what_was_seen_then(journal in histories(), part in 0.0..=1.0_f64) {
        wait(async {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let position = (journal.size() as f64 * part) as u64;
            let (now, then) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let (now, then) = (
                followed(now.path(), &journal).await.reading(journal.clone()),
                followed(then.path(), &journal.first(position)).await.reading(journal.clone()),
            );
            let was = seen(&then, Known::default()).await;
            prop_assert_eq!(&seen(&now, as_of(position)).await, &was);
            if position > 0 {
                let instant = AsOfPoint::Instant(recorded(position));
                let known = Known { as_of: Some(instant), at_least: None };
                prop_assert_eq!(&seen(&now, known).await, &was);
            }
            Ok(())
        })?;
    }
}

/// A history of one ticket, so that the fold is checked against words and not only against itself.
#[tokio::test]
async fn a_ticket_is_seen_as_it_was_at_each_step() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("a", tagged("food")),
        ("a", moved("done")),
        ("a", ToyEvent::Closed),
        ("a", opened("samir")),
    ]);
    let reading = followed(folder.path(), &journal).await.reading(journal.clone());
    let mut states = Vec::new();
    for position in 0..=5 {
        let rows = reading.rows(TICKETS, &brussels(), &["a".to_owned()], as_of(position)).await.unwrap();
        states.push(rows.first().map_or("-".to_owned(), |row| {
            let row: Ticket = serde_json::from_slice(&row.body).unwrap();
            format!("{} {} {}", row.asker, row.state, row.tags.join("+"))
        }));
    }
    assert_eq!(states, ["-", "nora open ", "nora open food", "nora done food", "-", "samir open "]);
}

#[tokio::test]
async fn an_event_that_changes_nothing_leaves_no_version() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("a", ToyEvent::Ignored), ("b", ToyEvent::Closed)]);
    let model = followed(folder.path(), &journal).await;
    let verified = model.verify(&*journal).await.unwrap();
    assert_eq!(verified.rows, [("toy_tickets_1", 1), ("toy_askers_1", 1)]);
}

#[tokio::test]
async fn a_network_sees_only_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    journal.append(&toy::quebec(), "a", &opened("samir"));
    let reading = followed(folder.path(), &journal).await.reading(journal.clone());
    let ask = PageAsk { limit: 10, ..PageAsk::default() };
    for (network, asker) in [(brussels(), "nora"), (toy::quebec(), "samir")] {
        let page = reading.page(TICKETS, &network, ask.clone(), Known::default()).await.unwrap();
        let askers: Vec<Ticket> =
            page.rows.iter().map(|row| serde_json::from_slice(&row.body).unwrap()).collect();
        assert_eq!(askers.iter().map(|row| row.asker.as_str()).collect::<Vec<_>>(), [asker]);
    }
}

#[tokio::test]
async fn a_reopened_file_goes_on_where_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("a", tagged("food"))]);
    drop(followed(folder.path(), &journal).await);
    journal.add(&[("b", opened("nora"))]);
    let model = open(folder.path(), folds());
    assert_eq!(model.catch_up(&*journal).await.unwrap(), Position(3));
    model.verify(&*journal).await.unwrap();
    // The filter by one of several values was learned from the file.
    let filter = vec![("tag", vec!["food".to_owned()])];
    let ask = PageAsk { filter, limit: 10, ..PageAsk::default() };
    let reading = model.reading(journal as Arc<dyn journal::Journal>);
    assert_eq!(reading.page(TICKETS, &brussels(), ask, Known::default()).await.unwrap().rows.len(), 1);
}

#[tokio::test]
async fn more_rows_than_memory_keeps_are_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::default();
    for round in ["asked", "done"] {
        for ticket in 0..4_500 {
            let event = if round == "asked" { opened("nora") } else { moved(round) };
            journal.append(&brussels(), &format!("t{ticket}"), &event);
        }
    }
    let model = followed(folder.path(), &journal.first(4_800)).await;
    model.catch_up(&journal).await.unwrap();
    let verified = model.verify(&journal).await.unwrap();
    assert_eq!(verified.rows, [("toy_tickets_1", 9_000), ("toy_askers_1", 4_500)]);
}

#[tokio::test]
async fn a_batch_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("b", opened("samir"))]);
    let model = followed(folder.path(), &journal).await;
    journal.add(&[
        ("a", moved("asked")),
        ("b", ToyEvent::Cursed),
        ("a", tagged("food")),
        ("c", opened("nora")),
    ]);
    let name = std::fs::read_to_string(folder.path().join("current")).unwrap();
    let by_hand = rusqlite::Connection::open(folder.path().join(name.trim())).unwrap();
    let full = "CREATE TRIGGER full BEFORE INSERT ON toy_tickets_1 WHEN new.key = 'c' \
                BEGIN SELECT raise(ABORT, 'the disk is full'); END";
    by_hand.execute_batch(full).unwrap();
    assert!(matches!(model.catch_up(&*journal).await, Err(readmodel::Error::Storage { .. })));
    assert_eq!(model.parked().await.unwrap(), []);

    by_hand.execute_batch("DROP TRIGGER full").unwrap();
    assert_eq!(model.catch_up(&*journal).await.unwrap(), Position(6));
    model.verify(&*journal).await.unwrap();
}
