//! The taxonomy over GraphQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use async_graphql::{EmptyMutation, EmptySubscription, Request, Schema};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use graph::ports::{
    Chance, Clock, Commands, Guesses, Known, PageAsk, Ports, RawPage, RawRow, Receipt, Rows, Seals,
};
use graph::ports::{Table, Trail, Trouble};
use graph::{Caller, Locale, Wording};
use kernel::{Act, ActorId, Asked, NetworkId, Position, ReturnCode, Role, Sealed, Text};
use reference::ReferenceQueries;
use serde_json::{Value, json};

/// Reference data is compiled in: whoever asks these ports for something is wrong.
struct Nothing;

fn nothing<T>() -> Result<T, Trouble> {
    Err(Trouble::Fault("reference data stands on no port".to_owned()))
}

#[async_trait]
impl Commands for Nothing {
    async fn perform(&self, _: Act, _: Asked, _: Trail) -> Result<Receipt, Trouble> {
        nothing()
    }
}

#[async_trait]
impl Rows for Nothing {
    async fn rows(&self, _: Table, _: &NetworkId, _: &[String], _: Known) -> Result<Vec<RawRow>, Trouble> {
        nothing()
    }

    async fn page(&self, _: Table, _: &NetworkId, _: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        nothing()
    }

    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        nothing()
    }

    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        nothing()
    }

    async fn position(&self) -> Position {
        Position::default()
    }

    async fn passed(&self, position: Position) -> Position {
        position
    }
}

impl Clock for Nothing {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH
    }
}

impl Seals for Nothing {
    fn seal(&self, _: &str, _: &Text) -> Result<Sealed, Trouble> {
        nothing()
    }

    fn open(&self, _: &Sealed) -> Result<Option<Text>, Trouble> {
        nothing()
    }
}

impl Chance for Nothing {
    fn return_code(&self) -> ReturnCode {
        unreachable!("nobody asks reference data for a return code")
    }
}

impl Guesses for Nothing {
    fn may_guess(&self, _: &Caller) -> Result<(), Trouble> {
        nothing()
    }

    fn guessed_wrong(&self, _: &Caller) {}
}

fn schema() -> Schema<ReferenceQueries, EmptyMutation, EmptySubscription> {
    Schema::new(ReferenceQueries, EmptyMutation, EmptySubscription)
}

async fn ask(locale: Locale, query: &str) -> Value {
    let caller = Caller {
        network: "brussels".parse().unwrap(),
        actor: ActorId(uuid::Uuid::nil()),
        role: Role::Host,
        device: None,
        locale,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    };
    let ports = Ports {
        commands: Arc::new(Nothing),
        rows: Arc::new(Nothing),
        clock: Arc::new(Nothing),
        seals: Arc::new(Nothing),
        chance: Arc::new(Nothing),
        guesses: Arc::new(Nothing),
        wording: Arc::new(Wording::new([]).unwrap()),
    };
    let response = schema().execute(Request::new(query).data(caller).data(ports)).await;
    assert_eq!(response.errors, []);
    response.data.into_json().unwrap()
}

#[tokio::test]
async fn the_label_is_in_the_language_of_the_request() {
    for (locale, label) in [
        (Locale::FrBe, "Alimentation"),
        (Locale::FrCa, "Alimentation"),
        (Locale::Nl, "Voedsel"),
        (Locale::Ar, "طعام"),
        (Locale::En, "Food"),
    ] {
        let answer = ask(locale, "{ needsTaxonomy { code label } }").await;
        let needs = answer["needsTaxonomy"].as_array().unwrap();
        assert!(needs.contains(&json!({ "code": "MAT.FOOD", "label": label })), "{}", locale.tag());
    }
}

#[tokio::test]
async fn a_branch_is_shown_alone_and_in_the_order_of_the_screen() {
    let answer = ask(
        Locale::En,
        "{ all: needsTaxonomy { code } groups: needsTaxonomy(branch: COLLECTIVE) { code branch } }",
    )
    .await;
    assert_eq!(answer["all"].as_array().unwrap().len(), 59);
    assert_eq!(answer["all"][0]["code"], "ADM.FORM");
    let groups = answer["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 11);
    assert!(groups.iter().all(|need| need["branch"] == "COLLECTIVE"));
}

#[tokio::test]
async fn a_need_shows_everything_that_is_known_of_it() {
    let answer = ask(
        Locale::Nl,
        "{ taxonomyVersion needsTaxonomy { code branch label labels { fr nl ar en } sensitive proposesNoContact
           successor mappings { openEligibility dataInclusion soliguide gravitySdoh } } }",
    )
    .await;
    assert_eq!(answer["taxonomyVersion"], 1);
    let needs = answer["needsTaxonomy"].as_array().unwrap();
    let violence = needs.iter().find(|need| need["code"] == "FAM.VIOL").unwrap();
    assert_eq!(
        *violence,
        json!({
            "code": "FAM.VIOL",
            "branch": "INDIVIDUAL",
            "label": "Scheiding, geweld",
            "labels": {
                "fr": "Séparation, violences",
                "nl": "Scheiding, geweld",
                "ar": "الانفصال والعنف",
                "en": "Separation, violence",
            },
            "sensitive": true,
            "proposesNoContact": true,
            "successor": null,
            "mappings": {
                "openEligibility": "Physical Safety › Help Escape Violence",
                "dataInclusion": ["famille--surmonter-conflits-separation-violence"],
                "soliguide": ["SEXUAL_VIOLENCE_SUPPORT"],
                "gravitySdoh": ["intimate-partner-violence", "elder-abuse"],
            },
        })
    );
}

#[tokio::test]
async fn everything_is_described() {
    let answer = ask(
        Locale::En,
        "{ __schema { types { name description fields { name description args { name description } }
           enumValues { name description } } } }",
    )
    .await;
    let ours = ["ReferenceQueries", "TaxonomyNeed", "NeedLabels", "NeedMappings", "NeedBranch", "NeedCode"];
    let types = answer["__schema"]["types"].as_array().unwrap();
    let described: Vec<&str> = types
        .iter()
        .filter(|ty| ours.contains(&ty["name"].as_str().unwrap()))
        .map(|ty| all_described(ty).unwrap())
        .collect();
    assert_eq!(described.len(), ours.len(), "{described:?}");
}

/// The name of an element when it and everything in it have a description.
fn all_described(element: &Value) -> Result<&str, String> {
    let name = element["name"].as_str().unwrap();
    if element["description"].as_str().is_none_or(str::is_empty) {
        return Err(format!("{name} has no description"));
    }
    for part in ["fields", "args", "enumValues"] {
        for inner in element[part].as_array().into_iter().flatten() {
            all_described(inner).map_err(|error| format!("{name}: {error}"))?;
        }
    }
    Ok(name)
}
