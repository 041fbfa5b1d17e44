-- An event that a queue's handler has dealt with; written in the handler's own transaction.
create table event_manager_inbox (
    queue       varchar                     not null,
    event_id    varchar                     not null,
    -- Tells another event apart that came under the same id.
    fingerprint bigint                      not null,
    handled_at  timestamp(6) with time zone not null,
    primary key (queue, event_id)
);

create index event_manager_inbox_handled_at on event_manager_inbox (handled_at);
