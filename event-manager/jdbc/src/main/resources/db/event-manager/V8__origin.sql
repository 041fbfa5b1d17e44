-- Where a bridge brought an event in from; null for most. An event that waits here must not forget
-- it, or a bridge would take it back there.
alter table event_manager_outbox add column origin varchar;
alter table event_manager_outbox_waiting add column origin varchar;
alter table event_manager_outbox_later add column origin varchar;
alter table event_manager_parked add column origin varchar;
alter table event_manager_discarded add column origin varchar;
