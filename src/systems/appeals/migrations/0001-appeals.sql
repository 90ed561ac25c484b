-- The classifier of appeals (КМУ 858 of 24.09.2008, changed eight times): versioned, so that a report
-- of a past year reads as it did then.
create table appeals.classifier (
  axis text not null check (
    axis in ('channel', 'sign', 'kind', 'subject', 'category', 'status', 'outcome', 'topic')),
  code text not null check (code ~ '^[0-9]+([.-][0-9]+)*$'),
  label text not null,
  label_en text not null,
  -- the name by which the code of this system knows the entry
  own text check (own ~ '^[a-z]+(-[a-z]+)*$'),
  -- authors of this category are heard first (Law 393/96-VR art. 20)
  priority boolean not null default false,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (axis, code, valid_from),
  constraint classifier_no_overlap exclude using gist (
    axis with =, code with =, daterange(valid_from, valid_to) with &&)
);

-- What an appeal has beside its case (kernel.cases, one to one).
create table appeals.appeals (
  case_id uuid primary key references kernel.cases (id),
  -- Kyiv day of receipt, by which it is counted
  day date not null,
  -- the day from which the terms run: after hours, the next working day
  counted_from date not null check (counted_from >= day),
  -- letter of the surname, КО or БП, and the number of the book: «Д-401»
  index text not null,
  channel text not null check (
    channel in ('site', 'email', 'post', 'in-person', 'reception', 'hotline', 'authority', 'media', 'not-stated')),
  kind text not null check (kind in ('proposal', 'application', 'complaint', 'not-stated')),
  sign text not null check (sign in ('first', 'repeated', 'duplicate', 'many-times', 'mass', 'not-stated')),
  subject text not null check (subject in ('individual', 'collective', 'anonymous', 'not-stated')),
  people int not null check (people > 0),
  deputy text check (deputy in ('people-appeal', 'people-inquiry', 'local-appeal')),
  priority boolean not null,
  categories text[] not null,
  status text,
  -- what the author writes; the authority or the paper it came through; the place it is about
  text text not null,
  sender text not null,
  place text not null,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  -- by whom of the same name, address and like text it is found; nothing of it is shown
  author_key text not null,
  address_key text not null,
  sketch int[],
  outcome text check (
    outcome in ('satisfied', 'explained', 'refused', 'returned', 'forwarded', 'not-considered', 'not-stated')),
  outcome_day date,
  -- civil days from receipt, and whether the term was kept; null = there was no date to keep
  days int check (days >= 0),
  in_term boolean,
  -- where it was forwarded, why it is returned or not considered
  closing_note text not null default '',
  -- what the author said of the answer
  done text check (done in ('yes', 'partly', 'no')),
  mark int check (mark between 1 and 5),
  synthetic text,
  constraint appeals_outcome_has_day check ((outcome is null) = (outcome_day is null)),
  constraint appeals_place_has_both check ((lat is null) = (lon is null))
) with (fillfactor = 85);
create index appeals_by_day on appeals.appeals (day);
create index appeals_by_author on appeals.appeals (author_key) where author_key <> '';
create index appeals_by_address on appeals.appeals (address_key) where address_key <> '';
-- Words of a text as a few numbers that two like texts share (src/systems/appeals/text-sketch.ts).
create index appeals_by_sketch on appeals.appeals using gin (sketch)
  with (fastupdate = on, gin_pending_list_limit = 256);

