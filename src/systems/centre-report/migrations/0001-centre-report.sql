-- A report as it was published: its values never change, whatever is corrected later.
create table centre_report.publications (
  year int primary key check (year between 1991 and 2200),
  published_at timestamptz not null,
  published_by uuid references kernel.staff (id),
  counted_at timestamptz not null,
  -- Cell key → value; null where the cell was hidden.
  cell_values jsonb not null
);
revoke update, delete on centre_report.publications from prozoryi_app;
