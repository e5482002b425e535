-- A stage that failed is kept with its findings, until it is run again and takes the place.
alter table stages add column failed integer not null default 0;

-- What counted once does not count again when its stage is decided again.
alter table counts add column identity text;
create unique index counts_identity on counts (establishment, world, kind, key, identity) where identity is not null;
