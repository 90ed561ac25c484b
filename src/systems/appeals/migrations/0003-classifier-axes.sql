-- Axes 4 (sex) and 6 (type of document) of the classifier (КМУ 858); an appeal that its author took
-- back has an outcome of its own; an advocate's request has its own clock; the place may be a house of
-- the address register; the author may demand a shorter term (Law 393/96-ВР art. 20).
alter table appeals.classifier
  drop constraint classifier_axis_check,
  add constraint classifier_axis_check check (
    axis in ('channel', 'sign', 'kind', 'sex', 'subject', 'document', 'category', 'status', 'outcome', 'topic'));

alter table appeals.appeals
  add column sex text not null default 'not-stated' check (sex in ('female', 'male', 'not-stated')),
  add column document text not null default 'not-stated' check (
    document in ('telegram', 'letter', 'oral', 'electronic', 'petition', 'not-stated')),
  add column house_id uuid,
  drop constraint appeals_outcome_check,
  add constraint appeals_outcome_check check (
    outcome in ('satisfied', 'explained', 'refused', 'returned', 'forwarded', 'not-considered', 'withdrawn',
                'not-stated')),
  drop constraint appeals_deputy_check,
  add constraint appeals_deputy_check check (
    deputy in ('people-appeal', 'people-inquiry', 'local-appeal', 'advocate-request'));
create index appeals_by_house on appeals.appeals (house_id, day desc) where house_id is not null;

-- What came by word of mouth or over the wire says itself what it is; the rest stays not stated.
update appeals.appeals set document = case
  when channel in ('reception', 'hotline') then 'oral'
  when channel in ('site', 'email') then 'electronic'
  else 'letter' end
where channel <> 'not-stated';

-- Until now a withdrawn appeal was counted as not considered, and its questions as under review.
update appeals.appeals a set outcome = 'withdrawn'
from kernel.cases c where c.id = a.case_id and c.state = 'withdrawn' and a.outcome = 'not-considered';
update kernel.case_questions q set outcome = 'withdrawn', outcome_at = c.last_event_at
from kernel.cases c
where c.id = q.case_id and c.kind = 'appeals.appeal' and c.state = 'withdrawn' and q.outcome is null;

insert into appeals.words (axis, code, label, label_en) values
  ('sex', 'female', 'Жіноча', 'Female'),
  ('sex', 'male', 'Чоловіча', 'Male'),
  ('sex', 'not-stated', 'Не зазначено', 'Not stated'),
  ('document', 'telegram', 'Телеграма', 'Telegram'),
  ('document', 'letter', 'Лист', 'Letter'),
  ('document', 'oral', 'Усне', 'Oral'),
  ('document', 'electronic', 'Електронне', 'Electronic'),
  ('document', 'petition', 'Петиція', 'Petition'),
  ('document', 'not-stated', 'Не зазначено в джерелі', 'Not stated in the source'),
  ('outcome', 'withdrawn', 'Відкликано автором', 'Withdrawn by the author');

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
  coalesce(status.label_en, 'Not stated in the source') as status_label_en,
  a.sex, sex.label as sex_label, sex.label_en as sex_label_en,
  a.document, document.label as document_label, document.label_en as document_label_en
from appeals.appeals a
  join appeals.words channel on channel.axis = 'channel' and channel.code = a.channel
  join appeals.words kind on kind.axis = 'kind' and kind.code = a.kind
  join appeals.words sign on sign.axis = 'sign' and sign.code = a.sign
  join appeals.words subject on subject.axis = 'subject' and subject.code = a.subject
  join appeals.words outcome on outcome.axis = 'outcome' and outcome.code = coalesce(a.outcome, 'under-review')
  join appeals.words sex on sex.axis = 'sex' and sex.code = a.sex
  join appeals.words document on document.axis = 'document' and document.code = a.document
  left join lateral (
    select c.label, c.label_en from appeals.classifier c
    where c.axis = 'status' and c.code = a.status order by c.valid_from desc limit 1) status on true;
