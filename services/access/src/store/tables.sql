-- Every instant is milliseconds since 1970; `over_at` is when a row may go.
CREATE TABLE IF NOT EXISTS pepper (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS sessions (
    digest    BLOB NOT NULL PRIMARY KEY, -- SHA-256 of the token
    id        TEXT NOT NULL UNIQUE,      -- names the session in lists; not the token
    network   TEXT NOT NULL,
    account   TEXT NOT NULL,
    device    TEXT,
    shared    INTEGER NOT NULL,
    facet     TEXT,                      -- the role that was chosen, as the account names it
    proofs    TEXT NOT NULL,             -- how its holder proved to be the account
    began_at  INTEGER NOT NULL,
    used_at   INTEGER NOT NULL,
    over_at   INTEGER NOT NULL,          -- the absolute limit
    locked    INTEGER NOT NULL DEFAULT 0,
    pin       TEXT,                      -- argon2id
    pin_wrong INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_of ON sessions (network, account);

CREATE TABLE IF NOT EXISTS devices (
    digest  BLOB NOT NULL PRIMARY KEY,   -- SHA-256 of the device's token
    network TEXT NOT NULL,
    account TEXT NOT NULL,
    over_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS devices_of ON devices (network, account, over_at);

CREATE TABLE IF NOT EXISTS steps (
    digest  BLOB NOT NULL PRIMARY KEY,   -- SHA-256 of the token
    kind    TEXT NOT NULL,
    state   TEXT NOT NULL,
    over_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS steps_over ON steps (over_at);

CREATE TABLE IF NOT EXISTS tries (
    key     BLOB NOT NULL PRIMARY KEY,   -- blinded: what, whose, from where
    times   BLOB NOT NULL,               -- instants, eight bytes each, oldest first
    over_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tries_over ON tries (over_at);

CREATE TABLE IF NOT EXISTS codes_used (
    key     TEXT NOT NULL PRIMARY KEY,   -- the account, with its network
    step    INTEGER NOT NULL,            -- the newest step of 30 seconds whose code was used
    over_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS passkey_counters (
    credential BLOB NOT NULL PRIMARY KEY,
    counter    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS links (
    digest  BLOB NOT NULL PRIMARY KEY,   -- SHA-256 of the token
    network TEXT NOT NULL,
    pairing TEXT NOT NULL,
    member  TEXT NOT NULL,               -- the volunteer who is asked
    over_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_of ON links (network, pairing, member);
CREATE INDEX IF NOT EXISTS links_of_member ON links (network, member);