-- The tree of resolutions: the head to a deputy, the deputy to a body, the body to its people.
create table appeals.resolutions (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  parent_id uuid references appeals.resolutions (id),
  author_id uuid not null references kernel.staff (id),
  unit_id uuid not null references kernel.units (id),
  staff_id uuid references kernel.staff (id),
  role text not null check (role in ('executor', 'co-executor')),
  -- of one question; null = of the whole appeal
  question_no int check (question_no > 0),
  text text not null,
  due_on date,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index resolutions_by_case on appeals.resolutions (case_id, given_at);
create index resolutions_by_unit on appeals.resolutions (unit_id, case_id) where withdrawn_at is null;

create function appeals.check_resolution() returns trigger language plpgsql as $$
begin
  perform kernel.refuse_excluded(new.case_id, new.staff_id, new.unit_id);
  return new;
end $$;
create trigger resolutions_not_to_complained_of before insert on appeals.resolutions
  for each row execute function appeals.check_resolution();

create table appeals.answers (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  no int not null check (no > 0),
  kind text not null check (kind in ('interim', 'final')),
  state text not null check (state in ('draft', 'approved', 'sent', 'sent-back')),
  text text not null,
  -- [{"no": 1, "outcome": "explained"}]
  outcomes jsonb not null,
  -- why the leader sent it back
  remark text not null default '',
  drafted_by uuid not null references kernel.staff (id),
  drafted_at timestamptz not null,
  approved_by uuid references kernel.staff (id),
  approved_at timestamptz,
  sent_at timestamptz,
  sent_how text check (sent_how in ('email', 'post', 'in-person')),
  constraint answers_no unique (case_id, no),
  constraint answers_approved check (state not in ('approved', 'sent') or approved_at is not null),
  constraint answers_sent check ((state = 'sent') = (sent_at is not null))
);
-- However many draft at once, an appeal has one final answer under way.
create unique index answers_one_final on appeals.answers (case_id) where kind = 'final' and state <> 'sent-back';

create table appeals.site_hours (
  hour timestamptz primary key,
  taken int not null
);

-- Words of the values the code knows; equal everywhere a figure is read.
create table appeals.words (
  axis text not null,
  code text not null,
  label text not null,
  label_en text not null,
  primary key (axis, code)
);
insert into appeals.words (axis, code, label, label_en) values
  ('channel', 'site', 'Через сайт', 'On the site'),
  ('channel', 'email', 'Електронною поштою', 'By e-mail'),
  ('channel', 'post', 'Поштою', 'By post'),
  ('channel', 'in-person', 'Подано особисто', 'Handed in'),
  ('channel', 'reception', 'На особистому прийомі', 'At personal reception'),
  ('channel', 'hotline', 'Гарячою лінією', 'By the hotline'),
  ('channel', 'authority', 'Через органи влади', 'Through authorities'),
  ('channel', 'media', 'Через засоби масової інформації', 'Through the media'),
  ('kind', 'proposal', 'Пропозиція (зауваження)', 'Proposal (remark)'),
  ('kind', 'application', 'Заява (клопотання)', 'Application (petition)'),
  ('kind', 'complaint', 'Скарга', 'Complaint'),
  ('sign', 'first', 'Первинне', 'First'),
  ('sign', 'repeated', 'Повторне', 'Repeated'),
  ('sign', 'duplicate', 'Дублетне', 'Duplicate'),
  ('sign', 'many-times', 'Неодноразове', 'Many times'),
  ('sign', 'mass', 'Масове', 'Mass'),
  ('subject', 'individual', 'Індивідуальне', 'Individual'),
  ('subject', 'collective', 'Колективне', 'Collective'),
  ('subject', 'anonymous', 'Анонімне', 'Anonymous'),
  ('outcome', 'satisfied', 'Вирішено позитивно', 'Satisfied'),
  ('outcome', 'explained', 'Дано роз’яснення', 'Explained'),
  ('outcome', 'refused', 'Відмовлено у задоволенні', 'Refused'),
  ('outcome', 'returned', 'Повернуто авторові', 'Returned to the author'),
  ('outcome', 'forwarded', 'Переслано за належністю', 'Forwarded'),
  ('outcome', 'not-considered', 'Не підлягає розгляду', 'Not considered'),
  ('outcome', 'under-review', 'На розгляді', 'Under review');
insert into appeals.words (axis, code, label, label_en)
select axis, 'not-stated', 'Не зазначено в джерелі', 'Not stated in the source'
from unnest(array['channel', 'kind', 'sign', 'subject', 'outcome', 'topic']) as axis;

-- Present names of topics: a figure's line has one name whatever the classifier called it then.
create view appeals.topics as
select distinct on (code) code, label, label_en from appeals.classifier
where axis = 'topic' order by code, valid_from desc;

-- One row an appeal; no personal data.
create view appeals.appeals_facts as
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
  a.synthetic
from appeals.appeals a
  join appeals.words channel on channel.axis = 'channel' and channel.code = a.channel
  join appeals.words kind on kind.axis = 'kind' and kind.code = a.kind
  join appeals.words sign on sign.axis = 'sign' and sign.code = a.sign
  join appeals.words subject on subject.axis = 'subject' and subject.code = a.subject
  join appeals.words outcome on outcome.axis = 'outcome' and outcome.code = coalesce(a.outcome, 'under-review');

-- The same by the day of the outcome.
create view appeals.answered_facts as
select f.id, f.outcome_day as day, f.day as received_on, f.channel, f.channel_label, f.channel_label_en,
  f.kind, f.kind_label, f.kind_label_en, f.outcome, f.outcome_label, f.outcome_label_en, f.days, f.in_term,
  f.synthetic
from appeals.appeals_facts f where f.outcome_day is not null;

create view appeals.overdue_facts as
select f.* from appeals.answered_facts f where f.in_term = false;
create view appeals.repeated_facts as
select f.* from appeals.appeals_facts f where f.repeated;
create view appeals.collective_facts as
select f.* from appeals.appeals_facts f where f.collective;

-- One row a question: an appeal may ask several things, each with its own topic and outcome.
create view appeals.questions_facts as
select
  q.case_id || '/' || q.no as id, a.day,
  q.topic, coalesce(t.label, 'Не зазначено в джерелі') as topic_label,
  coalesce(t.label_en, 'Not stated in the source') as topic_label_en,
  coalesce(q.outcome, 'under-review') as outcome, outcome.label as outcome_label,
  outcome.label_en as outcome_label_en,
  a.channel, channel.label as channel_label, channel.label_en as channel_label_en,
  a.kind, kind.label as kind_label, kind.label_en as kind_label_en, a.synthetic
from appeals.appeals a
  join kernel.case_questions q on q.case_id = a.case_id
  left join appeals.topics t on t.code = q.topic
  join appeals.words outcome on outcome.axis = 'outcome' and outcome.code = coalesce(q.outcome, 'under-review')
  join appeals.words channel on channel.axis = 'channel' and channel.code = a.channel
  join appeals.words kind on kind.axis = 'kind' and kind.code = a.kind;

-- What the author said of the answer.
create view appeals.satisfaction_facts as
select a.case_id as id, a.outcome_day as day, a.done,
  case a.done when 'yes' then 'Справді зроблено' when 'partly' then 'Зроблено частково' else 'Не зроблено' end as done_label,
  case a.done when 'yes' then 'Really done' when 'partly' then 'Partly done' else 'Not done' end as done_label_en,
  a.done = 'yes' as really_done, a.mark, a.synthetic
from appeals.appeals a where a.done is not null and a.outcome_day is not null;
