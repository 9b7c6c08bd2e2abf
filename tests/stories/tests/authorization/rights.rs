//! The table of rights, kept by hand in `rights.csv`.

use std::collections::HashSet;

/// Every yes, as role, verb, what, object and tie; `*` for all of them.
pub(crate) struct Rights(HashSet<[String; 5]>);

impl Rights {
    pub(crate) fn read() -> Self {
        let lines = include_str!("rights.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut all = HashSet::new();
        for line in lines {
            let columns: Vec<Vec<&str>> =
                line.split(';').map(|column| column.split_whitespace().collect()).collect();
            let [roles, verbs, whats, objects, ties] = columns.try_into().expect("five columns");
            for role in &roles {
                for what in &whats {
                    for object in &objects {
                        for tie in &ties {
                            let line = [*role, verbs[0], *what, *object, *tie];
                            all.insert(line.map(str::to_owned));
                        }
                    }
                }
            }
        }
        Self(all)
    }

    /// Whether some line says yes.
    pub(crate) fn say(&self, role: &str, verb: &str, what: &str, object: &str, tie: &str) -> bool {
        let either = |word: &str| [word.to_owned(), "*".to_owned()];
        either(role).iter().any(|role| {
            either(what).iter().any(|what| {
                either(object).iter().any(|object| {
                    either(tie).iter().any(|tie| {
                        let line = [role.clone(), verb.to_owned(), what.clone(), object.clone(), tie.clone()];
                        self.0.contains(&line)
                    })
                })
            })
        })
    }
}
