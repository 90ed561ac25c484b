-- {count} applications of the year 2020 with their visits and tickets. The newest fiftieth is still open.
-- Rows by SQL are the bench's alone: no action was done, so there is no timeline and no journal.
set session_replication_role = replica;
set synchronous_commit = off;

create temporary table made_names as
select array['Коваленко', 'Бондаренко', 'Ткаченко', 'Шевченко', 'Кравченко', 'Олійник', 'Мельник', 'Поліщук',
  'Гончар', 'Лисенко', 'Савченко', 'Руденко', 'Мороз', 'Петренко', 'Клименко', 'Кучер', 'Гриценко', 'Яременко',
  'Заєць', 'Ґудзь', 'Їжакевич', 'Литвин', 'Сидоренко', 'Панченко', 'Юрченко', 'Назаренко', 'Хоменко', 'Карпенко',
  'Власенко', 'Дорошенко', 'Захарченко', 'Білоус', 'Чорновіл', 'Голуб', 'Журавель', 'Стельмах', 'Кириченко'] as surnames,
  array['Олена', 'Наталія', 'Ірина', 'Світлана', 'Тетяна', 'Оксана', 'Людмила', 'Юлія', 'Марина', 'Андрій',
  'Сергій', 'Богдан', 'Галина', 'Вікторія', 'Євген', 'Інна', 'Ярослава', 'Степан', 'Орися'] as names;

create function pg_temp.words_of(text) returns text[] language sql immutable as $$
  select array_remove(regexp_split_to_array(translate(lower($1), 'йїґ''’', 'иіг'), '[^а-яієa-z0-9]+'), '')
$$;

create temporary table made_services as
select row_number() over (order by v.code) - 1 as no, v.code, v.id::text as version, v.name as title, v.sector, v.report_group,
  (select p.unit_id from service_catalogue.version_providers p where p.version_id = v.id order by p.position limit 1) as unit_id,
  pg_temp.words_of(v.name) as words
from service_catalogue.service_versions v where v.valid_to is null;
create index on made_services (no);

create temporary table made as
select i, uuidv7() as case_id, uuidv7() as applicant_id, uuidv7() as visit_id,
  n.surnames[1 + i % 37] || case when i % 1009 = 0 then '-Рідкісний' || i else '' end as surname,
  n.names[1 + i / 37 % 19] as name, lpad(i::text, 10, '0') as tax_code,
  i > {count} * 0.98 as is_open, i % 4 <> 0 as has_visit,
  timestamptz '2020-01-02 06:00Z' + (i - 1) * (interval '362 days' / {count}) as at,
  s.*
from generate_series(1, {count}) as i cross join made_names n
  join made_services s on s.no = i::bigint * 7919 % (select count(*) from made_services);

insert into kernel.applicants (id, kind, name, code)
select applicant_id, 'person', surname || ' ' || name, tax_code from made;

insert into kernel.cases (
  id, kind, book, year, seq, number, title, state, is_open, outcome, applicant_id, unit_id, definition_code,
  definition_version, registered_at, recorded_at, due_on, internal_due_on, clock_state, closed_at, tracking_hash,
  imported, event_count, last_event_at, holder_kind, holder_unit_id)
select case_id, 'applications.application', 'applications', 2020, i, 'ЦНАП-2020-' || lpad(i::text, greatest(6, length(i::text)), '0'),
  title, case when is_open then 'registered' else 'handed-out' end, is_open, case when not is_open then 'granted' end,
  applicant_id, unit_id, code, version, at, at, at::date + 20, at::date + 20,
  case when is_open then 'running' else 'stopped' end, case when not is_open then at + interval '9 days' end,
  '\x00', true, 1, at, case when is_open then 'body' else 'closed' end, unit_id
from made;

insert into kernel.case_words (case_id, words)
select case_id, array_to_tsvector(words || pg_temp.words_of(surname) || pg_temp.words_of(name)
  || array['цнап', '2020', tax_code, i::text, lpad(i::text, 6, '0')])
from made;

insert into applications.applications (
  case_id, registered_on, service_code, sector, provider_unit_id, report_group, documents, outcome, decided_on,
  decided_unit_id, days, in_term, handed_out_on)
select case_id, at::date, code, sector, unit_id, report_group, array['Заява', 'Паспорт'],
  case when not is_open then 'granted' end, case when not is_open then at::date + (i % 9)::int end,
  case when not is_open then unit_id end, case when not is_open then (i % 9)::int end,
  case when not is_open then i % 50 <> 0 end, case when not is_open then at::date + 9 end
from made;

insert into queue.visits (id, hall, day, sector, arrived_at, served_at, imported)
select visit_id, 'main', at::date, sector, at, at + interval '30 minutes', true from made where has_visit;

insert into queue.tickets (
  id, visit_id, hall, day, sector, number, seq, code, service_code, class_state, state, order_key, joined_at,
  queued_at, called_at, served_from, ended_at, wait_seconds, call_count, window_id, clerk_id, expected_seconds, imported)
select uuidv7(), visit_id, 'main', at::date, sector, 'А-' || i, i,
  translate(upper(lpad(to_hex(i), 8, 'Y')), '01', 'WX'), code, 'none', 'served', at, at,
  at, at + interval '20 minutes', at + interval '21 minutes', at + interval '30 minutes', 1200, 1,
  (select id from queue.windows order by number limit 1),
  (select id from kernel.staff where login = 'administrator-01'), 600, true
from made where has_visit;

set session_replication_role = origin;
set synchronous_commit = on;
vacuum analyze kernel.cases, kernel.applicants, kernel.case_words, applications.applications, queue.visits, queue.tickets;
checkpoint;
