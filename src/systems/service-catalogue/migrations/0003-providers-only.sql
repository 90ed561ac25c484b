-- Units are more than the bodies that give services: the leadership and departments are not counted here.
create or replace view service_catalogue.providers_facts as
select u.valid_from, u.valid_to, u.code, u.name, u.kind,
       case u.kind when 'council-executive' then 'Виконавчі органи міської ради'
                   else 'Територіальні органи виконавчої влади' end as kind_label
  from kernel.units u where u.kind in ('council-executive', 'state-territorial');
