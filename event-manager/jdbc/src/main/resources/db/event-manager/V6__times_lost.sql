-- How often an instance died, or could not give the lease back, with the sequence's head in hand since
-- it came to the head, failed last or was replayed.
alter table event_manager_sequence add column times_lost integer default 0 not null;
