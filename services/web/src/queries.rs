//! The documents of the pages with their types, checked against `schema.graphql` when this is compiled.
#![allow(clippy::all, clippy::pedantic, unreachable_pub, missing_docs, reason = "generated")]

use chrono::Utc;
use graphql_client::GraphQLQuery;

use crate::words;

// Ids and checked words travel as they are: the API has checked them.
type CommandId = String;
type Language = String;
type Line = String;
type EmailAddress = String;
type WebAddress = String;
type MemberId = String;
type MeetingId = String;
type MeetingTimeZone = String;
type NeedCode = String;
type NeedId = String;
type NetworkId = String;
type OpeningTime = String;
type ClockTime = String;
type PairingId = String;
type ServiceId = String;
type SessionId = String;
type SiteId = String;
type SiteTimeZone = String;
type Telephone = String;
type Text = String;
type PrivateText = String;
type VisitId = String;
type CaseId = String;
type AppointmentId = String;
type UUID = String;
type DateTime = chrono::DateTime<Utc>;
type NaiveDate = chrono::NaiveDate;

// Codes with a text each: `build/texts.rs` asks for the text of every value, and a value that is newer
// than this program is shown as such.
type AnswerGiven = String;
type CapacityLevel = String;
type DayPart = String;
type DirectoryAddressKind = String;
type LanguageMode = String;
type LanguageOffering = String;
type MeetingState = String;
type OpeningDay = String;
type PairingAction = String;
type PairingDeclineReason = String;
type PairingState = String;
type Role = String;
type ServiceAccess = String;
type ServiceSheetState = String;
type WeekDay = String;
type WeeklyDay = String;
type NeedUrgency = String;
type VisitMode = String;

macro_rules! words {
    ($($document:ident),*) => {
        $(
            impl From<&$document::Words> for words::Words {
                fn from(words: &$document::Words) -> Self {
                    Self { fr: words.fr.clone(), nl: words.nl.clone(), ar: words.ar.clone(), en: words.en.clone() }
                }
            }
        )*
    };
}

words!(page_sites, page_meetings, page_services, page_service);

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/home.graphql",
    response_derives = "Debug",
    extern_enums("LanguageMode", "OpeningDay")
)]
pub struct PageSites;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/openings.graphql",
    response_derives = "Debug"
)]
pub struct PageOpenings;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/meetings.graphql",
    response_derives = "Debug",
    extern_enums("MeetingState")
)]
pub struct PageMeetings;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/services.graphql",
    response_derives = "Debug",
    extern_enums("ServiceSheetState", "CapacityLevel", "LanguageOffering", "WeekDay", "ServiceAccess")
)]
pub struct PageServices;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/service.graphql",
    response_derives = "Debug",
    extern_enums(
        "ServiceSheetState",
        "CapacityLevel",
        "LanguageOffering",
        "WeekDay",
        "ServiceAccess",
        "DirectoryAddressKind"
    )
)]
pub struct PageService;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/link.graphql",
    response_derives = "Debug",
    extern_enums("PairingState", "WeeklyDay", "DayPart", "PairingAction")
)]
pub struct PageLink;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/yes.graphql",
    response_derives = "Debug"
)]
pub struct PageYes;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/no.graphql",
    response_derives = "Debug",
    extern_enums("PairingDeclineReason")
)]
pub struct PageNo;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/desk.graphql",
    response_derives = "Debug",
    extern_enums("Role")
)]
pub struct PageDesk;

#[derive(GraphQLQuery)]
#[graphql(
    schema_path = "../../schema.graphql",
    query_path = "documents/pages/visit.graphql",
    response_derives = "Debug",
    skip_serializing_none,
    extern_enums("AnswerGiven", "LanguageMode", "VisitMode", "NeedUrgency")
)]
pub struct PageVisit;
