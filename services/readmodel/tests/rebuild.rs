//! Rebuilding and proving: nothing is left out, nothing is half done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use graph::ports::{Known, PageAsk, Rows, Trouble};
use kernel::{Facet, Position, Projection, Recorded, Undecodable};
use readmodel::{Difference, Error, Fold, ReadModel, Standing};
use toy::{
    Asker, Askers, Memory, TICKETS, Tickets, ToyEvent, brussels, folds, followed, moved, open, opened, seen,
};

fn some_life() -> Arc<Memory> {
    let journal = Memory::default();
    for ticket in 0..300 {
        journal.append(&brussels(), &format!("t{ticket}"), &opened("nora"));
        journal.append(&brussels(), &format!("t{ticket}"), &moved("asked"));
    }
    Arc::new(journal)
}

/// The live file.
fn file(folder: &std::path::Path) -> std::path::PathBuf {
    folder.join(std::fs::read_to_string(folder.join("current")).unwrap().trim())
}

fn files(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".sqlite"))
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn an_empty_folder_asks_for_a_rebuild_and_answers_nothing_until_then() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = open(folder.path(), folds());
    assert!(matches!(model.standing(&*journal).await, Ok(Standing::NeedsRebuild { .. })));
    assert!(matches!(model.catch_up(&*journal).await, Err(Error::NeedsRebuild(_))));
    let reading = model.reading(journal.clone());
    let refused = reading.page(TICKETS, &brussels(), PageAsk::default(), Known::default()).await;
    assert!(matches!(refused, Err(Trouble::Unavailable(_))), "{refused:?}");

    assert_eq!(model.make_ready(&*journal).await.unwrap(), Position(600));
    let standing = model.standing(&*journal).await.unwrap();
    assert_eq!(standing, Standing::Ready { position: Position(600), head: Position(600) });
}

#[tokio::test]
async fn a_replay_cut_short_is_an_error_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal).await;
    let (before, live) = (seen(&model.reading(journal.clone()), Known::default()).await, file(folder.path()));
    journal.ends_before.store(500, Ordering::SeqCst);
    let cut = model.rebuild(&*journal).await.unwrap_err();
    assert!(
        matches!(cut, Error::ReplayCutShort { expected: Position(600), reached: Position(499) }),
        "{cut:?}"
    );
    assert!(matches!(model.verify(&*journal).await, Err(Error::ReplayCutShort { .. })));
    journal.ends_before.store(0, Ordering::SeqCst);
    assert_eq!((seen(&model.reading(journal), Known::default()).await, file(folder.path())), (before, live));
}

#[tokio::test]
async fn a_gap_is_an_error_and_nothing_beyond_it_is_folded() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal.first(10)).await;
    journal.leaves_out.store(20, Ordering::SeqCst);
    let gap = model.catch_up(&*journal).await.unwrap_err();
    assert!(matches!(gap, Error::Gap { expected: Position(20), found: Position(21) }), "{gap:?}");
    let standing = model.standing(&*journal).await.unwrap();
    assert_eq!(standing, Standing::Ready { position: Position(10), head: Position(600) });
    assert!(matches!(model.rebuild(&*journal).await, Err(Error::Gap { .. })));

    // A journal that ends early is no better than one with a hole.
    journal.leaves_out.store(0, Ordering::SeqCst);
    journal.ends_before.store(20, Ordering::SeqCst);
    assert!(matches!(model.catch_up(&*journal).await, Err(Error::Journal(_))));
    journal.ends_before.store(0, Ordering::SeqCst);
    assert_eq!(model.catch_up(&*journal).await.unwrap(), Position(600));
    model.verify(&*journal).await.unwrap();
}

