-- Pre-booking (вебреєстрація, попередній запис): what may be booked is data, made into slots days ahead.
create table booking.capacity (
  id uuid primary key,
  hall text not null,
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  weekday int not null check (weekday between 1 and 7),
  -- minutes of the day by Kyiv's clocks
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute int not null check (to_minute > from_minute and to_minute <= 1440),
  windows int not null check (windows between 0 and 500),
  -- per cent of the windows that may be booked; the rest stays for those who just come
  share int not null check (share between 0 and 100),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint capacity_no_overlap exclude using gist (
    hall with =, sector with =, weekday with =,
    int4range(from_minute, to_minute) with &&, daterange(valid_from, valid_to) with &&)
);

-- The steps of ten minutes of the coming days. taken counts held and confirmed visits, and freed ones not yet given back.
create table booking.slots (
  hall text not null,
  sector text not null,
  starts_at timestamptz not null,
  capacity int not null check (capacity >= 0),
  taken int not null default 0,
  primary key (hall, sector, starts_at),
  -- the last word against double booking, whatever a statement did
  constraint slots_not_overbooked check (taken between 0 and capacity)
) with (fillfactor = 70);

create table booking.bookings (
  id uuid primary key,
  -- opens /booking/<code>: whoever has it may move and cancel the visit
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  -- stands in the letter only, so that the address is proved; gone once used
  confirm_word text check (confirm_word ~ '^[2-9A-HJKMNP-Z]{8}$'),
  hall text not null,
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  service_codes text[] not null check (cardinality(service_codes) between 1 and 5),
  starts_at timestamptz not null,
  steps int not null check (steps > 0),
  people int not null check (people between 1 and 8),
  state text not null check (state in ('held', 'confirmed', 'arrived', 'served', 'cancelled', 'expired', 'no-show')),
  held_until timestamptz,
  -- personal columns, erased by retention
  name text,
  email text,
  phone text,
  -- sign language, a wheelchair: it tells of health
  assistance text check (assistance in ('sign-language', 'wheelchair', 'reading')),
  contact bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  arrived_at timestamptz,
  ended_at timestamptz,
  reminded_at timestamptz,
  ticket_id uuid,
  constraint bookings_code unique (code),
  constraint bookings_held check ((state = 'held') = (held_until is not null)),
  constraint bookings_ended check ((ended_at is not null) = (state in ('served', 'cancelled', 'expired', 'no-show')))
) with (fillfactor = 80);
create index bookings_held_until on booking.bookings (held_until) where state = 'held';
create index bookings_open on booking.bookings (starts_at) where state in ('held', 'confirmed', 'arrived');
create index bookings_by_moment on booking.bookings (hall, starts_at, id);
create index bookings_ended_at on booking.bookings (ended_at) where email is not null or name is not null;

-- Counts by the keyed hash of an address: how many visits stand open, how many were held that day.
create table booking.contacts (
  contact bytea primary key,
  open int not null check (open >= 0),
  day date not null,
  day_holds int not null check (day_holds >= 0)
) with (fillfactor = 70);

-- A freed visit stays taken for a random while, so that nobody can hand a slot to a buyer.
create table booking.freed (
  id uuid primary key,
  hall text not null,
  sector text not null,
  starts_at timestamptz not null,
  steps int not null check (steps > 0),
  due_at timestamptz not null
);
create index freed_due on booking.freed (due_at);

-- Who waits for a freed visit of a full day, in the order of asking.
create table booking.waiting (
  id uuid primary key,
  hall text not null,
  sector text not null,
  day date not null,
  service_codes text[] not null,
  people int not null,
  steps int not null check (steps > 0),
  email text,
  contact bytea not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'offered', 'past')),
  constraint waiting_has_address check (state <> 'waiting' or email is not null)
);
create unique index waiting_once on booking.waiting (contact, hall, sector, day) where state = 'waiting';
create index waiting_in_order on booking.waiting (hall, sector, day, created_at, id) where state = 'waiting';

-- The key of the hash never leaves the database: counts cannot be matched with addresses from outside.
create table booking.contact_key (
  single boolean primary key default true check (single),
  key bytea not null
);
insert into booking.contact_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'utf8')));
revoke insert, update, delete on booking.contact_key from prozoryi_app;

create function booking.contact_hash(address text) returns bytea language sql stable as $$
  select sha256(k.key || sha256(k.key || convert_to(lower(btrim($1)), 'utf8'))) from booking.contact_key k
$$;

-- One row a visit that was confirmed and not cancelled.
create view booking.confirmed_facts as
select b.id, (b.starts_at at time zone 'Europe/Kyiv')::date as day,
  to_char(b.starts_at at time zone 'Europe/Kyiv', 'YYYY-MM') as month,
  to_char(b.starts_at at time zone 'Europe/Kyiv', 'HH24:00') as hour,
  b.hall, b.sector,
  case b.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний' else 'Адміністративний' end as sector_name,
  b.people, b.state
from booking.bookings b
where b.state in ('confirmed', 'arrived', 'served', 'no-show');

-- The same visits once they are over: kept or not.
create view booking.kept_facts as
select f.*, f.state = 'no-show' as missed from booking.confirmed_facts f where f.state in ('served', 'no-show');
