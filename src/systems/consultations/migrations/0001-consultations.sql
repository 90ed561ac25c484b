-- What people ask without applying. Its words and addresses are personal and are erased by retention.
create table consultations.questions (
  id uuid primary key,
  channel text not null check (channel in ('site', 'telephone')),
  state text not null check (state in ('asked', 'answered', 'published', 'closed')),
  asked_at timestamptz not null,
  day date not null,
  service_code text,
  service_name text,
  sector text check (sector in ('registration', 'social', 'administrative')),
  question text not null,
  -- where the answer goes; by telephone it may be said at once
  email text,
  -- by our own aim: no law sets a term for a consultation
  due_on date not null,
  answer text,
  answered_at timestamptz,
  answered_on date,
  answered_by uuid references kernel.staff (id),
  recorded_by uuid references kernel.staff (id),
  closed_reason text,
  closed_at timestamptz,
  check (channel = 'telephone' or email is not null),
  check ((channel = 'telephone') = (recorded_by is not null)),
  check ((answer is null) = (answered_at is null)),
  check (state not in ('answered', 'published') or answer is not null),
  check ((state = 'closed') = (closed_reason is not null))
);
create index questions_open on consultations.questions (due_on, asked_at) where state = 'asked';
create index questions_by_moment on consultations.questions (asked_at desc);
create index questions_by_answer on consultations.questions (answered_on) where answered_on is not null;

-- The base of answers for everyone: a text of its own, in which a person confirmed that no personal
-- data remain. It stays when the question behind it is erased.
create table consultations.published (
  id uuid primary key references consultations.questions (id),
  question text not null,
  answer text not null,
  service_code text,
  service_name text,
  published_at timestamptz not null,
  published_by uuid not null references kernel.staff (id),
  -- what the search looks in: small letters, every apostrophe left out
  found_by text not null
);
create index published_by_words on consultations.published using gin (found_by gin_trgm_ops);
create index published_by_service on consultations.published (service_code) where service_code is not null;

-- Within how many working days we mean to answer.
create table consultations.aims (
  channel text not null check (channel in ('site', 'telephone')),
  working_days int not null check (working_days between 0 and 60),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint aims_no_overlap exclude using gist (channel with =, daterange(valid_from, valid_to) with &&)
);

-- How many questions came from the site in an hour: the door is open to everyone.
create table consultations.site_hours (
  hour timestamptz primary key,
  taken int not null
);

-- One row an answered question; no words of it.
create view consultations.answered_facts as
select q.id, q.answered_on as day,
       q.channel,
       case q.channel when 'site' then 'На сайті' else 'Телефоном' end as channel_label,
       case q.channel when 'site' then 'On the site' else 'By telephone' end as channel_label_en,
       coalesce(q.sector, 'none') as sector,
       case q.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                     when 'administrative' then 'Адміністративний' else 'Без сектору' end as sector_label,
       coalesce(q.service_code, 'none') as service_code,
       case when q.service_code is null then 'Загальне питання' else coalesce(q.service_name, q.service_code) end as service_label,
       q.answered_on <= q.due_on as in_aim
  from consultations.questions q
 where q.answered_on is not null;
