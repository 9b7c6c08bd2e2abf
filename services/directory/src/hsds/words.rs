//! Dates, times, numbers, languages as sources write them: tolerant, never guessed.

use chrono::{DateTime, NaiveDate};
use kernel::Language;

use crate::contact::ClockTime;
use crate::service::WeekDay;

/// `2023-07-21`, `2023/07/21`, `20230721` or an instant that begins so. A day and a month that
/// could be swapped are not guessed.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.date_naive()))
}

/// `09:30`, `9:30`, `09:30:00`, `9h30`, `9h`, `9:30 am`. A time with an offset is not the clock of
/// the place, so it is not taken.
pub(super) fn time(text: &str) -> Option<ClockTime> {
    let text = text.trim().to_ascii_lowercase();
    let (text, noon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(text), _) => (text.trim(), Some(false)),
        (_, Some(text)) => (text.trim(), Some(true)),
        _ => (text.as_str(), None),
    };
    let mut parts = text.split([':', 'h']);
    let hour = number(parts.next()?)?;
    let minute = match parts.next() {
        None if noon.is_none() => return None,
        None | Some("") => 0,
        Some(minutes) if minutes.len() == 2 => number(minutes)?,
        Some(_) => return None,
    };
    match (parts.next(), parts.next()) {
        (None | Some("00" | "00.000"), None) => {}
        _ => return None,
    }
    let hour = match noon {
        None => hour,
        Some(after) if (1..=12).contains(&hour) => hour % 12 + if after { 12 } else { 0 },
        Some(_) => return None,
    };
    ClockTime::new(hour, minute)
}

fn number(text: &str) -> Option<u8> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// An age in whole years.
pub(super) fn age(text: &str) -> Option<u8> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.parse().ok()
}

/// A number of degrees within bounds.
pub(super) fn degrees(text: &str, bound: f64) -> Option<f64> {
    text.parse::<f64>().ok().filter(|degrees| degrees.is_finite() && degrees.abs() <= bound)
}

/// ISO 639-2 codes that libraries use where ISO 639-3 has another.
const BIBLIOGRAPHIC: &[(&str, &str)] = &[
    ("alb", "sqi"),
    ("arm", "hye"),
    ("baq", "eus"),
    ("bur", "mya"),
    ("chi", "zho"),
    ("cze", "ces"),
    ("dut", "nld"),
    ("fre", "fra"),
    ("geo", "kat"),
    ("ger", "deu"),
    ("gre", "ell"),
    ("ice", "isl"),
    ("mac", "mkd"),
    ("mao", "mri"),
    ("may", "msa"),
    ("per", "fas"),
    ("rum", "ron"),
    ("slo", "slk"),
    ("tib", "bod"),
    ("wel", "cym"),
];

/// A language of ISO 639-1, 639-2 or 639-3, also with a region: `ar`, `nl-BE`, `fre`, `sfb`.
pub(super) fn language(text: &str) -> Option<Language> {
    let code = text.split(['-', '_']).next()?.to_ascii_lowercase();
    match code.len() {
        2 => isolang::Language::from_639_1(&code)?.to_639_3().parse().ok(),
        3 => BIBLIOGRAPHIC
            .iter()
            .find(|(library, _)| *library == code)
            .map_or(code.as_str(), |(_, terminology)| terminology)
            .parse()
            .ok(),
        _ => None,
    }
}

/// The days of a recurrence rule: `MO,WE`. A numbered day such as `2MO` is more than a day.
pub(super) fn days(text: &str) -> Option<Vec<WeekDay>> {
    text.split(',')
        .map(|day| match day.trim().to_ascii_uppercase().as_str() {
            "MO" => Some(WeekDay::Monday),
            "TU" => Some(WeekDay::Tuesday),
            "WE" => Some(WeekDay::Wednesday),
            "TH" => Some(WeekDay::Thursday),
            "FR" => Some(WeekDay::Friday),
            "SA" => Some(WeekDay::Saturday),
            "SU" => Some(WeekDay::Sunday),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_forms_and_never_guessed() {
        let national_day = NaiveDate::from_ymd_opt(2023, 7, 21);
        for text in ["2023-07-21", "2023/07/21", "20230721", "2023-07-21T10:30:45.123Z"] {
            assert_eq!(date(text), national_day, "{text}");
        }
        for text in ["07/08/2023", "21/07/2023", "2023-13-45", "soon", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_local_and_never_guessed() {
        for text in ["09:30", "9:30", "09:30:00", "9h30", "9:30 am", "09:30 AM"] {
            assert_eq!(time(text), ClockTime::new(9, 30), "{text}");
        }
        assert_eq!(time("9h"), ClockTime::new(9, 0));
        assert_eq!(time("6pm"), ClockTime::new(18, 0));
        assert_eq!(time("12 am"), ClockTime::new(0, 0));
        for text in ["09:30Z", "09:30+02:00", "930", "9", "25:00", "09:3", "13 pm", "morning"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn languages_of_three_standards_become_one() {
        let read = |text: &str| language(text).map(|language| language.to_string());
        for (text, code) in
            [("ar", "ara"), ("nl-BE", "nld"), ("FR", "fra"), ("dut", "nld"), ("sfb", "sfb"), ("ur", "urd")]
        {
            assert_eq!(read(text).as_deref(), Some(code), "{text}");
        }
        for text in ["Urdu", "xx", "qqq!", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
