//! Export and import: the same journal elsewhere, at the same positions.

use std::io::Cursor;

use graph::ports::Trouble;
use journal::JournalError;
use journal::portable::{self, Until};
use kernel::{Expected, Position};

use crate::ground::{Ground, JarCommand, add, append, ask, fresh, new_command};
use crate::on_both_engines;

on_both_engines!(
    an_export_is_imported_at_identical_positions,
    a_journal_with_events_takes_no_import,
    an_export_cut_short_is_noticed,
    an_export_is_taken_in_up_to_a_position,
);

async fn exported(ground: &Ground) -> Vec<u8> {
    let ledger = ground.ledger().await;
    for beans in 0..30 {
        add(&ledger, &format!("jar-{}", beans % 4), beans).await.unwrap();
    }
    let mut bytes = Vec::new();
    let carried = portable::export(&*ground.engine, &mut bytes).await.unwrap();
    assert_eq!((carried.events, carried.commands), (30, 30));
    bytes
}

async fn an_export_is_imported_at_identical_positions(ground: Ground) {
    let first = new_command();
    let ledger = ground.ledger().await;
    ask(&ledger, first, "jar-0", Expected::Any, JarCommand::Add(9)).await.unwrap();
    let mut bytes = Vec::new();
    portable::export(&*ground.engine, &mut bytes).await.unwrap();
    // Into the other engine's world: SQLite is always at hand.
    let elsewhere = Ground::sqlite();
    portable::import(&*elsewhere.engine, Cursor::new(&bytes)).await.unwrap();
    let (here, there) = (
        ground.engine.read_all(Position(0), None, None, 100).await.unwrap(),
        elsewhere.engine.read_all(Position(0), None, None, 100).await.unwrap(),
    );
    assert_eq!(here, there);
    let mut again = Vec::new();
    portable::export(&*elsewhere.engine, &mut again).await.unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), String::from_utf8(again).unwrap());
    // Commands are remembered there too, and the journal goes on.
    let ledger = elsewhere.ledger().await;
    assert!(ask(&ledger, first, "jar-0", Expected::Any, JarCommand::Add(9)).await.unwrap().repeated);
    let reused = ask(&ledger, first, "jar-0", Expected::Any, JarCommand::Add(1)).await;
    assert_eq!(reused, Err(Trouble::CommandIdReused));
    assert_eq!(add(&ledger, "jar-0", 1).await.unwrap().position, Position(2));
}

async fn a_journal_with_events_takes_no_import(ground: Ground) {
    let bytes = exported(&ground).await;
    let refused = portable::import(&*ground.engine, Cursor::new(&bytes)).await;
    assert!(matches!(refused, Err(JournalError::Unfit(what)) if what.contains("not empty")));
}

async fn an_export_cut_short_is_noticed(ground: Ground) {
    let bytes = exported(&ground).await;
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for (cut, said) in [(lines.len() - 1, "cut short"), (10, "cut short")] {
        let part = lines[..cut].concat();
        let refused = portable::import(&*Ground::sqlite().engine, Cursor::new(&part)).await;
        assert!(matches!(&refused, Err(JournalError::Unfit(what)) if what.contains(said)), "{refused:?}");
    }
    let mut missing = lines.clone();
    missing.remove(5);
    let refused = portable::import(&*Ground::sqlite().engine, Cursor::new(&missing.concat())).await;
    assert!(
        matches!(&refused, Err(JournalError::Unfit(what)) if what.contains("does not follow")),
        "{refused:?}"
    );
}

async fn an_export_is_taken_in_up_to_a_position(ground: Ground) {
    let ledger = ground.ledger().await;
    let commands: Vec<_> = (0..10).map(|beans| (new_command(), beans)).collect();
    for (command, beans) in &commands {
        ask(&ledger, *command, "jar-1", Expected::Any, JarCommand::Add(*beans)).await.unwrap();
    }
    // One command with three events: positions 11 to 13.
    let three = vec![("jar-2", Expected::Any, vec![fresh(1), fresh(2), fresh(3)])];
    ledger.append(append(new_command(), three)).await.unwrap();
    let mut bytes = Vec::new();
    portable::export(&*ground.engine, &mut bytes).await.unwrap();
    let survey = |until| portable::survey(Cursor::new(&bytes), until, |_| {});
    assert_eq!(survey(Until::Head).unwrap().until, Position(13));
    assert_eq!(survey(Until::Position(Position(10))).unwrap().until, Position(10));
    for (wanted, said) in [(12, "take 10 or 13"), (14, "14 is not in it")] {
        let refused = survey(Until::Position(Position(wanted)));
        assert!(matches!(&refused, Err(JournalError::Unfit(what)) if what.contains(said)), "{refused:?}");
    }
    let sixth = ground.engine.read_all(Position(5), None, None, 1).await.unwrap()[0].recorded_at;
    let found = survey(Until::Instant(sixth)).unwrap();
    assert_eq!((found.until, found.recorded_at, found.whole.events), (Position(6), Some(sixth), 13));
    let elsewhere = Ground::sqlite();
    portable::import_until(&*elsewhere.engine, Cursor::new(&bytes), found.until).await.unwrap();
    assert_eq!(elsewhere.engine.head().await.unwrap(), Position(6));
    let ledger = elsewhere.ledger().await;
    let again = |number: usize| {
        let (command, beans) = commands[number];
        ask(&ledger, command, "jar-1", Expected::Any, JarCommand::Add(beans))
    };
    assert!(again(5).await.unwrap().repeated, "it is remembered");
    assert!(!again(6).await.unwrap().repeated, "it is unknown again");
}
