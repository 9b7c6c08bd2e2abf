//! An organisation's own sign-in: OpenID Connect.
