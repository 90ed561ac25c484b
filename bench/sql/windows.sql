-- {count} windows, each with its clerk signed in, and a bearer token `bench-<number>` each; so that every
-- call of the bench is by somebody who has nobody at the window.
create schema bench;
grant usage on schema bench to public;
create sequence bench.turns;
grant all on sequence bench.turns to public;
create function bench.clerk_id(int) returns uuid language sql immutable as $$
  select ('00000000-0000-7000-8000-' || lpad($1::text, 12, '0'))::uuid
$$;
insert into kernel.staff (id, unit_id, login, name, roles, created_at)
select bench.clerk_id(n), (select id from kernel.units where code = 'centre'), 'bench-' || n, 'Вікно ' || n,
  '{administrator}', now() from generate_series(1, {count}) as n;
insert into kernel.sessions (id, token_hash, staff_id, kind, stage, label, created_at, expires_at)
select uuidv7(), sha256(convert_to('bench-' || lpad(n::text, 8, '0'), 'UTF8')), bench.clerk_id(n), 'token', 'full', 'bench', now(),
  now() + interval '1 day' from generate_series(1, {count}) as n;
insert into queue.windows (id, hall, number, reception, sectors, active)
select bench.clerk_id(n), 'main', 1000 + n, 1, '{registration}', true from generate_series(1, {count}) as n;
insert into queue.seats (window_id, staff_id, since)
select bench.clerk_id(n), bench.clerk_id(n), now() from generate_series(1, {count}) as n;
vacuum analyze kernel.staff, kernel.sessions, queue.windows, queue.seats;
