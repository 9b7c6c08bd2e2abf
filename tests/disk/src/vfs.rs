//! The C face: SQLite calls these functions. Everything unsafe of the crate stands here.
//!
//! What SQLite promises, and each `SAFETY` below leans on: pointers it hands over are valid for the
//! call, buffers have the length it says, a file's methods are called between its open and its
//! close, and never at the same time for one file.
#![allow(unsafe_code, reason = "SQLite is written in C")]

use std::ffi::CStr;
use std::os::raw::{c_char, c_int, c_void};
use std::ptr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once, OnceLock};

use rusqlite::ffi;

use crate::locks::Level;
use crate::store::{Code, Shared, find, lock};

/// A piece of a WAL's index: SQLite keeps its address, and writes there from several threads.
pub(crate) struct Region {
    words: *mut u64,
    count: usize,
}

// SAFETY: the address is only handed on; those who write there agree by SQLite's own locks.
unsafe impl Send for Region {}

impl Region {
    fn of(bytes: usize) -> Self {
        let words = Box::leak(vec![0_u64; bytes.div_ceil(8)].into_boxed_slice());
        Self { count: words.len(), words: words.as_mut_ptr() }
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: made by `of` from a box of this length; the disk goes after every file on it, since
        // each of them holds the disk's state.
        drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(self.words, self.count)) });
    }
}

/// A file as SQLite holds it: its methods first, then ours.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    open: *mut Open,
}

struct Open {
    disk: Shared,
    name: Arc<str>,
    who: u64,
    goes_when_closed: bool,
}

/// The VFS that was the default one: a `sqlite3_vfs` lives as long as the process.
struct Before(*mut ffi::sqlite3_vfs);
// SAFETY: never changed after SQLite has made it.
unsafe impl Send for Before {}
// SAFETY: as above.
unsafe impl Sync for Before {}

static BEFORE: OnceLock<Before> = OnceLock::new();
static HANDLES: AtomicU64 = AtomicU64::new(1);

/// Makes ours the default VFS of this process, once.
pub(crate) fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: with no name, the default VFS; SQLite initializes itself for it.
        let before = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        BEFORE.get_or_init(|| Before(before));
        // SAFETY: the default VFS of an initialized SQLite is there, and stays.
        let mut ours = unsafe { *before };
        ours.szOsFile = ours.szOsFile.max(c_int::try_from(size_of::<File>()).unwrap_or(c_int::MAX));
        ours.pNext = ptr::null_mut();
        ours.zName = c"entraide-disk".as_ptr();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        ours.xAccess = Some(access);
        ours.xFullPathname = Some(full_pathname);
        // SAFETY: a VFS must stay where it is for good, so it is leaked.
        unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1) };
    });
}

fn before() -> &'static ffi::sqlite3_vfs {
    // SAFETY: set by `register`, without which nobody calls us; see `Before`.
    unsafe { &*BEFORE.get_or_init(|| Before(ffi::sqlite3_vfs_find(ptr::null()))).0 }
}

fn before_mut() -> *mut ffi::sqlite3_vfs {
    ptr::from_ref(before()).cast_mut()
}

