//! Small constructors shared by the tests: the words of the stories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

use directory::contact::Place;
use directory::imported::{KeptRow, PrivateColumn, Provenance};
use directory::partner::{ContactPerson, ContactPersonId, PartnerDetails};
use directory::service::{
    Closure, ImportService, LanguageOffering, ServiceContent, ServiceLanguage, SourceStatus,
};
use kernel::chrono::{DateTime, NaiveDate, Utc};
use kernel::given::{instant, monday_morning};
use kernel::uuid::Uuid;
use kernel::{
    ActorId, CommandId, Line, Localized, Meta, PartnerId, Position, Recorded, ReferralId, Role, Sealed,
    Secret, ServiceId, StreamId,
};

pub const MORNING: &str = "2023-06-05T07:20:00Z";

pub fn line(text: &str) -> Line {
    text.parse().unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> DateTime<Utc> {
    instant(text)
}

pub fn fr(text: &str) -> Localized {
    Localized { fr: Some(text.parse().unwrap()), ..Localized::default() }
}

pub fn four(fr: &str, nl: &str, ar: &str, en: &str) -> Localized {
    let text = |text: &str| Some(text.parse().unwrap());
    Localized { fr: text(fr), nl: text(nl), ar: text(ar), en: text(en) }
}

/// A secret as the journal has it.
pub fn sealed(bytes: &str) -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/partner/1".to_owned(), bytes: bytes.to_owned() })
}

pub fn partner_id(number: u128) -> PartnerId {
    PartnerId(Uuid::from_u128(number))
}

pub fn service_id(number: u128) -> ServiceId {
    ServiceId(Uuid::from_u128(number))
}

pub fn referral(number: u128) -> ReferralId {
    ReferralId(Uuid::from_u128(number))
}

pub fn details(name: &str) -> PartnerDetails {
    PartnerDetails { name: fr(name), ..PartnerDetails::default() }
}

pub fn person(number: u128, name: &str) -> ContactPerson {
    ContactPerson {
        id: ContactPersonId(Uuid::from_u128(number)),
        name: Some(sealed(name)),
        role: None,
        email: None,
        phones: Vec::new(),
        note: None,
    }
}

pub fn provenance(id: &str) -> Provenance {
    Provenance { source: line("exemple"), external_id: line(id) }
}

pub fn kept(id: &str) -> KeptRow {
    let private = vec![PrivateColumn { column: line("updated_by"), value: sealed("b2RpbGU=") }];
    KeptRow {
        table: line("metadata"),
        id: line(id),
        columns: r#"{"wait_time":"1"}"#.parse().unwrap(),
        private,
    }
}

/// A sheet that answers the need of an urgent medical card, in French and Arabic.
pub fn content(name: &str) -> ServiceContent {
    ServiceContent {
        name: fr(name),
        needs: vec!["HEA.AMU".parse().unwrap()],
        languages: vec![ServiceLanguage {
            language: "ara".parse().unwrap(),
            by: LanguageOffering::NativeStaff,
            note: None,
        }],
        ..ServiceContent::default()
    }
}

pub fn place(key: &str) -> Place {
    Place {
        key: line(key),
        name: None,
        note: None,
        addresses: Vec::new(),
        transport: None,
        accessibility: Vec::new(),
        latitude: None,
        longitude: None,
        website: None,
    }
}

pub fn closure(from: &str, until: Option<&str>) -> Closure {
    Closure { from: at(from), until: until.map(at), message: fr("Fermé pour la fête nationale") }
}

pub fn said(status: SourceStatus) -> ImportService {
    ImportService {
        partner: partner_id(1),
        content: content("Carte médicale"),
        status,
        assured_on: None,
        closure_message: None,
        provenance: provenance("s1"),
    }
}

/// An event as the journal gives it back.
pub fn recorded<E>(kind: &str, id: impl ToString, version: u64, when: &str, event: E) -> Recorded<E> {
    let asked = monday_morning();
    Recorded {
        stream: StreamId::new(&asked.network, kind, id.to_string()),
        version,
        position: Position(version),
        recorded_at: at(when),
        meta: Meta {
            command: CommandId(Uuid::from_u128(u128::from(version))),
            actor: ActorId(Uuid::from_u128(0xA1)),
            role: Role::Host,
            device: None,
            occurred_at: at(when),
            causation: None,
            correlation: None,
            trace: None,
            provenance: None,
        },
        event,
    }
}
