-- Information requests (Law 2939-VI): what a request has beside its case, one to one.
create table information_requests.requests (
  case_id uuid primary key references kernel.cases (id),
  received_on date not null,
  channel text not null check (channel in ('email', 'post', 'in-person', 'telephone', 'site', 'other')),
  requester_kind text not null check (requester_kind in ('person', 'body', 'media', 'association', 'unknown')),
  -- as the journal of requests shows it: no personal data
  subject text not null,
  -- the requester's own words
  body text not null,
  urgent boolean not null default false,
  answer text,
  answered_on date,
  in_term boolean,
  -- Law 2939-VI art. 22(1); null = not refused
  refusal_ground text,
  refusal_words text,
  -- art. 6(2): the three parts of the test, where the ground asks for it
  test_interest text,
  test_harm text,
  test_balance text,
  forwarded_to text,
  deferred_until date,
  -- copies beyond the free pages (art. 21)
  pages int check (pages > 0),
  pages_amount numeric(12, 2) check (pages_amount >= 0),
  paid_on date,
  published_answer text,
  published_at timestamptz,
  published_by uuid references kernel.staff (id),
  synthetic text,
  check ((published_answer is null) = (published_at is null)),
  check (pages is not null or (pages_amount is null and paid_on is null))
) with (fillfactor = 85);
create index requests_by_day on information_requests.requests (received_on);
create index requests_published on information_requests.requests (published_at desc) where published_at is not null;

-- What was taken out of a published answer: who and why, and never the words themselves.
create table information_requests.redactions (
  case_id uuid not null references information_requests.requests (case_id),
  no int not null check (no > 0),
  reason text not null check (reason in ('personal-data', 'confidential', 'secret', 'official')),
  letters int not null check (letters > 0),
  redacted_by uuid not null references kernel.staff (id),
  redacted_at timestamptz not null,
  primary key (case_id, no)
);

create table information_requests.refusal_grounds (
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  title text not null,
  title_en text not null,
  article text not null,
  needs_test boolean not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  position int not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint grounds_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

-- What a page of a copy costs: the actual cost, no more than the Cabinet's ceiling (resolution 740/2011).
create table information_requests.copy_rates (
  valid_from date primary key,
  free_pages int not null check (free_pages >= 0),
  page_price numeric(8, 2) not null check (page_price >= 0),
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?'))
);

-- How many requests came from the site in an hour: the door is open to everyone.
create table information_requests.site_hours (
  hour timestamptz primary key,
  taken int not null
);

-- One row a request; no personal data.
create view information_requests.requests_facts as
select
  r.case_id as id, c.number, r.received_on as day, r.subject, r.channel,
  case r.channel when 'email' then 'Електронною поштою' when 'post' then 'Поштою' when 'in-person' then 'Особисто'
    when 'telephone' then 'Телефоном' when 'site' then 'На сайті' else 'Інше' end as channel_label,
  case r.channel when 'email' then 'By e-mail' when 'post' then 'By post' when 'in-person' then 'In person'
    when 'telephone' then 'By telephone' when 'site' then 'On the site' else 'Other' end as channel_label_en,
  r.requester_kind,
  case r.requester_kind when 'person' then 'Громадяни' when 'body' then 'Юридичні особи' when 'media' then 'Медіа'
    when 'association' then 'Об’єднання громадян' else 'Не вказано в джерелі' end as requester_label,
  coalesce(u.code, 'none') as unit_code, coalesce(u.short_name, 'Не передано органу') as unit_label,
  c.state as outcome,
  case c.state when 'answered' then 'Надано інформацію' when 'refused' then 'Відмовлено'
    when 'forwarded' then 'Переслано розпоряднику' when 'deferred' then 'Відстрочено'
    when 'withdrawn' then 'Відкликано' else 'На розгляді' end as outcome_label,
  r.answered_on, r.in_term, r.synthetic
from information_requests.requests r
  join kernel.cases c on c.id = r.case_id
  left join kernel.units u on u.id = c.unit_id;

create view information_requests.answers_facts as
select id, number, answered_on as day, day as received_on, subject, channel, channel_label, channel_label_en,
       requester_kind, requester_label, unit_code, unit_label, outcome, outcome_label, in_term, synthetic
  from information_requests.requests_facts where answered_on is not null;
