-- Register of the territorial community (Реєстр територіальної громади): who lives here.
-- The slice that the yearly report stands on: entering residents. Addresses with history come later.
create table community_register.residents (
  id uuid primary key,
  name text,
  birth_date date,
  address text,
  entered_at timestamptz not null,
  recorded_at timestamptz not null,
  entered_by uuid references kernel.staff (id),
  imported boolean not null,
  -- Erased persons stay as a counted row without a name.
  erased_at timestamptz,
  check (erased_at is not null or (name is not null and address is not null))
);
create index residents_entered on community_register.residents (entered_at);

create view community_register.entered_facts as
select (r.entered_at at time zone 'Europe/Kyiv')::date as day,
       to_char(r.entered_at at time zone 'Europe/Kyiv', 'YYYY-MM') as month,
       case when r.imported then 'imported' else 'live' end as origin,
       case when r.imported then 'перенесено з минулого' else 'наживо' end as origin_name
  from community_register.residents r;
