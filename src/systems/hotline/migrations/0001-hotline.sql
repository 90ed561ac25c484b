-- The hotline (гаряча лінія): what residents call about, where it goes, and what became of it.
create table hotline.topics (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name text not null,
  name_en text not null,
  description text not null,
  description_en text not null,
  group_name text not null,
  -- topic of КМУ 858 under which a written appeal about it is registered
  appeal_topic text not null,
  position int not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);

-- Which body takes a topic; a rule of a district goes before the rule of the whole city (district '').
create table hotline.routes (
  topic text not null references hotline.topics (code),
  district text not null default '',
  unit_code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint routes_no_overlap exclude using gist
    (topic with =, district with =, daterange(valid_from, valid_to) with &&)
);

-- What is answered at once.
create table hotline.answers (
  id uuid primary key,
  topic text references hotline.topics (code),
  question text not null check (question <> ''),
  answer text not null check (answer <> ''),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  written_by uuid references kernel.staff (id),
  found_by text not null generated always as (lower(question || ' ' || answer)) stored
);
create index answers_by_words on hotline.answers using gin (found_by gin_trgm_ops);

-- Mass events (масові події): one trouble that many call about.
create table hotline.events (
  id uuid primary key,
  topic text not null references hotline.topics (code),
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  -- '' = the whole city
  district text not null default '',
  -- empty = all streets of the district
  street_ids uuid[] not null default '{}',
  begins_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  announced_by uuid references kernel.staff (id),
  check (until_at > begins_at)
);
create index events_on on hotline.events (until_at) where ended_at is null;

create table hotline.tickets (
  case_id uuid primary key references kernel.cases (id),
  topic text not null references hotline.topics (code),
  urgency text not null check (urgency in ('emergency', 'urgent', 'ordinary')),
  channel text not null check (channel in ('telephone', 'site', 'open311')),
  received_on date not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  house_id uuid,
  -- as the address register writes it, without a flat; null where the place was told in words only
  address text,
  district text not null default '',
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  -- in the caller's own words: never published
  place text not null default '',
  body text not null default '',
  phone text not null default '',
  -- what was done, or why it will not be
  done_words text,
  done_on date,
  -- the last day as it stood when it was done: the case's own clock stands from then on
  due_on date,
  in_term boolean,
  confirmed_at timestamptz,
  really_done boolean,
  mark smallint check (mark between 1 and 5),
  comment text,
  reopened int not null default 0,
  event_id uuid references hotline.events (id),
  synthetic text
) with (fillfactor = 85);
create index tickets_by_phone on hotline.tickets (phone, received_at desc) where phone <> '';
create index tickets_by_house on hotline.tickets (house_id, received_at desc) where house_id is not null;
create index tickets_by_day on hotline.tickets (received_at desc, case_id desc);
create index tickets_by_change on hotline.tickets (changed_at desc);

create table hotline.calls (
  id uuid primary key,
  at timestamptz not null,
  day date not null,
  phone text not null default '',
  caller text not null default '',
  topic text references hotline.topics (code),
  outcome text not null check (outcome in ('answered', 'event', 'ticket', 'appeal', 'call-back', 'dropped', 'not-stated')),
  house_id uuid,
  note text not null default '',
  answer_id uuid references hotline.answers (id),
  event_id uuid references hotline.events (id),
  case_id uuid references kernel.cases (id),
  operator_id uuid references kernel.staff (id),
  -- the exchange's own id: a call is written down once
  exchange_call text,
  synthetic text,
  constraint calls_once unique (exchange_call),
  check (outcome not in ('ticket', 'appeal') or case_id is not null),
  check (outcome <> 'event' or event_id is not null)
);
create index calls_by_phone on hotline.calls (phone, at desc) where phone <> '';
create index calls_by_day on hotline.calls (day, at desc);
create index calls_by_event on hotline.calls (event_id) where event_id is not null;

-- What the telephone exchange told of a call, in whatever order its notices came.
create table hotline.rings (
  call_id text primary key,
  phone text not null default '',
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz not null
);
create index rings_now on hotline.rings (told_at desc) where ended_at is null;

