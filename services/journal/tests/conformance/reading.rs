//! Reading: by stream, by position, by category, backwards, as of an instant.

use journal::Journal;
use kernel::given::instant;
use kernel::{Expected, Position, StreamId};

use crate::ground::{Ground, add, append, fresh, jar, meta, new_command};
use crate::on_both_engines;

on_both_engines!(
    an_event_comes_back_as_it_was_written,
    a_stream_is_read_in_pages,
    the_journal_is_read_in_pages_up_to_a_position,
    a_category_is_read_alone,
    what_is_read_backwards_is_newest_first,
    an_instant_leads_to_the_last_position_before_it,
    an_unknown_stream_is_empty,
);

async fn an_event_comes_back_as_it_was_written(ground: Ground) {
    let ledger = ground.ledger().await;
    let command = new_command();
    ledger.append(append(command, vec![("a", Expected::None, vec![fresh(7)])])).await.unwrap();
    let event = ledger.read_all(Position(0), None, 10).await.unwrap().remove(0);
    assert_eq!((event.position, event.version, &*event.name, event.shape), (Position(1), 1, "BeansAdded", 1));
    assert_eq!(event.stream, jar("a"));
    assert_eq!(event.meta, meta(command));
    assert_eq!(event.payload, fresh(7).payload);
    assert_eq!(event.recorded_at, instant("2023-06-05T07:00:00Z"));
}

async fn a_stream_is_read_in_pages(ground: Ground) {
    let ledger = ground.ledger().await;
    let (many, other) = ((0..25).map(fresh).collect(), vec![fresh(1)]);
    ledger
        .append(append(new_command(), vec![("a", Expected::None, many), ("b", Expected::None, other)]))
        .await
        .unwrap();
    let mut versions = Vec::new();
    loop {
        let page = ledger.read_stream(&jar("a"), versions.len() as u64, 10).await.unwrap();
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 10);
        versions.extend(page.iter().map(|event| event.version));
    }
    assert_eq!(versions, (1..=25).collect::<Vec<_>>());
}

async fn the_journal_is_read_in_pages_up_to_a_position(ground: Ground) {
    let ledger = ground.ledger().await;
    for beans in 0..12 {
        add(&ledger, &format!("jar-{}", beans % 3), beans).await.unwrap();
    }
    let page = ledger.read_all(Position(4), Some(Position(9)), 100).await.unwrap();
    assert_eq!(page.iter().map(|event| event.position.0).collect::<Vec<_>>(), [5, 6, 7, 8, 9]);
    let page = ledger.read_all(Position(4), None, 2).await.unwrap();
    assert_eq!(page.iter().map(|event| event.position.0).collect::<Vec<_>>(), [5, 6]);
    assert!(ledger.read_all(Position(12), None, 5).await.unwrap().is_empty());
}

async fn a_category_is_read_alone(ground: Ground) {
    let ledger = ground.ledger().await;
    let mut mixed = append(
        new_command(),
        vec![("a", Expected::None, vec![fresh(1)]), ("b", Expected::None, vec![fresh(2)])],
    );
    "box".clone_into(&mut mixed.writes[1].stream.kind);
    ledger.append(mixed).await.unwrap();
    add(&ledger, "a", 3).await.unwrap();
    let jars = ground.engine.read_all(Position(0), None, Some("jar"), 10).await.unwrap();
    assert_eq!(jars.iter().map(|event| event.position.0).collect::<Vec<_>>(), [1, 3]);
    let boxes = ground.engine.read_all(Position(0), None, Some("box"), 10).await.unwrap();
    assert_eq!(boxes.iter().map(|event| event.position.0).collect::<Vec<_>>(), [2]);
}

async fn what_is_read_backwards_is_newest_first(ground: Ground) {
    let ledger = ground.ledger().await;
    for beans in 0..5 {
        add(&ledger, if beans % 2 == 0 { "a" } else { "b" }, beans).await.unwrap();
    }
    let back = ground.engine.read_back(Position(5), 3).await.unwrap();
    assert_eq!(back.iter().map(|event| event.position.0).collect::<Vec<_>>(), [4, 3, 2]);
    let back = ground.engine.read_stream_back(&jar("a"), 3, 10).await.unwrap();
    assert_eq!(back.iter().map(|event| event.version).collect::<Vec<_>>(), [2, 1]);
}

async fn an_instant_leads_to_the_last_position_before_it(ground: Ground) {
    let ledger = ground.ledger().await;
    // The clock goes one second further with each commit: 07:00:00, 07:00:01, ...
    for beans in 0..4 {
        add(&ledger, "a", beans).await.unwrap();
    }
    let at = async |text| ledger.position_at(instant(text)).await.unwrap().0;
    assert_eq!(at("2023-06-05T06:59:59Z").await, 0);
    assert_eq!(at("2023-06-05T07:00:00Z").await, 1);
    assert_eq!(at("2023-06-05T07:00:02.5Z").await, 3);
    assert_eq!(at("2024-01-01T00:00:00Z").await, 4);
}

async fn an_unknown_stream_is_empty(ground: Ground) {
    let ledger = ground.ledger().await;
    let unknown = StreamId::new(&"quebec".parse().unwrap(), "jar", "a");
    assert!(ledger.read_stream(&unknown, 0, 10).await.unwrap().is_empty());
    assert_eq!(ground.engine.versions(&[unknown, jar("a")]).await.unwrap(), [0, 0]);
}
