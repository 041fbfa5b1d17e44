-- The versions that an event is published in at once, and the id of the original; null for most.
alter table event_manager_outbox add column twins varchar;
alter table event_manager_outbox_waiting add column twins varchar;
alter table event_manager_outbox_later add column twins varchar;
alter table event_manager_parked add column twins varchar;
alter table event_manager_discarded add column twins varchar;

-- What an original takes along until it is sent: the body of each twin, in the order of the versions.
alter table event_manager_outbox add column twin_bodies bytea array;
alter table event_manager_outbox_waiting add column twin_bodies bytea array;
alter table event_manager_outbox_later add column twin_bodies bytea array;
