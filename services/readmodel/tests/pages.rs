//! Lists: pages, filters, counts, the inbox and deadlines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::collections::BTreeMap;

use graph::ports::{Known, PageAsk, Rows, Table, Trouble};
use kernel::NetworkId;
use proptest::prelude::*;
use readmodel::Reading;
use toy::{
    ASKERS, Memory, TICKETS, Ticket, as_of, brussels, followed, histories, moved, opened, recorded, tagged,
    wait,
};

/// All pages of a list, from one end to the other.
async fn walk(reading: &Reading, ask: &PageAsk, known: Known) -> Vec<(String, String)> {
    let (mut seen, mut ask) = (Vec::new(), ask.clone());
    loop {
        let page = reading.page(TICKETS, &brussels(), ask.clone(), known).await.unwrap();
        assert!(page.rows.len() <= ask.limit);
        assert!(!page.more || page.rows.len() == ask.limit);
        let cursors: Vec<_> = page.rows.into_iter().map(|row| (row.order, row.key)).collect();
        if ask.backwards {
            ask.before = cursors.first().cloned();
            seen.splice(0..0, cursors);
        } else {
            ask.after = cursors.last().cloned();
            seen.extend(cursors);
        }
        assert!(seen.len() <= 100, "the pages go round in a circle");
        if !page.more {
            return seen;
        }
    }
}

/// The tickets of Brussels straight from their rows, sorted and filtered by hand.
async fn expected(reading: &Reading, ask: &PageAsk, known: Known) -> Vec<(String, String)> {
    let keys: Vec<String> = (0..12).map(|ticket| format!("t{ticket}")).collect();
    let rows = reading.rows(TICKETS, &brussels(), &keys, known).await.unwrap();
    let mut found: Vec<_> = rows
        .into_iter()
        .filter(|row| {
            let ticket: Ticket = serde_json::from_slice(&row.body).unwrap();
            ask.filter.iter().all(|(facet, wanted)| match *facet {
                _ if wanted.is_empty() => true,
                "state" => wanted.contains(&ticket.state),
                "asker" => ticket.asker != "nobody" && wanted.contains(&ticket.asker),
                "tag" => ticket.tags.iter().any(|tag| wanted.contains(tag)),
                _ => false,
            })
        })
        .map(|row| (row.order, row.key))
        .filter(|(order, _)| ask.from.as_ref().is_none_or(|from| order >= from))
        .filter(|(order, _)| ask.until.as_ref().is_none_or(|until| order < until))
        .collect();
    found.sort();
    if ask.newest_first {
        found.reverse();
    }
    found
}

fn asks() -> impl Strategy<Value = PageAsk> {
    let some = |words: &'static [&'static str]| {
        prop::sample::subsequence(words, 0..=words.len())
            .prop_map(|words| words.into_iter().map(ToOwned::to_owned).collect::<Vec<String>>())
    };
    let filter = prop_oneof![
        Just(vec![]),
        some(&["open", "asked", "done"]).prop_map(|values| vec![("state", values)]),
        some(&["food", "housing", "papers"]).prop_map(|values| vec![("tag", values)]),
        (some(&["open", "done"]), some(&["nora", "nobody"]), some(&["food"]))
            .prop_map(|(states, askers, tags)| vec![("state", states), ("asker", askers), ("tag", tags)]),
    ];
    let bound = || prop::option::weighted(0.3, 0..80_u64).prop_map(|at| at.map(minute));
    (filter, 1..6_usize, any::<(bool, bool)>(), bound(), bound()).prop_map(
        |(filter, limit, (backwards, newest_first), from, until)| PageAsk {
            filter,
            limit,
            backwards,
            newest_first,
            from,
            until,
            ..PageAsk::default()
        },
    )
}

