//! A disk for SQLite that forgets what was not synced, fills up, and fails: in memory, seen write by
//! write.
//!
//! SQLite writes through a VFS. Ours keeps every file of a path under `/entraide-disk/` in memory and
//! writes down each operation in order; every other path goes to the VFS that was there before. A
//! test runs the program as it is, then asks of any point of the record what a machine would have
//! found there after a power cut.
//!
//! Read on: [`store`] (a disk and its record), [`cut`] (what is left after a power cut), `vfs` (the C
//! face, with everything that is unsafe). `sqlite-plugin` from crates.io would have spared us the last
//! one, but it wants libclang to be built; `sqlite-vfs` knows no WAL.

pub mod cut;
pub mod locks;
pub mod store;
mod vfs;

pub use cut::{Cuts, Damage, Image};
pub use store::{Disk, Fault, Op, When};
