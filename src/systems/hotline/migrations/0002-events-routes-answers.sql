-- Hours of an emergency, and no moving to Monday: where a lawyer has not changed the term since it was laid down.
update kernel.deadline_rules
   set value = 24, unit = 'hours', keeps_day_off = true, start_event = 'hotline:clock.taken'
 where code = 'hotline-emergency' and valid_from = '2010-01-01' and value = 1 and unit = 'calendar-days'
   and certainty = 'M?';
update kernel.deadline_rules set start_event = 'hotline:clock.taken'
 where code in ('hotline-urgent', 'hotline-ordinary') and start_event = 'clock:events.requestReceived';

-- A mass event may be of single houses, and ends with words of what was done.
alter table hotline.events
  add column house_ids uuid[] not null default '{}',
  -- the place as it was announced; '' = the whole city
  add column place text not null default '',
  add column result text not null default '',
  add column ended_by uuid references kernel.staff (id);
create index events_by_end on hotline.events (until_at desc, id desc);
create index tickets_by_event on hotline.tickets (event_id) where event_id is not null;

-- Whoever left no e-mail is told of an event's end by telephone: such a call-back has a ticket, not a call.
alter table hotline.call_backs
  alter column call_id drop not null,
  add column case_id uuid references kernel.cases (id),
  add check (call_id is not null or case_id is not null);

-- What else than the knowledge base was read out: `service:01234`, `consultation:<id>`.
alter table hotline.calls add column told text check (told ~ '^(service|consultation):.+');

-- Routes as a register: each row can be named and ended.
alter table hotline.routes
  add column id uuid not null default gen_random_uuid(),
  add column entered_at timestamptz,
  add column entered_by uuid references kernel.staff (id),
  add primary key (id);

-- Each answer to «чи справді зроблено?»: one who says no and later yes has answered twice.
create table hotline.confirmations (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  at timestamptz not null,
  day date not null,
  -- whose work was judged
  unit_id uuid references kernel.units (id),
  channel text not null check (channel in ('telephone', 'site')),
  really_done boolean not null,
  mark smallint check (mark between 1 and 5)
);
create index confirmations_by_day on hotline.confirmations (day);
create index confirmations_by_case on hotline.confirmations (case_id);

-- Of the answers so far only the last of each ticket is known.
insert into hotline.confirmations (id, case_id, at, day, unit_id, channel, really_done, mark)
select gen_random_uuid(), t.case_id, coalesce(t.confirmed_at, t.changed_at),
       (coalesce(t.confirmed_at, t.changed_at) at time zone 'Europe/Kyiv')::date, c.unit_id, 'telephone', t.really_done, t.mark
  from hotline.tickets t join kernel.cases c on c.id = t.case_id
 where t.really_done is not null;

create view hotline.really_done_facts as
select
  a.id, c.number, a.day, t.topic, p.name as topic_label, p.name_en as topic_label_en,
  coalesce(u.code, 'none') as unit_code, coalesce(u.short_name, 'Не передано органу') as unit_label,
  case when a.really_done then 'yes' else 'no' end as said,
  case when a.really_done then 'Справді зроблено' else 'Не зроблено' end as said_label,
  case when a.really_done then 'Really done' else 'Not done' end as said_label_en,
  a.channel,
  case a.channel when 'telephone' then 'Телефоном' else 'На сайті' end as channel_label,
  case a.channel when 'telephone' then 'By telephone' else 'On the site' end as channel_label_en,
  a.really_done, a.mark, t.synthetic
from hotline.confirmations a
  join hotline.tickets t on t.case_id = a.case_id
  join kernel.cases c on c.id = a.case_id
  join hotline.topics p on p.code = t.topic
  left join kernel.units u on u.id = a.unit_id;

create view hotline.marks_facts as select * from hotline.really_done_facts where mark is not null;
