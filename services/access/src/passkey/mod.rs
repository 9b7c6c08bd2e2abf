//! Passkeys: WebAuthn.
