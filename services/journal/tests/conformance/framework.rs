//! Plain cqrs-es on our journal and our own command path write the same events.

use cqrs_es::{CqrsFramework, EventStore};
use graph::ports::Clock;
use journal::Journal;
use journal::cqrs::CqrsStore;
use kernel::given::monday_morning;
use kernel::{Order, Position};

use crate::ground::{Ground, Jar, JarCommand, Ticking, add, jar};
use crate::on_both_engines;

on_both_engines!(a_plain_cqrs_es_user_writes_the_same_events, the_framework_hears_of_a_conflict);

fn store(ledger: std::sync::Arc<journal::Ledger>) -> CqrsStore {
    let asked = monday_morning();
    let clock: std::sync::Arc<dyn Clock> = Ticking::new();
    CqrsStore::new(ledger, clock, asked.network, asked.by, asked.role)
}

fn order(command: JarCommand) -> Order<JarCommand> {
    Order { command, asked: monday_morning() }
}

async fn a_plain_cqrs_es_user_writes_the_same_events(ground: Ground) {
    let ledger = ground.ledger().await;
    let framework = CqrsFramework::<Jar, _>::new(store(ledger.clone()), vec![], ());
    for beans in [3, 4] {
        framework.execute("theirs", order(JarCommand::Add(beans))).await.unwrap();
        add(&ledger, "ours", beans).await.unwrap();
    }
    framework.execute("theirs", order(JarCommand::Seal)).await.unwrap();
    crate::ground::ask(
        &ledger,
        crate::ground::new_command(),
        "ours",
        kernel::Expected::Any,
        JarCommand::Seal,
    )
    .await
    .unwrap();

    let bytes = async |id| -> Vec<_> {
        let history = ledger.read_stream(&jar(id), 0, 10).await.unwrap();
        history.into_iter().map(|event| (event.version, event.name, event.shape, event.payload)).collect()
    };
    assert_eq!(bytes("theirs").await, bytes("ours").await);
    assert_eq!(bytes("ours").await.len(), 3);

    // And each reads what the other wrote.
    let envelopes = EventStore::<Jar>::load_events(&store(ledger.clone()), "ours").await.unwrap();
    assert_eq!(envelopes.len(), 3);
    assert!(framework.execute("ours", order(JarCommand::Add(1))).await.is_err());
    assert!(add(&ledger, "theirs", 1).await.is_err());
    assert_eq!(ledger.head().await.unwrap(), Position(6));
}

async fn the_framework_hears_of_a_conflict(ground: Ground) {
    let ledger = ground.ledger().await;
    let store = store(ledger.clone());
    let first = EventStore::<Jar>::load_aggregate(&store, "a").await.unwrap();
    add(&ledger, "a", 1).await.unwrap();
    let events = vec![crate::ground::JarEvent::BeansAdded { beans: 2 }];
    let conflict = EventStore::<Jar>::commit(&store, events, first, std::collections::HashMap::new()).await;
    assert!(matches!(conflict, Err(cqrs_es::AggregateError::AggregateConflict)));
}
