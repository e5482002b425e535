-- Returns of payers: a row for each message. Status: 0 applying, 1 complete, 2 copy, 3 conflicting, 4 refused, 5 halted.
-- Only one return of an identity was or is being applied. applied: ordinal of the next item.
create table returns (
    id integer primary key,
    establishment text not null,
    world integer not null,
    identity text not null,
    reference text not null,
    hash blob not null,
    format text not null,
    schema text not null,
    process text not null,
    reasons text,
    message integer not null,
    status integer not null,
    items integer not null,
    applied integer not null,
    total integer,
    parts integer not null,
    rejected integer not null,
    deferred integer not null,
    unhandled integer not null,
    copies integer not null,
    parked integer not null,
    given_up integer not null,
    answers integer not null,
    paid integer not null,
    waiting integer not null,
    abandoned integer not null,
    money integer not null,
    since_transfer integer not null,
    at integer not null,
    changed_at integer not null,
    cause_code text,
    cause_place text
);
create unique index returns_message on returns (message);
create unique index returns_identity on returns (establishment, world, identity) where status in (0, 1, 5);
create index returns_applying on returns (id) where status = 0;
create index returns_parked on returns (id) where parked > 0;
create index returns_ended on returns (changed_at) where status > 0;

-- Transfers with the sum of what stands under them, deductions and single payments.
create table return_money (
    id integer primary key,
    return integer not null,
    ordinal integer not null,
    kind text not null,
    reference text not null,
    amount integer,
    sum integer,
    accounted_on text
);
create unique index return_money_return on return_money (return, ordinal);

create table return_rejections (
    return integer not null,
    ordinal integer not null,
    at_part integer not null,
    case_key text not null,
    code text not null,
    label text not null,
    level text not null,
    debtor integer,
    line integer not null,
    family text not null,
    primary key (return, ordinal, at_part)
) without rowid;

-- Parts that wait for a decision. state: 0 waiting, 1 applied, 2 given up. insured is a stand-in.
create table return_parked (
    id integer primary key,
    return integer not null,
    ordinal integer not null,
    message integer not null,
    establishment text not null,
    world integer not null,
    process text not null,
    case_key text not null,
    identity text not null,
    place text not null,
    payee text not null,
    payer text not null,
    invoice text not null,
    complement text not null,
    lot integer not null,
    lot_date text,
    debtor integer not null,
    repetition integer not null,
    asked integer not null,
    said integer not null,
    paid integer not null,
    insured text not null,
    transfer text,
    accounted_on text,
    amc text,
    rejections text,
    cause_code text not null,
    retries integer not null,
    state integer not null,
    at integer not null,
    decided_by text,
    decided_at integer,
    why text
);
create unique index return_parked_return on return_parked (return, ordinal);
create index return_parked_retries on return_parked (id) where state = 0 and retries = 1;
create index return_parked_waiting on return_parked (id) where state = 0;
