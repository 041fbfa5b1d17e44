-- Events of transactions that have committed, waiting for the relay. One index serves insert,
-- fetch and delete: the relay walks each shard from its head, and sent rows are deleted.
create table event_manager_outbox (
    shard          smallint                    not null,
    id             bigint generated always as identity,
    event_id       varchar                     not null,
    exchange       varchar                     not null,
    routing_key    varchar                     not null,
    source         varchar                     not null,
    occurred_at    timestamp(6) with time zone not null,
    ordering_key   varchar                     not null,
    correlation_id varchar,
    causation_id   varchar,
    traceparent    varchar,
    tracestate     varchar,
    body           bytea                       not null,
    primary key (shard, id)
);

-- Ordering keys whose rows stand aside in event_manager_outbox_waiting, so that they never lie in
-- the way of other keys: because the key's head could not be published (then attempts counts how
-- often, and the failures are told), or because the key has so many rows (then attempts is 0).
create table event_manager_outbox_key (
    shard         smallint                    not null,
    ordering_key  varchar                     not null,
    attempts      integer                     not null,
    first_failure timestamp(6) with time zone,
    last_failure  timestamp(6) with time zone,
    last_error    varchar,
    next_attempt  timestamp(6) with time zone not null,
    primary key (shard, ordering_key)
);

create index event_manager_outbox_key_due on event_manager_outbox_key (shard, next_attempt);

-- Rows keep the id they were inserted with: it is their place within the key.
create table event_manager_outbox_waiting (
    shard          smallint                    not null,
    id             bigint                      not null,
    event_id       varchar                     not null,
    exchange       varchar                     not null,
    routing_key    varchar                     not null,
    source         varchar                     not null,
    occurred_at    timestamp(6) with time zone not null,
    ordering_key   varchar                     not null,
    correlation_id varchar,
    causation_id   varchar,
    traceparent    varchar,
    tracestate     varchar,
    body           bytea                       not null,
    primary key (shard, ordering_key, id)
);

-- Events for later. What is due moves to the end of the outbox; nobody looks beyond.
create table event_manager_outbox_later (
    shard          smallint                    not null,
    due            timestamp(6) with time zone not null,
    id             bigint generated always as identity,
    event_id       varchar                     not null,
    exchange       varchar                     not null,
    routing_key    varchar                     not null,
    source         varchar                     not null,
    occurred_at    timestamp(6) with time zone not null,
    ordering_key   varchar                     not null,
    correlation_id varchar,
    causation_id   varchar,
    traceparent    varchar,
    tracestate     varchar,
    body           bytea                       not null,
    primary key (shard, due, id),
    constraint event_manager_outbox_later_once unique (event_id)
);

-- The relays that are alive, so that they can share the shards evenly.
create table event_manager_outbox_relay (
    relay       varchar                     not null primary key,
    alive_until timestamp(6) with time zone not null
);

-- A shard is relayed by the one relay that holds its lease; an expired lease is free to take.
create table event_manager_outbox_shard (
    shard        smallint not null primary key,
    relay        varchar,
    leased_until timestamp(6) with time zone
);

insert into event_manager_outbox_shard (shard)
values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
