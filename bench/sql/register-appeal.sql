-- What `appeals.register-appeal` writes, as one statement: the statement of src/kernel/cases/insert-case.ts with the
-- appeal, its question and its second clocks beside it, and that of src/kernel/actions/save-deeds.ts.
-- A colon inside a text is \u003a, or pgbench would take it for a variable.
\set n random(1, 2000000000)
with applicant as (
  insert into kernel.applicants (id, kind, name, code, passport, phone, email, address)
  values (uuidv7(), 'person', 'Коваленко Олена Іванівна', null, null, '+380501112233', null, 'вул. Полтавська, 12, кв. 4')
  returning id
), taken as (
  insert into kernel.number_books as book (book, year, last) values ('appeals', {year}, 1)
  on conflict (book, year) do update set last = book.last + 1
  returning last as seq
), opened as (
  insert into kernel.cases (
    id, kind, book, year, seq, number, title, state, is_open, applicant_id, unit_id, executor_id,
    parent_id, part_no, definition_code, definition_version, registered_at, recorded_at, due_on,
    internal_due_on, clock_state, closed_at, tracking_hash, imported, event_count, last_event_at,
    holder_kind, holder_unit_id)
  select uuidv7(), 'appeals.appeal', 'appeals', {year}, taken.seq,
    'ЗГ-{year}-' || lpad(taken.seq::text, greatest(6, length(taken.seq::text)), '0'),
    'Комунальне господарство', 'registered', true, applicant.id, '{leadership}', null, null, null,
    null, null, now(), now(), current_date + 30, current_date + 30, 'running', null,
    sha256(int4send(taken.seq)), false, 1, now(), 'body', '{leadership}'
  from taken, applicant
  returning id, seq, number
), event as (
  insert into kernel.case_events (
    case_id, seq, type, occurred_at, recorded_at, actor_id, state_after, holder_kind, holder_unit_id, data)
  select id, 1, 'registered', now(), now(), '{staff}', 'registered', 'body', '{leadership}'::uuid,
    '{"clock": "running", "unitId": "{leadership}"}'::jsonb
  from opened
), clock as (
  insert into kernel.case_clocks (
    case_id, name, rule, started_on, started_at, pauses, extensions, due_on, due_at, internal_due_on, steps)
  select id, 'main', '{"code":"appeal","unit":"months","value":1,"article":"Закон 393/96-ВР, ст. 20","silence": null,"validTo": null,"certainty":"V","extension":{"max":45,"unit":"calendar-days"},"validFrom":"1996-10-02","startEvent":"clock\u003aevents.appealReceived"}'::jsonb,
    current_date, now(), '[]', '[]', current_date + 30, null, current_date + 30,
    '[{"date":"2026-11-23","text":{"key":"clock\u003asteps.started","params":{"date":"2026-11-23","event":"clock\u003aevents.appealReceived"}},"article":"Закон 2073-IX, ст. 33, ч. 2"},{"date": null,"text":{"key":"clock\u003asteps.countMonths","params":{"count":1}},"article":"Закон 393/96-ВР, ст. 20"},{"date":"2026-12-23","text":{"key":"clock\u003asteps.ends","params":{"date":"2026-12-23"}},"article": null}]'::jsonb
  from opened
), words as (
  insert into kernel.case_words (case_id, words)
  select id, array_to_tsvector(array['зг', '2026', 'комунальне', 'господарство', 'коваленко', 'олена', 'іванівна', 'на', 'вулиці', 'полтавськіи', 'третіи', 'тиждень', 'немає', 'освітлення', 'ліхтарі', 'біля', 'будинків', '10', '12', 'і', '14', 'не', 'горять', 'увечері', 'дітям', 'темно', 'ити', 'зі', 'школи', 'прошу', 'полагодити', 'вуличне', 'відповісти', 'письмово', 'вул', 'полтавська']
    || array[seq::text, lpad(seq::text, 6, '0')])
  from opened
), clocks as (
  insert into kernel.case_clocks (
    case_id, name, rule, started_on, started_at, pauses, extensions, due_on, due_at, internal_due_on, steps)
  select opened.id, clock.name, clock.rule, clock."startedOn", clock."startedAt", '[]', '[]', clock."dueOn", clock."dueAt",
    clock."internalDueOn", clock.steps
  from opened, jsonb_to_recordset('[{"name": "forward", "rule": {"code": "appeal-forward", "unit": "calendar-days", "value": 5, "article": "Закон 393/96-ВР, ст. 7", "silence": null, "validTo": null, "certainty": "M", "extension": null, "validFrom": "1996-10-02", "startEvent": "clock\u003aevents.appealReceived"}, "startedOn": "2026-11-23", "startedAt": "2026-11-21T15:13:17Z", "pauses": [], "extensions": [], "stoppedOn": null, "dueOn": "2026-11-30", "dueAt": null, "internalDueOn": "2026-11-27", "steps": [{"date": "2026-11-23", "text": {"key": "clock\u003asteps.started", "params": {"date": "2026-11-23", "event": "clock\u003aevents.appealReceived"}}, "article": "Закон 2073-IX, ст. 33, ч. 2"}, {"date": null, "text": {"key": "clock\u003asteps.countCalendarDays", "params": {"count": 5}}, "article": "Закон 393/96-ВР, ст. 7"}, {"date": "2026-11-30", "text": {"key": "clock\u003asteps.moved", "params": {"from": "2026-11-28", "date": "2026-11-30", "why": "calendar\u003areasons.weekday6"}}, "article": "Закон 2073-IX, ст. 33, ч. 3"}]}, {"name": "return", "rule": {"code": "appeal-return", "unit": "calendar-days", "value": 10, "article": "Закон 393/96-ВР, ст. 5", "silence": null, "validTo": null, "certainty": "M", "extension": null, "validFrom": "1996-10-02", "startEvent": "clock\u003aevents.appealReceived"}, "startedOn": "2026-11-23", "startedAt": "2026-11-21T15:13:17Z", "pauses": [], "extensions": [], "stoppedOn": null, "dueOn": "2026-12-03", "dueAt": null, "internalDueOn": "2026-12-03", "steps": [{"date": "2026-11-23", "text": {"key": "clock\u003asteps.started", "params": {"date": "2026-11-23", "event": "clock\u003aevents.appealReceived"}}, "article": "Закон 2073-IX, ст. 33, ч. 2"}, {"date": null, "text": {"key": "clock\u003asteps.countCalendarDays", "params": {"count": 10}}, "article": "Закон 393/96-ВР, ст. 5"}, {"date": "2026-12-03", "text": {"key": "clock\u003asteps.ends", "params": {"date": "2026-12-03"}}, "article": null}]}]'::jsonb) as clock(
    name text, rule jsonb, "startedOn" date, "startedAt" timestamptz, "dueOn" date, "dueAt" timestamptz,
    "internalDueOn" date, steps jsonb)
  on conflict (case_id, name) do update set
    rule = excluded.rule, started_on = excluded.started_on, started_at = excluded.started_at, pauses = '[]',
    extensions = '[]', due_on = excluded.due_on, due_at = excluded.due_at, internal_due_on = excluded.internal_due_on,
    steps = excluded.steps, stopped_on = null
), questions as (
  insert into kernel.case_questions (case_id, no, topic, text)
  select opened.id, asked.no, asked.topic, asked.text
  from opened, jsonb_to_recordset('[{"no": 1, "topic": "090", "text": ""}]'::jsonb) as asked(no int, topic text, text text)
), beside as (
  insert into appeals.appeals (
    case_id, day, counted_from, index, channel, kind, sign, subject, people, deputy, priority, categories, status, text,
    sender, place, lat, lon, author_key, address_key, sketch, synthetic)
  select id, current_date, current_date, 'К-' || seq, 'in-person', 'application', 'first', 'individual', 1, null, false,
    '{}', null, 'На вулиці Полтавській третій тиждень немає освітлення: ліхтарі біля будинків 10, 12 і 14 не горять, увечері дітям темно йти зі школи. Прошу полагодити вуличне освітлення і відповісти письмово.',
    '', 'вул. Полтавська, 12', null, null, 'коваленко о і', 'полтавська 12 4',
    '{-558679637,-490341340,-1183332669,1914895894,523546798,-421725720,-747073515,843162079,-157681122,796502739,537042699,1148370710,1038754428,1271495838,-1416302882,-1965449929,313152789,8637376,-2104259857,-135145924}', null
  from opened
), done as (
  select nextval('kernel.audit_journal_ids') as id, opened.id as case_id,
    '{"trackingCode": "FVHBSYXGS5", "dueOn": "2026-12-23", "countedFrom": "2026-11-23", "steps": [{"date": "2026-11-23", "text": {"key": "clock\u003asteps.started", "params": {"date": "2026-11-23", "event": "clock\u003aevents.appealReceived"}}, "article": "Закон 2073-IX, ст. 33, ч. 2"}, {"date": null, "text": {"key": "clock\u003asteps.countMonths", "params": {"count": 1}}, "article": "Закон 393/96-ВР, ст. 20"}, {"date": "2026-12-23", "text": {"key": "clock\u003asteps.ends", "params": {"date": "2026-12-23"}}, "article": null}]}'::jsonb
      || jsonb_build_object('caseId', opened.id, 'number', opened.number, 'index', 'К-' || opened.seq) as answer
  from opened
), keys as (
  insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
  select '{staff}', 'appeals.register-appeal', :n || '/' || id, sha256(int8send(id)), answer, now() + interval '2 days'
  from done
  on conflict do nothing returning 1
), journal as (
  insert into kernel.audit_journal
    (id, kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, imported_by, unit_id,
     subjects, input, output, changes, request_key)
  select id, 'action', now(), now(), 'appeals.register-appeal', '{staff}', 'Клименко Оксана Андріївна', '{registrar}', null,
    '{centre}'::uuid, jsonb_build_array(jsonb_build_object('id', case_id, 'kind', 'case')),
    '{"channel": "in-person", "kind": "application", "sign": "first", "subject": "individual", "people": 1, "categories": [], "status": null, "questions": [{"topic": "090"}], "author": {"name": "hmac\u003ak8GMuUyucP0zgaIDSiEW9g", "address": "hmac:7tNjJbdppPtNnLToIvcUkA", "phone": "hmac\u003aL0ECPHgPHWXNqHIzNiOxbA"}, "text": "hmac:1VlVhT4i9LLimrVkfcaABA", "place": {"words": "вул. Полтавська, 12"}}'::jsonb,
    answer, '[]'::jsonb, :n || '/' || id
  from done
), personal_values as (
  insert into kernel.audit_personal_values (journal_id, recorded_at, name, personal)
  select id, now(), 'appeals.register-appeal',
    '[{"hash": "hmac\u003ak8GMuUyucP0zgaIDSiEW9g", "value": "Коваленко Олена Іванівна"}, {"hash": "hmac:7tNjJbdppPtNnLToIvcUkA", "value": "вул. Полтавська, 12, кв. 4"}, {"hash": "hmac\u003aL0ECPHgPHWXNqHIzNiOxbA", "value": "+380501112233"}, {"hash": "hmac:1VlVhT4i9LLimrVkfcaABA", "value": "На вулиці Полтавській третій тиждень немає освітлення: ліхтарі біля будинків 10, 12 і 14 не горять, увечері дітям темно йти зі школи. Прошу полагодити вуличне освітлення і відповісти письмово."}, {"hash": "hmac\u003av1OZPuxLHw_MvURVuGiLAA", "value": "FVHBSYXGS5"}]'::jsonb
  from done
)
select count(*) from keys;
