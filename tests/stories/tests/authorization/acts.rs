//! Every role, tie and mutation, against the table.

use std::sync::atomic::Ordering;

use async_graphql::{Request, Variables};
use graph::Caller;
use kernel::Role;
use serde_json::{Map, Value, json};

use crate::ground::Stage;
use crate::objects::{self, Objects};
use crate::reads::{ROLES, Share, Tally};
use crate::rights::Rights;
use crate::shapes::{Fill, Root, Shapes};
use crate::ties::{Setup, Ties};

/// A way of asking for a mutation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way {
    Direct,
    Alias,
    Fragment,
}

/// The matrix of doing.
pub(crate) struct Acts<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) rights: &'a Rights,
    pub(crate) ties: &'a Ties<'a>,
    pub(crate) objects: &'a Objects,
    pub(crate) shapes: &'a Shapes,
}

impl Acts<'_> {
    /// Tries everything, or its share of it.
    pub(crate) async fn all(&self, share: Share, tally: &mut Tally) {
        let classes = self.stage.policies.decisions().classes();
        for mutation in share.of(self.shapes.roots("Mutation")) {
            let done = classes.mutation(&mutation.name).unwrap();
            let (kind, action) = (classes.kinds()[done.kind].name.as_str(), &classes.actions()[done.action]);
            // Some inputs are refused for what they say before anybody is asked; then only who may
            // never do it can be seen.
            let coordinator = self.ties.caller(Role::Coordinator, Setup::Network);
            let reaches = self.came_through(mutation, &coordinator, Setup::Network, Way::Direct).await;
            if !reaches {
                tally.unreached.insert(mutation.name.clone());
            }
            for role in ROLES {
                for setup in Setup::ALL.into_iter().filter(|setup| *setup != Setup::Erased) {
                    let name = role.to_string();
                    let tie = Ties::tie(setup, kind);
                    let all = ["own", "referral", "partner", "same", "other", "network"];
                    let whole = all.iter().all(|tie| self.rights.say(&name, "does", action, kind, tie));
                    // What is new, or elsewhere, is nobody's: only whoever may do it to any.
                    let wanted =
                        whole || (setup.is_there() && self.rights.say(&name, "does", action, kind, tie));
                    if wanted && !reaches {
                        continue;
                    }
                    for way in [Way::Direct, Way::Alias, Way::Fragment] {
                        let seen =
                            self.came_through(mutation, &self.ties.caller(role, setup), setup, way).await;
                        let cell = || format!("{role} {setup:?} {way:?} {}", mutation.name);
                        tally.note("mutation", wanted, seen, cell);
                    }
                }
            }
        }
    }

    /// Whether the command came through to the journal.
    async fn came_through(&self, mutation: &Root, caller: &Caller, setup: Setup, way: Way) -> bool {
        let before = self.stage.ground.performed.load(Ordering::Relaxed);
        self.send(mutation, caller, setup, way).await;
        self.stage.ground.performed.load(Ordering::Relaxed) > before
    }

    /// Sends a mutation with the least it needs.
    async fn send(&self, mutation: &Root, caller: &Caller, setup: Setup, way: Way) {
        let given: Vec<_> = mutation.arguments.iter().filter(|slot| slot.required).collect();
        let mut values = Map::new();
        for slot in &given {
            let mut value = self.shapes.value(&slot.ty, Fill::Least, 0);
            objects::with_ids(self.shapes, &slot.ty, &mut value, self.objects);
            if slot.name == "commandId" {
                value = json!(stories::new_id());
            } else if slot.name == "id"
                && setup == Setup::Absent
                && !slot.ty.to_string().starts_with("NeedCode")
            {
                // A need code is there in every network; any other id is nobody's.
                value = json!("00000000-0000-7000-8000-00000000abba");
            }
            values.insert(slot.name.clone(), value);
        }
        let (declared, passed): (Vec<String>, Vec<String>) = given
            .iter()
            .map(|slot| (format!("${}: {}", slot.name, slot.ty), format!("{0}: ${0}", slot.name)))
            .unzip();
        let (declared, call) = (declared.join(", "), format!("{}({})", mutation.name, passed.join(", ")));
        let query = match way {
            Way::Direct => format!("mutation({declared}) {{ {call} {{ __typename }} }}"),
            Way::Alias => format!("mutation({declared}) {{ other: {call} {{ __typename }} }}"),
            Way::Fragment => format!(
                "mutation({declared}) {{ ...part }} fragment part on Mutation {{ it: {call} {{ __typename }} }}"
            ),
        };
        let request = Request::new(query).variables(Variables::from_json(Value::Object(values)));
        drop(self.stage.answered(caller, request).await);
    }
}
