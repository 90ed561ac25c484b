-- The whole register: persons with their numbers and papers, residences in time, certificates, imports and
-- the exchange with the Migration Service (ДМС). Law 1871-IX; order of the Cabinet 265 of 07.02.2022.
alter table community_register.residents
  add column sex text check (sex in ('female', 'male')),
  add column rnokpp text check (rnokpp ~ '^\d{10}$'),
  add column unzr text check (unzr ~ '^\d{8}-\d{5}$'),
  add column document_kind text check (document_kind in ('id-card', 'passport', 'birth-certificate', 'permit', 'other')),
  add column document_number text check (document_number <> ''),
  add column changed_at timestamptz,
  add column found_by text generated always as (lower(translate(name, 'ґҐ-–''’ʼ`´', 'гГ  '))) stored,
  add constraint residents_document check ((document_kind is null) = (document_number is null)),
  drop constraint residents_check,
  add constraint residents_named check (erased_at is not null or name is not null);
create unique index residents_rnokpp on community_register.residents (rnokpp) where rnokpp is not null;
create unique index residents_unzr on community_register.residents (unzr) where unzr is not null;
create unique index residents_document on community_register.residents (document_kind, document_number)
  where document_number is not null;
-- A name is found by its beginning: one walk along this index, in the order of the list.
create index residents_by_name on community_register.residents (found_by text_pattern_ops, id) where name is not null;
create index residents_by_birth on community_register.residents (birth_date, found_by) where birth_date is not null;

-- Words of which names consist, for slips of the pen: some ten thousand words instead of all persons.
-- A word alone names nobody; it is not taken away again.
create table community_register.name_words (
  word text primary key
);
create index name_words_alike on community_register.name_words using gin (word gin_trgm_ops);

-- Collected by a job alone: were each deed to write them, two deeds could wait for each other's words for ever.
create table community_register.name_words_collected (
  only_row boolean primary key default true check (only_row),
  until timestamptz not null
);
create index residents_by_writing on community_register.residents (coalesce(changed_at, recorded_at));

-- Where a person lives, in half-open periods: at most one residence at a time.
create table community_register.residences (
  id uuid primary key,
  resident_id uuid not null references community_register.residents (id),
  -- a house of the address register
  address_id uuid not null,
  -- as the address was written on that day, without the flat; erased with the person
  address_line text,
  flat text check (flat ~ '^\d{1,4}[А-ЯҐЄІЇ]?$'),
  district text,
  kind text not null check (kind in ('declared', 'registered')),
  ground text not null check (ground in ('ownership', 'owner-consent', 'lease', 'with-parents', 'court', 'transferred', 'other')),
  -- who of the owners agreed, where the ground is their consent
  consent_by text,
  from_date date not null,
  until_date date check (until_date > from_date),
  end_ground text check (end_ground in ('moved-within', 'moved-away', 'own-wish', 'owner-wish', 'court', 'death', 'mistake')),
  case_id uuid references kernel.cases (id),
  recorded_at timestamptz not null,
  recorded_by uuid references kernel.staff (id),
  ended_at timestamptz,
  ended_by uuid references kernel.staff (id),
  check ((until_date is null) = (end_ground is null)),
  check (ground <> 'owner-consent' or consent_by is not null or address_line is null),
  constraint residences_one_at_a_time exclude using gist (resident_id with =, daterange(from_date, until_date) with &&)
);
create index residences_now on community_register.residences (resident_id) where until_date is null;
create index residences_by_address on community_register.residences (address_id, flat) where until_date is null;
create index residences_by_resident on community_register.residences (resident_id, from_date desc);

-- What was written of a person before each change.
create table community_register.changes (
  id uuid primary key,
  resident_id uuid not null references community_register.residents (id),
  changed_at timestamptz not null,
  changed_by uuid references kernel.staff (id),
  ground text not null,
  before jsonb,
  after jsonb
);
create index changes_by_resident on community_register.changes (resident_id, changed_at desc);

