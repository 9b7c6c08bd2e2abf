//! From rows to partners and sheets.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::{Line, PartnerId, Secret, uuid::Uuid};
use reference::NeedCode;

use super::desk::{At, Desk};
use super::places::{hours, is_personal, language, phone, place};
use super::plan::{Import, Step, StepCommand, partner_id, service_id};
use super::report::{Reason, UnmatchedTerm};
use super::{Source, keeping, terms, words};
use crate::imported::Provenance;
use crate::partner::PartnerDetails;
use crate::partner::{
    self, ContactPerson, ContactPersonId, ImportPartner, NoteContactPerson, PartnerCommand,
};
use crate::service::{
    self, DocumentToBring, ImportService, ServiceAccess, ServiceCommand, ServiceConditions, ServiceContent,
    SourceStatus,
};

/// Plans the whole import.
pub(super) fn map(desk: &mut Desk, source: &Source) -> Import {
    let organizations = named(desk, "organizations");
    let services = services(desk);
    let mut steps = Vec::new();
    for at in organizations {
        steps.extend(partner(desk, at, source));
    }
    let mut unmatched: BTreeMap<String, UnmatchedTerm> = BTreeMap::new();
    let mut without_need = Vec::new();
    for at in services {
        let needs = needs(desk, at, &mut unmatched);
        if needs.is_empty() {
            without_need.push(desk.id(at).to_owned());
        }
        steps.extend(sheet(desk, at, needs, source));
    }
    keeping::keep(desk, source, steps, unmatched.into_values().collect(), without_need)
}

/// The rows of a table; one without a name is refused.
fn named(desk: &mut Desk, table: &str) -> Vec<At> {
    let mut rows = desk.table(table);
    rows.retain(|at| {
        let named = desk.value(*at, "name").is_some_and(|name| super::desk::words(&name).is_some());
        if !named {
            desk.refuse(*at, Some("name"), Reason::MissingName);
        }
        named
    });
    rows
}

/// The services; one without a known organisation is refused.
fn services(desk: &mut Desk) -> Vec<At> {
    let mut rows = named(desk, "services");
    rows.retain(|at| {
        let known = !desk.linked(*at, "organizations").is_empty();
        if !known {
            let reason = match desk.value(*at, "organization_id") {
                Some(_) => Reason::UnknownReference("organizations".to_owned()),
                None => Reason::MissingReference("organizations".to_owned()),
            };
            desk.refuse(*at, Some("organization_id"), reason);
        }
        known
    });
    rows
}

fn provenance(desk: &Desk, at: At, source: &Source) -> Option<Provenance> {
    Some(Provenance { source: source.name.clone(), external_id: desk.id(at).parse().ok()? })
}

/// An organisation and the persons to ask for there.
fn partner(desk: &mut Desk, at: At, source: &Source) -> Vec<Step> {
    let Some(provenance) = provenance(desk, at, source) else { return Vec::new() };
    let most = partner::MOST_ENTRIES;
    let mut phones = Vec::new();
    let mut places = Vec::new();
    for row in desk.linking(at, "phones").into_iter().take(most) {
        phones.extend(phone(desk, row, None));
    }
    for row in desk.linking(at, "locations").into_iter().take(most) {
        places.extend(place(desk, row, most));
    }
    let details = PartnerDetails {
        name: desk.localized(at, "name", "name").unwrap_or_default(),
        also_known_as: desk.localized(at, "alternate_name", "alsoKnownAs"),
        description: desk.localized(at, "description", "description"),
        website: desk.scalar(at, "website", "website", Reason::BadWebAddress),
        email: desk.scalar(at, "email", "email", Reason::BadEmailAddress),
        phones,
        places,
    };
    let id = partner_id(&source.name, desk.id(at));
    let spot = desk.spot(at).clone();
    let import = PartnerCommand::Import(ImportPartner { details, provenance });
    let mut steps = vec![Step { spot, command: StepCommand::Partner(id, Box::new(import)) }];
    for row in contacts(desk, at).into_iter().take(partner::aggregate::MOST_PERSONS) {
        steps.extend(person(desk, row, id, source));
    }
    steps
}

/// The contacts of an organisation, its services and its places.
fn contacts(desk: &Desk, organization: At) -> Vec<At> {
    let mut found: BTreeSet<At> = desk.linking(organization, "contacts").into_iter().collect();
    for service in
        desk.linking(organization, "services").into_iter().chain(desk.linked(organization, "services"))
    {
        found.extend(around(desk, service, "contacts").into_iter().map(|(row, _)| row));
    }
    for location in desk.linking(organization, "locations") {
        found.extend(desk.linking(location, "contacts"));
    }
    let mut found: Vec<At> = found.into_iter().collect();
    found.sort_by(|a, b| desk.id(*a).cmp(desk.id(*b)));
    found
}

