-- What the workers write besides the library's own tables.
create schema publisher;
create schema consumer;

-- The accounts, each with the number of its last committed movement.
create table publisher.account (id varchar primary key, number bigint not null);

-- What was committed. Its events bear the same token.
create table publisher.movement (
    account varchar not null,
    number  bigint  not null,
    token   bigint  primary key,
    nature  varchar not null
);

-- Whether more is wanted; closed while consumers are far behind, and at the end.
create table publisher.pace (open boolean not null);
insert into publisher.pace values (true);

-- One for each start of a publisher, so that no two tokens are the same.
create sequence publisher.life;

-- The accounts, each with the place of its last effect.
create table consumer.account (id varchar primary key, place bigint not null) with (fillfactor = 70);

-- What was handled. That a token or number is here twice must be possible, to be found.
create table consumer.effect (
    account  varchar not null,
    place    bigint  not null,
    number   bigint  not null,
    token    bigint  not null,
    event_id varchar not null,
    primary key (account, place)
);

-- How often a flaky movement has failed, and which broken ones were mended.
create table consumer.failure (token bigint primary key, times bigint not null);
create table consumer.mended (token bigint primary key);

-- What was parked by itself, not behind another, when a replay was asked for.
create table consumer.replayed (
    event_id varchar primary key,
    account  varchar not null,
    number   bigint  not null,
    token    bigint  not null,
    nature   varchar not null
);
