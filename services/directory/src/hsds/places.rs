//! Places, telephones, hours and languages: the rows that hang on locations and services alike.

use kernel::{Line, Localized};

use super::desk::{At, Desk};
use super::report::Reason;
use super::words;
use crate::contact::{Address, AddressKind, Phone, Place};
use crate::service::{LanguageOffering, ServiceHours, ServiceLanguage};

/// Columns of a schedule that narrow it more than our hours can show.
const NARROWING: &[&str] = &["count", "until", "byweekno", "bymonthday", "byyearday", "bymonth", "bysetpos"];

/// A location as a place of a partner or a service.
pub(super) fn place(desk: &mut Desk, at: At, most: usize) -> Option<Place> {
    let key: Line = desk.id(at).parse().ok()?;
    desk.took_row(at, "places.key");
    let addresses = desk.linking(at, "addresses").into_iter().take(most);
    let addresses = addresses.map(|address| self::address(desk, address)).collect();
    let accessibility = desk.linking(at, "accessibility").into_iter().take(most);
    let accessibility = accessibility
        .filter_map(|row| desk.localized_lines(row, &["description", "details"], "places.accessibility"))
        .collect();
    Some(Place {
        key,
        name: desk.localized(at, "name", "places.name"),
        note: desk.localized(at, "description", "places.note"),
        addresses,
        transport: desk.localized(at, "transportation", "places.transport"),
        accessibility,
        latitude: degrees(desk, at, "latitude", 90.0),
        longitude: degrees(desk, at, "longitude", 180.0),
        website: desk.scalar(at, "url", "places.website", Reason::BadWebAddress),
    })
}

fn degrees(desk: &mut Desk, at: At, column: &str, bound: f64) -> Option<f64> {
    let field = format!("places.{column}");
    desk.take(at, column, &field, Reason::BadNumber, |text| words::degrees(text, bound))
}

fn address(desk: &mut Desk, at: At) -> Address {
    let mut line = |column: &str, field: &str| desk.line(at, column, &format!("places.addresses.{field}"));
    let street = line("address_1", "street");
    let extra = line("address_2", "extra");
    let city = line("city", "city");
    let district = line("region", "district");
    let region = line("state_province", "region");
    let postal_code = line("postal_code", "postalCode");
    let country = line("country", "country");
    let kind = desk.scalar::<AddressKind>(at, "address_type", "places.addresses.kind", Reason::UnknownWord);
    Address { kind, street, extra, postal_code, city, district, region, country }
}

/// A telephone of an organisation or a service. One that hangs on a contact person alone is read
/// with that person.
pub(super) fn phone(desk: &mut Desk, at: At, place: Option<Line>) -> Option<Phone> {
    let number = desk.take(at, "number", "phones.number", Reason::TooLong, |text| {
        text.trim_matches('"').trim().parse().ok()
    })?;
    let mut languages = Vec::new();
    for row in desk.linking(at, "languages") {
        if let Some(language) =
            desk.take(row, "code", "phones.languages", Reason::UnknownLanguage, words::language)
        {
            desk.took(row, "name", "phones.languages");
            languages.push(language);
        }
    }
    Some(Phone {
        number,
        extension: desk.line(at, "extension", "phones.extension"),
        kind: desk.line(at, "type", "phones.kind"),
        note: desk.localized(at, "description", "phones.note"),
        languages,
        place,
    })
}

/// Whether a telephone belongs to nobody but persons.
pub(super) fn is_personal(desk: &Desk, at: At) -> bool {
    let public = ["organizations", "services", "service_at_locations", "locations"];
    !desk.linked(at, "contacts").is_empty() && public.iter().all(|table| desk.linked(at, table).is_empty())
}

/// A language of a service. HSDS does not tell by whom it is spoken, so neither do we.
pub(super) fn language(desk: &mut Desk, at: At) -> Option<ServiceLanguage> {
    let language = desk.take(at, "code", "languages.language", Reason::UnknownLanguage, words::language)?;
    desk.took(at, "name", "languages.language");
    let note = desk.localized(at, "note", "languages.note");
    Some(ServiceLanguage { language, by: LanguageOffering::NotSaid, note })
}

/// Opening hours. What the recurrence rule says beyond days, times and dates is kept word for
/// word, and the hours are marked as not the whole story.
pub(super) fn hours(desk: &mut Desk, at: At, place: Option<Line>) -> Option<ServiceHours> {
    let weekly = desk.value(at, "freq").is_none_or(|freq| freq.eq_ignore_ascii_case("weekly"));
    let every_week = desk.value(at, "interval").is_none_or(|interval| interval == "1");
    let mut partial = !weekly || !every_week;
    for column in NARROWING {
        partial |= desk.value(at, column).is_some();
    }
    let byday = desk.value(at, "byday");
    let days = desk.take(at, "byday", "hours.days", Reason::PartlyShown, words::days).unwrap_or_default();
    partial |= byday.is_some() && days.is_empty();
    if weekly {
        desk.took(at, "freq", "hours.days");
    }
    if every_week {
        desk.took(at, "interval", "hours.days");
    }
    let opens = desk.take(at, "opens_at", "hours.opens", Reason::BadTime, words::time);
    let closes = desk.take(at, "closes_at", "hours.closes", Reason::BadTime, words::time);
    let (from, until) = dates(desk, at);
    let note = note(desk, at);
    if partial {
        desk.problem(at, "freq", Reason::PartlyShown);
    }
    let told = !days.is_empty() || opens.is_some() || closes.is_some() || note.is_some();
    told.then_some(ServiceHours { days, opens, closes, from, until, place, note, partial })
}

fn dates(desk: &mut Desk, at: At) -> (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>) {
    let read = |desk: &Desk, column: &str| desk.value(at, column).and_then(|text| words::date(&text));
    if let (Some(from), Some(until)) = (read(desk, "valid_from"), read(desk, "valid_to"))
        && until < from
    {
        desk.problem(at, "valid_to", Reason::Reversed);
        return (None, None);
    }
    (
        desk.take(at, "valid_from", "hours.from", Reason::BadDate, words::date),
        desk.take(at, "valid_to", "hours.until", Reason::BadDate, words::date),
    )
}

fn note(desk: &mut Desk, at: At) -> Option<Localized> {
    desk.localized_lines(at, &["description", "notes"], "hours.note")
}
