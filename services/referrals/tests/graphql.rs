//! The face of this context can be built, and everything in it is described.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use async_graphql::{EmptySubscription, Schema};
use referrals::{Mutations, Queries};

fn sdl() -> String {
    Schema::build(Queries::default(), Mutations::default(), EmptySubscription).finish().sdl()
}

#[test]
fn every_act_is_a_mutation() {
    let sdl = sdl();
    for mutation in [
        "draftReferral",
        "reorientReferral",
        "recordReferralConsent",
        "withdrawReferralConsent",
        "overrideReferralConsent",
        "sendReferral",
        "reportReferralUndelivered",
        "renewReferralLink",
        "revokeReferralLink",
        "receiveReferral",
        "putReferralUnderReview",
        "waitlistReferral",
        "requestPersonAction",
        "completePersonAction",
        "acceptReferral",
        "declineReferral",
        "returnReferral",
        "scheduleReferralAppointment",
        "recordPersonAttended",
        "recordPersonDidNotAttend",
        "reportReferralOutcome",
        "closeReferral",
        "recallReferral",
        "reopenReferral",
        "markReferralNoContact",
        "voidReferral",
    ] {
        assert!(sdl.contains(&format!("\t{mutation}(")), "{mutation} is missing");
    }
}

#[test]
fn everything_is_described() {
    let document = parse_schema(sdl()).expect("a schema");
    let mut undescribed = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(definition) = definition else { continue };
        let definition = definition.node;
        let name = definition.name.node.to_string();
        // The words of Relay are described where they come from.
        if name.ends_with("Connection") || name.ends_with("Edge") || name == "PageInfo" {
            continue;
        }
        let mut check = |part: String, described: bool| {
            if !described {
                undescribed.push(part);
            }
        };
        check(name.clone(), definition.description.is_some() || name.starts_with("Referrals"));
        match definition.kind {
            TypeKind::Object(object) => {
                for field in object.fields {
                    let field = field.node;
                    let path = format!("{name}.{}", field.name.node);
                    check(path.clone(), field.description.is_some());
                    for argument in field.arguments {
                        let argument = argument.node;
                        check(format!("{path}({})", argument.name.node), argument.description.is_some());
                    }
                }
            }
            TypeKind::InputObject(input) => {
                for field in input.fields {
                    let field = field.node;
                    check(format!("{name}.{}", field.name.node), field.description.is_some());
                }
            }
            TypeKind::Enum(values) => {
                for value in values.values {
                    let value = value.node;
                    check(format!("{name}.{}", value.value.node), value.description.is_some());
                }
            }
            _ => {}
        }
    }
    assert_eq!(undescribed, Vec::<String>::new());
}
