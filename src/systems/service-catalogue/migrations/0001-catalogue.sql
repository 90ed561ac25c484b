-- A service changes by versions: what began under one version ends under it (DESIGN §7).
create table service_catalogue.service_versions (
  id uuid primary key,
  code text not null check (code ~ '^[0-9]{2}-[0-9]{2,3}$'),
  valid_from date not null,
  valid_to date,
  registry_id text check (registry_id ~ '^[0-9]{5}$'),
  name text not null,
  name_en text not null,
  sector text not null check (sector in ('registration', 'social', 'administrative')),
  category text not null check (category in ('administrative', 'social', 'pension')),
  report_group text not null,
  term jsonb not null,
  fee jsonb,
  average_minutes int not null check (average_minutes between 1 and 480),
  everyday_words text[] not null,
  life_events text[] not null,
  documents text[] not null,
  result text not null,
  online text,
  -- The information card (Law 5203-VI art. 8(4)); null = only the short facts above are known.
  card jsonb,
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

create table service_catalogue.version_providers (
  version_id uuid not null references service_catalogue.service_versions (id),
  unit_id uuid not null references kernel.units (id),
  position int not null,
  primary key (version_id, unit_id)
);

create table service_catalogue.life_events (
  code text primary key,
  title text not null,
  title_en text not null,
  hint text not null,
  hint_en text not null,
  position int not null
);

-- What a fee in per cent is counted from: the amount of 1 January holds all year (Law 5203-VI art. 11).
create table service_catalogue.base_amounts (
  base text not null,
  valid_from date not null,
  amount numeric(12, 2) not null check (amount > 0),
  primary key (base, valid_from)
);

create table service_catalogue.refusal_reasons (
  code text primary key,
  text text not null,
  article text not null,
  position int not null
);

-- One row that every change of the catalogue moves on, so that readers know whether their copy is fresh.
create table service_catalogue.edition (
  singleton boolean primary key default true check (singleton),
  number bigint not null
);
insert into service_catalogue.edition (number) values (1);

create view service_catalogue.services_facts as
select v.valid_from, v.valid_to, v.code, v.name, v.category, v.sector,
       case v.category when 'administrative' then 'Адміністративні, реєстраційні, дозвільні'
                       when 'social' then 'Соціальні' else 'Пенсійні' end as category_label,
       case v.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                     else 'Адміністративний' end as sector_label
  from service_catalogue.service_versions v;

create view service_catalogue.providers_facts as
select u.valid_from, u.valid_to, u.code, u.name, u.kind,
       case u.kind when 'council-executive' then 'Виконавчі органи міської ради'
                   else 'Територіальні органи виконавчої влади' end as kind_label
  from kernel.units u where u.kind <> 'centre';
