//! Generations: one file each, and a small file that names the live one.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use graph::ports::Table;
use kernel::Position;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::error::{At, Error, While};
use crate::fold::Fold;
use crate::model::Settings;
use crate::purge::Purge;
use crate::schema;
use crate::threads::Workers;
use crate::versions::Manifold;
use crate::writer::{Checkpoint, Writer};

/// Reads that may wait for a free reader; more than this is answered with "overloaded" at once.
const MOST_READS: usize = 1_024;
/// The runner, a rebuild and a retry: nobody else sends work to the writer.
const MOST_WRITES: usize = 16;
/// Page caches in kibibytes: the writer keeps the upper floors of its indexes, a reader those it walks.
/// No memory map: each connection would count the same pages again in resident memory.
const WRITER_CACHE: i64 = 16_384;
const READER_CACHE: i64 = 4_096;
/// Pages of the write-ahead log between two checkpoints, some 32 million bytes: indexes change the same pages
/// again and again, and each is then copied once for many batches.
const LOG: i64 = 8_192;

/// One file, open for one writer and several readers.
pub(crate) struct Generation {
    pub(crate) writer: Workers<Writer>,
    pub(crate) readers: Workers<Reader>,
    pub(crate) files: Arc<Files>,
    tables: Vec<(Table, Manifold)>,
}

/// A connection that only reads.
pub(crate) struct Reader {
    pub(crate) connection: Connection,
    /// Held until after the connection is closed: see [`Files`].
    _files: Arc<Files>,
}

/// The files of a generation; removed when the last connection is closed, once they are not wanted.
pub(crate) struct Files {
    pub(crate) path: PathBuf,
    unwanted: AtomicBool,
}

impl Files {
    pub(crate) fn kept(path: PathBuf) -> Arc<Self> {
        Arc::new(Self { path, unwanted: AtomicBool::new(false) })
    }

    /// Files that go away unless somebody [keeps](Self::keep) them.
    pub(crate) fn passing(path: PathBuf) -> Arc<Self> {
        Arc::new(Self { path, unwanted: AtomicBool::new(true) })
    }

    pub(crate) fn keep(&self, wanted: bool) {
        self.unwanted.store(!wanted, Ordering::Release);
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        if *self.unwanted.get_mut() {
            remove(&self.path);
        }
    }
}

fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        // What cannot be removed now is removed by the next rebuild.
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

impl Generation {
    /// Opens a whole file; `Err(NeedsRebuild)` when it does not serve these projections.
    pub(crate) fn open(files: Arc<Files>, folds: &Arc<[Fold]>, settings: &Settings) -> Result<Self, Error> {
        let connection = connect(&files.path, WRITER_CACHE)?;
        if let Some(why) = schema::unfit(&connection, folds).during("reading what the file is made of")? {
            return Err(Error::NeedsRebuild(why));
        }
        for (name, value) in [("journal_mode", "WAL"), ("synchronous", "NORMAL")] {
            connection.pragma_update(None, name, value).during("setting up the file")?;
        }
        connection.pragma_update(None, "wal_autocheckpoint", LOG).during("setting up the file")?;
        let tables = tables(&connection, folds)?;
        let manifold: Vec<Manifold> = tables.iter().map(|(_, manifold)| manifold.clone()).collect();
        let writer = Writer::new(connection, Arc::clone(&files), folds, &manifold).purging(settings.purge);
        let readers = (0..settings.readers.max(1)).map(|_| {
            let connection = connect(&files.path, READER_CACHE)?;
            connection.pragma_update(None, "query_only", true).during("setting up a reader")?;
            Ok(Reader { connection, _files: Arc::clone(&files) })
        });
        let readers = readers.collect::<Result<Vec<_>, Error>>()?;
        Ok(Self {
            writer: Workers::start("readmodel-writer", vec![writer], MOST_WRITES)?,
            readers: Workers::start("readmodel-reader", readers, MOST_READS)?,
            files,
            tables,
        })
    }

    /// A table of this generation, and which of its facets have several values.
    pub(crate) fn table(&self, wanted: Table) -> Option<&(Table, Manifold)> {
        self.tables.iter().find(|(table, _)| table.name == wanted.name)
    }

    /// Which journal it was made of.
    pub(crate) async fn of_journal(&self) -> Result<String, Error> {
        self.writer.call(|writer| schema::of_journal(&writer.connection)).await?
    }

    /// How far it has come.
    pub(crate) async fn stands(&self) -> Result<Checkpoint, Error> {
        self.writer.call(|writer| writer.stands()).await?
    }
}