/// The disk and name of a path, if it is ours.
fn ours(path: *const c_char) -> Option<(Shared, Arc<str>)> {
    if path.is_null() {
        return None;
    }
    // SAFETY: a path of SQLite's is a C string.
    find(unsafe { CStr::from_ptr(path) }.to_str().ok()?)
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let Some((disk, name)) = ours(path) else {
        // SAFETY: the file has room for the other's (see `register`); it puts its own methods there.
        return before()
            .xOpen
            .map_or(ffi::SQLITE_CANTOPEN, |open| unsafe { open(before_mut(), path, file, flags, out) });
    };
    let journal = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
    let make = flags & ffi::SQLITE_OPEN_CREATE != 0;
    let opened = lock(&disk).open(&name, make, flags & journal != 0);
    let who = HANDLES.fetch_add(1, Ordering::Relaxed);
    let goes_when_closed = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
    // SAFETY: SQLite gives room of `szOsFile` bytes; without methods it will not close what failed.
    unsafe {
        let file = &mut *file.cast::<File>();
        file.base.pMethods = ptr::null();
        if let Err(code) = opened {
            return code;
        }
        file.open = Box::into_raw(Box::new(Open { disk, name, who, goes_when_closed }));
        file.base.pMethods = &raw const METHODS;
        if !out.is_null() {
            *out = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, path: *const c_char, sync: c_int) -> c_int {
    match ours(path) {
        Some((disk, name)) => code(lock(&disk).delete(&name, sync != 0)),
        // SAFETY: handed on as it came.
        None => before()
            .xDelete
            .map_or(ffi::SQLITE_IOERR_DELETE, |delete| unsafe { delete(before_mut(), path, sync) }),
    }
}

unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    match ours(path) {
        Some((disk, name)) => {
            // SAFETY: the place for the answer.
            unsafe { *out = c_int::from(lock(&disk).files.contains_key(&name)) };
            ffi::SQLITE_OK
        }
        // SAFETY: handed on as it came.
        None => before()
            .xAccess
            .map_or(ffi::SQLITE_IOERR_ACCESS, |access| unsafe { access(before_mut(), path, flags, out) }),
    }
}

unsafe extern "C" fn full_pathname(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    if ours(path).is_none() {
        // SAFETY: handed on as it came.
        return before()
            .xFullPathname
            .map_or(ffi::SQLITE_CANTOPEN, |full| unsafe { full(before_mut(), path, room, out) });
    }
    // SAFETY: `path` is a C string, and it is copied with its zero only if there is room.
    unsafe {
        let bytes = CStr::from_ptr(path).to_bytes_with_nul();
        if bytes.len() > usize::try_from(room).unwrap_or(0) {
            return ffi::SQLITE_CANTOPEN;
        }
        ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    // With 2 there is a WAL's index, and no mapped file: every read is seen.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(raise),
    xUnlock: Some(lower),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// What we keep of a file.
unsafe fn of<'a>(file: *mut ffi::sqlite3_file) -> &'a Open {
    // SAFETY: `open` put it there, `close` takes it away, and SQLite asks in between only.
    unsafe { &*(*file.cast::<File>()).open }
}

fn code(result: Result<(), Code>) -> c_int {
    result.err().unwrap_or(ffi::SQLITE_OK)
}

fn size(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: made by `open`; SQLite closes a file once.
    let open = unsafe { Box::from_raw((*file.cast::<File>()).open) };
    let mut disk = lock(&open.disk);
    disk.locks.entry(Arc::clone(&open.name)).or_default().forget(open.who);
    if open.goes_when_closed { code(disk.delete(&open.name, false)) } else { ffi::SQLITE_OK }
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, count: c_int, at: i64) -> c_int {
    // SAFETY: `of`; the buffer has `count` bytes, which are overwritten whatever they were.
    let (open, into) =
        unsafe { (of(file), std::slice::from_raw_parts_mut(into.cast::<u8>(), size(count.into()))) };
    code(lock(&open.disk).read(&open.name, size(at), into))
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    count: c_int,
    at: i64,
) -> c_int {
    // SAFETY: `of`; the buffer has `count` bytes.
    let (open, bytes) =
        unsafe { (of(file), std::slice::from_raw_parts(from.cast::<u8>(), size(count.into()))) };
    code(lock(&open.disk).write(&open.name, size(at), bytes))
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, to: i64) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    code(lock(&open.disk).truncate(&open.name, size(to)))
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    code(lock(&open.disk).sync(&open.name))
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, out: *mut i64) -> c_int {
    // SAFETY: `of`; the place for the answer.
    unsafe {
        let open = of(file);
        let length = lock(&open.disk).files.get(&open.name).map_or(0, Vec::len);
        *out = i64::try_from(length).unwrap_or(i64::MAX);
    }
    ffi::SQLITE_OK
}

fn level(number: c_int) -> Level {
    match number {
        ffi::SQLITE_LOCK_NONE => Level::None,
        ffi::SQLITE_LOCK_SHARED => Level::Shared,
        ffi::SQLITE_LOCK_RESERVED => Level::Reserved,
        _ => Level::Exclusive,
    }
}

fn busy(free: bool) -> c_int {
    if free { ffi::SQLITE_OK } else { ffi::SQLITE_BUSY }
}

unsafe extern "C" fn raise(file: *mut ffi::sqlite3_file, to: c_int) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    busy(lock(&open.disk).locks.entry(Arc::clone(&open.name)).or_default().raise(open.who, level(to)))
}

unsafe extern "C" fn lower(file: *mut ffi::sqlite3_file, to: c_int) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    lock(&open.disk).locks.entry(Arc::clone(&open.name)).or_default().lower(open.who, level(to));
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: `of`; the place for the answer.
    unsafe {
        let open = of(file);
        *out = c_int::from(lock(&open.disk).locks.entry(Arc::clone(&open.name)).or_default().reserved());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    512
}

unsafe extern "C" fn characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    // As SQLite takes every disk to be: a write changes no byte beside it.
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    number: c_int,
    bytes: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: `of`; the place for the answer, which stays valid as long as the disk.
    unsafe {
        let open = of(file);
        let mut disk = lock(&open.disk);
        let regions = disk.regions.entry(Arc::clone(&open.name)).or_default();
        let number = size(number.into());
        while extend != 0 && regions.len() <= number {
            regions.push(Region::of(size(bytes.into())));
        }
        *out = regions.get(number).map_or(ptr::null_mut(), |region| region.words.cast());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_lock(
    file: *mut ffi::sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    let (first, count) = (size(first.into()), size(count.into()));
    let alone = flags & ffi::SQLITE_SHM_EXCLUSIVE != 0;
    let mut disk = lock(&open.disk);
    let locks = disk.locks.entry(Arc::clone(&open.name)).or_default();
    if flags & ffi::SQLITE_SHM_LOCK != 0 {
        return busy(locks.take(open.who, first, count, alone));
    }
    locks.give(open.who, first, count, alone);
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_barrier(_: *mut ffi::sqlite3_file) {
    std::sync::atomic::fence(Ordering::SeqCst);
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    // SAFETY: `of`.
    let open = unsafe { of(file) };
    let mut disk = lock(&open.disk);
    disk.locks.entry(Arc::clone(&open.name)).or_default().forget_slots(open.who);
    // The last one to close takes the index with it; whoever opens next begins with an empty one.
    if delete != 0 {
        disk.regions.remove(&open.name);
    }
    ffi::SQLITE_OK
}