/// The rows of a table that hang on a service, on the service at a place, or on a place of it;
/// each with the place, if it hangs on one. In the order of the ids.
fn around(desk: &Desk, service: At, table: &str) -> Vec<(At, Option<At>)> {
    let mut found = HashMap::new();
    for row in desk.linking(service, table) {
        found.insert(row, None);
    }
    for there in desk.linking(service, "service_at_locations") {
        let location = desk.linked(there, "locations").first().copied();
        for row in desk.linking(there, table) {
            found.entry(row).or_insert(location);
        }
        for row in location.map(|location| desk.linking(location, table)).unwrap_or_default() {
            found.entry(row).or_insert(location);
        }
    }
    let mut found: Vec<(At, Option<At>)> = found.into_iter().collect();
    found.sort_by(|(a, _), (b, _)| desk.id(*a).cmp(desk.id(*b)));
    found
}

/// Somebody to ask for. The same row of the same source is always the same person.
fn person(desk: &mut Desk, at: At, partner: PartnerId, source: &Source) -> Option<Step> {
    let secret = |desk: &mut Desk, row: At, column: &str, field: &str| {
        let field = format!("persons.{field}");
        desk.take(row, column, &field, Reason::TooLong, super::desk::words).map(Secret::Clear)
    };
    let name = secret(desk, at, "name", "name");
    let role = match (desk.value(at, "title"), desk.value(at, "department")) {
        (Some(title), Some(department)) => {
            let both = super::desk::words(&format!("{title}, {department}"));
            if both.is_some() {
                desk.took(at, "title", "persons.role");
                desk.took(at, "department", "persons.role");
            }
            both.map(Secret::Clear)
        }
        (Some(_), None) => secret(desk, at, "title", "role"),
        (None, _) => secret(desk, at, "department", "role"),
    };
    let email = secret(desk, at, "email", "email");
    let mut phones = Vec::new();
    for row in desk.linking(at, "phones").into_iter().take(partner::MOST_ENTRIES) {
        if is_personal(desk, row) {
            phones.extend(secret(desk, row, "number", "phones"));
        }
    }
    if name.is_none() && role.is_none() && email.is_none() && phones.is_empty() {
        return None;
    }
    let id = Uuid::new_v5(&partner.0, format!("{}/contacts/{}", source.name, desk.id(at)).as_bytes());
    let person = ContactPerson { id: ContactPersonId(id), name, role, email, phones, note: None };
    let command = PartnerCommand::NoteContactPerson(NoteContactPerson { person });
    Some(Step { spot: desk.spot(at).clone(), command: StepCommand::Partner(partner, Box::new(command)) })
}

/// A service.
fn sheet(desk: &mut Desk, at: At, needs: Vec<NeedCode>, source: &Source) -> Option<Step> {
    let organization = desk.linked(at, "organizations").first().copied()?;
    let partner = partner_id(&source.name, desk.id(organization));
    desk.took(at, "organization_id", "partner");
    let status = status(desk, at);
    let alert = desk.localized(at, "alert", "notice");
    let closed = status == SourceStatus::TemporarilyClosed;
    let mut content = content(desk, at, needs);
    content.notice = alert.clone().filter(|_| !closed);
    let said = ImportService {
        partner,
        content,
        status,
        assured_on: desk.take(at, "assured_date", "verifiedOn", Reason::BadDate, words::date),
        closure_message: alert.filter(|_| closed),
        provenance: provenance(desk, at, source)?,
    };
    let id = service_id(&source.name, desk.id(at));
    let command = ServiceCommand::Import(Box::new(said));
    Some(Step { spot: desk.spot(at).clone(), command: StepCommand::Service(id, Box::new(command)) })
}

/// A word the standard does not have, or none, is not guessed: nobody sees the sheet.
fn status(desk: &mut Desk, at: At) -> SourceStatus {
    let read = |text: &str| match text.to_ascii_lowercase().as_str() {
        "active" => Some(SourceStatus::Active),
        "inactive" => Some(SourceStatus::Inactive),
        "defunct" => Some(SourceStatus::Defunct),
        "temporarily closed" => Some(SourceStatus::TemporarilyClosed),
        _ => None,
    };
    if desk.value(at, "status").is_none() {
        desk.problem(at, "status", Reason::UnknownWord);
    }
    desk.take(at, "status", "state", Reason::UnknownWord, read).unwrap_or(SourceStatus::Inactive)
}

