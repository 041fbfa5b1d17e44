-- Headers of another client's message, as JSON; null for an event of the library's own publishers. An
-- event that waits here, or is parked, must not lose them.
alter table event_manager_outbox add column headers text;
alter table event_manager_outbox_waiting add column headers text;
alter table event_manager_outbox_later add column headers text;
alter table event_manager_parked add column headers text;
alter table event_manager_discarded add column headers text;
