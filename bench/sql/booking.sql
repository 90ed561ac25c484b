-- What `booking.hold-visit` and `booking.confirm-visit` write, two transactions of a confirmed visit, as in
-- src/systems/booking/hold-store.ts, booking-store.ts, src/kernel/letters and src/kernel/actions/save-deeds.ts.
-- Codes are hexadecimal digits in letters that codes may have.
\set a random(1, 2000000000)
\set b random(1, 2000000000)
\set slot random(0, {times} - 1)
begin;
with named as materialized (
  select md5(:a::text || '/' || :b::text) as seed
), codes as materialized (
  select seed, seed::uuid as id,
    translate(left(seed, 8), '0123456789abcdef', '23456789ABCDEFGH') as code,
    translate(right(seed, 8), '0123456789abcdef', '23456789ABCDEFGH') as word,
    timestamptz '{from}' + :slot * interval '10 minutes' as starts_at
  from named
), overdue as materialized (
  select b.id from booking.bookings b, codes
   where b.state = 'held' and b.held_until <= now() and b.hall = 'main' and b.sector = 'registration'
     and b.starts_at < codes.starts_at + interval '20 minutes'
     and b.starts_at + make_interval(mins => b.steps * 10) > codes.starts_at
     and not exists (select from booking.waiting w
       where w.state = 'waiting' and w.hall = b.hall and w.sector = b.sector
         and w.day = (b.starts_at at time zone 'Europe/Kyiv')::date)
   limit 1
), locked as (
  select s.starts_at, s.taken < s.capacity as free from booking.slots s
   where s.hall = 'main' and s.sector = 'registration' and s.starts_at >= (select starts_at from codes)
     and s.starts_at < (select starts_at from codes) + interval '20 minutes' and not exists (select from overdue)
   order by s.starts_at for update of s
), fits as (
  select count(*) filter (where free) = 2 as ok from locked
), counted as (
  insert into booking.contacts as c (contact, open, day, day_holds)
  select booking.contact_hash(codes.seed || '@example.org'), 1, '{day}'::date, 1 from fits, codes where ok
  on conflict (contact) do update
     set open = c.open + 1, day = excluded.day,
         day_holds = case when c.day = excluded.day then c.day_holds + 1 else 1 end
   where c.open < 3 and (c.day <> excluded.day or c.day_holds < 10)
  returning contact
), took as (
  update booking.slots s set taken = s.taken + 1 from locked l, counted
   where s.hall = 'main' and s.sector = 'registration' and s.starts_at = l.starts_at
), booked as (
  insert into booking.bookings
    (id, code, confirm_word, hall, sector, service_codes, starts_at, steps, all_steps, people, state, held_until,
     name, email, phone, assistance, contact, created_at)
  select id, code, word, 'main', 'registration', '{01-01}', starts_at, 2, 2, 1, 'held', now() + interval '5 minutes',
         'Тарас', seed || '@example.org', null, null, counted.contact, now()
    from counted, codes
)
select exists (select from counted) as counted from fits;
insert into kernel.letters (id, to_address, subject, body_text, about, created_at, next_attempt_at)
values (gen_random_uuid(), md5(:a::text || '/' || :b::text) || '@example.org', 'Підтвердьте запис на 3 березня 2026, 10:00',
  repeat('Ви записуєтеся на прийом. ', 16), '{"kind": "booking"}', now(), now());
with done as (
  select nextval('kernel.audit_journal_ids') as id, jsonb_build_object('code', md5(:a::text)) as answer
), keys as (
  insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
  select 'resident', 'booking.hold-visit', 'pgbench/' || id, sha256(int8send(id)), answer, now() + interval '2 days'
    from done
), journal as (
  insert into kernel.audit_journal
    (id, kind, occurred_at, recorded_at, name, actor_roles, subjects, input, output, changes, request_key)
  select id, 'action', now(), now(), 'booking.hold-visit', '{resident}', jsonb_build_array(answer),
    jsonb_build_object('services', '["01-01"]'::jsonb, 'email', md5(:b::text), 'name', md5(:a::text)), answer, '[]',
    'pgbench/' || id
    from done
), personal_values as (
  insert into kernel.audit_personal_values (journal_id, recorded_at, name, personal)
  select id, now(), 'booking.hold-visit',
    jsonb_build_array(jsonb_build_object('hash', md5(:b::text), 'value', 'тарас@example.org')) from done
)
select from done;
commit;
begin;
update booking.bookings set state = 'confirmed', confirmed_at = now(), held_until = null, confirm_word = null
 where code = translate(left(md5(:a::text || '/' || :b::text), 8), '0123456789abcdef', '23456789ABCDEFGH')
   and state = any('{held}'::text[]) and held_until > now()
   and confirm_word = translate(right(md5(:a::text || '/' || :b::text), 8), '0123456789abcdef', '23456789ABCDEFGH')
returning *;
insert into kernel.letters (id, to_address, subject, body_text, about, created_at, next_attempt_at)
values (gen_random_uuid(), md5(:a::text || '/' || :b::text) || '@example.org', 'Вас записано на 3 березня 2026, 10:00',
  repeat('Вас записано на прийом. ', 24), '{"kind": "booking"}', now(), now());
with done as (
  select nextval('kernel.audit_journal_ids') as id, jsonb_build_object('code', md5(:a::text)) as answer
), keys as (
  insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
  select 'resident', 'booking.confirm-visit', 'pgbench/' || id, sha256(int8send(id)), answer, now() + interval '2 days'
    from done
), journal as (
  insert into kernel.audit_journal
    (id, kind, occurred_at, recorded_at, name, actor_roles, subjects, input, output, changes, request_key)
  select id, 'action', now(), now(), 'booking.confirm-visit', '{resident}', jsonb_build_array(answer),
    jsonb_build_object('code', md5(:a::text), 'word', md5(:b::text)), answer,
    '[{"field": "state", "before": "held", "after": "confirmed"}]', 'pgbench/' || id
    from done
)
select from done;
commit;
