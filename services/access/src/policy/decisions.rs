//! Decisions: what a role may see and do of a kind of object, by how it is tied to whoever asks.
//!
//! Policies see nothing of an object but its kind and its tie, so there are few questions to ask
//! them. Each is asked once for a process and kept: a decision costs no more than looking it up.

use std::sync::{Arc, OnceLock};

use kernel::Role;
use strum::VariantArray;

use super::classes::{Class, Classes, Done};
use super::relation::Relation;
use super::rules::{Question, Rules, Unusable, seeing};

const CLASSES: &str = include_str!("../../policies/classes.toml");

/// What one role may see and do of one kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rights {
    /// By relation, without and with a stated purpose: a bit for each class.
    sees: [[u8; 2]; Relation::ALL.len()],
    /// By relation: a bit for each action.
    does: [u64; Relation::ALL.len()],
    /// The relations objects of the kind can have.
    ties: [bool; Relation::ALL.len()],
}

impl Rights {
    /// The ties that objects of the kind can have.
    pub fn relations(&self) -> impl Iterator<Item = Relation> + use<> {
        let ties = self.ties;
        Relation::ALL.into_iter().filter(move |relation| ties[relation.place()])
    }

    /// Whether a class is seen.
    pub fn sees(&self, class: Class, relation: Relation, disclosed: bool) -> bool {
        self.sees[relation.place()][usize::from(disclosed)] & bit(class) != 0
    }

    /// Whether a class is seen at all, once the purpose was stated.
    pub fn may_see(&self, class: Class, relation: Relation) -> bool {
        self.sees(class, relation, true) || self.sees(class, relation, false)
    }

    /// Whether an action is allowed.
    pub fn does(&self, action: usize, relation: Relation) -> bool {
        self.does[relation.place()] & (1 << action) != 0
    }
}

fn bit(class: Class) -> u8 {
    1 << Class::ALL.iter().position(|known| *known == class).unwrap_or(0)
}

/// The policies with every decision they have taken.
pub struct Decisions {
    rules: Rules,
    classes: Classes,
    taken: Vec<OnceLock<Rights>>,
}

impl Decisions {
    /// The policies of the program.
    ///
    /// # Errors
    /// When policies or classes cannot be used.
    pub fn read() -> Result<Arc<Self>, Unusable> {
        let classes = Classes::read(CLASSES).map_err(Unusable)?;
        if classes.actions().len() > 64 {
            return Err(Unusable("there are more than 64 actions".to_owned()));
        }
        let cells = classes.kinds().len() * Role::VARIANTS.len();
        Ok(Arc::new(Self { rules: Rules::read()?, classes, taken: vec![OnceLock::new(); cells] }))
    }

    /// What every field and mutation is.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// What a role may see and do of a kind. A question the policies cannot answer is a no.
    pub fn rights(&self, role: Role, kind: usize) -> Rights {
        let place = Role::VARIANTS.iter().position(|known| *known == role).unwrap_or(0);
        let cell = self.taken.get(kind * Role::VARIANTS.len() + place);
        cell.map(|cell| *cell.get_or_init(|| self.decide(role, kind))).unwrap_or_default()
    }

    fn decide(&self, role: Role, kind: usize) -> Rights {
        let mut rights = Rights::default();
        let Some(of) = self.classes.kinds().get(kind) else { return rights };
        let allow = |relation, action: &str, disclosed| {
            let question = Question { role, kind: of, relation, action, disclosed };
            self.rules.allow(&question).unwrap_or_else(|error| {
                tracing::error!(error = &error as &dyn std::error::Error, action, "a policy cannot be asked");
                false
            })
        };
        for relation in Relation::of(of) {
            rights.ties[relation.place()] = true;
            for class in Class::ALL {
                let without = allow(relation, &seeing(class), Some(false));
                let with =
                    if class.needs_purpose() { allow(relation, &seeing(class), Some(true)) } else { without };
                for (place, sees) in [without, with].into_iter().enumerate() {
                    rights.sees[relation.place()][place] |= if sees { bit(class) } else { 0 };
                }
            }
            for (place, action) in self.classes.actions().iter().enumerate() {
                let here = Done { kind, action: place };
                if self.classes.does_to(here) && allow(relation, action, None) {
                    rights.does[relation.place()] |= 1 << place;
                }
            }
        }
        rights
    }
}
