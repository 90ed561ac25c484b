-- A plan is data: it changes by versions, and what began under one version ends under it.
create table complex_services.plan_versions (
  id uuid primary key,
  code text not null check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  valid_from date not null,
  valid_to date,
  -- the plan as it is exported and imported; judged for contradictions before it is written
  plan jsonb not null,
  check (valid_to is null or valid_to > valid_from),
  constraint plan_versions_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

-- What a complex application has beside its case (kernel.cases, one to one).
create table complex_services.applications (
  case_id uuid primary key references kernel.cases (id),
  plan_version_id uuid not null references complex_services.plan_versions (id),
  plan_code text not null,
  plan_title text not null,
  filed_on date not null,
  channel text not null check (channel in ('window', 'online', 'mobile')),
  ticket_id uuid,
  -- answers to the questions that are asked once; personal, erased with the case's months
  answers jsonb,
  documents text[] not null,
  -- the one date as it was told on the day of filing
  promised_on date,
  ended_on date,
  -- when the applicant gets the next letter about what has changed; null = nothing to tell
  tell_at timestamptz,
  synthetic text
) with (fillfactor = 80);
create index applications_by_day on complex_services.applications (filed_on);
create index applications_to_tell on complex_services.applications (tell_at) where tell_at is not null;

create table complex_services.parts (
  case_id uuid not null references complex_services.applications (case_id),
  no int not null check (no > 0),
  title text not null,
  title_en text not null,
  service_code text,
  provider_unit_id uuid not null references kernel.units (id),
  provider_code text not null,
  term jsonb not null,
  depends_on int[] not null,
  shares text[] not null,
  -- as the parent knows it: follows the part's own case by the task that its change left
  state text not null
    check (state in ('waiting', 'open', 'standing', 'granted', 'refused', 'withdrawn', 'blocked')),
  -- what the applicant was written last
  told_state text not null,
  -- the part's own application; a part is never filed twice
  application_id uuid unique references kernel.cases (id),
  -- the day it ended, or the first day it was known that it never starts
  ended_on date,
  primary key (case_id, no),
  constraint parts_filed check ((application_id is null) = (state in ('waiting', 'blocked')))
) with (fillfactor = 80);

-- One row a complex application; no personal data.
create view complex_services.applications_facts as
select a.case_id as id, a.filed_on as day, a.plan_code, a.plan_title as plan_label,
       a.channel, case a.channel when 'window' then 'Біля вікна' when 'online' then 'Онлайн' else 'Мобільний офіс' end as channel_label,
       case a.channel when 'window' then 'At the window' when 'online' then 'Online' else 'Mobile office' end as channel_label_en,
       (select count(*)::int from complex_services.parts p where p.case_id = a.case_id) as parts,
       a.ended_on, a.promised_on, a.synthetic
  from complex_services.applications a;

-- The same by the day it ended: was the promise kept?
create view complex_services.ended_facts as
select f.id, f.ended_on as day, f.day as filed_on, f.plan_code, f.plan_label, f.promised_on,
       f.ended_on <= f.promised_on as kept, f.synthetic
  from complex_services.applications_facts f where f.ended_on is not null;

-- One row a part that ended.
create view complex_services.parts_facts as
select p.case_id::text || '/' || p.no as id, p.ended_on as day, a.plan_code, a.plan_title as plan_label,
       p.title as part_label, p.state as outcome,
       case p.state when 'granted' then 'Надано' when 'refused' then 'Відмовлено' when 'withdrawn' then 'Відкликано'
                    else 'Не розпочато' end as outcome_label,
       case p.state when 'granted' then 'Granted' when 'refused' then 'Refused' when 'withdrawn' then 'Withdrawn'
                    else 'Never started' end as outcome_label_en,
       u.code as provider_code, u.name as provider_label, a.synthetic
  from complex_services.parts p
  join complex_services.applications a on a.case_id = p.case_id
  join kernel.units u on u.id = p.provider_unit_id
 where p.ended_on is not null;
