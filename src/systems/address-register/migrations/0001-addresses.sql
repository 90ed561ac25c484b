-- The address register (адресний реєстр): settlements by КАТОТТГ, streets with their names in time, houses.
create table address_register.settlements (
  code text primary key check (code ~ '^UA\d{17}$'),
  kind text not null check (kind in ('city', 'settlement', 'village')),
  name text not null,
  name_en text not null
);

create table address_register.districts (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  settlement_code text not null references address_register.settlements (code),
  name text not null,
  -- null where the code is not known to us
  katottg text check (katottg ~ '^UA\d{17}$')
);

create table address_register.streets (
  id uuid primary key,
  settlement_code text not null references address_register.settlements (code),
  entered_at timestamptz not null,
  is_demo boolean not null default false
);

-- What a street is called, and was: a renaming ends one row and begins another, so the former name
-- goes on finding the street.
create table address_register.street_names (
  id uuid primary key,
  street_id uuid not null references address_register.streets (id),
  settlement_code text not null references address_register.settlements (code),
  kind text not null check (kind in ('street', 'lane', 'avenue', 'boulevard', 'square', 'passage', 'dead-end',
    'descent', 'highway', 'embankment', 'alley', 'quarter')),
  name text not null check (name <> ''),
  -- null: since before anyone wrote it down
  valid_from date,
  valid_to date check (valid_to > valid_from),
  -- the decision that gave the name: body, number, date
  act text,
  entered_by uuid references kernel.staff (id),
  found_by text not null generated always as (lower(translate(name, 'ґҐ-–''’ʼ`´', 'гГ  '))) stored,
  constraint street_names_one_at_a_time exclude using gist (street_id with =, daterange(valid_from, valid_to) with &&)
);
create unique index street_names_taken on address_register.street_names (settlement_code, kind, found_by)
  where valid_to is null;
create index street_names_by_words on address_register.street_names using gin (found_by gin_trgm_ops);
create index street_names_by_street on address_register.street_names (street_id);

create table address_register.houses (
  id uuid primary key,
  street_id uuid not null references address_register.streets (id),
  number text not null check (number ~ '^\d{1,4}(/\d{1,4})?(-[А-ЯҐЄІЇ])?$'),
  number_key text not null generated always as (lower(replace(number, '-', ''))) stored,
  number_order int not null generated always as (substring(number from '^\d+')::int) stored,
  district_code text references address_register.districts (code),
  postcode text check (postcode ~ '^\d{5}$'),
  flats_from int,
  flats_to int check (flats_to >= flats_from and flats_to < 10000),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  entered_at timestamptz not null,
  check ((flats_from is null) = (flats_to is null)),
  check ((lat is null) = (lon is null)),
  constraint houses_number_once unique (street_id, number_key)
);

create view address_register.kind_words as
select * from (values
  ('street', 'вулиця', 'street'), ('lane', 'провулок', 'lane'), ('avenue', 'проспект', 'avenue'),
  ('boulevard', 'бульвар', 'boulevard'), ('square', 'площа', 'square'), ('passage', 'проїзд', 'passage'),
  ('dead-end', 'тупик', 'dead end'), ('descent', 'узвіз', 'descent'), ('highway', 'шосе', 'highway'),
  ('embankment', 'набережна', 'embankment'), ('alley', 'алея', 'alley'), ('quarter', 'мікрорайон', 'quarter')
) as words (kind, kind_label, kind_label_en);

create view address_register.street_facts as
select s.id, coalesce(earliest.valid_from, '1900-01-01'::date) as valid_from, null::date as valid_to,
       k.kind, k.kind_label, k.kind_label_en, c.name
  from address_register.streets s
  join address_register.street_names c on c.street_id = s.id and c.valid_to is null
  join address_register.kind_words k on k.kind = c.kind
  cross join lateral (select min(coalesce(n.valid_from, '1900-01-01'::date)) as valid_from
                        from address_register.street_names n where n.street_id = s.id) earliest;

create view address_register.renaming_facts as
select n.id, n.valid_from as day, k.kind, k.kind_label, k.kind_label_en, n.name, former.name as former_name,
       coalesce(n.act, '–') as act
  from address_register.street_names n
  join address_register.street_names former on former.street_id = n.street_id and former.valid_to = n.valid_from
  join address_register.kind_words k on k.kind = n.kind;
