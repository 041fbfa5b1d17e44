-- What operators did to parked events: a preview freezes its set of events as items, a confirmation
-- acts on those that are still parked as they were. Times are the database's.
create table event_manager_operation (
    id             varchar                     not null primary key,
    kind           varchar                     not null,
    queue          varchar                     not null,
    -- What was asked for: EVENT, KEY, GROUP or QUEUE, with that one's columns.
    selection      varchar                     not null,
    parked_id      bigint,
    ordering_key   varchar,
    error_class    varchar,
    error_frame    varchar,
    reason         varchar,
    -- How many were selected, how many more wait behind them, and how many of the selected their
    -- keys have gone past.
    events         bigint                      not null,
    following      bigint                      not null,
    overtaken      bigint                      not null,
    previewed_by   varchar                     not null,
    previewed_at   timestamp(6) with time zone not null,
    expires_at     timestamp(6) with time zone not null,
    confirmed_by   varchar,
    confirmed_at   timestamp(6) with time zone,
    carried_out_at timestamp(6) with time zone
);

-- The few that are still to be carried out, or to be forgotten, are found among all there ever were.
create index event_manager_operation_open on event_manager_operation (carried_out_at, confirmed_at);

create table event_manager_operation_item (
    operation_id varchar                     not null
        references event_manager_operation (id) on delete cascade,
    parked_id    bigint                      not null,
    sequence_id  varchar                     not null,
    event_id     varchar                     not null,
    ordering_key varchar                     not null,
    head         boolean                     not null,
    -- As it stood when it was selected: one that was tried since is not the one that was looked at.
    attempts     integer                     not null,
    state        varchar                     not null,
    gone_because varchar,
    settled_at   timestamp(6) with time zone,
    primary key (operation_id, parked_id)
);

create index event_manager_operation_item_state
    on event_manager_operation_item (operation_id, state, parked_id);

create index event_manager_operation_item_parked on event_manager_operation_item (parked_id);

-- Events that were discarded, whole, so that none is lost for good.
create table event_manager_discarded (
    parked_id       bigint                      not null primary key,
    operation_id    varchar                     not null,
    discarded_at    timestamp(6) with time zone not null,
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
    body            bytea                       not null
);
