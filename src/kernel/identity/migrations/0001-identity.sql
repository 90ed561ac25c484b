-- Bodies (суб'єкти надання послуг), departments and the centre itself: whoever may hold a case.
create table kernel.units (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_id uuid references kernel.units (id),
  kind text not null check (kind in ('centre', 'council-executive', 'state-territorial')),
  name text not null,
  short_name text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);

create table kernel.staff (
  id uuid primary key,
  unit_id uuid not null references kernel.units (id),
  login text not null unique check (login ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$'),
  name text not null,
  position text not null default '',
  roles text[] not null,
  -- argon2id in PHC form; null = cannot sign in with a password (integrators hold tokens only)
  password_hash text,
  totp_secret text,
  -- a code is good once: the last step that signed someone in
  totp_last_step bigint,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  created_at timestamptz not null
);

-- Browser sessions and API tokens alike: only the hash is kept, so that a copy of the table opens nothing.
create table kernel.sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  staff_id uuid not null references kernel.staff (id),
  kind text not null check (kind in ('browser', 'token')),
  -- an invitation or a password without its second factor opens nothing but the page that asks for more
  stage text not null check (stage in ('invited', 'password', 'full')),
  label text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_staff on kernel.sessions (staff_id);
