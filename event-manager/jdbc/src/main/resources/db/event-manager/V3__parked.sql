-- What is held on a queue: an ordering key whose head event failed, or one event that failed and
-- holds nobody back. Whoever settles the head or adds an event behind it locks this row first.
create table event_manager_sequence (
    queue           varchar                     not null,
    sequence_id     varchar                     not null,
    ordering_key    varchar                     not null,
    -- RETRYING, PARKED or REPLAYING
    state           varchar                     not null,
    -- how often its head has failed since it came to the head, or was replayed
    failures        integer                     not null,
    -- null while it is parked
    next_attempt_at timestamp(6) with time zone,
    leased_by       varchar,
    leased_until    timestamp(6) with time zone,
    primary key (queue, sequence_id)
);

-- Finds what is due, and counts both what waits for its next attempt and what is parked.
create index event_manager_sequence_due on event_manager_sequence (queue, next_attempt_at);

-- The events that are held. The rows of one sequence, by id, are in the order in which they came.
create table event_manager_parked (
    id              bigint generated always as identity primary key,
    queue           varchar                     not null,
    sequence_id     varchar                     not null,
    reason          varchar                     not null,
    attempts        integer                     not null,
    first_failed_at timestamp(6) with time zone not null,
    last_failed_at  timestamp(6) with time zone not null,
    error_class     varchar,
    error_message   varchar,
    error_frame     varchar,
    error_stack     varchar,
    fingerprint     bigint                      not null,
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
    -- One id used for two events is two rows.
    constraint event_manager_parked_once unique (queue, event_id, fingerprint)
);

create index event_manager_parked_sequence on event_manager_parked (queue, sequence_id, id);

-- Failures by their kind, without a look at what merely waits behind them.
create index event_manager_parked_failure
    on event_manager_parked (queue, error_class, error_frame, id);
