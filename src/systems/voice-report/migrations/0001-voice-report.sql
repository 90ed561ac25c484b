-- A report as it was published, whole: what is corrected later is published as the next version, and
-- the versions before it stay as people read them.
create table voice_report.publications (
  year int not null check (year between 1991 and 2200),
  -- 0 is the whole year
  quarter int not null check (quarter between 0 and 4),
  version int not null check (version > 0),
  published_at timestamptz not null,
  published_by uuid references kernel.staff (id),
  -- why the numbers changed; the first version needs no reason
  reason text check (reason <> ''),
  -- the report with all its cells, names and definitions of its figures
  report jsonb not null,
  primary key (year, quarter, version),
  check ((version = 1) = (reason is null))
);
revoke update, delete on voice_report.publications from prozoryi_app;
