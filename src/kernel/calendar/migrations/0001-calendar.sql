-- The legal calendar and the reception's hours as data with validity: a lawyer corrects them here.
-- Periods are half-open: in force on valid_from, no longer on valid_to.
create table kernel.holidays (
  name text not null,
  kind text not null check (kind in ('fixed', 'easter')),
  month int check (month between 1 and 12),
  day int check (day between 1 and 31),
  -- days after Orthodox Easter Sunday
  easter_offset int,
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check ((kind = 'fixed') = (month is not null and day is not null)),
  check ((kind = 'easter') = (easter_offset is not null)),
  constraint holidays_once unique nulls not distinct (name, month, day, easter_offset, valid_from)
);

-- From when to when a holiday on a day off gives the next working day off.
create table kernel.holiday_moves (
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date primary key,
  valid_to date check (valid_to > valid_from)
);

create table kernel.martial_law (
  from_on date primary key,
  to_on date check (to_on > from_on),
  article text not null,
  constraint martial_law_no_overlap exclude using gist (daterange(from_on, to_on) with &&)
);

-- What the city decided of one date; it stands over everything else.
create table kernel.calendar_overrides (
  on_date date primary key,
  working boolean not null,
  reason text not null
);

-- When a hall receives people, by Kyiv's clocks; a lunch break is two rows of one weekday (1 = Monday).
create table kernel.opening_hours (
  hall text not null,
  weekday int not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  to_time text not null check (to_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' and to_time > from_time),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (hall, weekday, from_time, valid_from)
);

create table kernel.reception_closures (
  hall text not null,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  reason text not null,
  primary key (hall, from_on)
);

-- One date with hours of its own, `[{"from":"09:00","to":"13:00"}]`; none: closed.
create table kernel.reception_special_days (
  hall text not null,
  on_date date not null,
  hours jsonb not null check (jsonb_typeof(hours) = 'array'),
  reason text not null,
  primary key (hall, on_date)
);