/// Changes the live file by hand and verifies.
async fn tampered(sql: &str) -> Difference {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("b", opened("samir")),
        ("a", ToyEvent::Tagged { tag: "food".to_owned() }),
        ("c", ToyEvent::Cursed),
    ]);
    let model = followed(folder.path(), &journal).await;
    model.verify(&*journal).await.unwrap();
    rusqlite::Connection::open(file(folder.path())).unwrap().execute_batch(sql).unwrap();
    match model.verify(&*journal).await {
        Err(Error::Differs(difference)) => *difference,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn verify_names_the_first_difference() {
    let differs = |difference: Difference| {
        let Difference { projection, network, key, since, column, live, rebuilt } = difference;
        format!("{projection} {network} {key} {since} {column} {live} {rebuilt}")
    };
    let state = tampered("UPDATE toy_tickets_1 SET f_state = 'gone' WHERE key IN ('a', 'b')").await;
    assert_eq!(differs(state), "toy_tickets_1 brussels a 1 f_state gone open");
    let missing = tampered("DELETE FROM toy_tickets_1 WHERE key = 'a' AND since = 3").await;
    assert_eq!(differs(missing), "toy_tickets_1 brussels a 3 row absent present");
    let last = tampered("DELETE FROM toy_askers_1 WHERE key = 'samir'").await;
    assert_eq!(differs(last), "toy_askers_1 brussels samir 2 row absent present");
    let added = tampered(
        "INSERT INTO toy_tickets_1 (network, key, since, until, ord, body) VALUES ('brussels', 'aa', 1, 2, '', '')",
    )
    .await;
    assert_eq!(differs(added), "toy_tickets_1 brussels aa 1 row present absent");
    let until = tampered("UPDATE toy_tickets_1 SET until = 4 WHERE key = 'b'").await;
    assert_eq!(differs(until), "toy_tickets_1 brussels b 2 until 4 current");
    let tag = tampered("UPDATE toy_tickets_1__many SET value = 'rent'").await;
    assert_eq!(differs(tag), "toy_tickets_1 brussels a 3 facet_value rent food");
    let parked = tampered("DELETE FROM parked WHERE projection = 'toy_askers_1'").await;
    assert_eq!(differs(parked), "toy_askers_1 brussels ticket/c 4 row absent present");
    let events = tampered("UPDATE checkpoint SET events = 3").await;
    assert_eq!(differs(events), "checkpoint   0 events 3 4");
    let body = tampered("UPDATE toy_askers_1 SET body = '{}' WHERE key = 'nora'").await;
    assert_eq!((body.column.as_str(), body.live.as_str()), ("body", "{}"));
    assert!(body.rebuilt.contains("seen"), "{body}");
}

#[tokio::test]
async fn a_verified_model_leaves_no_file_behind() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal).await;
    let verified = model.verify(&*journal).await.unwrap();
    assert_eq!(verified.rows, [("toy_tickets_1", 600), ("toy_askers_1", 300)]);
    // The threads that held the passing file close it a moment later.
    for _ in 0..200 {
        if files(folder.path()).len() == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{:?}", files(folder.path()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rebuild_switches_between_two_reads() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal).await;
    let reading = model.reading(journal.clone());
    let whole = seen(&reading, Known::default()).await;
    let old = file(folder.path());
    let over = Arc::new(AtomicBool::new(false));
    let reader = {
        let (over, whole) = (Arc::clone(&over), whole.clone());
        tokio::spawn(async move {
            let mut reads = 0;
            while !over.load(Ordering::SeqCst) {
                assert!(seen(&reading, Known::default()).await == whole, "a reader saw half a rebuild");
                reads += 1;
            }
            reads
        })
    };
    for _ in 0..3 {
        model.rebuild(&*journal).await.unwrap();
    }
    over.store(true, Ordering::SeqCst);
    assert!(reader.await.unwrap() > 0);
    assert_ne!(file(folder.path()), old);

    // The old files go when their last reader has gone; a new process finds the new one.
    for _ in 0..200 {
        if files(folder.path()).len() == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(files(folder.path()).len(), 1);
    drop(model);
    let model = open(folder.path(), folds());
    model.standing(&*journal).await.unwrap();
    assert!(seen(&model.reading(journal), Known::default()).await == whole);
}

#[tokio::test]
async fn what_happens_during_a_rebuild_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal.first(100)).await;
    let rebuilt = model.rebuild(&*journal).await.unwrap();
    assert_eq!(rebuilt.position, Position(600));
    journal.add(&[("new", opened("odile"))]);
    assert_eq!(model.catch_up(&*journal).await.unwrap(), Position(601));
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn a_journal_restored_from_a_backup_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal).await;
    let restored = journal.first(400);
    for ahead in [
        model.standing(&*restored).await.map(|_| ()).unwrap_err(),
        model.catch_up(&*restored).await.map(|_| ()).unwrap_err(),
        model.verify(&*restored).await.map(|_| ()).unwrap_err(),
    ] {
        assert!(ahead.to_string().contains("rebuild"), "{ahead}");
        assert!(matches!(ahead, Error::AheadOfJournal { checkpoint: Position(600), head: Position(400) }));
    }
    assert_eq!(model.rebuild(&*restored).await.unwrap().position, Position(400));
    model.verify(&*restored).await.unwrap();
}

