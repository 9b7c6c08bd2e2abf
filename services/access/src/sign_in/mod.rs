//! Signing in: accounts, proofs and sessions together.
