//! What cannot be folded is parked and reported, and holds nothing else up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::sync::Arc;

use graph::ports::{Known, Rows};
use kernel::Position;
use readmodel::{Error, ReadModel};
use toy::{
    ASKERS, Asker, Memory, TICKETS, Ticket, ToyEvent, as_of, brussels, fixed_folds, followed, moved, open,
    opened, tagged,
};

async fn states(model: &ReadModel, journal: &Arc<Memory>, known: Known) -> Vec<String> {
    let keys = ["a", "b", "c"].map(ToOwned::to_owned);
    let rows = model.reading(journal.clone()).rows(TICKETS, &brussels(), &keys, known).await.unwrap();
    rows.iter()
        .map(|row| {
            let ticket: Ticket = serde_json::from_slice(&row.body).unwrap();
            format!("{} {}", row.key, ticket.state)
        })
        .collect()
}

async fn waiting(model: &ReadModel) -> Vec<(String, u64, String)> {
    let parked = model.parked().await.unwrap();
    parked.into_iter().map(|parked| (parked.projection, parked.position.0, parked.cause)).collect()
}

#[tokio::test]
async fn a_parked_event_holds_back_its_stream_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("b", opened("samir")),
        ("a", ToyEvent::Bomb),
        ("b", moved("asked")),
        ("a", moved("done")),
        ("c", opened("odile")),
    ]);
    let model = followed(folder.path(), &journal).await;
    assert_eq!(states(&model, &journal, Known::default()).await, ["a open", "b asked", "c open"]);
    // Only the tickets choke on it: the askers do not look at it.
    let expected = [
        ("toy_tickets_1".to_owned(), 3, "the fold panicked: boom".to_owned()),
        ("toy_tickets_1".to_owned(), 5, "an earlier event of this stream is parked".to_owned()),
    ];
    assert_eq!(waiting(&model).await, expected);
    let first = &model.parked().await.unwrap()[0];
    assert_eq!((first.stream.to_string().as_str(), first.at), ("brussels/ticket/a", toy::recorded(3)));
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn order_is_kept_behind_a_parked_event_also_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("a", ToyEvent::Cursed)]);
    drop(followed(folder.path(), &journal).await);
    journal.add(&[("a", moved("done")), ("b", opened("samir"))]);
    let model = open(folder.path(), toy::folds());
    model.catch_up(&*journal).await.unwrap();
    assert_eq!(states(&model, &journal, Known::default()).await, ["a open", "b open"]);
    let positions: Vec<_> = waiting(&model)
        .await
        .into_iter()
        .filter(|parked| parked.0 == TICKETS.name)
        .map(|parked| parked.1)
        .collect();
    assert_eq!(positions, [2, 3]);
}

#[tokio::test]
async fn after_a_fix_parked_events_are_folded_where_they_belong() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("a", ToyEvent::Cursed),
        ("b", opened("samir")),
        ("a", moved("done")),
        ("c", ToyEvent::Cursed),
        ("c", opened("odile")),
    ]);
    let model = followed(folder.path(), &journal).await;
    let again = model.retry_parked(&*journal).await.unwrap();
    assert_eq!((again.folded, again.parked), (0, waiting(&model).await.len() as u64));
    model.verify(&*journal).await.unwrap();
    drop(model);

    let model = open(folder.path(), fixed_folds());
    // The proof sees that the live file is not yet what the fixed code makes.
    assert!(matches!(model.verify(&*journal).await, Err(Error::Differs(_))));
    let retried = model.retry_parked(&*journal).await.unwrap();
    assert_eq!((retried.parked, retried.need_rebuild), (0, vec![]));
    assert_eq!(states(&model, &journal, Known::default()).await, ["a done", "b open", "c open"]);
    assert_eq!(states(&model, &journal, as_of(2)).await, ["a cursed"]);
    model.verify(&*journal).await.unwrap();

    // And the stream is free again.
    journal.add(&[("a", moved("asked"))]);
    model.catch_up(&*journal).await.unwrap();
    assert_eq!(states(&model, &journal, Known::default()).await, ["a asked", "b open", "c open"]);
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn a_row_that_others_touched_since_is_left_to_a_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", ToyEvent::Cursed),
        ("a", opened("nora")),
        ("b", opened("nora")),
        ("c", ToyEvent::Cursed),
        ("c", opened("odile")),
    ]);
    drop(followed(folder.path(), &journal).await);
    let model = open(folder.path(), fixed_folds());
    let retried = model.retry_parked(&*journal).await.unwrap();
    let streams: Vec<_> =
        retried.need_rebuild.iter().map(|(name, stream)| (name.as_str(), stream.id.as_str())).collect();
    // Of the askers only Nora, who was seen again by another ticket meanwhile.
    assert_eq!(streams, [(ASKERS.name, "a")]);
    assert_eq!((retried.folded, retried.parked), (6, 2));

    let rebuilt = model.rebuild(&*journal).await.unwrap();
    assert_eq!(rebuilt.parked, 0);
    let keys = ["nora".to_owned()];
    let reading = model.reading(journal.clone());
    let rows = reading.rows(ASKERS, &brussels(), &keys, Known::default()).await.unwrap();
    assert_eq!(serde_json::from_slice::<Asker>(&rows[0].body).unwrap().seen, 2);
}

#[tokio::test]
async fn a_stream_is_folded_up_to_what_still_cannot_be() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[("a", opened("nora")), ("a", ToyEvent::Cursed), ("a", tagged("food"))]);
    let model = followed(folder.path(), &journal).await;
    model.retry_parked(&*journal).await.unwrap();
    let causes: Vec<_> =
        waiting(&model).await.into_iter().filter(|parked| parked.0 == TICKETS.name).collect();
    assert_eq!(causes.iter().map(|parked| parked.1).collect::<Vec<_>>(), [2, 3]);
    assert!(causes[0].2.contains("cursed"), "{causes:?}");
    assert_eq!(model.catch_up(&*journal).await.unwrap(), Position(3));
}
