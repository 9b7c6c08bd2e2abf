//! What a monitor hears of the last backup: a file for the textfile collector of the Prometheus node exporter, as
//! backups are made by a timer and not by a process that could be asked.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::Context;
use metrics_exporter_prometheus::PrometheusBuilder;

use super::Manifest;

/// Writes the figures of a backup into a file, in place of those of the one before.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn tell(file: &Path, made: &Manifest) -> anyhow::Result<()> {
    let unwritten = || format!("{} cannot be written", file.display());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Nobody reads half of it.
    let mut new = tempfile::NamedTempFile::new_in(folder).with_context(unwritten)?;
    new.write_all(figures(made).as_bytes()).with_context(unwritten)?;
    // Another account reads it; it has counts only.
    new.as_file().set_permissions(PermissionsExt::from_mode(0o644)).with_context(unwritten)?;
    new.persist(file).with_context(unwritten)?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "seconds and counts are far below 2^52")]
fn figures(made: &Manifest) -> String {
    let recorder = PrometheusBuilder::new().build_recorder();
    metrics::with_local_recorder(&recorder, || {
        let lost = made.vault.as_ref().map_or(0, |vault| vault.without_key);
        metrics::gauge!("entraide_backup_begun_timestamp_seconds").set(made.made_at.timestamp() as f64);
        metrics::gauge!("entraide_backup_position").set(made.journal.position.0 as f64);
        metrics::gauge!("entraide_backup_without_key").set(lost as f64);
    });
    recorder.handle().render()
}
