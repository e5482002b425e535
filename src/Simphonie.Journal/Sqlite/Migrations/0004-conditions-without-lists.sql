-- A list in the condition of an index makes SQLite build the list as a table of its own at every write: a sixth of what appending a message cost.
drop index messages_state;
create index messages_state on messages (state) where state > 0 and state <> 3;
drop index deliveries_failed;
create index deliveries_failed on deliveries (handling) where state > 2 and state < 7;
