-- Every instant is milliseconds since 1970. No address, no text and no token is in this file.
CREATE TABLE IF NOT EXISTS followed (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL              -- of the journal: everything up to it was looked at
) STRICT;

CREATE TABLE IF NOT EXISTS letters (
    id       TEXT NOT NULL PRIMARY KEY,    -- follows from the cause: the same cause is the same letter
    network  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    pairing  TEXT NOT NULL,
    member   TEXT NOT NULL,                -- whom it is for
    deadline INTEGER NOT NULL,             -- of the proposal
    attempts INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER NOT NULL,
    state    TEXT NOT NULL                 -- waiting, sent, suppressed, refused, over
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS letters_due ON letters (state, next_try);
