-- A hotline of some years: {calls} calls and {tickets} tickets of 40,000 callers at the demo city's houses, six mass
-- events that go on, fifty telephones that ring, and fifty operators signed in. Few call often, most once or twice.
-- Rows by SQL are the bench's alone: no action was done, so there is no timeline and no journal.
set session_replication_role = replica;
set synchronous_commit = off;

create temporary table made_houses as
select row_number() over (order by h.id) - 1 as no, h.id, h.lat, h.lon, coalesce(h.district_code, '') as district, h.street_id,
  'м. Кропивницький, вул. ' || n.name || ', ' || h.number as line
from address_register.houses h join address_register.street_names n on n.street_id = h.street_id and n.valid_to is null;
create index on made_houses (no);

create temporary table made_callers as
select i as no, '+38050' || lpad((i::bigint * 7919 % 10000000)::text, 7, '0') as phone,
  (array['Коваленко', 'Бондаренко', 'Ткаченко', 'Шевченко', 'Кравченко', 'Олійник', 'Мельник', 'Поліщук', 'Гончар', 'Лисенко',
    'Савченко', 'Руденко', 'Мороз'])[1 + i % 13] || ' ' || (array['Олена', 'Наталія', 'Ірина', 'Андрій', 'Сергій', 'Богдан',
    'Галина'])[1 + i / 13 % 7] as name,
  i::bigint * 15485863 % (select count(*) from made_houses) as house_no
from generate_series(0, 39999) as i;
create index on made_callers (no);

create temporary table made_topics as
select row_number() over (order by position) - 1 as no, code, name from hotline.topics;

insert into hotline.events (id, topic, title, text, district, street_ids, begins_at, until_at)
select uuidv7(), (array['water', 'heating', 'power', 'transport', 'waste', 'lift'])[n],
  (array['Немає води', 'Холодні батареї', 'Аварійне вимкнення світла', 'Змінили маршрут 4-го автобуса', 'Не вивозять сміття',
    'Ліфти стоять'])[n] || ' на кількох вулицях',
  'Бригада працює на місці. Обіцяють закінчити до вечора; питну воду підвозять до першого будинку кожної вулиці.',
  '', case when n = 1 then '{}' else (select array_agg(distinct street_id) from made_houses where no % 40 = n) end,
  now() - interval '5 hours', now() + interval '1 day'
from generate_series(1, 6) as n;

create temporary table made_tickets as
select i, uuidv7() as id, c.phone, c.name, h.id as house_id, h.line, h.lat, h.lon, h.district, t.code as topic, t.name as topic_name,
  i > {tickets} * 0.96 as is_open, now() - interval '4 years' + i * (interval '4 years' / {tickets}) as at
from generate_series(1, {tickets}) as i
  join made_callers c on c.no = floor(40000 * power(i::bigint * 104729 % 100003 / 100003.0, 2))
  join made_houses h on h.no = case when i % 5 = 0 then i::bigint * 32452843 % (select count(*) from made_houses) else c.house_no end
  join made_topics t on t.no = floor((select count(*) from made_topics) * power(i::bigint * 7919 % 10007 / 10007.0, 2));

insert into kernel.cases (
  id, kind, book, year, seq, number, title, state, is_open, outcome, unit_id, registered_at, recorded_at, due_on,
  internal_due_on, clock_state, closed_at, tracking_hash, imported, event_count, last_event_at, holder_kind, holder_unit_id)
select id, 'hotline.ticket', 'bench-hotline', extract(year from at)::int, i, 'ГЛ-' || extract(year from at) || '-' || lpad(i::text, 6, '0'),
  topic_name || ' – ' || line, case when is_open then 'in-work' else 'confirmed' end, is_open, null, '{unit}', at, at, at::date + 10,
  at::date + 10, case when is_open then 'running' else 'stopped' end, case when not is_open then at + interval '6 days' end,
  '\x00', true, 1, at, case when is_open then 'body' else 'closed' end, '{unit}'
from made_tickets;

insert into hotline.tickets (
  case_id, topic, urgency, channel, received_on, received_at, changed_at, house_id, address, district, lat, lon, body, phone)
select id, topic, (array['ordinary', 'ordinary', 'ordinary', 'urgent', 'emergency'])[1 + i % 5],
  (array['telephone', 'telephone', 'telephone', 'site', 'open311'])[1 + i % 5], at::date, at, at, house_id, line, district, lat, lon,
  topic_name || ', уже другий день. Просять прийти після 18:00, домофон не працює.', phone
from made_tickets;

insert into hotline.calls (id, at, day, phone, caller, topic, outcome, house_id, note, event_id, case_id, operator_id)
select uuidv7(), call.at, call.at::date, c.phone, case when call.i % 3 = 0 then '' else c.name end, t.code,
  case when e.id is not null then 'event' when k.id is not null then 'ticket' else 'answered' end, null, '', e.id, k.id, '{staff}'
from (select i, now() - interval '4 years' + i * (interval '4 years' / {calls}) as at from generate_series(1, {calls}) as i) as call
  join made_callers c on c.no = floor(40000 * power(call.i::bigint * 611953 % 100003 / 100003.0, 2))
  join made_topics t on t.no = floor((select count(*) from made_topics) * power(call.i::bigint * 7919 % 10007 / 10007.0, 2))
  left join made_tickets k on call.i % 4 = 0 and k.i = call.i / 4
  left join lateral (select id, row_number() over (order by id) as no from hotline.events where ended_at is null and begins_at > now() - interval '6 hours') e
    on call.i > {calls} * 0.98 and k.id is null and e.no = 1 + floor(7 * power(call.i % 101 / 101.0, 2));

insert into hotline.rings (call_id, phone, ringing_at, told_at)
select 'bench-' || n, (select phone from made_callers where no = n * 97), now(), now() from generate_series(1, 50) as n;

insert into hotline.call_backs (id, call_id, phone, caller, about, due_at)
select uuidv7(), id, phone, caller, 'Передзвонити, коли буде відповідь', now() + interval '1 hour'
from hotline.calls where phone <> '' order by at desc limit 40;

insert into kernel.staff (id, unit_id, login, name, position, roles, created_at)
select uuidv7(), (select unit_id from kernel.staff where login = 'operator-01'), 'bench-operator-' || lpad(n::text, 2, '0'),
  'Операторка ' || n, 'оператор', '{operator}', now()
from generate_series(1, 50) as n;
insert into kernel.sessions (id, token_hash, staff_id, kind, stage, created_at, expires_at)
select uuidv7(), sha256(convert_to('bench-' || login, 'UTF8')), id, 'browser', 'full', now(), now() + interval '1 day'
from kernel.staff where login like 'bench-operator-%';
insert into hotline.shifts (id, staff_id, began_at)
select uuidv7(), id, now() from kernel.staff where login like 'bench-operator-%';

set session_replication_role = origin;
set synchronous_commit = on;
vacuum analyze kernel.cases, hotline.tickets, hotline.calls, hotline.rings, hotline.events, hotline.call_backs, hotline.shifts;
checkpoint;
