-- Coded reasons for which somebody is sent away from a window without an application; data, changed by a city.
create table applications.turn_away_reasons (
  code text primary key,
  text text not null,
  text_en text not null,
  -- the check-list or the Centre itself should have spared the person this way
  ours boolean not null,
  -- says which papers lacked
  names_papers boolean not null default false,
  position int not null
);

-- Somebody came and went without an application.
create table applications.turned_away (
  id uuid primary key,
  ticket_id uuid,
  happened_at timestamptz not null,
  happened_on date not null,
  service_code text not null,
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  reasons text[] not null check (cardinality(reasons) > 0),
  -- names of papers that lacked, as the card lists them
  lacking text[] not null default '{}',
  -- of at least one reason the city's own list says so on the day
  ours boolean not null,
  -- only where the person named it; tells whether the same person came again
  applicant_code text,
  note text,
  recorded_by uuid references kernel.staff (id),
  -- the first application, or turning away, of the same person for the same service within 30 days
  returned_on date check (returned_on >= happened_on),
  synthetic text
);
create index turned_away_by_day on applications.turned_away (happened_on);
-- Whom one still looks for: few, however many years there are.
create index turned_away_awaited on applications.turned_away (happened_at)
  where applicant_code is not null and returned_on is null;

create view applications.turned_away_facts as
select
  w.id, w.happened_on as day, w.sector,
  case w.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                else 'Адміністративний' end as sector_label,
  w.service_code, coalesce(s.name, w.service_code) as service_label,
  w.reasons[1] as reason_code, coalesce(r.text, w.reasons[1]) as reason_label,
  coalesce(r.text_en, w.reasons[1]) as reason_label_en,
  w.ours, case when w.ours then 'ours' else 'not-ours' end as ours_code,
  case when w.ours then 'Через нас' else 'Не через нас' end as ours_label,
  case when w.ours then 'Because of us' else 'Not because of us' end as ours_label_en,
  case when w.returned_on is not null then 'returned'
       when w.applicant_code is null then 'unknown' else 'not-returned' end as return_code,
  case when w.returned_on is not null then 'Прийшли знову за 30 днів'
       when w.applicant_code is null then 'Невідомо' else 'Не прийшли знову' end as return_label,
  case when w.returned_on is not null then 'Came again within 30 days'
       when w.applicant_code is null then 'Not known' else 'Did not come again' end as return_label_en,
  w.synthetic
from applications.turned_away w
  left join applications.service_names s on s.code = w.service_code
  left join applications.turn_away_reasons r on r.code = w.reasons[1];

create view applications.repeat_visits_facts as
select * from applications.turned_away_facts where ours;
