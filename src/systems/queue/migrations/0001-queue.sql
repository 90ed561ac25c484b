create table queue.halls (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  name_en text not null,
  address text not null,
  -- the nearest shelter (найближче укриття), shown on every board while the hall is frozen
  shelter text not null,
  shelter_en text not null
);

create table queue.windows (
  id uuid primary key,
  hall text not null references queue.halls (code),
  number int not null check (number > 0),
  -- the reception (рецепція) near which the window stands
  reception int not null check (reception > 0),
  sectors text[] not null check (sectors <@ array['registration', 'social', 'administrative'] and cardinality(sectors) > 0),
  active boolean not null,
  constraint windows_number unique (hall, number)
);

-- Classes of people received out of turn (позачергово): data with article and validity.
create table queue.privileged_classes (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null,
  name_en text not null,
  article text not null,
  document text not null,
  -- the bound of the credit is the bound of the delay that privileges may cause (order-key.ts)
  credit_minutes int not null check (credit_minutes between 0 and 30),
  primary key (code, valid_from)
);

-- Who sits at which window now: one person a window, one window a person.
create table queue.seats (
  window_id uuid primary key references queue.windows (id),
  staff_id uuid not null references kernel.staff (id),
  since timestamptz not null,
  constraint seats_staff unique (staff_id)
) with (fillfactor = 70);

-- Air alert, blackout: nobody is called and no wait is counted.
create table queue.freezes (
  id uuid primary key,
  hall text not null references queue.halls (code),
  reason text not null check (reason in ('air-alert', 'blackout', 'other')),
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  frozen_by uuid references kernel.staff (id),
  resumed_by uuid references kernel.staff (id)
);
create unique index freezes_open on queue.freezes (hall) where to_at is null;
create index freezes_by_hall on queue.freezes (hall, from_at);

-- One coming of one person. It may hold several tickets: a transfer ends one and begins the next.
create table queue.visits (
  id uuid primary key,
  hall text not null references queue.halls (code),
  day date not null,
  -- the sector of the first ticket
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  arrived_at timestamptz not null,
  served_at timestamptz,
  imported boolean not null
);
create index visits_served on queue.visits (day) where served_at is not null;

create table queue.tickets (
  id uuid primary key,
  visit_id uuid not null references queue.visits (id) deferrable initially deferred,
  -- the ticket that a transfer ended; the new one bears its number and code
  came_from uuid references queue.tickets (id),
  hall text not null references queue.halls (code),
  day date not null,
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  number text not null,
  seq int not null check (seq > 0),
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  service_code text,
  class_code text,
  class_state text not null check (class_state in ('none', 'declared', 'verified', 'rejected')),
  state text not null check (state in ('waiting', 'called', 'parked', 'serving', 'served', 'no-show', 'transferred')),
  -- joined_at less the credit of the class: order-key.ts; the check is the proof's other half
  order_key timestamptz not null,
  joined_at timestamptz not null,
  -- when this ticket began to wait: differs from joined_at after a transfer
  queued_at timestamptz not null,
  called_at timestamptz,
  recalled_at timestamptz,
  parked_at timestamptz,
  served_from timestamptz,
  ended_at timestamptz,
  -- frozen time is not counted
  wait_seconds int check (wait_seconds >= 0),
  call_count int not null default 0 check (call_count >= 0),
  window_id uuid references queue.windows (id),
  clerk_id uuid references kernel.staff (id),
  -- a transfer to one window: only it calls this ticket
  directed_to uuid references queue.windows (id),
  -- what the ticket is expected to take at the window, as known on joining
  expected_seconds int not null check (expected_seconds > 0),
  -- the estimate told on joining, in minutes, so that its truth can be measured
  estimate_from int check (estimate_from >= 0),
  estimate_to int check (estimate_to >= estimate_from),
  imported boolean not null,
  constraint tickets_credit_bounded check (order_key between joined_at - interval '30 minutes' and joined_at),
  constraint tickets_class check ((class_code is null) = (class_state = 'none')),
  constraint tickets_at_window check (state not in ('called', 'serving') or (window_id is not null and clerk_id is not null and called_at is not null)),
  constraint tickets_ended check ((ended_at is not null) = (state in ('served', 'no-show', 'transferred')))
) with (fillfactor = 80);