create table community_register.parents (
  child_id uuid not null references community_register.residents (id),
  parent_id uuid not null references community_register.residents (id),
  entered_at timestamptz not null,
  primary key (child_id, parent_id),
  check (child_id <> parent_id)
);
create index parents_by_parent on community_register.parents (parent_id);

-- Витяги: what was printed, once and for all; the code on paper proves it without telling whose it is.
create table community_register.certificates (
  id uuid primary key,
  number text not null unique,
  resident_id uuid not null references community_register.residents (id),
  code text not null unique check (code ~ '^[2-9A-HJKMNP-Z]{10}$'),
  issued_at timestamptz not null,
  issued_by uuid references kernel.staff (id),
  unit_name text not null,
  purpose text not null,
  content jsonb
);
create index certificates_by_resident on community_register.certificates (resident_id, issued_at desc);

-- A register brought from elsewhere: checked first, then written, both in the background.
create table community_register.imports (
  id uuid primary key,
  file_name text not null,
  state text not null check (state in ('checking', 'checked', 'running', 'done')),
  started_at timestamptz not null,
  started_by uuid references kernel.staff (id),
  finished_at timestamptz,
  total int not null,
  -- rows worked on in this state
  worked int not null default 0
);
create index imports_newest on community_register.imports (started_at desc);

create table community_register.import_rows (
  import_id uuid not null references community_register.imports (id) on delete cascade,
  row_no int not null,
  verdict text check (verdict in ('new', 'changed', 'same', 'bad')),
  -- [{field, key}], keys of messages
  problems jsonb not null default '[]',
  written boolean not null default false,
  -- the row itself; gone when it is written
  data jsonb,
  primary key (import_id, row_no)
);

-- What the Migration Service is told, and what it answered.
create table community_register.messages (
  id uuid primary key,
  resident_id uuid not null references community_register.residents (id),
  kind text not null check (kind in ('registered', 'deregistered', 'changed')),
  state text not null check (state in ('waiting', 'sent', 'acknowledged', 'refused')),
  made_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz,
  answer text,
  sendings int not null default 0,
  payload jsonb,
  check ((state in ('acknowledged', 'refused')) = (answered_at is not null))
);
create index messages_waiting on community_register.messages (made_at) where state = 'waiting';
create index messages_newest on community_register.messages (made_at desc, id desc);

create view community_register.registered_facts as
select e.id, e.from_date as day, e.kind,
       case e.kind when 'declared' then 'задекларовано' else 'зареєстровано' end as kind_label,
       case e.kind when 'declared' then 'declared' else 'registered' end as kind_label_en,
       coalesce(e.district, 'без району') as district
  from community_register.residences e where e.end_ground is distinct from 'mistake';

create view community_register.deregistered_facts as
select e.id, e.until_date as day, e.end_ground as ground,
       case e.end_ground when 'moved-away' then 'виїзд до іншої громади' when 'own-wish' then 'за заявою особи'
         when 'owner-wish' then 'за заявою власника' when 'court' then 'за рішенням суду'
         when 'death' then 'смерть' end as ground_label,
       case e.end_ground when 'moved-away' then 'moved to another community' when 'own-wish' then 'own wish'
         when 'owner-wish' then 'owner''s wish' when 'court' then 'court decision' when 'death' then 'death' end as ground_label_en,
       coalesce(e.district, 'без району') as district
  from community_register.residences e
 where e.until_date is not null and e.end_ground not in ('moved-within', 'mistake');

create view community_register.resident_facts as
select e.id, e.from_date as valid_from, e.until_date as valid_to, e.kind,
       case e.kind when 'declared' then 'задекларовано' else 'зареєстровано' end as kind_label,
       case e.kind when 'declared' then 'declared' else 'registered' end as kind_label_en,
       coalesce(e.district, 'без району') as district
  from community_register.residences e where e.end_ground is distinct from 'mistake';
