-- Files of an answer. The case has other papers too (the letter, scans): those are never published.
create table information_requests.answer_files (
  file_id uuid primary key references kernel.files (id),
  case_id uuid not null references information_requests.requests (case_id),
  no int not null check (no > 0),
  -- a copy for everyone, made by the officer: what may not be shown is hidden in it
  redacted boolean not null default false,
  published_at timestamptz,
  published_by uuid references kernel.staff (id),
  check ((published_at is null) = (published_by is null)),
  constraint answer_files_no unique (case_id, no)
);