fn content(desk: &mut Desk, at: At, needs: Vec<NeedCode>) -> ServiceContent {
    let most = service::MOST_ENTRIES;
    let mut content = ServiceContent {
        name: desk.localized(at, "name", "name").unwrap_or_default(),
        also_known_as: desk.localized(at, "alternate_name", "alsoKnownAs"),
        description: desk.localized(at, "description", "description"),
        interpretation: desk.localized(at, "interpretation_services", "interpretation"),
        website: desk.scalar(at, "url", "website", Reason::BadWebAddress),
        email: desk.scalar(at, "email", "email", Reason::BadEmailAddress),
        conditions: conditions(desk, at),
        needs,
        ..ServiceContent::default()
    };
    for there in desk.linking(at, "service_at_locations") {
        for location in desk.linked(there, "locations") {
            let full = content.places.len() >= most;
            let known = content.places.iter().any(|place| place.key.as_str() == desk.id(location));
            if !full && !known {
                content.places.extend(place(desk, location, most));
            }
            desk.took_row(there, "places");
            desk.took(there, "service_id", "places");
            desk.took(there, "location_id", "places");
        }
    }
    let key = |desk: &Desk, content: &ServiceContent, location: Option<At>| -> Option<Line> {
        let id = desk.id(location?);
        content.places.iter().find(|place| place.key.as_str() == id).map(|place| place.key.clone())
    };
    for (row, location) in around(desk, at, "phones").into_iter().take(most) {
        let place = key(desk, &content, location);
        content.phones.extend(phone(desk, row, place));
    }
    for (row, location) in around(desk, at, "schedules").into_iter().take(most) {
        let place = key(desk, &content, location);
        content.hours.extend(hours(desk, row, place));
    }
    for (row, _) in around(desk, at, "languages").into_iter().take(most) {
        content.languages.extend(language(desk, row));
    }
    for row in desk.linking(at, "required_documents").into_iter().take(most) {
        content.documents.extend(document(desk, row));
    }
    for row in desk.linking(at, "service_areas").into_iter().take(most) {
        content.areas.extend(desk.localized_lines(row, &["name", "description"], "areas"));
    }
    content
}

fn conditions(desk: &mut Desk, at: At) -> ServiceConditions {
    let read = |desk: &Desk, column: &str| desk.value(at, column).and_then(|text| words::age(&text));
    let reversed = matches!(
        (read(desk, "minimum_age"), read(desk, "maximum_age")),
        (Some(minimum), Some(maximum)) if maximum < minimum
    );
    let mut age = |column: &str, field: &str| {
        if reversed {
            desk.problem(at, column, Reason::Reversed);
            return None;
        }
        desk.take(at, column, field, Reason::BadNumber, words::age)
    };
    let minimum_age = age("minimum_age", "conditions.minimumAge");
    let maximum_age = age("maximum_age", "conditions.maximumAge");
    ServiceConditions {
        access: ServiceAccess::NotSaid,
        residence: None,
        eligibility: desk.localized(at, "eligibility_description", "conditions.eligibility"),
        minimum_age,
        maximum_age,
        how_to_apply: desk.localized(at, "application_process", "conditions.howToApply"),
        cost: desk.localized(at, "fees_description", "conditions.cost"),
    }
}

fn document(desk: &mut Desk, at: At) -> Option<DocumentToBring> {
    let name = desk.localized(at, "document", "documents.name")?;
    let website = desk.scalar(at, "uri", "documents.website", Reason::BadWebAddress);
    Some(DocumentToBring { name, optional: false, website })
}

/// The needs that the terms on a service stand for; a term that stands for none, or for several,
/// is listed.
fn needs(desk: &mut Desk, at: At, unmatched: &mut BTreeMap<String, UnmatchedTerm>) -> Vec<NeedCode> {
    let mut found = BTreeSet::new();
    for attribute in desk.linking(at, "attributes") {
        for term in desk.linked(attribute, "taxonomy_terms") {
            let (code, name) = (desk.value(term, "code"), desk.value(term, "name"));
            let words: Vec<&str> = [&code, &name].into_iter().flatten().map(String::as_str).collect();
            let candidates = terms::needs(&words);
            if let [need] = candidates[..] {
                found.insert(need);
                desk.took_row(attribute, "needs");
                desk.took_row(term, "needs");
                continue;
            }
            let id = desk.id(term).to_owned();
            let entry = unmatched.entry(id.clone()).or_insert_with(|| UnmatchedTerm {
                term: id,
                code,
                name,
                candidates: candidates.iter().map(ToString::to_string).collect(),
                services: Vec::new(),
            });
            entry.services.push(desk.id(at).to_owned());
        }
    }
    found.into_iter().collect()
}
