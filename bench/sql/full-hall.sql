-- The hall as in the morning: {count} people wait for the windows of the bench, nobody is called.
delete from queue.calls;
delete from queue.tickets where expected_seconds = 601;
delete from queue.visits where sector = 'registration' and arrived_at = '2000-01-01';
select setval('bench.turns', 1, false);
with made as (
  select n, uuidv7() as ticket_id, uuidv7() as visit_id from generate_series(1, {count}) as n
), visits as (
  insert into queue.visits (id, hall, day, sector, arrived_at, imported)
  select visit_id, 'main', '{day}', 'registration', '2000-01-01', false from made
)
insert into queue.tickets (
  id, visit_id, hall, day, sector, number, seq, code, class_state, state, order_key, joined_at, queued_at,
  expected_seconds, imported)
select ticket_id, visit_id, 'main', '{day}', 'registration', 'Р-' || n, 1000000 + n,
  translate(upper(lpad(to_hex(n), 8, 'Z')), '01', 'WX'), 'none', 'waiting', now() - interval '1 hour' + n * interval '1 millisecond',
  now() - interval '1 hour' + n * interval '1 millisecond', now() - interval '1 hour' + n * interval '1 millisecond', 601, false
from made;
vacuum analyze queue.tickets, queue.visits, queue.calls;
