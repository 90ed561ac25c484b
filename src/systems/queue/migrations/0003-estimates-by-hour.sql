-- The truth of the estimates by the hour of coming.
create or replace view queue.estimates_facts as
select t.day, t.hall, t.sector,
  case t.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний' else 'Адміністративний' end as sector_name,
  to_char(t.day, 'YYYY-MM') as month,
  t.number, t.estimate_from, t.estimate_to,
  round(t.wait_seconds / 60.0, 1) as wait_minutes,
  round(t.wait_seconds / 60.0) between t.estimate_from and t.estimate_to as came_true,
  to_char(t.queued_at at time zone 'Europe/Kyiv', 'HH24:00') as hour
from queue.tickets t
where t.estimate_to is not null and t.wait_seconds is not null and t.came_from is null and not t.imported;
