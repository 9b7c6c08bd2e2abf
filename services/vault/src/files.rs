//! The keys of epochs in files: `epoch-N.key`, 32 random bytes, readable by their owner only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::epochs::{EpochKey, EpochKeys};
use crate::error::VaultError;

/// The permission bits of group and world.
#[cfg(unix)]
const OTHERS: u32 = 0o077;

/// A folder of key files. `epoch-N.key.new` is a key that is only prepared.
#[derive(Debug, Clone)]
pub struct KeyFiles {
    folder: PathBuf,
}

impl KeyFiles {
    /// The keys in a folder, which is made, for its owner only, if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, VaultError> {
        let folder = folder.into();
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).map_err(unusable(&folder))?;
        Ok(Self { folder })
    }

    /// The keys in a folder that may not be there, to look at: nothing is made.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn file(&self, epoch: u64) -> PathBuf {
        self.folder.join(format!("epoch-{epoch}.key"))
    }

    fn prepared(&self, epoch: u64) -> PathBuf {
        self.folder.join(format!("epoch-{epoch}.key.new"))
    }

    /// The key files of a folder: their epoch and whether they are established.
    fn all(&self) -> Result<Vec<(u64, bool, PathBuf)>, VaultError> {
        let mut found = Vec::new();
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
            entries => entries.map_err(unusable(&self.folder))?,
        };
        for entry in entries {
            let entry = entry.map_err(unusable(&self.folder))?;
            let name = entry.file_name();
            let Some(rest) = name.to_str().and_then(|name| name.strip_prefix("epoch-")) else { continue };
            let (number, established) = match rest.strip_suffix(".key.new") {
                Some(number) => (number, false),
                None => (rest.strip_suffix(".key").unwrap_or_default(), true),
            };
            if let Ok(epoch) = number.parse() {
                found.push((epoch, established, entry.path()));
            }
        }
        found.sort();
        Ok(found)
    }
}

impl EpochKeys for KeyFiles {
    fn epochs(&self) -> Result<Vec<u64>, VaultError> {
        Ok(self
            .all()?
            .into_iter()
            .filter(|(_, established, _)| *established)
            .map(|(epoch, ..)| epoch)
            .collect())
    }

    fn key(&self, epoch: u64) -> Result<Option<EpochKey>, VaultError> {
        // The established one once more: another process may have renamed it between the looks.
        for file in [self.file(epoch), self.prepared(epoch), self.file(epoch)] {
            if let Some(key) = read(&file)? {
                return Ok(Some(EpochKey::of(key)));
            }
        }
        Ok(None)
    }

    fn prepare(&self, epoch: u64) -> Result<EpochKey, VaultError> {
        let (key, file) = (EpochKey::random()?, self.prepared(epoch));
        destroy(&file)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
            .open(&file)
            .and_then(|mut written| {
                written.write_all(key.bytes())?;
                written.sync_all()
            })
            .and_then(|()| sync(&self.folder))
            .map_err(unusable(&file))?;
        // Read back, so that the permissions are checked as they are on this disk.
        self.key(epoch)?.ok_or_else(|| VaultError::KeyMissing { epoch, place: self.place() })
    }

    fn establish(&self, epoch: u64) -> Result<(), VaultError> {
        let file = self.file(epoch);
        match fs::rename(self.prepared(epoch), &file) {
            Ok(()) => sync(&self.folder).map_err(unusable(&file)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(unusable(&file)(error)),
        }
    }

    fn destroy_before(&self, epoch: u64) -> Result<(), VaultError> {
        for (of, _, file) in self.all()? {
            if of < epoch {
                destroy(&file)?;
            }
        }
        Ok(())
    }

    fn place(&self) -> String {
        self.folder.display().to_string()
    }
}

/// Reads a key file; `None` when there is none.
pub(crate) fn read(file: &Path) -> Result<Option<Zeroizing<[u8; 32]>>, VaultError> {
    let mut opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(file)(error)),
    };
    refuse_exposed(file, &opened)?;
    // One byte more than a key, so that a longer file is noticed without being read whole.
    let mut bytes = Zeroizing::new(Vec::with_capacity(33));
    (&mut opened).take(33).read_to_end(&mut bytes).map_err(unusable(file))?;
    let key = <[u8; 32]>::try_from(bytes.as_slice())
        .map_err(|_| VaultError::KeyDamaged { file: file.to_owned(), length: bytes.len() })?;
    Ok(Some(Zeroizing::new(key)))
}