fn minute(position: u64) -> String {
    recorded(position).format("%Y-%m-%dT%H:%M").to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_row_stands_on_one_page(journal in histories(), ask in asks(), back in 0..80_u64) {
        wait(async {
            let folder = tempfile::tempdir().unwrap();
            let reading = followed(folder.path(), &journal).await.reading(journal.clone());
            for known in [Known::default(), as_of(journal.size().saturating_sub(back))] {
                let expected = expected(&reading, &ask, known).await;
                prop_assert_eq!(&walk(&reading, &ask, known).await, &expected);
                let counted = PageAsk { total: true, ..ask.clone() };
                let page = reading.page(TICKETS, &brussels(), counted, known).await.unwrap();
                prop_assert_eq!(page.total, expected.len() as u64);
            }
            Ok(())
        })?;
    }

    #[test]
    fn counts_are_those_of_the_rows(journal in histories(), ask in asks(), back in 0..80_u64) {
        wait(async {
            let folder = tempfile::tempdir().unwrap();
            let reading = followed(folder.path(), &journal).await.reading(journal.clone());
            for known in [Known::default(), as_of(journal.size().saturating_sub(back))] {
                let keys: Vec<_> =
                    expected(&reading, &ask, known).await.into_iter().map(|(_, key)| key).collect();
                let (mut states, mut tags) = (BTreeMap::new(), BTreeMap::new());
                for row in reading.rows(TICKETS, &brussels(), &keys, known).await.unwrap() {
                    let mut row: Ticket = serde_json::from_slice(&row.body).unwrap();
                    *states.entry(row.state).or_insert(0_u64) += 1;
                    row.tags.sort();
                    row.tags.dedup();
                    if row.tags.is_empty() {
                        row.tags.push(String::new());
                    }
                    for tag in row.tags {
                        *tags.entry(tag).or_insert(0_u64) += 1;
                    }
                }
                for (facet, expected) in [("state", states), ("tag", tags)] {
                    let counts = reading.counts(TICKETS, &brussels(), facet, ask.clone(), known).await;
                    let counts = counts.unwrap();
                    prop_assert!(counts.is_sorted_by_key(|(_, count)| std::cmp::Reverse(*count)));
                    prop_assert_eq!(counts.into_iter().collect::<BTreeMap<_, _>>(), expected);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_inbox_visits_every_waiting_row_once(
        journal in histories(), limit in 1..5_usize, backwards: bool, newest_first: bool, back in 0..40_u64,
    ) {
        wait(async {
            let folder = tempfile::tempdir().unwrap();
            let reading = followed(folder.path(), &journal).await.reading(journal.clone());
            let ask = PageAsk { limit, backwards, newest_first, total: true, ..PageAsk::default() };
            for known in [Known::default(), as_of(journal.size().saturating_sub(back))] {
                for on in [&[][..], &["host"], &["host", "partner"]] {
                    inbox(&reading, &ask, on, known).await;
                }
            }
        });
    }
}

/// Walks the inbox and compares it with one large page.
async fn inbox(reading: &Reading, ask: &PageAsk, on: &[&str], known: Known) {
    let on: Vec<String> = on.iter().map(ToString::to_string).collect();
    let tables = [TICKETS, ASKERS];
    let whole = PageAsk { limit: 1_000, backwards: false, ..ask.clone() };
    let (all, more, total) = reading.waiting(&tables, &brussels(), &on, whole, known).await.unwrap();
    assert!(!more && total == all.len() as u64);
    let since = |row: &(&str, graph::ports::RawRow)| row.1.order.clone();
    assert!(all.is_sorted_by(|one, two| if ask.newest_first {
        since(one) >= since(two)
    } else {
        since(one) <= since(two)
    }));

    let (mut walked, mut ask) = (Vec::new(), ask.clone());
    loop {
        let (page, more, total) =
            reading.waiting(&tables, &brussels(), &on, ask.clone(), known).await.unwrap();
        assert_eq!(total, all.len() as u64);
        let cursor = |row: Option<&(&str, graph::ports::RawRow)>| {
            row.map(|(_, row)| (row.order.clone(), row.key.clone()))
        };
        if ask.backwards {
            ask.before = cursor(page.first());
            walked.splice(0..0, page);
        } else {
            ask.after = cursor(page.last());
            walked.extend(page);
        }
        assert!(walked.len() <= 100, "the pages go round in a circle");
        if !more {
            break;
        }
    }
    assert_eq!(walked, all);
}

async fn three_tickets() -> (tempfile::TempDir, Reading, readmodel::ReadModel) {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("b", opened("samir")),
        ("c", opened("nora")),
        ("b", moved("asked")),
        ("a", tagged("food")),
        ("a", moved("asked")),
    ]);
    journal.append(&toy::quebec(), "q", &opened("odile"));
    journal.append(&toy::quebec(), "q", &moved("asked"));
    let model = followed(folder.path(), &journal).await;
    let reading = model.reading(journal);
    (folder, reading, model)
}

#[tokio::test]
async fn the_inbox_says_who_must_move_and_since_when() {
    let (_folder, reading, _) = three_tickets().await;
    let ask = PageAsk { limit: 10, ..PageAsk::default() };
    let on = ["partner".to_owned()];
    let (rows, ..) =
        reading.waiting(&[TICKETS, ASKERS], &brussels(), &on, ask, Known::default()).await.unwrap();
    let rows: Vec<_> = rows.iter().map(|(table, row)| (*table, row.key.as_str())).collect();
    assert_eq!(rows, [("toy_tickets_1", "a"), ("toy_tickets_1", "b")]);
}

#[tokio::test]
async fn a_filter_keeps_the_inbox_to_tables_that_have_the_facet() {
    let (_folder, reading, _) = three_tickets().await;
    let filter = vec![("asker", vec!["nora".to_owned()])];
    let ask = PageAsk { limit: 10, filter, ..PageAsk::default() };
    let (rows, ..) =
        reading.waiting(&[TICKETS, ASKERS], &brussels(), &[], ask, Known::default()).await.unwrap();
    let rows: Vec<_> = rows.iter().map(|(table, row)| (*table, row.key.as_str())).collect();
    assert_eq!(rows, [("toy_tickets_1", "a"), ("toy_tickets_1", "c")]);
}

#[tokio::test]
async fn what_is_due_is_found_in_all_networks_oldest_first() {
    let (_folder, _, model) = three_tickets().await;
    let day = chrono::Duration::days(1);
    let due = async |at, limit| -> Vec<(NetworkId, String)> {
        let due = model.due(&[TICKETS, ASKERS], at, limit).await.unwrap();
        due.into_iter().map(|row| (row.network, row.key)).collect()
    };
    let [a, b] = ["a", "b"].map(|key| (brussels(), key.to_owned()));
    assert_eq!(due(recorded(1) + day - chrono::Duration::seconds(1), 9).await, []);
    assert_eq!(due(recorded(1) + day, 9).await, std::slice::from_ref(&a));
    assert_eq!(due(recorded(9) + day, 9).await, [a.clone(), b.clone(), (toy::quebec(), "q".to_owned())]);
    assert_eq!(due(recorded(9) + day, 2).await, [a, b]);
}

#[tokio::test]
async fn keys_without_a_row_are_left_out_and_the_order_is_kept() {
    let (_folder, reading, _) = three_tickets().await;
    let keys = ["c", "none", "a", "q"].map(ToOwned::to_owned);
    let rows = reading.rows(TICKETS, &brussels(), &keys, Known::default()).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["c", "a"]);
}

#[tokio::test]
async fn an_unknown_facet_is_a_bad_ask() {
    let (_folder, reading, _) = three_tickets().await;
    let filter = vec![("colour", vec!["red".to_owned()])];
    let ask = PageAsk { limit: 10, filter, ..PageAsk::default() };
    let (now, network) = (Known::default(), brussels());
    let bad = |trouble| assert!(matches!(trouble, Trouble::BadAsk(why) if why.contains("colour")));
    bad(reading.page(TICKETS, &network, ask.clone(), now).await.unwrap_err());
    bad(reading.counts(TICKETS, &network, "state", ask.clone(), now).await.unwrap_err());
    bad(reading.counts(TICKETS, &network, "colour", PageAsk::default(), now).await.unwrap_err());
    bad(reading.waiting(&[TICKETS, ASKERS], &network, &[], ask, now).await.unwrap_err());
}

#[tokio::test]
async fn a_page_has_a_limit_and_a_table_must_exist() {
    let (_folder, reading, _) = three_tickets().await;
    let ask = PageAsk { limit: 10_001, ..PageAsk::default() };
    let refused = reading.page(TICKETS, &brussels(), ask, Known::default()).await;
    assert!(matches!(refused, Err(Trouble::BadAsk(_))), "{refused:?}");
    let other = Table { name: "checkpoint", facets: &[] };
    let refused = reading.page(other, &brussels(), PageAsk::default(), Known::default()).await;
    assert!(matches!(refused, Err(Trouble::Fault(_))), "{refused:?}");
}

#[tokio::test]
async fn values_are_never_sql() {
    let (_folder, reading, _) = three_tickets().await;
    let nasty = "' OR 1=1 --".to_owned();
    let ask = PageAsk {
        filter: vec![("state", vec![nasty.clone()]), ("tag", vec![nasty.clone()])],
        after: Some((nasty.clone(), nasty)),
        limit: 10,
        ..PageAsk::default()
    };
    assert_eq!(reading.page(TICKETS, &brussels(), ask, Known::default()).await.unwrap().rows, []);
}
