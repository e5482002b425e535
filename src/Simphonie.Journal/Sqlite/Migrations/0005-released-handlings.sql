-- Released dead letters are listed on request; there are few.
create index handlings_released on handlings (id) where state = 5;
