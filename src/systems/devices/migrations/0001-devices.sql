-- Network printers (ESC/POS over TCP). They are no devices: they hold no key and ask for nothing.
create table devices.printers (
  id uuid primary key,
  name text not null check (name <> ''),
  host text not null check (host <> ''),
  port int not null check (port between 1 and 65535),
  -- dots across the paper: 576 on a roll of 80 mm, 384 on one of 58 mm
  width_dots int not null check (width_dots between 200 and 1024 and width_dots % 8 = 0),
  active boolean not null,
  -- what it answered last
  state text not null default 'unknown'
    check (state in ('unknown', 'ready', 'no-paper', 'cover-open', 'offline', 'unreachable')),
  state_at timestamptz,
  constraint printers_address unique (host, port)
);

-- What stands in the halls and knows who it is: kiosks, boards, signature tablets, window computers, vans.
create table devices.devices (
  id uuid primary key,
  name text not null check (name <> ''),
  kind text not null check (kind in ('kiosk', 'board', 'tablet', 'desk', 'van')),
  -- of the queue; no foreign key, for systems meet at index.ts only
  hall text not null,
  window_no int check (window_no > 0),
  printer_id uuid references devices.printers (id),
  -- a kiosk gives no tickets outside the hall's reception hours
  keeps_hours boolean not null,
  added_at timestamptz not null,
  added_by uuid references kernel.staff (id),
  -- the one-time code by which it is enrolled; gone once it was used
  code_hash bytea,
  code_until timestamptz,
  token_hash bytea,
  enrolled_at timestamptz,
  revoked_at timestamptz,
  last_seen_at timestamptz,
  constraint devices_token unique (token_hash),
  constraint devices_code unique (code_hash),
  constraint devices_code_term check ((code_hash is null) = (code_until is null)),
  constraint devices_enrolled check ((token_hash is null) = (enrolled_at is null or revoked_at is not null))
);

-- What is to be printed. `sending` is committed before the first byte leaves: a job found there after a
-- crash may be on paper already, so it becomes `doubtful` and nobody prints it again unasked.
create table devices.print_jobs (
  id uuid primary key,
  printer_id uuid not null references devices.printers (id),
  device_id uuid references devices.devices (id),
  what text not null check (what in ('ticket', 'receipt', 'test')),
  -- the ticket's number, the application's: what one calls the paper by
  name text not null,
  -- what stands on the paper; personal, emptied when printed or given up
  roll jsonb,
  state text not null check (state in ('waiting', 'sending', 'printed', 'doubtful', 'given-up')),
  asked_at timestamptz not null,
  attempts int not null default 0,
  due_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  -- why it waits: the printer's state at the last attempt
  trouble text check (trouble in ('no-paper', 'cover-open', 'offline', 'unreachable', 'silent')),
  constraint print_jobs_ended check ((ended_at is null) = (state in ('waiting', 'sending')))
) with (fillfactor = 80);
create index print_jobs_due on devices.print_jobs (due_at) where state in ('waiting', 'sending');
-- A printer prints one paper at a time, however many processes look for work.
create unique index print_jobs_one_sending on devices.print_jobs (printer_id) where state = 'sending';
create index print_jobs_asked on devices.print_jobs (asked_at);

-- Signatures of applicants: asked for at a window, given on its tablet or on paper.
create table devices.signatures (
  id uuid primary key,
  case_id uuid not null references kernel.cases (id),
  -- null = on paper
  device_id uuid references devices.devices (id),
  asked_by uuid not null references kernel.staff (id),
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'signed', 'on-paper', 'withdrawn')),
  ended_at timestamptz,
  -- the picture among the files of the case, and the strokes it was drawn from (x, y, ms, pressure)
  file_id uuid,
  sha256 bytea,
  strokes jsonb,
  constraint signatures_ended check ((ended_at is null) = (state = 'asked')),
  constraint signatures_drawn check ((state = 'signed') = (file_id is not null))
);
-- A tablet shows one thing at a time.
create unique index signatures_on_tablet on devices.signatures (device_id) where state = 'asked';
create index signatures_of_case on devices.signatures (case_id);