/// The askers with one more facet under the same name: a mistake that must be noticed.
struct MoreFacets;

impl Projection for MoreFacets {
    const NAME: &'static str = "toy_askers_1";
    const KINDS: &'static [&'static str] = &["ticket"];
    const FACETS: &'static [&'static str] = &["regular", "colour"];
    type Event = ToyEvent;
    type Row = Asker;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ToyEvent, Undecodable> {
        Askers::<true>::read(kind, name, shape, payload)
    }

    fn project(row: Option<Asker>, key: &str, event: &Recorded<ToyEvent>) -> Option<Asker> {
        Askers::<true>::project(row, key, event)
    }

    fn order(row: &Asker) -> String {
        Askers::<true>::order(row)
    }

    fn facets(row: &Asker) -> Vec<Facet> {
        vec![Facet::of(row.seen > 2)]
    }
}

#[tokio::test]
async fn other_projections_need_a_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let why = async |folds: Vec<Fold>| {
        drop(followed(folder.path(), &journal).await);
        match open(folder.path(), folds).standing(&*journal).await.unwrap() {
            Standing::NeedsRebuild { why } => why,
            ready @ Standing::Ready { .. } => panic!("{ready:?}"),
        }
    };
    assert_eq!(why(vec![Fold::of::<Tickets<false>>()]).await, "toy_askers_1 is no more");
    let more = vec![Fold::of::<Tickets<false>>(), Fold::of::<MoreFacets>()];
    assert_eq!(why(more.clone()).await, "toy_askers_1 has other facets");
    // One value for two facets: every event of that fold is parked, the tickets are whole.
    let model = open(folder.path(), more);
    model.make_ready(&*journal).await.unwrap();
    let parked = model.parked().await.unwrap();
    assert_eq!((parked.len(), parked[0].cause.as_str()), (600, "1 values for 2 facets"));
}

#[tokio::test]
async fn a_damaged_file_needs_a_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    drop(followed(folder.path(), &journal).await);
    std::fs::write(file(folder.path()), b"no database at all, but long enough to be read as one ...")
        .unwrap();
    let model = open(folder.path(), folds());
    assert!(matches!(model.standing(&*journal).await, Ok(Standing::NeedsRebuild { .. })));
    model.make_ready(&*journal).await.unwrap();
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn one_process_folds_and_others_may_verify() {
    let folder = tempfile::tempdir().unwrap();
    let journal = some_life();
    let model = followed(folder.path(), &journal).await;
    let other = open(folder.path(), folds());
    assert!(matches!(other.rebuild(&*journal).await, Err(Error::InUse(_))));
    assert!(matches!(other.catch_up(&*journal).await, Err(Error::InUse(_))));
    other.verify(&*journal).await.unwrap();
    drop(model);
    other.rebuild(&*journal).await.unwrap();
}

#[test]
fn impossible_names_are_refused() {
    struct Named<const N: usize>;
    const NAMES: [&str; 4] = ["toy; DROP TABLE x", "checkpoint", "", "toy__many"];
    impl<const N: usize> Projection for Named<N> {
        const NAME: &'static str = NAMES[N];
        const KINDS: &'static [&'static str] = &[];
        const FACETS: &'static [&'static str] = &[];
        type Event = ToyEvent;
        type Row = Asker;

        fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ToyEvent, Undecodable> {
            Askers::<true>::read(kind, name, shape, payload)
        }

        fn project(row: Option<Asker>, _: &str, _: &Recorded<ToyEvent>) -> Option<Asker> {
            row
        }

        fn order(_: &Asker) -> String {
            String::new()
        }

        fn facets(_: &Asker) -> Vec<Facet> {
            Vec::new()
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let refused = |folds: Vec<Fold>| {
        let opened = ReadModel::open(toy::settings(folder.path()), folds);
        assert!(matches!(opened.map(|_| ()), Err(Error::BadProjection { .. })));
    };
    refused(vec![Fold::of::<Named<0>>()]);
    refused(vec![Fold::of::<Named<1>>()]);
    refused(vec![Fold::of::<Named<2>>()]);
    refused(vec![Fold::of::<Named<3>>()]);
    refused(vec![Fold::of::<Tickets<false>>(), Fold::of::<Tickets<true>>()]);
}
