-- Times are UTC ticks of 100 ns. Enumerations are the integers of Simphonie.Core. World: 0 test, 1 real.

create table meta (
    name text not null primary key,
    value not null
) without rowid;

-- Bytes of messages, documents, deliveries and answers: apart from what lists scan.
-- body for up to 64 KiB, else content: a file of the content store, relative to its root.
create table payloads (
    id integer primary key,
    length integer not null,
    hash blob not null,
    content text,
    body blob
);
create index payloads_content on payloads (content) where content is not null;

create table messages (
    id integer primary key,
    establishment text not null,
    channel text not null,
    format text not null,
    schema text,
    world integer not null,
    received_at integer not null,
    state integer not null,
    type text,
    control_id text,
    duplicate_key text,
    correlation text,
    acknowledgement text,
    origin integer,
    origin_kind text,
    revision text,
    findings text,
    length integer not null,
    whole_length integer,
    file_name text,
    peer text,
    payload integer
);
create index messages_received_at on messages (received_at);
create index messages_channel on messages (channel);
create index messages_control_id on messages (control_id) where control_id is not null;
create index messages_correlation on messages (correlation) where correlation is not null;
create index messages_state on messages (state) where state in (1, 2, 4);
create index messages_origin on messages (origin) where origin is not null;

-- Identities are here only as HMAC.
create table business_keys (
    name text not null,
    value text not null,
    establishment text not null,
    message integer not null,
    primary key (name, value, establishment, message)
) without rowid;

-- By the key's own text and not by a hash of it: control ids mostly count up, so neighbours in time are neighbours here.
create table duplicates (
    establishment text not null,
    key text not null,
    message integer not null,
    hash blob not null,
    at integer not null,
    primary key (establishment, key)
) without rowid;
create index duplicates_at on duplicates (at);

create table handlings (
    id integer primary key,
    message integer not null,
    establishment text not null,
    route text not null,
    route_version integer not null,
    revision text not null,
    key text not null,
    lane integer not null,
    state integer not null,
    stage integer not null,
    version integer not null,
    now integer not null,
    business_date text,
    expires_at integer,
    ended_at integer,
    cause_code text,
    cause_place text,
    cause_text text,
    replay_of integer,
    subjects text,
    reduced integer not null default 0
);
create index handlings_message on handlings (message);
create index handlings_key on handlings (establishment, route, key, id);
create index handlings_open_key on handlings (establishment, route, key, state, id) where state < 5;
create index handlings_open_state on handlings (state, id) where state < 5;
create index handlings_expires on handlings (expires_at) where expires_at is not null and state < 5;
create index handlings_ended on handlings (ended_at) where ended_at is not null and reduced = 0;

create table stages (
    handling integer not null,
    ordinal integer not null,
    at integer not null,
    steps text,
    primary key (handling, ordinal)
) without rowid;

create table documents (
    handling integer not null,
    stage integer not null,
    ordinal integer not null,
    name text not null,
    format text not null,
    schema text,
    payload integer not null,
    primary key (handling, stage, ordinal)
) without rowid;

create table deliveries (
    handling integer not null,
    stage integer not null,
    ordinal integer not null,
    establishment text not null,
    world integer not null,
    endpoint text not null,
    kind text not null,
    state integer not null,
    peer_identity text not null,
    created_at integer not null,
    next_at integer,
    expires_at integer,
    attempts integer not null,
    cause_code text,
    cause_place text,
    cause_text text,
    ended_at integer,
    resend_of text,
    body integer,
    answer integer,
    primary key (handling, stage, ordinal)
) without rowid;
create index deliveries_due on deliveries (endpoint, next_at) where state = 0;
create index deliveries_sending on deliveries (handling) where state = 1;
create index deliveries_failed on deliveries (handling) where state in (3, 4, 5, 6);

create table attempts (
    handling integer not null,
    stage integer not null,
    delivery integer not null,
    ordinal integer not null,
    started_at integer not null,
    micros integer not null,
    outcome text not null,
    cause_code text,
    cause_text text,
    primary key (handling, stage, delivery, ordinal)
) without rowid;

create table work_items (
    id integer primary key,
    establishment text not null,
    code text not null,
    what text not null,
    why text not null,
    message integer,
    handling integer,
    delivery text,
    opened_at integer not null,
    taken_by text,
    done_at integer,
    done_by text,
    done_why text,
    identity text
);
create unique index work_items_identity on work_items (establishment, identity) where identity is not null;
create index work_items_open on work_items (id) where done_at is null;
create index work_items_message on work_items (message) where message is not null and done_at is null;
create index work_items_code on work_items (code);

create table ledger (
    establishment text not null,
    world integer not null,
    kind text not null,
    key text not null,
    value text not null,
    message integer not null,
    at integer not null,
    primary key (establishment, world, kind, key)
) without rowid;
create index ledger_at on ledger (at);

-- One row a count: counts are of a window of time.
create table counts (
    id integer primary key,
    establishment text not null,
    world integer not null,
    kind text not null,
    key text not null,
    at integer not null
);
create index counts_key on counts (establishment, world, kind, key, at);
create index counts_at on counts (at);

create table events (
    id integer primary key,
    establishment text not null,
    world integer not null,
    identity text not null,
    kind text not null,
    key text not null,
    message integer not null,
    handling integer,
    at integer not null,
    seen integer not null
);
create unique index events_identity on events (establishment, world, identity);
create index events_message on events (message);

create table revisions (
    revision text not null primary key,
    content blob not null,
    stored_at integer not null
);

create table activations (
    id integer primary key,
    revision text not null,
    at integer not null,
    activated_by text not null
);

create table commands (
    id text not null primary key,
    what text not null,
    requested_by text not null,
    at integer not null
) without rowid;
create index commands_at on commands (at);

create table tickets (
    ticket text not null primary key,
    handling integer not null,
    peer text,
    at integer not null
) without rowid;
create index tickets_at on tickets (at);

create table aggregate_groups (
    id integer primary key,
    establishment text not null,
    route text not null,
    group_key text not null,
    opened_at integer not null,
    closes_at integer not null,
    closed_at integer
);
create unique index aggregate_groups_open on aggregate_groups (establishment, route, group_key) where closed_at is null;
create index aggregate_groups_due on aggregate_groups (closes_at) where closed_at is null;

create table aggregate_members (
    handling integer not null primary key,
    group_id integer not null
) without rowid;
create index aggregate_members_group on aggregate_members (group_id, handling);
