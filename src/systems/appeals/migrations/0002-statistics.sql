-- What a past journal called the appeal that was brought from it: brought again, it is known.
create table appeals.brought (
  source text not null,
  number text not null,
  case_id uuid not null unique references appeals.appeals (case_id),
  primary key (source, number)
);
revoke update, delete on appeals.brought from prozoryi_app;

-- The author's social status joins the facts; the rest is as it was.
create or replace view appeals.appeals_facts as
select
  a.case_id as id, a.day,
  a.channel, channel.label as channel_label, channel.label_en as channel_label_en,
  a.kind, kind.label as kind_label, kind.label_en as kind_label_en,
  a.sign, sign.label as sign_label, sign.label_en as sign_label_en,
  a.subject, subject.label as subject_label, subject.label_en as subject_label_en,
  coalesce(a.outcome, 'under-review') as outcome, outcome.label as outcome_label,
  outcome.label_en as outcome_label_en,
  a.people, a.outcome_day, a.days, a.in_term,
  a.sign in ('repeated', 'many-times') as repeated, a.subject = 'collective' as collective,
  a.synthetic,
  coalesce(a.status, 'not-stated') as status,
  coalesce(status.label, 'Не зазначено в джерелі') as status_label,
  coalesce(status.label_en, 'Not stated in the source') as status_label_en
from appeals.appeals a
  join appeals.words channel on channel.axis = 'channel' and channel.code = a.channel
  join appeals.words kind on kind.axis = 'kind' and kind.code = a.kind
  join appeals.words sign on sign.axis = 'sign' and sign.code = a.sign
  join appeals.words subject on subject.axis = 'subject' and subject.code = a.subject
  join appeals.words outcome on outcome.axis = 'outcome' and outcome.code = coalesce(a.outcome, 'under-review')
  left join lateral (
    select c.label, c.label_en from appeals.classifier c
    where c.axis = 'status' and c.code = a.status order by c.valid_from desc limit 1) status on true;

-- One row an appeal and category of its author: who belongs to two is in two rows.
create view appeals.authors_facts as
select
  a.case_id || '/' || coalesce(c.code, '') as id, a.day,
  coalesce(c.code, 'not-stated') as category,
  coalesce(named.label, 'Не зазначено') as category_label,
  coalesce(named.label_en, 'Not stated') as category_label_en,
  a.synthetic
from appeals.appeals a
  left join lateral unnest(a.categories) as c (code) on true
  left join lateral (
    select e.label, e.label_en from appeals.classifier e
    where e.axis = 'category' and e.code = c.code order by e.valid_from desc limit 1) named on true;
