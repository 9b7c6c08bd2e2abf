//! The four languages: Fluent texts by code, with regional French, and a fallback that is never
//! silence.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

/// A language of the interface. French has the words of Brussels and those of Québec.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// French of Belgium.
    #[default]
    FrBe,
    /// French of Canada.
    FrCa,
    /// Dutch.
    Nl,
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 5] = [Self::FrBe, Self::FrCa, Self::Nl, Self::Ar, Self::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::FrBe => "fr-BE",
            Self::FrCa => "fr-CA",
            Self::Nl => "nl",
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The first language of an `Accept-Language` header that we speak, by its weights.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let tag = pieces.next()?.trim();
                let weight = pieces
                    .find_map(|piece| piece.trim().strip_prefix("q="))
                    .map_or(Some(1.0), |weight| weight.parse::<f32>().ok())?;
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.into_iter().find_map(|(_, tag)| Self::of_tag(tag))
    }

    /// The language of a BCP 47 tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        match tag.split('-').next()? {
            "fr" if tag == "fr-ca" => Some(Self::FrCa),
            "fr" => Some(Self::FrBe),
            "nl" => Some(Self::Nl),
            "ar" => Some(Self::Ar),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Where a missing text is looked for next.
    fn fallback(self) -> &'static [Self] {
        match self {
            Self::FrCa => &[Self::FrCa, Self::FrBe, Self::En],
            Self::FrBe => &[Self::FrBe, Self::En],
            Self::Nl => &[Self::Nl, Self::En, Self::FrBe],
            Self::Ar => &[Self::Ar, Self::FrBe, Self::En],
            Self::En => &[Self::En, Self::FrBe],
        }
    }
}

/// A Fluent file of one context in one language.
pub type Texts = (Locale, &'static str);

/// Every text of the platform, read once.
pub struct Wording {
    bundles: HashMap<Locale, FluentBundle<FluentResource>>,
}

impl Wording {
    /// Reads the Fluent files of all contexts.
    ///
    /// # Errors
    /// Names the language and the line that cannot be read, or the text that is defined twice.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a [Texts]>) -> Result<Self, String> {
        let mut bundles = HashMap::new();
        for locale in Locale::ALL {
            let tag: LanguageIdentifier =
                locale.tag().parse().map_err(|error| format!("{}: {error}", locale.tag()))?;
            bundles.insert(locale, FluentBundle::new_concurrent(vec![tag]));
        }
        let own: &[&[Texts]] = &[OWN];
        for (locale, source) in own.iter().copied().chain(texts).flatten() {
            let resource = FluentResource::try_new((*source).to_owned())
                .map_err(|(_, errors)| format!("{}: {errors:?}", locale.tag()))?;
            if let Some(bundle) = bundles.get_mut(locale) {
                bundle.add_resource(resource).map_err(|errors| format!("{}: {errors:?}", locale.tag()))?;
            }
        }
        Ok(Self { bundles })
    }

    /// Whether a language has its own text for a code.
    pub fn has(&self, locale: Locale, code: &str) -> bool {
        self.bundles.get(&locale).is_some_and(|bundle| bundle.has_message(&key(code)))
    }

    /// The text for a code, in the language asked or the nearest that has one; the code itself
    /// when no language has.
    pub fn say(&self, locale: Locale, code: &str, arguments: &Map<String, Value>) -> String {
        let key = key(code);
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            let value = match value {
                Value::String(text) => FluentValue::from(text.clone()),
                Value::Number(number) => number.as_f64().map_or(FluentValue::None, FluentValue::from),
                other => FluentValue::from(other.to_string()),
            };
            values.set(name.clone(), value);
        }
        for locale in locale.fallback() {
            let Some(bundle) = self.bundles.get(locale) else { continue };
            if let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                return bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
            }
        }
        code.to_owned()
    }
}

/// `CHARTER_NOT_CURRENT` is kept under `charter-not-current`.
fn key(code: &str) -> String {
    code.to_ascii_lowercase().replace('_', "-")
}

/// The texts of what can go wrong with any command.
const OWN: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];

/// Fails when a refusal lacks its sentence in one of the four languages: what each context's
/// test calls for each of its refusals.
///
/// # Errors
/// Names every missing pair of language and code.
pub fn missing<R: kernel::Refusal>(texts: &[Texts]) -> Result<(), Vec<String>> {
    let wording = Wording::new([texts]).map_err(|error| vec![error])?;
    let missing: Vec<String> = R::codes()
        .into_iter()
        .flat_map(|code| {
            [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En]
                .into_iter()
                .filter(|locale| !wording.has(*locale, &code))
                .map(|locale| format!("{}: {}", locale.tag(), key(&code)))
                .collect::<Vec<_>>()
        })
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}
