-- What `queue.call-next` writes, as one statement: that of src/systems/queue/call-store.ts and that of
-- src/kernel/actions/save-deeds.ts. The next clerk of the bench takes each turn.
with clerk as materialized (
  select ('00000000-0000-7000-8000-' || lpad(nextval('bench.turns')::text, 12, '0'))::uuid as id
), place as materialized (
  select w.id, w.number, w.hall, w.sectors, s.staff_id,
    exists (select from queue.freezes f where f.hall = w.hall and f.to_at is null) as frozen,
    exists (select from queue.tickets b
             where b.clerk_id = (select id from clerk) and b.state in ('called', 'serving') and not b.imported) as busy
    from queue.seats s join queue.windows w on w.id = s.window_id
   where s.staff_id = (select id from clerk)
), ready as materialized (
  select * from place where not frozen and not busy
), called as (
  update queue.tickets t
     set state = 'called', called_at = now(), recalled_at = null, call_count = t.call_count + 1,
         window_id = ready.id, clerk_id = ready.staff_id,
         wait_seconds = coalesce(t.wait_seconds, queue.wait_seconds(t.hall, t.queued_at, now()))
    from ready
   where t.id = (
     select n.id from queue.tickets n
      where n.hall = (select hall from ready) and n.day = '{day}' and n.state = 'waiting' and not n.imported
        and case when n.directed_to is null then n.sector = any((select sectors from ready)::text[])
                 else n.directed_to = (select id from ready) end
      order by n.order_key, n.seq, n.id
      limit 1 for update skip locked)
  returning t.*
), logged as (
  insert into queue.calls (hall, day, number, sector, window_number, reason, called_at, joined_at, order_key, imported)
  select c.hall, c.day, c.number, c.sector, place.number, 'turn', c.called_at, c.joined_at, c.order_key, c.imported
    from called c cross join place
), done as (
  select nextval('kernel.audit_journal_ids') as id, called.id as ticket_id, called.clerk_id,
    jsonb_build_object('windowNumber', 1, 'ticket', to_jsonb(called)) as answer
  from called
), keys as (
  insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
  select clerk_id, 'queue.call-next', 'bench/' || id, sha256(int8send(id)), answer, now() + interval '2 days'
  from done
  on conflict do nothing returning 1
), journal as (
  insert into kernel.audit_journal
    (id, kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, imported_by, unit_id,
     subjects, input, output, changes, request_key)
  select id, 'action', now(), now(), 'queue.call-next', clerk_id, 'Коваленко Олена Іванівна',
    '{administrator}', null, '{centre}'::uuid,
    jsonb_build_array(jsonb_build_object('id', ticket_id, 'kind', 'ticket')), '{}'::jsonb, answer,
    '[{"field": "state", "before": "waiting", "after": "called"}]'::jsonb, 'bench/' || id
  from done
)
select place.number, called.number from place left join called on true;
