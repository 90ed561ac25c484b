-- How a body exchanges papers with the Centre: by its own system, or on paper by a courier.
create table handover_registers.exchanges (
  unit_id uuid not null references kernel.units (id),
  way text not null check (way in ('paper', 'api')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint exchanges_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);

create table handover_registers.registers (
  id uuid primary key,
  direction text not null check (direction in ('out', 'back')),
  unit_id uuid not null references kernel.units (id),
  unit_name text not null,
  year int not null,
  number int not null check (number > 0),
  barcode text not null constraint registers_barcode_key unique check (barcode ~ '^[0-9]{12}$'),
  state text not null check (state in ('made', 'handed-over', 'received', 'cancelled')),
  made_at timestamptz not null,
  made_on date not null,
  made_by uuid references kernel.staff (id),
  handed_at timestamptz,
  handed_on date,
  handed_by uuid references kernel.staff (id),
  -- who took the folder, as written on the paper
  carrier text,
  received_at timestamptz,
  received_by uuid references kernel.staff (id),
  signed_file_id uuid,
  constraint registers_number_key unique (direction, year, number),
  check (state not in ('handed-over', 'received') or handed_at is not null),
  check ((state = 'received') = (received_at is not null))
);
create index registers_by_day on handover_registers.registers (made_on desc, id);
create index registers_open on handover_registers.registers (unit_id) where state in ('made', 'handed-over');

create table handover_registers.lines (
  register_id uuid not null references handover_registers.registers (id),
  no int not null check (no > 0),
  direction text not null check (direction in ('out', 'back')),
  case_id uuid not null references kernel.cases (id),
  case_number text not null,
  title text not null,
  papers text[] not null,
  filed_on date not null,
  -- the last day to hand the papers over (КМУ 588); results have none here
  due_on date,
  received_at timestamptz,
  received_by uuid references kernel.staff (id),
  missing boolean not null default false,
  -- the register is still on its way
  live boolean not null default true,
  primary key (register_id, no),
  unique (register_id, case_id),
  check (not (missing and received_at is not null))
);
-- One folder at a time: of two who put a case into two registers the database lets one.
create unique index lines_one_way on handover_registers.lines (case_id, direction) where live;
create index lines_by_case on handover_registers.lines (case_id);

-- What lay in the folder and stands in no line.
create table handover_registers.extras (
  register_id uuid not null references handover_registers.registers (id),
  case_id uuid not null references kernel.cases (id),
  case_number text not null,
  noted_at timestamptz not null,
  noted_by uuid references kernel.staff (id),
  primary key (register_id, case_id)
);

-- One row a package that was handed over to its body.
create view handover_registers.handed_facts as
select l.register_id || '/' || l.no as id, r.handed_on as day, u.code as provider_code, u.short_name as provider_label,
       u.name_en as provider_label_en, l.filed_on, l.due_on, r.handed_on <= l.due_on as in_time,
       case when l.missing then 'missing' when l.received_at is null then 'on-the-way' else 'received' end as arrival,
       case when l.missing then 'Не отримано' when l.received_at is null then 'У дорозі' else 'Отримано' end as arrival_label,
       case when l.missing then 'Not received' when l.received_at is null then 'On the way' else 'Received' end as arrival_label_en
  from handover_registers.lines l
  join handover_registers.registers r on r.id = l.register_id
  join kernel.units u on u.id = r.unit_id
 where r.direction = 'out' and r.handed_on is not null;