/// Overwrites a key file, brings that to the disk, and removes it.
pub(crate) fn destroy(file: &Path) -> Result<(), VaultError> {
    let gone = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Ok(()),
        _ => Err(unusable(file)(error)),
    };
    let overwritten = OpenOptions::new().write(true).open(file).and_then(|mut written| {
        let length = written.metadata()?.len();
        std::io::copy(&mut std::io::repeat(0).take(length), &mut written)?;
        written.sync_all()
    });
    match overwritten.and_then(|()| fs::remove_file(file)) {
        Ok(()) => file.parent().map_or(Ok(()), sync).map_err(unusable(file)),
        Err(error) => gone(error),
    }
}

/// Leaves a file to its owner only.
pub(crate) fn for_owner_only(file: &Path) -> Result<(), VaultError> {
    #[cfg(unix)]
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).map_err(unusable(file))?;
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

#[cfg(unix)]
fn refuse_exposed(file: &Path, opened: &File) -> Result<(), VaultError> {
    let mode = std::os::unix::fs::MetadataExt::mode(&opened.metadata().map_err(unusable(file))?) & 0o777;
    if mode & OTHERS != 0 { Err(VaultError::KeyExposed { file: file.to_owned(), mode }) } else { Ok(()) }
}

#[cfg(not(unix))]
fn refuse_exposed(_: &Path, _: &File) -> Result<(), VaultError> {
    // Access lists of other systems are for who sets the machine up.
    Ok(())
}

#[cfg(unix)]
fn sync(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> std::io::Result<()> {
    Ok(())
}

pub(crate) fn unusable(file: &Path) -> impl Fn(std::io::Error) -> VaultError + use<> {
    let file: PathBuf = file.to_owned();
    move |source| VaultError::File { file: file.clone(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_prepared_then_established_then_destroyed() {
        let folder = tempfile::tempdir().unwrap();
        let keys = KeyFiles::open(folder.path().join("keys")).unwrap();
        let first = *keys.prepare(1).unwrap().bytes();
        assert_eq!(keys.epochs().unwrap(), Vec::<u64>::new(), "it is only prepared");
        assert_eq!(keys.key(1).unwrap().unwrap().bytes(), &first);
        for _ in 0..2 {
            keys.establish(1).unwrap();
            assert_eq!(keys.epochs().unwrap(), [1]);
            assert_eq!(keys.key(1).unwrap().unwrap().bytes(), &first);
        }
        keys.prepare(10).unwrap();
        keys.establish(10).unwrap();
        keys.prepare(2).unwrap();
        for _ in 0..2 {
            keys.destroy_before(10).unwrap();
            assert_eq!(keys.epochs().unwrap(), [10]);
        }
        assert_eq!(fs::read_dir(folder.path().join("keys")).unwrap().count(), 1);
    }

    #[test]
    fn a_key_prepared_again_is_another_key() {
        let folder = tempfile::tempdir().unwrap();
        let keys = KeyFiles::open(folder.path()).unwrap();
        let first = *keys.prepare(2).unwrap().bytes();
        // What a power cut may leave of a file is no key and does not stay in the way.
        fs::write(keys.prepared(2), b"half").unwrap();
        assert_ne!(keys.prepare(2).unwrap().bytes(), &first);
    }

    #[test]
    fn a_destroyed_key_is_overwritten_before_it_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let keys = KeyFiles::open(folder.path()).unwrap();
        keys.prepare(1).unwrap();
        keys.establish(1).unwrap();
        // A second name for the same bytes on the disk shows what became of them.
        let witness = folder.path().join("witness");
        fs::hard_link(keys.file(1), &witness).unwrap();
        keys.destroy_before(2).unwrap();
        assert_eq!(fs::read(witness).unwrap(), [0; 32]);
    }
}
