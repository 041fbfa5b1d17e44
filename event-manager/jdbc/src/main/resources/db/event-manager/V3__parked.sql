-- Events set aside. The rows of one queue and ordering key, by id, are the key's sequence: the one
-- that failed first, then those that came after it.
create table event_manager_parked (
    id              bigint generated always as identity primary key,
    queue           varchar                     not null,
    -- An ordering key from a stranger may be longer than an index entry, so its hash is indexed.
    key_hash        integer                     not null,
    holds_key       boolean                     not null,
    reason          varchar                     not null,
    attempts        integer                     not null,
    first_failed_at timestamp(6) with time zone not null,
    last_failed_at  timestamp(6) with time zone not null,
    error_class     varchar,
    error_message   varchar,
    error_frame     varchar,
    event_id        varchar                     not null,
    exchange        varchar                     not null,
    routing_key     varchar                     not null,
    source          varchar                     not null,
    occurred_at     timestamp(6) with time zone not null,
    ordering_key    varchar                     not null,
    correlation_id  varchar,
    causation_id    varchar,
    traceparent     varchar,
    tracestate      varchar,
    body            bytea                       not null,
    constraint event_manager_parked_once unique (queue, event_id)
);

create index event_manager_parked_sequence on event_manager_parked (queue, key_hash, id);
