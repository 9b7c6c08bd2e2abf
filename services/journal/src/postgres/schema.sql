-- The journal in PostgreSQL. Position comes from one head row, locked by the append: never from a
-- sequence, whose gaps a reader would skip. Everything an append does is one call, so that the
-- head is held for one round trip and one flush.
CREATE TABLE IF NOT EXISTS journal_format (format integer NOT NULL);
INSERT INTO journal_format SELECT 2 WHERE NOT EXISTS (SELECT 1 FROM journal_format);

-- Format 2: which journal this is, and which node acts for all. A node of format 1 may go on beside until
-- it is stopped: it writes by its own function, which stays.
CREATE TABLE IF NOT EXISTS journal_identity (one boolean PRIMARY KEY DEFAULT true CHECK (one), id uuid NOT NULL);
INSERT INTO journal_identity (id) VALUES (gen_random_uuid()) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS journal_lead (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    node uuid NOT NULL,
    term bigint NOT NULL,
    until timestamptz NOT NULL
);
UPDATE journal_format SET format = 2 WHERE format = 1;

CREATE TABLE IF NOT EXISTS journal_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,
    recorded_at bigint NOT NULL
);
INSERT INTO journal_head (position, recorded_at) VALUES (0, -9223372036854775808) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS streams (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    network text NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    version bigint NOT NULL,
    UNIQUE (network, kind, id)
) WITH (fillfactor = 70);

CREATE TABLE IF NOT EXISTS events (
    position bigint PRIMARY KEY,
    -- A key of streams, from the one function that writes here: a constraint would look it up again,
    -- and lock it, for every event.
    stream bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    shape integer NOT NULL,
    payload bytea NOT NULL,
    recorded_at bigint NOT NULL,
    occurred_at bigint NOT NULL,
    command uuid NOT NULL,
    actor uuid NOT NULL,
    role text NOT NULL,
    device text,
    causation uuid,
    correlation uuid,
    trace text,
    provenance text,
    UNIQUE (stream, version)
);

CREATE TABLE IF NOT EXISTS commands (
    network text NOT NULL,
    id uuid NOT NULL,
    digest bytea NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    version bigint NOT NULL,
    facts text,
    PRIMARY KEY (network, id)
);

-- Takes a batch whole and answers one row ('committed', head before, recorded at), or writes
-- nothing and answers what is in the way: ('moved', index of the stream, its version) and
-- ('repeated', index of the command, 0), or ('over', 0, 0) when the term it is of is. Each row is found once,
-- by its key. Whoever takes the lead waits for an append of the term before, and it for them.
CREATE OR REPLACE FUNCTION journal_append(
    s_network text[], s_kind text[], s_id text[], s_version bigint[], s_after bigint[],
    c_network text[], c_id uuid[], c_digest bytea[], c_offset bigint[], c_count bigint[],
    c_version bigint[], c_facts text[],
    e_stream integer[], e_version bigint[], e_name text[], e_shape integer[], e_payload bytea[],
    e_occurred bigint[], e_command uuid[], e_actor uuid[], e_role text[], e_device text[],
    e_causation uuid[], e_correlation uuid[], e_trace text[], e_provenance text[],
    recorded bigint, of_term bigint
) RETURNS TABLE (what text, a bigint, b bigint) LANGUAGE plpgsql AS $$
DECLARE
    head bigint;
    stamp bigint;
    keys bigint[];
    versions bigint[];
    hindered boolean;
BEGIN
    SELECT h.position, greatest(recorded, h.recorded_at) INTO head, stamp FROM journal_head h WHERE h.one FOR UPDATE;
    IF of_term IS NOT NULL THEN
        PERFORM 1 FROM journal_lead l WHERE l.one AND l.term = of_term FOR SHARE;
        IF NOT FOUND THEN
            RETURN QUERY SELECT 'over'::text, 0::bigint, 0::bigint;
            RETURN;
        END IF;
    END IF;

    RETURN QUERY
        SELECT 'repeated'::text, asked.ordinal, 0::bigint
        FROM unnest(c_network, c_id) WITH ORDINALITY AS asked (network, id, ordinal)
        JOIN commands c ON c.network = asked.network AND c.id = asked.id;
    hindered := FOUND;
    SELECT array_agg(s.key ORDER BY asked.ordinal), array_agg(coalesce(s.version, 0) ORDER BY asked.ordinal)
    INTO keys, versions
    FROM unnest(s_network, s_kind, s_id) WITH ORDINALITY AS asked (network, kind, id, ordinal)
    LEFT JOIN streams s ON s.network = asked.network AND s.kind = asked.kind AND s.id = asked.id;
    IF coalesce(versions, '{}') <> s_version THEN
        RETURN QUERY
            SELECT 'moved'::text, asked.ordinal, asked.version
            FROM unnest(versions, s_version) WITH ORDINALITY AS asked (version, expected, ordinal)
            WHERE asked.version <> asked.expected;
        hindered := true;
    END IF;
    IF hindered THEN
        RETURN;
    END IF;

    UPDATE streams s SET version = known.version
    FROM unnest(keys, s_after) AS known (key, version) WHERE s.key = known.key;
    IF array_position(keys, NULL) IS NOT NULL THEN
        INSERT INTO streams (network, kind, id, version)
        SELECT fresh.network, fresh.kind, fresh.id, fresh.version
        FROM unnest(s_network, s_kind, s_id, s_after, keys) AS fresh (network, kind, id, version, key)
        WHERE fresh.key IS NULL;
        SELECT array_agg(s.key ORDER BY asked.ordinal) INTO keys
        FROM unnest(s_network, s_kind, s_id) WITH ORDINALITY AS asked (network, kind, id, ordinal)
        JOIN streams s ON s.network = asked.network AND s.kind = asked.kind AND s.id = asked.id;
    END IF;

    INSERT INTO events (position, stream, version, name, shape, payload, recorded_at, occurred_at, command, actor,
                        role, device, causation, correlation, trace, provenance)
    SELECT head + e.ordinal, keys[e.stream + 1], e.version, e.name, e.shape, e.payload, stamp, e.occurred, e.command,
           e.actor, e.role, e.device, e.causation, e.correlation, e.trace, e.provenance
    FROM unnest(e_stream, e_version, e_name, e_shape, e_payload, e_occurred, e_command, e_actor, e_role, e_device,
                e_causation, e_correlation, e_trace, e_provenance)
         WITH ORDINALITY AS e (stream, version, name, shape, payload, occurred, command, actor, role, device,
                               causation, correlation, trace, provenance, ordinal);

    INSERT INTO commands (network, id, digest, first, last, version, facts)
    SELECT c.network, c.id, c.digest, head + c.skipped + 1, head + c.skipped + c.events, c.version, c.facts
    FROM unnest(c_network, c_id, c_digest, c_offset, c_count, c_version, c_facts)
         AS c (network, id, digest, skipped, events, version, facts);

    UPDATE journal_head h SET position = head + coalesce(array_length(e_stream, 1), 0), recorded_at = stamp WHERE h.one;
    RETURN QUERY SELECT 'committed'::text, head, stamp;
END
$$;
