insert into kernel.audit_journal
  (kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, unit_id, subjects, input, reason)
values ('look', now(), now(), 'hotline.operator-desk', '{staff}', 'Операторка 1', '{operator}', '{centre}',
  jsonb_build_array(jsonb_build_object('id', '{unit}', 'kind', 'case'), jsonb_build_object('id', '{centre}', 'kind', 'case')),
  '{"phone": "hmac of the telephone"}'::jsonb, null);
