//! Files that are written once, for their owner only, and known by what is in them.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// A new file that only its owner may read.
pub(super) fn new(path: &Path) -> anyhow::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options.open(path).with_context(|| format!("{} cannot be made", path.display()))
}

/// Passes bytes on and adds them up.
struct Summing<To> {
    to: To,
    sum: Sha256,
}

impl<To: Write> Write for Summing<To> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.sum.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A new packed file.
pub(super) struct Packing(GzEncoder<Summing<BufWriter<File>>>);

impl Packing {
    pub(super) fn new(path: &Path) -> anyhow::Result<Self> {
        let to = Summing { to: BufWriter::new(new(path)?), sum: Sha256::new() };
        Ok(Self(GzEncoder::new(to, Compression::default())))
    }

    /// Brings it to the disk; answers its sum.
    pub(super) fn end(self) -> anyhow::Result<String> {
        let Summing { to, sum } = self.0.finish()?;
        to.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(hex(&sum.finalize()))
    }
}

impl Write for Packing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Reads a packed file.
pub(super) fn unpacking(path: &Path) -> anyhow::Result<BufReader<GzDecoder<BufReader<File>>>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(BufReader::new(GzDecoder::new(BufReader::new(file))))
}

/// The sum of a file.
pub(super) fn sum(path: &Path) -> anyhow::Result<String> {
    let mut file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let (mut sum, mut bytes) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(hex(&sum.finalize())),
            read => sum.update(bytes.get(..read).unwrap_or_default()),
        }
    }
}

/// Refuses a file that is not what its manifest says.
pub(super) fn check(path: &Path, expected: &str) -> anyhow::Result<()> {
    if sum(path)? != expected {
        bail!(
            "{} is not what its manifest says: it was changed or damaged; take another backup",
            path.display()
        );
    }
    Ok(())
}

/// What is in a folder is there after a power cut too.
pub(super) fn sync(folder: &Path) -> anyhow::Result<()> {
    File::open(folder)?.sync_all().with_context(|| format!("{} cannot be flushed", folder.display()))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
