-- What a person told of themself stands here and in case_words only, so that it can be erased.
create table kernel.applicants (
  id uuid primary key,
  kind text not null check (kind in ('person', 'body', 'unknown')),
  name text,
  code text check (code ~ '^(\d{8}|\d{10})$'),
  passport text,
  phone text,
  email text,
  address text,
  erased_at timestamptz
);
create index applicants_by_code on kernel.applicants (code) where code is not null;

create table kernel.cases (
  id uuid primary key,
  kind text not null,
  book text not null,
  year int not null,
  seq int not null check (seq > 0),
  number text not null,
  title text not null,
  state text not null,
  is_open boolean not null,
  outcome text,
  applicant_id uuid references kernel.applicants (id),
  unit_id uuid references kernel.units (id),
  executor_id uuid references kernel.staff (id),
  parent_id uuid references kernel.cases (id),
  part_no int check (part_no > 0),
  definition_code text,
  definition_version text,
  registered_at timestamptz not null,
  recorded_at timestamptz not null,
  due_on date,
  internal_due_on date,
  clock_state text not null check (clock_state in ('running', 'paused', 'stopped')),
  closed_at timestamptz,
  tracking_hash bytea not null,
  imported boolean not null,
  -- the last event, repeated so that the next one needs no look at the timeline (its references
  -- are checked there)
  event_count int not null check (event_count > 0),
  last_event_at timestamptz not null,
  holder_kind text not null,
  holder_unit_id uuid,
  constraint cases_one_number unique (book, year, seq),
  constraint cases_number unique (number),
  constraint cases_closed_when_not_open check (is_open = (closed_at is null)),
  constraint cases_part_has_parent check ((parent_id is null) = (part_no is null))
) with (fillfactor = 85);

-- Open work apart from the years of closed work: these stay small however old the city is.
create index cases_open_newest on kernel.cases (kind, registered_at desc, id desc) where is_open;
create index cases_open_unit_due
  on kernel.cases (unit_id, (coalesce(due_on, 'infinity'::date)), id) where is_open;
create index cases_open_executor_due
  on kernel.cases (executor_id, (coalesce(due_on, 'infinity'::date)), id)
  where is_open and executor_id is not null;
create index cases_open_due
  on kernel.cases ((coalesce(due_on, 'infinity'::date)), id) where is_open;
create index cases_newest on kernel.cases (registered_at desc, id desc);
create index cases_kind_newest on kernel.cases (kind, registered_at desc, id desc);
create index cases_unit_newest on kernel.cases (unit_id, registered_at desc, id desc);
create unique index cases_part on kernel.cases (parent_id, part_no) where parent_id is not null;
create index cases_by_applicant on kernel.cases (applicant_id) where applicant_id is not null;

-- Search words apart from the case: a change of state must not touch the word index, and erasing
-- a person's name is one update here.
create table kernel.case_words (
  case_id uuid primary key,
  words tsvector not null
);
create index case_words_found on kernel.case_words using gin (words);

-- The timeline: append-only. Each event tells who holds the case from then on.
create table kernel.case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references kernel.cases (id),
  seq int not null check (seq > 0),
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_id uuid references kernel.staff (id),
  state_after text not null,
  holder_kind text not null check (
    holder_kind in ('applicant', 'front-office', 'body', 'registry-outage', 'air-alert', 'closed')
  ),
  holder_unit_id uuid references kernel.units (id),
  data jsonb not null,
  constraint case_events_in_order unique (case_id, seq),
  constraint case_events_not_in_future check (occurred_at <= recorded_at),
  constraint case_events_body_is_named check (holder_kind <> 'body' or holder_unit_id is not null)
);
revoke update, delete, truncate on kernel.case_events from prozoryi_app;

-- Legal clocks of a case. `rule`, `pauses`, `extensions` are what the term is computed from,
-- `steps` the explanation that led to `due_on`.
create table kernel.case_clocks (
  case_id uuid not null references kernel.cases (id),
  name text not null,
  rule jsonb not null,
  started_on date not null,
  -- the moment, for terms in hours
  started_at timestamptz not null,
  pauses jsonb not null,
  extensions jsonb not null,
  -- null while the clock stands: nobody knows the date yet
  due_on date,
  due_at timestamptz,
  internal_due_on date,
  steps jsonb not null,
  stopped_on date,
  primary key (case_id, name)
);

create table kernel.case_executors (
  case_id uuid not null references kernel.cases (id),
  staff_id uuid not null references kernel.staff (id),
  role text not null check (role in ('executor', 'co-executor')),
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  primary key (case_id, staff_id, role, from_at)
);
create unique index case_executors_one_executor
  on kernel.case_executors (case_id) where role = 'executor' and to_at is null;

create table kernel.case_links (
  case_id uuid not null references kernel.cases (id),
  other_id uuid not null references kernel.cases (id),
  kind text not null,
  primary key (case_id, other_id, kind),
  check (case_id <> other_id)
);
create index case_links_other on kernel.case_links (other_id);

-- One case may ask several things, each with its topic, executor and outcome.
create table kernel.case_questions (
  case_id uuid not null references kernel.cases (id),
  no int not null check (no > 0),
  topic text not null,
  executor_id uuid references kernel.staff (id),
  outcome text,
  primary key (case_id, no)
);
