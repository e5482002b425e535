-- A caller who waited was told of the failure: nobody has to look at it, so that it does not pin its message.
alter table handlings add column interactive integer not null default 0;
