//! The policies themselves: read, and held against their schema.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, PolicySet, Request, RestrictedExpression,
    Schema, ValidationMode, Validator,
};
use kernel::Role;

use super::classes::{Class, Kind};
use super::relation::Relation;

/// The schema of the policies.
const SCHEMA: &str = include_str!("../../policies/entraide.cedarschema");
/// Every policy; the build script puts the files together.
pub(super) const POLICIES: &str = include_str!(concat!(env!("OUT_DIR"), "/policies.cedar"));

/// The policies cannot be used; the build would have said so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the policies cannot be used: {0}")]
pub struct Unusable(pub String);

fn unusable(error: impl ToString) -> Unusable {
    Unusable(error.to_string())
}

/// Policies that hold against their schema.
pub(super) struct Rules {
    policies: PolicySet,
    authorizer: Authorizer,
    /// The actions with the groups they belong to.
    actions: Entities,
}

/// One question to the policies.
pub(super) struct Question<'a> {
    pub(super) role: Role,
    pub(super) kind: &'a Kind,
    pub(super) relation: Relation,
    pub(super) action: &'a str,
    /// For an action of seeing: whether the purpose was stated.
    pub(super) disclosed: Option<bool>,
}

impl Rules {
    pub(super) fn read() -> Result<Self, Unusable> {
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).map_err(unusable)?;
        let policies = PolicySet::from_str(POLICIES).map_err(unusable)?;
        let actions = schema.action_entities().map_err(unusable)?;
        let validator = Validator::new(schema);
        let told = validator.validate(&policies, ValidationMode::Strict);
        match told.validation_errors().next() {
            Some(error) => Err(unusable(error)),
            None => Ok(Self { policies, authorizer: Authorizer::new(), actions }),
        }
    }

    #[allow(
        clippy::result_large_err,
        reason = "the error is that of the policies' library, at once made a sentence"
    )]
    pub(super) fn allow(&self, question: &Question<'_>) -> Result<bool, Unusable> {
        let uid = |kind: &str, id: &str| EntityUid::from_str(&format!("{kind}::\"{id}\"")).map_err(unusable);
        let (who, what) = (uid("Account", "asking")?, uid(&entity(&question.kind.name), "asked")?);
        let (role, area) = (uid("Role", &question.role.to_string())?, uid("Area", &question.kind.area)?);
        let asking =
            Entity::new(who.clone(), ties(Relation::Own), HashSet::from([role])).map_err(unusable)?;
        let asked =
            Entity::new(what.clone(), ties(question.relation), HashSet::from([area])).map_err(unusable)?;
        let entities = self.actions.clone().add_entities([asking, asked], None).map_err(unusable)?;
        let context = question.disclosed.map_or_else(
            || Ok(Context::empty()),
            |live| Context::from_pairs([("disclosed".to_owned(), RestrictedExpression::new_bool(live))]),
        );
        let action = uid("Action", question.action)?;
        let request = Request::new(who, action, what, context.map_err(unusable)?, None).map_err(unusable)?;
        let answer = self.authorizer.is_authorized(&request, &self.policies, &entities);
        Ok(answer.decision() == Decision::Allow)
    }
}

/// The action of seeing a class.
pub(super) fn seeing(class: Class) -> String {
    format!("see{}", entity(class.name()))
}

/// The entity type of a kind: its name with a capital.
pub(super) fn entity(kind: &str) -> String {
    let mut letters = kind.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn ties(relation: Relation) -> HashMap<String, RestrictedExpression> {
    let is = |wanted: Relation| RestrictedExpression::new_bool(relation == wanted);
    HashMap::from([
        ("own".to_owned(), is(Relation::Own)),
        ("site".to_owned(), RestrictedExpression::new_string(relation.site().to_owned())),
        ("partner".to_owned(), is(Relation::Partner)),
        ("referral".to_owned(), is(Relation::Referral)),
    ])
}
