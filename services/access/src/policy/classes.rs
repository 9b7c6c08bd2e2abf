//! What every field is and what every mutation does: `policies/classes.toml`, read and checked.
//!
//! The build script includes this file too: it uses the standard library and `toml` only.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How sensitive a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Hangs on the door.
    Public,
    /// How many, never who.
    Count,
    /// What was done for whom, without anything that says who it is.
    Case,
    /// How to call and reach somebody.
    Contact,
    /// Who somebody is.
    Identity,
    /// Words for those who work with the person.
    SharedNote,
    /// Words for one's own eyes.
    PrivateNote,
    /// What puts somebody at risk when it is told.
    Safeguarding,
}

impl Class {
    /// Every class, from the most open on.
    pub const ALL: [Self; 8] = [
        Self::Public,
        Self::Count,
        Self::Case,
        Self::Contact,
        Self::Identity,
        Self::SharedNote,
        Self::PrivateNote,
        Self::Safeguarding,
    ];

    /// Whether somebody must say what for before they see it.
    pub fn needs_purpose(self) -> bool {
        matches!(self, Self::Identity | Self::PrivateNote)
    }

    /// Its name, as in `classes.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Count => "count",
            Self::Case => "case",
            Self::Contact => "contact",
            Self::Identity => "identity",
            Self::SharedNote => "sharedNote",
            Self::PrivateNote => "privateNote",
            Self::Safeguarding => "safeguarding",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// What is said of one kind of object.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its name, such as `visit`.
    pub name: String,
    /// The part of the work it belongs to.
    pub area: String,
    /// The GraphQL type under which people see it.
    pub shown: String,
    /// The list its rows are in, without the version at the end.
    pub rows: Option<String>,
    /// Whoever may see this class of a row may know that there is one.
    pub open: Class,
    /// Where a row says whom it belongs to: the name of the tie and the path in the row.
    pub ties: BTreeMap<String, String>,
    /// The filters that keep a list to a tie.
    pub facets: BTreeMap<String, String>,
    /// Arguments of its queries that give away a more sensitive class.
    pub guarded: BTreeMap<String, Class>,
}

/// The class of a field, and the kind of object it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The kind, as an index into [`Classes::kinds`].
    pub kind: usize,
    /// The class.
    pub class: Class,
}

/// The action of a mutation, and the kind of object it is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The kind, as an index into [`Classes::kinds`].
    pub kind: usize,
    /// The action, as an index into [`Classes::actions`].
    pub action: usize,
}

/// Every field with its class, every mutation with its action.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    kinds: Vec<Kind>,
    actions: Vec<String>,
    fields: HashMap<String, HashMap<String, Seen>>,
    mutations: HashMap<String, Done>,
}

impl Classes {
    /// Reads `classes.toml`.
    ///
    /// # Errors
    /// Names what is written wrongly, or twice.
    pub fn read(text: &str) -> Result<Self, String> {
        let tables: BTreeMap<String, toml::Table> =
            toml::from_str(text).map_err(|error| format!("classes.toml: {error}"))?;
        let mut classes = Self::default();
        for (name, table) in tables {
            classes.add(&name, &table).map_err(|what| format!("classes.toml: [{name}] {what}"))?;
        }
        Ok(classes)
    }

    fn add(&mut self, name: &str, table: &toml::Table) -> Result<(), String> {
        let place = self.kinds.len();
        let text = |key: &str| {
            table.get(key).and_then(toml::Value::as_str).map(str::to_owned).ok_or(format!("{key} is missing"))
        };
        let class = |name: &str| Class::of(name).ok_or(format!("{name} is no class"));
        let guarded = pairs(table, "guarded")?;
        self.kinds.push(Kind {
            name: name.to_owned(),
            area: text("area")?,
            shown: text("shown")?,
            rows: text("rows").ok(),
            open: class(&text("open")?)?,
            ties: pairs(table, "ties")?,
            facets: pairs(table, "facets")?,
            guarded: guarded
                .into_iter()
                .map(|(key, name)| Ok((key, class(&name)?)))
                .collect::<Result<_, String>>()?,
        });
        for (part, value) in table {
            match (part.as_str(), value.as_table()) {
                ("area" | "shown" | "rows" | "open" | "ties" | "facets" | "guarded", _) => {}
                ("does", Some(actions)) => self.add_actions(place, actions)?,
                (_, Some(types)) => self.add_fields(Seen { kind: place, class: class(part)? }, types)?,
                _ => return Err(format!("{part} is not known here")),
            }
        }
        Ok(())
    }

