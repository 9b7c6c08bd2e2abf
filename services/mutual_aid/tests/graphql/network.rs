//! The ports, played by a world in memory.

use super::*;

#[derive(Clone)]
pub(super) struct Network(pub(super) Arc<Mutex<World>>);

#[async_trait]
impl Commands for Network {
    async fn perform(&self, act: Act, asked: Asked, _trail: Trail) -> Result<Receipt, Trouble> {
        let mut world = self.0.lock().unwrap();
        world.asked = asked;
        match world.perform(Ok(act)) {
            Ok(events) => Ok(Receipt {
                position: Position(1),
                version: 1,
                events: events.into_iter().map(str::to_owned).collect(),
                facts: vec![],
                repeated: false,
            }),
            Err(code) => Err(Trouble::Refused(kernel::Refused { code, arguments: serde_json::Map::new() })),
        }
    }
}

/// Every row of a list, with the values of its facets.
fn listed<P: Projection>(world: &World) -> Vec<(RawRow, Vec<Facet>)> {
    let mut rows: Vec<(RawRow, Vec<Facet>)> = world
        .streams_of(P::KINDS)
        .iter()
        .flat_map(|stream: &StreamId| world.rows::<P>(stream))
        .map(|(key, row)| {
            let body = serde_json::to_vec(&row).unwrap();
            (RawRow { order: P::order(&row), key, body }, P::facets(&row))
        })
        .collect();
    rows.sort_by(|(a, _), (b, _)| (&a.order, &a.key).cmp(&(&b.order, &b.key)));
    rows
}

impl Network {
    fn list(&self, table: Table) -> Vec<(RawRow, Vec<Facet>)> {
        let world = self.0.lock().unwrap();
        match table.name {
            Pairings::NAME => listed::<Pairings>(&world),
            Members::NAME => listed::<Members>(&world),
            CharterVersions::NAME => listed::<CharterVersions>(&world),
            other => panic!("no list {other}"),
        }
    }
}

fn matches(facet: &Facet, wanted: &[String]) -> bool {
    match facet {
        Facet::None => false,
        Facet::One(value) => wanted.iter().any(|wanted| wanted == value),
        Facet::Many(values) => values.iter().any(|value| wanted.contains(value)),
    }
}

#[async_trait]
impl Rows for Network {
    async fn rows(
        &self,
        table: Table,
        _: &NetworkId,
        keys: &[String],
        _: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        let rows = self.list(table).into_iter().map(|(row, _)| row);
        Ok(rows.filter(|row| keys.contains(&row.key)).collect())
    }

    async fn page(&self, table: Table, _: &NetworkId, ask: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        let mut rows: Vec<RawRow> = self
            .list(table)
            .into_iter()
            .filter(|(_, facets)| {
                ask.filter.iter().all(|(name, wanted)| {
                    let place = table.facets.iter().position(|facet| facet == name).expect("a facet");
                    matches(&facets[place], wanted)
                })
            })
            .map(|(row, _)| row)
            .collect();
        if ask.newest_first {
            rows.reverse();
        }
        let total = rows.len() as u64;
        rows.truncate(ask.limit);
        Ok(RawPage { more: total > rows.len() as u64, rows, total })
    }

    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        Err(Trouble::Overloaded)
    }

    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        Err(Trouble::Overloaded)
    }

    async fn position(&self) -> Position {
        Position(1)
    }

    async fn passed(&self, position: Position) -> Position {
        position
    }
}

pub(super) struct Still;
impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        instant(NOW)
    }
}
impl Seals for Still {
    fn seal(&self, subject: &str, text: &Text) -> Result<Sealed, Trouble> {
        Ok(Sealed { subject: subject.to_owned(), bytes: text.to_string() })
    }
    fn open(&self, sealed: &Sealed) -> Result<Option<Text>, Trouble> {
        Ok(sealed.bytes.parse().ok())
    }
}
impl Chance for Still {
    fn return_code(&self) -> ReturnCode {
        "K7W-XPQR".parse().unwrap()
    }
}

impl graph::ports::Guesses for Still {
    fn may_guess(&self, _: &Caller) -> Result<(), Trouble> {
        Ok(())
    }
    fn guessed_wrong(&self, _: &Caller) {}
}
