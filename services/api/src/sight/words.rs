//! The words of a row that the caller may not see: taken out before anybody opens them.

use std::collections::HashMap;

use ::access::policy::{Class, Relation, Rights};
use graph::ports::Trouble;
use serde_json::Value;

use super::Sight;

/// What is known of the row whose words are looked at.
pub(super) struct Looking<'a> {
    pub(super) kind: usize,
    pub(super) rights: Rights,
    pub(super) relation: Relation,
    /// The object's key.
    pub(super) key: &'a str,
}

impl Sight {
    /// Whether some words of a kind may have to be taken out for this role.
    pub(super) fn may_withhold(&self, kind: usize, rights: Rights) -> bool {
        let sees_all = |class: Class| {
            !self.asked.asks(class)
                || self.possible(rights).all(|relation| {
                    rights.sees(class, relation, false) || (!self.reveals && rights.may_see(class, relation))
                })
        };
        let of_kind = self.words.by_name.iter().filter(|((of, _), _)| *of == kind);
        of_kind
            .map(|(_, class)| *class)
            .any(|class| !sees_all(class) || (class == Class::SharedNote && !sees_all(Class::PrivateNote)))
    }

    /// Takes out what the caller may not see; whether anything was.
    pub(super) async fn withhold(&self, looking: &Looking<'_>, body: &mut Value) -> Result<bool, Trouble> {
        let mut seen: HashMap<Class, bool> = HashMap::new();
        for class in Class::ALL.into_iter().filter(|class| self.asked.asks(*class)) {
            let (without, with) = (
                looking.rights.sees(class, looking.relation, false),
                looking.rights.sees(class, looking.relation, true),
            );
            let sees = without || (with && self.is_disclosed(looking).await?);
            seen.insert(class, sees);
        }
        let mut changed = false;
        // Words under a name the schema does not know may be shown as anything that was asked for.
        let sees_all = seen.values().all(|sees| *sees);
        self.walk(looking.kind, body, None, false, &mut |class, word| {
            if class.map_or(sees_all, |class| seen.get(&class).copied().unwrap_or(true)) {
                return;
            }
            *word = Value::Null;
            changed = true;
            if let Some(class) = class
                && self.asked.asks_of(looking.kind, class)
                && let Some(kind) = self.decisions.classes().kinds().get(looking.kind)
            {
                self.withheld.note(&kind.shown, class);
            }
        });
        Ok(changed)
    }

    async fn is_disclosed(&self, looking: &Looking<'_>) -> Result<bool, Trouble> {
        if !self.reveals {
            return Ok(true);
        }
        let Some(kind) = self.decisions.classes().kinds().get(looking.kind) else { return Ok(false) };
        Ok(self.disclosed().await?.contains(&format!("{}:{}", kind.name, looking.key)))
    }

    /// Finds the sealed words of a row, each with the class of its field, if the schema names one. What
    /// is noted as private is a private note.
    fn walk(
        &self,
        kind: usize,
        value: &mut Value,
        name: Option<&str>,
        private: bool,
        found: &mut impl FnMut(Option<Class>, &mut Value),
    ) {
        match value {
            Value::Object(fields) if is_sealed(fields) => {
                let named = name.and_then(|name| self.words.by_name.get(&(kind, name.to_owned())).copied());
                let class = match named {
                    Some(Class::SharedNote) if private => Some(Class::PrivateNote),
                    named => named,
                };
                found(class, value);
            }
            Value::Object(fields) => {
                let private = fields.get("level").and_then(Value::as_str) == Some("private");
                for (name, value) in fields {
                    self.walk(kind, value, Some(name), private, found);
                }
            }
            Value::Array(items) => {
                for value in items {
                    self.walk(kind, value, name, private, found);
                }
            }
            _ => {}
        }
    }
}

fn is_sealed(fields: &serde_json::Map<String, Value>) -> bool {
    fields.len() == 2 && fields.contains_key("subject") && fields.contains_key("bytes")
}
