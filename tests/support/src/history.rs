//! One stored JSON for each event shape there ever was, and the check that all are still read.

#![allow(clippy::panic, clippy::expect_used, reason = "a test kit fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use kernel::Event;

/// Reads every `Name.SHAPE.json` of a folder as a stored event; a fixture of today's shape must
/// also be written back as it stands. Every variant among `samples` must have a fixture of its
/// current shape; with `WRITE_HISTORY=1` in the environment, missing ones are written from them.
///
/// # Panics
/// Names the fixture that cannot be read, or the variant without one.
#[track_caller]
pub fn check<E: Event>(folder: impl AsRef<Path>, variants: &[&str], samples: &[E]) {
    let folder = folder.as_ref();
    let shown: BTreeSet<&str> = samples.iter().map(Event::name).collect();
    for variant in variants {
        assert!(shown.contains(variant), "{variant} has no sample in the test");
    }
    for sample in samples {
        let file = folder.join(format!("{}.{}.json", sample.name(), E::shape(sample.name())));
        if !file.exists() && std::env::var_os("WRITE_HISTORY").is_some() {
            std::fs::create_dir_all(folder).expect("the folder of fixtures can be made");
            let json = serde_json::to_string_pretty(sample).expect("a sample can be written");
            std::fs::write(&file, json + "\n").expect("a fixture can be written");
        }
        assert!(file.exists(), "{} is missing; WRITE_HISTORY=1 writes it once", file.display());
    }
    for entry in std::fs::read_dir(folder).expect("the folder of fixtures can be read") {
        let file = entry.expect("a fixture can be listed").path();
        let stem = file.file_stem().and_then(|stem| stem.to_str()).expect("a fixture has a name");
        let (name, shape) = stem.rsplit_once('.').expect("a fixture is called Name.SHAPE.json");
        let shape: u32 = shape.parse().expect("a shape is a number");
        let stored = std::fs::read(&file).expect("a fixture can be read");
        let event =
            E::read(name, shape, &stored).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(event.name(), name, "{} holds another event", file.display());
        if shape == E::shape(name) {
            let before: serde_json::Value = serde_json::from_slice(&stored).expect("a fixture is JSON");
            let after = serde_json::to_value(&event).expect("an event can be written");
            assert_eq!(before, after, "{} is written back differently", file.display());
        }
    }
}
