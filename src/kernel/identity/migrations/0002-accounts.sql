-- Residents who signed in by a provider of identity. What the provider told of the person stands here and is
-- erased with the row; a case keeps the applicant of its own.
create table kernel.accounts (
  id uuid primary key,
  provider text not null,
  -- the person's lasting name at the provider
  subject text not null,
  name text not null check (name <> ''),
  code text check (code ~ '^\d{10}$'),
  email text,
  phone text,
  address text,
  created_at timestamptz not null,
  signed_in_at timestamptz not null,
  constraint accounts_one_person unique (provider, subject)
);
create index accounts_by_sign_in on kernel.accounts (signed_in_at);

-- One table of sessions for everyone: a session belongs to a member of the staff or to a resident.
alter table kernel.sessions
  alter column staff_id drop not null,
  add column account_id uuid references kernel.accounts (id) on delete cascade,
  add constraint sessions_of_one check (num_nonnulls(staff_id, account_id) = 1);
create index sessions_by_account on kernel.sessions (account_id) where account_id is not null;

-- A sign-in on its way through a provider: taken out once, whoever of our processes gets the answer.
create table kernel.sign_in_attempts (
  state_hash bytea primary key,
  provider text not null,
  -- the browser that began must end it
  browser_hash bytea not null,
  -- nonce and code verifier
  kept jsonb not null,
  back text not null,
  expires_at timestamptz not null
);
create index sign_in_attempts_expire on kernel.sign_in_attempts (expires_at);
