//! Passwords: hashed with argon2id, never kept.
