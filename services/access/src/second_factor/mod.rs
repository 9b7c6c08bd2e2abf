//! The second factor: codes that change with time.
