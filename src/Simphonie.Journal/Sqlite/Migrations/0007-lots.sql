-- The book of lots. States: 0 open, 1 ready, 2 closed, 3 sent, 4 acknowledged, 5 refused, 6 reopened, 7 settled.
-- Counters and totals are those of the file; live: invoices that are still open.
create table lots (
    id integer primary key,
    establishment text not null,
    world integer not null,
    recipient text not null,
    scheme text not null,
    fund text not null,
    kind text not null,
    schema text not null,
    state integer not null,
    version integer not null,
    is_foreign integer not null,
    held integer not null,
    opened_at integer not null,
    closes_at integer,
    invoices integer not null,
    records integer not null,
    heads integer not null,
    lines integer not null,
    sums integer not null,
    billed integer not null,
    amo integer not null,
    amc integer not null,
    live integer not null,
    number integer,
    lot_date text,
    file_id text,
    message integer,
    former integer,
    closed_at integer,
    changed_at integer not null,
    cause text
);
create unique index lots_open on lots (establishment, world, recipient, scheme, fund, kind, schema) where state = 0;
create index lots_due on lots (closes_at) where state = 0 and closes_at is not null;
create index lots_ready on lots (id) where state = 1 and held = 0;
create unique index lots_taken on lots (establishment, world, recipient, number) where state > 1 and state < 5;
create index lots_number on lots (number, lot_date) where number is not null;
create index lots_message on lots (message) where message is not null;
create index lots_state on lots (state, id);
create index lots_ended on lots (changed_at) where state > 4;

-- One row for each lot that an invoice was in. live: 0 history, 1 on the way to another lot within a commit,
-- 2 live, 3 spent (its case has ended at the recipient);
-- at most one row of an invoice is live or spent, whatever happens.
create table lot_invoices (
    id integer primary key,
    lot integer not null,
    establishment text not null,
    world integer not null,
    provider text not null,
    number text not null,
    complement text not null,
    live integer not null,
    records integer not null,
    heads integer not null,
    lines integer not null,
    sums integer not null,
    billed integer not null,
    amo integer not null,
    amc integer not null,
    invoiced_on text,
    message integer not null,
    handling integer,
    at integer not null,
    bytes blob
);
create unique index lot_invoices_live on lot_invoices (establishment, world, provider, number, complement) where live > 1;
create index lot_invoices_key on lot_invoices (number, complement, provider) where live < 2;
create index lot_invoices_lot on lot_invoices (lot, id);

-- How far numbers have come for (establishment, world, recipient).
create table lot_marks (
    establishment text not null,
    world integer not null,
    recipient text not null,
    sequence integer not null,
    number integer not null,
    file_id text not null,
    primary key (establishment, world, recipient)
) without rowid;

-- Every file id, those of files that came made among them.
create table lot_files (
    establishment text not null,
    world integer not null,
    recipient text not null,
    file_id text not null,
    message integer,
    at integer not null,
    primary key (establishment, world, recipient, file_id)
) without rowid;
create index lot_files_at on lot_files (at);
