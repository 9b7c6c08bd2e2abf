//! One mutation for each command: the macro that writes what every one of them has in common.

/// Declares the mutations of an aggregate. Each line is a description, the field's name, the
/// command's variant and, where the variant carries one, its input type.
///
/// ```ignore
/// graph::mutations! {
///     /// What may be asked of a referral.
///     pub struct ReferralMutations: Referral, ReferralId {
///         /// Sends it to the partner.
///         send_referral => Send(SendReferral),
///         /// The partner puts it under review.
///         put_referral_under_review => PutUnderReview,
///     }
/// }
/// ```
#[macro_export]
macro_rules! mutations {
    (
        $(#[doc = $about:literal])+
        $visibility:vis struct $name:ident: $decider:ty, $id:ty {
            $( $(#[doc = $doc:literal])+ $field:ident => $variant:ident $(($input:ty))? ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Default, Clone, Copy)]
        $visibility struct $name;

        #[$crate::async_graphql::Object]
        impl $name {
            $(
                $(#[doc = $doc])+
                async fn $field(
                    &self,
                    ctx: &$crate::async_graphql::Context<'_>,
                    #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
                    command_id: ::kernel::CommandId,
                    #[graphql(desc = "The object it is about.")] id: $id,
                    $(#[graphql(desc = "What is asked.")] input: $input,)?
                    #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
                    expected_version: Option<u64>,
                    #[graphql(desc = "When it happened, by the device; now when left out.")]
                    occurred_at: Option<$crate::chrono::DateTime<$crate::chrono::Utc>>,
                ) -> $crate::async_graphql::Result<$crate::Outcome> {
                    let command = <$decider as ::kernel::Decider>::Command::$variant
                        $(({ let input: $input = input; input }))?;
                    let envelope = $crate::Envelope { command_id, expected_version, occurred_at };
                    $crate::perform::<$decider>(ctx, envelope, id, command).await
                }
            )+
        }
    };
}
