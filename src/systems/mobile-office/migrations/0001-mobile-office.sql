-- Where the van stops and when. A stop that was announced is cancelled, never erased.
create table mobile_office.stops (
  id uuid primary key,
  -- name of the route, as people call it
  route text not null check (route <> ''),
  settlement text not null check (settlement <> ''),
  place text not null check (place <> ''),
  lat numeric(8, 5) not null check (lat between 44 and 53),
  lon numeric(8, 5) not null check (lon between 22 and 41),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  service_codes text[] not null check (cardinality(service_codes) > 0),
  note text,
  cancelled_at timestamptz,
  cancel_reason text,
  constraint stops_hours check (ends_at > starts_at),
  constraint stops_reason check ((cancelled_at is null) = (cancel_reason is null)),
  -- one van of a route stands at one place at a time
  constraint stops_one_place exclude using gist (route with =, tstzrange(starts_at, ends_at) with &&)
    where (cancelled_at is null)
);
create index stops_by_time on mobile_office.stops (ends_at);

-- Remote workplaces (віддалені робочі місця): a desk of the Centre in a settlement, with hours of its own.
create table mobile_office.workplaces (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  name_en text not null,
  settlement text not null,
  address text not null,
  lat numeric(8, 5) not null,
  lon numeric(8, 5) not null,
  phone text not null,
  -- a hall of the queue, where it has one
  hall text,
  -- [{ weekday 1..7, from 'HH:MM', to 'HH:MM' }]
  hours jsonb not null,
  active boolean not null
);

-- Number books leased to devices. A book belongs to one device for ever; a device that lost its book
-- (a wiped disk) gets another, for nobody knows what numbers stand on the papers it gave out.
create table mobile_office.books (
  no int generated always as identity primary key,
  -- of devices; no foreign key, for systems meet at index.ts only
  device_id uuid not null,
  leased_at timestamptz not null,
  closed_at timestamptz
);
create unique index books_of_device on mobile_office.books (device_id) where closed_at is null;

-- The right of one administrator to register offline, limited in time.
create table mobile_office.leases (
  id uuid primary key,
  book_no int not null references mobile_office.books (no),
  staff_id uuid not null references kernel.staff (id),
  given_at timestamptz not null,
  valid_until timestamptz not null check (valid_until > given_at)
);

-- What devices brought: every number they gave is accounted for here, registered or in conflict.
create table mobile_office.arrivals (
  -- the request key made on the device: a repeat is answered with the row, however late it comes
  key uuid primary key,
  lease_id uuid not null references mobile_office.leases (id),
  book_no int not null references mobile_office.books (no),
  year int not null,
  seq int not null check (seq > 0),
  number text not null,
  -- the device gave one number twice: it is broken, and the second is kept apart
  twin boolean not null,
  occurred_at timestamptz not null,
  arrived_at timestamptz not null,
  state text not null check (state in ('registered', 'conflict', 'void')),
  case_id uuid references kernel.cases (id),
  -- message key and values of what stood in the way
  problem text,
  problem_values jsonb,
  -- the application as it was written down; personal, only while it is in conflict
  entry jsonb,
  settled_at timestamptz,
  settled_by uuid references kernel.staff (id),
  settle_note text,
  constraint arrivals_registered check ((state = 'registered') = (case_id is not null)),
  constraint arrivals_conflict check ((state = 'conflict') = (entry is not null))
);
create unique index arrivals_one_number on mobile_office.arrivals (book_no, year, seq) where not twin;
create index arrivals_open on mobile_office.arrivals (arrived_at) where state = 'conflict';
