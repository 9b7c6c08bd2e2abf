use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use tokio::sync::Notify;

use super::*;

const TABLE: Table = Table { name: "toys", facets: &[] };

/// Read models that count who reads, and let nobody go on before they are told to.
#[derive(Default)]
struct Counted {
    stands: AtomicU64,
    reads: AtomicUsize,
    now: AtomicUsize,
    most: AtomicUsize,
    refusals: AtomicUsize,
    failures: AtomicUsize,
    held: bool,
    go_on: Notify,
}

impl Counted {
    async fn read(&self) -> Result<(), Trouble> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        let one = |left: usize| left.checked_sub(1);
        if self.refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one).is_ok() {
            return Err(Trouble::Overloaded);
        }
        if self.failures.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one).is_ok() {
            return Err(Trouble::Unavailable("rebuilding".to_owned()));
        }
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        if self.held {
            self.go_on.notified().await;
        }
        self.now.fetch_sub(1, Ordering::SeqCst);
        Ok(())
    }
}

#[async_trait]
impl Rows for Counted {
    async fn rows(&self, _: Table, _: &NetworkId, keys: &[String], _: Known) -> Result<Vec<RawRow>, Trouble> {
        self.read().await?;
        let row = |key: &String| RawRow { order: String::new(), key: key.clone(), body: Vec::new() };
        Ok(keys.iter().map(row).collect())
    }
    async fn page(&self, _: Table, _: &NetworkId, _: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        self.read().await.map(|()| RawPage::default())
    }
    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        self.read().await.map(|()| Vec::new())
    }
    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<Inbox, Trouble> {
        self.read().await.map(|()| (Vec::new(), false, 0))
    }
    async fn position(&self) -> Position {
        Position(self.stands.load(Ordering::SeqCst))
    }
    async fn passed(&self, position: Position) -> Position {
        position
    }
}

fn at(position: u64) -> Known {
    Known { as_of: Some(AsOfPoint::Position(Position(position))), at_least: None }
}

async fn ask(rows: &InTurn, network: &str, key: &str, known: Known) -> String {
    let network = network.parse().unwrap();
    let rows = rows.rows(TABLE, &network, &[key.to_owned()], known).await.unwrap();
    rows[0].key.clone()
}

#[tokio::test]
async fn what_several_want_to_know_of_a_position_is_read_once() {
    let counted = Arc::new(Counted::default());
    let rows = InTurn::new(counted.clone());
    let reads = || counted.reads.load(Ordering::SeqCst);
    for _ in 0..3 {
        assert_eq!(ask(&rows, "brussels", "a", at(7)).await, "a");
    }
    assert_eq!(reads(), 1);
    assert_eq!(ask(&rows, "brussels", "b", at(7)).await, "b");
    ask(&rows, "quebec", "a", at(7)).await;
    ask(&rows, "brussels", "a", at(6)).await;
    assert_eq!(reads(), 4, "another row, another network, another position");
    counted.stands.store(8, Ordering::SeqCst);
    ask(&rows, "brussels", "a", at(7)).await;
    assert_eq!(reads(), 5, "nothing is kept once the lists have moved on");
    ask(&rows, "brussels", "a", Known::default()).await;
    ask(&rows, "brussels", "a", Known::default()).await;
    assert_eq!(reads(), 7, "how things stand now may change between two reads");
    let network = "brussels".parse().unwrap();
    for limit in [1, 1, 2] {
        let ask = PageAsk { limit, ..PageAsk::default() };
        rows.page(TABLE, &network, ask.clone(), at(7)).await.unwrap();
        rows.waiting(&[TABLE], &network, &[], ask, at(7)).await.unwrap();
    }
    assert_eq!(reads(), 11, "two pages, and two of the inbox");
}

#[tokio::test(start_paused = true)]
async fn followers_read_a_few_at_a_time() {
    let counted = Arc::new(Counted { held: true, ..Counted::default() });
    let rows = Arc::new(InTurn::new(counted.clone()));
    let reads: Vec<_> = (0..AT_ONCE * 3)
        .map(|number| {
            let rows = Arc::clone(&rows);
            tokio::spawn(async move { ask(&rows, "brussels", &number.to_string(), at(7)).await })
        })
        .collect();
    for (number, read) in reads.into_iter().enumerate() {
        while !read.is_finished() {
            tokio::task::yield_now().await;
            counted.go_on.notify_one();
        }
        assert_eq!(read.await.unwrap(), number.to_string());
    }
    assert_eq!(counted.most.load(Ordering::SeqCst), AT_ONCE);
}

#[tokio::test(start_paused = true)]
async fn who_follows_waits_where_a_query_is_told_to_come_again() {
    let counted = Arc::new(Counted { refusals: AtomicUsize::new(5), ..Counted::default() });
    assert_eq!(ask(&InTurn::new(counted.clone()), "brussels", "a", at(7)).await, "a");
    assert_eq!(counted.reads.load(Ordering::SeqCst), 6);
}

#[tokio::test]
async fn what_failed_for_one_is_asked_again_by_the_next() {
    let counted = Arc::new(Counted { failures: AtomicUsize::new(1), ..Counted::default() });
    let (rows, network) = (InTurn::new(counted), "brussels".parse().unwrap());
    let answer = rows.rows(TABLE, &network, &[], at(7)).await;
    assert_eq!(answer, Err(Trouble::Unavailable("rebuilding".to_owned())));
    assert_eq!(rows.rows(TABLE, &network, &[], at(7)).await, Ok(Vec::new()));
}
