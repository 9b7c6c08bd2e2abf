//! `entraide restore`: a backup into an empty place, whole or as it was then.

use journal::portable::Until;
use kernel::Position;

use crate::backup::{self, Wanted, Words};
use crate::options::Restore;

pub(crate) async fn run(options: Restore) -> anyhow::Result<()> {
    let Restore { place, from, position, instant, vault_from, without_words, dry_run } = options;
    let until = match (position, instant) {
        (Some(position), _) => Until::Position(Position(position)),
        (None, Some(instant)) => Until::Instant(instant),
        (None, None) => Until::Head,
    };
    let wanted = Wanted { from, until, vault_from, without_words, dry_run };
    let restored = backup::restore(&place, wanted).await?;
    let (survey, whole) = (&restored.survey, &restored.manifest.journal);
    println!("backup       {}", restored.backup.display());
    println!("journal      up to position {} of {}", survey.until, whole.position);
    if let Some(recorded) = survey.recorded_at {
        println!("             recorded at {}", recorded.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    }
    match &restored.words {
        Words::Copied(look) => {
            println!("vault        epoch {}, {} keys, {} erased", look.epoch, look.subjects, look.erased);
        }
        Words::InPlace(look) => {
            println!(
                "vault        the one that is in place, epoch {}: whoever was erased stays erased",
                look.epoch
            );
        }
        Words::None => println!("vault        none: there are no words about anybody"),
    }
    if dry_run {
        println!("nothing was changed");
    } else {
        println!(
            "restored; everybody signs in again, and commands after position {} are unknown",
            survey.until
        );
        println!("next: entraide doctor --deep, then entraide serve, with the same --data");
    }
    Ok(())
}
