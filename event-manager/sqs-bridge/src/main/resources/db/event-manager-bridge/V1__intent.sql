-- What a mirror was about to send, noted before it was sent; and, once the target accepted it, the
-- receipt.
create table event_manager_mirror_intent (
    -- the target, by its name
    queue              varchar                     not null,
    event_id           varchar                     not null,
    message_group      varchar                     not null,
    -- tells two events apart that came under one id
    digest             bigint                      not null,
    -- INTENT or SENT
    state              varchar                     not null,
    first_attempt_at   timestamp(6) with time zone not null,
    sent_at            timestamp(6) with time zone,
    sequence_number    varchar,
    -- whether the target may hold a second copy, which is flagged as such
    possible_duplicate boolean                     not null,
    primary key (queue, event_id)
);

-- Finds what may be forgotten. By the first attempt, which never changes, so that a receipt costs no
-- change of an index.
create index event_manager_mirror_intent_age on event_manager_mirror_intent (first_attempt_at);