create table hotline.call_backs (
  id uuid primary key,
  call_id uuid not null references hotline.calls (id),
  phone text not null,
  caller text not null default '',
  about text not null default '',
  due_at timestamptz not null,
  tries int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  settled_at timestamptz,
  settled_by uuid references kernel.staff (id)
);
create index call_backs_waiting on hotline.call_backs (due_at) where state = 'waiting';

create table hotline.shifts (
  id uuid primary key,
  staff_id uuid not null references kernel.staff (id),
  began_at timestamptz not null,
  ended_at timestamptz,
  -- what the next one must know
  hand_over text not null default '',
  check (ended_at >= began_at)
);
create unique index shifts_one on hotline.shifts (staff_id) where ended_at is null;
create index shifts_by_time on hotline.shifts (began_at desc);

create table hotline.site_hours (
  hour timestamptz primary key,
  taken int not null
);

-- One row a call; no personal data.
create view hotline.calls_facts as
select
  c.id, c.day, coalesce(c.topic, 'not-stated') as topic,
  coalesce(t.name, 'Не вказано в джерелі') as topic_label,
  coalesce(t.name_en, 'Not stated in the source') as topic_label_en,
  c.outcome,
  case c.outcome when 'answered' then 'Відповіли одразу' when 'event' then 'Повідомили про масову подію'
    when 'ticket' then 'Прийняли заявку' when 'appeal' then 'Зареєстрували звернення'
    when 'call-back' then 'Домовилися передзвонити' when 'dropped' then 'Дзвінок обірвався'
    else 'Не вказано в джерелі' end as outcome_label,
  case c.outcome when 'answered' then 'Answered at once' when 'event' then 'Told of a mass event'
    when 'ticket' then 'Ticket taken' when 'appeal' then 'Appeal registered'
    when 'call-back' then 'Call-back agreed' when 'dropped' then 'Call dropped'
    else 'Not stated in the source' end as outcome_label_en,
  case when c.outcome <> 'not-stated' then c.outcome in ('answered', 'event') end as at_once,
  c.synthetic
from hotline.calls c left join hotline.topics t on t.code = c.topic;

create view hotline.tickets_facts as
select
  t.case_id as id, c.number, t.received_on as day, t.topic, p.name as topic_label, p.name_en as topic_label_en,
  c.state,
  case c.state when 'new' then 'Прийнято' when 'in-work' then 'Виконують' when 'done' then 'Зроблено, чекає підтвердження'
    when 'confirmed' then 'Виконано' else 'Не виконають' end as state_label,
  case c.state when 'new' then 'Received' when 'in-work' then 'Being done' when 'done' then 'Done, to be confirmed'
    when 'confirmed' then 'Done' else 'Will not be done' end as state_label_en,
  coalesce(u.code, 'none') as unit_code, coalesce(u.short_name, 'Не передано органу') as unit_label,
  t.channel,
  case t.channel when 'telephone' then 'Телефоном' when 'site' then 'На сайті' else 'Через Open311' end as channel_label,
  case t.channel when 'telephone' then 'By telephone' when 'site' then 'On the site' else 'By Open311' end as channel_label_en,
  t.done_on, coalesce(t.due_on, c.due_on) as due_on, t.in_term, t.synthetic
from hotline.tickets t
  join kernel.cases c on c.id = t.case_id
  join hotline.topics p on p.code = t.topic
  left join kernel.units u on u.id = c.unit_id;

create view hotline.done_facts as
select id, number, done_on as day, topic, topic_label, topic_label_en, state, state_label, state_label_en, unit_code,
       unit_label, channel, channel_label, channel_label_en, in_term, synthetic
  from hotline.tickets_facts where done_on is not null;

-- Open past its last day: from the day after it, to the day it was done.
create view hotline.overdue_facts as
select f.id, f.number, f.topic, f.topic_label, f.topic_label_en, f.state, f.state_label, f.state_label_en, f.unit_code,
       f.unit_label, f.channel, f.channel_label, f.channel_label_en, f.day as received_on, f.synthetic,
       f.due_on + 1 as valid_from, f.done_on as valid_to
  from hotline.tickets_facts f
 where f.due_on is not null and (f.done_on is null or f.done_on > f.due_on + 1);
