//! Translation only: from GraphQL to commands and from rows to GraphQL.

use async_graphql::{ComplexObject, Context, MergedObject, Object, Result};
use graph::{Envelope, Outcome, caller};
use kernel::chrono::{DateTime, Utc};
use kernel::{Act, CommandId, Involved, Language, Line, PartnerId, Party, ServiceId};
use reference::NeedCode;

use crate::partner::{
    AddPartnerNote, ContactPartner, DeclinePartner, DescribePartner, IdentifyPartner, MarkPartnershipDormant,
    NoteAcquaintance, NoteContactPerson, Partner, PartnerRefusal, PlanPartnerStep, RemoveContactPerson,
};
use crate::projection::{
    ImportedRow, ImportedRows, PartnerRow, PartnerState, Partners, ServiceRow, Services, SheetState,
};
use crate::service::{
    CapacityLevel, CloseServiceTemporarily, DeclareCapacity, DraftServiceSheet, FlagServiceSheet,
    RetireServiceSheet, ReviseServiceSheet, Service, ServiceCommand, SheetFlagReason, VerifyServiceSheet,
};
use crate::speech::{InterfaceLanguage, ShownText, shown};

/// Everything that can be read of the directory.
#[derive(Debug, Default, Clone, MergedObject)]
pub struct DirectoryQueries(PartnerQueries, ServiceQueries, ImportedRowQueries);

/// Everything that may be asked of the directory.
#[derive(Debug, Default, Clone, MergedObject)]
pub struct DirectoryMutations(PartnerMutations, ServiceMutations, DraftMutations);

graph::lists! {
    /// What can be read of partners.
    pub struct PartnerQueries: Partners, PartnerRow, in_order {
        /// One partner.
        partner,
        /// Partners, in the order of their names.
        partners,
        /// How many partners, by a facet.
        partner_counts,
    }
    /// Which partners.
    filter PartnerFilter {
        /// In one of these states.
        state: PartnerState,
        /// With a text missing in one of these languages.
        missing_language: InterfaceLanguage,
        /// Waiting for one of these.
        waiting_on: Party,
        /// Imported from one of these sources.
        source: Line,
    }
    /// What partners are counted by.
    facet PartnerFacet {
        /// Their state.
        State = state,
        /// The languages in which a text is missing.
        MissingLanguage = missing_language,
        /// Who must move.
        WaitingOn = waiting_on,
        /// Where they were imported from.
        Source = source,
    }
}

graph::lists! {
    /// Who can help.
    pub struct ServiceQueries: Services, ServiceRow, in_order {
        /// One service sheet.
        service,
        /// Service sheets, in the order of their names.
        services,
        /// How many service sheets, by a facet.
        service_counts,
    }
    /// Which service sheets.
    filter ServiceFilter {
        /// Of one of these partners.
        partner: PartnerId,
        /// In one of these states.
        state: SheetState,
        /// Answering one of these needs.
        need: NeedCode,
        /// To be had in one of these languages.
        language: Language,
        /// With a text missing in one of these languages.
        missing_language: InterfaceLanguage,
        /// With this much room, as declared in the last days.
        capacity: CapacityLevel,
        /// Doubted for one of these reasons.
        flag: SheetFlagReason,
        /// Waiting for one of these.
        waiting_on: Party,
        /// Imported from one of these sources.
        source: Line,
    }
    /// What service sheets are counted by.
    facet ServiceFacet {
        /// Whose they are.
        Partner = partner,
        /// Their state.
        State = state,
        /// The needs they answer.
        Need = need,
        /// The languages they can be had in.
        Language = language,
        /// The languages in which a text is missing.
        MissingLanguage = missing_language,
        /// How much room there is.
        Capacity = capacity,
        /// What is doubted.
        Flag = flag,
        /// Who must move.
        WaitingOn = waiting_on,
        /// Where they were imported from.
        Source = source,
    }
}

graph::lists! {
    /// What is kept of imports word for word.
    pub struct ImportedRowQueries: ImportedRows, ImportedRow, in_order {
        /// One imported row.
        imported_row,
        /// Imported rows, by what they are kept with.
        imported_rows,
        /// How many imported rows, by a facet.
        imported_row_counts,
    }
    /// Which imported rows.
    filter ImportedRowFilter {
        /// Kept with one of these partners or sheets.
        owner_id: kernel::uuid::Uuid,
        /// Of one of these tables.
        table: Line,
    }
    /// What imported rows are counted by.
    facet ImportedRowFacet {
        /// What they are kept with.
        Owner = owner_id,
        /// The table they come from.
        Table = table,
    }
}

