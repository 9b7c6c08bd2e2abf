//! Who may do and see what: the one place every field and every mutation passes.
//!
//! Two questions. Before anything runs: may this role ever use this field, or do this? If not, the
//! operation is refused and the field is named. Then, for each row on its way to a resolver, however
//! it is reached: is it there for whoever asks, and which of its words are ([`crate::sight`])?
//!
//! The answers are policies, files in `services/access/policies`; [`Policies`] asks them.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use ::access::policy::{Class, Decisions, Relation};
use async_graphql::Value;
use async_graphql::parser::types::OperationType;
use graph::{Caller, Ports, Table};
use kernel::Role;

use crate::fields::{Field, Fields, Given, Uses};
use crate::sight::{Asked, Sight, Sighted};

/// Decides whether a caller may run an operation, and what they see of it.
pub trait Access: Send + Sync {
    /// Nothing when the operation is allowed; else the first field that is not.
    ///
    /// # Errors
    /// Names the field.
    fn allows(&self, caller: &Caller, uses: &Uses) -> Result<(), Denied>;

    /// The ports as the caller may use them in this operation.
    fn sighted(&self, caller: &Caller, uses: &Uses, ports: &Ports) -> Sighted;
}

/// A field that the caller has no right to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: your role does not allow it; ask a coordinator")]
pub struct Denied {
    /// The field, as `Type.field`.
    pub field: String,
}

/// Everything is allowed: what a measurement compares with.
#[derive(Debug, Default, Clone, Copy)]
pub struct Unchecked;

impl Access for Unchecked {
    fn allows(&self, _: &Caller, _: &Uses) -> Result<(), Denied> {
        Ok(())
    }

    fn sighted(&self, _: &Caller, _: &Uses, ports: &Ports) -> Sighted {
        Sighted { ports: ports.clone(), withheld: Arc::default() }
    }
}

/// The policies, over the schema as it is.
pub struct Policies {
    decisions: Arc<Decisions>,
    words: Arc<Words>,
    tables: HashMap<usize, Table>,
    /// Whether identities and private notes can be asked for with a purpose.
    reveals: bool,
    /// Where the journal stood after the last command of this node.
    latest: Arc<AtomicU64>,
}

/// The classes of words about people, by kind of object and by the name of the field.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) by_name: HashMap<(usize, String), Class>,
}

impl Policies {
    /// The policies of the program, held against its schema.
    ///
    /// # Errors
    /// Names every field and mutation that has no class or action, or is gone.
    pub fn read() -> Result<Self, String> {
        Self::over(&crate::schema::schema().sdl())
    }

    /// The same over a schema.
    ///
    /// # Errors
    /// As [`Policies::read`].
    pub fn over(sdl: &str) -> Result<Self, String> {
        let decisions = Decisions::read().map_err(|error| error.to_string())?;
        let fields = Fields::of(sdl)?;
        let all: Vec<(String, String)> = fields.all().map(|field| (field.of, field.name)).collect();
        let faults = decisions.classes().faults(&all);
        if !faults.is_empty() {
            return Err(faults.join("; "));
        }
        let words = Arc::new(words(&decisions, &fields)?);
        let tables = crate::sight::tables(decisions.classes())?;
        let reveals = decisions.classes().mutation("revealIdentity").is_some();
        Ok(Self { decisions, words, tables, reveals, latest: Arc::default() })
    }

    /// The decisions behind it.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Whether an object of a kind may be tied like this to the caller.
    fn possible(&self, caller: &Caller, kind: usize, relation: Relation) -> bool {
        let Some(kind) = self.decisions.classes().kinds().get(kind) else { return false };
        let here = match relation {
            Relation::Referral => caller.scope.referral.is_some(),
            Relation::Partner => caller.scope.partner.is_some(),
            Relation::OtherSite => !caller.scope.sites.is_empty(),
            Relation::Own | Relation::SameSite | Relation::Network => true,
        };
        here && Relation::of(kind).contains(&relation)
    }

    fn any(&self, caller: &Caller, kind: usize, allowed: impl Fn(Relation) -> bool) -> bool {
        Relation::ALL.into_iter().any(|relation| self.possible(caller, kind, relation) && allowed(relation))
    }

    fn may_see(&self, caller: &Caller, of: &str, name: &str) -> bool {
        let Some(seen) = self.decisions.classes().field(of, name) else { return false };
        let rights = self.decisions.rights(caller.role, seen.kind);
        self.any(caller, seen.kind, |relation| rights.may_see(seen.class, relation))
    }

