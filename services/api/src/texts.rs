//! Every text of the platform, in one place.

use graph::Wording;

/// The texts of all contexts.
///
/// # Errors
/// Names the file that cannot be read, or the text that two contexts define.
pub fn wording() -> Result<Wording, String> {
    Wording::new([
        dropin::TEXTS,
        directory::TEXTS,
        referrals::TEXTS,
        mutual_aid::TEXTS,
        meetings::TEXTS,
        people::TEXTS,
        accounts::TEXTS,
        access::TEXTS,
    ])
}