graph::mutations! {
    /// What may be asked of a partner.
    pub struct PartnerMutations: Partner, PartnerId {
        /// Somebody has thought of a partner: the prospection begins.
        identify_partner => Identify(IdentifyPartner),
        /// Says anew what a partner is called and how it is reached.
        describe_partner => Describe(DescribePartner),
        /// The partner was contacted, for the first time or once more.
        contact_partner => Contact(ContactPartner),
        /// The partner was met.
        meet_partner => Meet,
        /// The partnership begins.
        activate_partnership => Activate,
        /// The partner declines, or we do.
        decline_partner => Decline(DeclinePartner),
        /// The partnership falls asleep.
        mark_partnership_dormant => MarkDormant(MarkPartnershipDormant),
        /// The partnership wakes.
        revive_partnership => Revive,
        /// Plans what is to be done next; it takes the place of the step before.
        plan_partner_step => PlanStep(PlanPartnerStep),
        /// The next step was taken.
        take_partner_step => TakeStep,
        /// Dates since when one side knows the other.
        note_acquaintance => NoteAcquaintance(NoteAcquaintance),
        /// Notes whom to ask for, or what changed about that person.
        note_contact_person => NoteContactPerson(NoteContactPerson),
        /// Somebody is no longer to be asked for.
        remove_contact_person => RemoveContactPerson(RemoveContactPerson),
        /// Adds what a visit or an exchange told.
        add_partner_note => AddNote(AddPartnerNote),
    }
}

graph::mutations! {
    /// What may be asked of a service sheet.
    pub struct ServiceMutations: Service, ServiceId {
        /// Changes what a sheet says, as a whole.
        revise_service_sheet => Revise(ReviseServiceSheet),
        /// Shows a sheet to everybody.
        publish_service_sheet => Publish,
        /// Somebody has checked that the sheet is true; doubts are settled.
        verify_service_sheet => Verify(VerifyServiceSheet),
        /// The service closes for a while, now or later.
        close_service_temporarily => CloseTemporarily(CloseServiceTemporarily),
        /// The service is open again, or does not close after all.
        reopen_service => Reopen,
        /// Takes a sheet out.
        retire_service_sheet => Retire(RetireServiceSheet),
        /// Says how much room there is; believed for some days.
        declare_capacity => DeclareCapacity(DeclareCapacity),
        /// Says what is to be doubted on a sheet.
        flag_service_sheet => Flag(FlagServiceSheet),
    }
}

/// Drafting a sheet looks at two aggregates: the sheet, and the partner it belongs to.
#[derive(Debug, Default, Clone, Copy)]
pub struct DraftMutations;

#[Object]
impl DraftMutations {
    /// Drafts a sheet of a partner; nobody sees it before it is published.
    async fn draft_service_sheet(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Made by the client when the form is shown; the same id is never performed twice.")]
        command_id: CommandId,
        #[graphql(desc = "The id of the new sheet, made by the client.")] id: ServiceId,
        #[graphql(desc = "What is asked.")] input: DraftServiceSheet,
        #[graphql(desc = "The version of the object as seen by the asker; refused when it has moved on.")]
        expected_version: Option<u64>,
        #[graphql(desc = "When it happened, by the device; now when left out.")] occurred_at: Option<
            DateTime<Utc>,
        >,
    ) -> Result<Outcome> {
        let (caller, _) = caller::of(ctx)?;
        let envelope = Envelope { command_id, expected_version, occurred_at };
        let involved = vec![
            Involved::any::<Service>(&caller.network, id).expecting(envelope.expected()),
            Involved::any::<Partner>(&caller.network, input.partner),
        ];
        let asked = input.clone();
        let act = Act::across(command_id, involved, &input, move |scene| {
            if *scene.state::<Partner>(asked.partner)? == Partner::Unknown {
                return scene.refuse(PartnerRefusal::PartnerNotFound);
            }
            scene.decide::<Service>(id, ServiceCommand::Draft(asked.clone()))
        });
        graph::perform_act(ctx, envelope, act).await
    }
}

#[ComplexObject]
impl PartnerRow {
    /// The name in a language, or in the nearest one that has it, marked as a fallback.
    async fn name_in(
        &self,
        #[graphql(desc = "The language to show.")] language: InterfaceLanguage,
    ) -> Option<ShownText> {
        shown(&self.details.name, language)
    }

    /// The description in a language, or in the nearest one that has it, marked as a fallback.
    async fn description_in(
        &self,
        #[graphql(desc = "The language to show.")] language: InterfaceLanguage,
    ) -> Option<ShownText> {
        self.details.description.as_ref().and_then(|text| shown(text, language))
    }
}

#[ComplexObject]
impl ServiceRow {
    /// The name in a language, or in the nearest one that has it, marked as a fallback.
    async fn name_in(
        &self,
        #[graphql(desc = "The language to show.")] language: InterfaceLanguage,
    ) -> Option<ShownText> {
        shown(&self.content.name, language)
    }

    /// The description in a language, or in the nearest one that has it, marked as a fallback.
    async fn description_in(
        &self,
        #[graphql(desc = "The language to show.")] language: InterfaceLanguage,
    ) -> Option<ShownText> {
        self.content.description.as_ref().and_then(|text| shown(text, language))
    }

    /// The card to show at the counter, in a language or in the nearest one that has it.
    async fn how_to_say_it_in(
        &self,
        #[graphql(desc = "The language to show.")] language: InterfaceLanguage,
    ) -> Option<ShownText> {
        self.content.how_to_say_it.as_ref().and_then(|text| shown(text, language))
    }
}
