-- One visit, one rating, however many tickets the visit took (a transfer keeps the code).
create table ratings.ratings (
  id uuid primary key,
  visit_id uuid not null unique,
  day date not null,
  sector text not null,
  service_code text,
  mark int not null check (mark between 1 and 5),
  -- КМУ 864: 9-10 promote, 0-6 do not; the loyalty index comes from it
  recommend int check (recommend between 0 and 10),
  comment text,
  rated_at timestamptz not null,
  recorded_at timestamptz not null,
  imported boolean not null
);
create index ratings_by_day on ratings.ratings (day);

create view ratings.ratings_facts as
select r.day, to_char(r.day, 'YYYY-MM') as month, r.sector,
       case r.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                     else 'Адміністративний' end as sector_label,
       r.mark, r.mark >= 4 as positive, r.recommend,
       case when r.imported then 'imported' else 'live' end as origin,
       case when r.imported then 'перенесено з минулого' else 'наживо' end as origin_name
  from ratings.ratings r;
