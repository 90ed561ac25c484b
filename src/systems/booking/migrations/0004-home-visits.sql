-- A home visit (виїзд додому) for people who cannot come. How many a crew makes in a day is data with validity.
create table booking.crew_capacity (
  id uuid primary key,
  hall text not null,
  weekday int not null check (weekday between 1 and 7),
  visits int not null check (visits between 0 and 100),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint crew_capacity_no_overlap exclude using gist (
    hall with =, weekday with =, daterange(valid_from, valid_to) with &&)
);

-- The days on which a crew goes out; made when the first visit of a day is planned.
create table booking.crew_days (
  hall text not null,
  day date not null,
  capacity int not null check (capacity >= 0),
  taken int not null check (taken >= 0),
  primary key (hall, day),
  constraint crew_days_not_overfull check (taken <= capacity)
);

create table booking.home_visits (
  id uuid primary key,
  -- opens /home-visits/<code>: whoever has it sees the day, confirms and takes the request back
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  hall text not null,
  service_codes text[] not null check (cardinality(service_codes) between 1 and 5),
  state text not null check (state in ('requested', 'planned', 'confirmed', 'done', 'failed', 'declined', 'withdrawn')),
  channel text not null check (channel in ('site', 'telephone')),
  -- personal columns, erased by retention
  name text,
  phone text,
  email text,
  address text,
  -- why the person cannot come: it may tell of health
  reason text,
  -- what a clerk wrote to the person: why it was declined, why it failed
  answer text,
  contact bytea not null,
  requested_at timestamptz not null,
  day date,
  from_minute int check (from_minute between 0 and 1439),
  to_minute int check (to_minute > from_minute and to_minute <= 1440),
  planned_by uuid references kernel.staff (id),
  ended_at timestamptz,
  constraint home_visits_code unique (code),
  constraint home_visits_planned check (state not in ('planned', 'confirmed', 'done') or (day is not null and to_minute is not null)),
  constraint home_visits_ended check ((ended_at is not null) = (state in ('done', 'failed', 'declined', 'withdrawn')))
);
-- One open request of a person: nobody is asked for twice.
create unique index home_visits_once on booking.home_visits (contact) where state in ('requested', 'planned', 'confirmed');
create index home_visits_open on booking.home_visits (hall, requested_at, id) where state in ('requested', 'planned', 'confirmed');
create index home_visits_by_moment on booking.home_visits (hall, requested_at, id);
create index home_visits_ended_at on booking.home_visits (ended_at) where name is not null;

-- Knocks at the public door an hour (kernel/database/hourly-brake.ts).
create table booking.home_brake (hour timestamptz primary key, taken int not null);

create view booking.home_visits_facts as
select h.id, (h.requested_at at time zone 'Europe/Kyiv')::date as day,
  to_char(h.requested_at at time zone 'Europe/Kyiv', 'YYYY-MM') as month, h.hall, h.state,
  case h.state when 'done' then 'відбувся' when 'failed' then 'не вдався' when 'declined' then 'відмовлено'
    when 'withdrawn' then 'відкликано' else 'попереду' end as state_name
from booking.home_visits h;

-- Attended help: booked visits for which help was to be prepared. The kind stays when the person is erased.
alter table booking.bookings add column assisted boolean not null default false;
update booking.bookings set assisted = true where assistance is not null;

create view booking.assisted_facts as
select f.*, case b.state when 'served' then true when 'no-show' then false end as kept
from booking.confirmed_facts f join booking.bookings b on b.id = f.id where b.assisted;
