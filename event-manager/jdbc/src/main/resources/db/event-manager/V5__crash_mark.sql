-- An event that may have killed its process, noted before it is handled alone and removed after.
create table event_manager_crash_mark (
    queue       varchar not null,
    -- Of the event itself: one that was published without an id gets another with each delivery.
    fingerprint bigint  not null,
    event_id    varchar not null,
    begun       int     not null,
    primary key (queue, fingerprint)
);
