-- What is parked by itself, as the library's tables have it; made once these are there.
create view consumer.parked_head as
select p.event_id, b.account, b.number, b.token, b.nature
from consumer.event_manager_parked p
    join consumer.event_manager_sequence s using (queue, sequence_id)
    cross join jsonb_to_record(convert_from(p.body, 'UTF8')::jsonb)
        as b(account varchar, number bigint, token bigint, nature varchar)
where s.state = 'PARKED' and p.reason <> 'BEHIND_PARKED';
