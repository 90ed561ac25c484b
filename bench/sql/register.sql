-- What `applications.register-application` writes, as one statement: the statement of
-- src/kernel/cases/insert-case.ts with the application beside it, and that of
-- src/kernel/actions/save-deeds.ts. A colon inside a text is \u003a, or pgbench would take it for a variable.
\set n random(1, 2000000000)
with applicant as (
  insert into kernel.applicants (id, kind, name, code, passport, phone, email, address)
  values (uuidv7(), 'person', 'Коваленко Олена Іванівна', '1759013776', null, '+380501112233', null, null)
  returning id
), taken as (
  insert into kernel.number_books as book (book, year, last) values ('applications', {year}, 1)
  on conflict (book, year) do update set last = book.last + 1
  returning last as seq
), opened as (
  insert into kernel.cases (
    id, kind, book, year, seq, number, title, state, is_open, applicant_id, unit_id, executor_id,
    parent_id, part_no, definition_code, definition_version, registered_at, recorded_at, due_on,
    internal_due_on, clock_state, closed_at, tracking_hash, imported, event_count, last_event_at,
    holder_kind, holder_unit_id)
  select uuidv7(), 'applications.application', 'applications', {year}, taken.seq,
    'ЦНАП-{year}-' || lpad(taken.seq::text, greatest(6, length(taken.seq::text)), '0'),
    'Реєстрація місця проживання особи', 'registered', true, applicant.id, '{unit}', null, null, null,
    '01-01', '{version}', now(), now(), current_date + 2, current_date + 2, 'running', null,
    sha256(int4send(taken.seq)), false, 1, now(), 'front-office', '{centre}'
  from taken, applicant
  returning id, seq, number
), event as (
  insert into kernel.case_events (
    case_id, seq, type, occurred_at, recorded_at, actor_id, state_after, holder_kind, holder_unit_id, data)
  select id, 1, 'registered', now(), now(), '{staff}', 'registered', 'front-office', '{centre}'::uuid,
    '{"clock": "running", "unitId": "{unit}"}'::jsonb
  from opened
), clock as (
  insert into kernel.case_clocks (
    case_id, name, rule, started_on, started_at, pauses, extensions, due_on, due_at, internal_due_on, steps)
  select id, 'main', '{rule}'::jsonb, current_date, now(), '[]', '[]', current_date + 2, null,
    current_date + 2, '{steps}'::jsonb
  from opened
), words as (
  insert into kernel.case_words (case_id, words)
  select id, array_to_tsvector(array['цнап', '{year}', 'реєстрація', 'місця', 'проживання', 'особи',
    'коваленко', 'олена', 'іванівна', '1759013776', '01', seq::text, lpad(seq::text, 6, '0')])
  from opened
), beside as (
  insert into applications.applications
    (case_id, ticket_id, registered_on, service_code, sector, provider_unit_id, report_group, documents, synthetic)
  select id, null, current_date, '01-01', 'registration', '{unit}', 'residence-registration',
    array['Заява', 'Паспорт', 'Довідка'], null
  from opened
), done as (
  select nextval('kernel.audit_journal_ids') as id, opened.id as case_id,
    jsonb_build_object('dueOn', current_date, 'steps', '{steps}'::jsonb, 'caseId', opened.id,
      'number', opened.number, 'trackingCode', '3XSKD2BZ2Q') as answer
  from opened
), keys as (
  insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
  select '{staff}', 'applications.register-application', :n || '/' || id, sha256(int8send(id)), answer,
    now() + interval '2 days'
  from done
  on conflict do nothing returning 1
), journal as (
  insert into kernel.audit_journal
    (id, kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, imported_by, unit_id,
     subjects, input, output, changes, request_key)
  select id, 'action', now(), now(), 'applications.register-application', '{staff}',
    'Коваленко Олена Іванівна', '{administrator}', null, '{centre}'::uuid,
    jsonb_build_array(jsonb_build_object('id', case_id, 'kind', 'case')),
    '{"applicant": {"code": "hmac\u003aRfVcQFd2SfFYAL9VLCx2VQ", "kind": "person", "name": "hmac\u003aU2OFo1KoU2q82sStqojhTQ", "phone": "hmac\u003avWCpdt1WFSAkSobhIHiQ3A"}, "documents": ["Заява", "Паспорт", "Довідка"], "serviceCode": "01-01"}'::jsonb,
    answer, '[]'::jsonb, :n || '/' || id
  from done
), personal_values as (
  insert into kernel.audit_personal_values (journal_id, recorded_at, name, personal)
  select id, now(), 'applications.register-application',
    '[{"hash": "hmac\u003aU2OFo1KoU2q82sStqojhTQ", "value": "Коваленко Олена Іванівна"}, {"hash": "hmac\u003aRfVcQFd2SfFYAL9VLCx2VQ", "value": "1759013776"}, {"hash": "hmac\u003avWCpdt1WFSAkSobhIHiQ3A", "value": "+380501112233"}, {"hash": "hmac\u003aFMLcpv8nN153QC8Jr2bxbw", "value": "3XSKD2BZ2Q"}]'::jsonb
  from done
)
select count(*) from keys;
