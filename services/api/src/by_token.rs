//! What a personal access token does not open: acts, when it reads only, and whatever opens the account
//! itself.

use access::sign_in::DoorRefusal;
use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet};
use async_graphql::{Request, ServerError};

use crate::authenticate::Admitted;
use crate::http::Face;
use crate::who::door;

/// What no program does for its owner: change what opens an account, or make another way in.
const BY_HAND: &[&str] = &[
    "approveRecovery",
    "askRecovery",
    "cancelRecovery",
    "changeAccountEmail",
    "grantFacet",
    "inviteAccount",
    "issueAccessToken",
    "namePasskey",
    "removePasskey",
    "removePassword",
    "removeSecondFactor",
    "renewInvitation",
    "unlinkOutsideIdentity",
];

/// How deep fragments are looked into; the gate refuses what nests deeper.
const DEEPEST: usize = 16;

/// Refuses what goes beyond a personal access token. What cannot be parsed is the gate's to refuse.
pub(crate) fn within_its_token(
    face: &Face,
    admitted: &Admitted,
    request: &mut Request,
) -> Result<(), ServerError> {
    if !admitted.is_a_program() {
        return Ok(());
    }
    let Ok(document) = request.parsed_query() else { return Ok(()) };
    let beyond = document.operations.iter().any(|(_, operation)| {
        operation.node.ty == OperationType::Mutation
            && (!admitted.may_act() || by_hand(document, &operation.node.selection_set.node, 0))
    });
    if beyond { Err(door(face, Some(admitted.caller.locale), DoorRefusal::TokenMayNot)) } else { Ok(()) }
}

fn by_hand(document: &ExecutableDocument, selected: &SelectionSet, depth: usize) -> bool {
    depth >= DEEPEST
        || selected.items.iter().any(|item| match &item.node {
            Selection::Field(field) => BY_HAND.contains(&field.node.name.node.as_str()),
            Selection::InlineFragment(part) => by_hand(document, &part.node.selection_set.node, depth + 1),
            Selection::FragmentSpread(part) => {
                let named = document.fragments.get(&part.node.fragment_name.node);
                named.is_some_and(|part| by_hand(document, &part.node.selection_set.node, depth + 1))
            }
        })
}
