-- Personal reception (особистий прийом): the timetable of the leadership is data with validity.
create table reception.hours (
  id uuid primary key,
  staff_id uuid not null references kernel.staff (id),
  -- either a weekday (of which week of the month: 0 every, 5 the last) or one date
  weekday int check (weekday between 1 and 7),
  week int not null default 0 check (week between 0 and 5),
  on_day date,
  -- minutes of the day by Kyiv's clocks
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute int not null check (to_minute > from_minute and to_minute <= 1440),
  -- for one person
  minutes int not null check (minutes between 5 and 120),
  place text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint hours_weekday_or_date check ((weekday is null) <> (on_day is null)),
  constraint hours_no_overlap exclude using gist (
    staff_id with =, coalesce(weekday, 0) with =, week with =, coalesce(on_day, '1970-01-01'::date) with =,
    int4range(from_minute, to_minute) with &&, daterange(valid_from, valid_to) with &&)
);

-- Days on which nobody is received: of one leader, or of all.
create table reception.closures (
  id uuid primary key,
  staff_id uuid references kernel.staff (id),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null
);

create table reception.visits (
  id uuid primary key,
  -- opens the visit's page: whoever has it sees the time and cancels
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  staff_id uuid not null references kernel.staff (id),
  starts_at timestamptz not null,
  minutes int not null,
  place text not null,
  state text not null check (state in ('booked', 'came', 'no-show', 'cancelled', 'not-recorded')),
  channel text not null check (channel in ('site', 'telephone', 'desk')),
  -- personal columns, erased by retention
  name text not null,
  phone text not null,
  email text not null,
  address text not null default '',
  question text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint visits_code unique (code),
  constraint visits_ended check ((ended_at is not null) = (state <> 'booked'))
);
-- The last word against double booking, whatever a statement did.
create unique index visits_place on reception.visits (staff_id, starts_at) where state <> 'cancelled';
-- One open visit of a person to a leader.
create unique index visits_once on reception.visits
  (staff_id, (coalesce(nullif(regexp_replace(phone, '\D', '', 'g'), ''), nullif(lower(email), ''))))
  where state = 'booked';
create index visits_by_moment on reception.visits (starts_at, id);

-- What was asked and how it ended, one row a question; of the past there is no visit.
create table reception.questions (
  id uuid primary key,
  visit_id uuid references reception.visits (id),
  no int not null default 1 check (no between 1 and 20),
  day date not null,
  staff_id uuid references kernel.staff (id),
  topic text not null,
  topic_label text not null,
  topic_label_en text not null,
  outcome text not null check (outcome in ('solved', 'explained', 'refused', 'appeal', 'not-stated')),
  -- personal columns, erased by retention
  words text not null default '',
  answer text not null default '',
  appeal_id uuid references kernel.cases (id),
  synthetic text,
  constraint questions_no unique (visit_id, no),
  constraint questions_appeal check ((appeal_id is null) or outcome = 'appeal')
);
create index questions_by_day on reception.questions (day);

-- How many booked on the site in an hour: the door is open to everyone.
create table reception.site_hours (hour timestamptz primary key, taken int not null);

-- One row a question; no personal data.
create view reception.questions_facts as
select q.id, q.day, q.outcome,
  case q.outcome when 'solved' then 'Вирішено' when 'explained' then 'Роз’яснено' when 'refused' then 'Відмовлено'
    when 'appeal' then 'Передано на розгляд' else 'Не вказано в джерелі' end as outcome_label,
  case q.outcome when 'solved' then 'Solved' when 'explained' then 'Explained' when 'refused' then 'Refused'
    when 'appeal' then 'Turned into an appeal' else 'Not stated in the source' end as outcome_label_en,
  coalesce(q.staff_id::text, 'not-stated') as leader, coalesce(s.position, 'Не вказано в джерелі') as leader_label,
  coalesce(s.position, 'Not stated in the source') as leader_label_en,
  q.topic, q.topic_label, q.topic_label_en, q.synthetic
from reception.questions q left join kernel.staff s on s.id = q.staff_id;
