-- Business cases under processes. Outcome: 0 taken, 1 ignored, 2 unexpected, 3 refused.

create table case_definitions (
    id integer primary key,
    process text not null,
    version integer not null,
    hash text not null,
    revision text not null
);

create table cases (
    id integer primary key,
    establishment text not null,
    world integer not null,
    process text not null,
    key text not null,
    definition integer not null,
    state text not null,
    entered_at integer not null,
    holds text not null,
    fired text,
    next_at integer,
    alert text,
    opened_at integer not null,
    updated_at integer not null,
    ended_at integer,
    revision integer not null,
    events integer not null
);
create unique index cases_key on cases (establishment, world, process, key);
create index cases_state on cases (process, state, id);
create index cases_due on cases (next_at) where next_at is not null;
create index cases_alert on cases (process, id) where alert is not null;
create index cases_ended on cases (ended_at) where ended_at is not null;

-- The history of a case lies together; an identity stands in it once.
create table case_events (
    case_id integer not null,
    identity text not null,
    ordinal integer not null,
    event text not null,
    at integer not null,
    outcome integer not null,
    from_state text,
    to_state text not null,
    event_values text,
    message integer,
    cause_code text,
    seen integer not null default 1,
    primary key (case_id, identity)
) without rowid;
create index case_events_message on case_events (message, case_id) where message is not null;

-- Messages that a case has sent.
create table case_messages (
    message integer not null primary key,
    case_id integer not null
);
create index case_messages_case on case_messages (case_id);

create trigger cases_deleted after delete on cases begin
    delete from case_events where case_id = old.id;
    delete from case_messages where case_id = old.id;
end;

alter table work_items add column case_id integer;
create index work_items_case on work_items (case_id) where case_id is not null;
