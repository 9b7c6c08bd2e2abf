//! Attempts: counted by account, by device and in all.
