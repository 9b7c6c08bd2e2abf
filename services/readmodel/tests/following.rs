//! The runner: it follows, it waits troubles out, and readers wait for what they wrote.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use graph::ports::{AsOfPoint, Known, PageAsk, Rows, Trouble};
use kernel::Position;
use readmodel::{Error, ReadModel, Settings};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use toy::{Memory, TICKETS, ToyEvent, as_of, brussels, folds, followed, open, opened};

type Running = (watch::Sender<bool>, JoinHandle<Result<(), Error>>);

fn run(model: &ReadModel, journal: &Arc<Memory>) -> Running {
    let (stop, stopped) = watch::channel(false);
    let (model, journal) = (model.clone(), journal.clone());
    (stop, tokio::spawn(async move { model.run(journal, stopped).await }))
}

async fn stop((stop, running): Running) {
    stop.send_replace(true);
    running.await.unwrap().unwrap();
}

fn at_least(position: u64) -> Known {
    Known { as_of: None, at_least: Some(Position(position)) }
}

fn ask() -> PageAsk {
    PageAsk { limit: 100, ..PageAsk::default() }
}

#[tokio::test]
async fn a_read_waits_for_its_own_write() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let slow = Settings { patience: Duration::from_mins(1), ..toy::settings(folder.path()) };
    let model = ReadModel::open(slow, folds()).unwrap();
    model.make_ready(&*journal).await.unwrap();
    let reading = model.reading(journal.clone());
    let waits = tokio::spawn(async move { reading.page(TICKETS, &brussels(), ask(), at_least(2)).await });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!waits.is_finished(), "position 2 does not exist yet");

    let running = run(&model, &journal);
    journal.add(&[("b", opened("samir"))]);
    assert_eq!(waits.await.unwrap().unwrap().rows.len(), 2);
    stop(running).await;
}

#[tokio::test]
async fn a_read_does_not_wait_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let model = followed(folder.path(), &journal).await;
    let reading = model.reading(journal.clone());
    let not_yet = |position| Err(Trouble::NotYet(Position(position)));
    let page = async |known| reading.page(TICKETS, &brussels(), ask(), known).await;
    assert_eq!(page(at_least(2)).await, not_yet(2));
    // As of a position that is still to come, the answer could change: it is not given.
    assert_eq!(page(as_of(2)).await, not_yet(2));
    journal.add(&[("b", opened("samir"))]);
    let instant = Known { as_of: Some(AsOfPoint::Instant(toy::recorded(9))), at_least: None };
    assert_eq!(page(instant).await, not_yet(2));
    assert_eq!(page(at_least(1)).await.unwrap().rows.len(), 1);
}

#[tokio::test]
async fn followers_hear_of_every_position_passed() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[]);
    let model = followed(folder.path(), &journal).await;
    let running = run(&model, &journal);
    let reading = Arc::new(model.reading(journal.clone()));
    for step in 0..5 {
        assert_eq!(reading.position().await, Position(step));
        let passed = tokio::spawn({
            let reading = Arc::clone(&reading);
            async move { reading.passed(Position(step)).await }
        });
        journal.add(&[("a", ToyEvent::Ignored)]);
        assert_eq!(passed.await.unwrap(), Position(step + 1));
    }
    stop(running).await;
}

#[tokio::test]
async fn who_follows_a_network_is_not_woken_by_another() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[]);
    let model = followed(folder.path(), &journal).await;
    let running = run(&model, &journal);
    let reading = Arc::new(model.reading(journal.clone()));
    let moved = |network: kernel::NetworkId, after: u64| {
        let reading = Arc::clone(&reading);
        tokio::spawn(async move { reading.moved(&network, Position(after)).await })
    };
    let (here, there) = (moved(brussels(), 0), moved(toy::quebec(), 0));
    tokio::task::yield_now().await;
    journal.append(&brussels(), "a", &ToyEvent::Ignored);
    assert_eq!(here.await.unwrap(), Position(1));
    assert!(!there.is_finished(), "nothing has happened in Quebec");
    assert_eq!(moved(brussels(), 0).await.unwrap(), Position(1), "who has seen less is told at once");
    let here = moved(brussels(), 1);
    tokio::task::yield_now().await;
    journal.append(&toy::quebec(), "b", &ToyEvent::Ignored);
    assert_eq!(there.await.unwrap(), Position(2));
    assert!(!here.is_finished(), "what happens in Quebec is nothing new here");
    stop(running).await;
}

#[tokio::test]
async fn the_runner_polls_when_no_hint_comes() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let model = followed(folder.path(), &journal).await;
    let running = run(&model, &journal);
    let before = journal.asked.load(Ordering::SeqCst);
    while journal.asked.load(Ordering::SeqCst) < before + 3 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stop(running).await;
}

#[tokio::test]
async fn trouble_is_waited_out() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let model = followed(folder.path(), &journal.first(0)).await;
    journal.fails.store(2, Ordering::SeqCst);
    let running = run(&model, &journal);
    assert_eq!(model.reading(journal.clone()).passed(Position(0)).await, Position(1));
    assert_eq!(journal.fails.load(Ordering::SeqCst), 0);
    stop(running).await;
}

#[tokio::test]
async fn the_runner_follows_into_a_rebuilt_generation() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let model = followed(folder.path(), &journal).await;
    let running = run(&model, &journal);
    model.rebuild(&*journal).await.unwrap();
    journal.add(&[("b", opened("samir"))]);
    let reading = model.reading(journal.clone());
    reading.passed(Position(1)).await;
    assert_eq!(reading.page(TICKETS, &brussels(), ask(), Known::default()).await.unwrap().rows.len(), 2);
    stop(running).await;
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn the_runner_gives_up_where_only_a_person_can_help() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("b", opened("samir"))]);
    let model = open(folder.path(), folds());
    let (_stop, running) = run(&model, &journal);
    assert!(matches!(running.await.unwrap(), Err(Error::NeedsRebuild(_))));
    model.make_ready(&*journal).await.unwrap();
    let (_stop, running) = run(&model, &journal.first(1));
    assert!(matches!(running.await.unwrap(), Err(Error::AheadOfJournal { .. })));
}

#[tokio::test]
async fn many_reads_at_once_are_all_answered() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora"))]);
    let reading = Arc::new(followed(folder.path(), &journal).await.reading(journal.clone()));
    let reads: Vec<_> = (0..200)
        .map(|_| {
            let reading = Arc::clone(&reading);
            tokio::spawn(async move { reading.page(TICKETS, &brussels(), ask(), Known::default()).await })
        })
        .collect();
    for read in reads {
        assert_eq!(read.await.unwrap().unwrap().rows.len(), 1);
    }
}