    fn may_do(&self, caller: &Caller, mutation: &str) -> bool {
        let Some(done) = self.decisions.classes().mutation(mutation) else { return false };
        let rights = self.decisions.rights(caller.role, done.kind);
        self.any(caller, done.kind, |relation| rights.does(done.action, relation))
    }

    /// Whether a list can be kept to what the caller may know of.
    fn may_list(&self, caller: &Caller, field: &Field) -> bool {
        if !field.to.ends_with("Connection") {
            return true;
        }
        let classes = self.decisions.classes();
        let Some(seen) = classes.field(&field.of, &field.name) else { return false };
        let Some(kind) = classes.kinds().get(seen.kind) else { return false };
        let rights = self.decisions.rights(caller.role, seen.kind);
        let relations =
            Relation::ALL.into_iter().filter(|relation| self.possible(caller, seen.kind, *relation));
        let (seen, unseen): (Vec<_>, Vec<_>) =
            relations.partition(|relation| rights.may_see(kind.open, *relation));
        unseen.is_empty() || seen.into_iter().any(|relation| crate::sight::facet(kind, relation).is_some())
    }

    /// Whether an argument gives away more than the caller may see of the list.
    fn gives_away(&self, caller: &Caller, given: &Given) -> bool {
        let classes = self.decisions.classes();
        let Some(seen) = classes.field(&given.of, &given.field) else { return false };
        let Some(kind) = classes.kinds().get(seen.kind) else { return false };
        let rights = self.decisions.rights(caller.role, seen.kind);
        kind.guarded.iter().any(|(place, class)| {
            let used = match place.split_once('.') {
                Some((argument, part)) if argument == given.name => match &given.value {
                    Value::Object(fields) => fields.get(part).is_some_and(|value| *value != Value::Null),
                    Value::Enum(name) => name == part,
                    Value::String(name) => name == part,
                    _ => false,
                },
                _ => false,
            };
            used && !self.any(caller, seen.kind, |relation| rights.may_see(*class, relation))
        })
    }
}

/// The class of each private word by the name of its field; within a kind, a name has one class.
fn words(decisions: &Decisions, fields: &Fields) -> Result<Words, String> {
    let mut words = Words::default();
    for field in fields.all().filter(|field| field.to == "PrivateText") {
        let Some(seen) = decisions.classes().field(&field.of, &field.name) else { continue };
        let known = words.by_name.insert((seen.kind, field.name.clone()), seen.class);
        if known.is_some_and(|known| known != seen.class) {
            let what = format!(
                "{}.{}: words of that name have another class elsewhere in its kind",
                field.of, field.name
            );
            return Err(what);
        }
    }
    Ok(words)
}

impl Access for Policies {
    fn allows(&self, caller: &Caller, uses: &Uses) -> Result<(), Denied> {
        let denied = |of: &str, name: &str| Err(Denied { field: format!("{of}.{name}") });
        let of = match uses.operation {
            OperationType::Query => "Query",
            OperationType::Mutation => "Mutation",
            OperationType::Subscription => "Subscription",
        };
        // The schema itself is public: it is a file of the repository.
        for root in uses.roots.iter().filter(|root| !root.starts_with("__")) {
            let may =
                if of == "Mutation" { self.may_do(caller, root) } else { self.may_see(caller, of, root) };
            if !may {
                return denied(of, root);
            }
        }
        for field in uses.fields.iter().filter(|field| field.of != "Mutation") {
            if !self.may_see(caller, &field.of, &field.name) || !self.may_list(caller, field) {
                return denied(&field.of, &field.name);
            }
        }
        match uses.given.iter().find(|given| self.gives_away(caller, given)) {
            Some(given) => denied(&given.of, &format!("{}({})", given.field, given.name)),
            None => Ok(()),
        }
    }

    fn sighted(&self, caller: &Caller, uses: &Uses, ports: &Ports) -> Sighted {
        if caller.role == Role::System {
            return Sighted { ports: ports.clone(), withheld: Arc::default() };
        }
        let classes = self.decisions.classes();
        let asked = Asked::of(classes, uses);
        let sight = Sight {
            caller: caller.clone(),
            decisions: Arc::clone(&self.decisions),
            words: Arc::clone(&self.words),
            asked,
            inner: Arc::clone(&ports.rows),
            clock: Arc::clone(&ports.clock),
            reveals: self.reveals,
            kept: (uses.operation != OperationType::Subscription).then(Default::default),
            withheld: Arc::default(),
        };
        let done = uses.roots.first().filter(|_| uses.operation == OperationType::Mutation);
        match done.and_then(|name| classes.mutation(name)) {
            Some(done) => {
                sight.acting(done, self.tables.get(&done.kind).copied(), Arc::clone(&self.latest), ports)
            }
            None => sight.reading(ports),
        }
    }
}