    fn add_fields(&mut self, seen: Seen, types: &toml::Table) -> Result<(), String> {
        for (of, names) in types {
            for name in names.as_str().unwrap_or_default().split_whitespace() {
                if self.fields.entry(of.clone()).or_default().insert(name.to_owned(), seen).is_some() {
                    return Err(format!("{of}.{name} stands here twice"));
                }
            }
        }
        Ok(())
    }

    fn add_actions(&mut self, kind: usize, actions: &toml::Table) -> Result<(), String> {
        for (action, names) in actions {
            let place = self.actions.iter().position(|known| known == action).unwrap_or_else(|| {
                self.actions.push(action.clone());
                self.actions.len() - 1
            });
            for name in names.as_str().unwrap_or_default().split_whitespace() {
                if self.mutations.insert(name.to_owned(), Done { kind, action: place }).is_some() {
                    return Err(format!("the mutation {name} stands here twice"));
                }
            }
        }
        Ok(())
    }

    /// The kinds of objects.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The actions of mutations.
    pub fn actions(&self) -> &[String] {
        &self.actions
    }

    /// The class of a field.
    pub fn field(&self, of: &str, name: &str) -> Option<Seen> {
        self.fields.get(of)?.get(name).copied()
    }

    /// The action of a mutation.
    pub fn mutation(&self, name: &str) -> Option<Done> {
        self.mutations.get(name).copied()
    }

    /// Whether an action is done to objects of a kind.
    pub fn does_to(&self, done: Done) -> bool {
        self.mutations.values().any(|known| *known == done)
    }

    /// The kind of that name.
    pub fn kind(&self, name: &str) -> Option<usize> {
        self.kinds.iter().position(|kind| kind.name == name)
    }

    /// The kind whose rows are in a list; its name may end in a version.
    pub fn rows_of(&self, table: &str) -> Option<usize> {
        let plain = table.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('_');
        self.kinds.iter().position(|kind| kind.rows.as_deref() == Some(plain))
    }

    /// What is missing here of a schema, and what is here but not in the schema: each with its name
    /// and what to do. `fields` are all `Type.field` of the schema, those of `Mutation` included.
    pub fn faults(&self, fields: &[(String, String)]) -> Vec<String> {
        let schema: BTreeSet<(&str, &str)> =
            fields.iter().map(|(of, name)| (of.as_str(), name.as_str())).collect();
        let missing = schema.iter().filter(|(of, name)| {
            if *of == "Mutation" { self.mutation(name).is_none() } else { self.field(of, name).is_none() }
        });
        let mut faults: Vec<String> = missing
            .map(|(of, name)| {
                let what = if *of == "Mutation" {
                    "action: put it under `does` of its kind"
                } else {
                    "class of sensitivity: put it under one"
                };
                format!("{of}.{name} has no {what} in services/access/policies/classes.toml")
            })
            .collect();
        let listed = self
            .fields
            .iter()
            .flat_map(|(of, names)| names.keys().map(move |name| (of.as_str(), name.as_str())));
        let stale = listed.chain(self.mutations.keys().map(|name| ("Mutation", name.as_str())));
        let stale = stale.filter(|field| !schema.contains(field)).map(|(of, name)| {
            format!(
                "{of}.{name} is gone from the schema: take it out of services/access/policies/classes.toml"
            )
        });
        faults.extend(stale);
        faults.sort();
        faults
    }
}

fn pairs(table: &toml::Table, key: &str) -> Result<BTreeMap<String, String>, String> {
    let Some(value) = table.get(key) else { return Ok(BTreeMap::new()) };
    let table = value.as_table().ok_or(format!("{key} is a table"))?;
    let pair = |(name, value): (&String, &toml::Value)| {
        Ok((name.clone(), value.as_str().ok_or(format!("{key}.{name} is a text"))?.to_owned()))
    };
    table.iter().map(pair).collect()
}

/// Every `Type.field` of a schema as `entraide schema` prints it: one field at the beginning of each
/// line, one tab deep.
pub fn fields_of(schema: &str) -> Vec<(String, String)> {
    let (mut fields, mut of, mut described) = (Vec::new(), None, false);
    for line in schema.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("\"\"\"") {
            described = if trimmed.len() > 3 && trimmed.ends_with("\"\"\"") { described } else { !described };
        } else if !described
            && let Some(rest) = line.strip_prefix("type ").or_else(|| line.strip_prefix("interface "))
        {
            of = rest.split([' ', '{']).next().map(str::to_owned);
        } else if !described && line.starts_with('}') {
            of = None;
        } else if !described
            && let (Some(of), Some(rest)) = (&of, line.strip_prefix('\t'))
            && rest.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && let Some(end) = rest.find(['(', ':'])
        {
            fields.push((of.clone(), rest[..end].to_owned()));
        }
    }
    fields
}