fn tables(connection: &Connection, folds: &Arc<[Fold]>) -> Result<Vec<(Table, Manifold)>, Error> {
    let mut tables = Vec::with_capacity(folds.len());
    for fold in folds.iter() {
        let (table, manifold) = (fold.table(), Manifold::default());
        let has = format!("SELECT EXISTS (SELECT 1 FROM {}__many WHERE facet = ?1)", table.name);
        for nth in 0..table.facets.len() {
            let asked = connection.query_row(&has, [crate::versions::small(nth)], |row| row.get(0));
            if asked.during("reading the facets")? {
                manifold.set(nth);
            }
        }
        tables.push((table, manifold));
    }
    Ok(tables)
}

fn connect(path: &Path, cache: i64) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).during("opening the file")?;
    set_up(&connection, cache)?;
    Ok(connection)
}

fn set_up(connection: &Connection, cache: i64) -> Result<(), Error> {
    // Another process may verify the file while we write it.
    connection.busy_timeout(std::time::Duration::from_secs(5)).during("setting up a connection")?;
    connection.pragma_update(None, "cache_size", -cache).during("setting up a connection")?;
    // Words that are taken out are overwritten in the file.
    connection
        .pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))
        .during("setting up a connection")?;
    // A full table of statements: every list has a few shapes of filters.
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// A connection to the live file that changes nothing.
pub(crate) fn look(path: &Path) -> Result<Connection, Error> {
    let connection = connect(path, READER_CACHE)?;
    connection.pragma_update(None, "query_only", true).during("setting up a reader")?;
    Ok(connection)
}

/// A writer into a new file. Until it is [sealed](seal) nothing is safe from a crash, and nothing
/// needs to be: half a file is thrown away.
pub(crate) fn bulk(
    files: &Arc<Files>,
    folds: &Arc<[Fold]>,
    purge: Option<Purge>,
) -> Result<Workers<Writer>, Error> {
    remove(&files.path);
    let connection = Connection::open(&files.path).during("making a new file")?;
    set_up(&connection, WRITER_CACHE)?;
    for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF")] {
        connection.pragma_update(None, name, value).during("setting up a new file")?;
    }
    schema::create(&connection, folds)?;
    let manifold: Vec<Manifold> = folds.iter().map(|_| Manifold::default()).collect();
    let writer = Writer::new(connection, Arc::clone(files), folds, &manifold).purging(purge);
    Workers::start("readmodel-bulk", vec![writer], MOST_WRITES)
}

/// Makes a replayed file whole and brings it to the disk.
pub(crate) fn seal(writer: &mut Writer, path: &Path, folds: &[Fold], journal: Uuid) -> Result<(), Error> {
    schema::finish(&writer.connection, folds, journal)?;
    File::open(path).and_then(|file| file.sync_all()).at(path)
}

/// The live file, if `current` names one.
pub(crate) fn live(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let current = folder.join("current");
    match fs::read_to_string(&current) {
        Ok(name) if number(name.trim()).is_some() => Ok(Some(folder.join(name.trim()))),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).at(&current),
    }
}

/// The path of the next generation; what crashed rebuilds left is removed. A number is not used
/// twice by a process: a thread that still closes a file of that name would remove the new one.
pub(crate) fn next(folder: &Path, last: &mut u64) -> Result<PathBuf, Error> {
    let live = live(folder)?;
    for entry in fs::read_dir(folder).at(folder)? {
        let path = entry.at(folder)?.path();
        let Some(number) = path.file_name().and_then(|name| name.to_str()).and_then(number) else { continue };
        *last = number.max(*last);
        if Some(&path) != live.as_ref() {
            remove(&path);
        }
    }
    *last += 1;
    Ok(folder.join(format!("read-{last}.sqlite")))
}

fn number(name: &str) -> Option<u64> {
    name.strip_prefix("read-")?.strip_suffix(".sqlite")?.parse().ok()
}

/// Names a file the live one: at every instant there is one, the old or the new.
pub(crate) fn switch(folder: &Path, path: &Path) -> Result<(), Error> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (new, current) = (folder.join("current.new"), folder.join("current"));
    let mut file = File::create(&new).at(&new)?;
    writeln!(file, "{name}").and_then(|()| file.sync_all()).at(&new)?;
    fs::rename(&new, &current).at(&current)?;
    File::open(folder).and_then(|folder| folder.sync_all()).at(folder)
}

/// The right to fold into a folder, for one process at a time; given up when it is dropped.
pub(crate) fn hold(folder: &Path) -> Result<File, Error> {
    let path = folder.join("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).at(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Error::InUse(folder.to_owned())),
        Err(fs::TryLockError::Error(error)) => Err(error).at(&path),
    }
}

/// A reached position as a number for a gauge, which is a float whatever it measures.
#[allow(clippy::cast_precision_loss, reason = "gauges are floats; exact up to 2^53 events")]
pub(crate) fn gauge(Position(value): Position) -> f64 {
    value as f64
}
