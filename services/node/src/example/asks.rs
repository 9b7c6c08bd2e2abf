//! What the people of the example ask, and the sending of it: real mutations through the gate, one
//! moment after the other. What is asked at the same moment happens side by side; of one object,
//! in the order it was written down.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, bail};
use api::Gate;
use async_graphql::parser::types::{ExecutableDocument, TypeKind, TypeSystemDefinition};
use async_graphql::{Request, Response, Variables, parser};
use chrono::{DateTime, NaiveTime, Utc};
use kernel::Role;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::adapters::DemoClock;
use crate::example::chance::id;
use crate::example::people::Who;
use crate::node::Node;

/// What a mutation of the example answers with.
const OUTCOME: &str = "{ __typename ... on Done { facts { name value } } ... on Refusal { code message } }";

/// One mutation.
pub(super) struct Ask {
    at: DateTime<Utc>,
    by: Who,
    field: &'static str,
    variables: Value,
    code_of: Option<Uuid>,
}

impl Ask {
    /// It happened a little before it was written down.
    pub(super) fn occurred(&mut self, at: DateTime<Utc>) -> &mut Self {
        self.variables["occurredAt"] = json!(at);
        self
    }

    /// A further argument.
    pub(super) fn with(&mut self, name: &str, value: Value) -> &mut Self {
        self.variables[name] = value;
        self
    }

    /// The return code of that visit goes into the input, once it was drawn.
    pub(super) fn with_code_of(&mut self, visit: Uuid) -> &mut Self {
        self.code_of = Some(visit);
        self
    }
}

/// Everything that is asked, in no order.
#[derive(Default)]
pub(super) struct Script {
    asks: Vec<Ask>,
}

impl Script {
    /// Somebody asks something of an object at an instant; `Value::Null` for no input.
    pub(super) fn ask(
        &mut self,
        at: DateTime<Utc>,
        by: Who,
        field: &'static str,
        of: Uuid,
        input: Value,
    ) -> &mut Ask {
        self.add(at, by, field, json!({ "id": of }), input)
    }

    /// The same of the one object of its kind in the network, which has no id to give.
    pub(super) fn ask_network(&mut self, at: DateTime<Utc>, by: Who, field: &'static str, input: Value) {
        self.add(at, by, field, json!({}), input);
    }

    fn add(
        &mut self,
        at: DateTime<Utc>,
        by: Who,
        field: &'static str,
        mut variables: Value,
        input: Value,
    ) -> &mut Ask {
        let index = self.asks.len();
        variables["commandId"] = json!(id(by.network, "command", index));
        if !input.is_null() {
            variables["input"] = input;
        }
        self.asks.push(Ask { at, by, field, variables, code_of: None });
        &mut self.asks[index]
    }

    /// Lives it, up to now: what would come later is left out, so that some things stand open.
    pub(super) async fn live(
        mut self,
        node: &Node,
        gate: &Gate,
        clock: &DemoClock,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let forms = Forms::of(&api::schema::sdl())?;
        self.asks.retain(|ask| ask.at <= now);
        self.asks.sort_by_key(|ask| ask.at);
        let mut codes = HashMap::new();
        let mut day = None;
        for moment in self.asks.chunk_by(|one, next| one.at == next.at) {
            let Some(at) = moment.first().map(|ask| ask.at) else { continue };
            if day.replace(at.date_naive()) != Some(at.date_naive()) {
                // Every morning the platform does what has fallen due, before anybody comes.
                clock.stop_at(at.min(at.date_naive().and_time(NaiveTime::MIN).and_utc()));
                node.flows.settle().await?;
            }
            clock.stop_at(at);
            for wave in waves(moment) {
                side_by_side(gate, &forms, &wave, &mut codes).await?;
            }
        }
        clock.stop_at(now);
        node.flows.settle().await?;
        Ok(())
    }
}

/// What is asked at one moment, so that no wave asks twice of the same object.
fn waves(moment: &[Ask]) -> Vec<Vec<&Ask>> {
    let mut waves: Vec<Vec<&Ask>> = Vec::new();
    for (index, ask) in moment.iter().enumerate() {
        let same = |other: &&Ask| other.variables["id"] == ask.variables["id"];
        let wave = moment[..index].iter().filter(same).count();
        match waves.get_mut(wave) {
            Some(wave) => wave.push(ask),
            None => waves.push(vec![ask]),
        }
    }
    waves
}

