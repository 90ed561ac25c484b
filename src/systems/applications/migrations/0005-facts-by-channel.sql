-- Where an application was filed: how much of the Centre's work comes without a visit.
create or replace view applications.applications_facts as
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
  a.synthetic, d.code as decided_by_code, d.name as decided_by_label,
  a.channel,
  case a.channel when 'window' then 'У Центрі' when 'online' then 'Онлайн'
                 when 'mobile' then 'Мобільний офіс' else 'Комплексна послуга' end as channel_label,
  case a.channel when 'window' then 'At the Centre' when 'online' then 'Online'
                 when 'mobile' then 'Mobile office' else 'Complex service' end as channel_label_en
from applications.applications a
  left join applications.service_names s on s.code = a.service_code
  left join kernel.units p on p.id = a.provider_unit_id
  left join kernel.units d on d.id = a.decided_unit_id;
