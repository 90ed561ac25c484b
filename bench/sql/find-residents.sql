select r.id, r.name, r.birth_date, r.rnokpp, e.address_line, e.from_date, r.found_by || '|' || r.id
  from community_register.residents r
  left join community_register.residences e on e.resident_id = r.id and e.until_date is null
 where r.name is not null and r.found_by ~>=~ 'шевчук тар' and r.found_by ~<~ 'шевчук тас'
 order by r.found_by using ~<~, r.id limit 51;