/// Sends a wave.
async fn side_by_side(
    gate: &Gate,
    forms: &Forms,
    asks: &[&Ask],
    codes: &mut HashMap<Uuid, String>,
) -> anyhow::Result<()> {
    let mut sent = JoinSet::new();
    for (index, ask) in asks.iter().enumerate() {
        let mut variables = ask.variables.clone();
        if let Some(visit) = ask.code_of {
            variables["input"]["code"] =
                json!(codes.get(&visit).context("a code is used before it was drawn")?);
        }
        let mut request = Request::new("").variables(Variables::from_json(variables));
        request.set_parsed_query(forms.of_field(ask.field)?);
        let (gate, mut caller) = (gate.clone(), ask.by.caller()?);
        if caller.role == Role::Partner {
            // A partner answers by the link of the one referral.
            caller.scope.referral = ask.variables["id"].as_str().and_then(|id| id.parse().ok());
        }
        sent.spawn(async move { (index, gate.run(caller, request).await) });
    }
    while let Some(answered) = sent.join_next().await {
        let (index, response) = answered?;
        let ask = asks[index];
        let code = done(response).with_context(|| format!("the example: {} at {}", ask.field, ask.at))?;
        if let (Some(code), Some(visit)) = (code, ask.variables["id"].as_str()) {
            codes.insert(visit.parse()?, code);
        }
    }
    Ok(())
}

/// The return code in an answer, if it tells one. In the example nothing may be refused.
fn done(response: Response) -> anyhow::Result<Option<String>> {
    if let Some(error) = response.errors.first() {
        bail!("{}", error.message);
    }
    let outcome = response.data.into_json()?["outcome"].take();
    if outcome["__typename"] != "Done" {
        bail!("refused: {} {}", outcome["code"], outcome["message"]);
    }
    let facts = outcome["facts"].as_array().into_iter().flatten();
    let code = facts.filter(|fact| fact["name"] == "returnCode").find_map(|fact| fact["value"].as_str());
    Ok(code.map(str::to_owned))
}

/// Each mutation, with its arguments as variables: the schema says which. Read once for all asks.
struct Forms(BTreeMap<String, ExecutableDocument>);

impl Forms {
    fn of(sdl: &str) -> anyhow::Result<Self> {
        let mut forms = BTreeMap::new();
        for definition in parser::parse_schema(sdl)?.definitions {
            let TypeSystemDefinition::Type(definition) = definition else { continue };
            let TypeKind::Object(object) = &definition.node.kind else { continue };
            if definition.node.name.node != "Mutation" {
                continue;
            }
            for field in &object.fields {
                let name = &field.node.name.node;
                let arguments = || field.node.arguments.iter().map(|argument| &argument.node);
                let declared: Vec<_> =
                    arguments().map(|one| format!("${}: {}", one.name.node, one.ty.node)).collect();
                let passed: Vec<_> = arguments().map(|one| format!("{0}: ${0}", one.name.node)).collect();
                let (declared, passed) = (declared.join(", "), passed.join(", "));
                let text = format!("mutation({declared}) {{ outcome: {name}({passed}) {OUTCOME} }}");
                forms.insert(name.to_string(), parser::parse_query(text)?);
            }
        }
        Ok(Self(forms))
    }

    fn of_field(&self, field: &str) -> anyhow::Result<ExecutableDocument> {
        self.0.get(field).cloned().with_context(|| format!("the schema has no mutation {field}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Script, waves};
    use crate::example::chance::id;
    use crate::example::people::Cast;

    #[test]
    fn one_object_is_asked_one_thing_at_a_time_in_the_order_written() {
        let (mut script, host) = (Script::default(), Cast { network: "brussels" }.host());
        let at = "2023-06-05T07:00:00Z".parse().unwrap();
        for (field, name) in [("openSession", "a"), ("openSession", "b"), ("closeSession", "a")] {
            script.ask(at, host, field, id("brussels", "session", name), Value::Null);
        }
        let fields: Vec<Vec<&str>> =
            waves(&script.asks).iter().map(|wave| wave.iter().map(|ask| ask.field).collect()).collect();
        assert_eq!(fields, [vec!["openSession", "openSession"], vec!["closeSession"]]);
    }
}
