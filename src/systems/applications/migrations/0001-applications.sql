-- What an application has beside its case (kernel.cases, one to one), laid flat at registering so that
-- a year of figures is read without asking the catalogue.
create table applications.applications (
  case_id uuid primary key references kernel.cases (id),
  -- the queue's ticket of the visit; no foreign key, for systems meet at index.ts only
  ticket_id uuid,
  registered_on date not null,
  -- null = not itemised in the source (imports only)
  service_code text,
  sector text check (sector in ('registration', 'social', 'administrative')),
  -- the body it was filed to; after a hand-over the case names the present one
  provider_unit_id uuid references kernel.units (id),
  -- the line of the yearly report as of the day of registering
  report_group text not null,
  -- names of the papers received, as the card lists them
  documents text[] not null,
  outcome text check (outcome in ('granted', 'refused')),
  decided_on date,
  decided_unit_id uuid references kernel.units (id),
  -- civil days from registering to the decision
  days int check (days >= 0),
  -- null = there was no date to keep
  in_term boolean,
  refusal_reasons text[],
  -- the body's words to the applicant; may name a person
  decision_note text,
  result_file_id uuid,
  handed_out_on date,
  withdrawn_on date,
  -- what of this row a replay had to invent; null = nothing
  synthetic text,
  constraint applications_decision check (
    (outcome is null) = (decided_on is null) and (outcome is null) = (days is null)),
  constraint applications_reasoned check (outcome is distinct from 'refused' or cardinality(refusal_reasons) > 0)
) with (fillfactor = 80);

-- Results that wait on the shelf: small however many years there are.
create index applications_to_hand_out on applications.applications (decided_on, case_id)
  where outcome is not null and handed_out_on is null;
create index applications_by_day on applications.applications (registered_on);
create index applications_by_decision on applications.applications (decided_on) where decided_on is not null;
create index applications_by_ticket on applications.applications (ticket_id) where ticket_id is not null;

-- What the applicant has to mend, and until when. The case's row lock stands before every insert.
create table applications.pauses (
  case_id uuid not null references kernel.cases (id),
  no int not null check (no > 0),
  left_on date not null,
  reason text not null,
  cure_by date not null check (cure_by >= left_on),
  primary key (case_id, no)
);

create table applications.consultations (
  id uuid primary key,
  ticket_id uuid,
  happened_at timestamptz not null,
  happened_on date not null,
  service_code text,
  sector text check (sector in ('registration', 'social', 'administrative')),
  -- what was asked, in the administrator's words
  question text,
  recorded_by uuid references kernel.staff (id),
  synthetic text
);
create index consultations_by_day on applications.consultations (happened_on);
create index consultations_by_ticket on applications.consultations (ticket_id) where ticket_id is not null;

-- Present names of services, kept in step with the catalogue: a figure's line has one name whatever
-- the service was called when an application came.
create table applications.service_names (
  code text primary key,
  name text not null,
  name_en text not null
);

-- One row an application; no personal data.
create view applications.applications_facts as
select
  a.case_id as id, a.registered_on as day,
  coalesce(a.sector, 'not-itemised') as sector,
  case a.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                when 'administrative' then 'Адміністративний' else 'Не деталізовано в джерелі' end as sector_label,
  coalesce(a.service_code, 'not-itemised') as service_code,
  case when a.service_code is null then 'Не деталізовано в джерелі' else coalesce(s.name, a.service_code) end as service_label,
  coalesce(p.code, 'not-itemised') as provider_code,
  coalesce(p.name, 'Не деталізовано в джерелі') as provider_label,
  a.report_group as report_group_code,
  case a.report_group
    when 'residence-registration' then 'Реєстрація місця проживання/перебування особи – зняття з реєстрації'
    when 'administrative' then 'Адміністративні послуги'
    when 'business-registration' then 'Реєстрація юридичних осіб та фізичних осіб-підприємців'
    when 'property-registration' then 'Реєстрація речових прав на нерухоме майно'
    when 'pension' then 'Пенсійні послуги'
    when 'social-fortechnyi' then 'Управління соціального захисту населення Фортечної районної у місті Кропивницькому ради'
    when 'social-podilskyi' then 'Управління соціального захисту населення Подільської районної у місті Кропивницькому ради'
    when 'social' then 'Інші соціальні послуги'
    else 'Не деталізовано в джерелі' end as report_group_label,
  a.decided_on, a.in_term, a.days, a.outcome,
  case a.outcome when 'granted' then 'Надано' when 'refused' then 'Відмовлено'
                 else case when a.withdrawn_on is null then 'Розглядають' else 'Відкликано' end end as outcome_label,
  a.synthetic, d.code as decided_by_code, d.name as decided_by_label
from applications.applications a
  left join applications.service_names s on s.code = a.service_code
  left join kernel.units p on p.id = a.provider_unit_id
  left join kernel.units d on d.id = a.decided_unit_id;

-- The same by the day of the decision, and by the body that decided.
create view applications.decisions_facts as
select f.id, f.decided_on as day, f.day as registered_on, f.sector, f.sector_label, f.service_code, f.service_label,
  coalesce(f.decided_by_code, f.provider_code) as provider_code,
  coalesce(f.decided_by_label, f.provider_label) as provider_label,
  f.report_group_code, f.report_group_label, f.in_term, f.days, f.outcome, f.outcome_label, f.synthetic
from applications.applications_facts f
where f.decided_on is not null;

create view applications.consultations_facts as
select
  c.id, c.happened_on as day,
  coalesce(c.sector, 'not-itemised') as sector,
  case c.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                when 'administrative' then 'Адміністративний' else 'Без сектору' end as sector_label,
  coalesce(c.service_code, 'not-itemised') as service_code,
  case when c.service_code is null then 'Загальне питання' else coalesce(s.name, c.service_code) end as service_label,
  c.synthetic
from applications.consultations c
  left join applications.service_names s on s.code = c.service_code;