create unique index tickets_number on queue.tickets (hall, day, sector, seq, imported) where came_from is null;
create unique index tickets_code on queue.tickets (code) where came_from is null;
create unique index tickets_came_from on queue.tickets (came_from) where came_from is not null;
create index tickets_by_visit on queue.tickets (visit_id);
-- Calling reads the head of this index (DESIGN §4); the day's end of a big hall is some hundreds of rows.
create index tickets_waiting on queue.tickets (hall, day, order_key, seq, id) where state = 'waiting' and not imported;
create index tickets_waiting_imported on queue.tickets (hall, day, order_key, seq, id) where state = 'waiting' and imported;
create index tickets_called on queue.tickets (hall, day, called_at) where called_at is not null and not imported;
create index tickets_parked on queue.tickets (hall, day) where state = 'parked' and not imported;
create index tickets_open on queue.tickets (day) where state in ('waiting', 'called', 'parked', 'serving');
-- A clerk, and a window, has one person at a time, whatever two tabs or two processes try.
create unique index tickets_one_at_clerk on queue.tickets (clerk_id) where state in ('called', 'serving') and not imported;
create unique index tickets_one_at_window on queue.tickets (window_id) where state in ('called', 'serving') and not imported;

-- The public log of calls: numbers, never persons, and not which class a person belongs to.
create table queue.calls (
  id bigint generated always as identity primary key,
  hall text not null,
  day date not null,
  number text not null,
  sector text not null,
  window_number int not null,
  reason text not null check (reason in ('turn', 'privileged', 'directed', 'returned', 'chosen', 'repeated')),
  called_at timestamptz not null,
  joined_at timestamptz not null,
  order_key timestamptz not null,
  imported boolean not null
);
create index calls_by_day on queue.calls (hall, day, id);
revoke update, delete on queue.calls from prozoryi_app;

-- The head of a finished day's chain (call-chain.ts).
create table queue.call_seals (
  hall text not null,
  day date not null,
  row_count int not null check (row_count > 0),
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  primary key (hall, day)
);
revoke update, delete on queue.call_seals from prozoryi_app;

-- How long a service takes at a window, by the hour of the day in Kyiv; hour null = any hour, service '' = any service of the sector.
create table queue.learned_durations (
  sector text not null,
  service_code text not null,
  hour int check (hour between 0 and 23),
  mean_seconds int not null check (mean_seconds > 0),
  sample int not null check (sample > 0),
  learned_at timestamptz not null,
  constraint learned_durations_key unique nulls not distinct (sector, service_code, hour)
);

-- One row a person received (visit in which somebody was served at a window).
create view queue.visitors_facts as
select v.day, v.hall, v.sector,
  case v.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний' else 'Адміністративний' end as sector_name,
  to_char(v.day, 'YYYY-MM') as month,
  to_char(v.arrived_at at time zone 'Europe/Kyiv', 'HH24:00') as hour,
  case when v.imported then 'imported' else 'live' end as origin,
  case when v.imported then 'перенесено з минулого' else 'наживо' end as origin_name
from queue.visits v
where v.served_at is not null;

-- One row a ticket that was called at a window, or ended without it.
create view queue.tickets_facts as
select t.day, t.hall, t.sector,
  case t.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний' else 'Адміністративний' end as sector_name,
  to_char(t.day, 'YYYY-MM') as month,
  to_char(t.queued_at at time zone 'Europe/Kyiv', 'HH24:00') as hour,
  t.number, t.service_code,
  round(t.wait_seconds / 60.0, 1) as wait_minutes,
  case when t.state = 'served' and t.served_from is not null
    then round(extract(epoch from t.ended_at - t.served_from) / 60.0, 1) end as service_minutes,
  t.state = 'no-show' and t.call_count > 0 as no_show,
  t.state = 'no-show' and t.call_count = 0 as left_unserved,
  t.state,
  case when t.imported then 'imported' else 'live' end as origin,
  case when t.imported then 'перенесено з минулого' else 'наживо' end as origin_name
from queue.tickets t
where t.state in ('served', 'no-show', 'transferred');

create view queue.waits_facts as select * from queue.tickets_facts where wait_minutes is not null;

create view queue.no_shows_facts as select * from queue.tickets_facts where state in ('served', 'no-show') and not left_unserved;

-- Whether the wait that was promised on joining came true.
create view queue.estimates_facts as
select t.day, t.hall, t.sector,
  case t.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний' else 'Адміністративний' end as sector_name,
  to_char(t.day, 'YYYY-MM') as month,
  t.number, t.estimate_from, t.estimate_to,
  round(t.wait_seconds / 60.0, 1) as wait_minutes,
  round(t.wait_seconds / 60.0) between t.estimate_from and t.estimate_to as came_true
from queue.tickets t
where t.estimate_to is not null and t.wait_seconds is not null and t.came_from is null and not t.imported;

-- A wait in whole seconds without the time for which the hall was frozen.
create function queue.wait_seconds(in_hall text, from_at timestamptz, to_at timestamptz) returns int
language sql stable as $$
  select greatest(0, extract(epoch from $3 - $2) - coalesce(sum(extract(epoch from
    least(coalesce(f.to_at, $3), $3) - greatest(f.from_at, $2))), 0))::int
  from queue.freezes f
  where f.hall = $1 and f.from_at < $3 and coalesce(f.to_at, $3) > $2
$$;
