//! The policies as they are read by people: one by one, each with the reason that stands above it.

use super::rules::POLICIES;

/// One policy, as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// Its name, such as `hosts-do-the-daily-work`.
    pub id: String,
    /// Why it is there, in English, in one paragraph.
    pub why: String,
    /// What it says, in the language of policies (<https://docs.cedarpolicy.com/policies/syntax-policy.html>).
    pub says: String,
}

/// Every policy of this program, in the order of their files.
pub fn told() -> Vec<Told> {
    POLICIES.split("\n\n").filter_map(one).collect()
}

fn one(text: &str) -> Option<Told> {
    let (comments, rest): (Vec<&str>, Vec<&str>) =
        text.lines().filter(|line| !line.is_empty()).partition(|line| line.starts_with("//"));
    let (id, says) = rest.split_first()?;
    let id = id.strip_prefix("@id(\"")?.strip_suffix("\")")?.to_owned();
    let why: Vec<&str> = comments.iter().map(|line| line.trim_start_matches('/').trim()).collect();
    Some(Told { id, why: why.join(" "), says: says.join("\n") })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::str::FromStr;

    use cedar_policy::PolicySet;

    use super::*;

    #[test]
    fn every_policy_is_told_with_its_reason() {
        let all = PolicySet::from_str(POLICIES).unwrap();
        let names: BTreeSet<String> =
            all.policies().map(|policy| policy.annotation("id").unwrap().to_owned()).collect();
        let told = told();
        assert_eq!(told.iter().map(|policy| policy.id.clone()).collect::<BTreeSet<_>>(), names);
        assert_eq!(told.len(), all.policies().count(), "none is told twice");
        for policy in told {
            assert!(policy.why.len() > 20, "{}: a policy says why: {:?}", policy.id, policy.why);
            assert!(PolicySet::from_str(&policy.says).is_ok(), "{}: {}", policy.id, policy.says);
        }
    }
}
