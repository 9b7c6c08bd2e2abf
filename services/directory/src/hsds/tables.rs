//! The tables of HSDS and how their names are written.

/// Plural and singular of each table; nested objects and columns ending in `_id` use either.
const TABLES: &[(&str, &str)] = &[
    ("accessibility", "accessibility"),
    ("addresses", "address"),
    ("attributes", "attribute"),
    ("contacts", "contact"),
    ("cost_options", "cost_option"),
    ("funding", "funding"),
    ("languages", "language"),
    ("locations", "location"),
    ("meta_table_descriptions", "meta_table_description"),
    ("metadata", "metadata"),
    ("organization_identifiers", "organization_identifier"),
    ("organizations", "organization"),
    ("phones", "phone"),
    ("programs", "program"),
    ("required_documents", "required_document"),
    ("schedules", "schedule"),
    ("service_areas", "service_area"),
    ("service_at_locations", "service_at_location"),
    ("service_capacities", "service_capacity"),
    ("services", "service"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
    ("units", "unit"),
    ("urls", "url"),
    // Names that nested objects use.
    ("service_capacities", "capacities"),
    ("taxonomies", "taxonomy_detail"),
    ("urls", "additional_websites"),
    ("urls", "additional_urls"),
];

/// The table of a name in either number, with or without `.csv`.
pub(super) fn table_of(name: &str) -> Option<&'static str> {
    let name = name.strip_suffix(".csv").unwrap_or(name);
    TABLES.iter().find(|(many, one)| *many == name || *one == name).map(|(many, _)| *many)
}

/// The singular of a table.
pub(super) fn one_of(table: &str) -> &str {
    TABLES.iter().find(|(many, _)| *many == table).map_or(table, |(_, one)| *one)
}

/// The table a file is about, by its name: `organization_list.json`, `service_full.json`.
pub(super) fn table_of_file(stem: &str) -> Option<&'static str> {
    let short = ["_list", "_full", "_package"].iter().find_map(|ending| stem.strip_suffix(ending));
    table_of(short.unwrap_or(stem))
}

/// What a column refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refers {
    /// A row of this table.
    To(&'static str),
    /// A row of any table.
    Anywhere,
}

/// What a column of a table refers to, if it is a reference.
pub(super) fn reference(table: &str, column: &str) -> Option<Refers> {
    match (table, column) {
        (_, "link_id" | "resource_id") => Some(Refers::Anywhere),
        ("taxonomy_terms", "parent_id") => Some(Refers::To("taxonomy_terms")),
        (_, "parent_organization_id") => Some(Refers::To("organizations")),
        (_, column) => column.strip_suffix("_id").and_then(table_of).map(Refers::To),
    }
}

/// Whether a reference says only where a row hangs, so that a field of ours shows it by its place.
pub(super) fn structural(column: &str) -> bool {
    let hangs_on = ["organization_id", "service_id", "location_id", "service_at_location_id"];
    hangs_on.contains(&column) || matches!(column, "phone_id" | "contact_id")
}

/// Whether a column holds words about a person, in any row of its table.
pub(super) fn personal(table: &str, column: &str) -> bool {
    match table {
        "contacts" => reference(table, column).is_none(),
        "metadata" => matches!(column, "updated_by" | "previous_value" | "replacement_value"),
        "addresses" => column == "attention",
        "services" => column == "assurer_email",
        _ => false,
    }
}
