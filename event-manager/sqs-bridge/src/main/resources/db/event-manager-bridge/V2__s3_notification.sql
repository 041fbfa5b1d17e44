-- What S3 told of its objects: each row first waits for what S3 did earlier to the same object, then
-- goes to the outbox. It is kept a while after that, so that a copy of it is known by its id.
create table event_manager_s3_notification (
    -- made of bucket, key, version, sequencer and event: the same for every copy
    event_id    varchar(64)                 not null primary key,
    -- SHA-256 of bucket and key, which are too long for an index
    object      varchar(64)                 not null,
    -- null where S3 gave none
    sequencer   numeric(80),
    occurred_at timestamp(6) with time zone not null,
    -- the event's payload; null once it is released
    body        bytea,
    -- null once it is released
    due_at      timestamp(6) with time zone,
    -- null until then
    released_at timestamp(6) with time zone
);

create index event_manager_s3_notification_due on event_manager_s3_notification (due_at);
create index event_manager_s3_notification_object on event_manager_s3_notification (object, due_at);
create index event_manager_s3_notification_released on event_manager_s3_notification (released_at);

-- How far each object is. Whoever releases what was told of it locks this row first.
create table event_manager_s3_object (
    object      varchar(64)                 not null primary key,
    -- the newest that was released; 0 where none had a sequencer
    sequencer   numeric(80)                 not null,
    released_at timestamp(6) with time zone not null
);

create index event_manager_s3_object_released on event_manager_s3_object (released_at);
